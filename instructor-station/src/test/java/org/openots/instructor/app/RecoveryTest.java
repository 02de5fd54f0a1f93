package org.openots.instructor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.RunItems;
import org.openots.instructor.tank.TankLibrary;
import org.openots.instructor.web.WebSettings;

class RecoveryTest {
    @TempDir
    private Path data;

    @Test
    void sessionsAndRunsOutliveAStopOfTheStation() {
        String run;
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client student = station.as("s1");
            run = station.run(student, TankLibrary.PRACTICE);
            student.operate(run, "HV-101", "position", 23).expect(200);
        }
        try (StationFixture station = StationFixture.start(data)) {
            assertThat(station.address().admin()).isEmpty();
            Client student = station.as("s1");
            Frames frames = new Frames();
            student.socket("/ws/runs/" + run, frames);
            JsonNode full = frames.next(f -> f.path("type").asText().equals("full"));
            assertThat(full.path("v").path("HV-101").asDouble()).isEqualTo(23);
            frames.next(f -> f.path("run").path("state").asText().equals("running"));
        }
    }

    @Test
    void theListOfRunsIsRebuiltFromTheJournals() throws IOException {
        String closed;
        String open;
        JsonNode closing;
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client student = station.as("s1");
            closed = station.run(student, TankLibrary.PRACTICE);
            closing = student.post("/api/runs/" + closed + "/close", Map.of())
                    .expect(200)
                    .json();
            open = station.run(student, TankLibrary.EXAM);
        }
        for (String file : new String[] {"station.db", "station.db-wal", "station.db-shm"}) {
            Files.deleteIfExists(data.resolve(file));
        }
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client student = station.as("s1");
            JsonNode runs = student.get("/api/my/runs").json();
            assertThat(runs).hasSize(2);
            JsonNode last = runs.get(1);
            assertThat(last.path("id").asText()).isEqualTo(closed);
            assertThat(last.path("state").asText()).isEqualTo("closed");
            assertThat(last.path("score")).isEqualTo(closing.path("score"));
            assertThat(runs.get(0).path("id").asText()).isEqualTo(open);
            assertThat(runs.get(0).path("state").asText()).isEqualTo("open");
            assertThat(student.get("/api/runs/" + closed + "/score").json().path("stateHash"))
                    .isEqualTo(closing.path("stateHash"));
        }
    }

    @Test
    void whatAnOlderVersionClosedComesIntoTheStatistics() {
        String run;
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client student = station.as("s1");
            run = station.run(student, TankLibrary.PRACTICE);
            student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
        }
        try (Database database = Database.open(data, Clock.systemUTC())) {
            database.writer()
                    .write(unit -> unit.handle().execute("delete from run_item")
                            + unit.handle().execute("update run set itemised = 0"));
            assertThat(new RunItems(database).of(List.of(run))).isEmpty();
        }
        try (StationFixture station = StationFixture.start(data)) {
            JsonNode report = station.as("instructor")
                    .get("/api/statistics/tasks/" + TankLibrary.PRACTICE)
                    .expect(200)
                    .json();
            assertThat(report.path("results").get(0).path("run").asText()).isEqualTo(run);
            assertThat(report.path("items")).isNotEmpty();
        }
    }

    @Test
    void aStartThatFailsDoesNotKeepTheAdministratorsPasswordToItself() throws IOException {
        StationConfig free = StationFixture.config(data, Double.POSITIVE_INFINITY);
        try (ServerSocket taken = new ServerSocket(0)) {
            WebSettings web = new WebSettings(
                    free.web().bind(),
                    taken.getLocalPort(),
                    free.web().pages(),
                    free.web().texts());
            Station unlucky = new Station(
                    new StationConfig(
                            data, web, false, free.workers(), free.graceSeconds(), free.passwordCost(), free.clock()),
                    StationFixture.content());
            assertThatThrownBy(unlucky::start).isInstanceOf(OtsException.class);
        }
        try (StationFixture station = StationFixture.start(free)) {
            assertThat(station.address().admin()).isPresent();
            String fresh = station.station().resetAdmin().password();
            station.client().signIn("admin", fresh).get("/api/users").expect(200);
        }
    }

    @Test
    void aDamagedJournalDoesNotLockItsTraineeOut() throws IOException {
        String run;
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client student = station.as("s1");
            run = station.run(student, TankLibrary.PRACTICE);
            student.operate(run, "HV-101", "position", 23).expect(200);
            student.operate(run, "HV-101", "position", 24).expect(200);
        }
        Path journal = data.resolve("runs").resolve(run).resolve("000001.journal");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 3] ^= 1;
        Files.write(journal, bytes);
        try (StationFixture station = StationFixture.start(data)) {
            Client student = station.as("s1");
            JsonNode mine = student.get("/api/my/runs").json();
            assertThat(mine.get(0).path("state").asText()).isEqualTo("lost");
            student.get("/api/runs/" + run).refused(409, "OTS-RUN-016");
            student.operate(run, "HV-101", "position", 1).refused(409, "OTS-RUN-016");
            String other = station.run(student, TankLibrary.EXAM);
            assertThat(other).isNotEqualTo(run);
        }
    }
}
