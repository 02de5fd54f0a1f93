package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.tank.Await;
import org.openots.instructor.tank.TankLibrary;

/** What the administrator sees of the station's health, and what he decides about space and backups. */
class HealthRoutesTest {

    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private static JsonNode health(Client client) {
        return client.get("/api/health").expect(200).json();
    }

    private static String codes(Client client) {
        return health(client).path("findings").findValuesAsText("code").toString();
    }

    @Test
    void figuresAndBackupsAreThereAndTheOldestGo() throws IOException {
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client admin = station.as("admin2");
            String run = station.run(station.as("s1"), TankLibrary.PRACTICE);
            JsonNode health = health(admin);
            assertThat(health.path("runs").path("open").asInt()).isEqualTo(1);
            assertThat(health.path("disks").path(0).path("freeGb").asDouble()).isPositive();
            assertThat(health.path("versions").path("engine").asText()).isNotBlank();
            assertThat(codes(station.as("instructor"))).contains("OTS-HEALTH-004");
            admin.post("/api/health/settings", Map.of("keep", 2)).expect(200);
            String first = admin.post("/api/backups", Map.of())
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            admin.post("/api/backups", Map.of()).expect(201);
            String third = admin.post("/api/backups", Map.of())
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            JsonNode list = health(admin).path("backups").path("list");
            assertThat(list.findValuesAsText("id")).hasSize(2).contains(third).doesNotContain(first);
            assertThat(list.path(0).path("journals").asInt()).isPositive();
            assertThat(codes(admin)).doesNotContain("OTS-HEALTH-004");
            Path backups = data.resolve("backups");
            assertThat(backups.resolve(third).resolve("runs").resolve(run)).isDirectory();
            try (Stream<Path> inside = Files.list(backups)) {
                assertThat(inside).as("nothing half done stays").hasSize(2);
            }
            assertThat(BackupFiles.verify(backups.resolve(third)).files()).isNotEmpty();
        }
    }

    @Test
    void aSecondFolderThatIsUnpluggedIsToldAndCaughtUpWith() throws IOException {
        Path second = Files.createDirectory(elsewhere.resolve("usb"));
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client admin = station.as("admin2");
            String rules = "/api/health/settings";
            admin.post(rules, Map.of("second", elsewhere.resolve("none").toString()))
                    .refused(400, "OTS-UPKEEP-010");
            admin.post(rules, Map.of("second", "usb")).refused(400, "OTS-UPKEEP-010");
            admin.post(rules, Map.of("second", data.resolve("runs").toString())).refused(400, "OTS-UPKEEP-011");
            admin.post(rules, Map.of("second", second.toString())).expect(200);
            String id = admin.post("/api/backups", Map.of())
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            assertThat(BackupFiles.verify(second.resolve(id)).files()).isNotEmpty();
            Path unplugged = Files.move(second, elsewhere.resolve("pocket"));
            String next = admin.post("/api/backups", Map.of())
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            assertThat(codes(admin)).contains("OTS-HEALTH-007");
            assertThat(health(admin).path("backups").path("second").asText()).isEqualTo("waits");
            Files.move(unplugged, second);
            String third = admin.post("/api/backups", Map.of())
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            assertThat(codes(admin)).doesNotContain("OTS-HEALTH-007");
            assertThat(second.resolve(third)).isDirectory();
            assertThat(data.resolve("backups").resolve(next)).isDirectory();
        }
    }

    @Test
    void withoutSpaceNoRunBeginsAndOpenOnesGoOn() {
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client admin = station.as("admin2");
            Client student = station.as("s1");
            String run = station.run(student, TankLibrary.PRACTICE);
            admin.post("/api/health/settings", Map.of("refuseGigabytes", 900_000))
                    .refused(400, "OTS-UPKEEP-013");
            admin.post("/api/health/settings", Map.of("refuseGigabytes", 900_000, "warnGigabytes", 900_001))
                    .expect(200);
            assertThat(codes(admin)).contains("OTS-HEALTH-001");
            Client.Answer refused = station.as("s2").post("/api/my/runs", Map.of("task", TankLibrary.PRACTICE));
            refused.refused(507, "OTS-UPKEEP-001");
            student.operate(run, "HV-101", "position", 12).expect(200);
            admin.post("/api/health/settings", Map.of("refuseGigabytes", 1)).refused(400, "OTS-WEB-012");
            admin.post("/api/health/settings", Map.of("everyMinutes", 7.5)).refused(400, "OTS-WEB-012");
            admin.post("/api/health/settings", Map.of("refuseGigabytes", 2, "warnGigabytes", 2))
                    .expect(200);
            station.run(station.as("s2"), TankLibrary.PRACTICE);
        }
    }

    @Test
    void aDamagedJournalIsFound() throws Exception {
        String run;
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client student = station.as("s1");
            run = station.run(student, TankLibrary.PRACTICE);
            student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
        }
        BackupFiles.flip(data.resolve("runs").resolve(run));
        try (StationFixture station = StationFixture.start(data)) {
            Client teacher = station.as("instructor");
            Await.until("checked", () -> health(teacher).path("chains").has("at"));
            JsonNode damaged = health(teacher).path("chains").path("damaged");
            assertThat(damaged.findValuesAsText("journal")).containsExactly("runs/" + run);
            assertThat(codes(teacher)).contains("OTS-HEALTH-008");
        }
    }
}
