package org.openots.distillation.field3d.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.body.Controls;
import org.openots.distillation.field3d.net.Snapshot;
import org.openots.distillation.field3d.state.Effect;
import org.openots.distillation.field3d.state.Operation;
import org.openots.distillation.field3d.ui.Picture;
import org.openots.distillation.field3d.ui.Screen;
import org.openots.distillation.field3d.ui.Settings;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.field.VisibleDefect;

/** A recorded run is played back: through the eyes of its operator, or free. */
class ReplayTest {
    private static final Recording.Walker OPERATOR = new Recording.Walker(
            "张三",
            true,
            List.of(
                    new Recording.Pose(0, new Vector3f(2.6f, 1.62f, -1), 3.0, 0),
                    new Recording.Pose(1, new Vector3f(2.6f, 1.62f, -2), -3.0, 0.2),
                    new Recording.Pose(60, new Vector3f(2.6f, 1.62f, -4), 0, 0)));

    private static final Effect SPRAY = new Effect("sump-drain", Effect.Kind.LIQUID, 0.5);
    private static final Effect POOL = new Effect("sump-drain", Effect.Kind.POOL, 0.02);
    private static final VisibleDefect OIL = new VisibleDefect("CP-07", InspectionDefect.OIL);

    private final Replay replay = new Replay(recording());

    private static Recording recording() {
        return new Recording(
                "ethanol-water-rig",
                new LocalText("冷态开车", "cold start"),
                "张三",
                List.of(
                        new Recording.Moment(0, Map.of("HV-714", 0.0, "P-701", 0.0), List.of(), List.of()),
                        new Recording.Moment(10, Map.of("HV-714", 100.0, "P-701", 1.0), List.of(SPRAY), List.of(OIL)),
                        new Recording.Moment(
                                100, Map.of("HV-714", 100.0, "P-701", 1.0), List.of(SPRAY, POOL), List.of())),
                List.of(
                        OPERATOR,
                        new Recording.Walker(
                                "教师", false, List.of(new Recording.Pose(5, new Vector3f(5, 1.62f, -3), 0, 0)))),
                List.of(new Recording.Event(8, new LocalText("HV-714 全开", "HV-714 is open"))));
    }

    private Snapshot next(double seconds) {
        replay.advance(seconds);
        List<Snapshot> taken = replay.take();
        return taken.get(taken.size() - 1);
    }

    @Test
    void valuesRunBetweenTheFramesAndSwitchesJump() {
        assertThat(next(0).full()).isTrue();
        Snapshot half = next(5);
        assertThat(half.time()).isEqualTo(5);
        assertThat(half.full()).isFalse();
        assertThat(half.values().get("HV-714")).isEqualTo(50);
        assertThat(half.values().get("P-701")).isZero();
        assertThat(next(5).values().get("P-701")).isEqualTo(1);
    }

    @Test
    void itStopsGoesFasterAndLeaps() {
        replay.key(GameKey.PLAY);
        assertThat(next(5).time()).isZero();
        replay.key(GameKey.PLAY);
        replay.key(GameKey.FASTER);
        replay.key(GameKey.FASTER);
        assertThat(next(4).time()).as("five times as fast").isEqualTo(20);
        replay.key(GameKey.REWIND);
        Snapshot back = next(0);
        assertThat(back.time()).isEqualTo(10);
        assertThat(back.full()).as("nothing of before counts").isTrue();
        for (int i = 0; i < 9; i++) {
            replay.key(GameKey.FASTER);
        }
        assertThat(next(100).time()).as("not beyond the end").isEqualTo(100);
        assertThat(replay.tape().playing()).isFalse();
        assertThat(replay.tape().speed()).isEqualTo(20);
        replay.key(GameKey.PLAY);
        assertThat(replay.tape().at()).as("from the beginning").isZero();
        for (int i = 0; i < 9; i++) {
            replay.key(GameKey.SLOWER);
        }
        assertThat(replay.tape().speed()).isEqualTo(1);
    }

    @Test
    void whatHappenedIsToldWhenItsTimeComes() {
        replay.advance(7);
        assertThat(replay.news()).isEmpty();
        replay.advance(2);
        assertThat(replay.news()).containsExactly(new LocalText("HV-714 全开", "HV-714 is open"));
        assertThat(replay.news()).isEmpty();
    }

