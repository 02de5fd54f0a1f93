package org.openots.instructor.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.session.JournalFolder;
import org.openots.instructor.strategy.SealedExams;
import org.openots.instructor.tank.Await;

/** An exam whose station is killed without warning: what was acknowledged is there, nobody loses time, the marks are proved. */
class KilledExamIT {
    private static final List<String> CANDIDATES = List.of("s01", "s02", "s03");
    private static final String MINE = "/api/my/exam";
    private static final int OPERATIONS = 8;
    private static final Duration BACK = Duration.ofSeconds(15);
    /** What may go by between two pictures of a candidate's time, s. */
    private static final double PICTURES = 2.5;

    @TempDir
    private Path data;

    private final Map<String, Client> clients = new HashMap<>();
    private final Map<String, String> runs = new HashMap<>();
    private final Map<String, List<String>> acknowledged = new HashMap<>();

    @Test
    void nobodyLosesWorkTimeOrPoints() throws IOException {
        ObjectNode document = SealedExams.sections(
                SealedExams.document(), List.of(SealedExams.section("S1", "normal", 100, 600, "A-3")), "A-3@1");
        ((ObjectNode) document.path("scoring")).putArray("criticalErrors").add("bypass");
        SealedExams.seal(data, document);
        StationProcess child = StationProcess.launch(data);
        byte[] folder;
        try {
            String exam = begin(child);
            CANDIDATES.forEach(this::operate);
            Map<String, Double> left = left();
            child.kill();
            child = StationProcess.launch(data, child.line().path("port").asInt());
            Instant restarted = Instant.now();
            CANDIDATES.forEach(this::comeBack);
            assertThat(Duration.between(restarted, Instant.now()))
                    .as("all are back")
                    .isLessThan(BACK);
            left().forEach((account, now) ->
                    assertThat(now).as(account).isGreaterThan(Objects.requireNonNull(left.get(account)) - PICTURES));
            CANDIDATES.forEach(this::operate);
            CANDIDATES.forEach(
                    account -> client(account).post(MINE + "/hand-in", Map.of()).expect(200));
            folder = results(child.as("officer"), exam);
        } finally {
            child.close();
        }
        theFolderProvesItself(folder);
        everyAcknowledgedOperationIsThereOnce();
    }

    private String begin(StationProcess child) {
        List<Map<String, String>> seats = CANDIDATES.stream()
                .map(account -> Map.of("seat", account.substring(1), "account", account))
                .toList();
        Map<String, Object> plan = Map.of(
                "strategy",
                SealedExams.ID,
                "version",
                1,
                "room",
                "ROOM-3",
                "start",
                Instant.now().toString(),
                "seats",
                seats);
        String exam = child.as("officer")
                .post("/api/exams", plan)
                .expect(201)
                .json()
                .path("id")
                .asText();
        Client invigilator = child.as("invigilator");
        invigilator.post("/api/exams/" + exam + "/open", Map.of()).expect(200);
        for (String account : CANDIDATES) {
            Client client = child.as(account);
            clients.put(account, client);
            present(client);
            client.post(MINE + "/sit", Map.of()).expect(200);
        }
        invigilator.post("/api/exams/" + exam + "/start", Map.of()).expect(200);
        for (String account : CANDIDATES) {
            Await.until("working", () -> !mine(account).path("page").asText().isEmpty());
            runs.put(account, mine(account).path("page").asText().substring("/run/".length()));
            watch(account);
        }
        return exam;
    }

    private Client client(String account) {
        return Objects.requireNonNull(clients.get(account));
    }

    private String run(String account) {
        return Objects.requireNonNull(runs.get(account));
    }

    private JsonNode mine(String account) {
        return client(account).get(MINE).expect(200).json().path("exam");
    }

    private static WebSocket present(Client client) {
        return client.socket("/ws/my/exam", new Frames());
    }

    private void watch(String account) {
        client(account).socket("/ws/runs/" + run(account), new Frames());
    }

    private Map<String, Double> left() {
        Map<String, Double> left = new HashMap<>();
        CANDIDATES.forEach(
                account -> left.put(account, mine(account).path("leftS").asDouble()));
        return left;
    }

    private void operate(String account) {
        List<String> kept = acknowledged.computeIfAbsent(run(account), key -> new ArrayList<>());
        for (int i = 0; i < OPERATIONS; i++) {
            String cid = account + "-" + kept.size();
            Map<String, Object> words = Map.of("cid", cid, "target", "FIC-701", "verb", "sp", "value", 40 + i);
            String path = "/api/runs/" + run(account) + "/commands";
            Client client = client(account);
            client.post(path, words).expect(200);
            client.post(path, words).expect(200);
            kept.add(cid);
        }
    }

    /** As the page does it: signed in still, the same computer, the sockets again. */
    private void comeBack(String account) {
        present(client(account));
        Await.until("goes on", () -> !mine(account).path("still").asBoolean());
        assertThat(mine(account).path("page").asText()).isEqualTo("/run/" + run(account));
        watch(account);
        List<String> kept = Objects.requireNonNull(acknowledged.get(run(account)));
        Map<String, Object> words = Map.of(
                "cid", kept.get(kept.size() - 1), "target", "FIC-701", "verb", "sp", "value", 40 + OPERATIONS - 1);
        Await.until(
                "the last operation, sent again, is known",
                () -> client(account)
                                .post("/api/runs/" + run(account) + "/commands", words)
                                .status()
                        == 200);
    }

    private static byte[] results(Client officer, String exam) {
        String one = "/api/exams/" + exam;
        Await.until(
                "closed", () -> officer.get(one).json().path("phase").asText().equals("closed"));
        officer.post(one + "/prove", Map.of()).expect(200);
        Await.until(
                "proved",
                () -> officer.get(one + "/results")
                        .json()
                        .at("/proof/state")
                        .asText()
                        .equals("done"));
        JsonNode confirmed =
                officer.post(one + "/confirm", Map.of()).expect(200).json();
        assertThat(confirmed.at("/proof/different").asInt()).isZero();
        assertThat(confirmed.path("candidates")).hasSize(CANDIDATES.size()).allMatch(who -> who.has("mark"));
        return officer.bytes(one + "/folder");
    }

    private static void theFolderProvesItself(byte[] folder) throws IOException {
        Path file = Files.createTempFile("killed-exam", ".zip");
        try {
            Files.write(file, folder);
            CommandLineRun check = CommandLineRun.of("verify", file.toString(), "--json");
            assertThat(check.out()).as(check.err()).contains("\"verdict\":\"verified\"");
            assertThat(check.code()).isZero();
        } finally {
            Files.delete(file);
        }
    }

    private void everyAcknowledgedOperationIsThereOnce() {
        try (JournalFolder journals = new JournalFolder(data.resolve("runs"), Clock.systemUTC())) {
            assertThat(Set.copyOf(runs.values())).hasSize(CANDIDATES.size());
            acknowledged.forEach((run, kept) -> assertThat(journals.read(run).stream()
                            .filter(event -> event.kind().equals("command"))
                            .map(event -> event.body().path("cid").asText()))
                    .containsExactlyElementsOf(kept));
        }
    }
}
