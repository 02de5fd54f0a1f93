package org.openots.hazop.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openots.hazop.language.TagRegister;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.plant.TagGraph;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.Tag;
import org.openots.hazop.study.TagKind;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.GivenRating;
import org.openots.hazop.worksheet.ScenarioLine;
import org.openots.hazop.worksheet.SheetColumn;
import org.openots.hazop.worksheet.SheetState;
import org.openots.simulator.plant.PlantPack;

/** Looks for mistakes in a worksheet that show without its answer key. */
public final class SheetAudit {
    /** A tag inside a text: letters, digits, maybe a letter. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,5}[-_ ]?\\d{1,4}[A-Za-z]?");

    private static final Pattern LEANING = Pattern.compile("联锁|报警|起跳|(?i)\\balarms?\\b|\\btrips\\b|interlock");
    private static final Pattern BROKEN =
            Pattern.compile("示值|失灵|断线|指示|变送器|故障|失控|卡|(?i)reads|fail|stuck|transmitter|drift");
    private static final Set<TagKind> PROTECTION =
            Set.of(TagKind.ALARM, TagKind.TRIP, TagKind.INTERLOCK, TagKind.RELIEF);
    private static final Set<TagKind> OF_LOOPS =
            Set.of(TagKind.LOOP, TagKind.CONTROL_VALVE, TagKind.TRANSMITTER, TagKind.INDICATOR);

    private final Study study;
    private final RiskMatrix matrix;
    private final boolean planned;
    private final Optional<TagGraph> graph;
    private final Map<String, Tag> tags = new HashMap<>();
    private final List<AuditFlag> flags = new ArrayList<>();

    private SheetAudit(Study study, RiskMatrix matrix, boolean planned) {
        this.study = study;
        this.matrix = matrix;
        this.planned = planned;
        this.graph = study.head()
                .plant()
                .filter(PlantPack.SHIPPED::contains)
                .map(plant -> new TagGraph(PlantNames.of(PlantPack.shipped(plant))));
        study.tags().forEach(tag -> {
            tags.put(TagRegister.canonical(tag.tag()), tag);
            tags.putIfAbsent(TagRegister.canonical(tag.inPlant()), tag);
        });
    }

    /**
     * Audits a worksheet.
     *
     * @param sheet the worksheet
     * @param study its study
     * @param matrix the study's matrix
     * @param planned whether recommendations need owner and date
     * @param weight points for a worksheet that keeps all rules; the share of its lines without a flag is earned
     * @return the flags and the points
     */
    public static AttemptScore.Audit of(
            SheetState sheet, Study study, RiskMatrix matrix, boolean planned, double weight) {
        SheetAudit audit = new SheetAudit(study, matrix, planned);
        Set<String> lines = new HashSet<>();
        sheet.head().deviations().forEach(deviation -> audit.deviation(sheet, deviation, lines));
        Set<String> flawed = new HashSet<>();
        audit.flags.forEach(flag -> flawed.add(flag.line()));
        double share = lines.isEmpty() ? 0 : 1 - (double) flawed.size() / lines.size();
        return new AttemptScore.Audit(weight * share, weight, audit.flags);
    }

    private void deviation(SheetState sheet, String deviation, Set<String> lines) {
        if (!sheet.content().written(deviation)) {
            lines.add(deviation);
            Optional<Deviation> row = study.deviation(deviation);
            flag(
                    deviation,
                    deviation,
                    AuditRule.EMPTY,
                    row.map(one -> one.text().zh()).orElse(deviation),
                    row.map(one -> one.text().en()).orElse(deviation));
            return;
        }
        for (CauseRow cause : sheet.content().of(deviation)) {
            for (int i = 0; i < cause.lines().size(); i++) {
                lines.add(cause.lines().get(i).id());
                line(deviation, cause, i);
            }
        }
    }

    private void flag(String deviation, String line, AuditRule rule, String zh, String en) {
        flags.add(new AuditFlag(deviation, line, rule, rule.about(zh, en)));
    }

    private void flag(String deviation, String line, AuditRule rule, String value) {
        flag(deviation, line, rule, value, value);
    }