    @Test
    void leaksAndDefectsAreShownWhenTheirTimeComes() {
        assertThat(next(5).effects()).isEmpty();
        assertThat(next(5).effects()).containsExactly(SPRAY);
        assertThat(replay.news()).contains(new LocalText("现场可见缺陷：CP-07 油位低或油质差", "to be seen: CP-07 oil low or bad"));
        replay.leap(50);
        replay.advance(1);
        assertThat(replay.news()).as("told already").isEmpty();
        assertThat(next(60).effects()).containsExactly(SPRAY, POOL);
        assertThat(replay.news().toString()).contains("现场已没有可见缺陷");
    }

    @Test
    void aPictureShowsAnInstantAndEverybody() {
        Moment moment = Moment.of(replay, 20);
        assertThat(moment.time()).isEqualTo(20);
        assertThat(moment.effects()).containsExactly(SPRAY);
        assertThat(moment.values().value("HV-714")).isEqualTo(100);
        assertThat(moment.values().value("NOTHING")).isNaN();
        assertThat(moment.people()).as("the operator and the teacher").hasSize(2);
        assertThat(Moment.of(replay, Double.POSITIVE_INFINITY).time()).isEqualTo(100);
    }

    @Test
    void theEyeGoesTheShortWayRoundAndRestsWhereNothingIsTold() {
        replay.advance(0.5);
        Recording.Pose half = replay.eye().orElseThrow();
        assertThat(half.eye().z()).isCloseTo(-1.5f, within(1e-5f));
        assertThat(Math.abs(half.yaw())).as("through the south").isGreaterThan(3);
        assertThat(half.pitch()).isCloseTo(0.1, within(1e-9));
        replay.advance(20);
        assertThat(replay.eye().orElseThrow().eye().z()).as("he stood still").isEqualTo(-2);
        assertThat(Replay.pose(OPERATOR, 99).eye().z()).isEqualTo(-4);
    }

    @Test
    void theOperatorIsSeenOnlyByWhoWalksFreely() {
        assertThat(next(1).people())
                .as("nobody sees himself, the teacher is not there yet")
                .isEmpty();
        replay.key(GameKey.EYES);
        assertThat(next(1).people()).hasSize(1);
        assertThat(next(5).people()).hasSize(2);
    }

    @Test
    void nothingIsOperated() {
        assertThat(replay.operate(Operation.of("P-701", "start")).join().applied())
                .isFalse();
    }

    @Test
    void theGameFollowsTheOperatorAndShowsTheTape() {
        FieldScenes.Loaded rig = FieldScenes.load("ethanol-water-rig", Locale.forLanguageTag("zh-CN"));
        Game game = new Game(rig.scene(), rig.field(), replay, new Player("", "张三", true), Settings.DEFAULT);
        for (int i = 0; i < 60; i++) {
            game.advance(1.0 / 60, Controls.walk(0));
        }
        assertThat(game.body().z()).isCloseTo(-2, within(0.05));
        assertThat(Math.abs(game.body().yaw())).isGreaterThan(2.9);
        Picture picture = game.layout(Screen.of(1024, 768, 1), (size, text) -> 0.6f * size * text.length());
        assertThat(picture.shapes().toString()).contains("回放", "冷态开车", "×1", "00:01 / 01:40");
        game.key(GameKey.EYES);
        double before = game.body().z();
        for (int i = 0; i < 30; i++) {
            game.advance(1.0 / 60, Controls.walk(0));
        }
        assertThat(game.body().z()).as("free").isNotEqualTo(before);
    }

    private static void fly(Game game, double seconds, Controls controls) {
        for (double t = 0; t < seconds; t += 1.0 / 60) {
            game.advance(1.0 / 60, controls);
        }
    }

