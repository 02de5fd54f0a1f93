package org.openots.hazop.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.hazop.review.Appeal;
import org.openots.hazop.review.Correction;
import org.openots.hazop.review.ReleasedScore;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Recommendation;
import org.openots.hazop.study.Study;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.GivenRating;
import org.openots.hazop.worksheet.ScenarioLine;
import org.openots.hazop.worksheet.SheetColumn;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetState;

/**
 * What a student wrote as a report. It takes from the study only what its student was given to work with: nodes, names
 * of deviations, words, roles, the matrix, and tags that exist; nothing of the key, and of a score only what was released.
 */
public final class SheetReport {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final SheetState state;
    private final Study study;
    private final RiskMatrix matrix;
    private final Author author;
    private final ReportWords words;
    private final PlainParts plain;
    private final ZoneId zone;
    private final Optional<Score> score;

    private SheetReport(Source source, Optional<Score> score, Locale locale, ZoneId zone) {
        this.score = score;
        this.state = source.state();
        this.study = source.study();
        this.matrix = source.matrix();
        this.author = source.author();
        this.words = new ReportWords(locale);
        this.plain = PlainParts.forStudents(study, words);
        this.zone = zone;
    }

    /**
     * A student.
     *
     * @param name the name
     * @param classId class, empty when none
     * @param seat seat, empty when none
     */
    public record Author(String name, String classId, String seat) {}

    /**
     * A worksheet with what belongs to it.
     *
     * @param state the worksheet
     * @param study the study it was written on
     * @param matrix the study's risk matrix
     * @param author who wrote it
     */
    public record Source(SheetState state, Study study, RiskMatrix matrix, Author author) {}

    /**
     * A released score with what came after it.
     *
     * @param released the score
     * @param appeals appeals against it
     * @param corrections what became of them, the oldest first
     */
    public record Score(ReleasedScore released, List<Appeal> appeals, List<Correction> corrections) {
        /** Freezes the lists. */
        public Score {
            appeals = List.copyOf(appeals);
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * Makes the report.
     *
     * @param source the worksheet
     * @param locale its language
     * @param zone zone of the times in it
     * @param date day of the print, ISO
     * @return the report
     */
    public static Report of(Source source, Locale locale, ZoneId zone, String date) {
        return new SheetReport(source, Optional.empty(), locale, zone).report(date);
    }

    /**
     * Makes the report with what the answers earned.
     *
     * @param source the worksheet
     * @param score its released score
     * @param locale its language
     * @param zone zone of the times in it
     * @param date day of the print, ISO
     * @return the report
     */
    public static Report scored(Source source, Score score, Locale locale, ZoneId zone, String date) {
        return new SheetReport(source, Optional.of(score), locale, zone).report(date);
    }

    private Report report(String date) {
        Report.Scope scope = new Report.Scope(
                study.head().standards(),
                plain.guideWords(),
                study.organisation().team().stream()
                        .map(role -> new Report.Member(words.in(role.name()), "", ""))
                        .toList(),
                List.of());
        return new Report(
                head(date),
                words,
                matrix,
                scope,
                plain.nodes(state.head().deviations(), this::causes),
                actions(),
                new Report.Extras(
                        List.of(),
                        plain.tags(study.tags().stream().filter(PlainParts::exists)),
                        score.map(one -> new ScoreLines(one, words).lines()).orElse(List.of())));
    }

    private Report.Head head(String date) {
        SheetHead head = state.head();
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(fact("fact.student", author.name()));
        if (!author.classId().isEmpty()) {
            facts.add(fact("fact.class", author.classId()));
        }
        if (!author.seat().isEmpty()) {
            facts.add(fact("fact.seat", author.seat()));
        }
        facts.add(fact("fact.record", head.id()));
        facts.add(fact("fact.study", head.study().id()));
        facts.add(fact("fact.level", words.of("level." + head.level())));
        facts.add(fact("fact.opened", minute(head.opened())));
        facts.add(fact(
                "fact.handedIn", state.handIn().map(done -> minute(done.at())).orElse(words.of("fact.notHandedIn"))));
        state.handIn().ifPresent(done -> facts.add(fact("fact.receipt", done.receipt())));
        score.ifPresent(one -> facts.addAll(new ScoreLines(one, words).facts()));
        facts.add(fact("fact.date", date));
        return new Report.Head(
                head.id(),
                words.in(study.head().title()),
                words.of(score.isPresent() ? "record.scored" : "record.subtitle"),
                words.in(study.head().disclaimer()),
                facts,
                date,
                RecordJson.sha256(state, author));
    }

    private Report.Fact fact(String label, String value) {
        return new Report.Fact(words.of(label), value);
    }

    private String minute(long epochMillis) {
        return MINUTE.format(Instant.ofEpochMilli(epochMillis).atZone(zone));
    }

    private List<Report.Cause> causes(Deviation row) {
        return state.content().of(row.id()).stream()
                .map(cause -> new Report.Cause(
                        cause.text(), cause.lines().stream().map(this::line).toList()))
                .toList();
    }

    private Report.Line line(ScenarioLine line) {
        Report.Plan plan = new Report.Plan(
                line.cell(SheetColumn.RECOMMENDATIONS),
                plain.role(line.cell(SheetColumn.OWNER)),
                line.cell(SheetColumn.DUE));
        return new Report.Line(
                line.cell(SheetColumn.CONSEQUENCE),
                rating(line.initial()),
                line.cell(SheetColumn.SAFEGUARDS),
                line.shared(),
                rating(line.existing()),
                plan,
                rating(line.after()));
    }

    /** A rating of which one part is missing is printed as not given: a half risk has no band. */
    private static Optional<Rating> rating(GivenRating given) {
        return given.complete() ? Optional.of(new Rating(given.severity(), given.likelihood())) : Optional.empty();
    }

    private List<Report.Action> actions() {
        List<Report.Action> actions = new ArrayList<>();
        for (String deviation : state.head().deviations()) {
            for (CauseRow cause : state.content().of(deviation)) {
                for (ScenarioLine line : cause.lines()) {
                    String text = line.cell(SheetColumn.RECOMMENDATIONS);
                    if (!text.isBlank()) {
                        actions.add(new Report.Action(
                                deviation,
                                text,
                                plain.role(line.cell(SheetColumn.OWNER)),
                                line.cell(SheetColumn.DUE),
                                words.of(Recommendation.Status.OPEN)));
                    }
                }
            }
        }
        return actions;
    }
}
