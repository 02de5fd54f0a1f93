package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.hazop.report.RecordWorkbook;
import org.openots.hazop.report.StudyReport;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.study.StudyFile;
import org.openots.instructor.app.StationProcess;
import org.openots.instructor.hazop.ExampleStationMain;
import org.openots.instructor.hazop.ExampleStudy;
import org.openqa.selenium.Keys;

/** Files taken out of the pages, as a browser keeps them. */
class ReportBrowserIT {
    /** Keeps what the page hands over to be saved: name, size, and how the file begins. */
    private static final String CATCH = """
            window.taken = [];
            let file = null;
            const address = URL.createObjectURL;
            URL.createObjectURL = (blob) => { file = blob; return address.call(URL, blob); };
            const click = HTMLAnchorElement.prototype.click;
            HTMLAnchorElement.prototype.click = function () {
              if (!this.download) { return click.call(this); }
              const { download: name } = this;
              const { size } = file;
              file.slice(0, 2).text().then((head) => window.taken.push(`${name} ${head} ${size > 100}`));
            };
            return true;
            """;

    private static final int[][] SIZES = {{1280, 720}, {1024, 768}};

    private static final String TAKEN = "return window.taken.join('|')";

    @TempDir
    private static Path data;

    private static StationProcess station;

    @BeforeAll
    static void start() {
        station = StationProcess.launch(ExampleStationMain.class, data);
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static void take(Browser browser, String format, String file) {
        browser.click(".exp > summary");
        browser.click(".exp[open] [data-format=" + format + "]");
        browser.await(file, () -> String.valueOf(browser.script(TAKEN)).contains(file));
    }

    @Test
    void aStudentTakesEveryFileOfHisWorksheet() {
        String sheet = station.as("s01")
                .post("/api/my/worksheets", Map.of("study", ExampleStudy.ID, "level", "junior", "nodes", List.of("N3")))
                .json()
                .path("id")
                .asText();
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s01", station.password("s01"));
            browser.go("/hazop/" + sheet);
            browser.await("worksheet", () -> browser.has("td.edit textarea"));
            browser.press("回流泵停", Keys.ESCAPE);
            browser.script(CATCH);
            take(browser, "pdf", sheet + ".pdf %P true");
            take(browser, "docx", sheet + ".docx PK true");
            take(browser, "xlsx", sheet + ".xlsx PK true");
            take(browser, "json", sheet + ".json {\" true");
            // with the keyboard: the menu opens with Enter and closes with Escape
            browser.script("document.querySelector('.exp summary').focus()");
            browser.press(Keys.ENTER);
            browser.await("open", () -> browser.has(".exp[open]"));
            browser.press(Keys.ESCAPE);
            browser.await("closed", () -> !browser.has(".exp[open]"));
            assertThat(browser.consoleErrors()).isEmpty();
        }
    }

    @Test
    void aTeacherTakesAKeyAndAStudentSeesNoSuchMenu() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("teacher", station.password("teacher"));
            browser.go("/hazop-sheets");
            browser.await("studies", () -> browser.has(".hzs .exp"));
            browser.script(CATCH);
            take(browser, "xlsx", ExampleStudy.ID + ".xlsx PK true");
            take(browser, "record", ExampleStudy.ID + "-record.xlsx PK true");
            bringIn(browser);
            assertThat(browser.consoleErrors()).isEmpty();
        }
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s02", station.password("s02"));
            browser.go("/hazop-sheets");
            browser.await("studies", () -> browser.has(".hzs h3"));
            assertThat(browser.has(".hzs .exp")).isFalse();
            browser.see(".hzl", "record-rig");
        }
    }

    /** A worksheet is brought in, once with a column chosen by hand, looked at and given to the class. */
    private static void bringIn(Browser browser) {
        Path file = data.resolve("record-rig.xlsx");
        byte[] record = RecordWorkbook.write(StudyReport.of(
                StudyFile.named("ethanol-water-rig").study(),
                RiskMatrices.shipped("risk-5x5"),
                Locale.ENGLISH,
                "2026-03-01"));
        try {
            Files.write(file, record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        browser.go("/hazop/import");
        browser.await("page", () -> browser.has(".imp label.btn"));
        PageLook look = new PageLook(station.line().findValuesAsText("name"));
        browser.choose(".imp input[type=file]", file);
        browser.await("form", () -> browser.has("#imp-profile"));
        browser.click(".impc");
        browser.await("columns", () -> browser.has(".impt select"));
        look.look(browser, "hazop-import-columns", SIZES, () -> {});
        browser.click(".impc");
        browser.click(".imp section .btn.act");
        browser.await("preview", () -> browser.has(".imp table.dft td"));
        look.look(browser, "hazop-import-preview", SIZES, () -> {});
        assertThat(look.findings()).isEmpty();
        browser.click(".imp section .btn.act");
        browser.await("asked", () -> browser.has("dialog[open]") || browser.has(".impo1 .tagc.ok"));
        if (browser.has("dialog[open]")) {
            browser.click("dialog[open] .btn.act");
        }
        browser.await("given", () -> browser.has(".impo1 .tagc.ok"));
    }
}
