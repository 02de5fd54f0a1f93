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

/**
 * A rig engineer makes the tag map in the browser: the station has a bridge and no map yet, a gateway sends in a dialect and
 * in names and units of its own.
 */
class RigMappingIT {
    private static final int[][] SIZES = {{1366, 768}, {1920, 1080}};
    private static final String ROW = ".mptab tr[data-tag='TI-702']";
    /** 78.3 degC as the gateway sends it, degF. */
    private static final double TOP = 173;

    @TempDir
    private static Path data;

    private static StationProcess station;
    private static RigGateway gateway;
    private static final List<String> NAMES = new ArrayList<>(List.of("管理员"));

    private final PageLook pages = new PageLook(NAMES);

    @BeforeAll
    static void aBridgeWithoutAMap() {
        int port = BrokerProcess.freePort();
        RigGateway.setUp(data, port);
        station = StationProcess.launch(data);
        station.line()
                .path("accounts")
                .forEach(one -> NAMES.add(one.path("name").asText()));
        gateway = new RigGateway(port);
        gateway.send("TI702.PV", TOP);
        gateway.send("TI703.PV", 79.1);
        gateway.send("PI_702", 0.4);
        gateway.send("FIC702.SV", 36);
        gateway.send("XX-1", 5);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        station.close();
    }

    @Test
    void aMapOfLiveTraffic() {
        try (Browser browser = Browser.open(station.url(), 1366, 768)) {
            browser.signIn("rig", station.password("rig"));
            browser.click("main .hd .seg button", "映射");
            browser.see(".mptab + p", "映射还是空的");
            browser.click(".mpb .btn.act");
            browser.see(".mplk", "已连接");
            browser.click(".mpnl");
            browser.see(".mpit[data-item='XX-1']", "选位号");
            browser.click(".mpmatch");
            browser.see(".mpok", "已匹配 4 个，还剩 1 项");
            assertThat(browser.text(".mptab")).contains("TI-702", "TI-703", "PI-702", "FIC-702.SP");
            browser.see(".mpx", "XX-1");
            pages.look(browser, "rig-mapping-missing", SIZES, () -> {});
            browser.language("zh");
            browser.size(1366, 768);

            trial(browser);
            browser.see(ROW + " [data-verdict]", "degF");
            pages.look(browser, "rig-mapping-trial", SIZES, () -> {});
            browser.language("zh");
            browser.size(1366, 768);
            browser.click(ROW + " .rgtag");
            choose(browser, "unit.in", "degF");
            browser.see(ROW, "degF");
            pages.look(browser, "rig-mapping", SIZES, () -> {});
            browser.language("zh");
            browser.size(1366, 768);
            mistakes(browser);
            trial(browser);
            browser.see(ROW + " [data-verdict=ok]", "正常");

            browser.go("/rig/mapping");
            browser.see(".mpban", "未保存的更改");
            browser.click(".mpsave");
            browser.see(".mpban.ok", "映射已保存");
            browser.click(".mpban.ok a.btn");
            browser.see("tr[data-tag='TI-702']", "78.3");
            browser.see("tr[data-tag='TI-702']", "良好");
        }
        assertThat(pages.findings()).isEmpty();
    }

    private static void trial(Browser browser) {
        browser.click(".mph1 .btn", "试读");
        browser.see(".mpqh [role=status]", "已完成");
    }

    private static void choose(Browser browser, String field, String value) {
        browser.script("""
                const field = document.querySelector(`[data-field='${arguments[0]}'] .field`);
                field.value = arguments[1];
                field.dispatchEvent(new Event('change', { bubbles: true }));
                """, field, value);
    }

    /** A mistake is shown at its row and field, and nothing is saved with it. */
    private void mistakes(Browser browser) {
        choose(browser, "rate", "-3");
        browser.see(ROW + " .mpw", "0");
        assertThat(browser.has("[data-field=rate].bad")).isTrue();
        browser.click(".mpsave");
        browser.see(".mpp .mpno", "TI-702");
        browser.gone(".mpban.ok");
        browser.click(".mpp .mpno .rgtag");
        choose(browser, "rate", "");
        browser.gone(ROW + " .mpw");
    }
}
