package org.openots.instructor.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.tank.TankLibrary;

/** People, their codes, seats and lessons, and the rights of roles, over the network. */
class PeopleRoutesTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    /** Pixels of a module: enough for a reader of pictures. */
    private static final int MODULE = 4;

    @TempDir
    private static Path data;

    private static StationFixture station;
    private static Client teacher;
    private static Client admin;

    @BeforeAll
    static void start() {
        station = StationFixture.start(data).withPeople();
        teacher = station.as("instructor");
        admin = station.as("admin2");
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static JsonNode student(String account, String classId) {
        return teacher.post("/api/people", Map.of("account", account, "name", "人" + account, "class", classId))
                .expect(201)
                .json();
    }

    @Test
    void aStudentIsMadeMovedDisabledAndEnabled() {
        String password = student("e1", "HG-E").path("password").asText();
        Client student = station.client().signIn("e1", password);
        teacher.post("/api/people/e1/change", Map.of("class", "HG-F", "seat", "07"))
                .expect(200);
        assertThat(student.get("/api/me").json().path("class").asText()).isEqualTo("HG-F");
        teacher.post("/api/people/e1/change", Map.of("disabled", 1)).expect(200);
        student.get("/api/me").refused(401, "OTS-AUTH-004");
        station.client()
                .post("/api/sign-in", Map.of("account", "e1", "password", password))
                .refused(403, "OTS-PEOPLE-001");
        teacher.post("/api/people/codes", Map.of("class", "HG-F")).refused(404, "OTS-PEOPLE-005");
        teacher.post("/api/people/e1/change", Map.of("disabled", 0)).expect(200);
        station.client().signIn("e1", password);
        teacher.post("/api/people/assessor/change", Map.of("name", "x")).refused(409, "OTS-PEOPLE-004");
        teacher.post("/api/people/e1/change", Map.of("role", "admin")).refused(403, "OTS-AUTH-005");
        teacher.post("/api/people/e1/change", Map.of("name", " ")).refused(400, "OTS-WEB-011");
        teacher.post("/api/people/nobody/change", Map.of("name", "x")).refused(404, "OTS-USER-002");
    }

    @Test
    void anAdministratorKeepsForbiddenPairsApart() {
        admin.post(
                        "/api/users",
                        Map.of("account", "k1", "name", "K", "role", "supervisor", "password", StationFixture.PASSWORD))
                .expect(201);
        admin.post("/api/people/k1/change", Map.of("role", "assessor")).refused(409, "OTS-PEOPLE-003");
        admin.post("/api/people/k1/change", Map.of("role", "invigilator")).expect(200);
        admin.post("/api/people/admin2/change", Map.of("disabled", 1)).refused(409, "OTS-PEOPLE-002");
        admin.post("/api/people/admin2/change", Map.of("role", "student")).refused(409, "OTS-PEOPLE-002");
        assertThat(admin.get("/api/audit?text=k1").json().path("found").asInt()).isEqualTo(2);
        assertThat(admin.get("/api/audit").json().path("broken").asLong()).isZero();
    }

    @Test
    void aCodeSignsInOnceAndCanBeRevoked() throws NotFoundException, ChecksumException, FormatException {
        student("q1", "HG-Q");
        student("q2", "HG-Q");
        JsonNode code = teacher.post("/api/people/codes", Map.of("account", "q1", "minutes", 5))
                .expect(200)
                .json();
        String scanned = scan(code.path("size").asInt(), code.path("path").asText());
        assertThat(scanned).isEqualTo(code.path("url").asText()).startsWith(teacher.base() + "/code#");
        String secret = scanned.substring(scanned.indexOf('#') + 1);
        Client phone = station.client();
        Client.Answer in =
                phone.post("/api/sign-in/code", Map.of("code", secret)).expect(200);
        phone.keepCookie(in);
        assertThat(phone.get("/api/me").json().path("account").asText()).isEqualTo("q1");
        station.client().post("/api/sign-in/code", Map.of("code", secret)).refused(401, "OTS-PEOPLE-010");

        JsonNode sheet = teacher.post("/api/people/codes", Map.of("class", "HG-Q"))
                .expect(200)
                .json();
        assertThat(sheet.path("count").asInt()).isEqualTo(2);
        assertThat(teacher.bytes("/api/people/slips/" + sheet.path("slips").asText() + "?lang=en"))
                .hasSizeGreaterThan(3000);
        String again = teacher.post("/api/people/codes", Map.of("account", "q2"))
                .json()
                .path("url")
                .asText();
        assertThat(teacher.post("/api/people/codes/revoke", Map.of("class", "HG-Q"))
                        .json()
                        .path("ended")
                        .asInt())
                .isEqualTo(2);
        station.client()
                .post("/api/sign-in/code", Map.of("code", again.substring(again.indexOf('#') + 1)))
                .refused(401, "OTS-PEOPLE-010");
        teacher.post("/api/people/codes", Map.of("account", "assessor")).refused(409, "OTS-PEOPLE-004");
    }

    /** Reads a code as a camera does. */
    private static String scan(int size, String path) throws NotFoundException, ChecksumException, FormatException {
        int[] pixels = new int[size * MODULE * size * MODULE];
        Arrays.fill(pixels, 0xFFFFFF);
        for (MatchResult run : RUN.matcher(path).results().toList()) {
            int x = Integer.parseInt(run.group(1)) * MODULE;
            int y = Integer.parseInt(run.group(2)) * MODULE;
            int width = Integer.parseInt(run.group(3)) * MODULE;
            for (int i = 0; i < MODULE; i++) {
                int from = (y + i) * size * MODULE + x;
                Arrays.fill(pixels, from, from + width, 0);
            }
        }
        BinaryBitmap picture =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size * MODULE, size * MODULE, pixels)));
        return new QRCodeReader().decode(picture).getText();
    }

    @Test
    void aStudentGoesOnAtASpareSeat() throws Exception {
        String password = student("m1", "HG-M").path("password").asText();
        Client old = station.client().signIn("m1", password);
        String run = station.run(old, TankLibrary.PRACTICE);
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        old.socket("/ws/runs/" + run, new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                closed.complete(status);
                return CompletableFuture.completedStage(null);
            }
        });
        old.operate(run, "HV-101", "position", 3).expect(200);
        JsonNode moved = station.as("invigilator")
                .post("/api/people/m1/seat", Map.of("seat", "30"))
                .expect(200)
                .json();
        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(4001);
        old.get("/api/me").refused(401, "OTS-AUTH-004");
        Client spare = station.client();
        String digits = moved.path("code").asText();
        assertThat(digits).matches("\\d{8}");
        Client.Answer in = spare.post(
                        "/api/sign-in/code", Map.of("code", digits.substring(0, 4) + " " + digits.substring(4)))
                .expect(200);
        spare.keepCookie(in);
        assertThat(in.json().path("run").asText()).isEqualTo(run);
        assertThat(in.json().path("seat").asText()).isEqualTo("30");
        Frames frames = new Frames();
        spare.socket("/ws/runs/" + run, frames);
        frames.next(frame -> frame.path("v").path("HV-101").asDouble() == 3);
        spare.operate(run, "HV-101", "position", 5).expect(200);
        assertThat(admin.get("/api/audit?text=seat-moved").json().path("found").asInt())
                .isEqualTo(1);
    }

    @Test
    void whoGuessesCodesHasToWait(@TempDir Path other) {
        try (StationFixture alone = StationFixture.start(other).withPeople()) {
            Client guesser = alone.client();
            for (int i = 0; i < 30; i++) {
                guesser.post("/api/sign-in/code", Map.of("code", "%08d".formatted(i)))
                        .refused(401, "OTS-PEOPLE-010");
            }
            guesser.post("/api/sign-in/code", Map.of("code", "00000099")).refused(429, "OTS-AUTH-003");
        }
    }

    @Test
    void aWholeClassGetsNewPasswords() {
        String old = student("w1", "HG-W").path("password").asText();
        student("w2", "HG-W");
        Client student = station.client().signIn("w1", old);
        JsonNode made = teacher.post("/api/people/passwords", Map.of("class", "HG-W"))
                .expect(200)
                .json();
        assertThat(made.path("count").asInt()).isEqualTo(2);
        student.get("/api/me").refused(401, "OTS-AUTH-004");
        station.client()
                .post("/api/sign-in", Map.of("account", "w1", "password", old))
                .refused(401, "OTS-AUTH-001");
        assertThat(teacher.bytes("/api/people/slips/" + made.path("slips").asText()))
                .hasSizeGreaterThan(3000);
    }

    @Test
    void whatLooksLikeAFormulaLeavesAsAText() throws IOException {
        int at = 0;
        for (String name : List.of("=1+1", "+1", "-1", "@SUM(1)", "x\t=1")) {
            teacher.post("/api/people", Map.of("account", "f" + at++, "name", name, "class", "HG-X"))
                    .expect(201);
        }
        byte[] file = teacher.bytes("/api/people/file?class=HG-X");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = book.getSheetAt(1);
            for (int row = 1; row <= at; row++) {
                Cell cell = sheet.getRow(row).getCell(1);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }
        }
    }

    @Test
    void theLessonsOfAClassAreWhatItsStudentsSee() {
        Client student = station.as("s1");
        assertThat(student.get("/api/my/lessons").json()).isEmpty();
        Map<String, Object> now = Map.of(
                "title",
                "第一课",
                "strategy",
                "",
                "tasks",
                List.of(TankLibrary.PRACTICE),
                "opens",
                "2020-01-01",
                "due",
                "2099-12-31");
        Map<String, Object> later =
                Map.of("title", "", "tasks", List.of(TankLibrary.PRACTICE), "opens", "2099-01-01", "due", "2099-02-01");
        JsonNode saved = teacher.post(
                        "/api/lessons", Map.of("class", "HG1", "saved", 0, "lessons", List.of(now, later)))
                .expect(200)
                .json();
        teacher.post("/api/lessons", Map.of("class", "HG1", "saved", 0, "lessons", List.of(now)))
                .refused(409, "OTS-PEOPLE-020");
        JsonNode mine = student.get("/api/my/lessons").json();
        assertThat(mine).hasSize(2);
        assertThat(mine.path(0).path("state").asText()).isEqualTo("now");
        assertThat(mine.path(1).path("state").asText()).isEqualTo("later");
        String run = station.run(student, TankLibrary.PRACTICE);
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
        assertThat(student.get("/api/my/lessons").json().path(0).path("state").asText())
                .isEqualTo("done");
        JsonNode plan = teacher.get("/api/lessons?class=HG1").json();
        assertThat(plan.path("lessons").path(0).path("done").asInt()).isEqualTo(1);
        assertThat(plan.path("saved").asLong()).isEqualTo(saved.path("saved").asLong());
        Map<String, Object> body = Map.of(
                "class",
                "HG1",
                "saved",
                saved.path("saved").asLong(),
                "lessons",
                List.of(Map.of("tasks", List.of(), "opens", "2026-01-01", "due", "2026-02-01")));
        teacher.post("/api/lessons", body).refused(400, "OTS-PEOPLE-021");
        refusedLesson(
                saved, Map.of("tasks", List.of("no"), "opens", "2026-01-01", "due", "2026-02-01"), 404, "OTS-CAT-002");
        refusedLesson(
                saved,
                Map.of("tasks", List.of(TankLibrary.PRACTICE), "opens", "2026-03-01", "due", "2026-02-01"),
                400,
                "OTS-PEOPLE-022");
        refusedLesson(
                saved,
                Map.of("tasks", List.of(TankLibrary.PRACTICE), "opens", "1.3.", "due", "2026-02-01"),
                400,
                "OTS-PEOPLE-023");
        refusedLesson(
                saved, Map.of("strategy", "none", "opens", "2026-01-01", "due", "2026-02-01"), 400, "OTS-PEOPLE-024");
    }

    private static void refusedLesson(JsonNode saved, Map<String, Object> lesson, int status, String code) {
        teacher.post(
                        "/api/lessons",
                        Map.of("class", "HG1", "saved", saved.path("saved").asLong(), "lessons", List.of(lesson)))
                .refused(status, code);
    }

    @Test
    void rightsChangeWithinTheirLimitsAndAtOnce() {
        Client assessor = station.as("assessor");
        assessor.get("/api/statistics").refused(403, "OTS-AUTH-005");
        Client supervisor = station.as("supervisor");
        supervisor.get("/api/audit").refused(403, "OTS-AUTH-005");
        right("audit", "see", "supervisor", 1).expect(200);
        supervisor.get("/api/audit").expect(200);
        right("audit", "see", "supervisor", 0).expect(200);
        supervisor.get("/api/audit").refused(403, "OTS-AUTH-005");
        right("class", "see", "invigilator", 0).expect(200);
        Client invigilator = station.as("invigilator");
        invigilator.get("/api/class").refused(403, "OTS-AUTH-005");
        assertThat(invigilator.refusedSocket("/ws/class", invigilator.base())).isEqualTo(403);
        right("class", "see", "invigilator", 1).expect(200);
        invigilator.get("/api/class").expect(200);
        right("exams", "see", "admin", 1).refused(409, "OTS-PEOPLE-032");
        right("runs", "change", "supervisor", 1).refused(409, "OTS-PEOPLE-032");
        right("permissions", "change", "admin", 0).refused(409, "OTS-PEOPLE-031");
        right("nothing", "see", "admin", 0).refused(404, "OTS-PEOPLE-030");
    }

    private static Client.Answer right(String page, String action, String role, int allowed) {
        return admin.post("/api/permissions", Map.of("page", page, "action", action, "role", role, "allowed", allowed));
    }
}
