package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationProcess;

/** A page whose run or sign-in ended elsewhere says so and stops; it does not connect again for ever. */
class EndedRunBrowserIT {
    private static final String DIALOG = "[role=alertdialog]";

    @TempDir
    private static Path data;

    private static StationProcess station;

    @BeforeAll
    static void start() {
        station = StationProcess.launch(data);
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    /** The student at his browser with a run of A-4 on the screen. */
    private static String open(Browser browser, String account) {
        Client student = station.as(account);
        String run = student.post("/api/my/runs", Map.of("task", "A-4"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        browser.signIn(account, station.password(account));
        browser.go("/run/" + run + "/graphic");
        browser.see(".top .chip", "#");
        return run;
    }

    @Test
    void aRunThatTheTeacherClosedLeadsToItsScoreSheet() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            String run = open(browser, "s01");
            station.as("teacher").post("/api/runs/" + run + "/close", Map.of()).expect(200);
            browser.see(".msgs", "已结束");
            browser.await("the link to the sheet", () -> browser.has(".top a[href='/score/" + run + "']"));
            assertThat(browser.has(DIALOG)).isFalse();
            browser.go("/run/" + run + "/procedure");
            browser.see("aside .qrow", "FIC-701");
            assertThat(browser.has(DIALOG)).isFalse();
        }
    }

    @Test
    void anAccountThatSignedInElsewhereIsToldSo() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            open(browser, "s02");
            station.as("s02");
            browser.see(DIALOG, "你已在另一台电脑登录，此处停止");
            browser.translate("en");
            browser.see(DIALOG, "You signed in on another PC; this page has stopped");
            browser.click(DIALOG + " .btn");
            browser.await("the sign-in page", () -> browser.has("#account"));
        }
    }

    @Test
    void aStudentIsNotOfferedToUndoTheTeachersFreeze() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            String run = open(browser, "s03");
            browser.click(".top .run");
            browser.see(".pop", "冻结");
            station.as("teacher")
                    .post("/api/runs/" + run + "/control", Map.of("action", "freeze"))
                    .expect(200);
            browser.see(".pop .note", "老师已冻结运行");
            assertThat(browser.text(".pop")).doesNotContain("继续运行", "回退", "重新开始");
        }
    }
}
