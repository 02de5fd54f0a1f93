package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationProcess;
import org.openots.instructor.hazop.PlayRow;
import org.openots.instructor.hazop.PlayStationMain;
import org.openqa.selenium.Keys;

/** A student presses play on a row of his worksheet and compares with and without the interlock he wrote. */
class RowPlayBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};

    /** The ends of the scales: no flow or level has one below zero. */
    private static final String SCALES =
            "return [...document.querySelectorAll('.rpy')].map(one => one.textContent).join()";

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

    /** What is written in the row that is played, and its parts beside tags. */
    private static final List<String> WRITTEN = List.of(
            "进料泵 P-701 故障停转",
            "进料泵",
            "故障停转",
            "预热器 E-701 内料液沸腾，加热元件过热烧坏",
            "进料流量低低切断预热器",
            "预热器",
            "内料液沸腾，加热元件过热烧坏",
            "塔釜液位 LIC-702 下降",
            "塔釜液位",
            "下降",
            "会爆炸",
            "联锁 I-04 进料流量低低切断预热器 E-701",
            "联锁",
            "进料流量低报警 FAL-701",
            "进料流量低报警",
            "进料流量全无",
            "进料流量",
            "全无",
            "下雨");

    @Test
    void aRowIsPlayedAndCompared() {
        Client student = station.as("s01");
        String sheet = PlayRow.write(student, "junior", List.of("N1"));
        PlayRow.submit(student, sheet);
        // what a student wrote stays as it is in any language; tags in it are apart
        List<String> typed = new ArrayList<>(WRITTEN);
        station.line()
                .path("accounts")
                .forEach(one -> typed.add(one.path("name").asText()));
        PageLook pages = new PageLook(typed);
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s01", station.password("s01"));
            browser.go("/hazop/" + sheet);
            browser.see(".plb", "不能演示");
            browser.click(".plb button", "演示");
            // what the plant computes takes longer on a busy machine than a page may
            PlayRow.until(() -> browser.has(".rpg canvas"));
            browser.see(".rpq", "发生了");
            // also what the key does not have: what the instruments show that he names, drawn beside the others
            browser.see(".rpq", "写到的位号在模拟中");
            browser.see(".rpf figcaption", "FIC-701");
            browser.see(".rpf figcaption", "LIC-702");
            assertThat(String.valueOf(browser.script(SCALES))).doesNotContain("\u2212");
            assertThat(String.valueOf(browser.script("return document.querySelector('.rpm').textContent")))
                    .contains("联锁 I-04 ")
                    .doesNotContain("(");
            // the interlock is taken away with the keyboard: the select has the focus
            browser.press(Keys.ARROW_DOWN);
            PlayRow.until(() -> browser.has(".rpd li"));
            browser.see(".rpd", "I-04");
            browser.see(".rpq", "没有发生");
            browser.await(
                    "drawn",
                    () -> browser.script("return document.querySelector('ots-row-play').now === 1")
                            .equals(true));
            pages.look(browser, "row-play", SIZES, () -> {});
            browser.press(Keys.ESCAPE);
            browser.await("closed", () -> !browser.has(".rpl"));
            assertThat(browser.consoleErrors()).isEmpty();
        }
        assertThat(pages.findings()).isEmpty();
    }

    @Test
    void aDrillIsAnsweredBesideTheDcsPages() {
        List<String> names = new ArrayList<>();
        station.line()
                .path("accounts")
                .forEach(one -> names.add(one.path("name").asText()));
        PageLook pages = new PageLook(names);
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s02", station.password("s02"));
            browser.go("/hazop/drills");
            browser.await("drills", () -> browser.has(".drr"));
            pages.look(browser, "drills", new int[][] {{1024, 768}}, () -> {});
            browser.translate("zh");
            browser.click(".seg button", "高级");
            browser.clickInRow(".drr", "M1-A-S3", "button");
            browser.see(".tabs", "诊断");
            browser.click(".tabs a", "诊断");
            browser.await("questions", () -> browser.has(".dpo button:not([disabled])"));
            browser.click(".dpo button", "液位");
            browser.await("answered", () -> browser.has(".dpo button[aria-pressed='true']"));
            browser.click(".dpo button", "不停车");
            browser.await(
                    "decided",
                    () -> browser.script(
                                    "return document.querySelectorAll('.dpo button[aria-pressed=\"true\"]').length")
                            .equals(2L));
            pages.look(browser, "drill", SIZES, () -> {});
        }
        assertThat(pages.findings()).isEmpty();
    }
}
