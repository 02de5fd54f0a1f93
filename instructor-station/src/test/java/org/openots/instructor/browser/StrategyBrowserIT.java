package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationConfig;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.strategy.StrategyFiles;
import org.openots.instructor.web.WebSettings;
import org.openqa.selenium.Keys;

/** A teacher changes a strategy until nothing is wrong, publishes it, and lets robots try it. */
class StrategyBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};
    private static final PageLook LOOK = new PageLook(List.of("人instructor", "人exam-officer", "人"));

    @TempDir
    private static Path data;

    private static StationFixture station;

    @BeforeAll
    static void start() {
        StationConfig usual = StationFixture.config(data, Double.POSITIVE_INFINITY);
        WebSettings pages = new WebSettings("127.0.0.1", 0, WebSettings.PAGES, WebSettings.TEXTS);
        station = StationFixture.start(
                        new StationConfig(
                                data, pages, false, 2, usual.graceSeconds(), usual.passwordCost(), usual.clock()),
                        new SuiteContent().load())
                .withPeople();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static JsonNode saved(Client client, String token, JsonNode document) {
        return client.post("/api/strategies", Map.of("token", token, "document", document))
                .expect(200)
                .json();
    }

    /** Version 1 is published; version 2 is a draft with three changes, one of them wrong. */
    private static void versions() throws IOException {
        Client teacher = station.as("instructor");
        ObjectNode document = (ObjectNode) new ObjectMapper().readTree(StrategyFiles.bytes("training"));
        ((ObjectNode) document.path("time")).put("totalSec", 30);
        JsonNode draft = saved(teacher, "", document);
        Map<String, Object> wish =
                Map.of("version", 1, "token", draft.path("token").asText());
        JsonNode published = teacher.post("/api/strategies/TR-JL-BASIC/publish", wish)
                .expect(200)
                .json();
        ((ObjectNode) document.path("assist")).put("hintCost", 2);
        ((ObjectNode) document.path("faults")).put("maxConcurrent", 99);
        ((ObjectNode) document.path("simControl").path("timeScale")).put("max", 5);
        saved(teacher, published.path("token").asText(), document);
    }

    private static void look(Browser browser, String name) {
        LOOK.look(browser, "strategy-" + name, SIZES, () -> {});
        browser.size(SIZES[0][0], SIZES[0][1]);
        browser.translate("zh");
    }

    @Test
    void aTeacherPublishesWhatIsRight() throws IOException {
        versions();
        try (Browser browser = Browser.open(station.client().base(), SIZES[0][0], SIZES[0][1])) {
            browser.signIn("instructor", StationFixture.PASSWORD);
            browser.go("/strategy");
            browser.see("ots-strategies td", "TR-JL-BASIC");
            look(browser, "list");
            browser.click("ots-strategies a", "精馏塔基础训练");
            browser.see("ots-strategy .inv", "同时最多 99 个故障");
            browser.see("ots-strategy .syv", "2");
            browser.see("ots-strategy .sya h2", "与第 1 版的差别");
            browser.click("ots-strategy .syn button", "故障");
            look(browser, "faults");
            assertThat(browser.has("ots-strategy button.act:not([disabled])")).isFalse();
            browser.click("ots-strategy .syn button", "仿真控制");
            look(browser, "control");
            browser.click("ots-strategy .syn button", "故障");
            browser.type("ots-strategy .chg input", "3" + Keys.TAB);
            browser.gone("ots-strategy .inv");
            browser.click("ots-strategy button", "保存草稿");
            browser.click("ots-strategy button", "试运行");
            browser.see("ots-dry-run", "未通过");
            look(browser, "dry");
            browser.click("ots-dry-run button", "关闭");
            browser.click("ots-strategy button.act", "发布第 2 版");
            browser.click("dialog button.act", "发布第 2 版");
            browser.see("ots-strategy .tagc", "已发布 第 2 版");
            assertThat(browser.consoleErrors()).isEmpty();
        }
        anExamOfficerSeesThePaper();
        assertThat(LOOK.findings()).isEmpty();
    }

    private static void anExamOfficerSeesThePaper() throws IOException {
        saved(station.as("exam-officer"), "", new ObjectMapper().readTree(StrategyFiles.bytes("exam")));
        try (Browser browser = Browser.open(station.client().base(), SIZES[0][0], SIZES[0][1])) {
            browser.signIn("exam-officer", StationFixture.PASSWORD);
            browser.go("/strategy/EX-JL-M-2026A");
            browser.click("ots-strategy .syn button", "试卷");
            browser.see("ots-strategy .syf h3", "S2");
            look(browser, "paper");
        }
    }
}