    private void line(String deviation, CauseRow cause, int index) {
        ScenarioLine line = cause.lines().get(index);
        String consequence = line.cell(SheetColumn.CONSEQUENCE);
        if (cause.text().isBlank() || consequence.isBlank()) {
            flag(deviation, line.id(), AuditRule.PAIR, cause.text().isBlank() ? consequence : cause.text());
        }
        String safeguards = cause.safeguards(index);
        ratings(deviation, line, safeguards, consequence.isBlank() ? cause.text() : consequence);
        leans(deviation, line, consequence);
        shares(deviation, line, cause.text(), safeguards);
        String recommendation = line.cell(SheetColumn.RECOMMENDATIONS);
        boolean owned = !line.cell(SheetColumn.OWNER).isBlank()
                && !line.cell(SheetColumn.DUE).isBlank();
        if (planned && !recommendation.isBlank() && !owned) {
            flag(deviation, line.id(), AuditRule.NO_OWNER, recommendation);
        }
    }

    private void ratings(String deviation, ScenarioLine line, String safeguards, String about) {
        GivenRating first = line.initial();
        GivenRating rest = line.existing();
        if (!first.complete() || !rest.complete()) {
            flag(deviation, line.id(), AuditRule.NOT_RATED, about);
            return;
        }
        Rating initial = new Rating(first.severity(), first.likelihood());
        Rating existing = new Rating(rest.severity(), rest.likelihood());
        String cell = existing.severity() + "×" + existing.likelihood();
        if (!existing.isWithin(initial)) {
            flag(deviation, line.id(), AuditRule.RISK_GROWS, cell);
        } else if (safeguards.isBlank() && matrix.score(existing) < matrix.score(initial)) {
            flag(deviation, line.id(), AuditRule.FALLS_ALONE, cell);
        }
        if (matrix.demandsRecommendation(existing)
                && line.cell(SheetColumn.RECOMMENDATIONS).isBlank()) {
            flag(deviation, line.id(), AuditRule.NO_RECOMMENDATION, cell);
        }
    }

    private List<Tag> mentioned(String text) {
        return TAG.matcher(text)
                .results()
                .flatMap(found -> Optional.ofNullable(tags.get(TagRegister.canonical(found.group()))).stream())
                .toList();
    }

    private void leans(String deviation, ScenarioLine line, String consequence) {
        Optional<String> tag = mentioned(consequence).stream()
                .filter(one -> PROTECTION.contains(one.kind()))
                .map(Tag::tag)
                .findFirst();
        Optional<String> word = LEANING.matcher(consequence)
                .results()
                .map(found -> found.group())
                .findFirst();
        tag.or(() -> word).ifPresent(what -> flag(deviation, line.id(), AuditRule.LEANS, what));
    }

    private void shares(String deviation, ScenarioLine line, String cause, String safeguards) {
        if (graph.isEmpty()) {
            return;
        }
        List<Tag> failed = mentioned(cause);
        boolean instrument = BROKEN.matcher(cause).find();
        // what names something else beside parts of loops, as the hand valve before a control valve, fails there
        boolean loop = failed.stream().allMatch(tag -> OF_LOOPS.contains(tag.kind()));
        TagGraph.Parts parts =
                graph.get().of(study, failed.stream().map(Tag::tag).toList());
        for (Tag guard : mentioned(safeguards)) {
            boolean dependent = guard.kind() == TagKind.LOOP
                    ? instrument || loop
                    : instrument && PROTECTION.contains(guard.kind()) && guard.kind() != TagKind.RELIEF;
            TagGraph.Parts own = graph.get().of(study, List.of(guard.tag()));
            boolean known = !own.sensors().isEmpty() || !own.logic().isEmpty();
            if (dependent && known && !common(own, parts).isEmpty()) {
                flag(deviation, line.id(), AuditRule.OWN_LOOP, guard.tag());
            }
        }
    }

    private static Set<String> common(TagGraph.Parts guard, TagGraph.Parts failed) {
        return TagGraph.shared(guard, failed);
    }
}
