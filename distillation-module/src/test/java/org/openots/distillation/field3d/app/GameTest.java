package org.openots.distillation.field3d.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.body.Body;
import org.openots.distillation.field3d.body.Controls;
import org.openots.distillation.field3d.body.Ground;
import org.openots.distillation.field3d.body.RobotWalker;
import org.openots.distillation.field3d.body.Route;
import org.openots.distillation.field3d.body.RouteFinder;
import org.openots.distillation.field3d.net.Brief;
import org.openots.distillation.field3d.net.Call;
import org.openots.distillation.field3d.net.LinkState;
import org.openots.distillation.field3d.net.Outcome;
import org.openots.distillation.field3d.net.Snapshot;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.Walkable;
import org.openots.distillation.field3d.state.Operation;
import org.openots.distillation.field3d.state.Weather;
import org.openots.distillation.field3d.ui.Hud;
import org.openots.distillation.field3d.ui.Panel;
import org.openots.distillation.field3d.ui.Picture;
import org.openots.distillation.field3d.ui.Screen;
import org.openots.distillation.field3d.ui.Settings;
import org.openots.distillation.field3d.ui.Word;

/** A player walks to a valve of the rig and turns it; what the station gets, and what is shown when it says no. */
class GameTest {
    private static final double STEP = 1.0 / 60;
    private static final Screen SCREEN = Screen.of(1280, 800, 1);

    private final FieldScenes.Loaded loaded = FieldScenes.load("ethanol-water-rig", Locale.forLanguageTag("zh-CN"));
    private final Scene scene = loaded.scene();
    private final List<Operation> operations = new ArrayList<>();
    private final List<Snapshot> frames = new ArrayList<>();
    private Outcome answer = new Outcome(true, "", new LocalText("", ""));
    private Game game;

    /** The way to a station that notes what it is told. */
    private final Wire wire = new Wire() {
        @Override
        public List<Snapshot> take() {
            List<Snapshot> all = List.copyOf(frames);
            frames.clear();
            return all;
        }

        @Override
        public LinkState state() {
            return new LinkState(LinkState.Phase.CONNECTED, 0);
        }

        @Override
        public void stand(Vector3fc eye, double yaw, double pitch) {
            // told elsewhere
        }

        @Override
        public CompletableFuture<Outcome> operate(Operation operation) {
            operations.add(operation);
            return CompletableFuture.completedFuture(answer);
        }
    };

    @BeforeEach
    void begin() {
        game = new Game(scene, loaded.field(), wire, new Player("01", "张三", true), Settings.DEFAULT);
        frames.add(new Snapshot(0, true, Map.of("HV-714", 0.0, "PPE", 1.0), List.of(), List.of(), true));
        game.advance(STEP, Controls.NONE);
    }

    private int item(String tag) {
        for (int i = 0; i < scene.items().size(); i++) {
            if (scene.items().get(i).tag().equals(tag)) {
                return i;
            }
        }
        throw new AssertionError(tag);
    }

    private void walkTo(String tag) {
        RouteFinder finder = new RouteFinder(scene, new Ground(scene.walk()));
        Vector3f from =
                new Vector3f((float) game.body().x(), (float) game.body().y(), (float)
                        game.body().z());
        Optional<Route> route = finder.toItem(from, item(tag));
        assertThat(route).as("a way to %s", tag).isPresent();
        RobotWalker walker = new RobotWalker(route.orElseThrow());
        for (int i = 0; i < 60 * 120 && !walker.arrived(); i++) {
            game.advance(STEP, walker.next(game.body()));
        }
        assertThat(walker.arrived()).as("at %s", tag).isTrue();
        // without a mouse: through everything in reach
        for (int i = 0; i < scene.items().size() && game.aimed() != item(tag); i++) {
            game.key(GameKey.NEXT_ITEM);
        }
        assertThat(game.aimed()).isEqualTo(item(tag));
    }

