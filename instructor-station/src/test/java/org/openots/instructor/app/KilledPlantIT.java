package org.openots.instructor.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.session.JournalEvent;
import org.openots.instructor.session.JournalFolder;
import org.openots.instructor.session.RunStory;
import org.openots.instructor.tank.Await;

/**
 * The station as it ships, with the whole distillation plant, killed (SIGKILL) in the middle of a cold start. After the
 * restart the run stands where its journal ends, every acknowledged operation is in it, the student goes on, and the
 * state is that of a plant that never was interrupted.
 */
class KilledPlantIT {
    private static final double TICK_SECONDS = 0.1;

    @TempDir
    private Path data;

    private final List<Long> acknowledged = new ArrayList<>();

    @Test
    void aKilledColdStartGoesOnAsIfNothingHadHappened() {
        String run;
        try (StationProcess station = StationProcess.launch(data)) {
            Client student = station.as("s07");
            run = student.post("/api/my/runs", Map.of("task", "A-1"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            control(student, run, "speed", 20);
            charge(student, run);
            past(student, run, 65);
            station.as("teacher")
                    .post("/api/runs/" + run + "/faults", Map.of("fault", "A-F10", "severity", 1))
                    .expect(201);
            for (int i = 0; i < 20; i++) {
                operate(student, run, "HV-713", "position", 5 * i);
            }
            station.kill();
        }
        assertThat(data.resolve("snapshots").resolve(run + ".b.snap"))
                .as("the restart need not begin at the beginning")
                .exists();
        RunStory atKill = story(run);
        assertThat(commands(run)).containsAll(acknowledged);
        JsonNode closing;
        try (StationProcess station = StationProcess.launch(data)) {
            JsonNode sheet = station.as("teacher")
                    .get("/api/runs/" + run + "/score")
                    .expect(200)
                    .json();
            long tick = Math.round(sheet.path("time").asDouble() / TICK_SECONDS);
            assertThat(tick).as("nothing of the journal is lost").isGreaterThanOrEqualTo(atKill.resumeTick());
            assertThat(sheet.path("stateHash").asText())
                    .isEqualTo(twin(atKill, tick).stateHash());
            closing = goOn(station, run);
            station.kill();
        }
        RunStory whole = story(run);
        assertThat(commands(run)).containsAll(acknowledged);
        Twin twin = twin(whole, closing.path("tick").asLong());
        assertThat(closing.path("stateHash").asText()).isEqualTo(twin.stateHash());
        assertThat(twin.value("P-701")).isZero();
        assertThat(twin.value("LIC-702")).isPositive();
        sheetOfAThirdLife(run, closing);
        CommandLineRun verified =
                CommandLineRun.of("verify", data.resolve("runs").resolve(run).toString());
        assertThat(verified.code()).as("%s %s", verified.out(), verified.err()).isZero();
    }

    /** The student comes back, takes over the unfinished run, operates and ends it. */
    private JsonNode goOn(StationProcess station, String run) {
        Client student = station.as("s07");
        JsonNode resumed =
                student.post("/api/my/runs", Map.of("task", "A-1")).expect(200).json();
        assertThat(resumed.path("id").asText()).isEqualTo(run);
        assertThat(resumed.path("resumed").asBoolean()).isTrue();
        double time = lastTime(student, run);
        past(student, run, time + 10);
        operate(student, run, "P-701", "stop", 0);
        operate(student, run, "HV-705", "position", 0);
        past(student, run, lastTime(student, run) + 5);
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
        return Objects.requireNonNull(story(run).closing(), "the run is not closed");
    }

    private void sheetOfAThirdLife(String run, JsonNode closing) {
        try (StationProcess station = StationProcess.launch(data)) {
            Client student = station.as("s07");
            JsonNode sheet =
                    student.get("/api/runs/" + run + "/score").expect(200).json();
            assertThat(sheet.path("stateHash")).isEqualTo(closing.path("stateHash"));
            assertThat(sheet.path("closed").asBoolean()).isTrue();
            assertThat(sheet.path("losses").size()).isPositive();
            // the curve of a closed run is replayed from its journal, which must end in the recorded state
            assertThat(lastTime(student, run)).isEqualTo(closing.path("time").asDouble());
        }
    }

    private void charge(Client student, String run) {
        operate(student, run, "SW-701", "on", 0);
        operate(student, run, "SW-702", "on", 0);
        for (String valve : new String[] {"HV-713", "HV-701", "HV-702", "HV-705"}) {
            operate(student, run, valve, "position", 100);
        }
        operate(student, run, "FIC-701", "op", 80);
        operate(student, run, "P-701", "start", 0);
    }

    private void operate(Client client, String run, String target, String verb, double value) {
        JsonNode answer = client.operate(run, target, verb, value).expect(200).json();
        acknowledged.add(answer.path("saved").asLong());
    }

    private static void control(Client client, String run, String action, double value) {
        client.post("/api/runs/" + run + "/control", Map.of("action", action, "value", value))
                .expect(200);
    }

    private static void past(Client client, String run, double seconds) {
        Await.until("model time " + seconds + " s", () -> lastTime(client, run) >= seconds);
    }

    private static double lastTime(Client client, String run) {
        JsonNode times = client.get("/api/runs/" + run + "/trend?tags=LIC-702&points=2")
                .expect(200)
                .json()
                .path("t");
        // sent as floats
        return Math.round(times.get(times.size() - 1).asDouble() / TICK_SECONDS) * TICK_SECONDS;
    }

    private static Twin twin(RunStory story, long tick) {
        return new Twin(StationContent.find().engines(), story, tick);
    }

    private RunStory story(String run) {
        return RunStory.of(run, journal(run));
    }

    private List<Long> commands(String run) {
        return journal(run).stream()
                .filter(event -> event.kind().equals("command"))
                .map(event -> event.body().path("sequence").asLong())
                .toList();
    }

    private List<JournalEvent> journal(String run) {
        try (JournalFolder journals = new JournalFolder(data.resolve("runs"), Clock.systemUTC())) {
            return journals.read(run);
        }
    }
}
