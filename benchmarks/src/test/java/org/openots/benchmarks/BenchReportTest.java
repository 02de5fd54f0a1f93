package org.openots.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.benchmarks.BenchReport.Result;

class BenchReportTest {
    private static final Result CALIBRATION = new Result("CalibrationBenchmark.unit", 20, 1);

    @Test
    void timesAreMultiplesOfTheCalibrationLoop() throws Exception {
        BenchReport report = new BenchReport("17.0.15", 2, List.of(CALIBRATION, new Result("A.b", 50, Double.NaN)));
        JsonNode json = new ObjectMapper().readTree(report.json());
        assertThat(report.json()).doesNotContain("\n");
        assertThat(json.at("/formatVersion").asText()).isEqualTo("1.0");
        assertThat(json.at("/results/0/ratio").asDouble()).isEqualTo(1);
        assertThat(json.at("/results/1/name").asText()).isEqualTo("A.b");
        assertThat(json.at("/results/1/ratio").asDouble()).isEqualTo(2.5);
        assertThat(json.at("/results/1/errorMicroseconds").isNull()).isTrue();
        assertThat(report.table()).contains("A.b", "2.500");
    }

    @Test
    void documentedExampleHasTheFieldsThatAreWritten() throws Exception {
        String page = Files.readString(Path.of("../docs/data-formats/benchmark.md"));
        String example = page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));
        JsonNode documented = new ObjectMapper().readTree(example);
        JsonNode written = new ObjectMapper().readTree(new BenchReport("17", 2, List.of(CALIBRATION)).json());
        assertThat(written.fieldNames()).toIterable().containsExactlyElementsOf(documented::fieldNames);
        assertThat(written.at("/results/0").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(documented.at("/results/0")::fieldNames);
    }

    @Test
    void withoutCalibrationThereIsNoReport() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BenchReport("17", 2, List.of(new Result("A.b", 50, 1))))
                .withMessageContaining("CalibrationBenchmark.unit");
    }
}