    private Picture picture() {
        return game.layout(SCREEN, (size, text) -> 0.6f * size * text.length());
    }

    @Test
    void fromTheGateToTheCoolingWaterValve() {
        walkTo("HV-714");
        game.key(GameKey.USE);
        assertThat(game.ui().panel()).isEqualTo(new Panel.HandValve("HV-714"));
        picture();
        game.wheel(5);
        for (int i = 0; i < 30; i++) {
            game.advance(STEP, Controls.NONE);
        }
        assertThat(operations).extracting(Operation::target).containsOnly("HV-714");
        assertThat(operations).extracting(Operation::verb).containsOnly("position");
        assertThat(operations.get(operations.size() - 1).value()).isEqualTo(10);
        game.key(GameKey.ESCAPE);
        assertThat(game.pointerFree()).isFalse();
    }

    @Test
    void whatTheStationRefusesIsSaidAndTheWheelGoesBack() {
        walkTo("HV-714");
        answer = new Outcome(false, "OTS-RUN-003", new LocalText("运行已冻结", "the run is frozen"));
        game.key(GameKey.USE);
        game.wheel(20);
        game.advance(STEP, Controls.NONE);
        game.advance(STEP, Controls.NONE);
        assertThat(picture().shapes().toString()).contains("运行已冻结");
        for (int i = 0; i < 180; i++) {
            game.advance(STEP, Controls.NONE);
        }
        assertThat(operations).hasSize(1);
    }

    private static Snapshot heard(double time, boolean full, Call... calls) {
        Brief brief = new Brief(Optional.empty(), Double.NaN, 0, List.of(calls));
        return new Snapshot(time, full, Map.of(), List.of(), List.of(), true, brief);
    }

    private String shownAfter(Snapshot frame) {
        frames.add(frame);
        game.advance(STEP, Controls.NONE);
        return picture().shapes().toString();
    }

    @Test
    void whatTheBoardSaysIsReadOnceAndForAWhile() {
        Call own = new Call(1000, false, new LocalText("中控，外操已到位", "in place"));
        Call order = new Call(1001, true, new LocalText("外操，请打开 HV-714", "please open"));
        assertThat(shownAfter(heard(1001, false, own, order)))
                .contains("外操，请打开 HV-714")
                .doesNotContain("外操已到位");
        for (int i = 0; i < 60 * 15; i++) {
            game.advance(STEP, Controls.NONE);
        }
        assertThat(picture().shapes().toString()).contains("外操，请打开 HV-714");
        for (int i = 0; i < 60 * 10; i++) {
            game.advance(STEP, Controls.NONE);
        }
        Call missed = new Call(1040, true, new LocalText("外操，可以操作", "go ahead"));
        assertThat(shownAfter(heard(1050, true, own, order, missed)))
                .as("a complete frame after a break of the connection brings what was missed and not what was heard")
                .contains("外操，可以操作")
                .doesNotContain("外操，请打开 HV-714");
    }

    @Test
    void whatIsFarAwayIsNotTaken() {
        game.body().lookAt(scene.items().get(item("HV-714")).centre());
        game.advance(STEP, Controls.NONE);
        game.key(GameKey.USE);
        assertThat(game.ui().panel()).isEqualTo(new Panel.None());
    }

    @Test
    void everyPanelOpensByKeyboard() {
        game.key(GameKey.TAB);
        assertThat(game.ui().panel()).isEqualTo(new Panel.Belt());
        picture();
        game.key(GameKey.TAB);
        game.key(GameKey.ESCAPE);
        game.key(GameKey.PLACES);
        assertThat(game.ui().panel()).isInstanceOf(Panel.Places.class);
        double before = game.body().x() + game.body().z();
        picture();
        game.key(GameKey.TAB);
        game.key(GameKey.TAB);
        game.key(GameKey.TAB);
        picture();
        game.key(GameKey.USE);
        assertThat(game.ui().panel()).as("after a jump").isEqualTo(new Panel.None());
        assertThat(game.body().x() + game.body().z()).isNotEqualTo(before);
    }