    @Test
    void inAReplayOneFliesWithinTheSiteAndLandsWhereOneStood() {
        FieldScenes.Loaded rig = FieldScenes.load("ethanol-water-rig", Locale.forLanguageTag("zh-CN"));
        Game game = new Game(rig.scene(), rig.field(), replay, new Player("", "张三", true), Settings.DEFAULT);
        Screen screen = Screen.of(1280, 720, 1);
        fly(game, 0.2, Controls.NONE);
        game.key(GameKey.FLY);
        double z = game.body().z();
        fly(game, 0.5, Controls.NONE);
        assertThat(game.body().z()).as("the operator is not followed").isEqualTo(z);
        Picture picture = game.layout(screen, (size, text) -> 0.6f * size * text.length());
        assertThat(picture.shapes().toString()).contains("飞行", "4.0 m/s");
        game.wheel(3);
        assertThat(game.layout(screen, (size, text) -> 0.6f * size * text.length())
                        .shapes()
                        .toString())
                .contains("7.8 m/s");
        game.key(GameKey.LESS);
        assertThat(game.ui().settings().scale())
                .as("plus and minus are for the flight")
                .isEqualTo(1);
        game.key(GameKey.MORE);
        game.wheel(-100);
        assertThat(game.layout(screen, (size, text) -> 0.6f * size * text.length())
                        .shapes()
                        .toString())
                .contains("0.5 m/s");
        game.wheel(100);
        game.advance(1.0 / 60, new Controls(0, 0, false, false, false, 0, 3));
        fly(game, 60, new Controls(1, 0, true, false, false, 0, 0));
        assertThat(game.camera().eye().y())
                .as("up, and not away")
                .isEqualTo(rig.scene().high().y() + Flight.ABOVE);
        game.advance(1.0 / 60, new Controls(0, 0, false, false, false, 0, -6));
        fly(game, 60, new Controls(1, 0, true, false, false, 0, 0));
        assertThat(game.camera().eye().y()).as("down, and not below").isCloseTo(Flight.LOWEST, within(1e-4f));
        game.advance(1.0 / 60, new Controls(0, 0, false, false, false, 1, 1.5f));
        fly(game, 60, new Controls(1, 1, true, false, false, 0, 0));
        assertThat(game.camera().eye().x())
                .isBetween(rig.scene().low().x(), rig.scene().high().x());
        assertThat(game.camera().eye().z())
                .isBetween(rig.scene().low().z(), rig.scene().high().z());
        game.key(GameKey.FLY);
        assertThat(game.body().z()).isEqualTo((float) z);
        game.key(GameKey.FLY);
        game.key(GameKey.EYES);
        fly(game, 0.1, Controls.NONE);
        assertThat(replay.eye()).as("through the operator's eyes").isPresent();
        assertThat(game.body().z()).isCloseTo(replay.eye().orElseThrow().eye().z(), within(0.05));
    }

    @Test
    void outsideAReplayNobodyFlies() {
        FieldScenes.Loaded rig = FieldScenes.load("ethanol-water-rig", Locale.forLanguageTag("zh-CN"));
        Game game = new Game(rig.scene(), rig.field(), new FakeStation(), Player.VISITOR, Settings.DEFAULT);
        fly(game, 0.5, Controls.NONE);
        double before = game.body().y();
        game.key(GameKey.FLY);
        fly(game, 1, new Controls(1, 0, true, false, false, 0, 0.02f));
        assertThat(game.body().y()).isEqualTo(before);
        Picture picture = game.layout(Screen.of(1280, 720, 1), (size, text) -> 0.6f * size * text.length());
        assertThat(picture.shapes().toString()).doesNotContain("飞行");
    }

    @Test
    void theExampleOfThePageIsRead() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "data-formats", "field-recording.md"));
        int start = page.lastIndexOf("```json\n") + "```json\n".length();
        String example = page.substring(start, page.indexOf("```", start));
        Recording read = Recording.read(StrictJson.parse("r.json", example, Findings.throwing()));
        assertThat(read.length()).isEqualTo(3);
        assertThat(read.frames().get(3).values()).containsEntry("FI-705", 0.9).containsEntry("P-701", 1.0);
        assertThat(read.frames().get(1).effects()).hasSize(1);
        assertThat(read.frames().get(0).defects()).containsExactly(OIL);
        assertThat(read.frames().get(3).defects()).as("as the frame before").containsExactly(OIL);
        assertThat(read.people().get(0).poses()).hasSize(3);
    }

    @Test
    void aFileOfTheFirstVersionIsRead() {
        byte[] file = StrictJson.bytes(ReplayTest.class, "recording-1.0.field.json");
        Recording read = Recording.read(StrictJson.parse("recording-1.0.field.json", file, Findings.throwing()));
        assertThat(read.length()).isEqualTo(3);
        assertThat(read.frames().get(2).values()).containsEntry("HV-714", 100.0);
        assertThat(read.frames()).allMatch(frame -> frame.defects().isEmpty());
        assertThat(new Replay(read).take()).hasSize(1);
    }
}
