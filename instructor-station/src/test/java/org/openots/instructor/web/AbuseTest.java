package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.hazop.ExampleStudy;
import org.openots.instructor.tank.TankLibrary;

/** What a hostile client sends (R15, R17, R19; R16 is tried in PagesTest and AccessMatrixTest): it harms nobody, and the station goes on for all others. */
class AbuseTest {
    private static final String SCRIPT = "<img src=x onerror=alert(1)>";
    private static final int FLOOD = 10_000;
    /** Largest message a socket takes, and what follows a larger one: RFC 6455, 7.4.1. */
    private static final int HUGE = 100_000;

    private static final int MESSAGE_TOO_BIG = 1009;

    @TempDir
    private static Path data;

    private static StationFixture station;

    @BeforeAll
    static void start() {
        station = StationFixture.start(data).withPeople();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    /** Texts that some layer below could take for more than words. */
    private static List<String> words() {
        return List.of(
                "'; DROP TABLE people; --",
                "\" OR \"1\"=\"1",
                SCRIPT,
                "</script><script>alert(1)</script>",
                "${jndi:ldap://127.0.0.1/a} #{7*7} {{7*7}} <%= 7 %>",
                "../../../etc/passwd\\..\\..\\x",
                "行\r\nSet-Cookie: a=b\r\n\r\n<b>",
                "%s %n %x {} {0}",
                "=cmd|' /C calc'!A0",
                "\u0000\u001b[31m\u202e");
    }

    /** R15: a text is kept as it is or refused with a sentence; it is never more than a text. */
    @ParameterizedTest
    @MethodSource("words")
    void wordsStayWords(String text) {
        Client admin = station.admin();
        Client teacher = station.as("instructor");
        Client student = station.as("s1");
        String run = station.run(student, TankLibrary.PRACTICE);
        kept(student.post("/api/runs/" + run + "/snapshots", Map.of("name", text)), text);
        refusedOrFine(student.operate(run, text, "position", 1));
        refusedOrFine(student.get("/api/runs/" + run + "/trend?tags=" + encoded(text)));
        refusedOrFine(student.get("/api/runs/" + encoded(text)));
        refusedOrFine(teacher.get("/api/people?class=" + encoded(text)));
        refusedOrFine(admin.get("/api/audit?text=" + encoded(text)));
        refusedOrFine(teacher.post("/api/lessons", Map.of("class", text, "lessons", List.of())));
        refusedOrFine(station.client().post("/api/sign-in", Map.of("account", text, "password", text)));
        refusedOrFine(admin.post(
                "/api/users",
                Map.of(
                        "account",
                        "w" + Integer.toHexString(text.hashCode()),
                        "name",
                        text,
                        "role",
                        "student",
                        "seat",
                        text,
                        "class",
                        text,
                        "password",
                        StationFixture.PASSWORD)));
        cell(student, text);
        assertThat(admin.get("/api/users").expect(200).json().findValuesAsText("account"))
                .contains("s1", "s2", "instructor");
        assertThat(teacher.get("/api/people").expect(200).header("content-type"))
                .startsWith("application/json");
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void refusedOrFine(Client.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        assertThat(answer.headers()).doesNotContainKey("set-cookie-injected");
        if (answer.header("content-type").startsWith("text/html")) {
            // a path that is none: the HTTP parser refuses it before anything of ours sees it, and does not repeat it
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("/badMessage").doesNotContain("onerror", "DROP", "passwd");
        } else if (answer.status() >= 400) {
            assertThat(answer.json().path("message").path("zh").asText()).isNotBlank();
        }
    }

    private static void kept(Client.Answer answer, String text) {
        refusedOrFine(answer);
        if (answer.status() < 400) {
            assertThat(answer.header("content-type")).startsWith("application/json");
            assertThat(answer.json().findValuesAsText("name")).contains(text);
        }
    }

    /** A cell of a worksheet, which teachers and files see later. */
    private static void cell(Client student, String text) {
        String sheet = student.post(
                        "/api/my/worksheets",
                        Map.of("study", ExampleStudy.ID, "level", "junior", "nodes", List.of("N1")))
                .json()
                .path("id")
                .asText();
        JsonNode before = student.get("/api/worksheets/" + sheet).expect(200).json();
        String row = "c" + Integer.toHexString(text.hashCode());
        Map<String, Object> cause =
                Map.of("id", row, "cause", text, "lines", List.of(Map.of("id", "l" + row, "consequence", text)));
        Map<String, Object> op = Map.of("kind", "insert-cause", "deviation", "D01", "after", "", "cause", cause);
        Client.Answer answer = student.post(
                "/api/worksheets/" + sheet + "/edits",
                Map.of("token", before.path("token").asText(), "edits", List.of(Map.of("id", row, "op", op))));
        refusedOrFine(answer);
        String after =
                student.get("/api/worksheets/" + sheet).expect(200).json().toString();
        if (answer.status() < 400 && answer.json().path("refused").isMissingNode()) {
            assertThat(after)
                    .contains(com.fasterxml.jackson.databind.node.TextNode.valueOf(text)
                            .toString());
        }
        station.as("instructor")
                .get("/api/worksheets/" + sheet + "/report?lang=zh&format=json")
                .expect(200);
    }

    /** R17: who guesses passwords is made to wait; a right password at another address is not. */
    @Test
    void guessingIsSlow(@TempDir Path other) {
        try (StationFixture fresh = StationFixture.start(other).withPeople()) {
            Client guesser = fresh.client();
            List<Integer> answers = IntStream.range(0, 60)
                    .mapToObj(
                            i -> guesser.post("/api/sign-in", Map.of("account", "guess" + i, "password", "wrong-" + i))
                                    .status())
                    .toList();
            assertThat(answers).contains(401, 429).doesNotContain(200);
            assertThat(answers.subList(50, 60)).contains(429);
            IntStream.range(0, 6).forEach(i -> guesser.post("/api/sign-in", Map.of("account", "s1", "password", "no")));
            // slowed, not locked out: within seconds the address may try again, and who is signed in is not affected
            org.openots.instructor.tank.Await.until(
                    "s2 gets in",
                    () -> fresh.client()
                                    .post("/api/sign-in", Map.of("account", "s2", "password", StationFixture.PASSWORD))
                                    .status()
                            == 200);
        }
    }

    /** R19: one who sends as fast as he can is refused what is too much; nobody else notices. */
    @Test
    void oneWhoFloodsHoldsUpNobody() {
        Client flooder = station.as("s1");
        Client other = station.as("s2");
        String his = station.run(flooder, TankLibrary.PRACTICE);
        String hers = station.run(other, TankLibrary.PRACTICE);
        Frames frames = new Frames();
        other.socket("/ws/runs/" + hers, frames);
        ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
        CompletableFuture<?>[] flood = IntStream.range(0, 8)
                .mapToObj(worker -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 250; i++) {
                        answers.add(flooder.operate(his, "HV-101", "position", i % 5)
                                .status());
                    }
                }))
                .toArray(CompletableFuture[]::new);
        List<Double> waits = new java.util.ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            other.operate(hers, "HV-101", "position", i % 5).expect(200);
            waits.add((System.nanoTime() - start) / 1e9);
        }
        CompletableFuture.allOf(flood).join();
        assertThat(answers).hasSize(2000).contains(200, 429).allMatch(status -> status == 200 || status == 429);
        assertThat(waits.stream().sorted().skip(10).findFirst().orElseThrow()).isLessThan(2);
        double value =
                other.get("/api/runs/" + hers).expect(200).json().path("tick").asDouble(-1);
        frames.next(frame -> frame.path("tick").asDouble(value + 1) > value);
        flooder.post("/api/runs/" + his + "/close", Map.of());
        other.post("/api/runs/" + hers + "/close", Map.of()).expect(200);
    }

    /** R19: sockets only tell; what is sent into them changes nothing, and what is huge ends them. */
    @Test
    void whatIsSentIntoASocketChangesNothing() {
        Client student = station.as("s2");
        String run = station.run(student, TankLibrary.PRACTICE);
        Frames frames = new Frames();
        WebSocket socket = student.socket("/ws/runs/" + run, frames);
        frames.next(frame -> frame.path("type").asText().equals("full"));
        String forged = "{\"target\":\"HV-101\",\"verb\":\"position\",\"value\":77,\"cid\":\"x\",\"account\":\"s1\"}";
        for (int i = 0; i < FLOOD; i++) {
            socket.sendText(forged, true).join();
        }
        frames.next(frame -> frame.path("type").asText().equals("delta"));
        assertThat(student.get("/api/runs/" + run + "/events").expect(200).body())
                .doesNotContain("77");
        Frames second = new Frames();
        WebSocket other = student.socket("/ws/runs/" + run, second);
        // the station may end the socket before all of it is sent
        other.sendText("x".repeat(HUGE), true).exceptionally(ended -> other).join();
        assertThat(second.closeStatus()).isEqualTo(MESSAGE_TOO_BIG);
        frames.next(frame -> frame.path("type").asText().equals("delta"));
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
    }

    /** R19: an operation counts once however often it is sent, and only in a run of the sender's own. */
    @Test
    void anOperationIsNotRepeatedNorForged() {
        Client s1 = station.as("s1");
        Client s2 = station.as("s2");
        String his = station.run(s1, TankLibrary.PRACTICE);
        String hers = station.run(s2, TankLibrary.PRACTICE);
        Map<String, Object> body = new HashMap<>(
                Map.of("cid", UUID.randomUUID().toString(), "target", "HV-101", "verb", "position", "value", 2));
        JsonNode first =
                s1.post("/api/runs/" + his + "/commands", body).expect(200).json();
        assertThat(s1.post("/api/runs/" + his + "/commands", body).expect(200).json())
                .isEqualTo(first);
        s2.post("/api/runs/" + his + "/commands", body).refused(403, "OTS-AUTH-006");
        body.put("account", "s1");
        s2.post("/api/runs/" + hers + "/commands", body).refused(400, "OTS-WEB-003");
        s1.post("/api/runs/" + his + "/close", Map.of()).expect(200);
        s2.post("/api/runs/" + hers + "/close", Map.of()).expect(200);
        assertThat(s1.post("/api/runs/" + his + "/commands", body).status()).isGreaterThanOrEqualTo(400);
    }
}
