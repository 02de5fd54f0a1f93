package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static String told(boolean terminal, int total) {
        StringWriter written = new StringWriter();
        ProgressLine progress = new ProgressLine(new PrintWriter(written), terminal);
        for (int done = 1; done <= total; done++) {
            progress.at(done, total);
        }
        progress.end();
        return written.toString();
    }

    @Test
    void aTerminalHasOneLineThatIsWrittenOver() {
        assertThat(told(true, 3)).isEqualTo("\r1/3\r2/3\r3/3" + System.lineSeparator());
    }

    @Test
    void aLogHasALineForEachTenth() {
        assertThat(told(false, 145).lines())
                .hasSize(10)
                .startsWith("15/145", "29/145")
                .endsWith("145/145");
        assertThat(told(false, 3).lines()).containsExactly("1/3", "2/3", "3/3");
    }
}
