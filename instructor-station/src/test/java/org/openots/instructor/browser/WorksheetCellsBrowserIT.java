package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
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

/** What may go wrong in a cell of the worksheet costs nobody a word, and the cursor stays where the work is. */
class WorksheetCellsBrowserIT {
    private static final CharSequence NEXT = Keys.chord(Keys.CONTROL, Keys.ENTER);
    private static final CharSequence UNDO = Keys.chord(Keys.CONTROL, "z");
    private static final CharSequence REDO = Keys.chord(Keys.CONTROL, "y");
    private static final String LONG = "长".repeat(3000);

    /** The text of the cell with the focus, or the name of what has it. */
    private static final String VALUE = "return document.activeElement.value ?? document.activeElement.tagName";

    /** The label of the cell with the focus, for example D01-2 原因. */
    private static final String WHERE = "return document.activeElement.getAttribute('aria-label') ?? ''";

    private static final String CHIP = "return document.querySelector('.save').textContent.trim()";

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

    /** Opens a new worksheet of the node N1 as its student. */
    private static String open(Browser browser, String account) {
        String sheet = station.as(account)
                .post("/api/my/worksheets", Map.of("study", ExampleStudy.ID, "level", "junior", "nodes", List.of("N1")))
                .json()
                .path("id")
                .asText();
        browser.signIn(account, station.password(account));
        browser.go("/hazop/" + sheet);
        browser.await("worksheet", () -> browser.has("td.edit textarea"));
        return sheet;
    }

    private static JsonNode rows(String sheet) {
        return teacher.get("/api/worksheets/" + sheet)
                .expect(200)
                .json()
                .path("content")
                .path("D01");
    }

    private static void saved(Browser browser) {
        browser.await(
                "saved",
                () -> browser.script("return document.querySelector('ots-cell-editor')?.timer !== undefined")
                                .equals(false)
                        && String.valueOf(browser.script(CHIP)).startsWith("已存"));
    }

    private static void at(Browser browser, String label) {
        browser.await("at " + label, () -> String.valueOf(browser.script(WHERE)).startsWith(label));
    }

