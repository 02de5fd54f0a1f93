package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.StationProcess;

/**
 * One lesson with two people at two browsers and the station as it ships. The student begins the cold start A-1 by hand
 * and fills the sump; the instructor injects A-F05, the failure of reflux pump A. In a plant that has just been charged
 * the reflux pumps are at rest and the drum is empty: the first condensate comes after some 40 minutes of model time, and
 * a pump started before that trips on low level. So the same student then takes over the running plant, where the
 * same fault stops the pump and he has to start P-702B. Both see the score.
 *
 * <p>Everything that either browser receives is kept: the fault is in what the instructor received, which shows that the
 * search finds it, and in nothing that the student received.
 */
class LessonBrowserIT {
    private static final String STUDENT = "s07";
    private static final String FAULT = "A-F05";
    private static final Pattern ANY_FAULT = Pattern.compile("\\bA-F\\d\\d\\b");
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    private Path data;

    @Test
    void aHiddenFaultIsMetWithTheStandbyPumpAndScored() {
        try (StationProcess station = StationProcess.launch(data);
                Browser student = Browser.recording(station.url(), 1024, 768);
                Browser teacher = Browser.recording(station.url(), 1024, 768)) {
            student.signIn(STUDENT, station.password(STUDENT));
            teacher.signIn("teacher", station.password("teacher"));

            begin(student, "A-1");
            chargeTheSump(student);
            openTrainee(teacher);
            inject(teacher);
            assertThat(student.reading("LIC-702")).isPositive();
            finish(student);
            assertThat(lossesWithEvidence(student)).isPositive();

            student.click("header nav a[href='/home']");
            begin(student, "A-4");
            teacher.click("a[href='/class']");
            openTrainee(teacher);
            inject(teacher);
            startTheStandbyPump(student);
            speed(student, 20);
            student.await(
                    "two minutes of model time", () -> student.text(".top .run").contains("00:02:"));
            teacher.click(".oh .seg button:nth-child(2)");
            finish(student);
            bothSeeTheScore(student, teacher);
            compareWhatWasReceived(station, student, teacher);
            assertThat(problems(student)).isEmpty();
            assertThat(problems(teacher)).isEmpty();
        }
    }

    /** From the list of tasks on the student's first page. */
    private static void begin(Browser student, String task) {
        // what is offered on top follows from what he can do already
        student.await("the next thing to do", () -> student.has(".next .go .btn.act"));
        student.clickInRow(".task", task, "button");
        student.see(".strip", task);
    }

    private static void field(Browser student, String tag, String button) {
        if (!student.has(".tabs a[href$='/field'][aria-current=page]")) {
            student.click(".tabs a[href$='/field']");
        }
        student.tap(tag);
        student.see(".over .fp header", tag);
        student.click(".over .fp .btn", button);
    }

    private static void graphic(Browser student) {
        student.click(".tabs a[href$='/graphic']");
        student.await("value tiles", () -> student.has("svg.graphic .tile"));
    }

    private static void chargeTheSump(Browser student) {
        field(student, "SW-701", "合");
        field(student, "SW-702", "合");
        for (String valve : new String[] {"HV-701", "HV-702", "HV-705"}) {
            field(student, valve, "全开");
        }
        graphic(student);
        student.tap("FIC-701");
        student.see(".over .fp header", "FIC-701");
        student.type(".over .fp .opline .field", "100\n");
        student.tap("P-701");
        student.see(".over .fp header", "P-701");
        student.click(".over .fp .btn", "启动");
        student.click(".over .fp header .btn:last-child");
        double before = student.reading("LIC-702");
        speed(student, 20);
        student.await("LIC-702 rises", () -> student.reading("LIC-702") > before + 2);
        student.screenshot(PICTURES.resolve("lesson-charging.png"));
    }

    private static void speed(Browser student, int factor) {
        student.click(".top .run");
        student.click(".pop .seg .btn", "\u00d7" + factor);
        student.see(".top .run b", "\u00d7" + factor);
        student.click(".top .run");
        student.gone(".pop");
    }

    private static void finish(Browser student) {
        student.click(".top .run");
        student.click(".pop .btn", "结束");
        student.click(".ask .btn", "结束");
        student.await("score sheet", () -> student.has(".huge") && student.has(".ll tbody tr"));
    }

    private static void openTrainee(Browser teacher) {
        teacher.await("the student's seat", () -> teacher.has("a[href^='/class/']"));
        teacher.click("a[href^='/class/']");
        teacher.await("his graphic", () -> teacher.has("svg.graphic .tile"));
    }

