package org.openots.instructor.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.dcs.bridge.BridgeSettings;
import org.openots.dcs.twin.TwinFrame;
import org.openots.instructor.error.StationError;
import org.openots.instructor.tank.Await;

/** The life of a twin at a station: calibration, watching, a fault, a rig that is silent, restarts, pauses. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwinDeskTest {
    private static final BridgeSettings.Twin SOON = new BridgeSettings.Twin(true, false, 20, 0.5);
    private static final String MAP = "map-1";

    @TempDir
    private static Path folder;

    private TwinRig rig;
    private TwinDesk desk;

    @BeforeAll
    void start() {
        rig = new TwinRig(Instant.parse("2026-03-01T08:00:00Z"));
        for (int scan = 0; scan < 60; scan++) {
            rig.scan();
        }
        desk = attached("1", MAP, SOON);
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private TwinDesk attached(String engine, String map, BridgeSettings.Twin settings) {
        TwinDesk fresh = new TwinDesk(rig.place(folder, engine));
        fresh.attach(rig, rig.hash(), map, settings);
        Await.until("made", () -> fresh.view().mode() == TwinDesk.Mode.RUNNING);
        return fresh;
    }

    /** Scans until the twin has seen them and says this; never faster than it can. */
    private TwinDesk.View scan(int most, Predicate<TwinDesk.View> wanted) {
        TwinDesk.View view = desk.view();
        for (int i = 0; i < most && !wanted.test(view); i++) {
            rig.scan();
            Await.until(
                    "taken",
                    () -> desk.view().mode() != TwinDesk.Mode.RUNNING
                            || desk.view().time() >= rig.now() - 1000);
            view = desk.view();
        }
        assertThat(wanted.test(view)).as("%s %s", view.mode(), view.newest()).isTrue();
        return view;
    }

    private static Predicate<TwinDesk.View> phase(TwinFrame.Phase phase) {
        return view -> view.newest().map(TwinFrame::phase).filter(phase::equals).isPresent();
    }

    @Test
    @Order(1)
    void itRecordsFitsAndWatches() {
        assertThat(desk.view().calibrated()).isEmpty();
        desk.calibrate(TwinDesk.SHORTEST);
        TwinDesk.View recording = scan(30, phase(TwinFrame.Phase.RECORDING));
        assertThat(recording.wanted()).isEqualTo(TwinDesk.SHORTEST);
        for (int i = 0; i < 600; i++) {
            rig.scan();
        }
        // scans wait while it fits, none is lost
        TwinDesk.View watching = scan(120, phase(TwinFrame.Phase.WATCHING));
        assertThat(watching.calibrated().orElseThrow().takenUp()).isFalse();
        assertThat(watching.calibrated().orElseThrow().fit().values()[0]).isBetween(0.55, 0.65);
        assertThat(watching.cost().dropped()).isZero();
        assertThat(watching.saved()).isTrue();
        assertThat(watching.events()).isEmpty();
        TwinHistory.Part part = desk.history("TI-702", rig.now() - 1_200_000, rig.now());
        assertThat(part.step()).isEqualTo(2000);
        TwinHistory.Step last = part.steps().get(part.steps().size() - 1);
        assertThat(last.rig()).isBetween(75f, 82f);
        assertThat(last.residual()).isBetween(-6 * last.sigma(), 6 * last.sigma());
        assertThat(desk.history("TI-702", rig.now() - 7_200_000, rig.now()).step())
                .isEqualTo(20_000);
        assertThatThrownBy(() -> desk.history("TI-799", 0, 1))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.TWIN_OUTPUT));
    }

    @Test
    @Order(2)
    void aSilentRigIsNoAlarm() {
        rig.silent(true);
        TwinDesk.View waiting = scan(90, phase(TwinFrame.Phase.WAITING));
        assertThat(waiting.newest().orElseThrow().reason().zh()).contains("收不到");
        rig.silent(false);
        scan(5, phase(TwinFrame.Phase.SETTLING));
        TwinDesk.View back = scan(60, phase(TwinFrame.Phase.WATCHING));
        assertThat(back.events()).isEmpty();
    }

    @Test
    @Order(3)
    void aPausedTwinTakesNothingAndGoesOn() {
        desk.pause();
        assertThat(desk.view().mode()).isEqualTo(TwinDesk.Mode.PAUSED);
        long before = desk.view().time();
        for (int scan = 0; scan < 200; scan++) {
            rig.scan();
        }
        assertThat(desk.view().time()).isLessThan(before + 5000);
        desk.resume();
        scan(5, phase(TwinFrame.Phase.SETTLING));
        scan(60, phase(TwinFrame.Phase.WATCHING));
        assertThat(desk.view().events()).isEmpty();
    }

    @Test
    @Order(4)
    void aCalibrationSurvivesARestartAndBelongsToOneMapAndEngine() throws IOException {
        List<TwinHistory.Step> before = chart();
        desk.close();
        desk = attached("2", MAP, SOON);
        assertThat(before).hasSizeGreaterThan(300);
        assertThat(chart()).isEqualTo(before);
        assertThat(desk.view().note().orElseThrow().en()).contains("from 1 to 2");
        assertThat(desk.view().calibrated()).isEmpty();
        desk.close();
        desk = attached("1", "map-2", SOON);
        assertThat(desk.view().note().orElseThrow().zh()).contains("位号表");
        desk.close();
        Path file = folder.resolve(TwinWork.FILE);
        String good = Files.readString(file);
        Files.writeString(file, good.substring(0, good.length() / 2));
        desk = attached("1", MAP, SOON);
        assertThat(desk.view().note().orElseThrow().en()).contains("cannot be read");
        desk.close();
        Files.writeString(file, good);
        desk = attached("1", MAP, SOON);
        assertThat(desk.view().note()).isEmpty();
        assertThat(desk.view().calibrated().orElseThrow().takenUp()).isTrue();
        scan(5, phase(TwinFrame.Phase.SETTLING));
        TwinDesk.View back = scan(60, phase(TwinFrame.Phase.WATCHING));
        assertThat(back.events()).isEmpty();
        // a calibration that was begun by mistake
        desk.calibrate(TwinDesk.LONGEST);
        scan(5, phase(TwinFrame.Phase.RECORDING));
        assertThat(desk.view().calibrated()).isEmpty();
        desk.keep();
        scan(60, phase(TwinFrame.Phase.WATCHING));
    }

    private List<TwinHistory.Step> chart() {
        return desk.history("TI-702", rig.now() - 1_200_000, rig.now()).steps();
    }

    @Test
    void aDamagedHistoryBeginsAnewAndIsToldFromOneOfOtherOutputs(@TempDir Path own) throws IOException {
        List<String> names = List.of("TI-702", "TI-703");
        TwinHistory history = new TwinHistory(names);
        TwinHistoryFile file = new TwinHistoryFile(own);
        TwinFrame.Tag tag = new TwinFrame.Tag("TI-702", "°C", 78.5, 78.25, 0.25, 0.125, 0.5, 1);
        TwinFrame.Tag blind = new TwinFrame.Tag("TI-703", "°C", null, null, null, 0.125, 0, 0);
        history.add(
                4_000_000,
                new TwinFrame(
                        4000,
                        TwinFrame.Phase.WATCHING,
                        null,
                        1,
                        List.of(tag, blind),
                        false,
                        List.of(),
                        List.of(),
                        List.of()));
        file.write(history);
        TwinHistory.Part read = file.read(names).part("TI-702", 3_990_000, 4_010_000);
        assertThat(read.steps()).containsExactly(new TwinHistory.Step(4_000_000, 78.5f, 78.25f, 0.25f, 0.125f, 1));
        assertThat(file.read(names).part("TI-703", 3_990_000, 4_010_000).steps())
                .singleElement()
                .satisfies(step -> assertThat(step.rig()).isNaN());
        assertThat(file.read(List.of("TI-702", "TI-704"))
                        .part("TI-702", 0, 4_010_000)
                        .steps())
                .isEmpty();
        Path saved = own.resolve(TwinHistoryFile.FILE);
        byte[] bytes = Files.readAllBytes(saved);
        bytes[bytes.length / 2] ^= 1;
        Files.write(saved, bytes);
        assertThat(file.read(names).part("TI-702", 0, 4_010_000).steps()).isEmpty();
        Files.write(saved, Arrays.copyOf(bytes, 3));
        assertThat(file.read(names).part("TI-702", 0, 4_010_000).steps()).isEmpty();
    }

    @Test
    @Order(5)
    void aFaultIsAnEventWithItsLikelyCause() {
        rig.inject("A-F07");
        scan(60, view -> !view.events().isEmpty());
        for (int scan = 0; scan < 40; scan++) {
            rig.scan();
        }
        TwinDesk.View view = scan(
                60,
                one -> one.events().stream()
                        .flatMap(event -> event.causes().stream().limit(1))
                        .anyMatch(cause -> cause.fault().equals("A-F07")));
        List<TwinDesk.Event> events = view.events();
        assertThat(events).anySatisfy(event -> {
            assertThat(event.output()).isNotEmpty();
            assertThat(event.until()).isEmpty();
            assertThat(event.side()).isNotZero();
            assertThat(Math.abs(event.worst())).isGreaterThan(3);
        });
        assertThat(events.get(0).from())
                .isGreaterThanOrEqualTo(events.get(events.size() - 1).from());
    }

    @Test
    @Order(6)
    void withoutATwinItSaysWhy(@TempDir Path empty) {
        TwinDesk none = new TwinDesk(rig.place(empty, "1"));
        assertThat(none.view().mode()).isEqualTo(TwinDesk.Mode.OFF);
        assertThatThrownBy(none::pause).isInstanceOf(OtsException.class);
        none.attach(rig, "p", "m", new BridgeSettings.Twin(false, true, 0, 0.5));
        assertThat(none.view().absent().orElseThrow().zh()).contains("bridge.json");
        none.attach(rig, "p", "m", SOON);
        Await.until("made", () -> none.view().mode() == TwinDesk.Mode.RUNNING);
        assertThatThrownBy(none::keep)
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.TWIN_NOT_SAVED));
        none.close();
        assertThat(none.view().mode()).isEqualTo(TwinDesk.Mode.OFF);
    }
}
