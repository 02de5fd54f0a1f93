package org.openots.hazop.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openots.common.json.CanonicalJson;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.Lopa;
import org.openots.hazop.risk.LopaInputs;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.study.Cause;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Consequence;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.LopaRow;
import org.openots.hazop.study.Recommendation;
import org.openots.hazop.study.Scenario;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyWriter;

/** A whole study as a report, with its key: for instructors and examiners only. */
public final class StudyReport {
    private final Study study;
    private final RiskMatrix matrix;
    private final ReportWords words;
    private final PlainParts plain;

    private StudyReport(Study study, RiskMatrix matrix, Locale locale) {
        this.study = study;
        this.matrix = matrix;
        this.words = new ReportWords(locale);
        this.plain = PlainParts.withKey(study, words);
    }

    /**
     * Makes the report.
     *
     * @param study the study
     * @param matrix its risk matrix
     * @param locale its language
     * @param date day of the print, ISO
     * @return the report
     */
    public static Report of(Study study, RiskMatrix matrix, Locale locale, String date) {
        return new StudyReport(study, matrix, locale).report(date);
    }

    private Report report(String date) {
        Report.Scope scope = new Report.Scope(
                study.head().standards(),
                plain.guideWords(),
                study.organisation().team().stream()
                        .map(role -> new Report.Member(
                                words.in(role.name()), plain.need(role.required()), words.in(role.duty())))
                        .toList(),
                study.organisation().preparation().stream()
                        .map(one -> new Report.Document(words.in(one.name()), plain.need(one.required())))
                        .toList());
        List<Report.Node> nodes =
                plain.nodes(study.deviations().stream().map(Deviation::id).toList(), this::causes);
        return new Report(
                head(date),
                words,
                matrix,
                scope,
                nodes,
                actions(),
                new Report.Extras(
                        study.lopa().stream().map(this::lopa).toList(), plain.tags(study.tags().stream()), List.of()));
    }

    private Report.Head head(String date) {
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(new Report.Fact(words.of("fact.study"), study.id()));
        study.head().plant().ifPresent(plant -> facts.add(new Report.Fact(words.of("fact.plant"), plant)));
        facts.add(new Report.Fact(
                words.of("fact.nodes"), plain.count(study.nodes().size())));
        facts.add(new Report.Fact(
                words.of("fact.deviations"), plain.count(study.deviations().size())));
        facts.add(new Report.Fact(
                words.of("fact.scenarios"),
                plain.count(study.deviations().stream()
                        .mapToInt(row -> row.scenarios().size())
                        .sum())));
        facts.add(new Report.Fact(words.of("fact.matrix"), words.in(matrix.title())));
        facts.add(new Report.Fact(words.of("fact.date"), date));
        return new Report.Head(
                study.id(),
                words.in(study.head().title()),
                words.of("study.subtitle"),
                words.in(study.head().disclaimer()),
                facts,
                date,
                CanonicalJson.sha256(StudyWriter.json(study)));
    }

    /** Causes of a row with a line for each scenario; what no scenario takes up comes last. */
    private List<Report.Cause> causes(Deviation row) {
        if (row.scenarios().isEmpty()) {
            return List.of(new Report.Cause(numbered(row.causes()), List.of(wholeRow(row))));
        }
        List<Report.Cause> causes = new ArrayList<>();
        for (Cause cause : row.causes()) {
            List<Scenario> own = row.scenarios().stream()
                    .filter(one -> one.causeId().equals(cause.id()))
                    .toList();
            List<Report.Line> lines = new ArrayList<>();
            for (int i = 0; i < own.size(); i++) {
                boolean shared = i > 0
                        && !own.get(i).safeguardIds().isEmpty()
                        && own.get(i).safeguardIds().equals(own.get(i - 1).safeguardIds());
                lines.add(line(row, own.get(i), shared));
            }
            causes.add(
                    new Report.Cause(words.in(cause.text()), lines.isEmpty() ? List.of(consequenceOnly("")) : lines));
        }
        List<Report.Line> left = row.consequences().stream()
                .filter(one -> row.scenarios().stream()
                        .noneMatch(scenario -> scenario.consequenceId().equals(one.id())))
                .map(one -> consequenceOnly(words.in(one.text())))
                .toList();
        if (!left.isEmpty()) {
            causes.add(new Report.Cause(words.of("unpaired"), left));
        }
        return causes;
    }

    private static Report.Line consequenceOnly(String text) {
        return new Report.Line(text, Optional.empty(), "", false, Optional.empty(), Report.Plan.NONE, Optional.empty());
    }

    private Report.Line wholeRow(Deviation row) {
        return new Report.Line(
                numbered(row.consequences()),
                Optional.of(row.risk().initial()),
                numbered(row.safeguards()),
                false,
                Optional.of(row.risk().existing()),
                plan(row.recommendations()),
                Optional.of(row.risk().afterRecommendations()));
    }

