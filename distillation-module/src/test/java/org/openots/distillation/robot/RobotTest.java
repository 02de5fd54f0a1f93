package org.openots.distillation.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.distillation.PlantSignals;

class RobotTest {
    private static final String RIG = "ethanol-water-rig";

    private final PlantSignals plant = new PlantSignals();

    @Test
    void aStepWaitsActsAndEnds() {
        ScriptOperator robot = robot("""
                {"id": "one", "when": "TI-708 > 90", "do": [{"target": "HV-713", "verb": "position", "value": 100}],
                 "until": "HV-713 >= 90"},
                {"id": "two", "do": [{"target": "RECORD.S-FEED", "verb": "enter", "value": "SAMPLE.S-FEED + 0.1"}]}""");
        assertThat(ticks(robot, 20)).isEmpty();
        plant.set("TI-708", 91);
        assertThat(ticks(robot, 20)).containsExactly(new RobotAction("HV-713", "position", 100, ""));
        assertThat(robot.currentStep()).contains("one");
        plant.set("HV-713", 95).set("SAMPLE.S-FEED", 20);
        assertThat(ticks(robot, 1)).containsExactly(new RobotAction("RECORD.S-FEED", "enter", 20.1, ""));
        assertThat(robot.finished()).isTrue();
        assertThat(robot.failedStep()).isEmpty();
    }

    @Test
    void aRampMovesInStepsAndPauses() {
        ScriptOperator robot = robot("""
                {"id": "ramp", "ramp": {"target": "JIC-701", "verb": "sp", "from": "2", "to": "$top", "ratePerS": 0.5,
                 "everyS": 2, "hold": "TI-702 > 79"}}""");
        List<RobotAction> actions = ticks(robot, 25);
        assertThat(actions).extracting(RobotAction::value).containsExactly(3.0, 4.0);
        plant.set("TI-702", 80);
        assertThat(ticks(robot, 50)).isEmpty();
        plant.set("TI-702", 70);
        assertThat(ticks(robot, 60)).extracting(RobotAction::value).containsExactly(4.5);
        assertThat(robot.finished()).isTrue();
    }

    @Test
    void aLoopRepeatsWhileItsConditionHolds() {
        ScriptOperator robot = robot("""
                {"id": "reset", "loop": {"while": "TRIPS > 0", "everyS": 1, "do": [{"target": "TRIPS", "verb": "reset"}]}}""");
        plant.set("TRIPS", 1);
        assertThat(ticks(robot, 31)).hasSize(4);
        plant.set("TRIPS", 0);
        assertThat(ticks(robot, 10)).isEmpty();
        assertThat(robot.finished()).isTrue();
    }

    @Test
    void aTimeoutFailsOrGoesOnAndThenJumps() {
        String stuck =
                "{\"id\": \"a\", \"until\": \"TI-708 > 90\", \"timeoutS\": 2%s}, {\"id\": \"b\", \"until\": \"false\"}, "
                        + "{\"id\": \"c\", \"until\": \"false\"}";
        ScriptOperator failing = robot(stuck.formatted(""));
        ticks(failing, 30);
        assertThat(failing.failedStep()).contains("a");
        assertThat(failing.finished()).isTrue();
        ScriptOperator going = robot(stuck.formatted(", \"onTimeout\": \"go-on\", \"then\": \"c\""));
        ticks(going, 30);
        assertThat(going.currentStep()).contains("c");
    }

    @Test
    void watchersActBesideTheSteps() {
        Findings findings = Findings.throwing();
        String json = """
                {"format": "robot-script", "formatVersion": "1.0", "id": "t", "title": {"zh": "测", "en": "t"},
                 "steps": [{"id": "a", "until": "TI-708 > 90"}, {"id": "b", "until": "false"}],
                 "watchers": [{"id": "w", "from": "b", "when": "ALARMS.UNACK > 0", "everyS": 1,
                   "do": [{"target": "ALARMS", "verb": "ack"}]}]}""";
        ScriptOperator robot = new ScriptOperator(RobotScriptReader.read(
                "t.json", json.getBytes(StandardCharsets.UTF_8), plant.table(), Map.of(), findings));
        plant.set("ALARMS.UNACK", 1);
        assertThat(ticks(robot, 20)).isEmpty();
        plant.set("TI-708", 95);
        assertThat(ticks(robot, 21)).hasSize(2).allMatch(a -> a.target().equals("ALARMS"));
    }

