package org.openots.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A class of robots takes minutes and is run by hand; what the command refuses is tested here. */
class LoadCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"--seats 0", "--seats 301", "--minutes 0", "--minutes NaN", "--exam --kills -1", "--replay -1"})
    void whatIsOutOfRangeIsNamedInBothLanguages(String words) {
        StringWriter err = new StringWriter();
        CommandLine command = Bench.commandLine();
        command.setErr(new PrintWriter(err));
        assertThat(command.execute(("load " + words).split(" ", -1))).isEqualTo(2);
        assertThat(err.toString().lines().filter(line -> line.startsWith("OTS-BENCH-005")))
                .hasSize(2);
    }
}
