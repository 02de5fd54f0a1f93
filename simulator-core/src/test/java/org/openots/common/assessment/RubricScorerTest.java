package org.openots.common.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.signal.SyntheticSignals;
import org.openots.common.state.StateError;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;

class RubricScorerTest {
    private static final double EXACT = 1e-9;

    private final SyntheticSignals plant = new SyntheticSignals(
            "HV-1", "P-1", "FI-1", "LIC-2", "LIC-2.MODE", "TI-3", "E-3", "I-01.TRIP", "I-02.TRIP", "REPORT", "HV-9");
    private final List<CommandRecord> pending = new ArrayList<>();
    private RubricScorer scorer = scorer("");
    private int restoreEvery;

    @BeforeEach
    void empty() {
        plant.setAll(0);
    }

    @Test
    void aStepEarnsItsPointsOnceItsEndHasHeld() {
        run(1);
        assertThat(state("valve")).isEqualTo(StepState.READY);
        operate("HV-1");
        run(0.1);
        assertThat(state("valve")).isEqualTo(StepState.ACTIVE);
        plant.set("HV-1", 100);
        run(4.9);
        assertThat(step("valve").holdDone()).isCloseTo(4.8, within(1e-6));
        assertThat(step("valve").earned()).isZero();
        run(0.3);
        assertThat(state("valve")).isEqualTo(StepState.DONE_OK);
        assertThat(step("valve").earned()).isEqualTo(20);
        ScoreEvent event = scorer.sheet().history().get(0);
        assertThat(event.reason()).isEqualTo(Reason.STEP_DONE);
        assertThat(event.text().en()).isEqualTo("\"Open HV-1\" was done in time: 20 points.");
        assertThat(event.evidence().get(0).name()).isEqualTo("HV-1");
        assertThat(event.evidence().get(0).limit()).isEqualTo(">= 90");
        assertThat(event.before().orElseThrow().target()).isEqualTo("HV-1");
    }

    @Test
    void beingSlowCostsLinearlyDownToSixTenths() {
        assertThat(earnedAfter(140)).isCloseTo(20, within(EXACT));
        assertThat(earnedAfter(225)).isCloseTo(20 * 0.8, within(0.02));
        assertThat(earnedAfter(400)).isCloseTo(20 * 0.6, within(EXACT));
    }

    private double earnedAfter(double seconds) {
        empty();
        scorer = scorer("");
        run(1);
        operate("HV-1");
        run(seconds);
        plant.set("HV-1", 100);
        run(6);
        return step("valve").earned();
    }

    @Test
    void doneOutOfTurnEarnsHalfAndSaysSo() {
        run(1);
        operate("REPORT");
        plant.set("REPORT", 1);
        run(9);
        assertThat(state("report")).isEqualTo(StepState.LOCKED);
        run(3);
        assertThat(state("report")).isEqualTo(StepState.EARLY);
        assertThat(step("report").earned()).isEqualTo(5);
        assertThat(scorer.sheet().losses())
                .singleElement()
                .satisfies(loss -> assertThat(loss.text().zh()).contains("跳步").contains("valve"));
    }

    @Test
    void whatHappensByItselfIsNotOutOfTurn() {
        run(1);
        plant.set("REPORT", 1);
        run(30);
        assertThat(state("report")).isEqualTo(StepState.LOCKED);
    }

    @Test
    void aStrictPredecessorLeftOutMakesItWrongAndCostsThePenaltyExactly() {
        run(1);
        operate("P-1");
        plant.set("P-1", 1);
        run(12);
        assertThat(state("pump")).isEqualTo(StepState.WRONG);
        ScoreSheet sheet = scorer.sheet();
        assertThat(step("pump").earned()).isZero();
        assertThat(sheet.totals().penalties()).isEqualTo(3);
        assertThat(sheet.losses()).extracting(ScoreEvent::lost).containsExactly(30.0, 3.0);
        assertThat(sheet.losses().get(0).text().en()).contains("Wrong order").contains("valve");
    }

