package org.openots.instructor.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.JournalFolder;
import org.openots.instructor.session.RunInspection;
import org.openots.instructor.session.RunStory;
import org.openots.instructor.tank.TankEngine;
import org.openots.instructor.tank.TankEngines;
import org.openots.instructor.tank.TankLibrary;
import org.openots.instructor.tank.TankStationMain;

/** A station in another process, killed without warning while it works. */
class KilledStationIT {
    private static final int OPERATIONS = 25;
    private static final int KILLS = 2;

    @TempDir
    private Path data;

    @Test
    void everyAcknowledgedOperationIsThereAfterAKillAndTheStateIsThatOfATwin() throws Exception {
        StationProcess child = StationProcess.launch(TankStationMain.class, data);
        assertThat(child.line().path("adminPassword").asText()).hasSize(12);
        String student = child.password("s07");
        String run = "";
        List<Long> acknowledged = new ArrayList<>();
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                Client client = child.client().signIn("s07", student);
                JsonNode started = client.post("/api/my/runs", Map.of("task", TankLibrary.PRACTICE))
                        .json();
                run = kill == 0 ? started.path("id").asText() : run;
                assertThat(started.path("id").asText())
                        .as("the unfinished run is resumed")
                        .isEqualTo(run);
                operate(child, client, run, acknowledged, kill);
                child.kill();
                child = StationProcess.launch(TankStationMain.class, data);
                assertThat(child.line().has("adminPassword"))
                        .as("shown once only")
                        .isFalse();
            }
        } finally {
            child.close();
        }
        compare(run, acknowledged);
    }

    private static void operate(StationProcess child, Client client, String run, List<Long> acknowledged, int kill) {
        client.post("/api/runs/" + run + "/control", Map.of("action", "speed", "value", 20))
                .expect(200);
        client.operate(run, "P-101", "start", 0).expect(200);
        if (kill == 0) {
            Client teacher = child.as("teacher");
            teacher.post("/api/runs/" + run + "/faults", Map.of("fault", TankEngine.CANARY, "severity", 0.4))
                    .expect(201);
        }
        for (int i = 0; i < OPERATIONS; i++) {
            JsonNode answer = client.operate(run, "HV-101", "position", (i * 37 + kill) % 100)
                    .expect(200)
                    .json();
            acknowledged.add(answer.path("saved").asLong());
        }
    }

    private void compare(String run, List<Long> acknowledged) {
        RunStory story;
        List<Long> commands;
        try (JournalFolder journals = new JournalFolder(data.resolve("runs"), Clock.systemUTC())) {
            var events = journals.read(run);
            story = RunStory.of(run, events);
            commands = events.stream()
                    .filter(event -> event.kind().equals("command"))
                    .map(event -> event.body().path("sequence").asLong())
                    .toList();
        }
        assertThat(acknowledged).hasSize(OPERATIONS * KILLS);
        assertThat(commands).containsAll(acknowledged);
        try (StationFixture station = StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY))) {
            String hash = Answers.await(station.station().host().inspect(run, RunInspection::stateHash));
            long tick = Answers.await(station.station().host().inspect(run, RunInspection::tick));
            assertThat(tick).isEqualTo(story.resumeTick());
            assertThat(hash).isEqualTo(new Twin(new TankEngines(), story, tick).stateHash());
        }
    }
}
