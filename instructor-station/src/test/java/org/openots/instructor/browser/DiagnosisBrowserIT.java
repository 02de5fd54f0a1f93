package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationConfig;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.hazop.PlayStationMain;
import org.openots.instructor.web.WebSettings;

/** A trainee reports and names a hidden fault on the diagnosis page; afterwards both see how he did. */
class DiagnosisBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};

    @TempDir
    private static Path data;

    @Test
    void aHiddenFaultIsReportedNamedAndExplained() {
        PageLook pages = new PageLook(List.of("人s1"));
        StationConfig usual = StationFixture.config(data, Double.POSITIVE_INFINITY);
        WebSettings shown = new WebSettings("127.0.0.1", 0, WebSettings.PAGES, WebSettings.TEXTS);
        StationConfig config =
                new StationConfig(data, shown, false, 2, usual.graceSeconds(), usual.passwordCost(), usual.clock());
        try (StationFixture station =
                StationFixture.start(config, PlayStationMain.content()).withPeople()) {
            Client student = station.as("s1");
            Client teacher = station.as("instructor");
            String run = station.run(student, "A-6");
            teacher.post("/api/runs/" + run + "/faults", Map.of("fault", "A-F05", "severity", 1))
                    .expect(201);
            String url = "http://127.0.0.1:" + station.address().port();
            try (Browser browser = Browser.open(url, 1024, 768)) {
                browser.signIn("s1", StationFixture.PASSWORD);
                browser.go("/run/" + run + "/graphic");
                browser.await("the way to the diagnosis", () -> browser.has("a[href$='/diagnosis']"));
                browser.go("/run/" + run + "/diagnosis");
                browser.click(".dgm .btn", "报告发现异常");
                browser.see(".sbox", "报告了异常");
                browser.click(".dgo", "回流调节卡");
                browser.see(".tbar", "诊断：回流调节卡");
                pages.look(browser, "diagnosis", SIZES, () -> {});
                browser.translate("zh");
                browser.click(".dgu .btn", "进料");
                browser.await(
                        "one unit",
                        () -> browser.script("return document.querySelectorAll('.dpp').length")
                                .equals(1L));
                assertThat(browser.consoleErrors()).isEmpty();
                teacher.post("/api/runs/" + run + "/close", Map.of()).expect(200);
                browser.go("/score/" + run);
                browser.see(".flh", "回流泵 A 故障");
                browser.see(".flp", "单元正确");
                pages.look(browser, "score-fault", SIZES, () -> {});
            }
            try (Browser browser = Browser.open(url, 1024, 768)) {
                browser.signIn("instructor", StationFixture.PASSWORD);
                browser.go("/score/" + run);
                browser.await("the way to the moment", () -> browser.has(".flp a"));
                assertThat(browser.consoleErrors()).isEmpty();
            }
        }
        assertThat(pages.findings()).isEmpty();
    }
}