    @Test
    void whatIsUndoneBeforeTheNextStepIsEarnedAgainForSevenTenths() {
        doValve();
        plant.set("HV-1", 0);
        run(9);
        assertThat(state("valve")).isEqualTo(StepState.DONE_OK);
        run(2);
        assertThat(state("valve")).isEqualTo(StepState.REGRESSED);
        assertThat(state("pump")).isEqualTo(StepState.LOCKED);
        assertThat(step("valve").earned()).isZero();
        plant.set("HV-1", 100);
        run(6);
        assertThat(state("valve")).isEqualTo(StepState.DONE_OK);
        assertThat(step("valve").earned()).isCloseTo(14, within(EXACT));
        plant.set("HV-1", 0);
        run(30);
        assertThat(step("valve").earned()).isCloseTo(14, within(EXACT));
    }

    @Test
    void whatIsUndoneAfterTheNextStepBeganStaysEarned() {
        doValve();
        operate("P-1");
        run(1);
        plant.set("HV-1", 0);
        run(30);
        assertThat(state("valve")).isEqualTo(StepState.DONE_OK);
    }

    @Test
    void whatWasDoneAtLoadIsWaivedAndItsPointsAreSpread() {
        plant.set("HV-1", 100);
        run(1);
        assertThat(state("valve")).isEqualTo(StepState.WAIVED);
        assertThat(step("pump").points()).isCloseTo(30 * 60.0 / 40, within(EXACT));
        assertThat(step("report").points()).isCloseTo(10 * 60.0 / 40, within(EXACT));
        assertThat(state("pump")).isEqualTo(StepState.READY);
    }

    @Test
    void anUnfinishedStepKeepsItsPartialMarks() {
        doValve();
        operate("P-1");
        plant.set("FI-1", 25);
        run(1);
        scorer.close();
        assertThat(state("pump")).isEqualTo(StepState.CLOSED);
        assertThat(step("pump").earned()).isCloseTo(30 * 0.25, within(EXACT));
        assertThat(state("report")).isEqualTo(StepState.CLOSED);
    }

    @Test
    void oneOfSeveralWaysIsEnough() {
        scorer = scorer(", \"altGroup\": \"g\"");
        run(1);
        operate("HV-9");
        plant.set("HV-9", 100);
        run(6);
        assertThat(state("bypass")).isEqualTo(StepState.DONE_OK);
        assertThat(state("valve")).isEqualTo(StepState.WAIVED);
        assertThat(state("pump")).isEqualTo(StepState.READY);
        assertThat(scorer.sheet().totals().steps()).isEqualTo(20);
    }

    @Test
    void qualityIsTheMeanClosenessOfTheWindow() {
        plant.set("E-3", 1).set("TI-3", 80);
        doValve();
        run(50.05);
        plant.set("TI-3", 84);
        run(50);
        ScoreSheet.QualityScore score = scorer.sheet().quality().get(0);
        assertThat(score.seconds()).isEqualTo(102);
        assertThat(score.mean()).isCloseTo((52 + 50 * 0.25) / 102, within(EXACT));
        assertThat(score.earned()).isCloseTo(40 * score.mean(), within(EXACT));
        plant.set("TI-3", 90);
        run(1);
        assertThat(scorer.sheet().quality().get(0).beyond()).isCloseTo(5, within(EXACT));
    }

    @Test
    void aColumnAtRestOnTargetEarnsNoQuality() {
        doValve();
        plant.set("TI-3", 80);
        run(300);
        assertThat(scorer.sheet().quality().get(0).earned()).isZero();
    }

    @Test
    void aMomentOnTargetEarnsOnlyItsShareOfTheMinimum() {
        plant.set("E-3", 1).set("TI-3", 80);
        doValve();
        run(9);
        assertThat(scorer.sheet().quality().get(0).seconds()).isEqualTo(10);
        assertThat(scorer.sheet().quality().get(0).mean()).isCloseTo(10.0 / 60, within(EXACT));
    }

    @Test
    void aPenaltyFiresOncePerEpisodeUpToItsMaximum() {
        run(1);
        for (int i = 0; i < 5; i++) {
            plant.set("I-01.TRIP", 1);
            run(2);
            plant.set("I-01.TRIP", 0);
            run(5);
        }
        assertThat(scorer.sheet().penalties().get(0).count()).isEqualTo(1);
        run(11);
        for (int i = 0; i < 5; i++) {
            plant.set("I-01.TRIP", 1);
            run(2);
            plant.set("I-01.TRIP", 0);
            run(11);
        }
        ScoreSheet.PenaltyScore trips = scorer.sheet().penalties().get(0);
        assertThat(trips.count()).isEqualTo(6);
        assertThat(trips.lost()).isEqualTo(20);
    }