    @Test
    void mistakesAreNamedWithTheirPlace() {
        assertThatThrownBy(() -> robot("{\"id\": \"a\", \"when\": \"LIC-720 > $top\"}"))
                .hasMessageContaining("t.json#/steps/0/when")
                .hasMessageContaining("LIC-702");
        assertThatThrownBy(() -> robot("{\"id\": \"a\", \"when\": \"LIC-702 > $bottom\"}"))
                .hasMessageContaining("parameter named \"bottom\"");
        assertThatThrownBy(() -> robot("{\"id\": \"a\", \"whne\": \"LIC-702 > 1\"}"))
                .hasMessageContaining("\"when\"");
    }

    @Test
    void theExpertScriptCompilesAndBeginsByTheProcedure() {
        RobotOperator robot = RobotLibrary.robot(RIG, "expert-A-1", plant.table(), 0);
        assertThat(ticks(robot, 1)).extracting(RobotAction::target).startsWith("PPE", "AT-703");
        plant.set("PPE", 1).set("AT-703.TEST", 1);
        assertThat(ticks(robot, 1)).hasSize(10).allMatch(a -> a.verb().equals("inspect"));
        plant.set("CHECK.COUNT", 10);
        assertThat(ticks(robot, 1)).extracting(RobotAction::target).containsExactly("SW-701", "SW-702");
    }

    @Test
    void parametersCanBeOverridden() {
        RobotScript script = RobotLibrary.script(RIG, "expert-A-1", plant.table(), Map.of("fillLevel", 55.5));
        assertThat(script.steps().stream().filter(s -> s.id().equals("charge")))
                .singleElement()
                .satisfies(s -> assertThat(s.until().text()).contains("55.5"));
        assertThatThrownBy(() -> RobotLibrary.script(RIG, "expert-A-1", plant.table(), Map.of("nothing", 1.0)))
                .hasMessageContaining("nothing");
    }

    @Test
    void idleDoesNothingAndRandomIsSeeded() {
        assertThat(RobotLibrary.robot(RIG, "idle", plant.table(), 0).onTick(plant))
                .isEmpty();
        List<RobotAction> first = ticks(RobotLibrary.robot(RIG, "random", plant.table(), 7), 20_000);
        PlantSignals again = new PlantSignals();
        RobotOperator second = RobotLibrary.robot(RIG, "random", again.table(), 7);
        List<RobotAction> repeated = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            repeated.addAll(second.onTick(again.next()));
        }
        assertThat(repeated).isEqualTo(first).hasSizeBetween(300, 500);
        Set<String> verbs = new HashSet<>();
        first.forEach(a -> verbs.add(a.verb()));
        assertThat(verbs).contains("position", "start", "stop", "sp", "op", "mode");
    }

    private ScriptOperator robot(String steps) {
        String json = """
                {"format": "robot-script", "formatVersion": "1.0", "id": "t", "title": {"zh": "测", "en": "t"},
                 "parameters": {"top": {"value": 4.5, "unit": "kW"}}, "steps": [%s]}""".formatted(steps);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new ScriptOperator(
                RobotScriptReader.read("t.json", bytes, plant.table(), Map.of(), Findings.throwing()));
    }

    private List<RobotAction> ticks(RobotOperator robot, int count) {
        List<RobotAction> actions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            actions.addAll(robot.onTick(plant.next()));
        }
        return actions;
    }

    @Test
    void theLibraryListsExactlyTheScriptsThereAre() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(
                        RobotLibrary.class.getResource("/org/openots/distillation/robots/ethanol-water-rig"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(RobotLibrary.scripts("ethanol-water-rig"));
        }
    }

    @Test
    void anUnknownRobotIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> RobotLibrary.robot("ethanol-water-rig", "expret", plant.table(), 1))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(RobotError.UNKNOWN_ROBOT))
                .hasMessageContaining("expret")
                .hasMessageContaining("expert-A-1");
    }
}