    private static void inject(Browser teacher) {
        teacher.type(".is input", FAULT);
        teacher.click(".fr", "回流泵 A 故障");
        teacher.type("#ramp", "0");
        teacher.click(".fform .btn.act");
        teacher.see(".fact", "回流泵 A 故障");
    }

    private static void startTheStandbyPump(Browser student) {
        student.see(".alarm", "P-702A");
        student.await("no reflux", () -> student.reading("FIC-702") < 1);
        student.tap("P-702A");
        student.see(".over .fp header", "P-702A");
        student.click(".over .fp .btn", "启动");
        student.see(".over .fp .wrong", "P-702A");
        field(student, "HV-708", "全开");
        graphic(student);
        student.tap("P-702B");
        student.see(".over .fp header", "P-702B");
        student.click(".over .fp .btn", "启动");
        field(student, "HV-709", "全开");
        graphic(student);
        student.await("reflux is back", () -> student.reading("FIC-702") > 20);
        student.screenshot(PICTURES.resolve("lesson-standby-pump.png"));
    }

    /** Losses on the sheet whose evidence names a tag; the page shows the evidence of the one that is clicked. */
    private static int lossesWithEvidence(Browser browser) {
        int proven = 0;
        for (int row = 1; browser.has(".ll tbody tr:nth-child(" + row + ") button") && proven < 3; row++) {
            browser.click(".ll tbody tr:nth-child(" + row + ") button");
            proven += browser.text(".ev dl").matches("(?s).*证据\\s+[A-Z]+-\\d+.*") ? 1 : 0;
        }
        return proven;
    }

    private static void bothSeeTheScore(Browser student, Browser teacher) {
        assertThat(lossesWithEvidence(student)).isPositive();
        String total = student.text(".huge");
        student.screenshot(PICTURES.resolve("lesson-score.png"));
        teacher.click(".vw a[href^='/score/']");
        teacher.await("score sheet", () -> teacher.has(".huge") && teacher.has(".ll tbody tr"));
        assertThat(teacher.path()).isEqualTo(student.path());
        assertThat(teacher.text(".huge")).isEqualTo(total);
        assertThat(lossesWithEvidence(teacher)).isPositive();
        // the words of the other language come over the wire too
        student.language("en");
        student.see(".hd", "Total");
        teacher.language("en");
        teacher.see(".hd", "Total");
    }

    private static void compareWhatWasReceived(StationProcess station, Browser student, Browser teacher) {
        List<String> secrets = new ArrayList<>(List.of(FAULT));
        for (JsonNode fault : station.as("teacher")
                .get("/api/plants/ethanol-water-rig/faults")
                .expect(200)
                .json()) {
            if (fault.path("id").asText().equals(FAULT)) {
                for (String field : new String[] {"title", "text", "response"}) {
                    secrets.add(fault.path(field).path("zh").asText());
                    secrets.add(fault.path(field).path("en").asText());
                }
            }
        }
        assertThat(secrets).hasSize(7).doesNotContain("");
        Received his = student.received();
        assertThat(his.unread()).as("every body was read").isEmpty();
        assertThat(his.frames()).isGreaterThan(30);
        assertThat(his.urls())
                .anyMatch(url -> url.endsWith("/js/main.js"))
                .anyMatch(url -> url.endsWith("/i18n/zh-CN.json"))
                .anyMatch(url -> url.endsWith("/i18n/en.json"))
                .anyMatch(url -> url.endsWith("/api/plants/ethanol-water-rig"))
                .anyMatch(url -> url.endsWith("/commands"))
                .anyMatch(url -> url.endsWith("/score"));
        assertThat(his.text()).contains("P-702A", "LIC-702", "回流泵B").doesNotContain("HIDDEN.");
        Received hers = teacher.received();
        assertThat(hers.text()).contains(secrets).contains("HIDDEN.CHECK.");
        assertThat(secrets.stream().filter(his.text()::contains)).isEmpty();
        assertThat(ANY_FAULT.matcher(his.text()).results().map(result -> result.group()))
                .isEmpty();
    }

    /** Errors on the console but those of the browser itself about answers that are meant: not signed in, refused. */
    private static List<String> problems(Browser browser) {
        return browser.consoleErrors().stream()
                .filter(error -> !error.contains("/api/me - Failed to load resource"))
                .filter(error -> !(error.contains("/commands - Failed to load resource") && error.contains("409")))
                .toList();
    }
}