    @Test
    void theWayToWhatTheStepNamesIsShown() {
        FakeStation station = new FakeStation();
        station.task = Optional.of(FakeStation.task("TIC-709", "HV-714"));
        station.horn = 1;
        game = new Game(scene, loaded.field(), station, new Player("01", "张三", true), Settings.DEFAULT);
        game.advance(STEP, Controls.NONE);
        assertThat(game.frame(Weather.DAY).guide())
                .as("a controller is not in the field")
                .isEqualTo(item("HV-714"));
        assertThat(picture().shapes().toString()).contains("HV-714", " m", "打开冷却水", "任务 3/8", "得分 12");
        walkTo("HV-714");
        assertThat(picture().shapes().toString()).contains("就在手边");
        station.task = Optional.of(FakeStation.task());
        game.advance(STEP, Controls.NONE);
        assertThat(game.frame(Weather.DAY).guide())
                .as("the station does not guide")
                .isNegative();
        assertThat(picture().shapes().toString()).contains("打开冷却水").doesNotContain("就在手边");
    }

    @Test
    void detectorsAndInspectionsAreGoalsToo() {
        Goals goals = new Goals(scene);
        assertThat(goals.choose(List.of("AT-703"), signal -> Double.NaN, game.body()))
                .isEqualTo(item("AT-703"));
        assertThat(goals.choose(List.of("PPE"), signal -> Double.NaN, game.body()))
                .isEqualTo(item("PPE"));
        int first = goals.choose(List.of("CHECK"), signal -> Double.NaN, game.body());
        String done = "CHECK." + scene.items().get(first).tag();
        assertThat(goals.choose(List.of("CHECK"), signal -> signal.equals(done) ? 1 : 0, game.body()))
                .isNotEqualTo(first)
                .isNotNegative();
        assertThat(goals.choose(List.of("RECORD.S-TOP"), signal -> Double.NaN, game.body()))
                .isEqualTo(item("S-TOP"));
        assertThat(goals.choose(List.of("FIC-701", "TRIPS"), signal -> Double.NaN, game.body()))
                .isNegative();
    }

    @Test
    void whatBeginsToSoundIsWrittenDown() {
        FakeStation station = new FakeStation();
        game = new Game(scene, loaded.field(), station, new Player("01", "张三", true), Settings.DEFAULT);
        station.values.put("P-701", 0.0);
        game.advance(STEP, Controls.NONE);
        assertThat(game.sounds()).isEmpty();
        station.values.put("P-701", 1.0);
        game.advance(STEP, Controls.NONE);
        assertThat(game.sounds())
                .singleElement()
                .satisfies(sound -> assertThat(sound.id()).isEqualTo("P-701"));
        assertThat(picture().shapes().toString()).contains("P-701 开始运转的声音");
        station.horn = 2;
        game.advance(STEP, Controls.NONE);
        assertThat(picture().shapes().toString()).contains("报警喇叭响");
        for (int i = 0; i < 60 * 5; i++) {
            game.advance(STEP, Controls.walk(0));
        }
        assertThat(picture().shapes().toString()).doesNotContain("报警喇叭响");
        assertThat(game.footfalls()).isGreaterThan(2);
        assertThat(game.footfalls()).isZero();
    }

    @Test
    void plusAndMinusTurnAValveOrSizeThePanels() {
        game.key(GameKey.MORE);
        assertThat(game.ui().settings().scale()).isEqualTo(1.25f);
        game.key(GameKey.LESS);
        game.key(GameKey.LESS);
        assertThat(game.ui().settings().scale()).isEqualTo(1);
        walkTo("HV-714");
        game.key(GameKey.USE);
        game.key(GameKey.MORE);
        game.advance(STEP, Controls.NONE);
        assertThat(operations).extracting(Operation::value).containsExactly(2.0);
        assertThat(game.ui().settings().scale()).isEqualTo(1);
    }

