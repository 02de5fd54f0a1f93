package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.StudyFile;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationProcess;
import org.openots.instructor.hazop.PlayStationMain;
import org.openots.instructor.tank.Await;

/** A task with a worksheet: its steps in their order, the way to the worksheet and back, and a result that is not final. */
class TaskStepsBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1366, 768}};

    /** What empty cells ask for. */
    private static final String HINTS =
            "return [...document.querySelectorAll('ots-sheet-table .txt .mut')].map((one) => one.textContent).join('')";

    @TempDir
    private static Path data;

    private static StationProcess station;

    @BeforeAll
    static void start() {
        station = StationProcess.launch(PlayStationMain.class, data);
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        station.line()
                .path("accounts")
                .forEach(one -> names.add(one.path("name").asText()));
        return names;
    }

    @Test
    void theStepsLeadToTheWorksheetAndBack() {
        PageLook pages = new PageLook(names());
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s01", station.password("s01"));
            browser.go("/hazop");
            browser.await("table", () -> browser.has("button[data-task='tool-rig-3']"));
            browser.click("button[data-task='tool-rig-3']");
            browser.see("main h1", "还差 4 步");
            assertThat(browser.script(
                            "return [...document.querySelectorAll('[data-step]')].map((one) => one.dataset.step)"))
                    .isEqualTo(List.of("nodes", "sheet", "lopa1", "lopa2", "submit"));
            // a thing is answered by its number and drawn by its tag
            browser.click(".tknb", "P-701");
            browser.await("outline", () -> browser.has(".tkhull"));
            browser.see("main h1", "还差 3 步");
            browser.click("[data-step='lopa1']");
            browser.see(".tkb", "交工作表后");
            pages.look(browser, "task-steps", SIZES, () -> {});
            browser.translate("zh");
            browser.click("[data-step='sheet']");
            browser.click("button[data-act='sheet']");
            browser.see(".ask", "不能再改");
            browser.click(".ask button", "打开工作表");
            browser.await("worksheet", () -> browser.has("ots-sheet-table tbody tr"));
            browser.see("a[data-act='task']", "任务");
            browser.click(".hh button", "交表");
            browser.click(".ask button", "交表");
            browser.see("a[data-act='task']", "回到任务提交");
            pages.look(browser, "task-sheet-in", SIZES, () -> {});
            browser.translate("zh");
            assertThat(browser.script(HINTS)).isEqualTo("");
            browser.click("a[data-act='task']");
            browser.see("main h1", "还差 2 步");
            browser.click("[data-step='nodes']");
            browser.see(".tkb", "不能再改");
            browser.see(".tknh", "已放 1");
            browser.click("[data-step='lopa1']");
            browser.await("questions after the worksheet", () -> browser.has("fieldset[data-question='l1-gap'] input"));
            assertThat(browser.consoleErrors()).isEmpty();
        }
        assertThat(pages.findings()).isEmpty();
    }

    private static void write(Client student, String sheet, Deviation row, String vague) {
        Map<String, Object> line = Map.of("id", "l1", "consequence", "天气不好");
        Map<String, Object> right =
                Map.of("id", "c1", "cause", row.causes().get(0).text().zh(), "lines", List.of(line));
        Map<String, Object> unsure = Map.of("id", "c2", "cause", vague, "lines", List.of(Map.of("id", "l2")));
        post(
                student,
                sheet,
                "edits",
                Map.of("edits", List.of(insert("e1", row, "", right), insert("e2", row, "c1", unsure))));
    }

    private static Map<String, Object> insert(String id, Deviation row, String after, Map<String, Object> cause) {
        return Map.of(
                "id", id, "op", Map.of("kind", "insert-cause", "deviation", row.id(), "after", after, "cause", cause));
    }

    private static void post(Client student, String sheet, String what, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put(
                "token",
                student.get("/api/worksheets/" + sheet).json().path("token").asText());
        student.post("/api/worksheets/" + sheet + "/" + what, body).expect(200);
    }

    @Test
    void aResultSaysThatItIsProvisionalAndARowWhatItLacks() {
        Deviation row =
                StudyFile.named("ethanol-water-rig").study().deviation("D20").orElseThrow();
        String vague = "P-702A 坏了";
        Client student = station.as("s02");
        String attempt = student.post("/api/my/hazop-attempts", Map.of("task", "score-rig-1"))
                .json()
                .path("id")
                .asText();
        String path = "/api/hazop/attempts/" + attempt;
        String sheet = student.get(path).json().path("sheet").path("id").asText();
        write(student, sheet, row, vague);
        post(student, sheet, "hand-in", Map.of());
        student.post(path + "/submit", Map.of()).expect(200);
        Await.until("scored", () -> student.get(path).json().path("waiting").asInt() == 1);
        List<String> typed = names();
        typed.addAll(List.of(vague, "坏了", "天气不好", row.causes().get(0).text().zh(), "回流泵", "故障停转"));
        PageLook pages = new PageLook(typed);
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s02", station.password("s02"));
            browser.go("/hazop-task/" + attempt);
            browser.see("main h1", "暂定");
            browser.see("main h1", "还有 1 条答案等考评员评定");
            pages.look(browser, "task-provisional", SIZES, () -> {});
            browser.translate("zh");
            browser.go("/hazop");
            browser.see(".tkx", "暂定");
            browser.go("/hazop/" + sheet);
            browser.see(".ref", "没有写到");
            browser.see(".ref", row.causes().get(1).text().zh());
            assertThat(browser.script(HINTS)).isEqualTo("");
            pages.look(browser, "sheet-missed", SIZES, () -> {});
            assertThat(browser.consoleErrors()).isEmpty();
        }
        assertThat(pages.findings()).isEmpty();
    }
}