    @Test
    void aTextThatIsTooLongStaysAndIsNamed() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            String sheet = open(browser, "s01");
            browser.press("泵停", NEXT, "液位下降");
            saved(browser);
            browser.press(Keys.ENTER, Keys.chord(Keys.CONTROL, "a"));
            // as a paste does
            browser.commit(LONG);
            browser.see("td.bad .wrong", "D01-1 后果 有 3000 个字符，最多 2000 个");
            browser.see(".save", "太长");
            assertThat(browser.script(VALUE)).isEqualTo(LONG);
            // what else is written is saved
            browser.press(NEXT, "3");
            browser.await(
                    "saved beside it",
                    () -> rows(sheet)
                            .get(0)
                            .path("lines")
                            .get(0)
                            .path("likelihood")
                            .asText()
                            .equals("3"));
            assertThat(rows(sheet)
                            .get(0)
                            .path("lines")
                            .get(0)
                            .path("consequence")
                            .asText())
                    .isEqualTo("液位下降");
            // it is not submitted without it, and not lost with the page
            browser.click(".hh button", "提交本偏离");
            browser.see("main .err", "D01-1 后果");
            assertThat(browser.has(".ask")).isFalse();
            browser.go("/hazop/" + sheet);
            browser.see("td.bad .wrong", "3000");
            browser.click("td.bad .txt");
            browser.await("whole", () -> browser.script(VALUE).equals(LONG));
            // undo takes it away and redo brings it back
            browser.press(UNDO);
            browser.await("the text before", () -> browser.script(VALUE).equals("液位下降"));
            browser.press(REDO);
            browser.await("whole again", () -> browser.script(VALUE).equals(LONG));
            browser.press(Keys.ENTER, Keys.chord(Keys.CONTROL, "a"), "塔釜液位下降");
            saved(browser);
            assertThat(browser.has("td.bad")).isFalse();
            assertThat(rows(sheet)
                            .get(0)
                            .path("lines")
                            .get(0)
                            .path("consequence")
                            .asText())
                    .isEqualTo("塔釜液位下降");
            assertThat(browser.consoleErrors()).isEmpty();
        }
    }

    @Test
    void aDigitThatIsNoLevelIsSaid() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            open(browser, "s02");
            browser.press("泵停", NEXT, "液位下降", NEXT, "9");
            browser.see(".pick.no", "可能性 L：9 没有填入，等级只有 1 到 5");
            browser.press("4");
            browser.gone(".pick.no");
            browser.press(NEXT, "0");
            browser.see(".pick.no", "严重性 S：0 没有填入");
            browser.press(NEXT);
            browser.gone(".pick.no");
        }
    }

    @Test
    void aClickBesideTheTextOfTheCellStaysInTheCell() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            open(browser, "s03");
            browser.press("泵停", NEXT, "塔釜液位下降".repeat(8), Keys.ENTER, Keys.HOME);
            at(browser, "D01-1 原因");
            browser.clickLow("td.edit");
            browser.press("了");
            browser.await("typed", () -> browser.script(VALUE).equals("泵停了"));
        }
    }

    @Test
    void escapeKeepsTheTextAndUndoTakesItBack() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            String sheet = open(browser, "s04");
            browser.press("泵停", Keys.ENTER);
            browser.press("，液位下降，再沸器干烧", Keys.ESCAPE);
            saved(browser);
            String whole = "泵停，液位下降，再沸器干烧";
            assertThat(browser.script(VALUE)).isEqualTo(whole);
            assertThat(rows(sheet).get(0).path("cause").asText()).isEqualTo(whole);
            // the keys move again
            browser.press(Keys.ARROW_RIGHT);
            at(browser, "D01-1 后果");
            browser.press(UNDO);
            browser.await("taken back", () -> browser.script(VALUE).equals("泵停"));
            browser.press(REDO);
            browser.await("back again", () -> browser.script(VALUE).equals(whole));
        }
    }

    @Test
    void theCursorStaysWhereAStepWas() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            open(browser, "s05");
            for (int i = 1; i <= 3; i++) {
                browser.press("原因 " + i, NEXT, "后果 " + i, Keys.ENTER);
                browser.click(".hzf button", "新原因");
            }
            browser.press(Keys.ARROW_UP);
            at(browser, "D01-3 原因");
            browser.press(Keys.chord(Keys.CONTROL, "d"));
            at(browser, "D01-4 原因");
            browser.press(UNDO);
            at(browser, "D01-3 原因");
            browser.press(REDO);
            at(browser, "D01-4 原因");
            browser.press(UNDO, Keys.ARROW_UP, Keys.chord(Keys.CONTROL, Keys.SHIFT, Keys.ENTER), "又一个后果", Keys.ENTER);
            at(browser, "D01-2b");
            browser.press(Keys.chord(Keys.CONTROL, Keys.DELETE));
            at(browser, "D01-2 后果");
            browser.press(UNDO);
            at(browser, "D01-2b 后果");
            // a step of another cell leads there
            browser.press(Keys.chord(Keys.CONTROL, Keys.HOME));
            at(browser, "D01-1");
            browser.press(UNDO);
            at(browser, "D01-2b 后果");
        }
    }

    @Test
    void aSubmissionWithoutNetworkIsTriedAgain() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            String sheet = open(browser, "s06");
            browser.press("泵停", Keys.ENTER);
            saved(browser);
            browser.network(false);
            browser.see(".save", "断线");
            browser.press(NEXT, "液位下降", Keys.ENTER);
            browser.see(".save", "待存 1");
            browser.click(".hh button", "提交本偏离");
            browser.click(".ask button", "提交本偏离");
            browser.see("main .err", "还没有提交");
            browser.click("main .err button", "重试");
            browser.see("main .err button", "重试");
            browser.network(true);
            browser.click("main .err button", "重试");
            browser.see("td.dev small.done", "已");
            browser.gone("main .err");
            saved(browser);
            JsonNode done = teacher.get("/api/worksheets/" + sheet).json();
            assertThat(done.path("submitted").has("D01")).isTrue();
            assertThat(rows(sheet)
                            .get(0)
                            .path("lines")
                            .get(0)
                            .path("consequence")
                            .asText())
                    .isEqualTo("液位下降");
        }
    }
}
