package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationProcess;

/**
 * The field station in a real window: from the gate of the rig to the cooling water valve, to the panel of the feed pump and up the
 * ladder to a level glass, with pictures of the whole screen. It needs Xvfb and ImageMagick and is not part of the suite:
 * {@code openots test --window} runs it. Its pictures go to {@code target/window}.
 */
class FieldWindowShow {
    private static final Path OUT = Path.of("target", "window");
    private static final Path SCRIPT = Path.of("..", "docs", "examples", "field-cooling-water.json");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    /** Longest time of the show: 4 min when nothing else runs. */
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(20);

    /** Time between two looks, ms. */
    private static final long REST_MILLIS = 200;

    /** Floor of the level glass, and the part of the way up that is a ladder: steps of the walk this steep, m. */
    private static final double THIRD_FLOOR = 4.7;

    private static final double STEEP = 0.2;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path data;

    @Test
    void aRobotWalksInARealWindow() throws InterruptedException {
        ConcurrentLinkedQueue<String> wanted = new ConcurrentLinkedQueue<>();
        String run;
        try (StationProcess station = StationProcess.launch(data);
                XDisplay display = XDisplay.open(WIDTH, HEIGHT)) {
            Client student = station.as("s07");
            run = student.post("/api/my/runs", Map.of("task", "A-1"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            String ticket = student.post("/api/runs/" + run + "/field-ticket", Map.of())
                    .expect(201)
                    .json()
                    .path("ticket")
                    .asText();
            FieldSeat.Play play = new FieldSeat.Play(
                    station.url(),
                    ticket,
                    SCRIPT,
                    OUT,
                    List.of("--size", WIDTH + "x" + HEIGHT, "--preset", "medium"),
                    display.environment());
            walk(play, display, wanted);
            answers(student, run);
            student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
        }
        judge(TeamJournal.read(data, run));
    }

    private static void walk(FieldSeat.Play play, XDisplay display, ConcurrentLinkedQueue<String> wanted)
            throws InterruptedException {
        long began = System.nanoTime();
        try (FieldSeat field = FieldSeat.start(play, report -> {
            System.out.println(report);
            wanted.add(String.format("%02d", report.path("step").asInt()));
        })) {
            while (!field.over()) {
                assertThat(System.nanoTime() - began)
                        .as("time of the show, ns; at %s", field.step())
                        .isLessThan(LONGEST_NANOS);
                String picture = wanted.poll();
                if (picture != null) {
                    display.picture(OUT.resolve("window-" + picture + ".png"));
                }
                Thread.sleep(REST_MILLIS);
            }
            field.check();
        }
    }

    /** The plant answers what was done in the field: valves have travelled, the motor runs up to the speed its loop asks for. */
    private static void answers(Client student, String run) {
        JsonNode series = student.get("/api/runs/" + run + "/trend?tags=HV-714,HV-701,P-701,P-701.SPEED&points=200")
                .expect(200)
                .json()
                .path("series");
        Map<String, Double> ends = Map.of("HV-714", 99.0, "HV-701", 99.0, "P-701", 0.9, "P-701.SPEED", 1.0);
        ends.forEach((tag, least) -> {
            JsonNode values = series.path(tag);
            assertThat(values.path(0).asDouble()).as("%s at first", tag).isZero();
            assertThat(values.path(values.size() - 1).asDouble())
                    .as("%s in the end", tag)
                    .isGreaterThanOrEqualTo(least);
        });
    }

    private static void judge(TeamJournal journal) {
        List<TeamJournal.Deed> deeds = journal.deeds();
        assertThat(deeds)
                .isNotEmpty()
                .allSatisfy(deed -> assertThat(deed.seat()).as("%s", deed).isEqualTo(TeamJournal.Seat.FIELD));
        assertThat(deeds)
                .extracting(deed -> deed.target() + " " + deed.verb())
                .contains("HV-714 position", "P-701 start");
        List<double[]> walk = journal.walk();
        assertThat(walk.get(walk.size() - 1)[1]).as("height of the floor, m").isGreaterThan(THIRD_FLOOR);
        double climbed = 0;
        for (int i = 1; i < walk.size(); i++) {
            double[] a = walk.get(i - 1);
            double[] b = walk.get(i);
            boolean upright = Math.hypot(b[0] - a[0], b[2] - a[2]) < STEEP * (b[1] - a[1]);
            climbed += upright ? b[1] - a[1] : 0;
        }
        assertThat(climbed).as("climbed on the ladder, m").isGreaterThan(1);
    }

    /** An X server without a screen, and pictures of it. */
    private static final class XDisplay implements AutoCloseable {
        private static final long PATIENCE_SECONDS = 20;

        private final Process server;
        private final String name;

        private XDisplay(Process server, String name) {
            this.server = server;
            this.name = name;
        }

        static XDisplay open(int width, int height) {
            try {
                Process server = new ProcessBuilder(
                                "Xvfb",
                                "-displayfd",
                                "1",
                                "-screen",
                                "0",
                                width + "x" + height + "x24",
                                "-nolisten",
                                "tcp")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String number = server.inputReader().readLine();
                assertThat(number).as("display of Xvfb").isNotNull();
                return new XDisplay(server, ":" + number);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Map<String, String> environment() {
            return Map.of("DISPLAY", name);
        }

        /** The whole screen as it is now. */
        void picture(Path file) throws InterruptedException {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Process grab = new ProcessBuilder("import", "-display", name, "-window", "root", file.toString())
                        .inheritIO()
                        .start();
                assertThat(grab.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                assertThat(grab.exitValue()).isZero();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            server.destroy();
        }
    }
}