    @Test
    void everyInterlockHasItsOwnEpisode() {
        run(1);
        plant.set("I-01.TRIP", 1).set("I-02.TRIP", 1);
        run(1);
        assertThat(scorer.sheet().penalties().get(0).count()).isEqualTo(2);
        assertThat(scorer.sheet().penalties().get(0).lost()).isEqualTo(10);
    }

    @Test
    void whatIsTrueAtLoadCostsNothingUntilItWasFalse() {
        plant.set("I-01.TRIP", 1);
        run(60);
        assertThat(scorer.sheet().totals().penalties()).isZero();
        plant.set("I-01.TRIP", 0);
        run(1);
        plant.set("I-01.TRIP", 1);
        run(1);
        assertThat(scorer.sheet().totals().penalties()).isEqualTo(5);
    }

    @Test
    void whatIsDoneWithTheFirstCommandIsDoneByTheTrainee() {
        scorer.observe(plant, List.of());
        plant.set("HV-1", 100);
        run(10);
        assertThat(state("valve")).isEqualTo(StepState.DONE_OK);
    }

    @Test
    void whatHoldsBeforeTheFirstCommandCostsAndGivesNothing() {
        plant.set("I-01.TRIP", 1).set("HV-1", 100);
        scorer.observe(plant, List.of());
        run(10);
        assertThat(scorer.sheet().totals().penalties()).isZero();
        assertThat(state("valve")).isEqualTo(StepState.WAIVED);
    }

    @Test
    void penaltiesPerSecondGrowAndTheCapHoldsExceptOutsideIt() {
        run(1);
        plant.set("LIC-2", 95);
        run(10);
        assertThat(scorer.sheet().penalties().get(1).lost()).isCloseTo(5, within(0.06));
        run(500);
        assertThat(scorer.sheet().totals().penalties()).isEqualTo(40);
        plant.set("TI-3", 200);
        run(1);
        assertThat(scorer.sheet().totals().penalties()).isEqualTo(50);
        assertThat(scorer.sheet().criticalErrors()).containsExactly("release");
        assertThat(scorer.sheet().totals().total()).isZero();
    }

    @Test
    void aPenaltyShowsWhatWasDoneBefore() {
        run(1);
        operate("LIC-2");
        operate("HV-9");
        run(1);
        plant.set("LIC-2", 95);
        run(1);
        ScoreEvent event = scorer.sheet().history().get(0);
        assertThat(event.before().orElseThrow().target()).isEqualTo("LIC-2");
        assertThat(event.evidence().get(0).value()).isEqualTo(95);
        assertThat(event.evidence().get(0).limit()).isEqualTo("> 90");
    }

    @Test
    void whatServesTheStepWhoseTurnItIsIsNotDoneOutOfTurn() {
        scorer = scorer("");
        run(1);
        pending.add(new CommandRecord(plant.tick() + 1, plant.time(), "HV-1", "x", 1, "", true));
        plant.set("P-1", 1);
        run(30);
        assertThat(state("pump"))
                .as("the pump's end holds, but nobody touched the pump")
                .isEqualTo(StepState.LOCKED);
        String shared = RubricExample.json("").replace("\"actions\": [\"P-1\"]", "\"actions\": [\"P-1\", \"HV-1\"]");
        plant.setAll(0);
        scorer = new RubricScorer(
                RubricReader.read("test.json", shared.getBytes(StandardCharsets.UTF_8), Findings.throwing()),
                plant.table());
        run(1);
        operate("HV-1");
        plant.set("P-1", 1);
        run(30);
        assertThat(state("pump")).isEqualTo(StepState.LOCKED);
        plant.set("HV-1", 100);
        run(10);
        assertThat(state("pump")).isEqualTo(StepState.DONE_OK);
        assertThat(step("pump").earned()).isEqualTo(30);
    }

    @Test
    void aQualityMarkWhoseWindowNeverOpenedSaysWhatItWaitedFor() {
        run(5);
        scorer.close();
        assertThat(scorer.sheet().losses())
                .filteredOn(loss -> loss.reason() == Reason.QUALITY_NOT_BEGUN)
                .singleElement()
                .satisfies(loss -> {
                    assertThat(loss.evidence()).singleElement().satisfies(reading -> {
                        assertThat(reading.name()).isEqualTo("valve");
                        assertThat(reading.satisfied()).isFalse();
                    });
                });
    }

