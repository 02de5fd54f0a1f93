package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationProcess;
import org.openots.instructor.hazop.ExampleStationMain;
import org.openots.instructor.hazop.ExampleStudy;
import org.openqa.selenium.Keys;

/** A student's worksheet in the browser: keyboard only, an input method, a lost network, a reload, handing in. */
class WorksheetBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};
    private static final Duration LOST = Duration.ofSeconds(30);
    private static final String SAVED = ".save";

    private static final CharSequence NEXT = Keys.chord(Keys.CONTROL, Keys.ENTER);

    @TempDir
    private static Path data;

    private static StationProcess station;
    private static Client teacher;

    @BeforeAll
    static void start() {
        station = StationProcess.launch(ExampleStationMain.class, data);
        teacher = station.as("teacher");
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static String open(String account, String node) {
        return station.as(account)
                .post("/api/my/worksheets", Map.of("study", ExampleStudy.ID, "level", "junior", "nodes", List.of(node)))
                .json()
                .path("id")
                .asText();
    }

    /** What is durable at the station, read by the teacher: a second sign-in of the student would end the first. */
    private static JsonNode sheet(String id) {
        return teacher.get("/api/worksheets/" + id).expect(200).json();
    }

    private static JsonNode rows(String id, String deviation) {
        return sheet(id).path("content").path(deviation);
    }

    /** What the chip says, unless there is something that is typed and not handed over for saving yet. */
    private static final String STATE = """
            const kept = Object.keys(localStorage).some((key) => key.startsWith('ots.worksheet'));
            const typing = document.querySelector('ots-cell-editor')?.timer !== undefined;
            return kept || typing ? '' : document.querySelector('.save')?.textContent.trim() ?? '';
            """;

    private static void saved(Browser browser) {
        browser.await("saved", () -> String.valueOf(browser.script(STATE)).startsWith("已存"));
    }

    /** From the start page to a row with everything in it, without touching the mouse in the worksheet. */
    @Test
    void aRowIsFilledWithTheKeyboardOnly() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s01", station.password("s01"));
            browser.clickInRow(".task", "HAZOP", "a.btn");
            browser.click("a[href='/hazop-sheets']");
            browser.see("main h1", "节点");
            browser.clickInRow(".hzr", "N3", "button");
            browser.await("worksheet", () -> browser.has("td.edit textarea"));
            String sheet = browser.path().replaceAll(".*/", "");
            // a prefix opens the list of tags, arrows choose, Enter puts the tag in
            browser.press("回流泵 P-10");
            browser.see(".pick li.on", "P-102A");
            assertThat(browser.script(COVERED)).isEqualTo(false);
            browser.press(Keys.ARROW_DOWN);
            browser.see(".pick li.on", "P-102B");
            browser.press(Keys.ARROW_UP, Keys.ENTER);
            browser.press("跳停", NEXT);
            browser.press("塔顶温度升高", NEXT, "3", NEXT, "4");
            browser.see("td.rk.k3", "12");
            browser.press(NEXT, "FAL104 低报", NEXT, "2", NEXT);
            browser.press("备用泵自启动", Keys.ENTER);
            // a second consequence of the same cause shares its safeguards
            browser.press(
                    Keys.chord(Keys.CONTROL, Keys.SHIFT, Keys.ENTER), "回流罐满液", Keys.TAB, "2", Keys.ARROW_RIGHT, "2");
            browser.await("merged", () -> browser.has("td[rowspan='2'][data-name$='.safeguards']"));
            browser.press(Keys.chord(Keys.CONTROL, "d"));
            browser.await("copied", () -> browser.has("td[rowspan='3'][data-name$='.safeguards']"));
            browser.press(Keys.chord(Keys.CONTROL, "z"));
            browser.await("undone", () -> browser.has("td[rowspan='2'][data-name$='.safeguards']"));
            browser.press(Keys.chord(Keys.CONTROL, "y"));
            browser.await("redone", () -> browser.has("td[rowspan='3'][data-name$='.safeguards']"));
            browser.press(Keys.chord(Keys.CONTROL, "z"));
            saved(browser);
            JsonNode rows = rows(sheet, "D13");
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).path("cause").asText()).isEqualTo("回流泵 P-102A 跳停");
            JsonNode line = rows.get(0).path("lines").get(0);
            assertThat(line.path("consequence").asText()).isEqualTo("塔顶温度升高");
            assertThat(line.path("likelihood").asText() + line.path("severity").asText())
                    .isEqualTo("34");
            assertThat(line.path("existingLikelihood").asText()
                            + line.path("existingSeverity").asText())
                    .isEqualTo("24");
            assertThat(line.path("recommendations").asText()).isEqualTo("备用泵自启动");
            assertThat(rows.get(0).path("lines")).hasSize(2);
            assertThat(rows.get(0).path("lines").get(1).path("shared").asText()).isEqualTo("yes");
            assertThat(browser.consoleErrors()).isEmpty();
        }
    }

    /** Whether the list of tags lies over the cell that is being typed in. */
    private static final String COVERED = """
            const cell = document.querySelector('td.edit').getBoundingClientRect();
            const list = document.querySelector('.pick').getBoundingClientRect();
            return list.top < cell.bottom - 2 && list.bottom > cell.top + 2;
            """;

    @Test
    void theListNeverCoversTheCellAtTheBottomEither() {
        String sheet = open("s05", "N2");
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s05", station.password("s05"));
            browser.go("/hazop/" + sheet);
            browser.await("worksheet", () -> browser.has("td.edit textarea"));
            for (int i = 0; i < 8; i++) {
                browser.press("第 " + i + " 个原因 LIC101", Keys.ESCAPE, Keys.ENTER, Keys.TAB);
                browser.press("后果", Keys.END, NEXT, NEXT, NEXT, NEXT, NEXT, NEXT, NEXT);
            }
            browser.press("PI");
            browser.see(".pick", "PIC101");
            assertThat(browser.script(COVERED)).isEqualTo(false);
        }
    }

    @Test
    void keysOfAnInputMethodAreLeftToIt() {
        String sheet = open("s02", "N1");
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s02", station.password("s02"));
            browser.go("/hazop/" + sheet);
            browser.await("worksheet", () -> browser.has("td.edit textarea"));
            String cell = String.valueOf(browser.script(CELL));
            browser.compose("jin'liao'beng");
            browser.composingKey("Enter");
            browser.composingKey("ArrowDown");
            browser.composingKey("ArrowRight");
            browser.composingKey("Escape");
            // longer than the rest before an autosave: letters of a composition are not an answer
            browser.compose("jin'liao'beng'ting");
            browser.await("rest", new Rest(Duration.ofMillis(900)));
            assertThat(browser.script(CELL)).isEqualTo(cell);
            assertThat(rows(sheet, "D01")).isEmpty();
            browser.commit("进料泵停");
            saved(browser);
            assertThat(rows(sheet, "D01").get(0).path("cause").asText()).isEqualTo("进料泵停");
            browser.press(Keys.ENTER);
            assertThat(browser.script(CELL)).isEqualTo(cell);
            browser.press(NEXT);
            assertThat(browser.script(CELL)).isNotEqualTo(cell);
        }
    }

    /** The name of the cell with the focus. */
    private static final String CELL = "return document.activeElement.closest('td').dataset.name";

    /** Half a minute without network while typing goes on: everything arrives, in order, and once. */
    @Test
    void whatIsTypedWithoutNetworkIsSavedInOrderLater() {
        String sheet = open("s03", "N3");
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s03", station.password("s03"));
            browser.go("/hazop/" + sheet);
            browser.await("worksheet", () -> browser.has("td.edit textarea"));
            browser.press("回流泵跳停");
            saved(browser);
            browser.network(false);
            Rest lost = new Rest(LOST);
            List<String> causes = new ArrayList<>(List.of("回流泵跳停"));
            for (int i = 1; i <= 5; i++) {
                browser.press(Keys.chord(Keys.CONTROL, Keys.SHIFT, Keys.ENTER), "后果" + i);
                browser.click(".hzf button", "新原因");
                browser.press("离线原因 " + i);
                causes.add("离线原因 " + i);
            }
            browser.see(SAVED, "断线");
            browser.await("half a minute", lost);
            assertThat(rows(sheet, "D13")).hasSize(1);
            browser.network(true);
            saved(browser);
            JsonNode rows = rows(sheet, "D13");
            assertThat(rows.findValuesAsText("cause")).isEqualTo(causes);
            assertThat(rows.get(0).path("lines").findValuesAsText("consequence"))
                    .containsExactly("后果1");
            assertThat(browser.script(SHOWN)).isEqualTo(String.join("|", causes));
        }
    }

    /** The causes on the page. */
    private static final String SHOWN =
            "return [...document.querySelectorAll('td[data-name$=\".cause\"]')].map(c => c.querySelector('textarea')?.value ?? c.textContent.trim()).filter(x => x && x !== '原因').join('|')";

    @Test
    void whatIsNotSentYetSurvivesAReload() {
        String sheet = open("s04", "N4");
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s04", station.password("s04"));
            browser.go("/hazop/" + sheet);
            browser.await("worksheet", () -> browser.has("td.edit textarea"));
            browser.press("蒸汽总管失压");
            saved(browser);
            browser.block("*/edits*");
            browser.press(NEXT, "塔釜温度下降", NEXT, "3");
            browser.see(SAVED, "断线");
            browser.go("/hazop/" + sheet);
            browser.see("main p[role=alert]", "未存");
            browser.block();
            browser.await("worksheet", () -> browser.has("td.edit textarea"));
            saved(browser);
            JsonNode line = rows(sheet, "D18").get(0).path("lines").get(0);
            assertThat(line.path("consequence").asText()).isEqualTo("塔釜温度下降");
            assertThat(line.path("likelihood").asText()).isEqualTo("3");
            browser.see("td[data-name$='.consequence']", "塔釜温度下降");
        }
    }

    /** The same worksheet changed at another computer: nothing is overwritten, nothing typed is thrown away unasked. */
    @Test
    void aChangeFromAnotherComputerIsAskedAbout() {
        String sheet = open("s06", "N1");
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s06", station.password("s06"));
            browser.go("/hazop/" + sheet);
            browser.await("worksheet", () -> browser.has("td.edit textarea"));
            browser.press("这里写的");
            saved(browser);
            // the session of the browser, used from elsewhere
            browser.script("""
                    const id = location.pathname.split('/')[2];
                    return fetch(`/api/worksheets/${id}`).then(r => r.json()).then(sheet => fetch(`/api/worksheets/${id}/edits`, { method: 'POST',
                      headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token: sheet.token, edits: [{ id: 'x1',
                      op: { kind: 'insert-cause', deviation: 'D02', after: '', cause: { id: 'cx', cause: '别处写的', lines: [{ id: 'lx' }] } } }] }) })).then(() => '');
                    """);
            browser.press(NEXT, "后来写的");
            browser.see(".ask h2", "别处改过");
            browser.click(".ask button", "保留我的改动");
            saved(browser);
            assertThat(rows(sheet, "D01")
                            .get(0)
                            .path("lines")
                            .get(0)
                            .path("consequence")
                            .asText())
                    .isEqualTo("后来写的");
            assertThat(rows(sheet, "D02").get(0).path("cause").asText()).isEqualTo("别处写的");
        }
    }

    @Test
    void submittingShowsReasonsAndHandingInEndsIt() {
        String sheet = open("s08", "N3");
        // what a student wrote stays as it is in any language; tags in it are apart
        List<String> typed = new ArrayList<>(List.of("回流泵 P-102A 故障跳停", "回流泵", "故障跳停", "会爆炸", "低报", "自启动"));
        station.line()
                .path("accounts")
                .forEach(one -> typed.add(one.path("name").asText()));
        PageLook pages = new PageLook(typed);
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s08", station.password("s08"));
            browser.go("/hazop/" + sheet);
            browser.await("worksheet", () -> browser.has("td.edit textarea"));
            browser.press(
                    "回流泵 P-102A 故障跳停", NEXT, "会爆炸", NEXT, "3", NEXT, "4", NEXT, "FAL104 低报", NEXT, "22", NEXT, "自启动");
            submitByKeyboard(browser);
            assertThat(focused(browser)).isEqualTo("取消");
            browser.press(Keys.ESCAPE);
            browser.await("the question gone", () -> !browser.has(".ask"));
            assertThat(browser.script("return document.activeElement.tagName")).isEqualTo("TEXTAREA");
            submitByKeyboard(browser);
            browser.press(Keys.chord(Keys.SHIFT, Keys.TAB), Keys.ENTER);
            browser.see("td.dev small.done", "已评");
            browser.see(".why.r", "不在参考答案中");
            // a rating without a mark says so; what a recommendation is told is readable beside it
            browser.see(".why.n", "R 程序不评");
            browser.see(".why.n", "剩余 R 程序不评");
            assertThat((Number) browser.script("return document.querySelector('th:last-child').clientWidth"))
                    .extracting(Number::intValue, INTEGER)
                    .isGreaterThan(140);
            browser.press(Keys.HOME);
            assertThat(browser.script("return document.activeElement.readOnly")).isEqualTo(true);
            look(browser, pages, sheet);
            browser.go("/hazop/" + sheet);
            browser.translate("zh");
            browser.click(".hh button", "交表");
            browser.see(".ask", "D14");
            browser.click(".ask button", "交表");
            browser.see(".hh", "已交表");
            assertThat(browser.has(".hh button.act")).isFalse();
            JsonNode done = sheet(sheet);
            assertThat(done.path("handIn").path("receipt").asText()).isNotBlank();
            browser.go("/hazop-sheets");
            browser.see(".hzm", "已评");
        }
        assertThat(pages.findings()).isEmpty();
    }

    @Test
    void theTeacherSeesWhoIsAtWhichWorksheet() {
        String sheet = open("s09", "N3");
        try (Browser browser = Browser.open(station.url(), 1366, 768)) {
            browser.signIn("teacher", station.password("teacher"));
            browser.go("/class");
            browser.see("a.ok[href='/hazop/" + sheet + "']", "N3");
            browser.see("a.ok[href='/hazop/" + sheet + "']", "0/4");
            browser.screenshot(Path.of("target", "screenshots", "wall-hazop.png"));
            browser.click("a.ok[href='/hazop/" + sheet + "']");
            browser.await("worksheet", () -> browser.has("td.dev"));
        }
    }

    private static void submitByKeyboard(Browser browser) {
        browser.script(
                "[...document.querySelectorAll('.hh button')].find((one) => one.innerText.includes('提交本偏离')).focus()");
        browser.press(Keys.ENTER);
        browser.see(".ask", "每一行都填全了");
    }

    /** The text of what has the keyboard. */
    private static Object focused(Browser browser) {
        return browser.script("return document.activeElement.innerText.trim()");
    }

    private static void look(Browser browser, PageLook pages, String sheet) {
        browser.size(1024, 768);
        pages.look(browser, "worksheet", SIZES, () -> {});
        for (String view : List.of("node", "matrix", "tie")) {
            browser.go("/hazop/" + sheet + "/" + view);
            browser.await(
                    view, () -> browser.has(view.equals("node") ? ".hull" : view.equals("tie") ? ".btd" : ".mxt"));
            pages.look(browser, "worksheet-" + view, SIZES, () -> {});
        }
        browser.go("/hazop-sheets");
        browser.await("choice", () -> browser.has(".hzr"));
        pages.look(browser, "hazop", SIZES, () -> {});
    }

    /** Something that holds after a while. */
    private static final class Rest implements java.util.function.BooleanSupplier {
        private final long end;

        Rest(Duration duration) {
            this.end = System.nanoTime() + duration.toNanos();
        }

        @Override
        public boolean getAsBoolean() {
            return System.nanoTime() >= end;
        }
    }
}
