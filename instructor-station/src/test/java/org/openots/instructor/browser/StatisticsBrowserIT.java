package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.StationProcess;
import org.openots.instructor.statistics.ScoredClass;

/** The statistics of a class as its teacher sees them. */
class StatisticsBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};

    @TempDir
    private Path data;

    @Test
    void theTeacherSeesWhereTheClassLosesPoints() {
        List<String> accounts =
                IntStream.rangeClosed(1, 30).mapToObj("s%02d"::formatted).toList();
        try (StationProcess station = StationProcess.launch(data);
                Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("teacher", station.password("teacher"));
            browser.go("/statistics");
            browser.see("h2", "还没有成绩");
            ScoredClass.fill(data, accounts, 7);
            PageLook look = new PageLook(station.names());
            look.look(browser, "statistics", SIZES, () -> {
                browser.go("/class");
                browser.go("/statistics");
                browser.see(".heat", "Q1");
            });
            browser.translate("zh");
            browser.see("h1", "人没拿满");
            browser.see("aside", "α = ");
            assertThat(((Number) browser.script("return document.querySelectorAll('.heat tbody tr').length"))
                            .intValue())
                    .isEqualTo(30);
            browser.click(".colb", "5");
            browser.see(".itm h2", "第 5 项");
            browser.click(".seg .btn", "第一次");
            browser.see(".seg .on", "第一次");
            assertThat(look.findings()).isEmpty();
        }
    }
}
