package org.openots.hazop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.hazop.review.AnswerRef;
import org.openots.hazop.review.ProgramView;
import org.openots.hazop.review.Proposal;
import org.openots.hazop.review.Regression;
import org.openots.hazop.review.Ruling;
import org.openots.hazop.review.Verdict;
import org.openots.hazop.review.WordingTrial;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.wording.Wordings;
import org.openots.hazop.wording.WordingsFile;
import org.openots.hazop.worksheet.AnswerReading;
import org.openots.hazop.worksheet.AnswerScore.Outcome;
import org.openots.hazop.worksheet.WorksheetScorer;

/** The real scorer with wordings of a station, and the trial that comes before them. */
class ApprovedWordingsTest {
    private static final SheetScorer PLAIN = new SheetScorer();
    private static final String SLANG = "老九又撂挑子";

    private static KeyItem item(String id) {
        return Suite.STUDY
                .keyItems()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Proposal alias(String item, String text) {
        return new Proposal(
                "p-1",
                Proposal.Kind.ALIAS,
                Suite.STUDY.id(),
                "0123456789abcdef",
                "D13",
                "cause",
                item,
                item(item).text().zh(),
                text,
                "assessor",
                0,
                new Regression(0, 0, 0, 0, List.of()));
    }

    private static WorksheetScorer with(Proposal proposal) {
        return PLAIN.with(Wordings.NONE.with(
                new Wordings.Alias(proposal.study(), proposal.target(), proposal.targetText(), proposal.text())));
    }

    private static Ruling ruling(String text, Verdict verdict) {
        ProgramView program = new ProgramView(
                Suite.STUDY.id(),
                "c.cause",
                "cause",
                text,
                Outcome.EXAMINER,
                0,
                2,
                "EXAMINER",
                new LocalText("理由", "reason"),
                List.of(),
                "scorer",
                text,
                "scorer");
        return new Ruling(new AnswerRef("h", "D13", 0), program, verdict, "assessor", "", 0);
    }

    private static Regression trial(Proposal proposal, Ruling... rulings) {
        return new WordingTrial(PLAIN, with(proposal), Suite.STUDY, ScoringLibrary.mutations())
                .run(List.of(rulings), proposal);
    }

    @Test
    void anApprovedWordingIsWholeCreditAndTheVersionSaysSo() {
        assertThat(PLAIN.read(Suite.STUDY, "D13", Column.CAUSE, SLANG).credits("D13-C1"))
                .isFalse();
        WorksheetScorer more = with(alias("D13-C1", SLANG));
        AnswerReading reading = more.read(Suite.STUDY, "D13", Column.CAUSE, " " + SLANG + " ");
        assertThat(reading.credits("D13-C1")).isTrue();
        assertThat(reading.share()).isEqualTo(1);
        assertThat(more.read(Suite.STUDY, "D14", Column.CAUSE, SLANG).credits("D13-C1"))
                .isFalse();
        assertThat(more.version()).startsWith(PLAIN.version()).endsWith(", wordings 1");
        assertThat(PLAIN.version()).matches("model .+ [0-9a-f]{16}, lexicon .+");
    }

    @Test
    void aWordMeansWhatOtherWordsMean() {
        assertThat(PLAIN.vocabulary()).doesNotContainKey("老九").containsEntry("回流", "reflux");
        WorksheetScorer more = PLAIN.with(Wordings.NONE.with(new Wordings.Word("reflux", "老九")));
        assertThat(more.vocabulary()).containsEntry("老九", "reflux");
        String said = "老九泵P-102A跳停";
        double before = best(PLAIN, said);
        assertThat(best(more, said)).isGreaterThanOrEqualTo(before);
        assertThat(more.read(Suite.STUDY, "D13", Column.CAUSE, said).credits("D13-C1"))
                .isTrue();
    }

    private static double best(WorksheetScorer scorer, String text) {
        return scorer.read(Suite.STUDY, "D13", Column.CAUSE, text).nearest().stream()
                .filter(near -> near.item().equals("D13-C1"))
                .mapToDouble(AnswerReading.Near::credit)
                .findFirst()
                .orElse(0);
    }

    @Test
    void aSoundWordingPassesItsTrial() {
        Regression trial = trial(alias("D13-C1", SLANG), ruling(SLANG, new Verdict(Verdict.Basis.KEY, "D13-C1", 2)));
        assertThat(trial.losses()).isEmpty();
        assertThat(trial.agreed()).isZero();
        assertThat(trial.agreeing()).isEqualTo(1);
        assertThat(trial.keyTests()).isGreaterThan(50);
    }

    @Test
    void aWordingThatPeopleFoundWrongIsRefused() {
        Regression trial = trial(
                alias("D13-C1", SLANG),
                ruling(SLANG, new Verdict(Verdict.Basis.NONE, "", 0)),
                ruling("停电", new Verdict(Verdict.Basis.KEY, "D13-C5", 2)));
        assertThat(trial.passed()).isFalse();
        assertThat(trial.losses()).singleElement().satisfies(loss -> {
            assertThat(loss.lost()).isFalse();
            assertThat(loss.source()).isEqualTo(Regression.Source.DECIDED);
            assertThat(loss.text()).isEqualTo(SLANG);
            assertThat(loss.item()).isEqualTo("D13-C1");
        });
    }

    @Test
    void aWordingThatTakesAnotherItemsWordsIsRefused() {
        Regression trial = trial(alias("D13-C1", item("D13-C5").text().zh()));
        assertThat(trial.losses())
                .anySatisfy(loss ->
                        assertThat(loss.lost() && loss.item().equals("D13-C5")).isTrue());
    }

    @Test
    void theExaminerIsToldWhatTheAnswerComesNearTo() {
        AnswerReading reading = PLAIN.read(Suite.STUDY, "D13", Column.CAUSE, "回流泵P-102A轴封漏");
        assertThat(reading.nearest()).isNotEmpty();
        assertThat(reading.nearest().get(0).column()).isEqualTo(Column.CAUSE);
        assertThat(reading.doubts()).isNotEmpty().allSatisfy(doubt -> {
            assertThat(doubt.zh()).isNotBlank();
            assertThat(doubt.en()).isNotBlank();
        });
    }

    @Test
    void theFileOfAVersionIsReadBack() {
        Wordings wordings = Wordings.NONE
                .with(new Wordings.Alias("study", "D13-C1", "回流泵", SLANG))
                .with(new Wordings.Word("reflux", "老九"));
        String json = WordingsFile.write(wordings).toString();
        assertThat(WordingsFile.read(StrictJson.parse("wordings.json", json, Findings.throwing())))
                .isEqualTo(wordings);
    }
}
