package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** An exam as its people see it: planned, opened, begun, worked at, watched, handed in and proved, all in browsers. */
class ExamBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};
    private static final List<String> NAMES =
            List.of("张雨桐", "刘思琪", "王浩然", "赵欣怡", "陈嘉豪", "黄俊杰", "林子涵", "周雅雯", "吴宇轩", "徐梦洁");
    private static final List<String> STAFF = List.of("人exam-officer", "人invigilator", "人assessor", "人s1", "人s2");
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
                        SealedExams.section("S1", "normal", 60, 1800, "A-3"),
                        SealedExams.section("S2", "normal", 40, 900, "A-3")),
                "A-3@1");
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
        for (int i = 0; i < NAMES.size(); i++) {
            admin.post(
                            "/api/users",
                            Map.of(
                                    "account",
                                    account(i),
                                    "name",
                                    NAMES.get(i),
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
            assertThat(candidate.consoleErrors()).isEmpty();
            assertThat(invigilator.consoleErrors()).isEmpty();
        }
        assertThat(LOOK.findings()).isEmpty();
    }

    private static void planned() {
        try (Browser officer = browser("exam-officer")) {
            officer.see("ots-exams h1", "还没有考试");
            look(officer, "list-empty");
            officer.click("[data-act=plan]");
            officer.click("[data-act=save]");
            officer.see("dialog .wrong", "没有填考场");
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
        JsonNode exams = station.as("exam-officer").get("/api/exams").json().path("exams");
        exam = exams.path(0).path("id").asText();
    }

    private static void opened(Browser invigilator) {
        invigilator.click("ots-exams tbody a", "进入考场");
        invigilator.click("ots-exam-room .xdo button", "开放入场");
        invigilator.click("dialog button", "开放入场");
        invigilator.see("ots-exam-room .xdo", "开考");
    }

    private static void seated(Browser candidate) {
        candidate.go("/home");
        candidate.see("ots-exam h1", "可以入座");
        look(candidate, "wait");
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
        return CLIENTS.get(account(number));
    }

    private static void watched(Browser invigilator) {
        Await.until("working", () -> other(3).get(MINE).json().path("exam").path("state").asText().equals("working"));
        for (int i = 0; i < 3; i++) {
            other(3).post(MINE + "/blur", Map.of()).expect(200);
        }
        other(4).post(MINE + "/hand", Map.of("hand", "up")).expect(200);
        SEATS.get(account(8)).abort();
        station.client()
                .post("/api/sign-in", Map.of("account", account(5), "password", StationFixture.PASSWORD))
                .refused(409, "OTS-EXAM-014");
        station.as("invigilator")
                .post(
                        "/api/exams/" + exam + "/extend",
                        Map.of("account", account(6), "seconds", 120, "reason", REASON))
                .expect(200);
        invigilator.see("[data-need=lost]", NAMES.get(8));
        invigilator.see("[data-need=handover]", NAMES.get(5));
        invigilator.see("[data-need=late]", NAMES.get(9));
        invigilator.see("[data-need=blur]", "3 次");
        invigilator.see("[data-need=grant]", REASON);
        look(invigilator, "room");
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
        LOOK.look(invigilator, "exam-room-lost", new int[][] {SIZES[0]}, () -> {});
        invigilator.network(true);
        invigilator.click(".xlost button");
        invigilator.gone(".xlost");
    }

    private static void handedIn(Browser candidate, Browser invigilator) {
        candidate.click("[data-act=hand]");
        invigilator.see("[data-need=hand]", NAMES.get(0));
        candidate.click("[data-act=next]");
        candidate.see("dialog", "结束这一项");
        look(candidate, "next");
        candidate.click("dialog [data-do=confirm]");
        candidate.see("ots-run .strip", "第 2 / 2 项");
        candidate.click("[data-act=hand-in]");
        look(candidate, "hand-in");
        candidate.click("dialog [data-do=confirm]");
        candidate.await("a receipt", () -> candidate.text(".xno").matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}"));
        look(candidate, "receipt");
        invigilator.see("[data-seat='01']", "已交卷");
    }
}
