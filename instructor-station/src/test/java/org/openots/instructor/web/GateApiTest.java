package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.dcs.audit.AuditEntry;
import org.openots.dcs.audit.AuditLog;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;

/** The write gate of a station over restarts and mistakes in its files; the rig itself is silent. */
@Timeout(120)
class GateApiTest {
    private static final String GATE = "/api/rig/gate";
    private static final String BRIDGE = """
            {"format": "openots-bridge", "formatVersion": "1.1", "title": {"zh": "一号装置", "en": "rig one"},
             "ownPort": %d, "map": "map.json", "native": {"site": "school", "rig": "rig-1", "consumer": "station"},
             "writeGate": {"enabled": %s, "clientId": "%s", "targets": [{"tag": "%s", "kind": "sp",
               "readBack": "FIC-702.SP", "low": 10, "high": 60, "rate": 1, "tolerance": 0.2}]}}
            """;
    private static final String MAP = """
            {"format": "openots-tag-map", "formatVersion": "1.0", "plant": "ethanol-water-rig", "tags": [
              {"tag": "FIC-702.SP", "topic": "openots/v1/school/rig-1/data", "dialect": "native", "range": [0, 80], "write": "sp"},
              {"tag": "FIC-703.SP", "topic": "openots/v1/school/rig-1/data", "dialect": "native", "range": [0, 80]},
              {"tag": "REMOTE_ENABLE", "topic": "openots/v1/school/rig-1/data", "dialect": "native"}]}
            """;

    @TempDir
    private Path data;

    private Path rig() {
        return data.resolve("rig");
    }

    private StationFixture station(String enabled, String client, String target) throws IOException {
        Path rig = Files.createDirectories(rig());
        Files.writeString(
                rig.resolve("bridge.json"), BRIDGE.formatted(BrokerProcess.freePort(), enabled, client, target));
        Files.writeString(rig.resolve("map.json"), MAP);
        return StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY), new SuiteContent().load());
    }

    @Test
    void theAuditGoesOnOverARestartAndABrokenOneKeepsTheGateShut() throws IOException {
        try (StationFixture station = station("true", "gate", "FIC-702.SP").withPeople()) {
            Client teacher = station.as("instructor");
            assertThat(teacher.get(GATE).expect(200).json().path("state").asText())
                    .isEqualTo("open");
            teacher.post(GATE + "/take", Map.of()).expect(200);
            teacher.post(GATE + "/prepare", Map.of("tag", "FIC-702.SP", "value", 20))
                    .expect(409);
            teacher.post(GATE + "/key", Map.of("on", "yes")).refused(409, "OTS-RIG-009");
            teacher.post("/api/sign-out", Map.of()).expect(200);
            JsonNode after = station.as("rig-engineer").get(GATE).expect(200).json();
            assertThat(after.path("lease").isNull()).as("who leaves lets go").isTrue();
        }
        Path audit = rig().resolve("audit.jsonl");
        assertThat(AuditLog.verify(audit))
                .extracting(AuditEntry::what)
                .containsExactly("open", "take", "release", "close");
        try (StationFixture station = station("true", "gate", "FIC-702.SP")) {
            assertThat(station.as("instructor")
                            .get("/api/rig/audit")
                            .expect(200)
                            .json()
                            .path("verified")
                            .asBoolean())
                    .isTrue();
        }
        assertThat(AuditLog.verify(audit)).hasSize(6);
        Files.writeString(audit, Files.readString(audit).replace("\"take\"", "\"look\""));
        try (StationFixture station = station("true", "gate", "FIC-702.SP")) {
            Client teacher = station.as("instructor");
            JsonNode state = teacher.get(GATE).expect(200).json();
            assertThat(state.path("state").asText()).isEqualTo("failed");
            assertThat(state.path("failure").path("code").asText()).isEqualTo("OTS-AUDIT-001");
            teacher.post(GATE + "/take", Map.of()).expect(400);
            assertThat(teacher.get("/api/rig").expect(200).json().path("state").asText())
                    .as("the bridge reads on")
                    .isEqualTo("open");
            JsonNode broken = teacher.get("/api/rig/audit").expect(200).json();
            assertThat(broken.path("verified").asBoolean()).isFalse();
            assertThat(broken.path("problem").path("line").asInt()).isEqualTo(3);
            assertThat(broken.path("lines").asInt()).isEqualTo(6);
            assertThat(broken.path("entries")).hasSize(2);
        }
    }

    @Test
    void aGateThatDoesNotAgreeWithTheMapIsShutAndSaysWhy() throws IOException {
        try (StationFixture station = station("true", "gate", "FIC-703.SP").withPeople()) {
            JsonNode state = station.as("instructor").get(GATE).expect(200).json();
            assertThat(state.path("state").asText()).isEqualTo("failed");
            assertThat(state.path("failure").path("text").path("zh").asText())
                    .contains("/writeGate/targets/0/tag", "FIC-703.SP");
            assertThat(rig().resolve("audit.jsonl")).doesNotExist();
        }
        for (List<String> one : List.of(List.of("openots-station", "OTS-BRG-004"), List.of("gate", "off"))) {
            boolean off = one.get(1).equals("off");
            try (StationFixture station = station(off ? "false" : "true", one.get(0), "FIC-702.SP")) {
                Client teacher = station.as("instructor");
                JsonNode state = teacher.get(GATE).expect(200).json();
                assertThat(state.path("state").asText()).isEqualTo(off ? "off" : "failed");
                assertThat(state.path("failure").path("code").asText()).isEqualTo(off ? "" : one.get(1));
                teacher.post(GATE + "/take", Map.of()).refused(off ? 409 : 400, off ? "OTS-RIG-008" : one.get(1));
            }
        }
    }
}
