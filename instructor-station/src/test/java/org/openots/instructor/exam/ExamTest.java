package org.openots.instructor.exam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.CommandLineRun;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.strategy.SealedExams;
import org.openots.instructor.tank.Await;

/** An exam from its plan to its results, over real HTTP and sockets. */
class ExamTest {
    private static final String MINE = "/api/my/exam";
    private static final String HAZOP_TASK = "case-rig-2";

    @TempDir
    private Path data;

    private static ObjectNode faultSection(int seconds) {
        ObjectNode section = SealedExams.section("S2", "normal", 40, seconds, "A-F03", "A-F05", "A-F06");
        return section.put("task", "A-4");
    }

    private StationFixture start(ObjectNode document) {
        SealedExams.seal(data, document);
        return StationFixture.start(StationFixture.config(data, 3), new SuiteContent().load())
                .withPeople();
    }

    private static ObjectNode twoSections(int first, int second) {
        return SealedExams.sections(
                SealedExams.document(),
                List.of(SealedExams.section("S1", "normal", 60, first, "A-3"), faultSection(second)),
                "A-3@1",
                "A-4@1");
    }

    private static String plan(Client officer) {
        return plan(officer, Instant.now());
    }

    private static String plan(Client officer, Instant start) {
        return officer.post(
                        "/api/exams",
                        Map.of(
                                "strategy",
                                SealedExams.ID,
                                "version",
                                1,
                                "room",
                                "ROOM-3",
                                "start",
                                start.toString(),
                                "seats",
                                List.of(Map.of("seat", "01", "account", "s1"), Map.of("seat", "02", "account", "s2"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static JsonNode mine(Client student) {
        return student.get(MINE).expect(200).json().path("exam");
    }

    private static JsonNode seat(Client invigilator, String exam, String account) {
        for (JsonNode seat :
                invigilator.get("/api/exams/" + exam).expect(200).json().path("seats")) {
            if (seat.path("account").asText().equals(account)) {
                return seat;
            }
        }
        throw new AssertionError(account);
    }

    private static String run(JsonNode mine) {
        String page = mine.path("page").asText();
        assertThat(page).startsWith("/run/");
        return page.substring("/run/".length());
    }

    private static WebSocket present(Client student) {
        return student.socket("/ws/my/exam", new Frames());
    }

    private static JsonNode working(Client student) {
        Await.until("working", () -> mine(student).path("state").asText().equals("working"));
        return mine(student);
    }

    @Test
    void fromThePlanToTheResults() throws IOException {
        try (StationFixture station = start(twoSections(600, 600))) {
            Client officer = station.as("exam-officer");
            Client invigilator = station.as("invigilator");
            String exam = plan(officer);
            Client s1 = station.as("s1");
            s1.post(MINE + "/sit", Map.of()).refused(409, "OTS-EXAM-004");
            invigilator.post("/api/exams/" + exam + "/open", Map.of()).expect(200);
            present(s1);
            s1.post(MINE + "/sit", Map.of()).expect(200);
            assertThat(s1.post("/api/my/runs", Map.of("task", "A-1")).code()).isEqualTo("OTS-EXAM-024");
            invigilator.post("/api/exams/" + exam + "/start", Map.of()).expect(200);
            JsonNode first = working(s1);
            String run = run(first);
            s1.operate(run, "FIC-701", "sp", 50).expect(200);
            onlyTheCandidateTouchesIt(station, run);
            s1.post("/api/runs/" + run + "/debrief", Map.of("format", "data")).refused(409, "OTS-EXAM-031");
            JsonNode second = s1.post(MINE + "/next", Map.of("item", 1))
                    .expect(200)
                    .json()
                    .path("exam");
            assertThat(second.path("item").asInt()).isEqualTo(2);
            assertThat(s1.post(MINE + "/next", Map.of("item", 1))
                            .expect(200)
                            .json()
                            .path("exam")
                            .path("page"))
                    .as("the same click twice ends one item")
                    .isEqualTo(second.path("page"));
            s1.get("/api/runs/" + run).refused(403, "OTS-EXAM-023");
            JsonNode done =
                    s1.post(MINE + "/hand-in", Map.of()).expect(200).json().path("exam");
            String receipt = done.path("receipt").asText();
            assertThat(receipt).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
            assertThat(s1.post(MINE + "/hand-in", Map.of())
                            .expect(200)
                            .json()
                            .path("exam")
                            .path("receipt")
                            .asText())
                    .isEqualTo(receipt);
            theOtherCameTooLate(station, exam, invigilator);
            results(station, exam, officer, s1);
        }
    }

    private static void onlyTheCandidateTouchesIt(StationFixture station, String run) {
        Client teacher = station.as("instructor");
        teacher.get("/api/runs/" + run).refused(403, "OTS-EXAM-023");
        teacher.get("/api/runs/" + run + "/faults").refused(403, "OTS-EXAM-023");
        teacher.post("/api/runs/" + run + "/control", Map.of("action", "freeze"))
                .expect(403);
        teacher.post("/api/runs/" + run + "/faults", Map.of("fault", "A-F01")).expect(403);
        teacher.post("/api/runs/" + run + "/debrief", Map.of("format", "data")).refused(403, "OTS-EXAM-023");
        teacher.post("/api/runs/" + run + "/causes", Map.of()).refused(403, "OTS-EXAM-023");
        Client invigilator = station.as("invigilator");
        invigilator.get("/api/runs/" + run).expect(200);
        station.as("s2").get("/api/runs/" + run).expect(403);
    }

    /** The second candidate never comes; after the time for late entry he is absent, and all is collected. */
    private static void theOtherCameTooLate(StationFixture station, String exam, Client invigilator) {
        assertThat(seat(invigilator, exam, "s2").path("state").asText()).isEqualTo("expected");
        invigilator
                .post("/api/exams/" + exam + "/collect", Map.of("account", "s2", "reason", "x"))
                .refused(409, "OTS-EXAM-019");
        Client s2 = station.as("s2");
        present(s2);
        s2.post(MINE + "/sit", Map.of()).expect(200);
        working(s2);
        invigilator
                .post("/api/exams/" + exam + "/collect", Map.of("account", "s2", "reason", "illness"))
                .expect(200);
        Await.until(
                "closed",
                () -> invigilator
                        .get("/api/exams/" + exam)
                        .json()
                        .path("phase")
                        .asText()
                        .equals("closed"));
    }

    /** The folder is the same whenever it is taken, proves itself without the station, and shows every change. */
    private static void theFolderProvesItself(Client officer, String exam) throws IOException {
        byte[] zip = officer.bytes("/api/exams/" + exam + "/folder");
        assertThat(officer.bytes("/api/exams/" + exam + "/folder")).isEqualTo(zip);
        Path file = Files.createTempDirectory("exam").resolve(exam + ".zip");
        Files.write(file, zip);
        CommandLineRun whole = CommandLineRun.of("verify", file.toString(), "--json");
        assertThat(whole.out()).as(whole.err()).contains("\"verdict\":\"verified\"", "\"papers\":\"same\"");
        assertThat(whole.code()).isZero();
        for (String name : List.of("results.json", "index.html", "exam/" + exam + "/000001.journal")) {
            Files.write(file, changed(zip, name));
            CommandLineRun run = CommandLineRun.of("verify", file.toString(), "--json");
            assertThat(run.out()).as(name).contains("\"verdict\":\"changed\"", name);
            assertThat(run.code()).isEqualTo(1);
        }
        Files.delete(file);
    }

    /** The same ZIP file with one bit of one file turned. */
    private static byte[] changed(byte[] zip, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().endsWith("/" + name)) {
                    content[content.length / 2] ^= 1;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void results(StationFixture station, String exam, Client officer, Client student)
            throws IOException {
        String results = "/api/exams/" + exam + "/results";
        assertThat(mine(student).has("mark")).isFalse();
        officer.post("/api/exams/" + exam + "/confirm", Map.of()).refused(409, "OTS-EXAM-026");
        officer.post("/api/exams/" + exam + "/prove", Map.of()).expect(200);
        Await.until(
                "proved",
                () -> officer.get(results)
                        .json()
                        .path("proof")
                        .path("state")
                        .asText()
                        .equals("done"));
        JsonNode all = officer.get(results).expect(200).json();
        assertThat(all.path("proof").path("different").asInt())
                .as(all.toString())
                .isZero();
        JsonNode confirmed = officer.post("/api/exams/" + exam + "/confirm", Map.of())
                .expect(200)
                .json();
        JsonNode one = confirmed.path("candidates").path(0);
        double sum = one.path("items").path(0).path("points").asDouble()
                + one.path("items").path(1).path("points").asDouble();
        assertThat(one.path("mark").asDouble()).isCloseTo(sum, org.assertj.core.data.Offset.offset(0.006));
        theFolderProvesItself(officer, exam);
        officer.post("/api/exams/" + exam + "/release", Map.of()).expect(200);
        assertThat(mine(student).path("mark").asDouble())
                .isEqualTo(one.path("mark").asDouble());
        String run = one.path("items").path(0).path("work").asText();
        student.get("/api/runs/" + run).expect(200);
        station.as("instructor").get("/api/runs/" + run).expect(200);
    }

    /** Who has several exams sees them all, the nearest first; the one that is open is the one he sits in. */
    @Test
    void severalExamsOfOneCandidate() {
        try (StationFixture station = start(twoSections(600, 600))) {
            Client officer = station.as("exam-officer");
            Client invigilator = station.as("invigilator");
            Client s1 = station.as("s1");
            Instant now = Instant.now();
            String nextWeek = plan(officer, now.plusSeconds(7 * 86_400));
            assertThat(mine(s1).path("others").isEmpty()).as("one exam only").isTrue();
            String tomorrow = plan(officer, now.plusSeconds(86_400));
            String nextMonth = plan(officer, now.plusSeconds(30 * 86_400));
            assertThat(mine(s1).path("id").asText()).isEqualTo(tomorrow);
            assertThat(mine(s1).path("others").findValuesAsText("id")).containsExactly(nextWeek, nextMonth);
            JsonNode other =
                    s1.get(MINE + "?exam=" + nextMonth).expect(200).json().path("exam");
            assertThat(other.path("id").asText()).isEqualTo(nextMonth);
            assertThat(other.path("others").findValuesAsText("id")).containsExactly(tomorrow, nextWeek);
            s1.get(MINE + "?exam=x-foreign").refused(404, "OTS-EXAM-001");
            officer.post("/api/exams/" + nextMonth + "/cancel", Map.of("reason", "x"))
                    .expect(200);
            invigilator.post("/api/exams/" + nextWeek + "/open", Map.of()).expect(200);
            assertThat(mine(s1).path("id").asText())
                    .as("the one whose door is open")
                    .isEqualTo(nextWeek);
            invigilator.post("/api/exams/" + tomorrow + "/open", Map.of()).refused(409, "OTS-EXAM-010");
            present(s1);
            s1.post(MINE + "/sit", Map.of()).expect(200);
            invigilator.post("/api/exams/" + nextWeek + "/start", Map.of()).expect(200);
            assertThat(working(s1).has("others"))
                    .as("nothing to choose at work")
                    .isFalse();
            s1.post(MINE + "/hand-in", Map.of()).expect(200);
            assertThat(mine(s1).path("receipt").asText()).isNotEmpty();
            assertThat(mine(s1).path("others").findValuesAsText("id")).containsExactly(tomorrow);
        }
    }

    /** A machine that fails, a second sign-in, time given back, and an end that nobody has to wait for. */
    @Test
    void troubleInTheRoom() {
        try (StationFixture station = start(twoSections(6, 600))) {
            Client invigilator = station.as("invigilator");
            String exam = plan(station.as("exam-officer"));
            String room = "/api/exams/" + exam;
            invigilator.post(room + "/open", Map.of()).expect(200);
            Client s1 = station.as("s1");
            WebSocket socket = present(s1);
            s1.post(MINE + "/sit", Map.of()).expect(200);
            invigilator.post(room + "/start", Map.of()).expect(200);
            working(s1);
            aSecondSignInWaits(station, s1, invigilator, room);
            socket.abort();
            Await.until("lost", () -> seat(invigilator, exam, "s1").has("lostS"));
            Await.until(
                    "its time is up",
                    () -> seat(invigilator, exam, "s1").path("leftS").asDouble() == 0);
            assertThat(seat(invigilator, exam, "s1").path("item").asInt())
                    .as("nothing ends while it is open whether the time is given back")
                    .isEqualTo(1);
            Client again = elsewhere(station, invigilator, room);
            present(again);
            s1.get(MINE).expect(401);
            Await.until(
                    "back", () -> seat(invigilator, exam, "s1").path("grants").size() == 1);
            JsonNode grant = seat(invigilator, exam, "s1").path("grants").path(0);
            assertThat(grant.path("state").asText()).isEqualTo("pending");
            assertThat(grant.path("seconds").asDouble()).isGreaterThan(0.5);
            invigilator
                    .post(room + "/decide", Map.of("account", "s1", "grant", 1, "decision", "give"))
                    .expect(200);
            assertThat(seat(invigilator, exam, "s1").path("leftS").asDouble()).isGreaterThan(0);
            Await.until("second item by itself", () -> mine(again).path("item").asInt() == 2);
            stopAndGo(again, invigilator, exam);
        }
    }

    private static void aSecondSignInWaits(StationFixture station, Client s1, Client invigilator, String room) {
        Client elsewhere = station.client();
        Map<String, String> words = Map.of("account", "s1", "password", StationFixture.PASSWORD);
        elsewhere.post("/api/sign-in", words).refused(409, "OTS-EXAM-014");
        elsewhere.post("/api/sign-in", words).refused(409, "OTS-EXAM-014");
        s1.get(MINE).expect(200);
        invigilator
                .post(room + "/handover", Map.of("account", "s1", "decision", "refuse"))
                .expect(200);
        elsewhere.post("/api/sign-in", words).refused(409, "OTS-EXAM-014");
        s1.get(MINE).expect(200);
        invigilator
                .post(room + "/handover", Map.of("account", "s1", "decision", "refuse"))
                .expect(200);
    }

    /** His computer is gone: another one, with an approval that is good for one sign-in. */
    private static Client elsewhere(StationFixture station, Client invigilator, String room) {
        Client elsewhere = station.client();
        Map<String, String> words = Map.of("account", "s1", "password", StationFixture.PASSWORD);
        elsewhere.post("/api/sign-in", words).refused(409, "OTS-EXAM-014");
        invigilator
                .post(room + "/handover", Map.of("account", "s1", "decision", "approve"))
                .expect(200);
        elsewhere.signIn("s1", StationFixture.PASSWORD);
        station.client().post("/api/sign-in", words).refused(409, "OTS-EXAM-014");
        invigilator
                .post(room + "/handover", Map.of("account", "s1", "decision", "refuse"))
                .expect(200);
        return elsewhere;
    }

    private static void stopAndGo(Client candidate, Client invigilator, String exam) {
        String room = "/api/exams/" + exam;
        String run = run(mine(candidate));
        invigilator
                .post(room + "/stop", Map.of("account", "s1", "reason", "paper"))
                .expect(200);
        double left = seat(invigilator, exam, "s1").path("leftS").asDouble();
        assertThat(candidate.operate(run, "FIC-701", "sp", 50).code()).isEqualTo("OTS-EXAM-020");
        candidate.post(MINE + "/hand-in", Map.of()).refused(409, "OTS-EXAM-020");
        invigilator
                .post(room + "/extend", Map.of("account", "s1", "seconds", 60, "reason", "paper"))
                .expect(200);
        invigilator
                .post(room + "/decide", Map.of("account", "s1", "grant", 2, "decision", "give"))
                .refused(403, "OTS-EXAM-022");
        assertThat(seat(invigilator, exam, "s1").path("leftS").asDouble()).isEqualTo(left);
        invigilator.post(room + "/go", Map.of("account", "s1")).expect(200);
        candidate.operate(run, "FIC-701", "sp", 50).expect(200);
    }

    /** The station stops in the middle and comes back: nothing is lost, and the time it was away is nobody's. */
    @Test
    void aRestartOfTheStationCostsNobodyAnything() {
        String exam;
        String run;
        double left;
        StationFixture before = start(twoSections(600, 600));
        int port = before.address().port();
        try (before) {
            exam = plan(before.as("exam-officer"));
            before.as("invigilator")
                    .post("/api/exams/" + exam + "/open", Map.of())
                    .expect(200);
            Client s1 = before.as("s1");
            present(s1);
            s1.post(MINE + "/sit", Map.of()).expect(200);
            before.as("invigilator")
                    .post("/api/exams/" + exam + "/start", Map.of())
                    .expect(200);
            run = run(working(s1));
            s1.operate(run, "FIC-701", "sp", 50).expect(200);
            left = mine(s1).path("leftS").asDouble();
        }
        assertThat(port).isPositive();
        try (StationFixture after = StationFixture.start(StationFixture.config(data, 3), new SuiteContent().load())) {
            Client invigilator = after.as("invigilator");
            assertThat(seat(invigilator, exam, "s1").path("stopped").asBoolean())
                    .as("his time stands until his machine is there")
                    .isTrue();
            double kept = seat(invigilator, exam, "s1").path("leftS").asDouble();
            // the clock is written down each second: what is not on the disk yet was not used
            assertThat(kept).isBetween(left - 3, left + 1.1);
            // a new machine without the mark of the old one; here it is the invigilator who approves
            after.client()
                    .post("/api/sign-in", Map.of("account", "s1", "password", StationFixture.PASSWORD))
                    .refused(409, "OTS-EXAM-014");
            invigilator
                    .post("/api/exams/" + exam + "/move", Map.of("account", "s1", "seat", "03", "reason", "power"))
                    .expect(200);
            Client s1 = after.as("s1");
            present(s1);
            Await.until("goes on", () -> !mine(s1).path("still").asBoolean());
            assertThat(mine(s1).path("page").asText()).isEqualTo("/run/" + run);
            s1.socket("/ws/runs/" + run, new Frames());
            Await.until("released", () -> s1.operate(run, "FIC-701", "sp", 51).status() == 200);
            assertThat(mine(s1).path("leftS").asDouble()).isBetween(kept - 10, kept);
        }
    }

    /** The other certificate: a HAZOP task as an exam, from its beginning to its mark. */
    @Test
    void anExamOfTheOtherCertificate() {
        ObjectNode section = SealedExams.section("H1", "normal", 100, 600, HAZOP_TASK);
        section.remove("initialCondition");
        ObjectNode document = SealedExams.sections(SealedExams.document(), List.of(section));
        document.put("formatVersion", "1.1");
        ((ObjectNode) document.path("certificate")).put("code", "HA");
        ((ObjectNode) document.path("faults"))
                .put("injection", "none")
                .put("maxConcurrent", 0)
                .putArray("allowed");
        ObjectNode scoring = (ObjectNode) document.path("scoring");
        scoring.remove(List.of("criticalErrors", "onCriticalError"));
        try (StationFixture station = start(document)) {
            Client officer = station.as("exam-officer");
            Client invigilator = station.as("invigilator");
            String exam = plan(officer);
            invigilator.post("/api/exams/" + exam + "/open", Map.of()).expect(200);
            Client s1 = station.as("s1");
            present(s1);
            s1.post(MINE + "/sit", Map.of()).expect(200);
            invigilator.post("/api/exams/" + exam + "/start", Map.of()).expect(200);
            String page = working(s1).path("page").asText();
            assertThat(page).startsWith("/hazop-task/x");
            String attempt = "/api/hazop/attempts/" + page.substring("/hazop-task/".length());
            JsonNode whole = s1.get(attempt).expect(200).json();
            assertThat(whole.has("score")).isFalse();
            s1.post(attempt + "/submit", Map.of()).refused(409, "OTS-EXAM-031");
            s1.post(attempt + "/check", Map.of("question", "q")).refused(409, "OTS-EXAM-031");
            s1.get("/api/my/worksheets").refused(409, "OTS-EXAM-024");
            station.as("instructor").get(attempt).refused(403, "OTS-EXAM-023");
            s1.post(MINE + "/hand-in", Map.of()).expect(200);
            s1.get(attempt).refused(403, "OTS-EXAM-023");
            JsonNode item = officer.get("/api/exams/" + exam + "/results")
                    .expect(200)
                    .json()
                    .at("/candidates/0/items/0");
            assertThat(item.path("proof").asText()).isEqualTo("manual");
            assertThat(item.path("percent").asDouble(-1)).as(item.toString()).isBetween(0.0, 100.0);
        }
    }
}
