package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.instructor.app.CommandLineRun;

/** {@code openots sim run}: what it refuses and by what it scores; whole runs are the subject of another test. */
class SimCommandTest {
    private static final Path FULL_DISK = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private static CommandLineRun run(String from, String more) {
        List<String> words = new ArrayList<>(List.of("sim", "run", "--plant", "ethanol-water-rig", "--from", from));
        if (!more.isEmpty()) {
            words.addAll(List.of(more.split(" ")));
        }
        return CommandLineRun.of(words.toArray(new String[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "--until abc,OTS-CLI-001,选项 --until 的值“abc”不是时长,\"abc\" of option --until is not a duration",
        "--until ３min,OTS-CLI-001,“３min”,\"３min\"",
        "--until 1e3,OTS-CLI-001,“1e3”,例如 60s、5min、2h",
        "--until=-5,OTS-CLI-002,“-5”,it must be from 0.1 s to 1000 h",
        "--until 0,OTS-CLI-002,“0”,--until",
        "--until 99999999h,OTS-CLI-002,“99999999h”,1000 h",
        "--until 1min --fault A-F05@,OTS-CLI-001,选项 --fault 的值“”,option --fault",
        "--until 1min --fault A-F05@-10s,OTS-CLI-002,“-10s”,--fault",
        "--until 1min --fault A-F05@60s;sev=2,OTS-CLI-001,“60s;sev=2”,--fault",
        "--until 1min --task A-9,OTS-RUBRIC-101,A-9,A-9",
        "--until 1min --task A-1,OTS-CLI-004,任务 A-1 从工况 cold 开始,this run begins at normal",
        "--until 1min --script expert-A-1,OTS-CLI-004,A-1,cold",
        "--until 1min --script idle,OTS-CLI-003,--task 指定：A-2 A-3 A-4,A-2 A-3 A-4",
        "--until 1min --script expert,OTS-CLI-003,A-2 A-3,A-2 A-3",
        "--until 1min --script nosuch --task A-2,OTS-ROBOT-001,nosuch,nosuch",
    })
    void whatIsRefusedLeavesAnEarlierFileAsItIs(String more, String code, String zh, String other) throws IOException {
        Path out = Files.writeString(folder.resolve("old.csv"), "precious");
        CommandLineRun run = run("normal", more + " --out " + out);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(code, zh, other);
        assertThat(run.out()).isEmpty();
        assertThat(out).hasContent("precious");
    }

    @ParameterizedTest
    @CsvSource({
        "cold,--script expert,A-1",
        "cold,--script idle,A-1",
        "normal,--script idle --task A-3,A-3",
        "normal,--script expert-A-2,A-2",
        "normal,--task A-2,A-2",
        "normal,--script idle --task none,''",
        "normal,'',''",
    })
    void theTaskIsTheOneThatFits(String from, String more, String task) throws IOException {
        CommandLineRun run = run(from, (more + " --until 2s --json").trim());
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertThat(result.path("simulatedSeconds").asDouble()).isEqualTo(2);
        assertThat(result.has("score")).isEqualTo(!task.isEmpty());
        assertThat(result.path("task").asText()).isEqualTo(task);
    }

    @Test
    void filesThatCannotBeWrittenAreExplainedWithoutNamesOfClasses() {
        CommandLineRun folderThere = run("cold", "--until 1s --out " + folder);
        assertThat(folderThere.code()).isEqualTo(2);
        assertThat(folderThere.err()).contains("OTS-FILE-002", "这是一个文件夹", "it is a folder");
        CommandLineRun nowhere = run("cold", "--until 1s --out " + folder.resolve("none/x.csv"));
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err())
                .contains("OTS-FILE-002", "没有这个文件或文件夹", "there is no such file or folder")
                .doesNotContain("Exception");
    }

    @Test
    @EnabledIf("hasFullDisk")
    void aFullDiskIsAFailure() {
        CommandLineRun run = run("cold", "--until 1s --out " + FULL_DISK);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("OTS-FILE-003", "磁盘已满", "the disk is full");
    }

    static boolean hasFullDisk() {
        return Files.isWritable(FULL_DISK);
    }

    @Test
    void anySecondOfARunIsSeenAgainWithinASecond() throws IOException {
        CommandLineRun run = CommandLineRun.of("sim", "seek", "--minutes", "2", "--seeks", "10", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertThat(result.path("modelSeconds").asDouble()).isBetween(120.0, 300.0);
        for (String state : new String[] {"open", "closed"}) {
            assertThat(result.path(state).path("p99Ms").asDouble()).as(state).isBetween(0.01, 1000.0);
        }
    }
}
