package org.openots.instructor.exam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.assessment.Rubric;
import org.openots.distillation.rubric.RubricLibrary;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.task.TaskCatalogue;
import org.openots.hazop.task.TrainingTask;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.strategy.SealedExams;
import org.openots.instructor.tank.Await;
import org.openots.instructor.web.RouteRow;

/** What candidates and others try in an exam (R06, R20, R22), over real HTTP and sockets. */
class ExamAbuseTest {
    private static final String MINE = "/api/my/exam";
    private static final String HAZOP_TASK = "case-rig-2";
    private static final String PLANT = "ethanol-water-rig";
    private static final List<String> FAULTS = List.of("A-F03", "A-F05", "A-F06");
    private static final int LAST_MOMENT_S = 6;
    private static final int LONG = 8;

    @TempDir
    private Path data;

    private StationFixture start(ObjectNode document) {
        ((ObjectNode) document.path("scoring")).putArray("criticalErrors").add("bypass");
        SealedExams.seal(data, document);
        return StationFixture.start(StationFixture.config(data, 3), new SuiteContent().load())
                .withPeople();
    }

    private static ObjectNode document(int seconds) {
        ObjectNode fault = SealedExams.section("S1", "normal", 50, seconds, FAULTS.toArray(String[]::new));
        fault.put("task", "A-6");
        ObjectNode hazop = SealedExams.section("S2", "", 50, 600, HAZOP_TASK);
        hazop.remove("initialCondition");
        ObjectNode document = SealedExams.sections(SealedExams.document(), List.of(fault, hazop), "A-6@1");
        return document.put("formatVersion", "1.1");
    }

    /** A candidate who works at his first item. */
    private static String begin(StationFixture station, Client s1) {
        String exam = station.as("exam-officer")
                .post("/api/exams", plan(1))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Client invigilator = station.as("invigilator");
        invigilator.post("/api/exams/" + exam + "/open", Map.of()).expect(200);
        s1.socket("/ws/my/exam", new Frames());
        s1.post(MINE + "/sit", Map.of()).expect(200);
        invigilator.post("/api/exams/" + exam + "/start", Map.of()).expect(200);
        Await.until("working", () -> mine(s1).path("state").asText().equals("working"));
        return exam;
    }

    private static Map<String, ?> plan(int version) {
        return Map.of(
                "strategy",
                SealedExams.ID,
                "version",
                version,
                "room",
                "ROOM-3",
                "start",
                Instant.now().toString(),
                "seats",
                List.of(Map.of("seat", "01", "account", version == 1 ? "s1" : "s2")));
    }

    private static JsonNode mine(Client student) {
        return student.get(MINE).expect(200).json().path("exam");
    }

    private static String run(Client student) {
        return mine(student).path("page").asText().substring("/run/".length());
    }

