package org.openots.common.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openots.common.error.CommonError;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.signal.SyntheticSignals;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;

/** Rubrics of rig skills: nobody sees operations, and lost values neither earn nor cost anything. */
class RigSkillTest {
    private static final double LOST = Double.NaN;

    private final SyntheticSignals plant = new SyntheticSignals("FI-1", "TI-2", "RECORD.X", "HV-1");
    private final String good = """
            {"format": "rubric", "formatVersion": "1.1", "id": "R-1", "version": 1, "plant": "test",
             "initialCondition": "cold", "level": "senior", "title": {"zh": "测试", "en": "Test"},
             "rigSkill": {"number": 1, "post": "column", "faults": [{"fault": "F", "atS": 30}]},
             "timeLimitS": 1000, "penaltyCap": 40,
             "steps": [
              {"id": "flow", "text": {"zh": "流量", "en": "Flow"}, "hint": {"zh": "开", "en": "open"}, "points": 30,
               "end": "FI-1 > 10", "holdS": 20, "timing": {"from": "ready", "fullS": 60, "lowS": 120, "rest": 0}},
              {"id": "warm", "text": {"zh": "温度", "en": "Warm"}, "hint": {"zh": "热", "en": "heat"}, "points": 30,
               "end": "TI-2 < 90", "after": ["flow"]}
             ],
             "quality": [
              {"id": "band", "text": {"zh": "带", "en": "Band"}, "points": 40, "value": "TI-2", "unit": "°C", "target": 80,
               "innerLow": -1, "innerHigh": 1, "outerLow": -3, "outerHigh": 3, "minDurationS": 100, "guard": "FI-1 > 5"}
             ],
             "penalties": [
              {"id": "low", "text": {"zh": "低", "en": "low flow"}, "points": 5, "max": 20, "when": "FI-1 < 2", "severity": 3}
             ]}""";
    private RubricScorer scorer = scorer();

    private RubricScorer scorer() {
        byte[] json = good.getBytes(StandardCharsets.UTF_8);
        return new RubricScorer(RubricReader.read("r.json", json, Findings.throwing()), plant.table());
    }

    private void run(double seconds) {
        for (int i = 0; i < Math.round(seconds / SyntheticSignals.TICK); i++) {
            scorer.observe(plant.next(), List.of());
        }
    }

    private ScoreSheet.StepScore step(int index) {
        return scorer.sheet().steps().get(index);
    }

    @Test
    void theSkillIsRead() {
        Rubric rubric = RubricReader.read("r.json", good.getBytes(StandardCharsets.UTF_8), Findings.throwing());
        Rubric.RigSkill skill = rubric.head().rig().orElseThrow();
        assertThat(skill.number()).isEqualTo(1);
        assertThat(skill.post()).isEqualTo(Rubric.Post.COLUMN);
        assertThat(skill.faults()).containsExactly(new Rubric.HiddenFault("F", 30));
    }

    @Test
    void aHoldGoesOnBehindLostValuesWithoutCounting() {
        plant.setAll(0).set("FI-1", 20);
        run(10);
        plant.set("FI-1", LOST);
        run(30);
        assertThat(step(0).state()).isNotEqualTo(StepState.DONE_OK);
        plant.set("FI-1", 20);
        run(9);
        assertThat(step(0).state()).isNotEqualTo(StepState.DONE_OK);
        run(2);
        assertThat(step(0).state()).isEqualTo(StepState.WAIVED);
    }

    @Test
    void lostTimeDoesNotCountAsSlow() {
        plant.setAll(0);
        run(50);
        plant.set("FI-1", LOST);
        run(300);
        plant.set("FI-1", 20);
        run(25);
        assertThat(step(0).state()).isEqualTo(StepState.DONE_OK);
        assertThat(step(0).earned()).isCloseTo(30, within(1e-9));
    }

    @Test
    void whatMustFollowSomethingIsNotWaivedAtTheBeginning() {
        plant.setAll(0).set("TI-2", 80);
        run(1);
        assertThat(step(1).state()).isEqualTo(StepState.LOCKED);
        plant.set("FI-1", 20);
        run(30);
        assertThat(step(1).state()).isEqualTo(StepState.DONE_OK);
    }

