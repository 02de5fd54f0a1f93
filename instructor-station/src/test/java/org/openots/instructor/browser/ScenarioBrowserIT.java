package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationConfig;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.scenario.ScenarioFiles;
import org.openots.instructor.web.WebSettings;
import org.openqa.selenium.Keys;

/** A teacher works on a scenario with the keyboard, gives it to a student, and saves what he did himself as another. */
class ScenarioBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};
    private static final PageLook LOOK = new PageLook(List.of("人instructor", "人s1", "人s2"));

    @TempDir
    private Path data;

    private StationFixture station() {
        StationConfig usual = StationFixture.config(data, Double.POSITIVE_INFINITY);
        WebSettings pages = new WebSettings("127.0.0.1", 0, WebSettings.PAGES, WebSettings.TEXTS);
        return StationFixture.start(
                        new StationConfig(
                                data, pages, false, 2, usual.graceSeconds(), usual.passwordCost(), usual.clock()),
                        new SuiteContent().load())
                .withPeople();
    }

    private static void look(Browser browser, String name) {
        LOOK.look(browser, "scenario-" + name, SIZES, () -> {});
        browser.size(SIZES[0][0], SIZES[0][1]);
        browser.translate("zh");
    }

    private static void versions(Client teacher) {
        ObjectNode document = ScenarioFiles.example();
        spread(document.path("events"));
        String body = "{\"token\":\"%s\",\"document\":%s}";
        JsonNode first = teacher.postText("/api/scenarios", body.formatted("", document))
                .expect(200)
                .json();
        ((ObjectNode) document.path("events").path(1)).put("value", 33);
        teacher.postText("/api/scenarios", body.formatted(first.path("token").asText(), document))
                .expect(200);
    }

    /** Over ten minutes, as an exercise would be. */
    private static void spread(JsonNode events) {
        int[] at = {5, 120, 150, 300, 240};
        for (int i = 0; i < at.length; i++) {
            ((ObjectNode) events.path(i).path("trigger")).put("atSeconds", at[i]);
        }
    }

    @Test
    void aTeacherMakesAScenarioAndGivesIt() {
        try (StationFixture station = station();
                Browser browser = Browser.open(station.client().base(), SIZES[0][0], SIZES[0][1])) {
            Client teacher = station.as("instructor");
            versions(teacher);
            browser.signIn("instructor", StationFixture.PASSWORD);
            browser.go("/strategy");
            browser.click("header .btn", "场景库");
            browser.see("ots-scenarios td", "冷却水渐热");
            look(browser, "list");
            browser.click("ots-scenarios a", "冷却水渐热");
            browser.see(".tle", "接班，请巡检");
            browser.see(".sca", "检查通过");
            browser.click(".tle", "HV-713");
            look(browser, "page");
            changeByKeyboard(browser);
            browser.click(".sca .seg .btn", "版本");
            browser.see(".sca .syv .nw", "310");
            browser.click(".sca .syv .lnk", "与第 1 版比");
            browser.see(".sca .syv .nw", "33");
            look(browser, "versions");
            give(browser);
            recorded(browser, teacher, station);
            assertThat(browser.consoleErrors()).isEmpty();
            assertThat(LOOK.findings()).isEmpty();
        }
    }

    private static void changeByKeyboard(Browser browser) {
        browser.script("document.querySelector('.tle.on').focus()");
        browser.press(Keys.ARROW_RIGHT);
        browser.see(".scr", "时间");
        browser.await(
                "moved by 10 s",
                () -> "05:10".equals(browser.script("return document.querySelector('[data-field=atSeconds]').value")));
        browser.click(".sctb .btn", "扰动");
        browser.see(".sca h2", "扰动 e6");
        browser.type("[data-field=value]", "-7" + Keys.TAB);
        browser.see(".sca .inv", "1 处错误");
        look(browser, "wrong");
        browser.script("document.querySelector('.tle.on').focus()");
        browser.press(Keys.DELETE);
        browser.gone(".sca .inv");
        browser.click(".sch .btn.act", "保存");
        browser.see(".sch .tagc", "第 3 版");
    }

    private static void give(Browser browser) {
        browser.click("header nav a[href='/class']");
        browser.click("ots-class-task button");
        browser.select("#ct-task", "A-4");
        browser.select("#ct-scenario", "SC-A-COOLING");
        look(browser, "give");
        browser.click("dialog .btn.act", "开始");
        browser.see("dialog [role=status]", "0");
        browser.click("dialog .btn", "关闭");
    }

    private static void recorded(Browser browser, Client teacher, StationFixture station) {
        Client student = station.as("s1");
        String run = student.post("/api/my/task", Map.of())
                .expect(200)
                .json()
                .path("run")
                .asText();
        teacher.post("/api/runs/" + run + "/faults", Map.of("fault", "A-F02", "severity", 0.5, "delayS", 40))
                .expect(201);
        browser.go("/class/" + run);
        browser.see(".fact", "待命");
        browser.see(".fact", "HV-713 开到 40");
        look(browser, "armed");
        browser.click(".oh .seg .btn", "干预");
        browser.click("a.btn", "存成场景");
        browser.see(".sch .tagc", "还没有保存");
        browser.see(".tle", "F02");
        look(browser, "record");
        browser.click(".sch .btn.act", "保存");
        browser.see(".sch .tagc", "第 1 版");
        try (Browser seat = Browser.open(station.client().base(), SIZES[0][0], SIZES[0][1])) {
            seat.signIn("s1", StationFixture.PASSWORD);
            seat.go("/run/" + run + "/graphic");
            teacher.post("/api/runs/" + run + "/control", Map.of("action", "speed", "value", 5))
                    .expect(200);
            seat.see(".msgs .told", "接班，请巡检");
            LOOK.look(seat, "scenario-told", SIZES, () -> {});
        }
    }
}
