package org.openots.distillation.field3d.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.body.Controls;
import org.openots.distillation.field3d.state.Operation;
import org.openots.distillation.field3d.ui.Screen;
import org.openots.distillation.field3d.ui.Settings;

/** Robots play scripts with the keys and the pointer of a player; nothing is drawn. */
class RobotPlayerTest {
    private static final double PICTURE = 1.0 / 20;
    private static final Screen SCREEN = Screen.of(1280, 800, 1);
    private static final FieldScenes.Loaded RIG = FieldScenes.load("ethanol-water-rig", Locale.forLanguageTag("zh-CN"));

    private final FakeStation station = new FakeStation();
    private final List<RobotPlayer.Report> reports = new ArrayList<>();

    private RobotPlayer play(FieldScript script) {
        station.values.put("PPE", 0.0);
        for (String valve : List.of("HV-701", "HV-702", "HV-705", "HV-714", "LG-703", "PG-704", "P-701")) {
            station.values.putIfAbsent(valve, 0.0);
        }
        station.values.put("P-701.PERMIT", 1.0);
        station.values.put("PG-704", 0.3);
        Game game = new Game(RIG.scene(), RIG.field(), station, new Player("01", "张三", true), Settings.DEFAULT);
        RobotPlayer robot = new RobotPlayer(script, new RobotMoves(game, RIG), Optional.empty(), reports::add);
        for (int i = 0; i < 20 * 600 && !robot.over(); i++) {
            robot.drive(game, PICTURE, Controls.NONE);
            game.layout(SCREEN, (size, text) -> 0.6f * size * text.length());
            if (robot.wantsPicture()) {
                robot.drawn(() -> {
                    throw new AssertionError("nothing is drawn");
                });
            }
        }
        return robot;
    }

    private static FieldScript script(String steps) {
        String text = "{\"format\":\"openots-field-script\",\"formatVersion\":\"1.0\",\"id\":\"t\","
                + "\"plant\":\"ethanol-water-rig\",\"title\":{\"zh\":\"试\",\"en\":\"trial\"},\"steps\":[" + steps
                + "]}";
        return new FieldScriptReader(RIG).read(StrictJson.parse("t.json", text, Findings.throwing()));
    }

    @Test
    void theExampleIsPlayedFromTheGateToTheThirdFloor() {
        Path file = Path.of("..", "docs", "examples", "field-cooling-water.json");
        FieldScript script = new FieldScriptReader(RIG).read(StrictJson.read(file, Findings.throwing()));
        RobotPlayer robot = play(script);
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.done())
                        .as("%s: %s", report.words(), report.text())
                        .isTrue());
        assertThat(robot.failed()).isFalse();
        assertThat(reports).hasSameSizeAs(script.steps());
        assertThat(station.operations).contains(Operation.local("P-701", "start"), Operation.of("SW-701", "on"));
        assertThat(station.values).containsEntry("HV-714", 100.0).containsEntry("P-701", 1.0);
        assertThat(reports.stream().map(report -> report.text().en()))
                .anyMatch(text -> text.contains("ladders climbed"));
    }

    @Test
    void aValveIsTurnedPartOfTheWay() {
        RobotPlayer robot = play(script("{\"do\":\"go\",\"item\":\"HV-714\"},{\"do\":\"use\",\"item\":\"HV-714\"},"
                + "{\"do\":\"valve\",\"percent\":65},{\"do\":\"until\",\"condition\":\"HV-714 > 64\"}"));
        assertThat(robot.failed()).as("%s", reports).isFalse();
        assertThat(station.values.get("HV-714")).isBetween(64.0, 66.0);
    }

    @Test
    void theFieldOperatorsPartOfTheColdStartIsPlayed() {
        Path file = Path.of("..", "docs", "examples", "field-A-1.json");
        FieldScript script = new FieldScriptReader(RIG).read(StrictJson.read(file, Findings.throwing()));
        RIG.field().valves().keySet().forEach(valve -> station.values.put(valve, 0.0));
        for (String sentence : List.of("go-ahead", "please-open", "please-shut", "please-start", "please-sample")) {
            station.values.put("RADIO." + sentence, 9.0);
        }
        for (String sample : List.of("S-FEED", "S-TOP", "S-BOT")) {
            station.values.put("SAMPLE." + sample, 20.126);
            station.values.put("SAMPLE." + sample + ".COUNT", 2.0);
        }
        station.values.put("CHECK.COUNT", 10.0);
        station.values.put("CHECK.TOTAL", 10.0);
        station.values.put("LG-703", 30.0);
        station.values.put("P-701.SPEED", 100.0);
        RobotPlayer robot = play(script);
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.done())
                        .as("%s: %s", report.words(), report.text())
                        .isTrue());
        assertThat(robot.failed()).isFalse();
        assertThat(reports).hasSameSizeAs(script.steps());
        assertThat(station.operations)
                .contains(
                        new Operation("RECORD.S-TOP", "enter", 20.13, ""),
                        new Operation("RADIO", "call", 0, "shut:HV-705"),
                        new Operation("CHECK.CP-08", "report", 0, ""),
                        Operation.local("P-703", "start"));
        assertThat(station.values).containsEntry("HV-713", 100.0).containsEntry("HV-718", 0.0);
    }

    @Test
    void aResultThatDoesNotComeIsNotWrittenDown() {
        assertThat(failure("{\"do\":\"go\",\"item\":\"S-FEED\"},{\"do\":\"use\",\"item\":\"S-FEED\"},"
                        + "{\"do\":\"write\",\"timeoutS\":1}"))
                .contains("S-FEED", "1 s");
        assertThat(failure("{\"do\":\"write\"}")).contains("sample point");
    }

    private String failure(String steps) {
        RobotPlayer robot = play(script(steps));
        assertThat(robot.failed()).isTrue();
        assertThat(robot.over()).isTrue();
        RobotPlayer.Report last = reports.get(reports.size() - 1);
        assertThat(last.done()).isFalse();
        return last.text().en();
    }

    @Test
    void whatIsOutOfReachIsNotUsed() {
        assertThat(failure("{\"do\":\"use\",\"item\":\"HV-714\"}")).contains("HV-714", "out of reach");
    }

    @Test
    void aRefusalOfTheStationEndsTheScript() {
        station.refusal = Optional.of(new LocalText("运行已冻结", "the run is frozen"));
        assertThat(failure("{\"do\":\"go\",\"item\":\"SW-701\"},{\"do\":\"use\",\"item\":\"SW-701\"},"
                        + "{\"do\":\"press\",\"button\":\"on\"},{\"do\":\"pause\",\"seconds\":1}"))
                .contains("the run is frozen");
        assertThat(reports).hasSize(3);
    }

    @Test
    void aButtonThatIsNotThereIsNamedWithThoseThatAre() {
        assertThat(failure("{\"do\":\"go\",\"item\":\"SW-701\"},{\"do\":\"use\",\"item\":\"SW-701\"},"
                        + "{\"do\":\"press\",\"button\":\"off\"}"))
                .contains("\"off\"", "close");
    }

    @Test
    void aConditionThatDoesNotHoldInTimeEndsTheScript() {
        assertThat(failure("{\"do\":\"until\",\"condition\":\"P-701 == 1\",\"timeoutS\":2}"))
                .contains("P-701 == 1", "2 s");
    }

    @Test
    void aReadingOutsideItsLimitsEndsTheScript() {
        assertThat(failure("{\"do\":\"go\",\"item\":\"PG-704\"},{\"do\":\"read\",\"item\":\"PG-704\",\"atLeast\":5}"))
                .contains("PG-704", "5");
    }
}
