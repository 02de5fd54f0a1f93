package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationProcess;
import org.openots.instructor.tank.Await;
import org.openqa.selenium.Keys;

/**
 * Every page at the smallest and the usual screen, in both languages: nothing overlaps, nothing is cut off, nothing is
 * untranslated, and the console is empty. The pictures go to target/screenshots.
 */
class PagesBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};
    private static final int[][] SMALL = {SIZES[0]};
    private static final int[][] PHONE = {{390, 844}};

    @TempDir
    private static Path data;

    private static StationProcess station;
    private static String run;
    private static String ended;
    private static String branch;
    private static final List<String> NAMES = new ArrayList<>(List.of("管理员"));

    private final PageLook pages = new PageLook(NAMES);

    @BeforeAll
    static void aClassAtWork() {
        station = StationProcess.launch(data);
        station.line()
                .path("accounts")
                .forEach(one -> NAMES.add(one.path("name").asText()));
        Client student = station.as("s07");
        ended = student.post("/api/my/runs", Map.of("task", "A-1"))
                .json()
                .path("id")
                .asText();
        student.operate(ended, "SW-701", "on", 0).expect(200);
        student.operate(ended, "HV-713", "position", 100).expect(200);
        student.operate(ended, "P-702A", "start", 0);
        student.post("/api/runs/" + ended + "/control", Map.of("action", "speed", "value", 20));
        past(student, ended, 60);
        student.post("/api/runs/" + ended + "/close", Map.of()).expect(200);
        branch = student.post("/api/runs/" + ended + "/branch", Map.of("time", 30))
                .expect(201)
                .json()
                .path("id")
                .asText();
        student.operate(branch, "HV-713", "position", 20).expect(200);
        student.post("/api/runs/" + branch + "/close", Map.of()).expect(200);
        run = student.post("/api/my/runs", Map.of("task", "A-4"))
                .json()
                .path("id")
                .asText();
        Client teacher = station.as("teacher");
        for (String fault : new String[] {"A-F05", "A-F01"}) {
            teacher.post("/api/runs/" + run + "/faults", Map.of("fault", fault, "severity", 1))
                    .expect(201);
        }
        student.post("/api/runs/" + run + "/control", Map.of("action", "speed", "value", 20));
        past(student, run, 100);
        student.operate(run, "P-702A.TRIP", "ack", 0).expect(200);
        teacher.post("/api/runs/" + run + "/control", Map.of("action", "freeze"))
                .expect(200);
        Client other = station.as("s02");
        other.post("/api/my/runs", Map.of("task", "A-1")).expect(201);
    }

    private static void past(Client student, String id, double seconds) {
        Await.until("model time " + seconds, () -> lastTime(student, id) > seconds);
    }

    private static double lastTime(Client student, String id) {
        var times =
                student.get("/api/runs/" + id + "/trend?tags=LIC-702").json().path("t");
        return times.isEmpty() ? 0 : times.get(times.size() - 1).asDouble();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private void look(Browser browser, String name) {
        look(browser, name, SIZES, () -> {});
    }

    /** A plate or a panel: it floats over the drawing on the small screen only. */
    private void lookAtPlate(Browser browser, String name) {
        look(browser, name, SMALL, () -> {});
    }

    private void look(Browser browser, String name, int[][] sizes, Runnable open) {
        pages.look(browser, name, sizes, open);
    }

    @Test
    void student() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            look(browser, "sign-in");
            browser.signIn("s07", station.password("s07"));
            look(browser, "home");
            for (String page : new String[] {"training", "history", "score/" + ended}) {
                browser.go("/" + page);
                browser.await(page, () -> browser.has("main h1"));
                look(browser, page.replaceAll("/.*", ""));
            }
            runPages(browser);
        }
        assertThat(pages.findings()).isEmpty();
    }

    private void runPages(Browser browser) {
        String address = "/run/" + run + "/";
        browser.go(address + "graphic");
        browser.see(".top .run", ":");
        look(browser, "graphic");
        browser.pick("FIC-702");
        look(browser, "plate-FIC-702");
        browser.size(1024, 768);
        for (String tag : new String[] {"P-702A", "HV-708", "E-703", "TI-702"}) {
            browser.pick(tag);
            browser.see(".over .fp header", tag);
            lookAtPlate(browser, "plate-" + tag);
        }
        look(browser, "plate-menu", SMALL, () -> {
            browser.pick("TIC-705");
            browser.click(".fp .ibtn");
        });
        look(browser, "run-menu", SIZES, () -> {
            if (!browser.has(".pop")) {
                browser.click(".top .run");
            }
        });
        browser.size(1024, 768);
        browser.click(".top .run");
        browser.gone(".pop");
        browser.click(".strip .btn[aria-expanded]");
        look(browser, "procedure-fold");
        fieldTicket(browser, address);
        for (String tab : new String[] {"field", "trends", "alarms", "interlocks", "procedure"}) {
            browser.go(address + tab);
            browser.see(".top .run", ":");
            look(browser, tab);
        }
        browser.go(address + "field");
        browser.see(".top .run", ":");
        browser.pick("LOG");
        look(browser, "field-LOG");
        browser.size(1024, 768);
        for (String tag : List.of("PPE", "AT-703", "S-FEED", "CP-01", "REPORT", "HV-708", "SW-701", "ESD-701")) {
            browser.pick(tag);
            browser.await(
                    tag, () -> browser.has("svg.graphic .sel[data-tag='" + tag + "']") && browser.has(".over .fp"));
            lookAtPlate(browser, "field-" + tag);
        }
        browser.click(".strip .call");
        browser.await("radio", () -> browser.has(".over .fp label.col"));
        lookAtPlate(browser, "field-RADIO");
    }

    /** By keyboard only: the ticket, how long it is good, what to type; a new one; and the way to the page that does the same. */
    private void fieldTicket(Browser browser, String address) {
        browser.go(address + "graphic");
        browser.see(".top .run", ":");
        look(browser, "field3d", SIZES, () -> {
            if (!browser.has("dialog.modal")) {
                browser.script("document.querySelector('.t3d').focus()");
                browser.press(Keys.ENTER);
                browser.await("ticket", () -> browser.text(".digits b").matches("\\d{4} \\d{4}"));
            }
        });
        String first = browser.text(".digits b");
        assertThat(browser.text(".f3d")).contains("--ticket " + first.replace(" ", ""));
        browser.press(Keys.ESCAPE);
        browser.gone("dialog.modal");
        browser.press(Keys.ENTER);
        browser.await("another", () -> browser.text(".digits b").matches("\\d{4} \\d{4}"));
        assertThat(browser.text(".digits b")).isNotEqualTo(first);
        browser.click("[data-act=flat]");
        browser.gone("dialog.modal");
        assertThat(browser.path()).isEqualTo(address + "field");
    }

    @Test
    void instructor() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("teacher", station.password("teacher"));
            browser.see("main h1", "");
            look(browser, "wall");
            browser.click("ots-class-task button");
            browser.see(".ask", "A-1");
            lookAtPlate(browser, "class-task");
            browser.press(Keys.ESCAPE);
            browser.gone("dialog.modal");
            browser.go("/class/" + run);
            browser.see(".fr", "F05");
            look(browser, "trainee");
            browser.click(".fr", "F05");
            look(browser, "trainee-fault");
            runControl(browser);
            browser.click(".oh .seg button:nth-child(2)");
            look(browser, "trainee-score");
            browser.go("/run/" + run + "/graphic");
            browser.see(".top .run", ":");
            look(browser, "observer");
            browser.go("/score/" + branch);
            browser.await("the mark of a branch", () -> browser.has(".hd .tagc"));
            look(browser, "teacher-score");
            browser.go("/class/" + ended + "/40");
            browser.await("the picture of then", () -> browser.has(".mim.then"));
            look(browser, "trainee-ended", SMALL, () -> {});
            browser.click(".rc .btn:last-child");
            browser.click(".ask .btn.act");
            browser.await("the mark of a branch", () -> browser.has(".brn"));
            look(browser, "trainee-branch", SMALL, () -> {});
            browser.go("/class");
            browser.click(".brs a");
            browser.click(".oh a + button");
            browser.click(".ask .btn.danger");
            browser.await("the class", () -> browser.has(".wgr") && !browser.has(".brs"));
            browser.go("/rig");
            browser.await("the rig", () -> browser.has("ots-rig main h1"));
            look(browser, "rig-off");
        }
        assertThat(pages.findings()).isEmpty();
    }

    /** The way back by the keyboard, a named snapshot, the two lists, the other hands of the teacher. */
    private void runControl(Browser browser) {
        browser.translate("zh");
        browser.click(".rc .btn", "快照");
        browser.type("#snapshot-name", "pre-F05");
        browser.click(".ask .btn.act");
        browser.await("the snapshot in the list", () -> browser.has(".nmd"));
        browser.script("document.querySelector('.rib').focus(); return '';");
        browser.press(Keys.HOME);
        browser.press(Keys.PAGE_UP);
        browser.await("the picture of then", () -> browser.has(".mim.then"));
        browser.see(".thn", "00:01:00");
        look(browser, "trainee-back");
        browser.click(".inj .it .btn:nth-child(2)");
        browser.click(".fr", "TI-702");
        browser.select("#kind", "bias");
        lookAtPlate(browser, "trainee-instrument");
        browser.click(".inj .it .btn:nth-child(3)");
        browser.click(".fr", "HV-713");
        lookAtPlate(browser, "trainee-field");
        browser.click(".inj .it .btn:nth-child(1)");
        browser.click(".oh .seg button:nth-child(3)");
        browser.see(".evl", "F05");
        lookAtPlate(browser, "trainee-events");
        browser.click(".oh .seg button:nth-child(4)");
        browser.see(".evl", "F05");
        lookAtPlate(browser, "trainee-log");
        browser.press(Keys.ESCAPE);
    }

    @Test
    void theTeachersPhone() {
        try (Browser browser = Browser.open(station.url(), 390, 844)) {
            browser.signIn("teacher", station.password("teacher"));
            browser.go("/#/phone");
            browser.click(".seats button", "07");
            browser.see(".fs", "F06");
            browser.click(".fs button", "F06");
            look(browser, "phone", PHONE, () -> {});
            browser.script("const b = document.querySelector('.hold');"
                    + " b.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true})); return '';");
            browser.see(".pst", "F06");
            browser.see(".snt", "F06");
            look(browser, "phone-sent", PHONE, () -> {});
            browser.translate("zh");
            browser.click("header .btn", "遮住");
            browser.await("nothing to read", () -> browser.has(".phc") && !browser.has(".ph"));
            browser.click(".phc");
            browser.click(".phc");
            browser.await("the page again", () -> browser.has(".ph"));
            browser.script("const b = document.querySelector('.hold');"
                    + " b.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));"
                    + " b.dispatchEvent(new PointerEvent('pointerup', {bubbles: true})); return '';");
            assertThat(browser.has(".hold.on")).isFalse();
        }
        assertThat(pages.findings()).isEmpty();
    }

    @Test
    void administrator() {
        try (Browser browser = Browser.open(station.url(), 1024, 768)) {
            browser.signIn("admin", station.password("admin"));
            browser.see("tbody", "s07");
            look(browser, "people-admin");
        }
        assertThat(pages.findings()).isEmpty();
    }

    @Test
    void peopleOfTheExaminations() {
        for (String account : List.of("assessor", "officer")) {
            try (Browser browser = Browser.open(station.url(), 1024, 768)) {
                browser.signIn(account, station.password(account));
                browser.see("main p", "考务员");
                look(browser, "exams-" + account);
            }
        }
        assertThat(pages.findings()).isEmpty();
    }
}
