package org.openots.instructor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
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
import org.openots.instructor.people.ListFiles;
import org.openots.instructor.people.Role;

/** A teacher keeps his class, gives codes and seats out and plans lessons; an administrator sees rights and audit. */
class PeopleBrowserIT {
    private static final int[][] SIZES = {{1024, 768}, {1920, 1080}};

    @TempDir
    private static Path data;

    private static StationProcess station;
    private static PageLook look;

    @BeforeAll
    static void start() {
        station = StationProcess.launch(data);
        List<String> names = new ArrayList<>(station.names());
        names.addAll(List.of("管理员", "名单", "张三", "李四", "王五", "第一周：开车", "说明"));
        look = new PageLook(names);
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static void look(Browser browser, String name) {
        look.look(browser, "people-" + name, SIZES, () -> {});
        browser.size(SIZES[0][0], SIZES[0][1]);
        browser.translate("zh");
    }

    private static Browser as(String account) {
        Browser browser = Browser.open(station.url(), SIZES[0][0], SIZES[0][1]);
        browser.signIn(account, station.password(account));
        return browser;
    }

    @Test
    void aTeacherHelpsHisClass() {
        try (Browser browser = as("teacher")) {
            browser.see(".bar0", "名单");
            browser.go("/people");
            browser.see("ots-people tbody", "安晓晨");
            browser.click("ots-people .syn button", "HG2401");
            browser.see("ots-people h1", "30 名学员");
            look(browser, "class");
            browser.click("ots-people .pea button", "打印扫码登录条");
            browser.see("ots-people .shown", "30 名学员生成登录码");
            browser.see("ots-people td .tagc", "有登录码");
            look(browser, "codes");
            browser.click("ots-people .pea button", "作废登录码");
            browser.see("ots-people .shown", "已作废 30");
            browser.click("ots-people .lnk", "蔡明远");
            browser.see("ots-people .pea h2", "蔡明远");
            look(browser, "one");
            browser.click("ots-people .pea button", "显示登录码");
            browser.see("dialog h2", "蔡明远 的登录码");
            look(browser, "qr");
            browser.click("dialog button", "关闭");
            browser.click("ots-people .pea button", "换座");
            browser.see("dialog h2", "换座");
            look(browser, "move");
            browser.type("dialog input", "30");
            browser.click("dialog button.act", "换座");
            browser.see("dialog", "新座位：30");
            look(browser, "digits");
            String digits = browser.text("dialog .pen").replace(" ", "");
            browser.click("dialog button", "关闭");
            try (Browser spare = Browser.open(station.url(), SIZES[0][0], SIZES[0][1])) {
                spare.go("/");
                spare.click("ots-sign-in a", "用登录码登录");
                spare.see("ots-code h1", "用登录码登录");
                look(spare, "typed");
                spare.type("#code", digits);
                spare.click("ots-code button.act");
                spare.see(".who", "蔡明远");
                assertThat(spare.consoleErrors()).isEmpty();
            }
            assertThat(browser.consoleErrors()).isEmpty();
        }
        assertThat(look.findings()).isEmpty();
    }

    @Test
    void aTeacherImportsAListWithMistakes() throws IOException {
        Path file = Files.write(data.resolve("class.xlsx"), ListFiles.xlsx(sheet -> {
            ListFiles.row(sheet, 1, "0250101", "张三", "HG2501", "11010519491231002x", "01");
            ListFiles.row(sheet, 2, 250102, "李四", "HG2501", "110105194912310021", "02");
            ListFiles.row(sheet, 3, "0250103", " 王五", "HG2501", "", "03");
            ListFiles.row(sheet, 4, "0250104", "", "HG2501", "", "04");
        }));
        try (Browser browser = as("teacher")) {
            browser.go("/people/import");
            browser.see("ots-roster h1", "从文件导入");
            look(browser, "import");
            browser.choose("ots-roster input[type=file]", file);
            browser.see("ots-roster h1", "4 行中有 2 行有错误");
            look(browser, "import-wrong");
            browser.click("ots-roster .pes button", "只导入正确的 2 行");
            browser.click("dialog button", "只导入正确的行");
            browser.see("ots-roster h1", "已新建 2 个账号");
            look(browser, "import-done");
            assertThat(browser.has("ots-roster a[href*='/slips/']")).isTrue();
            browser.click("ots-roster section a.btn:not(.act)", "名单");
            browser.see("ots-people .syn", "HG2501");
            assertThat(browser.consoleErrors()).isEmpty();
        }
        assertThat(look.findings()).isEmpty();
    }

    @Test
    void lessonsAreOnTheStudentsFirstPage() {
        try (Browser browser = as("teacher")) {
            browser.go("/people/lessons");
            browser.see("ots-lessons", "还没有课程");
            look(browser, "lessons-none");
            browser.click("ots-lessons button", "加一课");
            browser.type("#le-title", "第一周：开车");
            browser.click("ots-lessons .plt label:nth-of-type(1) input");
            browser.click("ots-lessons .plt label:nth-of-type(2) input");
            browser.click("ots-lessons button", "加一课");
            browser.click("ots-lessons .plt label:nth-of-type(3) input");
            browser.click("ots-lessons button.act", "保存");
            browser.see("ots-lessons [role=status]", "已保存");
            browser.see("ots-lessons .dn", "0/30");
            look(browser, "lessons");
            assertThat(browser.consoleErrors()).isEmpty();
        }
        try (Browser browser = as("s09")) {
            browser.see("ots-home .lsn", "第一周：开车");
            look(browser, "lessons-student");
        }
        assertThat(look.findings()).isEmpty();
    }

    @Test
    void anAdministratorSeesRightsAndAudit() {
        try (Browser browser = as("admin")) {
            browser.see("ots-people tbody", "安晓晨");
            browser.click("ots-people .syn button", "教职人员");
            browser.see("ots-people tbody", "郑考评");
            browser.click("ots-people .lnk", "郑考评");
            look(browser, "staff");
            browser.click("ots-people .pet a", "角色与权限");
            browser.see("ots-rights tbody", "课堂");
            look(browser, "rights");
            Client admin = station.as("admin");
            boolean before = allowed(admin);
            browser.click("ots-rights input[aria-label='监考员 课堂 看']");
            browser.await("the right is changed", () -> allowed(admin) != before);
            browser.go("/people/audit");
            browser.see("ots-audit tbody", "修改权限");
            browser.see("ots-audit aside", "记录链完整");
            look(browser, "audit");
            admin.post(
                            "/api/permissions",
                            Map.of("page", "class", "action", "see", "role", "invigilator", "allowed", 1))
                    .expect(200);
            assertThat(browser.consoleErrors()).isEmpty();
        }
        assertThat(look.findings()).isEmpty();
    }

    /** Whether invigilators see the class. */
    private static boolean allowed(Client admin) {
        JsonNode matrix = admin.get("/api/permissions").json();
        int role = Role.words().indexOf("invigilator");
        for (JsonNode row : matrix.path("rows")) {
            if (row.path("page").asText().equals("class")
                    && row.path("action").asText().equals("see")) {
                return row.path("cells").path(role).path("allowed").asBoolean();
            }
        }
        throw new AssertionError(matrix.toString());
    }
}
