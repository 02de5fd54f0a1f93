package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationConfig;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.hazop.PlayRow;
import org.openots.instructor.hazop.PlayStationMain;
import org.openots.instructor.web.WebSettings;
import org.openqa.selenium.Keys;

/**
 * A trainee has the scenario of his drill played without a safeguard, reads off what is reached and writes the note; the
 * score comes from the record in the journal of his run.
 */
class DrillTrialBrowserIT {
    private static final String DRILL = "M1-A-S2";
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};

    /** Model time goes so much faster than the clock, on top of the highest speed of a drill. */
    private static final long FASTER = 10;

    @TempDir
    private static Path data;

    private static StationConfig fast() {
        StationConfig usual = StationFixture.config(data, Double.POSITIVE_INFINITY);
        return new StationConfig(
                usual.data(),
                new WebSettings("127.0.0.1", 0, WebSettings.PAGES, WebSettings.TEXTS),
                usual.demo(),
                usual.workers(),
                usual.graceSeconds(),
                usual.passwordCost(),
                () -> System.nanoTime() * FASTER);
    }

    private static Client.Answer answer(Client student, String run, String verb, double value) {
        Map<String, Object> body = Map.of(
                "cid", UUID.randomUUID().toString(), "target", "DRILL", "verb", verb, "value", value, "text", "");
        return student.post("/api/runs/" + run + "/commands", body);
    }

    private static int number(JsonNode drill, String part, String words) {
        JsonNode options = drill.path("parts").path(part).path("options");
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).path("zh").asText().contains(words)) {
                return i + 1;
            }
        }
        throw new AssertionError("no option of " + part + " says " + words);
    }

    private static double earned(JsonNode sheet, String part) {
        for (JsonNode step : sheet.path("steps")) {
            if (step.path("id").asText().equals(part)) {
                return step.path("earned").asDouble();
            }
        }
        throw new AssertionError("the sheet has no part " + part);
    }

    /** Plays the scenario without the chosen safeguard, tells what is reached and an interlock of the note. */
    private static void proveAndNote(Browser browser, PageLook pages) {
        browser.click(".dpt .btn", "演示去掉所选措施");
        PlayRow.until(() -> browser.has(".rpg canvas"));
        browser.await(
                "drawn",
                () -> browser.script("return document.querySelector('ots-trial-play').now === 1")
                        .equals(true));
        pages.look(browser, "drill-trial", SIZES, () -> {});
        browser.press(Keys.ESCAPE);
        browser.await("closed", () -> !browser.has(".rpl"));
        browser.translate("zh");
        browser.see(".dpt", "已演示并记录");
        browser.click(".dpo button:not([disabled])", "AT-703A");
        browser.click(".dpo button", "没有联锁动作");
        browser.await(
                "told",
                () -> browser.script("return document.querySelectorAll('.dpo button[aria-pressed=\"true\"]').length")
                        .equals(6L));
        browser.script("document.querySelector('.dpt input').scrollIntoView()");
        pages.look(browser, "drill-note", SIZES, () -> {});
    }

    /** Begins the drill and lets its faults come. */
    private static String begin(StationFixture station, Client student, double from) {
        String run = student.post("/api/my/drills", Map.of("drill", DRILL))
                .expect(201)
                .json()
                .path("id")
                .asText();
        String control = "/api/runs/" + run + "/control";
        student.post(control, Map.of("action", "speed", "value", 5)).expect(200);
        PlayRow.until(() -> station.station().host().observe(run).time() >= from);
        // a run stands still at its time limit: the rest of it is for the page
        student.post(control, Map.of("action", "speed", "value", 1)).expect(200);
        return run;
    }

    @Test
    void aSafeguardIsProvedByTakingItAway() {
        PageLook pages = new PageLook(List.of("人s1"));
        try (StationFixture station =
                StationFixture.start(fast(), PlayStationMain.content()).withPeople()) {
            Client student = station.as("s1");
            JsonNode drill = student.get("/api/drills/" + DRILL).expect(200).json();
            String run = begin(station, student, drill.path("trialFromS").asDouble());
            Map<String, Object> guard = Map.of("safeguard", number(drill, "safeguard", "I-08"));
            String trials = "/api/runs/" + run + "/trials";
            student.post(trials, guard).refused(409, "OTS-PLAY-010");
            answer(student, run, "deviation", number(drill, "deviation", "密闭性")).expect(200);
            answer(student, run, "cause", number(drill, "cause", "塔顶法兰泄漏")).expect(200);
            answer(student, run, "decision", 2).expect(200);
            answer(student, run, "safeguard", number(drill, "safeguard", "I-08"))
                    .expect(200);
            String url = "http://127.0.0.1:" + station.address().port();
            try (Browser browser = Browser.open(url, 1024, 768)) {
                browser.signIn("s1", StationFixture.PASSWORD);
                browser.go("/run/" + run + "/drill");
                proveAndNote(browser, pages);
                assertThat(browser.consoleErrors()).isEmpty();
            }
            scored(station.as("s1"), run, guard);
        }
        assertThat(pages.findings()).isEmpty();
    }

    /** The score follows from the record, and nothing secret reached the student before the end. */
    private static void scored(Client student, String run, Map<String, Object> guard) {
        // what he said of the scenario before he saw it stands
        answer(student, run, "decision", 1).expect(200);
        String play = student.post("/api/runs/" + run + "/trials", guard)
                .expect(202)
                .json()
                .path("id")
                .asText();
        PlayRow.until(() -> student.get("/api/plays/" + play).json().has("result"));
        student.get("/api/runs/" + run + "/events").expect(200);
        assertThat(student.received())
                .contains("AT-703A")
                .doesNotContain("A-F16")
                .doesNotContain("at703-hh")
                .doesNotContain("gained");
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
        JsonNode sheet = student.get("/api/runs/" + run + "/score").expect(200).json();
        assertThat(earned(sheet, "safeguard")).isEqualTo(4);
        assertThat(earned(sheet, "limit")).isEqualTo(4);
        assertThat(earned(sheet, "decision")).isEqualTo(4);
    }
}
