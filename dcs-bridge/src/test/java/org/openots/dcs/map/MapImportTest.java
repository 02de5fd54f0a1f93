package org.openots.dcs.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalRange;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.simulator.engine.PlantSignals;

class MapImportTest {
    private static final PlantSignals SIGNALS = new PlantSignals(
            new SignalTable(List.of(signal("TI-702", "°C"), signal("PI-701", "kPa(g)"), signal("XV-701", ""))),
            Map.of("TI-702", new SignalRange(0, 150), "PI-701", new SignalRange(-20, 50)));

    private static final String EXPORT = """
            浙江某厂 点表,,,,
            序号,位号,描述,工程单位,量程下限,量程上限
            1,TI702.PV,"塔釜, ""温度\""",℉,32,302
            2,PI_701,塔顶压力,KPaG,-20,50

            3,LI-999,别的装置,%,0,100
            4,XV-701,阀,,0,0
            """;

    private static Signal signal(String name, String unit) {
        return new Signal(name, unit, new LocalText(name, name));
    }

    private static MapImport.Result read(byte[] bytes, Findings findings) {
        return MapImport.read(
                "points.csv",
                bytes,
                new MapImport.Request("ethanol-water-rig", SIGNALS, "dcs/rig", Dialect.NEURON_VALUES),
                findings);
    }

    private static void isTheExport(byte[] bytes) {
        MapImport.Result result = read(bytes, Findings.throwing());
        assertThat(result.map().tags()).extracting(MappedTag::tag).containsExactly("TI-702", "PI-701", "XV-701");
        assertThat(result.map().tags())
                .extracting(tag -> tag.source().item())
                .containsExactly("TI702.PV", "PI_701", "XV-701");
        MappedTag temperature = result.map().tags().get(0);
        assertThat(temperature.conversion().in().symbol()).isEqualTo("degF");
        assertThat(temperature.checks().range()).isEqualTo(new SignalRange(0, 150));
        assertThat(result.map().tags().get(1).conversion().in().symbol()).isEqualTo("kPa(g)");
        assertThat(result.map().tags().get(2).isSwitch()).isTrue();
        assertThat(result.leftOut()).containsExactly(new MapImport.LeftOut(6, "LI-999"));
        assertThat(TagMapReader.read(
                        "map.json",
                        result.json().toString().getBytes(StandardCharsets.UTF_8),
                        plant -> SIGNALS,
                        Findings.throwing()))
                .isEqualTo(result.map());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,COMMA", "GBK,COMMA", "UTF-8,SEMICOLON", "GBK,TAB", "UTF-16,TAB"})
    void textInAnyEncodingWithAnySeparator(String charset, String separator) {
        String mark = Map.of("COMMA", ",", "SEMICOLON", ";", "TAB", "\t").get(separator);
        String text = EXPORT.replace("塔釜, ", "塔釜").replace(",", mark).replace("塔釜", "塔釜, ");
        isTheExport(text.getBytes(Charset.forName(charset)));
        isTheExport(text.replace("\n", "\r\n").getBytes(Charset.forName(charset)));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeading() {
        MapImport.Result result = read("\uFEFF位号,单位\nTI-702,℃\n".getBytes(StandardCharsets.UTF_8), Findings.throwing());
        assertThat(result.map().tags()).extracting(MappedTag::tag).containsExactly("TI-702");
    }

    @Test
    void aWorkbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("点表");
            String[] lines = EXPORT.replace("\"塔釜, \"\"温度\"\"\"", "塔釜").split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                XSSFRow row = sheet.createRow(i);
                String[] cells = lines[i].split(",", -1);
                for (int j = 0; j < cells.length; j++) {
                    if (cells[j].matches("-?\\d+")) {
                        row.createCell(j).setCellValue(Double.parseDouble(cells[j]));
                    } else {
                        row.createCell(j).setCellValue(cells[j]);
                    }
                }
            }
            book.write(out);
            isTheExport(out.toByteArray());
        }
    }

    private static List<Finding> findings(String text) {
        Findings findings = Findings.collecting();
        read(text.getBytes(Charset.forName("GBK")), findings);
        return findings.all();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "℉|Nm|/3/工程单位|OTS-MAP-001|不认识单位|not known",
                "℉|MPa|/3/工程单位|OTS-MAP-002|不能换算|cannot be converted",
                "32,302|302,32|/3/量程下限/量程上限|OTS-MAP-009|是空的|is empty",
                "32,302|32,abc|/3|OTS-MAP-020|不是数字|is no number",
                "PI_701|TI-702|/4/位号|OTS-JSON-012|TI-702|TI-702",
                "序号|tag|/2|OTS-MAP-019|含义相同|mean the same"
            })
    void mistakesNameLineAndColumn(String right, String wrong, String place, String code, String zh, String en) {
        assertThat(findings(EXPORT.replace(right, wrong))).anySatisfy(finding -> {
            assertThat(finding.pointer()).isEqualTo(place);
            assertThat(finding.code().code()).isEqualTo(code);
            assertThat(finding.in(Locale.SIMPLIFIED_CHINESE)).contains("points.csv#" + place, zh);
            assertThat(finding.in(Locale.ENGLISH)).contains(en);
        });
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> findings("a,b\n1,2\n"))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(MapError.NO_HEADINGS));
        assertThatThrownBy(() -> findings("位号,单位\nTI-702,\"C\n")).isInstanceOfSatisfying(OtsException.class, e -> {
            assertThat(e.errorCode()).isEqualTo(MapError.QUOTE);
            assertThat(e.messageIn(Locale.ENGLISH)).contains("points.csv#/2");
        });
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0}, Findings.collecting()))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(MapError.NOT_A_TABLE));
        assertThatThrownBy(() -> read(new byte[] {(byte) 0xFF, 'a', (byte) 0xFF, 0}, Findings.collecting()))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(MapError.NOT_A_TABLE));
    }
}