    @Test
    void lostSamplesDoNotCountInAWindow() {
        plant.setAll(0).set("FI-1", 20).set("TI-2", 80);
        run(60);
        plant.set("TI-2", LOST);
        run(60);
        plant.set("TI-2", 80).set("FI-1", LOST);
        run(40);
        scorer.close();
        ScoreSheet.QualityScore band = scorer.sheet().quality().get(0);
        assertThat(band.seconds()).isCloseTo(60, within(1.0));
        assertThat(band.earned()).isCloseTo(40, within(0.7));
    }

    @Test
    void anEpisodeGoesOnBehindLostValues() {
        plant.setAll(0).set("FI-1", 20);
        run(5);
        plant.set("FI-1", 1);
        run(5);
        plant.set("FI-1", LOST);
        run(60);
        plant.set("FI-1", 1);
        run(5);
        assertThat(scorer.sheet().penalties().get(0).count()).isEqualTo(1);
    }

    @Test
    void aBeginningWithoutValuesArmsNothing() {
        plant.setAll(LOST);
        run(20);
        plant.setAll(0).set("FI-1", 1);
        run(20);
        assertThat(scorer.sheet().penalties().get(0).count()).isZero();
        assertThat(scorer.sheet().totals().total()).isZero();
    }

    @Test
    void savedAndRestoredItGoesOnTheSame() {
        plant.setAll(0);
        run(40);
        plant.set("FI-1", LOST);
        run(40);
        StateWriter writer = new StateWriter();
        scorer.save(writer);
        RubricScorer other = scorer();
        other.restore(plant, new StateReader(writer.toByteArray()));
        for (int i = 0; i < 400; i++) {
            plant.set("FI-1", 20).next();
            scorer.observe(plant, List.of());
            other.observe(plant, List.of());
        }
        assertThat(other.sheet()).isEqualTo(scorer.sheet());
        assertThat(step(0).earned()).isCloseTo(30, within(1e-9));
    }

    @Test
    void whatNoRigShowsIsNamed() {
        assertThat(check(good)).isEmpty();
        Finding hidden = only(good.replace("TI-2 < 90", "HV-1 > 50"), CommonError.RUBRIC_NOT_ON_RIG);
        assertThat(hidden.pointer()).isEqualTo("/steps/1/end");
        assertThat(hidden.in(Locale.ENGLISH)).contains("does not show the signal \"HV-1\"");
        assertThat(hidden.in(Locale.SIMPLIFIED_CHINESE)).contains("HV-1", "DCS");
    }

    @Test
    void operationsThatNobodySeesAreNamed() {
        String acted = good.replace("\"end\": \"TI-2 < 90\"", "\"end\": \"TI-2 < 90\", \"actions\": [\"HV-1\"]");
        assertThat(only(acted, CommonError.RUBRIC_UNSEEN_ACTION).pointer()).isEqualTo("/steps/1/actions");
        assertThat(check(acted.replace("[\"HV-1\"]", "[\"RECORD.X\"]"))).isEmpty();
    }

    @Test
    void conditionsThatHoldWhileNothingIsKnownAreNamed() {
        assertThat(only(good.replace("FI-1 < 2", "not (FI-1 >= 2)"), CommonError.RUBRIC_HOLDS_UNKNOWN)
                        .pointer())
                .isEqualTo("/penalties/0/when");
        assertThat(only(good.replace("FI-1 < 2", "heldFor(not (FI-1 >= 2), 60)"), CommonError.RUBRIC_HOLDS_UNKNOWN)
                        .pointer())
                .isEqualTo("/penalties/0/when");
        assertThat(check(good.replace("FI-1 < 2", "valid(FI-1) and not (FI-1 >= 2)")))
                .isEmpty();
    }

    private Finding only(String json, CommonError code) {
        List<Finding> findings = check(json);
        assertThat(findings).extracting(Finding::code).containsExactly(code);
        return findings.get(0);
    }

    private List<Finding> check(String json) {
        return RubricLint.check(
                "r.json",
                json.getBytes(StandardCharsets.UTF_8),
                plant.table(),
                Map.of(),
                signal -> !signal.startsWith("HV-"));
    }
}
