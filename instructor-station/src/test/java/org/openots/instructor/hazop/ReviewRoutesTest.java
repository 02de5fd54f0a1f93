package org.openots.instructor.hazop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.worksheet.WorksheetScorer;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.OfferedStudy;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.tank.Await;

/** What examiners decide over HTTP, and what a student gets to know of it and when. */
class ReviewRoutesTest {
    /** Names a tag of the key, so the scorer for tests leaves it to a person. */
    private static final String UNSURE = "P-102A 不转了";

    private static final List<String> ALL = List.of("N1", "N2", "N3", "N4");

    @TempDir
    private Path data;

    private StationFixture station;

    @BeforeEach
    void start() {
        station = start(ExampleStudy.content(new WrittenScorer())).withPeople();
    }

    private StationFixture start(HazopContent hazop) {
        StationContent tank = StationFixture.content();
        return StationFixture.start(
                StationFixture.config(data, Double.POSITIVE_INFINITY),
                new StationContent(tank.engines(), tank.scorers(), tank.library(), hazop));
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private static KeyItem item(int index) {
        return ExampleStudy.offered()
                .study()
                .deviation("D13")
                .orElseThrow()
                .causes()
                .get(index);
    }

    private static Map<String, Object> cause(String edit, String id, String text) {
        Map<String, Object> line = Map.of("id", "l" + id);
        Map<String, Object> cause = Map.of("id", "c" + id, "cause", text, "lines", List.of(line));
        return Map.of(
                "id", edit, "op", Map.of("kind", "insert-cause", "deviation", "D13", "after", "", "cause", cause));
    }

    /** A worksheet of a level with these causes of D13, not handed in yet. */
    private static String write(Client student, String level, String... causes) {
        List<String> nodes =
                level.equals("senior") ? ALL : level.equals("junior") ? List.of("N3") : List.of("N3", "N4");
        String id = student.post("/api/my/worksheets", Map.of("study", ExampleStudy.ID, "level", level, "nodes", nodes))
                .json()
                .path("id")
                .asText();
        List<Object> edits = new ArrayList<>();
        for (int i = 0; i < causes.length; i++) {
            edits.add(cause("e" + i, String.valueOf(causes.length - i), causes[causes.length - 1 - i]));
        }
        student.post("/api/worksheets/" + id + "/edits", Map.of("token", token(student, id), "edits", edits))
                .expect(200);
        return id;
    }

    private String handedIn(Client student, String level, String... causes) {
        String id = write(student, level, causes);
        student.post("/api/worksheets/" + id + "/hand-in", Map.of("token", token(student, id)))
                .expect(200);
        Await.until("scored", () -> scored(id));
        return id;
    }

    private boolean scored(String id) {
        return !station.station().worksheets().view(id).state().scores().isEmpty();
    }

    private static String token(Client client, String sheet) {
        return client.get("/api/worksheets/" + sheet)
                .expect(200)
                .json()
                .path("token")
                .asText();
    }

    private static Map<String, Object> ref(String sheet, int index) {
        return Map.of("sheet", sheet, "deviation", "D13", "index", index);
    }

    private static Client.Answer rule(Client examiner, List<?> answers, String item, double points, String reason) {
        return examiner.post(
                "/api/review/rulings",
                Map.of(
                        "answers",
                        answers,
                        "basis",
                        item.isEmpty() ? "none" : "key",
                        "item",
                        item,
                        "points",
                        points,
                        "reason",
                        reason));
    }

    private static JsonNode mine(Client client, String sheet) {
        return client.get("/api/worksheets/" + sheet).expect(200).json();
    }

    @Test
    void anEarlierDecisionOnTheSameTextIsShown() {
        String one = handedIn(station.as("s1"), "junior", UNSURE);
        Client examiner = station.as("assessor");
        rule(examiner, List.of(ref(one, 0)), item(0).id(), 1, "").expect(200);
        String two = handedIn(station.as("s2"), "junior", " " + UNSURE + " ");
        JsonNode reading = examiner.get("/api/review/answer?sheet=" + two + "&deviation=D13&index=0")
                .expect(200)
                .json();
        assertThat(reading.at("/earlier/item").asText()).isEqualTo(item(0).id());
        assertThat(reading.at("/earlier/points").asDouble()).isEqualTo(1);
        assertThat(reading.path("rulings")).isEmpty();
        // it is no decision on this one
        assertThat(examiner.get("/api/review/queue").json().path("waiting").asInt())
                .isEqualTo(1);
    }

    @Test
    void theSameTextOfSeveralStudentsIsDecidedTogetherAndRecordedForEach() {
        Client first = station.as("s1");
        Client second = station.as("s2");
        String one = handedIn(first, "junior", UNSURE, "天气不好");
        String two = handedIn(second, "junior", UNSURE);
        Client examiner = station.as("assessor");
        JsonNode queue = examiner.get("/api/review/queue").expect(200).json();
        assertThat(queue.path("waiting").asInt()).isEqualTo(2);
        assertThat(queue.path("groups")).hasSize(1);
        JsonNode answer = queue.at("/groups/0/answers/0");
        assertThat(answer.path("refs")).hasSize(2);
        assertThat(queue.at("/groups/0/items").findValuesAsText("id")).contains(item(0).id());
        // no names and no accounts where answers are decided
        assertThat(queue.toString()).doesNotContain("人s1").doesNotContain("\"s1\"");
        JsonNode before = mine(first, one).at("/scores/D13");
        assertThat(before.at("/answers/0/outcome").asText()).isEqualTo("examiner");
        assertThat(before.path("earned").asDouble()).isZero();
        List<?> refs = List.of(ref(one, 0), ref(two, 0));
        rule(examiner, refs, item(0).id(), 2, "").expect(200);
        rule(examiner, refs, item(0).id(), 2, "").expect(200);
        assertThat(examiner.get("/api/review/queue").json().path("waiting").asInt())
                .isZero();
        JsonNode after = mine(first, one).at("/scores/D13");
        assertThat(after.at("/answers/0/outcome").asText()).isEqualTo("credit");
        assertThat(after.path("earned").asDouble()).isEqualTo(2);
        JsonNode reading = examiner.get("/api/review/answer?sheet=" + two + "&deviation=D13&index=0")
                .expect(200)
                .json();
        assertThat(reading.path("rulings")).hasSize(1);
    }

    @Test
    void pointsAndItemsAreBoundedAndAnOverrideNeedsAReason() {
        Client student = station.as("s1");
        String sheet =
                handedIn(student, "junior", UNSURE, "天气不好", item(0).text().zh());
        Client examiner = station.as("assessor");
        List<?> unsure = List.of(ref(sheet, 0));
        rule(examiner, unsure, item(0).id(), 3, "").refused(400, "OTS-REV-002");
        rule(examiner, unsure, "D01-C1", 2, "").refused(400, "OTS-REV-003");
        rule(examiner, List.of(ref(sheet, 9)), item(0).id(), 2, "").refused(404, "OTS-REV-001");
        rule(examiner, List.of(ref(sheet, 1)), item(1).id(), 1, "").refused(409, "OTS-REV-004");
        rule(examiner, List.of(ref(sheet, 1)), item(1).id(), 1, "天气指停电").expect(200);
        rule(examiner, unsure, item(0).id(), 2, "").expect(200);
        // the same item as the third answer: counted once
        JsonNode score = mine(student, sheet).at("/scores/D13");
        assertThat(score.path("earned").asDouble()).isEqualTo(3);
        rule(station.as("instructor"), unsure, "", 0, "").refused(409, "OTS-REV-004");
        rule(station.as("instructor"), unsure, "", 0, "位号对，状态没写").expect(200);
        assertThat(mine(student, sheet).at("/scores/D13/earned").asDouble()).isEqualTo(3);
        String open = write(station.as("s2"), "junior", UNSURE);
        rule(examiner, List.of(ref(open, 0)), item(0).id(), 2, "").refused(404, "OTS-REV-001");
    }

    @Test
    void aReleasedScoreNeverChangesAndAnAppealIsDecidedByAnotherPerson() throws IOException {
        Client student = station.as("s1");
        String sheet = handedIn(student, "senior", UNSURE, "天气不好");
        Client assessor = station.as("assessor");
        Client instructor = station.as("instructor");
        JsonNode early = assessor.post("/api/review/releases", Map.of("sheets", List.of(sheet)))
                .expect(200)
                .json();
        assertThat(early.at("/refused/0/code").asText()).isEqualTo("OTS-REV-007");
        rule(assessor, List.of(ref(sheet, 0)), "", 0, "").expect(200);
        student.post("/api/worksheets/" + sheet + "/appeals", Map.of("deviation", "D13", "index", 0, "reason", "不转就是停"))
                .refused(409, "OTS-REV-008");
        assertThat(assessor.post("/api/review/releases", Map.of("sheets", List.of(sheet), "appealDays", 3))
                        .json()
                        .path("released"))
                .hasSize(1);
        rule(instructor, List.of(ref(sheet, 0)), item(0).id(), 2, "改判").refused(409, "OTS-REV-005");
        JsonNode released = mine(student, sheet).path("release");
        assertThat(released.path("earned").asDouble()).isZero();
        Map<String, Object> appeal = Map.of("deviation", "D13", "index", 0, "reason", "不转就是停");
        student.post("/api/worksheets/" + sheet + "/appeals", appeal).expect(200);
        student.post("/api/worksheets/" + sheet + "/appeals", appeal).expect(200);
        student.post("/api/worksheets/" + sheet + "/appeals", Map.of("deviation", "D13", "index", 0, "reason", "再来一次"))
                .refused(409, "OTS-REV-010");
        JsonNode queue = instructor.get("/api/review/queue").json();
        assertThat(queue.at("/appeals/0/appeal").asText()).isEqualTo("不转就是停");
        Map<String, Object> decision = Map.of(
                "answers", List.of(ref(sheet, 0)), "basis", "key", "item", item(0).id(), "points", 2, "reason", "同意");
        assessor.post("/api/review/appeals", decision).refused(409, "OTS-REV-012");
        instructor.post("/api/review/appeals", decision).expect(200);
        JsonNode after = mine(student, sheet);
        assertThat(after.at("/release/earned").asDouble()).isZero();
        assertThat(after.at("/release/corrected").asDouble()).isEqualTo(2);
        assertThat(after.at("/scores/D13/answers/0/earned").asDouble()).isZero();
        assertThat(after.at("/scores/D13/answers/0/appeal/result/points").asDouble())
                .isEqualTo(2);
        assertThat(instructor.get("/api/review/queue").json().path("appeals")).isEmpty();
        // the report of a released worksheet tells each answer's points, reason, appeal and ruling; not that of another
        String report = "/api/worksheets/" + sheet + "/report?scores=1&format=xlsx&lang=";
        assertThat(cells(student.bytes(report + "zh")))
                .contains("成绩明细", "申诉：不转就是停", "复核后 2 分（原 0 分）：同意", "考评员", "不在参考答案中");
        assertThat(cells(assessor.bytes(report + "en")))
                .contains("Score of each answer", "After the appeal 2 points (before: 0)", "Not in the key");
        student.bytes("/api/worksheets/" + sheet + "/report?scores=1&format=pdf&lang=zh");
        student.bytes("/api/worksheets/" + sheet + "/report?scores=1&format=docx&lang=en");
        String open = write(student, "junior", UNSURE);
        student.get("/api/worksheets/" + open + "/report?scores=1&format=pdf&lang=zh")
                .refused(409, "OTS-CAT-011");
    }

    private static String cells(byte[] file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            book.forEach(page ->
                    page.forEach(row -> row.forEach(cell -> all.append(cell).append('\n'))));
        }
        return all.toString();
    }