    @Test
    void aWheelHeldByKeyIsLetGoWithTheKey() {
        FakeStation station = new FakeStation();
        station.values.put("HV-714", 0.0);
        game = new Game(scene, loaded.field(), station, new Player("01", "张三", true), Settings.DEFAULT);
        walkTo("HV-714");
        game.key(GameKey.USE);
        while (!game.pointing().focus().equals("more")) {
            picture();
            game.key(GameKey.TAB);
        }
        picture();
        game.key(GameKey.USE);
        for (int i = 0; i < 30; i++) {
            game.advance(STEP, Controls.NONE);
        }
        game.release();
        for (int i = 0; i < 30; i++) {
            game.advance(STEP, Controls.NONE);
        }
        double reached = station.values.get("HV-714");
        assertThat(reached).isPositive();
        for (int i = 0; i < 60; i++) {
            game.advance(STEP, Controls.NONE);
        }
        assertThat(station.values.get("HV-714")).isEqualTo(reached).isLessThan(100);
    }

    @Test
    void aLadderIsTakenHoldOfByKey() {
        Walkable.Ladder ladder = scene.walk().ladders().get(0);
        Vector3f foot = new Vector3f(ladder.foot()).fma(-0.7f, ladder.facing());
        game.body().put(foot.x, foot.y, foot.z);
        game.body().lookAt(new Vector3f(ladder.foot()).add(0, 6, 0));
        game.advance(STEP, Controls.NONE);
        game.key(GameKey.USE);
        game.advance(STEP, Controls.NONE);
        assertThat(game.body().mode()).isEqualTo(Body.Mode.CLIMBING);
        assertThat(picture().shapes().toString()).contains("离开爬梯");
    }

    @Test
    void whatHasNoTagIsCalledByItsName() {
        for (String id : List.of("ext-door", "PPE", "hose")) {
            Item one = scene.items().get(item(id));
            assertThat(game.callout().of(one, true, game.camera(), SCREEN))
                    .satisfies(target -> assertThat(target.tag()).isEmpty())
                    .satisfies(target -> assertThat(target.name().zh()).doesNotContain(id));
        }
        Hud.Target vessel = game.callout().of(scene.items().get(item("V-701")), false, game.camera(), SCREEN);
        assertThat(vessel.tag()).isEqualTo("V-701");
        assertThat(vessel.name().zh()).contains("罐");
        assertThat(vessel.use()).as("there is nothing to come nearer for").isEqualTo(Word.EQUIPMENT);
    }

    @Test
    void lightAndWeatherOfTheMenuAreThoseOfThePicture() {
        game.key(GameKey.ESCAPE);
        for (String id : List.of("night", "rain")) {
            while (!game.pointing().focus().equals(id)) {
                picture();
                game.key(GameKey.TAB);
            }
            picture();
            game.key(GameKey.USE);
        }
        assertThat(game.ui().settings().weather()).isEqualTo(new Weather(1, 1));
    }

    @Test
    void theEndOfTheLinkIsSaidOnce() {
        FakeStation station = new FakeStation();
        game = new Game(scene, loaded.field(), station, new Player("01", "张三", true), Settings.DEFAULT);
        station.phase = LinkState.Phase.RUN_CLOSED;
        game.advance(STEP, Controls.NONE);
        assertThat(game.ui().panel()).isInstanceOf(Panel.Fault.class);
        game.key(GameKey.ESCAPE);
        game.advance(STEP, Controls.NONE);
        assertThat(game.ui().panel()).isEqualTo(new Panel.None());
    }

    @Test
    void framesHaveAMotionForEveryPartThatMoves() {
        assertThat(game.frame(Weather.DAY).motion())
                .hasSameSizeAs(scene.motions().toArray());
    }
}
