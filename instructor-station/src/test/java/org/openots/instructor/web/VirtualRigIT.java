package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.tank.Await;

/** A station with a virtual rig: three processes, two of them children of the station. */
@Timeout(180)
class VirtualRigIT {
    @TempDir
    private static Path data;

    private static StationFixture station;

    @BeforeAll
    static void start() {
        station = StationFixture.start(
                        StationFixture.config(data, Double.POSITIVE_INFINITY).withVirtualRig(3),
                        new SuiteContent().load())
                .withPeople();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    @Test
    void theRigIsReadInTheNativeProfileAndWatchedInThePages() {
        Client teacher = station.as("instructor");
        Await.until("good tags", () -> {
            JsonNode tags = teacher.get("/api/rig").expect(200).json().path("tags");
            return tags.path("good").asInt() > 200;
        });
        JsonNode status = teacher.get("/api/rig").json();
        assertThat(status.path("grade").asText()).isEqualTo("native");
        assertThat(status.path("receiver").path("online").asBoolean()).isTrue();
        // it has no journal: what it published before the station listened is missing, and told to be
        assertThat(status.path("receiver").path("missing").asInt()).isLessThan(5);
        assertThat(status.path("title").path("en").asText()).isEqualTo("virtual distillation rig");

        JsonNode all = teacher.get("/api/rig/tags").expect(200).json();
        assertThat(all.size()).isEqualTo(status.path("tags").path("total").asInt());
        assertThat(all.findValuesAsText("tag")).contains("TI-702", "REMOTE_ENABLE");

        String run = teacher.post("/api/rig/watch", Map.of())
                .expect(200)
                .json()
                .path("id")
                .asText();
        JsonNode described = teacher.get("/api/runs/" + run).expect(200).json();
        assertThat(described.path("rig").asBoolean()).isTrue();
        assertThat(described.path("virtual").asBoolean()).isTrue();
        Frames frames = new Frames();
        WebSocket socket = teacher.socket("/ws/runs/" + run, frames);
        JsonNode live = frames.next(frame -> frame.path("v").path("TI-702").asDouble() > 70);
        assertThat(live.path("q").has("TI-702") && live.path("q").path("TI-702").size() > 0)
                .isFalse();
        socket.abort();
    }
}
