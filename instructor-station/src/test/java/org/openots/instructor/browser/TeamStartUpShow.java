package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.CommandLineRun;
import org.openots.instructor.app.StationProcess;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;

/**
 * The cold start A-1 by two people on one run: the field operator in the 3D field station, the board operator at the pages of the
 * browser, who hear of each other on the radio. Station, field station and browser are processes of their own, as in a class. It
 * takes half an hour and is not part of the suite: {@code openots test --team} runs it. What it shows is in
 * {@code docs/field-team.md}; its record goes to {@code target/team}.
 */
class TeamStartUpShow {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");
    private static final Path OUT = Path.of("target", "team");
    private static final String PLANT = "ethanol-water-rig";

    /** Model seconds a second while somebody works in the plant, while the board works, and while both wait. */
    private static final double WORKING = 2;

    private static final double OPERATING = 5;

    private static final double WAITING = 20;

    /** Steps of the board in which the process has its time and nothing is done but to trim it. */
    private static final Set<String> PATIENT = Set.of(
            "charge",
            "boil",
            "total-reflux",
            "sample-top",
            "preheated",
            "strip",
            "cascade-drum-set",
            "settle",
            "sample-end",
            "keep");

    /** Longest time of the show. */
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(60);

    private static final long REST_MILLIS = 60;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path data;

    private final long began = System.nanoTime();
    private final ConcurrentLinkedQueue<String> pictures = new ConcurrentLinkedQueue<>();
    private double speed = 1;

    @Test
    void aColdStartByFieldAndBoard() {
        String run;
        double told;
        try (StationProcess station = StationProcess.launch(data);
                Browser browser = Browser.open(station.url(), 1600, 900);
                PrintStream log = log("log.txt")) {
            run = start(station);
            browser.signIn("s07", station.password("s07"));
            browser.go("/run/" + run + "/graphic");
            browser.see(".top .run", ":");
            play(station, browser, run, log);
            told = score(browser, run);
        }
        judge(run, told);
    }

