package org.openots.instructor.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openots.instructor.people.ListFiles.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;

/** Lists as schools have them, sent to a real station. */
class RosterImportTest {
    private static final Charset GBK = Charset.forName("GBK");
    /** An invented number whose check character fits. */
    private static final String CITIZEN = "11010519491231002X";

    @TempDir
    private static Path data;

    private static StationFixture station;
    private static Client teacher;

    @BeforeAll
    static void start() {
        station = StationFixture.start(data).withPeople();
        teacher = station.as("instructor");
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static JsonNode read(String name, byte[] file) {
        return teacher.upload("/api/people/imports?name=" + name, file)
                .expect(200)
                .json();
    }

    private static void refused(String name, byte[] file, String code) {
        refused(teacher.upload("/api/people/imports?name=" + name, file), code);
    }

    /** The message quotes names of sheets, which stay as they are in any language. */
    private static void refused(Client.Answer answer, String code) {
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isBetween(400, 413);
    }

    /** The findings of a row as {@code code cell}. */
    private static List<String> findings(JsonNode read, int row) {
        return StreamSupport.stream(read.path("findings").spliterator(), false)
                .filter(one -> one.path("row").asInt() == row)
                .map(one -> one.path("code").asText() + " " + one.path("cell").asText())
                .toList();
    }

    private static JsonNode line(JsonNode read, int row) {
        return StreamSupport.stream(read.path("rows").spliterator(), false)
                .filter(one -> one.path("row").asInt() == row)
                .findFirst()
                .orElseThrow();
    }

    private static void dirty(Sheet sheet) {
        row(sheet, 1, " 0240101\t", "张 三\r\n", "HG 2401", "11010519491231002x", "０１");
        row(sheet, 2, "0240102", "李四", "HG2401", "110105194912310021", "02");
        row(sheet, 3, "0240103", "王五", "HG2401", 1.1010519491231E17, "03");
        row(sheet, 4, 240104, "赵六", "HG2401", "", "04");
        row(sheet, 5, "0240105", "孙七", "HG2401", "", "05");
        row(sheet, 6, "0240105", "周八", "HG2401", "", "05");
        row(sheet, 7, "0240107", "吴九", "HG2401", "", "07");
        sheet.getRow(7).getCell(0).setCellFormula("\"024\"&\"0107\"");
        row(sheet, 8, "0240108", "", "HG2401", "11010519490231002X", "08");
        row(sheet, 9, "2.40109E+17", "=cmd|1", "HG2401", "123", "09");
        row(sheet, 10, "0240110", "Anna  Li", "HG2401", "", "10");
    }

    @Test
    void everyCellIsSaidWhatIsWrongWithIt() {
        for (byte[] file : List.of(ListFiles.xlsx(RosterImportTest::dirty), ListFiles.xls(RosterImportTest::dirty))) {
            JsonNode read = read("dirty.xlsx", file);
            assertThat(findings(read, 2))
                    .containsExactlyInAnyOrder(
                            "OTS-ROSTER-023 A2",
                            "OTS-ROSTER-023 B2",
                            "OTS-ROSTER-023 C2",
                            "OTS-ROSTER-023 D2",
                            "OTS-ROSTER-023 E2");
            JsonNode first = line(read, 2);
            assertThat(first.path("account").asText()).isEqualTo("0240101");
            assertThat(first.path("name").asText()).isEqualTo("张三");
            assertThat(first.path("class").asText()).isEqualTo("HG2401");
            assertThat(first.path("seat").asText()).isEqualTo("01");
            assertThat(first.path("idNumber").asText()).isEqualTo("110***********002X");
            assertThat(first.path("state").asText()).isEqualTo("fresh");
            assertThat(findings(read, 3)).containsExactly("OTS-ROSTER-043 D3");
            assertThat(findings(read, 4)).containsExactly("OTS-ROSTER-034 D4");
            assertThat(findings(read, 5)).containsExactly("OTS-ROSTER-036 A5");
            assertThat(findings(read, 6)).containsExactlyInAnyOrder("OTS-ROSTER-037 A6", "OTS-ROSTER-038 E6");
            assertThat(findings(read, 7)).containsExactlyInAnyOrder("OTS-ROSTER-037 A7", "OTS-ROSTER-038 E7");
            assertThat(findings(read, 8)).containsExactly("OTS-ROSTER-031 A8");
            assertThat(findings(read, 9)).containsExactlyInAnyOrder("OTS-ROSTER-042 D9", "OTS-ROSTER-033 B9");
            assertThat(findings(read, 10))
                    .containsExactlyInAnyOrder("OTS-ROSTER-034 A10", "OTS-ROSTER-039 B10", "OTS-ROSTER-041 D10");
            assertThat(line(read, 11).path("name").asText()).isEqualTo("Anna Li");
            assertThat(read.toString()).doesNotContain(CITIZEN).doesNotContain("110105194912310021");
            assertThat(read.path("counts").path("wrong").asInt()).isEqualTo(8);
            assertThat(read.path("findings"))
                    .allSatisfy(one -> assertThat(one.path("message").path("zh").asText()
                                    + one.path("message").path("en").asText())
                            .doesNotContain("{"));
        }
    }

    @Test
    void nothingIsImportedWithAMistakeUnlessTheTeacherSaysSo() {
        byte[] file = ListFiles.xlsx(sheet -> {
            row(sheet, 1, "P001", "=1+1", "HG-P", "", "01");
            row(sheet, 2, "P002", "陈思", "HG-P", "", "02");
            row(sheet, 3, "s1", "别人", "HG-P", "", "03");
            row(sheet, 4, "supervisor", "督导", "HG-P", "", "04");
        });
        String id = read("part.xlsx", file).path("id").asText();
        teacher.post("/api/people/imports/" + id + "/apply", Map.of("mode", "all"))
                .refused(409, "OTS-ROSTER-050");
        assertThat(teacher.get("/api/people").body()).doesNotContain("P002");
        station.as("admin2")
                .post("/api/people/imports/" + id + "/apply", Map.of("mode", "good"))
                .refused(404, "OTS-ROSTER-052");
        JsonNode done = teacher.post("/api/people/imports/" + id + "/apply", Map.of("mode", "good"))
                .expect(200)
                .json();
        assertThat(done.path("created").asInt()).isEqualTo(1);
        assertThat(done.path("left").asInt()).isEqualTo(3);
        byte[] slips = teacher.bytes("/api/people/slips/" + done.path("slips").asText() + "?lang=zh");
        assertThat(new String(slips, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        station.as("admin2")
                .get("/api/people/slips/" + done.path("slips").asText())
                .refused(404, "OTS-PEOPLE-011");
        // once more, with a new class for who is there
        byte[] again = ListFiles.csv(StandardCharsets.UTF_8, false, "学号,姓名,班级", "P002,陈思,HG-Q", "P003,林清,HG-Q");
        JsonNode read = read("again.csv", again);
        assertThat(read.path("counts").path("moved").asInt()).isEqualTo(1);
        teacher.post("/api/people/imports/" + read.path("id").asText() + "/apply", Map.of("mode", "all"))
                .expect(200);
        assertThat(teacher.get("/api/people/file?class=HG-Q&lang=en")
                        .expect(200)
                        .status())
                .isEqualTo(200);
        assertThat(station.as("admin2")
                        .get("/api/audit?text=class-imported")
                        .json()
                        .path("found")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void chineseFilesOfEveryMakerAreRead() {
        String[] lines = {"学号,姓名,班级", "C1,张三丰,HG1", "\"C2\",\"李，四\",HG1", "=\"003\",王五,HG1"};
        for (boolean marked : new boolean[] {false, true}) {
            for (Charset charset : List.of(GBK, StandardCharsets.UTF_8)) {
                JsonNode read = read("list.csv", ListFiles.csv(charset, marked, lines));
                assertThat(read.path("encoding").asText()).isEqualTo(charset.equals(GBK) ? "GBK" : "UTF-8");
                assertThat(line(read, 2).path("name").asText()).isEqualTo("张三丰");
                assertThat(findings(read, 3)).containsExactly("OTS-ROSTER-039 B3");
                assertThat(line(read, 4).path("account").asText()).isEqualTo("003");
            }
        }
        JsonNode wide = read("t.txt", ListFiles.csv(StandardCharsets.UTF_16LE, false, "\uFEFF学号\t姓名\t班级", "A\t安\tHG1"));
        assertThat(line(wide, 2).path("name").asText()).isEqualTo("安");
        refused("bad.csv", new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'}, "OTS-ROSTER-004");
        refused("open.csv", ListFiles.csv(GBK, false, "学号,姓名", "\"1,张"), "OTS-ROSTER-005");
        refused("page.xls", "<html><table></table></html>".getBytes(StandardCharsets.UTF_8), "OTS-ROSTER-003");
        refused("none.csv", new byte[0], "OTS-ROSTER-001");
    }

    @Test
    void workbooksWithSurprises() throws IOException {
        byte[] merged = ListFiles.xlsx(sheet -> {
            row(sheet, 1, "M1", "甲", "HG1", "", "");
            row(sheet, 2, "M2", "乙", "", "", "");
            row(sheet, 3, "M3", "丙", "HG1", "", "");
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 2, 2));
        });
        JsonNode read = read("merged.xlsx", merged);
        assertThat(findings(read, 2)).contains("OTS-ROSTER-030 C2");
        assertThat(findings(read, 3)).contains("OTS-ROSTER-030 C2");
        assertThat(line(read, 4).path("state").asText()).isEqualTo("fresh");

        XSSFWorkbook two = new XSSFWorkbook();
        row(two.createSheet("说明"), 0, "请填写", "第二张表");
        Sheet second = two.createSheet("学生");
        row(second, 0, "2026 级名单");
        row(second, 2, "学 号*", "姓名（必填）");
        row(second, 3, 7, "丁");
        CellStyle zeros = two.createCellStyle();
        zeros.setDataFormat(two.createDataFormat().getFormat("00000"));
        second.getRow(3).getCell(0).setCellStyle(zeros);
        byte[] other = ListFiles.bytes(two);
        refused("two.xlsx", other, "OTS-ROSTER-012");
        String withClass = "/api/people/imports?name=two.xlsx&class=HG9";
        refused(teacher.upload(withClass + "&sheet=%E8%AF%B4%E6%98%8E", other), "OTS-ROSTER-011");
        refused(teacher.upload(withClass + "&sheet=x", other), "OTS-ROSTER-015");
        JsonNode found = teacher.upload("/api/people/imports?name=two.xlsx&class=HG9", other)
                .expect(200)
                .json();
        assertThat(found.path("sheet").asText()).isEqualTo("学生");
        assertThat(line(found, 4).path("account").asText()).isEqualTo("00007");
        assertThat(findings(found, 0)).containsExactly("OTS-ROSTER-021 ");

        byte[] plain = ListFiles.xlsx(sheet -> row(sheet, 1, "V1", "戊", "HG1", "", ""));
        byte[] macro = ListFiles.with(plain, Map.of("xl/vbaProject.bin", new byte[] {1, 2, 3}));
        assertThat(findings(read("macro.xlsm", macro), 0)).containsExactly("OTS-ROSTER-020 ");
        byte[] bomb = ListFiles.with(plain, Map.of("xl/media/a.bin", new byte[120 << 20]));
        assertThat(bomb.length).isLessThan(1 << 20);
        refused("bomb.xlsx", bomb, "OTS-ROSTER-007");
        String sheet = ListFiles.part(plain, "xl/worksheets/sheet1.xml");
        Path secret = Files.writeString(data.resolve("secret.txt"), "KEY-XQZ7");
        String entity = "<!DOCTYPE w [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        String evil = sheet.replaceFirst("\\?>", "?>" + entity).replace("<v>", "<v>&e;");
        refused(
                "entity.xlsx",
                ListFiles.with(plain, Map.of("xl/worksheets/sheet1.xml", evil.getBytes(StandardCharsets.UTF_8))),
                "OTS-ROSTER-009");
        refused("cut.xlsx", Arrays.copyOf(plain, plain.length / 2), "OTS-ROSTER-008");
        refused("zip.xlsx", ListFiles.with(new byte[0], Map.of("a", new byte[1])), "OTS-ROSTER-003");
        refused("big.xlsx", new byte[(8 << 20) + 1], "OTS-WEB-007");
    }

    @Test
    void twoHundredThousandRowsTakeLittleMemory() throws IOException, InterruptedException {
        byte[] huge = ListFiles.huge(200_000);
        refused("huge.xlsx", huge, "OTS-ROSTER-013");
        assertThat(small("huge.xlsx", huge)).contains("OTS-ROSTER-013").contains("200000");
        StringBuilder lines = new StringBuilder("学号,姓名,班级\n");
        for (int i = 0; i < 200_000; i++) {
            lines.append(i).append(",学员,HG1\n");
        }
        assertThat(small("huge.csv", lines.toString().getBytes(GBK))).contains("OTS-ROSTER-013");
        byte[] most = ListFiles.huge(2000);
        assertThat(small("most.xlsx", most)).contains("2000 rows, 0 wrong");
    }

    private static String small(String name, byte[] bytes) throws IOException, InterruptedException {
        Path file = Files.write(data.resolve(name), bytes);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallMemoryMain.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
