package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationProcess;
import org.openots.instructor.tank.Await;

/**
 * The rig in the browser: the station as it ships with its own broker, a gateway that sends to it, and people who look at
 * the rig's page and at the DCS pages. A value that is no longer sent must never look like a live one.
 */
class RigBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};
    private static final int[][] SMALL = {SIZES[0]};
    private static final List<String> READINGS =
            List.of("TI-702", "TI-703", "TI-704", "PI-702", "LIC-703", "FIC-702", "FI-705", "PI-701");
    /** In the map and never sent. */
    private static final String NEVER = "AI-702";

    private static final String TILE = "svg.graphic .tile[data-tag='TI-702']";
    private static final String ROW = "tr[data-tag='TI-702']";
    /** Where everything on the drawing is that a value could move. */
    private static final String PLACES = """
            return [...document.querySelectorAll('svg.graphic .tile .tb, svg.graphic .tile .tg')]
              .map((one) => { const b = one.getBoundingClientRect(); return [b.x, b.y, b.width, b.height].join(' '); })
              .join('|');
            """;

    @TempDir
    private static Path data;

    private static StationProcess station;
    private static RigGateway gateway;
    private static final List<String> NAMES = new ArrayList<>(List.of("管理员"));

    private final PageLook pages = new PageLook(NAMES);

    @BeforeAll
    static void aRigAtWork() {
        int port = BrokerProcess.freePort();
        String tags = Stream.concat(READINGS.stream(), Stream.of(NEVER))
                .map(name -> RigGateway.tag(name, name.equals("PI-701") ? calibrated() : ""))
                .collect(Collectors.joining(","));
        String loop = Stream.of("FIC-702.SP", "FIC-702.OP", "FIC-702.MODE")
                .map(name -> RigGateway.tag(name, ", \"range\": [0, 100]"))
                .collect(Collectors.joining(",", ",", ""));
        RigGateway.setUp(data, port, tags + loop);
        station = StationProcess.launch(data);
        station.line()
                .path("accounts")
                .forEach(one -> NAMES.add(one.path("name").asText()));
        gateway = new RigGateway(port);
    }

    private static String calibrated() {
        return ", \"calibration\": {\"date\": \"2020-01-01\", \"validDays\": 365}";
    }

    @BeforeEach
    void everythingIsSent() {
        gateway.send("TI-702", 78.5);
        gateway.send("TI-703", 79.1);
        gateway.send("TI-704", 80.2);
        gateway.send("PI-702", 0.4);
        gateway.send("PI-701", 3.4);
        gateway.send("LIC-703", 50);
        gateway.send("FIC-702", 36.1);
        gateway.send("FIC-702.SP", 36);
        gateway.send("FIC-702.OP", 42);
        gateway.send("FIC-702.MODE", 1);
        gateway.send("FI-705", 1.4);
        // not in the map
        gateway.send("TI-799", 20);
        Client teacher = station.as("teacher");
        Await.until("live values", () -> good(teacher) == READINGS.size() + 3);
    }

    private static int good(Client teacher) {
        return teacher.get("/api/rig")
                .expect(200)
                .json()
                .path("tags")
                .path("good")
                .asInt();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        station.close();
    }

    @Test
    void theRigAtAGlanceAndItsTags() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("teacher", station.password("teacher"));
            browser.click("header nav a[href='/rig']");
            browser.see("main h1", "装置已连接，12 个位号中 1 个不可用");
            browser.see(".rgc h2", "已连接");
            browser.see(".rgc .tagc", "外来");
            browser.see(".rgd", NEVER);
            browser.see(".rgd", "TI-799");
            browser.see(".rgd", "PI-701 2020-01-01");
            pages.look(browser, "rig-status", SIZES, () -> {});
            browser.language("zh");
            tags(browser);
            history(browser);
            browser.click("main .seg button:nth-child(5)");
            browser.see(".rgk", "装置");
            pages.look(browser, "rig-skills", SIZES, () -> {});
        }
        assertThat(pages.findings()).isEmpty();
    }

    private void tags(Browser browser) {
        browser.size(1024, 768);
        browser.click("main .hd .seg button:nth-child(2)");
        browser.see(ROW, "78.5");
        assertThat(browser.text(ROW)).contains("良好").contains("塔顶");
        Object place = browser.script("return document.querySelector(arguments[0]).getBoundingClientRect().y", ROW);
        gateway.silence("TI-702");
        browser.see(ROW, "数据过期");
        browser.see(ROW, "78.5");
        assertThat(browser.has(ROW + " b.dq")).isTrue();
        assertThat(browser.script("return document.querySelector(arguments[0]).getBoundingClientRect().y", ROW))
                .isEqualTo(place);
        pages.look(browser, "rig-tags", SIZES, () -> {});
        browser.language("zh");
        browser.click(".rgbar .seg button", "不可用");
        browser.see(".rgbar", "2 / 12");
        browser.type(".rgbar input.field", NEVER);
        browser.see(".rgbar", "1 / 12");
        browser.see("tbody", "从未收到");
    }

    private void history(Browser browser) {
        browser.size(1024, 768);
        browser.go("/rig/trends/TI-703");
        browser.see(".rgpens tbody", "TI-703");
        browser.await(
                "a reading at the cursor", () -> browser.script("""
                        const chart = document.querySelector('.rgch canvas');
                        chart.focus();
                        for (const key of ['ArrowLeft', 'ArrowLeft']) {
                          chart.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
                        }
                        return document.querySelector('.rgpens .cu').textContent;
                        """).toString().contains("79.1"));
        pages.look(browser, "rig-trends", SIZES, () -> {});
        browser.language("zh");
    }

    @Test
    void aValueThatIsNotSentAnyMoreIsGreyAndNothingMoves() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s07", station.password("s07"));
            browser.click("header nav a[href='/rig']");
            browser.click("main .hd .btn.act");
            browser.see(".rigc", "真实装置 · 只读");
            browser.see(".rigc", "已连接");
            browser.await(
                    "a live value",
                    () -> browser.has(TILE + ":not(.dub)")
                            && browser.text(TILE + " .pv").equals("78.5"));
            assertThat(browser.has("svg.graphic .tile.q-never[data-tag='" + NEVER + "']"))
                    .isTrue();
            Object places = browser.script(PLACES);

            gateway.silence("TI-702");
            browser.await("grey", () -> browser.has(TILE + ".dub.q-bad .qmk"));
            assertThat(browser.reading("TI-702")).isEqualTo(78.5);
            assertThat(browser.has(TILE + " .pvm")).as("its place on the bar").isFalse();
            assertThat(browser.script(
                            "return getComputedStyle(document.querySelector(arguments[0])).fill", TILE + " .pv"))
                    .isNotEqualTo(browser.script(
                            "return getComputedStyle(document.querySelector(arguments[0])).fill",
                            "svg.graphic .tile[data-tag='TI-703'] .pv"));
            assertThat(browser.script("return document.querySelector(arguments[0]).textContent", TILE + " title")
                            .toString())
                    .matches("TI-702 过期 \\d+ s");
            assertThat(browser.script(PLACES)).isEqualTo(places);
            nothingIsOperated(browser);
            pages.look(browser, "rig-graphic", SIZES, () -> {});
            otherPages(browser);
        }
        assertThat(pages.findings()).isEmpty();
    }

    private void nothingIsOperated(Browser browser) {
        assertThat(browser.has(".tabs a[href$='/field']")).isFalse();
        browser.pick("FIC-702");
        browser.see(".over .fp .note", "真实装置");
        assertThat(browser.text(".over .fp")).contains("自动").contains("36.0").contains("良好");
        assertThat(browser.has(".over .fp .opline") || browser.has(".over .fp .seg"))
                .isFalse();
        browser.pick("TI-702");
        browser.see(".over .fp .qln", "过期");
        pages.look(browser, "rig-plate", SMALL, () -> {});
        browser.language("zh");
        browser.pick("P-702A");
        browser.see(".over .fp .note", "真实装置");
        assertThat(browser.has(".over .fp .two")).isFalse();
        browser.click(".top .run");
        browser.see(".pop", "返回");
        assertThat(browser.text(".pop"))
                .doesNotContain("冻结")
                .doesNotContain("速度")
                .doesNotContain("结束");
        browser.click(".top .run");
    }

    private void otherPages(Browser browser) {
        for (String tab : new String[] {"trends", "alarms", "interlocks"}) {
            browser.size(1024, 768);
            browser.click(".tabs a[href$='/" + tab + "']");
            browser.await(tab, () -> browser.has("main.tp, main.ap, main.xp"));
            pages.look(browser, "rig-" + tab, SMALL, () -> {});
        }
    }
}
