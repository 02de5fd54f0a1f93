package org.openots.dcs.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.dcs.agent.NativeReceiver;
import org.openots.dcs.agent.RigTopics;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.frame.FrameArchive;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;

/** The sender as a program of its own, over the embedded broker. */
@Timeout(60)
class RigAgentMainTest {
    @TempDir
    Path folder;

    private Path settings(int port) throws IOException {
        String json = """
                {"format": "openots-rig-agent", "formatVersion": "1.0", "site": "s", "rig": "r", "consumers": ["bridge"],
                 "journal": "%s",
                 "broker": {"host": "127.0.0.1", "port": %d, "clientId": "agent", "protocol": "v3"}}
                """.formatted(folder.resolve("journal"), port);
        return Files.writeString(folder.resolve("agent.json"), json);
    }

    @Test
    void linesArriveAndWrongOnesAreTold() throws IOException, InterruptedException {
        int port = BrokerProcess.freePort();
        Path archive = folder.resolve("archive");
        Path told = folder.resolve("told");
        Process agent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RigAgentMain.class.getName(),
                        settings(port).toString())
                .redirectError(told.toFile())
                .start();
        try (BrokerProcess broker = BrokerProcess.embedded(folder, port).start();
                NativeReceiver receiver = new NativeReceiver(
                        new RigTopics("s", "r"),
                        "bridge",
                        LinkSettings.local(port, "bridge"),
                        new FrameArchive(archive, 1 << 20, 10),
                        (frame, arrival, historical) -> {},
                        new LinkClock(InstantSource.system(), System::nanoTime),
                        new SplittableRandom(1))) {
            try (BufferedWriter lines =
                    new BufferedWriter(new OutputStreamWriter(agent.getOutputStream(), StandardCharsets.UTF_8))) {
                lines.write("{\"t\":1,\"d\":[[\"TI-101\",1.5]]}\n");
                lines.write("{\"t\":2,\"d\":[[\"TI-101\",\"1.5\"]]}\n");
                lines.write("{\"t\":3,\"d\":[[\"TI-101\",2.5]]}\n");
            }
            assertThat(agent.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(agent.exitValue()).isZero();
            assertThat(broker.pid()).isPositive();
            assertThat(receiver.status().rejected()).isZero();
        } finally {
            agent.destroyForcibly();
        }
        List<Double> values = new ArrayList<>();
        FrameArchive.read(archive, frame -> values.add(frame.entries().get(0).value()));
        assertThat(values).containsExactly(1.5, 2.5);
        assertThat(Files.readString(told))
                .contains("OTS-FRAME-006")
                .contains("第 2 行")
                .contains("Line 2");
    }

