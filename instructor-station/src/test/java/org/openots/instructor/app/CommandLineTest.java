package org.openots.instructor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

class CommandLineTest {
    @TempDir
    private Path folder;

    private static CommandLineRun execute(String... args) {
        return CommandLineRun.with(List.of(new RunCommand(StationFixture::content)), args);
    }

    @Test
    void helpIsOnStandardOutput() {
        CommandLineRun result = execute("run", "--help");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("--demo")
                .contains("--port")
                .contains("--data")
                .contains("--json");
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "run",
                "sim",
                "sim run",
                "plant",
                "plant check",
                "plant ic",
                "rubric",
                "rubric check",
                "verify",
                "score"
            })
    void everyCommandExplainsItselfInBothLanguages(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.removeIf(String::isEmpty);
        words.add("--help");
        CommandLineRun result = CommandLineRun.of(words.toArray(new String[0]));
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("用法 / Usage: openots " + command);
        // every description has Chinese, and every one has English beside it or in the next line
        assertThat(result.out()).containsPattern("\\p{IsHan}").containsPattern("[a-z]{3,} [a-z]");
        assertThat(result.out()).contains("显示帮助后退出 / show this help and exit");
    }

    @Test
    void badInputIsExitCodeTwoInBothLanguages() {
        for (String[] args :
                new String[][] {{"run", "--port", "abc"}, {"run", "--port", "70000"}, {"run", "--fly"}, {"walk"}, {}}) {
            CommandLineRun result = execute(args);
            assertThat(result.code()).as(String.join(" ", args)).isEqualTo(OpenOts.BAD_INPUT);
            assertThat(result.err()).contains("命令行有误").contains("Wrong command line");
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void aDataFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        CommandLineRun result = execute("run", "--port", "0", "--data", file.toString());
        assertThat(result.code()).isEqualTo(OpenOts.BAD_INPUT);
        assertThat(result.err()).contains("OTS-STORE-002").contains("数据文件夹").contains("data folder");
    }

    @Test
    void aSecondStationInTheSameFolderIsRefused() {
        try (StationFixture station = StationFixture.start(folder)) {
            assertThat(station.address().port()).isPositive();
            CommandLineRun result = execute("run", "--port", "0", "--data", folder.toString());
            assertThat(result.code()).isEqualTo(OpenOts.BAD_INPUT);
            assertThat(result.err()).contains("OTS-STORE-003");
        }
    }

    @Test
    void aPortInUseIsRefusedAndNothingStaysOpen() {
        try (StationFixture station = StationFixture.start(folder.resolve("a"))) {
            String port = Integer.toString(station.address().port());
            CommandLineRun result = execute(
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