    private Report.Line line(Deviation row, Scenario scenario, boolean shared) {
        String consequence = row.consequences().stream()
                .filter(one -> one.id().equals(scenario.consequenceId()))
                .map(Consequence::text)
                .map(words::in)
                .collect(Collectors.joining());
        List<Recommendation> recommendations = row.recommendations().stream()
                .filter(one -> scenario.recommendationIds().contains(one.id()))
                .toList();
        return new Report.Line(
                consequence,
                Optional.of(scenario.risk().initial()),
                numbered(row.items(Column.SAFEGUARD).stream()
                        .filter(one -> scenario.safeguardIds().contains(one.id()))
                        .toList()),
                shared,
                Optional.of(scenario.risk().existing()),
                plan(recommendations),
                Optional.of(scenario.risk().afterRecommendations()));
    }

    private Report.Plan plan(List<Recommendation> items) {
        return new Report.Plan(numbered(items), each(items, this::owner), each(items, this::due));
    }

    /** What is the same for all recommendations once, otherwise for each by its number. */
    private static String each(List<Recommendation> items, Function<Recommendation, String> what) {
        List<String> texts = items.stream().map(what).toList();
        if (texts.stream().distinct().count() == 1) {
            return texts.get(0);
        }
        return Stream.iterate(0, i -> i < texts.size(), i -> i + 1)
                .filter(i -> !texts.get(i).isEmpty())
                .map(i -> (i + 1) + ". " + texts.get(i))
                .collect(Collectors.joining("\n"));
    }

    private String numbered(List<? extends KeyItem> items) {
        if (items.size() == 1) {
            return words.in(items.get(0).text());
        }
        return Stream.iterate(0, i -> i < items.size(), i -> i + 1)
                .map(i -> (i + 1) + ". " + words.in(items.get(i).text()))
                .collect(Collectors.joining("\n"));
    }

    private String owner(Recommendation item) {
        return item.owner().map(plain::role).orElse("");
    }

    private String due(Recommendation item) {
        OptionalInt days = item.dueDays();
        return days.isPresent() ? words.of("due.days", plain.count(days.getAsInt())) : "";
    }

    private List<Report.Action> actions() {
        return study.deviations().stream()
                .flatMap(row -> row.recommendations().stream()
                        .map(one -> new Report.Action(
                                row.id(), words.in(one.text()), owner(one), due(one), words.of(one.status()))))
                .toList();
    }

    private Report.Lopa lopa(LopaRow row) {
        Optional<Deviation> deviation = study.deviation(row.deviationId());
        LopaInputs inputs = row.inputs();
        Lopa result = Lopa.of(inputs);
        List<Report.Fact> steps = new ArrayList<>();
        steps.add(frequency("lopa.initiating", inputs.initiatingFrequency()));
        inputs.enablingConditions().forEach(one -> steps.add(factor("lopa.enabling", one)));
        inputs.conditionalModifiers().forEach(one -> steps.add(factor("lopa.modifier", one)));
        steps.add(frequency("lopa.unmitigated", result.unmitigatedFrequency()));
        for (LopaInputs.Layer layer : inputs.layers()) {
            String name = deviation.stream()
                    .flatMap(one -> one.safeguard(layer.safeguardId()).stream())
                    .map(one -> words.in(one.text()))
                    .findFirst()
                    .orElse(layer.safeguardId());
            String source = layer.source()
                    .map(LocalText.class::cast)
                    .map(words::in)
                    .map(text -> " (" + text + ")")
                    .orElse("");
            steps.add(
                    new Report.Fact(words.of("lopa.layer") + " " + name + source, "PFD " + plain.figure(layer.pfd())));
        }
        steps.add(frequency("lopa.mitigated", result.mitigatedFrequency()));
        steps.add(frequency("lopa.tolerable", inputs.tolerableFrequency()));
        return new Report.Lopa(row.id(), scenario(deviation, row), steps, verdict(result), result.meetsTarget());
    }

    private String scenario(Optional<Deviation> deviation, LopaRow row) {
        String cause = deviation
                .flatMap(one -> one.cause(row.causeId()))
                .map(one -> words.in(one.text()))
                .orElse(row.causeId());
        String consequence = deviation.stream()
                .flatMap(one -> one.consequences().stream())
                .filter(one -> one.id().equals(row.consequenceId()))
                .map(one -> words.in(one.text()))
                .findFirst()
                .orElse(row.consequenceId());
        return row.deviationId() + " " + cause + " → " + consequence;
    }

    private String verdict(Lopa result) {
        if (result.meetsTarget()) {
            return words.of("lopa.met");
        }
        String gap = plain.figure(result.missingReduction());
        OptionalInt sil = result.neededSil();
        if (sil.isEmpty()) {
            return words.of("lopa.gap", gap);
        }
        return sil.getAsInt() == 0
                ? words.of("lopa.gapLayer", gap)
                : words.of("lopa.gapSil", gap, plain.count(sil.getAsInt()));
    }

    private Report.Fact frequency(String label, double perYear) {
        return new Report.Fact(words.of(label), plain.figure(perYear) + " " + words.of("perYear"));
    }

    private Report.Fact factor(String label, LopaInputs.Factor factor) {
        return new Report.Fact(words.of(label) + " " + words.in(factor.name()), plain.figure(factor.probability()));
    }
}
