package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.StationProcess;
import org.openqa.selenium.Keys;

/** A preparation task from the table of tasks to its score, with the keyboard; and how the pages look. */
class HazopTaskBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};

    @TempDir
    private static Path data;

    private static StationProcess station;

    @BeforeAll
    static void start() {
        station = StationProcess.launch(data);
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    /** Puts the focus on an element as Tab would, without the many Tabs of a long page. */
    private static void focus(Browser browser, String css) {
        browser.await(css, () -> browser.has(css));
        browser.script("document.querySelector(arguments[0]).focus()", css);
    }

    @Test
    void aPreparationTaskIsDoneWithTheKeyboard() {
        PageLook pages = new PageLook(station.line().findValuesAsText("name"));
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s01", station.password("s01"));
            browser.go("/hazop");
            browser.await("table", () -> browser.has("button[data-task='prep-rig-1']"));
            pages.look(browser, "hazop-tasks", SIZES, () -> {});
            browser.translate("zh");
            focus(browser, "button[data-task='prep-rig-1']");
            browser.press(Keys.ENTER);
            browser.await("question", () -> browser.has("fieldset[data-question='team'] input"));
            focus(browser, "fieldset[data-question='team'] input");
            browser.press(Keys.SPACE, Keys.TAB, Keys.SPACE, Keys.TAB, Keys.TAB, Keys.SPACE);
            browser.see(".save", "已存");
            focus(browser, "fieldset[data-question='team'] button[data-act='check']");
            browser.press(Keys.ENTER);
            browser.await("told", () -> browser.has(".tkw"));
            assertThat(browser.has("fieldset[data-question='team'] input:not([disabled])"))
                    .isFalse();
            pages.look(browser, "hazop-task-team", SIZES, () -> {});
            browser.translate("zh");
            focus(browser, "button[data-act='next']");
            browser.press(Keys.ENTER);
            browser.await("documents", () -> browser.has("fieldset[data-question='documents'] input"));
            focus(browser, "fieldset[data-question='documents'] input");
            browser.press(Keys.SPACE);
            focus(browser, "button[data-act='next']");
            browser.press(Keys.ENTER);
            browser.await("words", () -> browser.has("fieldset[data-question='words'] select"));
            focus(browser, "fieldset[data-question='words'] select");
            browser.press(Keys.ARROW_DOWN);
            browser.see(".save", "已存");
            focus(browser, "button[data-act='submit']");
            browser.press(Keys.ENTER);
            browser.see(".ask", "没有答");
            focus(browser, ".ask button.act");
            browser.press(Keys.ENTER);
            browser.see("main h1", "分");
            assertThat(browser.text("main h1")).contains("%");
            pages.look(browser, "hazop-task-result", SIZES, () -> {});
            assertThat(browser.consoleErrors()).isEmpty();
        }
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("teacher", station.password("teacher"));
            browser.go("/hazop");
            browser.click("a[data-preview='prep-rig-1']");
            browser.await("question", () -> browser.has("fieldset[data-question='team'] input"));
            assertThat(browser.has("[data-act='submit'], [data-act='check']")).isFalse();
            browser.click("[data-act='key']");
            browser.await("key", () -> browser.has("fieldset[data-question='team'] .tkw"));
            pages.look(browser, "hazop-task-preview", SIZES, () -> {});
            assertThat(browser.consoleErrors()).isEmpty();
        }
        assertThat(pages.findings()).isEmpty();
    }
}
