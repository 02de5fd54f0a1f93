package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.StationConfig;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.tank.TankLibrary;
import org.openots.instructor.web.WebSettings;

/** The administrator sees that there is no backup, makes one, and is told of a second folder that went away. */
class HealthBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};

    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private StationFixture station() {
        StationConfig usual = StationFixture.config(data, Double.POSITIVE_INFINITY);
        WebSettings pages = new WebSettings("127.0.0.1", 0, WebSettings.PAGES, WebSettings.TEXTS);
        return StationFixture.start(new StationConfig(
                        data, pages, false, 2, usual.graceSeconds(), usual.passwordCost(), usual.clock()))
                .withPeople();
    }

    @Test
    void theAdministratorKeepsTheStationWell() throws IOException {
        Path second = Files.createDirectory(elsewhere.resolve("usb"));
        PageLook look = new PageLook(List.of("人admin2", "人instructor"));
        try (StationFixture station = station();
                Browser browser = Browser.open(station.client().base(), SIZES[0][0], SIZES[0][1])) {
            station.run(station.as("s1"), TankLibrary.PRACTICE);
            browser.signIn("admin2", StationFixture.PASSWORD);
            browser.go("/health");
            browser.see("h1", "请留意");
            browser.see(".hxf", "还没有备份");
            browser.click(".hxb .btn.act", "立即备份");
            browser.see(".hxs [role=status]", "备份完成");
            browser.see("h1", "一切正常");
            look.look(browser, "health", SIZES, () -> {});
            browser.size(SIZES[0][0], SIZES[0][1]);
            browser.translate("zh");
            browser.type("#hx-second", second.toString());
            browser.click(".hxd .btn", "保存规定");
            browser.see(".hxs [role=status]", "已保存");
            browser.see(".hxb", "已复制到第二文件夹");
            Files.move(second, elsewhere.resolve("pocket"));
            browser.click(".hxb .btn.act", "立即备份");
            browser.see(".hxf .t1", "第二文件夹");
            browser.see("h1", "现在需要处理");
            look.look(browser, "health-trouble", SIZES, () -> {});
            browser.translate("zh");
            browser.type("#hx-refuseGigabytes", "900000");
            browser.click(".hxd .btn", "保存规定");
            browser.see(".hxs .wrong", "小于拒绝的空间");
        }
        assertThat(look.findings()).isEmpty();
    }
}