    /** The program under a limit, over mosquitto: writes lines and gives the values that arrive and what it said. */
    private Ran run(Path home, List<String> before, List<String> options, String charset, int lines)
            throws IOException, InterruptedException {
        Path own = Files.createDirectories(home);
        int port = BrokerProcess.freePort();
        Path file = Files.writeString(
                own.resolve("设置.json"),
                Files.readString(settings(port))
                        .replace(folder.resolve("journal").toString(), own + "/日志"));
        Path said = own.resolve("said");
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=" + charset,
                "-Dstdout.encoding=" + charset,
                "-Dstderr.encoding=" + charset,
                "-cp",
                System.getProperty("java.class.path"),
                RigAgentMain.class.getName(),
                file.toString()));
        Process agent = new ProcessBuilder(command).redirectError(said.toFile()).start();
        try (BrokerProcess broker =
                BrokerProcess.mosquitto(folder, port, BrokerProcess.open(port)).start()) {
            try (BufferedWriter to =
                    new BufferedWriter(new OutputStreamWriter(agent.getOutputStream(), StandardCharsets.UTF_8))) {
                for (int i = 0; i < lines; i++) {
                    to.write("{\"t\":" + i + ",\"d\":[[\"温度-101\"," + i + "]" + ",[\"TI-999\",1]".repeat(60) + "]}\n");
                }
            }
            // only now, so that nothing is acknowledged and trimmed before the journal has to hold it all
            try (NativeReceiver receiver = new NativeReceiver(
                    new RigTopics("s", "r"),
                    "bridge",
                    LinkSettings.local(port, "bridge"),
                    new FrameArchive(own.resolve("存档"), 1 << 20, 10),
                    (frame, arrival, historical) -> {},
                    new LinkClock(InstantSource.system(), System::nanoTime),
                    new SplittableRandom(1))) {
                assertThat(agent.waitFor(40, TimeUnit.SECONDS)).isTrue();
                assertThat(broker.pid()).isPositive();
                assertThat(receiver.status().rejected()).isZero();
            }
        } finally {
            agent.destroyForcibly();
        }
        Set<String> values = new TreeSet<>();
        FrameArchive.read(
                own.resolve("存档"),
                frame -> values.add(frame.entries().get(0).tag() + "="
                        + frame.entries().get(0).value()));
        return new Ran(agent.exitValue(), values, Files.readString(said, Charset.forName(charset)));
    }

    private record Ran(int code, Set<String> values, String said) {}

    /** The kernel refuses to make any file longer than 64 KiB, as a full disk refuses to take more. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the limit is set by a Unix shell")
    void case20ADiskThatFillsUpInTheMiddleLosesNothing() throws IOException, InterruptedException {
        List<String> limited = List.of("bash", "-c", "ulimit -f 64; exec \"$0\" \"$@\"");
        Ran ran = run(folder.resolve("full"), limited, List.of(), "UTF-8", 600);
        assertThat(ran.values()).hasSize(600).contains("温度-101=0.0", "温度-101=599.0");
        assertThat(ran.said()).contains("OTS-FRAME-001");
        assertThat(ran.code()).isZero();
    }

    /** Names of files, of tags and a console that are Chinese, whatever the encoding of the machine. */
    @Test
    void case27ChinesePathsAndAGbkConsoleGiveTheSameResults() throws IOException, InterruptedException {
        Ran gbk = run(folder.resolve("装置 一号"), List.of(), List.of(), "GBK", 20);
        Ran utf8 = run(folder.resolve("plain"), List.of(), List.of(), "UTF-8", 20);
        assertThat(gbk.values()).hasSize(20).isEqualTo(utf8.values());
        assertThat(gbk.said()).contains("已连接");
        assertThat(gbk.code()).isZero();
        assertThat(folder.resolve("装置 一号/日志")).isDirectory();
    }

    @Test
    void theSampleOfThePackageFitsSchemaAndReader() throws IOException {
        byte[] schemaText = StrictJson.bytes(AgentFile.class, "openots-rig-agent.schema.json");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(schemaText, StandardCharsets.UTF_8), InputFormat.JSON);
        String sample = new String(StrictJson.bytes(AgentFile.class, "kit/agent.sample.json"), StandardCharsets.UTF_8);
        ObjectMapper mapper = new ObjectMapper();
        assertThat(schema.validate(mapper.readTree(sample))).isEmpty();
        Files.writeString(folder.resolve("rig.login"), "rig\nsecret\n");
        AgentFile file = AgentFile.read(StrictJson.parse("agent.json", sample, Findings.throwing()), folder);
        assertThat(file.source()).contains(folder.resolve("scans.jsonl"));
        assertThat(file.settings().journals()).isEqualTo(folder.resolve("journal"));
        for (String[] mistake : new String[][] {
            {"\"1.1\"", "\"2.0\""},
            {"\"site\"", "\"sight\""},
            {"8883", "0"},
            {"\"rig-agent\"", "\"a b\""},
            {"\"rig\":", "\"r\":"}
        }) {
            assertThat(sample).contains(mistake[0]);
            String wrong = sample.replace(mistake[0], mistake[1]);
            assertThat(schema.validate(mapper.readTree(wrong))).as(wrong).isNotEmpty();
            assertThatThrownBy(() -> AgentFile.read(StrictJson.parse("agent.json", wrong, Findings.throwing()), folder))
                    .as(wrong)
                    .isInstanceOf(OtsException.class);
        }
    }

    @Test
    void wrongSettingsAreNamedWithTheirPlace() throws IOException {
        Path file = settings(1883);
        Files.writeString(file, Files.readString(file).replace("\"site\": \"s\"", "\"sight\": \"s\""));
        assertThatThrownBy(() -> AgentFile.read(StrictJson.read(file, Findings.throwing()), folder))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(CommonError.JSON_MISSING_FIELD));
    }
}
