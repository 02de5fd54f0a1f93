package org.openots.instructor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

class CommandLineTest {
    @TempDir
    private Path folder;

    private record Result(int code, String out, String err) {}

    private static Result execute(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = OpenOts.execute(List.of(new RunCommand(StationFixture::content)), args);
            return new Result(code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Test
    void helpIsOnStandardOutput() {
        Result result = execute("run", "--help");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("--demo")
                .contains("--port")
                .contains("--data")
                .contains("--json");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void badInputIsExitCodeTwoInBothLanguages() {
        for (String[] args :
                new String[][] {{"run", "--port", "abc"}, {"run", "--port", "70000"}, {"run", "--fly"}, {"walk"}, {}}) {
            Result result = execute(args);
            assertThat(result.code()).as(String.join(" ", args)).isEqualTo(OpenOts.BAD_INPUT);
            assertThat(result.err()).contains("命令行有误").contains("Wrong command line");
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void aDataFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Result result = execute("run", "--port", "0", "--data", file.toString());
        assertThat(result.code()).isEqualTo(OpenOts.BAD_INPUT);
        assertThat(result.err()).contains("OTS-STORE-002").contains("数据文件夹").contains("data folder");
    }

    @Test
    void aSecondStationInTheSameFolderIsRefused() {
        try (StationFixture station = StationFixture.start(folder)) {
            assertThat(station.address().port()).isPositive();
            Result result = execute("run", "--port", "0", "--data", folder.toString());
            assertThat(result.code()).isEqualTo(OpenOts.BAD_INPUT);
            assertThat(result.err()).contains("OTS-STORE-003");
        }
    }

    @Test
    void aPortInUseIsRefusedAndNothingStaysOpen() {
        try (StationFixture station = StationFixture.start(folder.resolve("a"))) {
            String port = Integer.toString(station.address().port());
            Result result = execute(
                    "run",
                    "--bind",
                    "127.0.0.1",
                    "--port",
                    port,
                    "--data",
                    folder.resolve("b").toString());
            assertThat(result.code()).isEqualTo(OpenOts.BAD_INPUT);
            assertThat(result.err()).contains("OTS-APP-002").contains(port);
        }
        StationFixture.start(folder.resolve("b")).close();
    }

    @Test
    void aFaultOfTheStationItselfIsExitCodeOne() {
        assertThat(ExitCodes.of(new OtsException(StationError.NO_CONTENT))).isEqualTo(OpenOts.FAILURE);
        assertThat(ExitCodes.of(new OtsException(StationError.DATA_FOLDER, "a", "b")))
                .isEqualTo(OpenOts.BAD_INPUT);
    }
}
