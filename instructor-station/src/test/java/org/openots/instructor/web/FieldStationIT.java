package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.joml.Matrix4f;
import org.joml.Vector2f;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.distillation.field3d.net.LinkState;
import org.openots.distillation.field3d.net.Snapshot;
import org.openots.distillation.field3d.state.Effect;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.FieldProgram;
import org.openots.instructor.app.StationProcess;
import org.openots.instructor.tank.Await;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.Point;
import org.openots.simulator.plot.Stand;

/**
 * The station and the field station as they ship, each in a process of its own: what the student does in the browser is in the
 * picture of the field and in that of the recording, and a station that was killed and started again is found again.
 */
class FieldStationIT {
    private static final String PLANT = "ethanol-water-rig";
    private static final String VIEW = "north";
    private static final String LEAK = "sump-drain";
    /** A task that begins with liquid in the sump, cold: nothing moves by itself. */
    private static final String FILLED = "R-12";

    /** Large enough to be waited for, m3. */
    private static final double POOL = 1e-3;

    /** Share of the window around the leak that has to change: columns and supports stand before most of it. */
    private static final double LEAST = 0.02;

    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;

    /** Vertical, of pictures without a window, radian. */
    private static final float FIELD_OF_VIEW = (float) Math.toRadians(62);

    /** Around the leak, px: the jet from 0.12 m above the floor and the first half metre of its pool. */
    private static final int REACH_X = 24;

    private static final int REACH_Y = 12;

    /** Where a handwheel near the leak turns and a large pool may end, px. */
    private static final int NEAR = 70;

    @TempDir
    private Path folder;

    private String field(String... arguments) {
        List<String> command = FieldProgram.command(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(folder.resolve("field.err").toFile())
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as(() -> "%s %s".formatted(out, read(folder.resolve("field.err"))))
                    .isZero();
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pixels of a window that differ by more than a twenty-fifth of full scale in any colour. */
    private static int differing(BufferedImage a, BufferedImage b, Rectangle window) {
        int count = 0;
        for (int y = window.y; y < window.y + window.height; y++) {
            for (int x = window.x; x < window.x + window.width; x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int difference = (a.getRGB(x, y) >> shift & 0xFF) - (b.getRGB(x, y) >> shift & 0xFF);
                    if (Math.abs(difference) > 10) {
                        count++;
                        break;
                    }
                }
            }
        }
        return count;
    }

    private static Rectangle around(Vector2f centre, int reachX, int reachY) {
        return new Rectangle(Math.round(centre.x) - reachX, Math.round(centre.y) - reachY, 2 * reachX, 2 * reachY)
                .intersection(new Rectangle(0, 0, WIDTH, HEIGHT));
    }

    /** Where the leak is in the pictures, px. */
    private static Vector2f leak() {
        PlotPlan plan = PlantPack.shipped(PLANT).plot().orElseThrow();
        Stand view = plan.views().stream()
                .filter(one -> one.id().equals(VIEW))
                .findFirst()
                .orElseThrow();
        Point at = plan.leaks().stream()
                .filter(one -> one.id().equals(LEAK))
                .findFirst()
                .orElseThrow()
                .at();
        Vector3f point = new Matrix4f()
                .setPerspective(FIELD_OF_VIEW, (float) WIDTH / HEIGHT, 0.1f, 100)
                .lookAt(place(view.eye()), place(view.target()), new Vector3f(0, 1, 0))
                .transformProject(place(at));
        return new Vector2f((point.x + 1) / 2 * WIDTH, (1 - point.y) / 2 * HEIGHT);
    }

    /** A point of the plan as the field station has it: x east, y up, z south. */
    private static Vector3f place(Point point) {
        return new Vector3f((float) point.east(), (float) point.up(), (float) -point.north());
    }

    /** The spray is where the leak is, and nothing else changed. */
    private void assertLeakIsSeen(String before, String after, boolean nothingElse) {
        BufferedImage one = image(folder.resolve(before));
        BufferedImage other = image(folder.resolve(after));
        Rectangle crop = around(leak(), REACH_X, REACH_Y);
        assertThat((double) differing(one, other, crop) / (crop.width * crop.height))
                .as("share of what changed at the leak, %s", crop)
                .isGreaterThan(LEAST);
        if (nothingElse) {
            int all = differing(one, other, new Rectangle(0, 0, WIDTH, HEIGHT));
            int near = differing(one, other, around(leak(), NEAR, NEAR));
            assertThat(all - near).as("pixels that changed away from the leak").isZero();
        }
    }

    private static BufferedImage image(Path file) {
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String picture(Client student, String run, String name) {
        return field(
                "--host",
                student.base(),
                "--ticket",
                FieldPlayer.ticket(student, run),
                "--screenshot",
                folder.resolve(name).toString(),
                "--view",
                VIEW,
                "--size",
                WIDTH + "x" + HEIGHT,
                "--preset",
                "low");
    }

    @Test
    void thePictureOfTheFieldShowsTheRunAndARestartedStationIsFoundAgain() {
        Path data = folder.resolve("data");
        StationProcess process = StationProcess.launch(made(data));
        int port = process.line().path("port").asInt();
        try {
            Client student = process.as("s07");
            String run = student.post("/api/my/runs", Map.of("task", FILLED))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            double leaks;
            assertThat(picture(student, run, "before.png")).contains("0 effects");
            try (FieldPlayer player = FieldPlayer.join(student, run, "f1")) {
                player.until("everything", Snapshot::full);
                student.operate(run, "HV-704", "position", 100).expect(200);
                leaks = player.until("a pool", snapshot -> {
                            player.link().stand(new Vector3f(4.5f, 1.62f, -4.3f), 0, 0);
                            return snapshot.effects().stream()
                                    .anyMatch(effect -> effect.place().equals(LEAK)
                                            && effect.kind() == Effect.Kind.POOL
                                            && effect.amount() > POOL);
                        })
                        .time();
                assertThat(picture(student, run, "after.png")).doesNotContain(" 0 effects");
                assertLeakIsSeen("before.png", "after.png", true);
                player.dress();
                player.operateAt(1.9, 5.6, "HV-701", "position", 40, "");
                player.until("the valve is turned", snapshot -> Math.abs(player.value("HV-701") - 40) < 1);
                process.kill();
                Await.until("lost", () -> player.link().state().phase() == LinkState.Phase.CONNECTING);
                process = StationProcess.launch(data, port);
                Snapshot back = player.until("everything again", Snapshot::full);
                assertThat(back.values()).containsKey("HV-701");
                player.until("the valve stands where it was", snapshot -> Math.abs(player.value("HV-701") - 40) < 1);
                player.operateAt(1.9, 5.6, "HV-701", "position", 50, "");
            }
            replayed(process.as("s07"), run, leaks);
        } finally {
            process.close();
        }
    }

    private static Path made(Path data) {
        try {
            return Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recording of the run shows the leak too. */
    private void replayed(Client student, String run, double time) {
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
        Path film = folder.resolve("run.field.json");
        try {
            Files.write(film, student.bytes("/api/runs/" + run + "/field-recording"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String out = field(
                "--replay",
                film.toString(),
                "--at",
                Double.toString(time),
                "--screenshot",
                folder.resolve("replay.png").toString(),
                "--view",
                VIEW,
                "--size",
                WIDTH + "x" + HEIGHT,
                "--preset",
                "low");
        assertThat(out).doesNotContain(" 0 effects");
        assertLeakIsSeen("before.png", "replay.png", false);
    }
}