    /** R06: two pages hand in at once, again and again, while operations are being saved: one hand-in, one receipt. */
    @Test
    void manyHandInsAreOne() {
        try (StationFixture station = start(document(600))) {
            Client s1 = station.as("s1");
            String exam = begin(station, s1);
            String run = run(s1);
            ConcurrentLinkedQueue<String> receipts = new ConcurrentLinkedQueue<>();
            ConcurrentLinkedQueue<Integer> operations = new ConcurrentLinkedQueue<>();
            CompletableFuture<?> saving = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 40; i++) {
                    operations.add(s1.operate(run, "FIC-701", "sp", 40 + i % 20).status());
                }
            });
            Await.until("saving", () -> operations.size() > 5);
            CompletableFuture<?>[] handing = IntStream.range(0, 6)
                    .mapToObj(tab -> CompletableFuture.runAsync(() -> receipts.add(s1.post(MINE + "/hand-in", Map.of())
                            .expect(200)
                            .json()
                            .at("/exam/receipt")
                            .asText())))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(handing).join();
            saving.join();
            assertThat(receipts).hasSize(6);
            assertThat(new TreeSet<>(receipts)).hasSize(1).allMatch(receipt -> receipt.length() == 14);
            assertThat(operations).hasSize(40).first().isEqualTo(200);
            List<Integer> all = List.copyOf(operations);
            int refused = (int) all.stream().filter(status -> status != 200).count();
            assertThat(all.subList(40 - refused, 40))
                    .as("nothing is taken after the first refusal: %s", all)
                    .allMatch(status -> status == 403 || status == 409);
            JsonNode results = station.as("exam-officer")
                    .get("/api/exams/" + exam + "/results")
                    .expect(200)
                    .json();
            assertThat(results.path("candidates")).hasSize(1);
        }
    }

    /** R06: a hand-in in the last moments of the time: whichever comes first stands, and there is one receipt. */
    @Test
    void aHandInAtTheLastMomentIsOne() {
        ObjectNode section = SealedExams.section("S1", "normal", 100, LAST_MOMENT_S, "A-3");
        try (StationFixture station = start(SealedExams.sections(SealedExams.document(), List.of(section), "A-3@1"))) {
            Client s1 = station.as("s1");
            begin(station, s1);
            Await.until("the end is near", () -> mine(s1).path("leftS").asDouble(LAST_MOMENT_S) < 0.3);
            TreeSet<String> receipts = new TreeSet<>();
            for (int i = 0; i < 10; i++) {
                receipts.add(s1.post(MINE + "/hand-in", Map.of())
                        .expect(200)
                        .json()
                        .at("/exam/receipt")
                        .asText());
            }
            receipts.add(mine(s1).path("receipt").asText());
            assertThat(receipts).hasSize(1).allMatch(receipt -> receipt.length() == 14);
        }
    }

    /** R20: whatever a candidate asks for during his exam, nothing secret is in any byte he gets. */
    @Test
    void noByteOfACandidateHoldsASecret() throws IOException {
        try (StationFixture station = start(document(600))) {
            Client s1 = station.as("s1");
            String exam = begin(station, s1);
            String run = run(s1);
            s1.socket("/ws/runs/" + run, new Frames());
            s1.socket("/ws/runs/" + run + "/field", new Frames());
            s1.operate(run, "FIC-701", "sp", 50).expect(200);
            everything(station, s1, run, exam, "");
            s1.post(MINE + "/next", Map.of("item", 1)).expect(200);
            String attempt = mine(s1).path("page").asText().substring("/hazop-task/".length());
            s1.post("/api/hazop/attempts/" + attempt + "/sheet", Map.of());
            everything(station, s1, run, exam, attempt);
            s1.post(MINE + "/hand-in", Map.of()).expect(200);
            everything(station, s1, run, exam, attempt);
            String received = s1.received();
            assertThat(received).contains("FIC-701", HAZOP_TASK);
            for (String secret : secrets(exam)) {
                assertThat(received.contains(secret))
                        .as("what he got holds %s", secret)
                        .isFalse();
            }
        }
    }

    private static void everything(StationFixture station, Client s1, String run, String exam, String attempt) {
        for (RouteRow route : station.station().routes()) {
            String path = route.path()
                    .replace("/runs/{id}", "/runs/" + run)
                    .replace("/exams/{id}", "/exams/" + exam)
                    .replace("/attempts/{id}", "/attempts/" + attempt)
                    .replace("/strategies/{id}", "/strategies/" + SealedExams.ID)
                    .replace("{account}", "s1")
                    .replace("{second}", "0.2")
                    .replace("{file}", "en.json")
                    .replace("{id}", PLANT)
                    .replace("{k}", "k1")
                    .replace("<path>", "app.js");
            if (route.method().equals("GET")) {
                s1.get(path + (path.endsWith("/trend") ? "?tags=LI-701" : ""));
            }
        }
    }

    /** The drawn fault, the seed, what the rubric says to scorers only, and the key of the worksheet. */
    private Set<String> secrets(String exam) throws IOException {
        Set<String> secrets = new TreeSet<>();
        String journal;
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> own = files.filter(file -> file.toString().contains(exam) && Files.isRegularFile(file))
                    .toList();
            assertThat(own).isNotEmpty();
            StringBuilder all = new StringBuilder();
            for (Path file : own) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            journal = all.toString();
        }
        Matcher seed = Pattern.compile("\"seed\":\"([^\"]{16,})\"").matcher(journal);
        assertThat(seed.find()).as("the journal keeps the seed").isTrue();
        secrets.add(seed.group(1));
        List<String> drawn = FAULTS.stream().filter(journal::contains).toList();
        assertThat(drawn).isNotEmpty();
        Study study = StudyFile.named(PLANT).study();
        // a question of the task shows scenarios of other deviations, with what stands against them
        String asked = study.keyItems().map(item -> item.text().zh()).reduce("", String::concat);
        Rubric rubric = RubricLibrary.open().rubric(PLANT, "A-6");
        rubric.faultTask().orElseThrow().cases().forEach(one -> {
            secrets.add(one.fault());
            secrets.add(one.signs().zh());
            Stream.of(one.response(), one.recovery())
                    .flatMap(List::stream)
                    .map(step -> step.text().zh())
                    // shorter ones are the names of what can be done, as on the panels
                    .filter(text -> text.length() >= LONG && !asked.contains(text))
                    .forEach(secrets::add);
        });
        TrainingTask task = TaskCatalogue.shipped().task(HAZOP_TASK);
        String shown = study.deviations().stream()
                .map(row -> row.text().zh() + row.text().en())
                .reduce("", String::concat);
        for (String id : task.sheet().orElseThrow().deviations()) {
            Deviation deviation = study.deviation(id).orElseThrow();
            List<KeyItem> items = new ArrayList<>(deviation.keyItems().toList());
            items.forEach(item -> {
                secrets.add(item.id());
                Stream.of(item.text().zh(), item.text().en())
                        .filter(text -> !shown.contains(text))
                        .forEach(secrets::add);
            });
        }
        return secrets;
    }

    /** R22: a sealed strategy, and one that an exam goes by, is changed by a new version only. */
    @Test
    void aStrategyInUseStaysAsItIs() {
        ObjectNode document = document(600);
        try (StationFixture station = start(document)) {
            Client officer = station.as("exam-officer");
            String path = "/api/strategies/" + SealedExams.ID;
            JsonNode before = officer.get(path).expect(200).json();
            Client s1 = station.as("s1");
            String exam = begin(station, s1);
            ObjectNode changed = document.deepCopy();
            ((ObjectNode) changed.path("scoring")).put("passMark", 1);
            String token = before.path("token").asText();
            Client.Answer answer = officer.post("/api/strategies", Map.of("token", token, "document", changed));
            JsonNode after = answer.expect(200).json();
            assertThat(after.at("/newest/version").asInt())
                    .as("what was sealed is not written over")
                    .isEqualTo(2);
            assertThat(after.at("/newest/state").asText()).isEqualTo("draft");
            assertThat(after.path("inUse").asInt()).isEqualTo(1);
            assertThat(after.at("/versions/0/hash").asText())
                    .isEqualTo(before.at("/versions/0/hash").asText());
            officer.post("/api/exams", plan(2)).expect(409);
            assertThat(officer.get("/api/exams/" + exam)
                            .expect(200)
                            .json()
                            .path("phase")
                            .asText())
                    .isEqualTo("running");
            station.as("s2").get(path).expect(403);
            station.as("instructor")
                    .post("/api/strategies", Map.of("token", token, "document", changed))
                    .expect(403);
        }
    }
}
