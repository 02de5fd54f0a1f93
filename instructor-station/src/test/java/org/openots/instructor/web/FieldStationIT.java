package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.distillation.field3d.net.LinkState;
import org.openots.distillation.field3d.net.Snapshot;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationProcess;
import org.openots.instructor.tank.Await;

/**
 * The station and the field station as they ship, each in a process of its own: what the student does in the browser is in the
 * picture of the field, and a station that was killed and started again is found again.
 */
class FieldStationIT {
    @TempDir
    private Path folder;

    /** The packaged field station, built before this module. */
    private static Path jar() {
        Path target = Path.of("..", "distillation-module", "target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("distillation-module-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("no field station in " + target + ": package its module first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String field(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar().toString(), "field"));
        command.addAll(List.of(arguments));
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

    /** Pixels that differ by more than a twenty-fifth of full scale in any colour. */
    private static int differing(Path one, Path other) {
        BufferedImage a = image(one);
        BufferedImage b = image(other);
        int count = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
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
                "north",
                "--size",
                "480x270",
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
            String run = student.post("/api/my/runs", Map.of("task", "A-1"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            assertThat(picture(student, run, "before.png")).contains("0 effects");
            try (FieldPlayer player = FieldPlayer.join(student, run, "f1")) {
                player.until("everything", Snapshot::full);
                player.dress();
                leak(student, run);
                player.operateAt(1.9, 5.6, "HV-701", "position", 100, "");
                player.until("a pool", snapshot -> {
                    player.link().stand(new Vector3f(4.5f, 1.62f, -4.3f), 0, 0);
                    return snapshot.effects().stream()
                            .anyMatch(effect -> effect.place().equals("sump-drain"));
                });
                assertThat(picture(student, run, "after.png")).doesNotContain(" 0 effects");
                assertThat(differing(folder.resolve("before.png"), folder.resolve("after.png")))
                        .as("spray, pool and valve are in the picture, which is the same otherwise")
                        .isPositive();
                process.kill();
                Await.until("lost", () -> player.link().state().phase() == LinkState.Phase.CONNECTING);
                process = StationProcess.launch(data, port);
                Snapshot back = player.until("everything again", Snapshot::full);
                assertThat(back.values()).containsKey("HV-701");
                player.until("the valve stands where it was", snapshot -> player.value("HV-701") > 99);
                player.operateAt(1.9, 5.6, "HV-701", "position", 50, "");
            }
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

    /** Pumps feed through the sump onto the floor. */
    private static void leak(Client student, String run) {
        for (String valve : new String[] {"HV-701", "HV-702", "HV-705", "HV-704"}) {
            student.operate(run, valve, "position", 100).expect(200);
        }
        student.operate(run, "SW-701", "on", 0).expect(200);
        student.operate(run, "SW-702", "on", 0).expect(200);
        student.operate(run, "FIC-701", "op", 100).expect(200);
        student.operate(run, "P-701", "start", 0).expect(200);
    }
}
