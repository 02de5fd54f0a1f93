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
import org.openots.instructor.app.StationConfig;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.tank.Await;
import org.openots.instructor.web.WebSettings;
import org.openqa.selenium.Keys;

/** From the hand-in to the released score: student, examiner with the keyboard, second examiner, student again. */
class ReviewBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};
    private static final String UNSURE = "回流泵轴封漏";
    private static final PageLook LOOK = new PageLook(List.of(UNSURE, "停电", "人s1", "人assessor", "人instructor", "人"));

    @TempDir
    private static Path data;

    private static StationFixture station;

    @BeforeAll
    static void start() {
        StationConfig usual = StationFixture.config(data, Double.POSITIVE_INFINITY);
        StationContent tank = StationFixture.content();
        WebSettings pages = new WebSettings("127.0.0.1", 0, WebSettings.PAGES, WebSettings.TEXTS);
        HazopContent hazop = HazopContent.shipped();
        // loads lexicon and models now, so that no one waits for them below
        assertThat(hazop.scorer().orElseThrow().version()).isNotEmpty();
        station = StationFixture.start(
                        new StationConfig(
                                data, pages, false, 2, usual.graceSeconds(), usual.passwordCost(), usual.clock()),
                        new StationContent(tank.engines(), tank.scorers(), tank.library(), hazop))
                .withPeople();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static String written() {
        Client student = station.as("s1");
        List<String> nodes = List.of("N1", "N2", "N3", "N4");
        Map<String, Object> order = Map.of("study", "ethanol-water-column", "level", "senior", "nodes", nodes);
        String id = student.post("/api/my/worksheets", order).json().path("id").asText();
        JsonNode sheet = student.get("/api/worksheets/" + id).json();
        Map<String, Object> cause = Map.of("id", "c1", "cause", UNSURE + "；停电", "lines", List.of(Map.of("id", "l1")));
        Map<String, Object> op = Map.of("kind", "insert-cause", "deviation", "D13", "after", "", "cause", cause);
        student.post(
                        "/api/worksheets/" + id + "/edits",
                        Map.of("token", sheet.path("token").asText(), "edits", List.of(Map.of("id", "e1", "op", op))))
                .expect(200);
        return id;
    }

    /** Looks at a page at both sizes and in both languages, then goes on in Chinese. */
    private static void look(Browser browser, String name) {
        LOOK.look(browser, "review-" + name, SIZES, () -> {});
        browser.size(SIZES[0][0], SIZES[0][1]);
        browser.translate("zh");
    }

    @Test
    void anAnswerGoesFromTheHandInToTheReleasedScore() {
        String sheet = written();
        handIn(sheet);
        Await.until(
                "scored",
                () -> !station.station()
                        .worksheets()
                        .view(sheet)
                        .state()
                        .scores()
                        .isEmpty());
        decide();
        approveAndRelease();
        result(sheet);
        assertThat(LOOK.findings()).isEmpty();
    }

    private static void handIn(String sheet) {
        try (Browser browser = Browser.open(station.client().base(), 1024, 768)) {
            browser.signIn("s1", StationFixture.PASSWORD);
            browser.go("/hazop/" + sheet);
            browser.click(".hh button", "交表");
            browser.click(".ask button", "交表");
            browser.see(".hh .mut", "已交表");
            browser.see("td.dev .st", "等待发布");
            assertThat(browser.has("p.why")).isFalse();
        }
    }

    /** The examiner: digits, letters and Enter, no mouse. */
    private static void decide() {
        try (Browser browser = Browser.open(station.client().base(), 1024, 768)) {
            browser.signIn("assessor", StationFixture.PASSWORD);
            browser.go("/review");
            browser.see(".dct b", UNSURE);
            browser.see(".dcy", "把握");
            browser.press("1");
            browser.see(".dci.on", "P-102A");
            browser.press("h");
            browser.see(".dcf .btn.act", "1 分");
            browser.press("h", "a");
            look(browser, "queue");
            browser.press(Keys.ENTER);
            browser.see("main", "已提议");
            browser.see("main h1", "没有待判的答案");
            browser.go("/review/proposals");
            browser.see(".rw", "由另一位考评员批准");
            assertThat(browser.has(".rw .btn.act")).isFalse();
            assertThat(browser.consoleErrors()).isEmpty();
        }
    }

    private static void approveAndRelease() {
        try (Browser browser = Browser.open(station.client().base(), 1024, 768)) {
            browser.signIn("instructor", StationFixture.PASSWORD);
            browser.go("/review/proposals");
            browser.see(".rw", "没有变差");
            look(browser, "proposals");
            browser.click(".rw .btn.act");
            browser.see(".rw .tagc", "在用");
            browser.click(".hd .seg .btn", "工作表");
            browser.see("main h1", "1 份工作表可以发布");
            look(browser, "sheets");
            browser.click(".rvt .btn.act");
            browser.click(".ask .btn.act");
            browser.see(".rvs .tagc", "已发布");
            look(browser, "released");
            browser.click(".rvs a.btn", "答案");
            browser.see(".rah", "D13");
            look(browser, "answers");
            assertThat(browser.consoleErrors()).isEmpty();
        }
    }

    private static void result(String sheet) {
        try (Browser browser = Browser.open(station.client().base(), 1024, 768)) {
            browser.signIn("s1", StationFixture.PASSWORD);
            browser.go("/hazop/" + sheet);
            browser.see(".hh .mut", "已发布 4 / 300 分");
            browser.script("document.querySelector('.why.g').scrollIntoView({block: 'center'})");
            browser.see(".why.g", "考评员判定");
            browser.see(".why.g", "停电");
            look(browser, "result");
            assertThat(browser.consoleErrors()).isEmpty();
        }
        JsonNode wordings = station.as("assessor").get("/api/review/wordings").json();
        assertThat(wordings.path("aliases").findValuesAsText("text")).containsExactly(UNSURE);
    }
}
