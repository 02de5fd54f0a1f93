package org.openots.instructor.exam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.text.LocalText;
import org.openots.instructor.strategy.SealedExams;
import org.openots.instructor.strategy.Strategy;
import org.openots.instructor.strategy.StrategyReader;

/** How marks follow from the points of the items. */
class ExamResultsTest {
    private static ObjectNode document() {
        ObjectNode document = SealedExams.sections(
                SealedExams.document(),
                List.of(
                        SealedExams.section("S1", "normal", 40, 600, "A-3"),
                        SealedExams.section("S2", "normal", 60, 600, "A-4")),
                "A-3@1",
                "A-4@1");
        ((ObjectNode) document.path("scoring")).putObject("sectionMinimum").put("S2", 27);
        return document;
    }

    private static PaperItem item(String section, double weight) {
        return new PaperItem(
                section,
                new LocalText(section, section),
                PaperItem.Kind.OPERATION,
                "ethanol-water-rig",
                "A-3",
                "normal",
                weight,
                600,
                Optional.empty());
    }

    private static ItemTrack ended(double score, String... penalties) {
        ObjectNode closing = ExamCodec.node().put("score", score);
        List.of(penalties).forEach(closing.putArray("penalties")::add);
        return new ItemTrack("r", 0, Optional.of(1L), "s1", 1000, closing);
    }

    private static ExamResults.Result result(ObjectNode document, CandidateState state, ItemTrack... tracks) {
        Strategy strategy = StrategyReader.read(
                "results", document.toString().getBytes(StandardCharsets.UTF_8), Findings.throwing());
        CandidateView candidate = new CandidateView(
                "01",
                "s1",
                "s1",
                state,
                List.of(item("S1", 40), item("S2", 60)),
                new ArrayList<>(List.of(tracks)),
                0,
                0,
                false,
                false,
                OptionalLong.empty(),
                OptionalLong.empty(),
                0,
                Optional.empty(),
                List.of(),
                true,
                "");
        ExamPlan plan = new ExamPlan("x1", strategy, "h", "R", 0, List.of(), "00");
        ExamView view =
                new ExamView(plan, ExamPhase.CLOSED, 0, false, 0, List.of(candidate), List.of(), 0, Optional.empty());
        return ExamResults.of(
                        view,
                        (item, track) -> Optional.of(
                                        track.closing().path("score").asDouble(-1))
                                .filter(score -> score >= 0))
                .candidates()
                .get(0);
    }

    private static ExamResults.Result handedIn(ItemTrack... tracks) {
        return result(document(), CandidateState.HANDED_IN, tracks);
    }

    @Test
    void pointsAreSharesOfTheWeightsRoundedHalfUp() {
        ExamResults.Result result = handedIn(ended(80), ended(66.675));
        assertThat(result.sections()).containsEntry("S1", 32.0);
        assertThat(result.mark()).contains(72.01);
        assertThat(result.passed()).contains(true);
    }

    @Test
    void aSectionBelowItsMinimumFailsWhateverTheSum() {
        assertThat(handedIn(ended(100), ended(44.9)).mark()).contains(66.94);
        assertThat(handedIn(ended(100), ended(44.9)).passed()).contains(false);
        assertThat(handedIn(ended(100), ended(45)).passed()).contains(true);
    }

    @Test
    void aCriticalErrorCapsTheMark() {
        ExamResults.Result capped = handedIn(ended(100, "interlock", "off-spec"), ended(100));
        assertThat(capped.critical()).containsExactly("interlock");
        assertThat(capped.mark()).contains(59.0);
        assertThat(capped.passed()).contains(false);
        assertThat(handedIn(ended(100, "off-spec"), ended(100)).mark()).contains(100.0);
        assertThat(handedIn(ended(10, "interlock"), ended(20)).mark())
                .as("a cap is no gift")
                .contains(16.0);
        ObjectNode zero = document();
        ((ObjectNode) zero.path("scoring")).put("onCriticalError", "zero");
        assertThat(result(zero, CandidateState.HANDED_IN, ended(100, "interlock"), ended(100))
                        .mark())
                .contains(0.0);
    }

    @Test
    void whatWasNotBegunGivesNothingAndWhatIsNotAssessedLeavesTheMarkOpen() {
        assertThat(handedIn(ended(100)).mark()).contains(40.0);
        ItemTrack waiting = new ItemTrack("t", 0, Optional.of(1L), "s1", 1, ExamCodec.node());
        assertThat(handedIn(ended(100), waiting).mark()).isEmpty();
        assertThat(result(document(), CandidateState.WORKING, ended(100)).mark())
                .as("he is still at it")
                .isEmpty();
        assertThat(result(document(), CandidateState.ABSENT).mark()).contains(0.0);
    }
}
