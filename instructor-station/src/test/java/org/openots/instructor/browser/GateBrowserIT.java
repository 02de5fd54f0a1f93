package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.dcs.audit.AuditEntry;
import org.openots.dcs.audit.AuditLog;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.instructor.app.DemoRig;
import org.openots.instructor.app.StationProcess;
import org.openqa.selenium.Keys;

/** A teacher changes a set point of the virtual rig from the page, with the keyboard alone. */
@Timeout(180)
class GateBrowserIT {
    private static final int[][] SIZES = {{1366, 768}, {1920, 1080}};
    private static final String ROW = "tr[data-tag='FIC-701.SP']";
    private static final String INPUT = ROW + " input";
    private static final String FOCUS = "document.querySelector(arguments[0]).focus(); return '';";

    @TempDir
    private static Path data;

    private static void press(Browser browser, String css, CharSequence key) {
        browser.await("usable " + css, () -> browser.has(css + ":not([disabled])"));
        browser.script(FOCUS, css);
        browser.press(key);
    }

    @Test
    void aSetPointByTheKeyboard() {
        DemoRig.into(data, BrokerProcess.freePort());
        try (StationProcess station = StationProcess.launch(data);
                Browser browser = Browser.open(station.url(), 1366, 768)) {
            List<String> names = new ArrayList<>(List.of("管理员"));
            station.line()
                    .path("accounts")
                    .forEach(one -> names.add(one.path("name").asText()));
            PageLook pages = new PageLook(names);
            browser.signIn("teacher", station.password("teacher"));
            browser.go("/rig/gate");
            browser.see(".gtl", "没有人持有");
            press(browser, ".gtl .btn.act", Keys.ENTER);
            browser.see(".gtl", "您持有写入权");
            press(browser, ".gtk button:nth-child(2)", Keys.SPACE);
            browser.await("all permissives", () -> browser.has(".gtp") && !browser.has(".gtul li.no"));
            browser.script(FOCUS, INPUT);
            browser.press("999");
            browser.see(ROW, "应在 30 到 90 kg/h");
            assertThat(browser.has(ROW + " button:not([disabled])")).isFalse();
            double now = Double.parseDouble(browser.text(ROW + " td:nth-child(2) b"));
            double goal = Math.round(now) + 1.0;
            browser.press(Keys.chord(Keys.CONTROL, "a"), Long.toString(Math.round(goal)));
            pages.look(browser, "rig-gate", SIZES, () -> {});
            browser.language("zh");
            browser.script(FOCUS, INPUT);
            browser.press(Keys.ENTER);
            browser.see(".gte", "将 FIC-701.SP");
            browser.press(Keys.TAB);
            browser.press(Keys.ENTER);
            browser.see(".gtop", "FIC-701.SP 已到 " + Math.round(goal));
            browser.go("/rig/audit");
            browser.see(".rgbar .tagc.ok", "哈希链完好");
            browser.see("tr[data-what='done']", "FIC-701.SP");
            pages.look(browser, "rig-audit", SIZES, () -> {});
            assertThat(pages.findings()).isEmpty();
            assertThat(AuditLog.verify(data.resolve("rig").resolve("audit.jsonl")))
                    .extracting(AuditEntry::what)
                    .contains("open", "take", "key", "prepare", "commit", "send", "done");
        }
    }
}
