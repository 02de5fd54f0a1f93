package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationProcess;
import org.openots.instructor.tank.Await;

/** Two runs with the same hidden fault, debriefed by their teacher and by a trainee, in the station and from disk. */
class DebriefBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};
    private static final String FAULT = "A-F01";
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** Model time in which the fault trips the heating, s, in two parts as the patience of a wait is 30 s. */
    private static final double[] LONG_ENOUGH = {150, 300};

    @TempDir
    private Path data;

    private StationProcess station;
    private Client teacher;
    private final List<String> runs = new ArrayList<>();

    @BeforeEach
    void twoRuns() {
        station = StationProcess.launch(data);
        teacher = station.as("teacher");
        runs.add(begin("s09", 60));
        runs.add(begin("s10", 90));
        for (double end : LONG_ENOUGH) {
            Await.until("the incidents are over", () -> runs.stream().allMatch(run -> time(run) > end));
        }
        station.as("s09").post("/api/runs/" + runs.get(0) + "/close", Map.of()).expect(200);
        station.as("s10").post("/api/runs/" + runs.get(1) + "/close", Map.of()).expect(200);
    }

    @AfterEach
    void stop() {
        station.close();
    }

    /** Five minutes in which the cooling water fails and the trainee does what he always does. */
    private String begin(String account, double faultAfter) {
        Client student = station.as(account);
        String run = student.post("/api/my/runs", Map.of("task", "A-4"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        teacher.post("/api/runs/" + run + "/control", Map.of("action", "speed", "value", 20))
                .expect(200);
        student.operate(run, "FIC-701", "sp", 59).expect(200);
        student.operate(run, "TIC-701", "sp", 70).expect(200);
        teacher.post("/api/runs/" + run + "/faults", Map.of("fault", FAULT, "delayS", faultAfter))
                .expect(201);
        student.operate(run, "LIC-702", "sp", 58).expect(200);
        // whose screen is open: a run of somebody who is gone is held
        student.socket("/ws/runs/" + run, new Frames());
        return run;
    }

    private double time(String run) {
        for (JsonNode tile : teacher.get("/api/class").expect(200).json().path("tiles")) {
            if (tile.path("runId").asText().equals(run)) {
                return tile.path("time").asDouble();
            }
        }
        return 0;
    }

    @Test
    void theTeacherSeesThatTheFaultDidItAndSetsARunBesideIt() throws IOException {
        String run = runs.get(0);
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            Client student = station.as("s09");
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
                curve(browser);
            });
            browser.translate("zh");
            browser.click(".rk tr:nth-child(2) .btn", "看");
            browser.see(".rk tr:nth-child(2).sel", "操作");
            look.look(browser, "debrief-times", SIZES, () -> {
                browser.go("/class");
                browser.go("/debrief/" + run + "/times");
                browser.see(".rk", FAULT);
                curve(browser);
            });
            compare(browser, look);
            byKeyboard(browser);
            packed(browser);
            assertThat(look.findings()).isEmpty();
        }
    }

    private static void curve(Browser browser) {
        browser.await(
                "the other curve",
                () -> Boolean.TRUE.equals(browser.script("return [...document.querySelectorAll('.rn.b path')]"
                        + ".some((one) => one.getAttribute('d').length > 200);")));
    }

    private void compare(Browser browser, PageLook look) {
        browser.translate("zh");
        browser.go("/debrief/" + runs.get(0) + "/with");
        browser.click(".ctl .btn", "选对照");
        browser.see(".dpk tbody tr", "对照");
        look.look(browser, "debrief-pick", SIZES, () -> {
            browser.go("/class");
            browser.go("/debrief/" + runs.get(0) + "/with");
            browser.click(".ctl .btn");
            browser.see(".dpk tbody tr td", "");
        });
        browser.translate("zh");
        browser.click(".dpk tbody .btn", "对照");
        look.look(browser, "debrief-compare", SIZES, () -> {
            browser.go("/class");
            browser.go("/debrief/" + runs.get(0) + "/" + runs.get(1));
            browser.see(".tls .sd.b", "");
            browser.await(
                    "both curves in every trend",
                    () -> Boolean.TRUE.equals(browser.script("const d = [...document.querySelectorAll('.trd')];"
                            + "return d.length === 3 && d.every((one) => [...one.querySelectorAll('path[stroke*=pen]')]"
                            + ".filter((p) => p.getAttribute('d').length > 100).length === 2);")));
        });
        browser.translate("zh");
        // by the fault's moment the marks of both faults stand at one place
        assertThat(browser.script("const x = [...document.querySelectorAll('.dln.fault a:first-of-type')]"
                        + ".map((a) => a.getBoundingClientRect().left); return Math.abs(x[0] - x[1]) < 1;"))
                .isEqualTo(true);
        browser.script("const s = document.querySelector('.ctl select'); s.value = '';"
                + "s.dispatchEvent(new Event('change'));");
        browser.await(
                "model time sets them apart",
                () -> Boolean.TRUE.equals(
                        browser.script("const x = [...document.querySelectorAll('.dln.fault a:first-of-type')]"
                                + ".map((a) => a.getBoundingClientRect().left); return Math.abs(x[0] - x[1]) > 20;")));
    }

    private void byKeyboard(Browser browser) {
        browser.script("document.querySelector('.dln.alarm a').focus();");
        String first = String.valueOf(browser.script("return document.activeElement.getAttribute('href');"));
        assertThat(first).startsWith("/class/" + runs.get(0) + "/");
        browser.script("document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
                + " {key: 'ArrowRight', bubbles: true}));");
        browser.script("document.querySelectorAll('.dln.fault')[1].querySelector('a').click();");
        browser.see(".thn", "00:01:3");
        browser.see(".mim .graphic", "");
    }

    /** The files: made while one waits, and the pages opened from disk. */
    private void packed(Browser browser) throws IOException {
        byte[] zip = made(teacher, runs.get(0), "zip");
        Files.write(PICTURES.resolve("debrief.pdf"), made(teacher, runs.get(0), "pdf"));
        Path folder = unpack(zip);
        browser.go("/debrief/" + runs.get(0) + "/with");
        browser.click("ots-debrief-export .btn", "网页包");
        browser.await(
                "the file is made", () -> browser.text("ots-debrief-export").contains("PDF"));
        try (Browser disk = Browser.recording("file://" + folder, 1024, 768)) {
            disk.go("/index.html");
            disk.see("h1", "复盘");
            disk.see("#causes", FAULT);
            String before = disk.text("#values tbody");
            disk.script("const r = document.querySelector('input[type=range]'); r.value = 20;"
                    + "r.dispatchEvent(new Event('input'));");
            disk.see("output", "00:00:20");
            assertThat(disk.text("#values tbody")).isNotEqualTo(before);
            disk.see("#alarms", "没有报警");
            disk.script("document.querySelector('.ln button.alarm').click();");
            disk.await("an alarm stands", () -> disk.text("#alarms").contains("未确认"));
            for (int[] size : SIZES) {
                for (String language : List.of("zh", "en")) {
                    disk.size(size[0], size[1]);
                    disk.script("if (document.documentElement.lang.slice(0, 2) !== '" + language
                            + "') document.querySelector('button.lang').click();");
                    disk.screenshot(PICTURES.resolve("debrief-pages-" + language + "-" + size[0] + ".png"));
                }
            }
            // the browser opens the folder itself first, and has something to say about its own list of files
            assertThat(disk.consoleErrors().stream().filter(error -> !error.contains("/unpacked/ ")))
                    .isEmpty();
            assertThat(disk.script("return performance.getEntriesByType('resource')"
                            + ".filter((one) => !one.name.startsWith('file:')).length;"))
                    .isEqualTo(0L);
        }
    }

    private static byte[] made(Client who, String run, String format) {
        String path = "/api/runs/" + run + "/debrief";
        String k = who.post(path, Map.of("format", format, "lang", "zh"))
                .expect(202)
                .json()
                .path("k")
                .asText();
        Await.until(
                "the file is made",
                () -> who.get(path + "/" + k)
                        .expect(200)
                        .json()
                        .path("state")
                        .asText()
                        .equals("done"));
        return who.bytes(path + "/" + k + "/file");
    }

    private Path unpack(byte[] zip) throws IOException {
        Path folder = Files.createDirectories(data.resolve("unpacked"));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), in.readAllBytes());
            }
        }
        return folder;
    }

    @Test
    void aTraineeReadsHisOwnRunAndNothingSecret() {
        String run = runs.get(0);
        Client student = station.as("s09");
        String own = new String(made(student, run, "data"), StandardCharsets.UTF_8);
        assertThat(own).contains("\"faults\":false").doesNotContain(FAULT, "interventions", "sha256");
        assertThat(new String(made(teacher, run, "data"), StandardCharsets.UTF_8))
                .contains(FAULT);
        student.post("/api/runs/" + runs.get(1) + "/debrief", Map.of("format", "data"))
                .refused(403, "OTS-AUTH-006");
        assertThat(student.get("/api/runs/" + run + "/comparable").expect(200).json())
                .isEmpty();
        PageLook look = new PageLook(station.names());
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("s09", station.password("s09"));
            browser.go("/score/" + run);
            browser.click("header a", "复盘");
            browser.see(".tls .sd.a", "");
            assertThat(browser.text(".tls")).doesNotContain("故障");
            look.look(browser, "debrief-own", SIZES, () -> {
                browser.go("/home");
                browser.go("/debrief/" + run + "/with");
                browser.see(".tls .sd.a", "");
            });
            browser.translate("zh");
            browser.click(".dln.alarm a");
            browser.see(".drpl .thn", "00:01:");
            look.look(browser, "debrief-replay", SIZES, () -> browser.see(".drpl .mim .graphic", ""));
            assertThat(look.findings()).isEmpty();
        }
    }
}