    /** A worksheet with a wrong cause and a rating of it, handed in. */
    private String rated(Client student) {
        Map<String, Object> line = Map.of("id", "l1", "severity", "3", "likelihood", "2");
        Map<String, Object> cause = Map.of("id", "c1", "cause", "天气不好", "lines", List.of(line));
        Map<String, Object> op = Map.of("kind", "insert-cause", "deviation", "D13", "after", "", "cause", cause);
        String sheet = write(student, "senior");
        List<?> edits = List.of(Map.of("id", "r1", "op", op));
        student.post("/api/worksheets/" + sheet + "/edits", Map.of("token", token(student, sheet), "edits", edits))
                .expect(200);
        student.post("/api/worksheets/" + sheet + "/hand-in", Map.of("token", token(student, sheet)))
                .expect(200);
        Await.until("scored", () -> scored(sheet));
        return sheet;
    }

    /** A rating without any other credit in its row is a guess until an examiner finds something sound there. */
    @Test
    void aRatingFollowsWhatIsDecidedInItsRow() {
        station.close();
        station = start(ExampleStudy.content(new WrittenScorer(true)));
        Client student = station.as("s1");
        String sheet = rated(student);
        Client assessor = station.as("assessor");
        String row = "/scores/D13";
        assertThat(mine(assessor, sheet).at(row + "/earned").asDouble()).isZero();
        rule(assessor, List.of(ref(sheet, 0)), item(0).id(), 1, "天气指停电").expect(200);
        JsonNode credited = mine(assessor, sheet).at(row);
        assertThat(credited.path("earned").asDouble()).isEqualTo(3);
        assertThat(credited.at("/answers/1/reason/zh").asText()).contains("重评", "评级有依据");
        String reading = "/api/review/answer?sheet=" + sheet + "&deviation=D13&index=1";
        JsonNode rulings = assessor.get(reading).json().path("rulings");
        assertThat(rulings).hasSize(1);
        assertThat(rulings.path(0).path("basis").asText()).isEqualTo("row");
        // taken back by another person, the rating falls with it; all three decisions stay on record
        rule(station.as("instructor"), List.of(ref(sheet, 0)), "", 0, "没写位号").expect(200);
        assertThat(mine(assessor, sheet).at(row + "/earned").asDouble()).isZero();
        assertThat(assessor.get(reading).json().path("rulings")).hasSize(2);
        // what a person said of the rating itself stays
        assessor.post(
                        "/api/review/rulings",
                        Map.of(
                                "answers",
                                List.of(ref(sheet, 1)),
                                "basis",
                                "outside",
                                "item",
                                "",
                                "points",
                                1,
                                "reason",
                                "评得合理"))
                .expect(200);
        rule(assessor, List.of(ref(sheet, 0)), item(0).id(), 1, "还是算").expect(200);
        assertThat(mine(assessor, sheet).at(row + "/earned").asDouble()).isEqualTo(2);
        assessor.post("/api/review/releases", Map.of("sheets", List.of(sheet))).expect(200);
        assertThat(mine(student, sheet).at("/release/earned").asDouble()).isEqualTo(2);
    }

