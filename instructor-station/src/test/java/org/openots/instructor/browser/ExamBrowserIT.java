package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationConfig;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.strategy.SealedExams;
import org.openots.instructor.tank.Await;
import org.openots.instructor.web.WebSettings;
import org.openqa.selenium.Keys;

/** An exam as its people see it: planned, opened, begun, worked at, watched, handed in and proved, all in browsers. */
class ExamBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};
    private static final List<String> NAMES =
            List.of("张雨桐", "刘思琪", "王浩然", "赵欣怡", "陈嘉豪", "黄俊杰", "林子涵", "周雅雯", "吴宇轩", "徐梦洁");
    private static final List<String> STAFF =
            List.of("人exam-officer", "人invigilator", "人assessor", "人s1", "人s2", "人supervisor");
    private static final int ROOM = 30;
    private static final String MINE = "/api/my/exam";
    private static final String REASON = "试题缺页";
    private static final PageLook LOOK = new PageLook(java.util.stream.Stream.of(NAMES, STAFF, List.of(REASON, "人"))
            .flatMap(List::stream)
            .toList());

    @TempDir
    private static Path data;

    private static StationFixture station;
    private static String exam = "";
    private static final Map<String, WebSocket> SEATS = new HashMap<>();
    private static final Map<String, Client> CLIENTS = new HashMap<>();

    @BeforeAll
    static void start() {
        ObjectNode document = SealedExams.sections(
                SealedExams.document(),
                List.of(
                        title(SealedExams.section("S1", "normal", 60, 1800, "A-3"), "紧急停车", "Emergency shutdown"),
                        title(hazop(), "HAZOP 分析", "HAZOP analysis")),
                "A-3@1");
        document.put("formatVersion", "1.1");
        ((ObjectNode) document.path("scoring")).putArray("criticalErrors").add("bypass");
        SealedExams.seal(data, document);
        StationConfig usual = StationFixture.config(data, 3);
        WebSettings pages = new WebSettings("127.0.0.1", 0, WebSettings.PAGES, WebSettings.TEXTS);
        station = StationFixture.start(
                        new StationConfig(
                                data, pages, false, 2, usual.graceSeconds(), usual.passwordCost(), usual.clock()),
                        new SuiteContent().load())
                .withPeople();
        Client admin = station.admin();
        for (int i = 0; i <= ROOM; i++) {
            admin.post(
                            "/api/users",
                            Map.of(
                                    "account",
                                    account(i),
                                    "name",
                                    i < NAMES.size() ? NAMES.get(i) : "人" + account(i),
                                    "role",
                                    "student",
                                    "seat",
                                    "",
                                    "class",
                                    "HG1",
                                    "password",
                                    StationFixture.PASSWORD))
                    .expect(201);
        }
    }

    private static ObjectNode title(ObjectNode section, String zh, String en) {
        section.putObject("title").put("zh", zh).put("en", en);
        return section;
    }

    private static ObjectNode hazop() {
        ObjectNode section = SealedExams.section("S2", "", 40, 900, "case-rig-2");
        section.remove("initialCondition");
        return section;
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static String account(int number) {
        return "k" + (11 + number);
    }

    private static void look(Browser browser, String name) {
        LOOK.look(browser, "exam-" + name, SIZES, () -> {});
        browser.size(SIZES[0][0], SIZES[0][1]);
        browser.translate("zh");
    }

    private static Browser browser(String account) {
        Browser browser = Browser.open(station.client().base(), SIZES[0][0], SIZES[0][1]);
        browser.signIn(account, StationFixture.PASSWORD);
        return browser;
    }

    private static void sit(String account) {
        Client client = station.as(account);
        CLIENTS.put(account, client);
        SEATS.put(account, client.socket("/ws/my/exam", new Frames()));
        client.post(MINE + "/sit", Map.of()).expect(200);
    }

    @Test
    void fromThePlanToTheReceipt() {
        planned();
        try (Browser invigilator = browser("invigilator");
                Browser candidate = browser(account(0))) {
            opened(invigilator);
            seated(candidate);
            begun(invigilator, candidate);
            watched(invigilator);
            stopped(invigilator, candidate);
            handedIn(candidate, invigilator);
            proved(candidate);
        }
        // a sign-in that waits is refused again and again, which the browser notes
        assertThat(LOOK.findings())
                .filteredOn(one -> !one.contains("409 (Conflict)"))
                .isEmpty();
    }

    private static void planned() {
        try (Browser officer = browser("exam-officer")) {
            officer.see("ots-exams h1", "还没有考试");
            look(officer, "list-empty");
            officer.click("[data-act=plan]");
            officer.click("[data-act=save]");
            officer.see("dialog .wrong", "没有填考场");
            // classes are offered only by a station that lists people to exam officers
            officer.consoleErrors();
            officer.type("#xl-room", "ROOM-3");
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < NAMES.size(); i++) {
                all.append(account(i)).append(' ');
            }
            officer.type("#xl-typed", all.toString());
            officer.click("[data-act=add]");
            officer.see("ots-exam-plan h3", "10 人");
            look(officer, "plan");
            officer.click("[data-act=save]");
            officer.see("ots-exams tbody", "ROOM-3");
            look(officer, "list");
            assertThat(officer.consoleErrors()).isEmpty();
        }
        Client client = station.as("exam-officer");
        fullRoom(client);
        for (JsonNode one : client.get("/api/exams").json().path("exams")) {
            exam = one.path("candidates").asInt() == NAMES.size()
                    ? one.path("id").asText()
                    : exam;
        }
    }

    /** A room with all its seats, planned for tomorrow. */
    private static void fullRoom(Client client) {
        List<Map<String, String>> seats = new ArrayList<>();
        for (int i = 0; i < ROOM; i++) {
            seats.add(Map.of("seat", String.format(Locale.ROOT, "%02d", i + 1), "account", account(i)));
        }
        String id = client.post(
                        "/api/exams",
                        Map.of(
                                "strategy",
                                SealedExams.ID,
                                "version",
                                1,
                                "room",
                                "ROOM-3",
                                "start",
                                Instant.now().plus(Duration.ofDays(1)).toString(),
                                "seats",
                                seats))
                .expect(201)
                .json()
                .path("id")
                .asText();
        try (Browser officer = browser("supervisor")) {
            officer.go("/exams/" + id);
            officer.see("[data-seat='30']", "未到");
            look(officer, "room-planned");
        }
    }

    private static void opened(Browser invigilator) {
        invigilator.go("/exams/" + exam);
        invigilator.click("ots-exam-room .xdo button", "开放入场");
        invigilator.click("dialog button", "开放入场");
        invigilator.see("ots-exam-room .xdo", "开考");
    }

    private static void seated(Browser candidate) {
        candidate.go("/home");
        candidate.see("ots-exam h1", "可以入座");
        look(candidate, "wait");
        candidate.see(".xoth h2", "我的其他考试（1）");
        candidate.click(".xoth button");
        candidate.see("ots-exam h1", "考试已排定，还没有开放入场");
        look(candidate, "other");
        candidate.click(".xoth button", "返回当前考试");
        candidate.click("[data-act=sit]");
        candidate.see("ots-exam h1", "已入座");
        assertThat(candidate.has("nav")).isFalse();
        for (int i = 1; i < NAMES.size() - 1; i++) {
            sit(account(i));
        }
    }

    private static void begun(Browser invigilator, Browser candidate) {
        look(invigilator, "room-open");
        invigilator.click("ots-exam-room .xdo button", "开考");
        invigilator.see("dialog", "1 人未到");
        invigilator.click("dialog button", "开考");
        candidate.see("ots-run ots-exam-bar", "剩余");
        candidate.see("ots-run .chip", "已存 #");
        assertThat(candidate.has("ots-run-menu")).isFalse();
        look(candidate, "dcs");
    }

    private static Client other(int number) {
        return Objects.requireNonNull(CLIENTS.get(account(number)));
    }

    private static void watched(Browser invigilator) {
        Await.until("working", () -> working(account(3)));
        for (int i = 0; i < 3; i++) {
            other(3).post(MINE + "/blur", Map.of()).expect(200);
        }
        other(4).post(MINE + "/hand", Map.of("hand", "up")).expect(200);
        Objects.requireNonNull(SEATS.get(account(8))).abort();
        try (Browser elsewhere = Browser.open(station.client().base(), SIZES[0][0], SIZES[0][1])) {
            elsewhere.type("#account", account(5));
            elsewhere.type("#password", StationFixture.PASSWORD + Keys.ENTER);
            elsewhere.see(".xsign", "等监考员同意换机");
            look(elsewhere, "sign-in");
            needs(invigilator);
            invigilator.click("[data-need=handover] [data-do=approve]");
            elsewhere.see("ots-run ots-exam-bar", "剩余");
        }
        panels(invigilator);
    }

    private static void needs(Browser invigilator) {
        station.as("invigilator")
                .post("/api/exams/" + exam + "/extend", Map.of("account", account(6), "seconds", 120, "reason", REASON))
                .expect(200);
        invigilator.see("[data-need=lost]", NAMES.get(8));
        invigilator.see("[data-need=handover]", NAMES.get(5));
        invigilator.see("[data-need=late]", NAMES.get(9));
        invigilator.see("[data-need=blur]", "3 次");
        invigilator.see("[data-need=grant]", REASON);
        look(invigilator, "room");
    }

    private static void panels(Browser invigilator) {
        invigilator.click("[data-need=hand] [data-do=attended]");
        invigilator.gone("[data-need=hand]");
        invigilator.click("[data-need=blur] [data-do=clear]");
        invigilator.click("dialog [data-do=confirm]");
        invigilator.gone("[data-need=blur]");
        invigilator.click("[data-seat='04']");
        invigilator.see("dialog .xdl", account(3));
        look(invigilator, "seat");
        invigilator.click("dialog [data-view=extend]");
        look(invigilator, "extend");
        invigilator.click("dialog header button");
        invigilator.click("ots-exam-room nav a", "异常记录");
        invigilator.see("ots-exam-room tbody", "离开考试页");
        look(invigilator, "incidents");
        invigilator.click("ots-exam-room nav a", "规则");
        invigilator.see("ots-exam-room .xrules", "60 分及格");
        look(invigilator, "rules");
        invigilator.click("ots-exam-room nav a", "考场监控");
    }

    private static void stopped(Browser invigilator, Browser candidate) {
        invigilator.click("ots-exam-room .xdo button", "整场暂停");
        invigilator.click("dialog button", "整场暂停");
        candidate.see(".xnote", "监考员已停住");
        look(candidate, "stopped");
        invigilator.click("ots-exam-room .xdo button", "整场恢复");
        invigilator.click("dialog button", "整场恢复");
        candidate.gone(".xnote");
        invigilator.network(false);
        invigilator.see(".xlost", "与教师机断开");
        invigilator.screenshot(Path.of("target", "screenshots", "exam-room-lost-zh-1024.png"));
        invigilator.network(true);
        invigilator.click(".xlost button");
        invigilator.gone(".xlost");
        invigilator.consoleErrors();
    }

    private static void handedIn(Browser candidate, Browser invigilator) {
        candidate.click("[data-act=hand]");
        invigilator.see("[data-need=hand]", NAMES.get(0));
        candidate.click("[data-act=next]");
        candidate.see("dialog", "结束这一项");
        look(candidate, "next");
        candidate.click("dialog [data-do=confirm]");
        candidate.see("ots-hazop-task ots-exam-bar", "第 2 / 2 项");
        assertThat(candidate.has("[data-act=submit]")).isFalse();
        look(candidate, "hazop");
        candidate.network(false);
        candidate.see(".xlost", "与教师机断开");
        candidate.screenshot(Path.of("target", "screenshots", "exam-hazop-lost-zh-1024.png"));
        candidate.network(true);
        candidate.click(".xlost button");
        candidate.gone(".xlost");
        // what could not be fetched without the network is no finding
        candidate.consoleErrors();
        candidate.click("[data-act=hand-in]");
        look(candidate, "hand-in");
        candidate.click("dialog [data-do=confirm]");
        candidate.await("a receipt", () -> candidate.text(".xno").matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}"));
        look(candidate, "receipt");
        invigilator.see("[data-seat='01']", "已交卷");
    }

    private static void proved(Browser candidate) {
        Client officer = station.as("exam-officer");
        for (int i = 1; i < NAMES.size(); i++) {
            String path = "/api/exams/" + exam + "/collect";
            if (i == NAMES.size() - 1) {
                sit(account(i));
                Await.until("the last one works", () -> working(account(NAMES.size() - 1)));
            }
            officer.post(path, Map.of("account", account(i), "reason", REASON)).expect(200);
        }
        try (Browser office = browser("exam-officer")) {
            office.go("/exams/" + exam + "/results");
            office.see("ots-exam-results .hd", "已收卷");
            office.click("[data-act=prove]");
            office.see("ots-exam-results .xgood", "全部一致");
            look(office, "results");
            office.click("[data-act=confirm]");
            office.click("dialog button", "确认成绩");
            office.click("[data-act=release]");
            office.click("dialog button", "公布成绩");
            office.see("ots-exam-results .hd .tagc", "成绩已公布");
            assertThat(office.consoleErrors()).isEmpty();
        }
        // the exam that is to come is the present one now; the one that was is in the list
        candidate.go("/exam");
        candidate.see(".xoth .tagc", "");
        candidate.click(".xoth button");
        candidate.see("ots-exam .huge", "分");
        look(candidate, "released");
    }

    private static boolean working(String account) {
        return Objects.requireNonNull(CLIENTS.get(account))
                .get(MINE)
                .json()
                .path("exam")
                .path("state")
                .asText()
                .equals("working");
    }
}
