package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationProcess;

/**
 * What the field operator does beside turning valves, on the field page: he dresses, reports check points, locks a valve and a pump,
 * and calls the board, who reads it on the page of the loops.
 */
class FieldWorkBrowserIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    private Path data;

    @Test
    void pointsAreReportedDevicesLockedAndTheBoardIsCalled() {
        try (StationProcess station = StationProcess.launch(data);
                Browser field = Browser.open(station.url(), 1920, 1080);
                Browser board = Browser.open(station.url(), 1024, 768)) {
            Client student = station.as("s07");
            String run = student.post("/api/my/runs", Map.of("task", "A-4"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            // as the 3D field station opens it on a computer where nobody is signed in
            field.go("/run/" + run + "/field");
            field.signIn("s07", station.password("s07"));
            field.see(".top .run", ":");
            dress(field);
            reportPoints(field);
            lock(field);
            dressed(field);
            board.signIn("teacher", station.password("teacher"));
            board.go("/run/" + run + "/graphic");
            board.see(".top .run", ":");
            call(field, board);
            ask(field, run);
            // signing in anew, as the browser has taken the account over
            String events = station.as("s07")
                    .get("/api/runs/" + run + "/events")
                    .expect(200)
                    .body();
            assertThat(events).contains("PPE", "\"kind\":\"radio\"", "P-702B", "Board, P-702B is locked and tagged");
        }
    }

    /** What he puts on is wrong; the run began with the right set on. */
    private static void dress(Browser field) {
        field.click(".side .ftask", "防护用品");
        field.see(".side .fp header", "防护用品");
        field.see(".side .fp .ln b", "已穿戴");
        field.click(".side .fp .ticks label", "防尘口罩");
        field.click(".side .fp .btn", "穿戴 1 件");
    }

    /** The page says that something is on, and leaves the rest to the score. */
    private static void dressed(Browser field) {
        field.click(".side .ftask", "防护用品");
        field.see(".side .fp header", "防护用品");
        assertThat(field.text(".side .fp .ln b")).isEqualTo("已穿戴");
        field.screenshot(PICTURES.resolve("field-work-dressed.png"));
    }

    private static void reportPoints(Browser field) {
        field.pick("CP-07");
        field.see(".side .fp header", "CP-07");
        field.select(".side .fp label.col select", "guard");
        field.click(".side .fp .btn", "上报缺陷");
        field.see(".side .fp .ln b", "已上报：护罩缺失或松脱");
        field.screenshot(PICTURES.resolve("field-work-check.png"));
        field.pick("CP-02");
        field.see(".side .fp header", "CP-02");
        field.click(".side .fp .btn", "报正常");
        field.see(".side .fp .ln b", "已上报：正常");
    }

    private static void lock(Browser field) {
        field.pick("P-702A");
        field.see(".side .fp header", "P-702A");
        field.click(".side .fp .btn", "上锁");
        field.see(".side .fp", "不能上锁");
        field.pick("P-702B");
        field.see(".side .fp header", "P-702B");
        field.click(".side .fp .btn", "上锁");
        field.see(".side .fp .dst", "已上锁");
        field.click(".side .fp .btn", "挂牌");
        field.see(".side .fp .dst", "已上锁挂牌");
        field.click(".side .fp .btn", "启动");
        field.see(".side .fp", "已上锁，不能操作或启动");
        field.screenshot(PICTURES.resolve("field-work-lock.png"));
    }

    private static void call(Browser field, Browser board) {
        field.click(".side .ftask", "对讲机");
        field.see(".side .fp header", "对讲机");
        field.select(".side .fp label.col select", "locked");
        field.select(".side .fp label.col + label.col select", "P-702B");
        field.click(".side .fp .btn", "呼叫");
        field.see(".side .fp .ticks", "中控，P-702B 已上锁挂牌");
        field.screenshot(PICTURES.resolve("field-work-radio.png"));
        board.see(".msgs .radio", "中控，P-702B 已上锁挂牌");
        board.screenshot(PICTURES.resolve("field-work-board.png"));
        board.click(".msgs .radio .btn");
        board.gone(".msgs .radio");
        assertThat(board.has(".call")).as("who watches does not call").isFalse();
    }

    /** The same student at the board, who asks the field for something. */
    private static void ask(Browser board, String run) {
        board.go("/run/" + run + "/graphic");
        board.see(".top .run", ":");
        board.click(".top .call");
        board.see(".side .fp header", "对讲机");
        board.select(".side .fp label.col select", "please-open");
        board.select(".side .fp label.col + label.col select", "HV-708");
        board.click(".side .fp .btn.act", "呼叫");
        board.see(".side .fp .ticks", "外操，请打开 HV-708");
        board.screenshot(PICTURES.resolve("field-work-answer.png"));
    }
}