    /** At every level, within the time the examiner gives; none when he gives none. */
    @Test
    void aJuniorStudentMayAppealToo() {
        Client student = station.as("s1");
        String sheet = handedIn(student, "junior", "天气不好");
        Client instructor = station.as("instructor");
        instructor
                .post("/api/review/releases", Map.of("sheets", List.of(sheet)))
                .expect(200);
        assertThat(mine(student, sheet).at("/release/appealUntil").asText()).isNotEmpty();
        Map<String, Object> appeal = Map.of("deviation", "D13", "index", 0, "reason", "为什么");
        station.as("s2").post("/api/worksheets/" + sheet + "/appeals", appeal).refused(403, "OTS-AUTH-009");
        student.post("/api/worksheets/" + sheet + "/appeals", appeal).expect(200);
        assertThat(instructor
                        .get("/api/review/queue")
                        .json()
                        .at("/appeals/0/appeal")
                        .asText())
                .isEqualTo("为什么");
        String other = handedIn(station.as("s2"), "junior", "天气不好");
        instructor
                .post("/api/review/releases", Map.of("sheets", List.of(other), "appealDays", 0))
                .expect(200);
        station.as("s2").post("/api/worksheets/" + other + "/appeals", appeal).refused(409, "OTS-REV-009");
    }

