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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.error.CommonError;
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
                "strategy",
                "strategy check",
                "strategy dry-run",
                "hazop",
                "hazop check",
                "hazop verify",
                "bridge",
                "bridge check",
                "bridge import",
                "bridge setup",
                "bridge agent-package",
                "bridge audit",
                "bridge audit verify",
                "bridge twin-study",
                "bridge twin-signatures",
                "bridge skills",
                "rig",
                "replay",
                "verify",
                "score",
                "scenario",
                "scenario check",
                "backup",
                "restore"
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "walk | 没有命令“walk”，可用命令：run sim plant rubric strategy hazop bridge rig replay verify score debrief scenario results backup restore | there is no command \"walk\"",
                "'' | 缺少命令，可用命令：run sim | a command is missing; choose one of: run sim",
                "sim | 缺少命令，可用命令：run | a command is missing; choose one of: run",
                "sim run --plant x --from cold --fly | 没有选项 --fly | there is no option --fly",
                "rubric check A-1 A-2 | 多余的参数“A-2” | the argument \"A-2\" is too much",
                "sim run --from cold | 缺少必须给出的选项 --plant | required: --plant",
                "plant check | 缺少必须给出的参数 PACK | required: PACK",
                "sim run --plant x --from cold --until | 选项 --until 后面缺少值 | the value behind option --until",
                "sim run --plant x --from cold --seed x | --seed 的值“x”不正确，应为整数 | \"x\" of --seed is wrong; it must be a whole number",
                "sim run --plant x --from cold --seed 1 --seed 2 | 选项 --seed 只能写一次 | option --seed may be given only once",
                "run --port 70000 | --port 的值“70000”不正确，必须在 0 … 65535 之间 | must be in 0 … 65535",
            })
    void whatIsWrongIsSaidInBothLanguages(String typed, String zh, String en) {
        CommandLineRun result = CommandLineRun.of(typed.isEmpty() ? new String[0] : typed.split(" "));
        assertThat(result.code()).isEqualTo(OpenOts.BAD_INPUT);
        assertThat(result.out()).isEmpty();
        List<String> lines = result.err().lines().limit(2).toList();
        assertThat(lines.get(0)).startsWith("命令行有误：").contains(zh);
        assertThat(lines.get(1)).startsWith("Wrong command line: ").contains(en).doesNotContainPattern("\\p{IsHan}");
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
        assertThat(ExitCodes.of(new OtsException(CommonError.FILE_DISK_FULL, "a.csv")))
                .isEqualTo(OpenOts.FAILURE);
        assertThat(ExitCodes.of(new OtsException(StationError.DATA_FOLDER, "a", "b")))
                .isEqualTo(OpenOts.BAD_INPUT);
    }
}