    private static String start(StationProcess station) {
        return station.as("s07")
                .post("/api/my/runs", Map.of("task", "A-1"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static PrintStream log(String name) {
        try {
            Files.createDirectories(OUT);
            return new PrintStream(Files.newOutputStream(OUT.resolve(name)), true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ticket, as somebody reads it out at the page. */
    private static String ticket(Browser browser) {
        browser.click(".t3d");
        browser.await("ticket", () -> browser.text(".digits b").matches("\\d{4} \\d{4}"));
        String ticket = browser.text(".digits b").replace(" ", "");
        browser.screenshot(OUT.resolve("team-00-board.png"));
        browser.press(org.openqa.selenium.Keys.ESCAPE);
        browser.gone("dialog.modal");
        return ticket;
    }

    private void play(StationProcess station, Browser browser, String run, PrintStream log) {
        PlantPack pack = PlantPack.shipped(PLANT);
        BoardOperator board = new BoardOperator(
                browser,
                new PlantEngine(pack, pack.initialCondition("cold"), 1).signals(),
                EXAMPLES.resolve("board-A-1.json"),
                text -> log.println(stamp() + " board  " + text));
        List<String> options = List.of("--off-screen", "--size", "1280x720", "--preset", "medium");
        FieldSeat.Play play = new FieldSeat.Play(
                station.url(), ticket(browser), EXAMPLES.resolve("field-A-1.json"), OUT, options, Map.of());
        try (FieldSeat field = FieldSeat.start(play, report -> heard(report, log))) {
            Client teacher = station.as("teacher");
            while (!board.finished()) {
                assertThat(System.nanoTime() - began)
                        .as("time of the show, ns; board %s, field %s".formatted(board.step(), field.step()))
                        .isLessThan(LONGEST_NANOS);
                field.check();
                board.work();
                String picture = pictures.poll();
                if (picture != null) {
                    browser.screenshot(OUT.resolve(picture.replace("field", "board") + ".png"));
                }
                boolean patient = PATIENT.contains(board.step()) && !board.busy();
                pace(teacher, run, !field.waits() ? WORKING : patient ? WAITING : OPERATING);
                rest();
            }
            assertThat(field.over()).as("the field has done everything too").isTrue();
        }
    }

    /** For the log, and to have a picture of the board at the moments of those of the field. */
    private void heard(JsonNode report, PrintStream log) {
        log.println(stamp() + " field  " + report);
        String words = report.path("words").asText();
        if (words.startsWith("picture ")) {
            pictures.add(words.substring("picture ".length()));
        }
    }

    private String stamp() {
        return String.format(Locale.ROOT, "%7.1f s", (System.nanoTime() - began) * 1e-9);
    }

    /** The instructor lets time run faster while both wait. */
    private void pace(Client teacher, String run, double wanted) {
        if (wanted != speed) {
            teacher.post("/api/runs/" + run + "/control", Map.of("action", "speed", "value", wanted))
                    .expect(200);
            speed = wanted;
        }
    }

    private static void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The board ends the run and reads the score. */
    private static double score(Browser browser, String run) {
        browser.click(".top .run");
        browser.click(".pop .btn.danger", "结束评分");
        browser.click("dialog .btn.danger", "结束评分");
        browser.await("the score sheet", () -> browser.path().equals("/score/" + run) && browser.has("main h1"));
        browser.await(
                "the curves of the score sheet",
                () -> Boolean.TRUE.equals(browser.script("return [...document.querySelectorAll('.rib path[fill=none]')]"
                        + ".some((one) => one.getAttribute('d').length > 100);")));
        browser.screenshot(OUT.resolve("team-09-board.png"));
        String sheet = String.valueOf(browser.script("const r = new XMLHttpRequest(); r.open('GET', '/api/runs/" + run
                + "/score', false); r.send(); return r.responseText;"));
        return json(sheet).path("total").asDouble();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private void judge(String run, double told) {
        TeamJournal journal = TeamJournal.read(data, run);
        List<TeamJournal.Deed> deeds = journal.deeds();
        JsonNode end = journal.closed();
        List<String> lost = lost(end.path("sheet"));
        try (PrintStream out = log("operations.md")) {
            out.println("| 时间 / time | 席位 / seat | 操作 / operation | 站立处 / where (m) |\n|---|---|---|---|");
            deeds.forEach(deed -> out.println(deed.line()));
        }
        try (PrintStream out = log("sheet.json")) {
            out.println(end);
        }
        String text = "score %s of 100, model time %s, %.0f s; %s; radio calls %d; walked %d; lost: %s"
                .formatted(
                        end.path("score").asText(),
                        TeamJournal.clock(end.path("time").asDouble()),
                        (System.nanoTime() - began) * 1e-9,
                        journal.summary(),
                        deeds.stream().filter(TeamJournal.Deed::radio).count(),
                        journal.count("walked"),
                        lost);
        System.out.println(text);
        assertThat(deeds)
                .filteredOn(TeamJournal.Deed::byHand)
                .isNotEmpty()
                .allSatisfy(deed -> assertThat(deed.seat()).isEqualTo(TeamJournal.Seat.FIELD));
        assertThat(deeds)
                .filteredOn(TeamJournal.Deed::radio)
                .isNotEmpty()
                .allSatisfy(deed -> assertThat(deed.seat() == TeamJournal.Seat.BOARD)
                        .as("%s", deed)
                        .isEqualTo(deed.saidByBoard()));
        assertThat(deeds)
                .filteredOn(deed -> !deed.byHand() && !deed.radio() && deed.seat() == TeamJournal.Seat.FIELD)
                .extracting(deed -> deed.target() + " " + deed.verb())
                .as("machines started at their panels")
                .containsExactly("P-701 start", "P-702A start", "P-703 start");
        assertThat(end.path("score").asDouble()).as("%s", lost).isGreaterThanOrEqualTo(95);
        assertThat(told).isCloseTo(end.path("score").asDouble(), within(0.01));
        JsonNode verdict = json(
                CommandLineRun.of("verify", data.resolve("runs").resolve(run).toString(), "--json")
                        .out());
        assertThat(verdict.path("verdict").asText()).as("%s", verdict).isEqualTo("verified");
        assertThat(verdict.path("score").path("replayed").asDouble())
                .isEqualTo(end.path("score").asDouble());
    }

    /** Steps, qualities and penalties with less than their points. */
    private static List<String> lost(JsonNode sheet) {
        List<String> lost = new ArrayList<>();
        for (String part : List.of("steps", "quality")) {
            for (JsonNode one : sheet.path(part)) {
                double points =
                        one.path("points").asDouble() - one.path("earned").asDouble();
                if (points > 0) {
                    lost.add(String.format(
                            Locale.ROOT, "%s -%.2f", one.path("id").asText(), points));
                }
            }
        }
        for (JsonNode one : sheet.path("penalties")) {
            if (one.path("lost").asDouble() > 0) {
                lost.add(String.format(
                        Locale.ROOT,
                        "%s -%.2f",
                        one.path("id").asText(),
                        one.path("lost").asDouble()));
            }
        }
        return lost;
    }
}