    @Test
    void decisionsAreThereAfterARestart() {
        String sheet = handedIn(station.as("s1"), "intermediate", UNSURE);
        rule(station.as("assessor"), List.of(ref(sheet, 0)), item(0).id(), 1, "")
                .expect(200);
        station.close();
        station = start(ExampleStudy.content(new WrittenScorer()));
        assertThat(mine(station.as("s1"), sheet).at("/scores/D13/earned").asDouble())
                .isEqualTo(1);
        JsonNode list = station.as("instructor").get("/api/review/worksheets").json();
        assertThat(list.get(0).path("ready").asBoolean()).isTrue();
        assertThat(list.get(0).path("name").asText()).isEqualTo("人s1");
    }

    /** Nothing of the key, no reason, no score and no decision reaches a student of senior level before the release. */
    @Test
    void nothingLeaksAtSeniorLevelBeforeTheRelease() {
        Client student = station.as("s1");
        String sheet =
                handedIn(student, "senior", UNSURE, "天气不好", item(0).text().zh());
        rule(station.as("assessor"), List.of(ref(sheet, 0)), item(1).id(), 1, "机密理由")
                .expect(200);
        Client fresh = station.as("s1");
        fresh.get("/api/worksheets/" + sheet).expect(200);
        fresh.get("/api/my/worksheets").expect(200);
        for (String path : List.of("queue", "worksheets", "worksheets/" + sheet, "proposals", "wordings", "words")) {
            fresh.get("/api/review/" + path).refused(403, "OTS-AUTH-005");
        }
        assertThat(fresh.received())
                .doesNotContain("机密理由")
                .doesNotContain("earned")
                .doesNotContain("reason")
                .doesNotContain("outcome")
                .doesNotContain(item(1).text().zh())
                .doesNotContain(item(1).id());
    }