    private void eventful() {
        doValve();
        operate("P-1");
        plant.set("FI-1", 25).set("E-3", 1).set("TI-3", 83);
        run(30);
        plant.set("I-01.TRIP", 1).set("E-3", 0);
        run(60);
        plant.set("HV-1", 0).set("LIC-2", 95);
        run(12);
        plant.set("HV-1", 100).set("I-01.TRIP", 0).set("E-3", 1);
        run(15);
        plant.set("LIC-2", 50).set("I-01.TRIP", 1);
        run(5);
        scorer.close();
    }

    @Test
    void lossesAddUpToWhatIsMissing() {
        eventful();
        ScoreSheet sheet = scorer.sheet();
        double lost = sheet.losses().stream().mapToDouble(ScoreEvent::lost).sum();
        assertThat(sheet.totals().total()).isBetween(1.0, 99.0);
        assertThat(sheet.totals().maximum() - lost).isCloseTo(sheet.totals().total(), within(1e-9));
        assertThat(sheet.losses()).allSatisfy(loss -> {
            assertThat(loss.text().zh()).isNotBlank();
            assertThat(loss.text().en()).isNotBlank();
            assertThat(loss.evidence()).isNotEmpty();
        });
    }

    @Test
    void theTimeLimitClosesTheTask() {
        run(999);
        assertThat(scorer.closed()).isFalse();
        run(2);
        assertThat(scorer.closed()).isTrue();
        assertThat(scorer.sheet().totals().total()).isZero();
    }

    @Test
    void aScorerRestoredAtAnyMomentGivesTheSameSheet() {
        eventful();
        ScoreSheet straight = scorer.sheet();
        assertThat(straight.history()).hasSizeGreaterThan(5);
        for (int every = 1; every < 20; every += 6) {
            empty();
            plant.rewind();
            scorer = scorer("");
            restoreEvery = every;
            eventful();
            assertThat(scorer.sheet()).as("restored every %d ticks", every).isEqualTo(straight);
        }
    }

    @Test
    void aStateOfAnotherRubricIsRefused() {
        doValve();
        byte[] state = saved();
        scorer = scorer(", \"altGroup\": \"g\"");
        assertThatThrownBy(() -> scorer.restore(plant, new StateReader(state)))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StateError.STATE_MISMATCH));
    }

    private byte[] saved() {
        StateWriter state = new StateWriter();
        scorer.save(state);
        return state.toByteArray();
    }

    private void restoreScorer() {
        StateReader state = new StateReader(saved());
        scorer = scorer("");
        scorer.restore(plant, state);
        state.end();
    }

    @Test
    void aTickOnWhichNothingHappensAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        doValve();
        List<CommandRecord> none = List.of();
        for (int i = 0; i < 2000; i++) {
            scorer.observe(plant.next(), none);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 5000; i++) {
            scorer.observe(plant.next(), none);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        // Far below one object per tick; the measurement itself allocates a little.
        assertThat(allocated).isLessThan(5000);
    }

    private void doValve() {
        run(1);
        operate("HV-1");
        plant.set("HV-1", 100);
        run(6);
        assertThat(state("valve")).isEqualTo(StepState.DONE_OK);
    }

    private void operate(String target) {
        pending.add(new CommandRecord(plant.tick() + 1, plant.time() + 0.1, target, "x", 1, "", true));
    }

    private void run(double seconds) {
        double end = plant.time() + seconds - 1e-9;
        while (plant.time() < end) {
            plant.next();
            scorer.observe(plant, pending);
            pending.clear();
            if (restoreEvery > 0 && plant.tick() % restoreEvery == 0) {
                restoreScorer();
            }
        }
    }

    private StepState state(String id) {
        return step(id).state();
    }

    private ScoreSheet.StepScore step(String id) {
        return scorer.sheet().steps().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private RubricScorer scorer(String valveGroup) {
        String json = RubricExample.json(valveGroup);
        Rubric rubric = RubricReader.read("test.json", json.getBytes(StandardCharsets.UTF_8), Findings.throwing());
        return new RubricScorer(rubric, plant.table());
    }
}
