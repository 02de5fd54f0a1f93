package org.openots.distillation.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.assessment.CommandRecord;
import org.openots.common.assessment.QualityItem;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.RubricScorer;
import org.openots.common.assessment.RubricStep;
import org.openots.common.assessment.ScoreSheet;
import org.openots.common.assessment.StepState;
import org.openots.distillation.PlantSignals;

class RubricLibraryTest {
    private static final String RIG = "ethanol-water-rig";

    private final RubricLibrary library = RubricLibrary.open();
    private final PlantSignals plant = new PlantSignals();
    private final List<CommandRecord> commands = new ArrayList<>();

    @Test
    void everyRubricIsFreeOfFindings() {
        assertThat(library.plants()).contains(RIG);
        assertThat(library.tasks(RIG)).startsWith("A-1", "A-2", "A-3", "A-4", "A-5");
        assertThat(library.check(RIG, plant.table()).stream()
                        .map(f -> f.in(Locale.ENGLISH))
                        .toList())
                .isEmpty();
    }

    @Test
    void coldStartHasTheTwentyStepsAndPointsOfTheProcedure() {
        Rubric rubric = library.rubric(RIG, "A-1");
        assertThat(rubric.steps())
                .extracting(RubricStep::points)
                .containsExactly(
                        2.0, 3.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0, 4.0, 4.0, 5.0, 6.0, 6.0, 5.0, 4.0, 5.0, 4.0, 4.0, 4.0,
                        6.0);
        assertThat(rubric.quality()).extracting(QualityItem::points).containsExactly(4.0, 3.0, 4.0, 3.0, 6.0);
        assertThat(rubric.maximum()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-1", "A-2", "A-3", "A-4", "A-5"})
    void everyRuleExplainsItselfInBothLanguages(String task) {
        Rubric rubric = library.rubric(RIG, task);
        assertThat(rubric.head().notes()).isNotEmpty();
        assertThat(rubric.steps()).allSatisfy(step -> {
            assertThat(step.hint().zh()).matches("(?s).*[\\u4e00-\\u9fff].*");
            assertThat(step.text().en()).doesNotContainPattern("[\\u4e00-\\u9fff]");
        });
    }

    @Test
    void everySkillOfTheRigHasARubricForItsPost() {
        Map<Integer, Rubric.Post> posts = new TreeMap<>();
        for (String task : library.tasks(RIG)) {
            Rubric rubric = library.rubric(RIG, task);
            rubric.head().rig().ifPresent(skill -> {
                posts.put(skill.number(), skill.post());
                assertThat(rubric.head().notes()).as(task).isNotEmpty();
                assertThat(rubric.steps()).as(task).allSatisfy(step -> {
                    assertThat(step.actions()).isEmpty();
                    assertThat(step.hint().zh()).matches("(?s).*[\\u4e00-\\u9fff].*");
                    assertThat(step.text().en()).doesNotContainPattern("[\\u4e00-\\u9fff]");
                });
            });
        }
        assertThat(posts.keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
        assertThat(posts.values()).contains(Rubric.Post.values());
    }

    @Test
    void doingNothingInTheColdEarnsNothing() {
        RubricScorer scorer = new RubricScorer(library.rubric(RIG, "A-1"), plant.table());
        run(scorer, 600);
        scorer.close();
        assertThat(scorer.sheet().totals().total()).isZero();
    }

    @Test
    void heatingWithoutWaterIsWrongAndPenalised() {
        RubricScorer scorer = new RubricScorer(library.rubric(RIG, "A-1"), plant.table());
        run(scorer, 1);
        operate("E-703", "start");
        plant.set("E-703", 1).set("JI-701", 17).set("LIC-702", 60);
        run(scorer, 45);
        ScoreSheet sheet = scorer.sheet();
        assertThat(state(sheet, "S09")).isEqualTo(StepState.WRONG);
        assertThat(sheet.totals().penalties()).isEqualTo(8);
        assertThat(sheet.losses()).anySatisfy(loss -> {
            assertThat(loss.ruleId()).isEqualTo("no-cooling");
            assertThat(loss.evidence()).anySatisfy(e -> assertThat(e.name()).isEqualTo("FI-705"));
            assertThat(loss.before().orElseThrow().target()).isEqualTo("E-703");
        });
    }

    @Test
    void anEmergencyStopByButtonWithinAMinuteEarnsAll() {
        normal();
        RubricScorer scorer = new RubricScorer(library.rubric(RIG, "A-3"), plant.table());
        run(scorer, 5);
        operate("ESD-701", "press");
        plant.set("ESD-701", 1).set("E-703", 0).set("E-701", 0).set("P-701", 0).set("P-703", 0);
        plant.set("P-702A", 0).set("XV-713", 100);
        run(scorer, 20);
        operate("REPORT", "send");
        plant.set("REPORT", 1);
        run(scorer, 40);
        scorer.close();
        assertThat(scorer.sheet().totals().total()).isCloseTo(100, within(1e-9));
    }

    @Test
    void aSlowEmergencyStopLosesTimeMarksOnly() {
        normal();
        RubricScorer scorer = new RubricScorer(library.rubric(RIG, "A-3"), plant.table());
        run(scorer, 5);
        operate("E-703", "stop");
        plant.set("E-703", 0);
        run(scorer, 1);
        operate("E-701", "stop");
        plant.set("E-701", 0);
        run(scorer, 1);
        operate("P-701", "stop");
        operate("P-703", "stop");
        plant.set("P-701", 0).set("P-703", 0);
        run(scorer, 113);
        operate("REPORT", "send");
        plant.set("REPORT", 1);
        run(scorer, 40);
        scorer.close();
        ScoreSheet sheet = scorer.sheet();
        assertThat(sheet.totals().total()).isBetween(60 + 19.0, 60 + 21.0);
        assertThat(sheet.losses())
                .singleElement()
                .satisfies(loss -> assertThat(loss.ruleId()).isEqualTo("S8"));
    }

    @Test
    void theSteadyDrillRewardsBandsAndThroughput() {
        normal();
        RubricScorer scorer = new RubricScorer(library.rubric(RIG, "A-4"), plant.table());
        run(scorer, 1201);
        assertThat(scorer.closed()).isTrue();
        assertThat(scorer.sheet().totals().total()).isGreaterThan(99);

        plant.set("FIC-701", 0).set("FIC-703", 0);
        RubricScorer parked = new RubricScorer(library.rubric(RIG, "A-4"), plant.table());
        run(parked, 1201);
        assertThat(parked.sheet().totals().total()).isZero();
    }

    @Test
    void shutdownRunsThroughInOrder() {
        normal();
        RubricScorer scorer = new RubricScorer(library.rubric(RIG, "A-2"), plant.table());
        run(scorer, 65);
        step(scorer, "E-701", () -> plant.set("E-701", 0));
        step(scorer, "P-701", () -> {
            plant.set("P-701", 0).set("FIC-701", 0);
            for (String valve : List.of("HV-701", "HV-702", "HV-703C")) {
                plant.set(valve, 0);
            }
        });
        step(scorer, "P-703", () -> plant.set("P-703", 0).set("FIC-703", 0));
        step(scorer, "E-703", () -> plant.set("E-703", 0).set("JI-701", 0));
        plant.set("LIC-703", 14);
        run(scorer, 5);
        step(scorer, "P-702A", () -> plant.set("P-702A", 0).set("FIC-702", 0));
        cool(scorer);
        step(scorer, "HV-704", () -> plant.set("HV-704", 100).set("LIC-702", 5));
        step(scorer, "HV-714", () -> plant.set("HV-714", 0).set("FI-705", 0));
        step(scorer, "SW-701", () -> {
            plant.set("SW-701", 0).set("SW-702", 0).set("LOG.COMPLETE", 1);
            for (String valve : List.of("HV-704", "HV-706", "HV-707", "HV-711", "HV-712", "HV-715")) {
                plant.set(valve, 0);
            }
        });
        scorer.close();
        ScoreSheet sheet = scorer.sheet();
        assertThat(sheet.losses().stream().map(l -> l.ruleId() + " " + l.text().en()))
                .isEmpty();
        assertThat(sheet.totals().total()).isCloseTo(100, within(1e-9));
    }

    private void cool(RubricScorer scorer) {
        double kelvinPerSecond = 2.0 / 60;
        while (plant.get("TI-708") > 38) {
            plant.set("TI-708", plant.get("TI-708") - kelvinPerSecond * 10);
            plant.set("TI-702", Math.min(plant.get("TI-702"), plant.get("TI-708")));
            run(scorer, 10);
        }
    }

    private void step(RubricScorer scorer, String target, Runnable change) {
        operate(target, "x");
        change.run();
        run(scorer, 15);
    }

    private void normal() {
        for (String on : List.of("E-703", "E-701", "P-701", "P-702A", "P-703", "SW-701", "SW-702", "PPE")) {
            plant.set(on, 1);
        }
        for (String open : List.of(
                "HV-701", "HV-702", "HV-703C", "HV-706", "HV-707", "HV-711", "HV-712", "HV-713", "HV-714", "HV-715")) {
            plant.set(open, 100);
        }
        plant.set("FIC-701", 60)
                .set("FIC-702", 36)
                .set("FIC-703", 12)
                .set("FI-705", 1.4)
                .set("JI-701", 15.6);
        plant.set("TIC-705", 80.9)
                .set("AI-701", 90.6)
                .set("AI-702", 2.3)
                .set("LIC-702", 60)
                .set("LIC-703", 50);
        plant.set("EI-701", 1.3).set("PDI-703", 3).set("TI-702", 78.3).set("TI-708", 98.6);
    }

    private void operate(String target, String verb) {
        commands.add(new CommandRecord(plant.tick() + 1, plant.time() + 0.1, target, verb, 0, "", true));
    }

    private void run(RubricScorer scorer, double seconds) {
        double end = plant.time() + seconds - 1e-9;
        while (plant.time() < end) {
            plant.next();
            scorer.observe(plant, commands);
            commands.clear();
        }
    }

    private static StepState state(ScoreSheet sheet, String id) {
        return sheet.steps().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void anUnknownRubricIsRefused() {
        assertThatThrownBy(() -> library.rubric(RIG, "A-9")).hasMessageContaining("A-9");
    }
}