    @Test
    void aWordingNeedsASecondPersonAndBecomesAFile() {
        String sheet = handedIn(station.as("s1"), "junior", UNSURE);
        Client assessor = station.as("assessor");
        Client instructor = station.as("instructor");
        Map<String, Object> alias =
                Map.of("kind", "alias", "sheet", sheet, "deviation", "D13", "index", 0, "item", item(0).id());
        JsonNode proposal =
                assessor.post("/api/review/proposals", alias).expect(201).json();
        assertThat(proposal.at("/trial/keyTests").asInt()).isPositive();
        String path = "/api/review/proposals/" + proposal.path("id").asText();
        assessor.post(path + "/approve", Map.of()).refused(409, "OTS-REV-012");
        station.as("s1").post(path + "/approve", Map.of()).refused(403, "OTS-AUTH-005");
        assertThat(data.resolve("hazop-wordings")).doesNotExist();
        JsonNode approved =
                instructor.post(path + "/approve", Map.of()).expect(200).json();
        assertThat(approved.path("state").asText()).isEqualTo("approved");
        instructor.post(path + "/reject", Map.of("reason", "不要")).refused(409, "OTS-REV-014");
        instructor.post("/api/review/proposals/p-9/approve", Map.of()).refused(404, "OTS-REV-013");
        assertThat(data.resolve("hazop-wordings").resolve("wordings-0001.json"))
                .content()
                .contains(UNSURE);
        JsonNode taken = assessor.get("/api/review/wordings").expect(200).json();
        assertThat(taken.at("/aliases/0/text").asText()).isEqualTo(UNSURE);
    }

    /** A study that changes after a worksheet was opened: the worksheet is scored against the one it was written for. */
    @Test
    void aWorksheetIsScoredAgainstItsOwnVersionOfTheStudy() throws IOException {
        Client student = station.as("s1");
        String right = item(0).text().zh();
        String sheet = write(student, "junior", right);
        station.close();
        try (Stream<Path> kept = Files.list(data.resolve("hazop-studies"))) {
            assertThat(kept).hasSize(1);
        }
        StudyFile changed =
                new StudyFile("changed.json", ExampleStudy.text().replace("\"" + right + "\"", "\"完全不同的原因\""));
        WorksheetScorer scorer = new WrittenScorer();
        station = start(new HazopContent(List.of(OfferedStudy.of(changed)), java.util.Optional.of(scorer)));
        Client again = station.as("s1");
        again.post("/api/worksheets/" + sheet + "/hand-in", Map.of("token", token(again, sheet)))
                .expect(200);
        Await.until("scored", () -> scored(sheet));
        assertThat(mine(again, sheet).at("/scores/D13/earned").asDouble()).isEqualTo(2);
    }
}
