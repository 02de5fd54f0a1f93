package org.openots.instructor.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log of the installed suite says where. */
class LoggingTest {
    @TempDir
    private Path folder;

    /** What they fail at is told as a mistake of the workbook; a stack trace beside it helps nobody. */
    @Test
    void readersOfWorkbooksComplainToTheFileOnly() throws JoranException {
        LoggerContext context = new LoggerContext();
        context.putProperty("openots.logs", folder.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(
                Path.of("src", "main", "resources", "logback.xml").toFile());
        try {
            assertThat(context.getLogger("ROOT").getAppender("ERR")).isNotNull();
            assertThat(context.getLogger("org.apache.poi").isAdditive()).isFalse();
            assertThat(context.getLogger("org.apache.poi").getAppender("ERR")).isNull();
            assertThat(context.getLogger("org.apache.poi").getAppender("FILE")).isNotNull();
        } finally {
            context.stop();
        }
    }
}
