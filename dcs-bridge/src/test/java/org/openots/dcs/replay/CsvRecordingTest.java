package org.openots.dcs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.Quality;
import org.openots.dcs.publish.Reading;

/** Files that others wrote become recordings. */
class CsvRecordingTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");

    private static ReplayMapping mapping(String rest) {
        String file = "{\"format\":\"openots-replay-mapping\",\"formatVersion\":\"1.0\"," + rest + "}";
        return ReplayMappingReader.read(
                StrictJson.parse("m.json", file.getBytes(StandardCharsets.UTF_8), Findings.throwing()));
    }

    private static Recording read(String text, String rest) {
        return CsvRecording.parse("r.csv", text.getBytes(StandardCharsets.UTF_8), mapping(rest));
    }

    private static List<Reading> all(Recording recording) {
        return IntStream.range(0, recording.size())
                .boxed()
                .flatMap(i -> recording.scan(i).readings().stream())
                .toList();
    }

    private static long utc(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    @Test
    void theExampleIsRead() {
        ReplayMapping mapping = ReplayMappingReader.read(
                StrictJson.read(EXAMPLES.resolve("rig-recording.mapping.json"), Findings.throwing()));
        Recording recording = CsvRecording.read(EXAMPLES.resolve("rig-recording.csv"), mapping);
        assertThat(recording.size()).isEqualTo(120);
        assertThat(recording.time(0)).isEqualTo(utc("2026-03-02T00:00:00Z"));
        assertThat(recording.time(119)).isEqualTo(utc("2026-03-02T00:09:55Z"));
        assertThat(recording.scan(0).readings())
                .extracting(Reading::tag)
                .containsExactly("PI-701", "FIC-702", "P-702A");
        Reading pressure = recording.scan(0).readings().get(0);
        assertThat(pressure.value()).isCloseTo(3.4, within(1e-12));
        assertThat(recording.scan(41).readings())
                .contains(new Reading("FIC-702", Double.NaN, Quality.bad(Quality.Cause.UNKNOWN), recording.time(41)));
    }

    @Test
    void theExampleOfThePageReadsReadingsInGbkWithDecimalCommas() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "data-formats", "replay-mapping.md"));
        String example = page.substring(page.indexOf("```json\n") + 8, page.lastIndexOf("```"));
        ReplayMapping mapping = ReplayMappingReader.read(
                StrictJson.parse("page", example.getBytes(StandardCharsets.UTF_8), Findings.throwing()));
        String text = """
                趋势导出

                时间;位号;值;质量;描述
                2026年3月2日 8:00:05;TI-101.PV;351,45;192;"塔顶;温度"
                2026年3月2日 8:00:00;TI-101.PV;351,4;Good;
                2026年3月2日 8:00:00;LI-900.PV;不是数;Good;
                2026年3月2日 8:00:00;FIC-102.PV;1000,0;64;
                """.replace("\n", "\r\n");
        Recording recording = CsvRecording.parse("r.csv", text.getBytes(Charset.forName("GBK")), mapping);
        assertThat(recording.size()).isEqualTo(2);
        assertThat(recording.time(0)).isEqualTo(utc("2026-03-02T00:00:00Z"));
        assertThat(recording.scan(0).readings().get(0).value()).isCloseTo(78.25, within(1e-9));
        assertThat(recording.scan(0).readings().get(1).value()).isCloseTo(36_000, within(1e-6));
        assertThat(recording.scan(0).readings().get(1).quality().level()).isEqualTo(Quality.Level.UNCERTAIN);
        assertThat(recording.scan(1).readings())
                .singleElement()
                .satisfies(r -> assertThat(r.value()).isCloseTo(78.3, within(1e-9)));
        assertThat(recording.tags().get(1).unit()).isEqualTo("kg/h");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00:00+08:00,'\"form\":\"date-time\"'",
        "2026-03-02T00:00:00Z,'\"form\":\"date-time\"'",
        "2026/3/2 8:00,'\"form\":\"date-time\",\"zone\":\"Asia/Shanghai\"'",
        "2026.3.2 8:00:00.000,'\"form\":\"date-time\",\"zone\":\"Asia/Shanghai\"'",
        "20260302 08:00:00,'\"form\":\"date-time\",\"zone\":\"+08:00\"'",
        "1772409600000,'\"form\":\"epoch-ms\"'",
        "1772409600.0,'\"form\":\"epoch-s\"'",
        "3,'\"form\":\"elapsed\",\"step\":\"20 min\",\"start\":\"2026-03-02T07:00:00+08:00\"'",
        "3/2/2026 8:00:00 AM,'\"form\":\"pattern\",\"pattern\":\"M/d/yyyy h:mm:ss a\",\"zone\":\"Asia/Shanghai\"'",
    })
    void timesAreReadInManyForms(String cell, String form) {
        Recording recording = read(
                "t,v\n" + cell + ",1.5\n",
                "\"time\":{\"column\":\"t\"," + form
                        + "},\"columns\":[{\"column\":\"v\",\"tag\":\"X\",\"unit\":\"1\"}]");
        assertThat(recording.time(0)).isEqualTo(utc("2026-03-02T00:00:00Z"));
    }

    @Test
    void filesWithoutTimesOrNamesAreReadByNumber() {
        Recording recording = read(
                "1.5\t2\n1.6\t3\n\n1.7\t\n",
                "\"csv\":{\"headerLine\":0},"
                        + "\"time\":{\"form\":\"elapsed\",\"step\":\"3 min\",\"start\":\"2026-03-02T00:00:00Z\"},"
                        + "\"columns\":[{\"column\":\"#1\",\"tag\":\"A\",\"unit\":\"1\"},"
                        + "{\"column\":\"#2\",\"tag\":\"B\",\"unit\":\"%\"}]");
        assertThat(recording.size()).isEqualTo(3);
        assertThat(recording.time(2)).isEqualTo(utc("2026-03-02T00:06:00Z"));
        assertThat(all(recording)).extracting(Reading::value).containsExactly(1.5, 2.0, 1.6, 3.0, 1.7);
        assertThat(recording.find(utc("2026-03-02T00:01:00Z"))).isEqualTo(1);
        assertThat(recording.find(utc("2027-01-01T00:00:00Z"))).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t,v~2026-01-01 0:00,x|OTS-DCS-703|line 2|\"x\"",
                "t;v~2026-01-01 0:00;7,5|OTS-DCS-704|line 2|comma",
                "t,v~next week,1|OTS-DCS-705|line 2|\"next week\"",
                "t,w~2026-01-01 0:00,1|OTS-DCS-701|\"v\"|t, w",
                "t,v,v~2026-01-01 0:00,1,2|OTS-DCS-702|\"v\"|#n",
                "t,v~2026-01-01 0:00,\"1|OTS-DCS-708|line 2|quote",
                "t,v~|OTS-DCS-709|r.csv|no row",
            })
    void whatIsWrongIsToldWithLineAndColumn(String text, String code, String one, String other) {
        assertThatThrownBy(() -> read(
                        text.replace('~', '\n'),
                        "\"time\":{\"column\":\"t\",\"zone\":\"UTC\"},"
                                + "\"columns\":[{\"column\":\"v\",\"tag\":\"X\",\"unit\":\"1\"}]"))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining(code)
                .hasMessageContaining(one)
                .hasMessageContaining(other);
    }

    @Test
    void aTimeWithoutZoneNeedsOneAndAWrongEncodingIsTold() {
        String columns = "\"columns\":[{\"column\":\"v\",\"tag\":\"X\",\"unit\":\"1\"}]";
        assertThatThrownBy(() -> read("t,v\n2026-01-01 0:00,1\n", "\"time\":{\"column\":\"t\"}," + columns))
                .hasMessageContaining("OTS-DCS-706");
        byte[] gbk = "t,v,温度\n".getBytes(Charset.forName("GBK"));
        ReplayMapping utf8 =
                mapping("\"csv\":{\"encoding\":\"utf-8\"},\"time\":{\"column\":\"t\",\"zone\":\"UTC\"}," + columns);
        assertThatThrownBy(() -> CsvRecording.parse("r.csv", gbk, utf8)).hasMessageContaining("OTS-DCS-707");
    }

    @Test
    void mistakesOfAMappingAreNamedWithTheirPlace() {
        String file = """
                {"format": "openots-replay-mapping", "formatVersion": "1.0",
                 "csv": {"separator": "::", "encoding": "big5"},
                 "time": {"form": "elapsed", "start": "yesterday", "step": "0 s", "zone": "Mars"},
                 "columns": [{"column": "a", "tag": "X", "unit": "kg/h", "as": "°C"},
                             {"column": "b", "tag": "X", "unit": "furlong"}]}
                """;
        Findings findings = Findings.collecting();
        ReplayMappingReader.read(StrictJson.parse("m.json", file.getBytes(StandardCharsets.UTF_8), findings));
        assertThat(findings.all())
                .extracting(Finding::pointer)
                .contains(
                        "/csv/separator",
                        "/csv/encoding",
                        "/time/start",
                        "/time/step",
                        "/time/zone",
                        "/columns/0/as",
                        "/columns/1/tag",
                        "/columns/1/unit");
        assertThat(findings.all())
                .allSatisfy(
                        f -> assertThat(f.messageIn(Locale.SIMPLIFIED_CHINESE)).isNotEmpty());
    }
}
