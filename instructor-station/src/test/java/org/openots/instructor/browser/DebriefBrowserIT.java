package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationProcess;
import org.openots.instructor.tank.Await;

/** A run with a hidden fault and some innocent operations, debriefed by its teacher. */
class DebriefBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};
    private static final String FAULT = "A-F01";

    /** Model time in which the fault trips the heating, s, in two parts as the patience of a wait is 30 s. */
    private static final double[] LONG_ENOUGH = {150, 300};

    @TempDir
    private Path data;

    @Test
    void theTeacherSeesThatTheFaultDidIt() {
        try (StationProcess station = StationProcess.launch(data);
                Browser browser = Browser.open(station.url(), 1024, 768)) {
            Client teacher = station.as("teacher");
            Client student = station.as("s09");
            String run = troubled(student, teacher);
            student.post("/api/runs/" + run + "/causes", Map.of()).refused(403, "OTS-AUTH-005");
            student.get("/api/runs/" + run + "/causes").refused(403, "OTS-AUTH-005");
            browser.signIn("teacher", station.password("teacher"));
            JsonNode alarms = student.get("/api/runs/" + run + "/alarm-metrics")
                    .expect(200)
                    .json();
            assertThat(alarms.path("alarms").asInt()).isPositive();
            browser.go("/score/" + run);
            browser.see(
                    "header .cap[title^=EEMUA]", "报警 " + alarms.path("alarms").asInt() + " 次");
            browser.click("header a", "找原因");
            browser.see("h1", FAULT);
            assertThat(browser.text(".rk tbody tr")).contains(FAULT);
            PageLook look = new PageLook(station.names());
            look.look(browser, "debrief", SIZES, () -> {
                browser.go("/class");
                browser.go("/debrief/" + run);
                browser.see(".rk", FAULT);
                browser.await(
                        "the other curve",
                        () -> Boolean.TRUE.equals(browser.script("return [...document.querySelectorAll('.rn.b path')]"
                                + ".some((one) => one.getAttribute('d').length > 200);")));
            });
            browser.translate("zh");
            browser.click(".rk tr:nth-child(2) .btn", "看");
            browser.see(".rk tr:nth-child(2).sel", "操作");
            assertThat(look.findings()).isEmpty();
        }
    }

    /** Five minutes in which the cooling water fails and the trainee does what he always does. */
    private static String troubled(Client student, Client teacher) {
        String run = student.post("/api/my/runs", Map.of("task", "A-4"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        teacher.post("/api/runs/" + run + "/control", Map.of("action", "speed", "value", 20))
                .expect(200);
        student.operate(run, "FIC-701", "sp", 59).expect(200);
        student.operate(run, "TIC-701", "sp", 70).expect(200);
        teacher.post("/api/runs/" + run + "/faults", Map.of("fault", FAULT, "delayS", 60))
                .expect(201);
        student.operate(run, "LIC-702", "sp", 58).expect(200);
        // whose screen is open: a run of somebody who is gone is held
        student.socket("/ws/runs/" + run, new Frames());
        for (double end : LONG_ENOUGH) {
            Await.until("the incident is over", () -> time(teacher, run) > end);
        }
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
        return run;
    }

    private static double time(Client teacher, String run) {
        JsonNode tiles = teacher.get("/api/class").expect(200).json().path("tiles");
        for (JsonNode tile : tiles) {
            if (tile.path("runId").asText().equals(run)) {
                return tile.path("time").asDouble();
            }
        }
        return 0;
    }
}
