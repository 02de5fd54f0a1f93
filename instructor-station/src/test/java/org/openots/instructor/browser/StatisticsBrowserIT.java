package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
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

    @Test
    void subjectsSkillsAndWhatComesNext() {
        List<String> accounts =
                IntStream.rangeClosed(1, 30).mapToObj("s%02d"::formatted).toList();
        try (StationProcess station = StationProcess.launch(data);
                Browser browser = Browser.open(station.url(), 1024, 768)) {
            long day = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();
            int at = 0;
            for (String task : List.of("A-5", "A-1", "R-15", "A-2", "R-18", "A-4")) {
                ScoredClass.fill(data, task, accounts.subList(0, 30 - at), 11 + at, day + at * 86_400_000L);
                at++;
            }
            PageLook look = new PageLook(station.names());
            browser.signIn("teacher", station.password("teacher"));
            look.look(browser, "subjects", SIZES, () -> {
                browser.go("/strategy");
                browser.go("/subjects");
                browser.see("table", "R-09");
                browser.click("[data-task='A-5']", "A-5");
                browser.see("aside", "70");
            });
            look.look(browser, "subjects-HA", SIZES, () -> {
                browser.click(".seg .btn", "HAZOP");
                browser.see("table", "LOPA");
            });
            look.look(browser, "skills", SIZES, () -> {
                browser.go("/class");
                browser.go("/skills");
                browser.see(".heat", "9");
                browser.click(".colb", "6");
                browser.see("aside", "PID");
            });
            browser.translate("zh");
            browser.click(".skn .btn", "");
            browser.see("dialog", "");
            student(station, look);
            assertThat(look.findings()).isEmpty();
        }
    }

    private static void student(StationProcess station, PageLook look) {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s01", station.password("s01"));
            look.look(browser, "next", SIZES, () -> {
                browser.go("/history");
                browser.go("/home");
                browser.see(".next", "%");
            });
            look.look(browser, "skills-mine", SIZES, () -> {
                browser.go("/home");
                browser.go("/skills");
                browser.see("aside", "%");
            });
            look.look(browser, "training", SIZES, () -> {
                browser.go("/home");
                browser.go("/training");
                browser.see(".trf", "9");
            });
        }
    }
}
