package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.tank.TankLibrary;

/** Whatever is wrong with a request: one clear message in both languages, and nothing changes. */
class BadRequestTest {
    @TempDir
    private static Path data;

    private static StationFixture station;
    private static Client student;
    private static String run;

    @BeforeAll
    static void start() {
        station = StationFixture.start(data).withPeople();
        student = station.as("s1");
        run = station.run(student, TankLibrary.PRACTICE);
        student.operate(run, "HV-101", "position", 11).expect(200);
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static double valve() {
        JsonNode series = student.get("/api/runs/" + run + "/trend?tags=HV-101")
                .json()
                .path("series")
                .path("HV-101");
        return series.get(series.size() - 1).asDouble();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json|400|OTS-WEB-001",
                "[1,2]|400|OTS-WEB-001",
                "{\"cid\":\"a\",\"cid\":\"b\"}|400|OTS-WEB-001",
                "{\"cid\":\"a\"} {}|400|OTS-WEB-001",
                "{\"owner\":\"s2\",\"cid\":\"a\",\"target\":\"HV-101\",\"verb\":\"position\",\"value\":5}|400|OTS-WEB-003",
                "{\"target\":\"HV-101\",\"verb\":\"position\",\"value\":5}|400|OTS-WEB-004",
                "{\"cid\":\"a\",\"target\":\"HV-101\",\"verb\":\"position\"}|400|OTS-WEB-004",
                "{\"cid\":7,\"target\":\"HV-101\",\"verb\":\"position\",\"value\":5}|400|OTS-WEB-005",
                "{\"cid\":\"a\",\"target\":\"HV-101\",\"verb\":\"position\",\"value\":\"5\"}|400|OTS-WEB-006",
                "{\"cid\":\"a\",\"target\":\"HV-101\",\"verb\":\"position\",\"value\":1e999}|400|OTS-WEB-006",
                "{\"cid\":\"\",\"target\":\"HV-101\",\"verb\":\"position\",\"value\":5}|400|OTS-WEB-011",
                "{\"cid\":\"a\",\"target\":\"XX-1\",\"verb\":\"position\",\"value\":5}|400|OTS-TANK-001",
                "{\"cid\":\"a\",\"target\":\"HV-101\",\"verb\":\"fly\",\"value\":5}|400|OTS-TANK-002",
                "{\"cid\":\"a\",\"target\":\"HV-101\",\"verb\":\"position\",\"value\":101}|400|OTS-TANK-003",
                "{\"cid\":\"a\",\"target\":\"HV-101\",\"verb\":\"bypass\",\"value\":1}|403|OTS-AUTH-005"
            })
    void aWrongOperation(String body, int status, String code) {
        student.postText("/api/runs/" + run + "/commands", body).refused(status, code);
        assertThat(valve()).isEqualTo(11);
    }

    @Test
    void aBodyThatIsWronglyChunked() throws IOException {
        URI base = URI.create(student.base());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String request = "POST /api/sign-in HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nOrigin: "
                    + student.base() + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("OTS-WEB-");
        }
    }

    @Test
    void tooMuch() {
        String text = "x".repeat(70_000);
        String body = "{\"cid\":\"a\",\"target\":\"LOG\",\"verb\":\"enter\",\"text\":\"" + text + "\"}";
        student.postText("/api/runs/" + run + "/commands", body).refused(413, "OTS-WEB-007");
    }

    @Test
    void theAnswerReachesASenderOfFarTooMuch() {
        String body = "{\"cid\":\"" + "x".repeat(3_000_000) + "\"}";
        student.postText("/api/runs/" + run + "/commands", body).refused(413, "OTS-WEB-007");
        String allowed = "{\"cid\":\"" + "x".repeat(60_000) + "\"}";
        station.client().postText("/api/runs/" + run + "/commands", allowed).refused(401, "OTS-AUTH-004");
    }

    @Test
    void anotherContentType() {
        Map<String, String> headers = Map.of("Origin", student.base(), "Content-Type", "text/plain");
        student.raw("POST", "/api/runs/" + run + "/commands", headers, "{}").refused(415, "OTS-WEB-002");
    }

    @Test
    void unknownThings() {
        student.get("/api/runs/r-none").refused(404, "OTS-RUN-001");
        student.get("/api/plants/none").refused(404, "OTS-CAT-001");
        student.post("/api/my/runs", Map.of("task", "none")).refused(404, "OTS-CAT-002");
        student.get("/api/nothing").refused(404, "OTS-WEB-008");
        student.post("/api/nothing", Map.of()).refused(404, "OTS-WEB-008");
        student.get("/i18n/fr.json").refused(404, "OTS-WEB-008");
        student.get("/api/runs/" + run + "/trend?tags=XX").refused(400, "OTS-RUN-014");
        student.get("/api/runs/" + run + "/trend").refused(400, "OTS-WEB-004");
        student.get("/api/runs/" + run + "/trend?tags=LI-101&from=x").refused(400, "OTS-WEB-006");
        student.post("/api/runs/" + run + "/control", Map.of("action", "fly")).refused(400, "OTS-WEB-013");
        student.post("/api/runs/" + run + "/control", Map.of("action", "speed", "value", 99))
                .refused(400, "OTS-RUN-008");
    }

    @Test
    void aSpeedThatNoRunCanHaveIsRefusedOnceForTheClass() {
        Client teacher = station.as("instructor");
        for (double speed : new double[] {0, -1, 0.1, 21, 1e300}) {
            teacher.post("/api/class/control", Map.of("action", "speed", "value", speed))
                    .refused(400, "OTS-RUN-008");
        }
        teacher.post("/api/class/control", Map.of("action", "speed")).refused(400, "OTS-WEB-004");
    }

    @Test
    void faultsOfAClosedRun() {
        Client teacher = station.as("instructor");
        Client other = station.as("s2");
        String closed = station.run(other, TankLibrary.PRACTICE);
        other.post("/api/runs/" + closed + "/close", Map.of()).expect(200);
        String faults = "/api/runs/" + closed + "/faults";
        Map<String, String> form = Map.of("Origin", teacher.base(), "Content-Type", "application/json");
        teacher.get(faults).refused(409, "OTS-RUN-002");
        teacher.post(faults, Map.of("fault", "x")).refused(409, "OTS-RUN-002");
        teacher.raw("DELETE", faults + "/k1", form, null).refused(409, "OTS-RUN-002");
    }

    @Test
    void aPathOutsideThePagesIsNotServed() {
        for (String path : new String[] {
            "/..%2f..%2flogback.xml",
            "/%2e%2e/logback.xml",
            "/webjars/../logback.xml",
            "/logback.xml",
            "/webjars/lit/..%2f..%2f..%2f..%2flogback.xml",
            "/webjars/htmx/1/x.js",
            "/app.js%00.html"
        }) {
            assertThat(student.get(path).status()).as(path).isIn(400, 404);
        }
    }
}
