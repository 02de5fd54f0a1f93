package org.openots.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openots.common.error.OtsException;
import picocli.CommandLine;

/** The comparison with CVODE needs SUNDIALS and is run by hand; what it refuses is tested here. */
class CvodeCommandTest {
    @ParameterizedTest
    @CsvSource({
        "--plant ethanol-water-rig --seconds -1, OTS-BENCH-004",
        "--plant ethanol-water-rig --rtol 1, OTS-BENCH-004",
        "--plant ethanol-water-rig --set FV-705, OTS-BENCH-003",
        "--plant ethanol-water-rig --set FV-705=x, OTS-BENCH-003",
        "--plant ethanol-water-rig --set nosuch=1, OTS-PROC-001",
        "--plant nosuch, OTS-PLANT-005"
    })
    void mistakesAreNamedInBothLanguages(String words, String code) {
        StringWriter err = new StringWriter();
        CommandLine command = Bench.commandLine();
        command.setErr(new PrintWriter(err));
        assertThat(command.execute(("cvode " + words).split(" ", -1))).isEqualTo(2);
        assertThat(err.toString().lines().filter(line -> line.startsWith(code))).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(BenchError.class)
    void messagesExistInBothLanguages(BenchError error) {
        OtsException refusal = new OtsException(error, "first", "second", "third", "fourth");
        String chinese = refusal.messageIn(Locale.CHINA);
        String english = refusal.messageIn(Locale.ENGLISH);
        assertThat(chinese).contains("first").isNotEqualTo(english);
        assertThat(english).contains("first").doesNotContain("{");
    }

    @Test
    void programOfTheBridgeIsShipped() {
        assertThat(CvodeBridge.class.getResource("cvode_bridge.c")).isNotNull();
    }
}
