package org.openots.instructor.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.web.BackupFiles;

/** A station with runs is backed up while it works, killed, and comes back elsewhere from the backup. */
class RestoredStationIT {
    private static final String STUDENT = "s07";
    private static final String OTHER = "s08";

    @TempDir
    private Path folder;

    private static String begin(Client student, String task) {
        return student.post("/api/my/runs", Map.of("task", task))
                .json()
                .path("id")
                .asText();
    }

    private static JsonNode score(Client client, String run) {
        return client.get("/api/runs/" + run + "/score").expect(200).json();
    }

    @Test
    void aStationComesBackFromABackupMadeWhileItWorked() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path fresh = folder.resolve("restored");
        String closed;
        String open;
        String password;
        JsonNode before;
        Path backup;
        try (StationProcess station = StationProcess.launch(data)) {
            password = station.password(STUDENT);
            Client student = station.as(STUDENT);
            Client other = station.as(OTHER);
            closed = begin(student, "A-4");
            student.operate(closed, "P-702B", "start", 0).expect(200);
            student.post("/api/runs/" + closed + "/close", Map.of()).expect(200);
            before = score(student, closed);
            open = begin(other, "A-4");
            station.as("teacher")
                    .post("/api/runs/" + open + "/faults", Map.of("fault", "A-F02", "delayS", 1))
                    .expect(201);
            CommandLineRun made = CommandLineRun.of("backup", "--data", data.toString(), "--json");
            assertThat(made.code()).as(made.err()).isZero();
            backup = Path.of(
                    new ObjectMapper().readTree(made.out()).path("folder").asText());
            // what comes later is lost with the old folder
            other.operate(open, "HV-701", "position", 3);
            CommandLineRun used = CommandLineRun.of("restore", backup.toString(), "--data", data.toString());
            assertThat(used.code()).isEqualTo(2);
            assertThat(used.err()).contains("OTS-UPKEEP-014");
        }
        refused(data, backup);
        CommandLineRun done = CommandLineRun.of("restore", backup.toString(), "--data", fresh.toString(), "--json");
        assertThat(done.code()).as(done.err()).isZero();
        JsonNode told = new ObjectMapper().readTree(done.out());
        assertThat(told.path("runs").asInt()).isEqualTo(2);
        assertThat(told.path("open").asInt()).isEqualTo(1);
        assertThat(CommandLineRun.of("restore", backup.toString(), "--data", fresh.toString())
                        .err())
                .contains("OTS-UPKEEP-008");
        try (StationProcess station = StationProcess.launch(fresh)) {
            Client student = station.client().signIn(STUDENT, password);
            assertThat(score(student, closed)).isEqualTo(before);
            Client other = station.as(OTHER);
            assertThat(begin(other, "A-4")).as("the open run is resumed").isEqualTo(open);
            assertThat(station.as("teacher")
                            .get("/api/runs/" + open + "/faults")
                            .expect(200)
                            .body())
                    .contains("A-F02");
            other.post("/api/runs/" + open + "/close", Map.of()).expect(200);
        }
        for (String run : new String[] {closed, open}) {
            CommandLineRun verified = CommandLineRun.of(
                    "verify", fresh.resolve("runs").resolve(run).toString());
            assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
        }
    }

    /** Spoilt copies of a backup, and a folder with something in it. */
    private void refused(Path data, Path backup) throws IOException {
        refused(BackupFiles.copy(backup, folder.resolve("b1")), "OTS-UPKEEP-005", spoilt -> {
            Path runs = spoilt.resolve("runs");
            try (var all = Files.list(runs)) {
                BackupFiles.flip(all.sorted().findFirst().orElseThrow());
            }
        });
        refused(
                BackupFiles.copy(backup, folder.resolve("b2")),
                "OTS-UPKEEP-004",
                spoilt -> Files.delete(spoilt.resolve("station.db")));
        refused(
                BackupFiles.copy(backup, folder.resolve("b3")),
                "OTS-UPKEEP-006",
                spoilt -> Files.writeString(
                        spoilt.resolve("manifest.json"),
                        Files.readString(spoilt.resolve("manifest.json")).replace("manual", "timer")));
        refused(
                BackupFiles.copy(backup, folder.resolve("b4")),
                "OTS-UPKEEP-007",
                spoilt -> Files.writeString(spoilt.resolve("more"), "x"));
        refused(
                BackupFiles.copy(backup, folder.resolve("b5")),
                "OTS-UPKEEP-003",
                spoilt -> Files.delete(spoilt.resolve("manifest.sha256")));
        CommandLineRun full = CommandLineRun.of("restore", backup.toString(), "--data", data.toString());
        assertThat(full.code()).isEqualTo(2);
        assertThat(full.err()).contains("OTS-UPKEEP-008");
        assertThat(CommandLineRun.of("backup", "--data", folder.resolve("none").toString())
                        .err())
                .contains("OTS-UPKEEP-015");
    }

    /** Spoils a folder. */
    @FunctionalInterface
    private interface Spoiling {
        void spoil(Path folder) throws IOException;
    }

    private void refused(Path backup, String code, Spoiling spoiling) throws IOException {
        spoiling.spoil(backup);
        Path target = folder.resolve("never");
        CommandLineRun run = CommandLineRun.of("restore", backup.toString(), "--data", target.toString());
        assertThat(run.code()).as(code).isEqualTo(2);
        assertThat(run.err()).contains(code);
        assertThat(target).doesNotExist();
    }
}
