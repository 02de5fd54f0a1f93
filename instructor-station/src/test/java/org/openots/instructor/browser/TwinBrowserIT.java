package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.instructor.app.StationProcess;
import org.openots.instructor.rig.TwinStand;
import org.openqa.selenium.Keys;

/** The digital twin in the browser: rig beside model, a fault that is found, and nothing of it for students. */
class TwinBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1366, 768}, {1920, 1080}};
    private static final String ROW = "tr[data-name='TI-704']";
    /** How many pixels of the first chart are not empty. */
    private static final String DRAWN = """
            const canvas = document.querySelector('.twc canvas');
            const copy = document.createElement('canvas');
            copy.width = canvas.width;
            copy.height = canvas.height;
            const pixels = copy.getContext('2d', { willReadFrequently: true });
            pixels.drawImage(canvas, 0, 0);
            const data = pixels.getImageData(0, 0, canvas.width, canvas.height).data;
            const pen = getComputedStyle(canvas).getPropertyValue('--pen-a').trim();
            const [r, g, b] = [1, 3, 5].map((at) => parseInt(pen.slice(at, at + 2), 16));
            let found = 0;
            for (let i = 0; i < data.length; i += 4) {
              found += data[i] === r && data[i + 1] === g && data[i + 2] === b ? 1 : 0;
            }
            return found;
            """;

    @TempDir
    private static Path data;

    private static TwinStand stand;
    private static StationProcess station;
    private static final List<String> NAMES = new ArrayList<>(List.of("管理员"));

    private final PageLook pages = new PageLook(NAMES);

    @BeforeAll
    static void aRigWithItsTwin() {
        stand = new TwinStand(data, BrokerProcess.freePort(), false);
        station = StationProcess.launch(data);
        station.line()
                .path("accounts")
                .forEach(one -> NAMES.add(one.path("name").asText()));
    }

    @AfterAll
    static void stop() {
        stand.close();
        station.close();
    }

    @Test
    void rigBesideModelThenAFaultAndItsCauses() {
        try (Browser browser = Browser.open(station.url(), 1366, 768)) {
            browser.signIn("teacher", station.password("teacher"));
            browser.click("header nav a[href='/rig']");
            browser.click("main .hd .seg button", "数字孪生");
            // the socket of the class page, left before it was open
            assertThat(browser.consoleErrors()).allMatch(error -> error.contains("/ws/class"));
            browser.see(".twh h2", "装置和模型一致");
            browser.see(".twh", "重启前的标定仍有效");
            // soon after a restart with so short a time of catching up the charts may alarm by themselves
            fault(browser);
            browser.click(ROW + " button");
            browser.see(".twth h2", "TI-704");
            browser.await("a curve", () -> ((Number) browser.script(DRAWN)).intValue() > 5);
            browser.script("document.querySelector('.twc canvas').focus()");
            browser.press(Keys.ARROW_LEFT);
            browser.see(".twl", "残差");
            browser.press(Keys.ESCAPE);
            pages.look(browser, "rig-twin", SIZES, () -> {});
            browser.language("zh");
            panels(browser);
            dialog(browser);
        }
        assertThat(pages.findings()).isEmpty();
    }

    private void panels(Browser browser) {
        browser.click(".twe .seg button", "参数");
        browser.see(".twpar", "板效率");
        browser.see(".twpar", "可辨识");
        pages.look(browser, "rig-twin-parameters", SIZES, () -> {});
        browser.language("zh");
        browser.click(".twe .seg button", "软测量");
        browser.see(".twe .scroll", "塔顶产品乙醇");
        pages.look(browser, "rig-twin-soft", SIZES, () -> {});
        browser.language("zh");
    }

    private void dialog(Browser browser) {
        browser.click(".twh .btn", "重新标定");
        browser.see("dialog", "装置现在正常吗");
        pages.look(browser, "rig-twin-calibrate", SIZES, () -> {});
        browser.language("zh");
        browser.press(Keys.ESCAPE);
        browser.gone("dialog");
        browser.click(".twh .btn", "暂停");
        browser.see(".twh h2", "已暂停");
        browser.click(".twh .btn", "继续");
    }

    private void fault(Browser browser) {
        browser.see(".twh h2", "装置和模型一致");
        stand.rig().inject("A-F07");
        browser.click(".twe .seg button", "可能原因");
        browser.see(".twh.t2 h2", "偏离模型");
        browser.see(".twcause", "A-F07");
        pages.look(browser, "rig-twin-fault", SIZES, () -> {});
        browser.language("zh");
        browser.click(".twe .seg button", "记录");
        browser.await("an event", () -> browser.has(".twev time"));
        pages.look(browser, "rig-twin-events", SIZES, () -> {});
        browser.language("zh");
    }

    @Test
    void aStudentSeesNothingOfIt() {
        try (Browser browser = Browser.open(station.url(), 1366, 768)) {
            browser.signIn("s07", station.password("s07"));
            browser.click("header nav a[href='/rig']");
            browser.see(".rgc h2", "已连接");
            assertThat(browser.text("main .hd .seg")).doesNotContain("孪生");
            browser.go("/rig/twin");
            browser.see(".rgc h2", "已连接");
            assertThat(browser.has(".twh")).isFalse();
        }
    }
}
