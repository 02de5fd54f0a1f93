package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.tank.TankLibrary;

/** What a student needs on a lab PC can be had from the station, and where it is missing that is said. */
class FieldPackageTest {
    @TempDir
    private Path data;

    @Test
    void theArchiveCanBeDownloadedOrItsPlaceIsNamed() throws IOException {
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client student = station.as("s1");
            assertThat(student.get("/download/field")
                            .refused(404, "OTS-WEB-015")
                            .body())
                    .contains(FieldPackage.NAME);
            String run = station.run(student, TankLibrary.PRACTICE);
            assertThat(ticket(student, run).path("packageBytes").asLong()).isZero();

            Files.writeString(data.resolve(FieldPackage.NAME), "an archive");
            Client.Answer archive = student.get("/download/field").expect(200);
            assertThat(archive.body()).isEqualTo("an archive");
            assertThat(archive.header("content-type")).isEqualTo("application/zip");
            assertThat(archive.header("content-disposition")).contains(FieldPackage.NAME);
            assertThat(ticket(student, run).path("packageBytes").asLong()).isEqualTo(10);
            student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
        }
    }

    private static JsonNode ticket(Client who, String run) {
        return who.post("/api/runs/" + run + "/field-ticket", Map.of())
                .expect(201)
                .json();
    }

    @Test
    void theLicencesOfTheFieldStationCanBeRead() {
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client.Answer page =
                    station.as("instructor").get("/download/field-licences").expect(200);
            assertThat(page.header("content-type")).startsWith("text/plain");
            assertThat(page.body()).contains("第三方组件", "lwjgl-glfw", "BSD-3-Clause", "Noto Sans SC");
        }
    }

    @Test
    void theBuildLaysItBesideTheJar() {
        assertThat(FieldPackage.beside().file())
                .isEqualTo(Path.of("target", FieldPackage.NAME).toAbsolutePath());
    }
}
