package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.dcs.agent.NativeReceiver;
import org.openots.dcs.agent.RigTopics;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.frame.FrameArchive;
import org.openots.dcs.mqtt.Credentials;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.instructor.app.CommandLineRun;

/**
 * The sender beside a rig as a school gets it: packed, unpacked into a folder with a Chinese name, run from its jar alone
 * against a mosquitto of {@code bridge setup}; killed and started again.
 */
@Timeout(240)
class AgentKitIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final Queue<Double> values = new ConcurrentLinkedQueue<>();
    private Path home = Path.of("");
    private Path scans = Path.of("");
    private int port;
    private int written;

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1200 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private void unpack(Path zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve("精馏 装置").resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
        home = folder.resolve("精馏 装置").resolve("openots-agent");
    }

    private void settings(String login) throws IOException {
        String json = Files.readString(home.resolve("agent.sample.json"))
                .replace("broker.school", "127.0.0.1")
                .replace("8883", Integer.toString(port))
                .replace("rig.login", login);
        Files.writeString(home.resolve("agent.json"), json);
    }

    private Process agent(String... more) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("agent.sh").toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("agent.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private int selfTest() throws IOException, InterruptedException {
        Process test = agent("--self-test");
        assertThat(test.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return test.exitValue();
    }

    private void scan(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            written++;
            String line = "{\"t\":" + System.currentTimeMillis() + ",\"d\":[[\"TI101\"," + written + "]]}\n";
            Files.writeString(scans, line, StandardOpenOption.APPEND);
        }
    }

    private LinkSettings link(String user) {
        LinkSettings.TlsFiles tls = new LinkSettings.TlsFiles(
                folder.resolve("setup/ca.crt"), java.util.Optional.empty(), java.util.Optional.empty());
        return LinkSettings.local(port, user)
                .with(new LinkSettings.Access(
                        java.util.Optional.of(tls),
                        java.util.Optional.of(Credentials.read(folder.resolve("setup/" + user + ".login"))),
                        false));
    }

    @Test
    void aSchoolUnpacksTestsRunsKillsAndGoesOn() throws IOException, InterruptedException {
        port = BrokerProcess.freePort();
        CommandLineRun setup =
                CommandLineRun.of("bridge", "setup", folder.resolve("setup").toString(), "--port", "" + port, "--json");
        assertThat(setup.code()).as(setup.err()).isZero();
        Path zip = folder.resolve("agent.zip");
        CommandLineRun packed = CommandLineRun.of("bridge", "agent-package", "--out", zip.toString(), "--json");
        assertThat(packed.code()).as(packed.err()).isZero();
        JsonNode result = JSON.readTree(packed.out());
        assertThat(result.path("jarBytes").asLong()).isBetween(1_000_000L, 6_000_000L);
        assertThat(CommandLineRun.of("bridge", "agent-package", "--out", zip.toString())
                        .code())
                .isEqualTo(2);
        unpack(zip);
        assertThat(home.resolve("agent.bat")).content(StandardCharsets.US_ASCII).contains("%~dp0", "\r\n");
        Files.copy(folder.resolve("setup/ca.crt"), home.resolve("ca.crt"));
        Files.copy(folder.resolve("setup/rig.login"), home.resolve("rig.login"));
        Files.copy(folder.resolve("setup/writer.login"), home.resolve("wrong.login"));
        scans = Files.createFile(home.resolve("scans.jsonl"));

        Path configuration = folder.resolve("setup/mosquitto.conf");
        Files.writeString(configuration, "user root\n", StandardOpenOption.APPEND);
        try (BrokerProcess broker = BrokerProcess.mosquitto(folder, port, Files.readAllLines(configuration))
                        .start();
                NativeReceiver bridge = new NativeReceiver(
                        new RigTopics("school", "rig"),
                        "bridge",
                        link("bridge"),
                        new FrameArchive(folder.resolve("archive"), 1 << 20, 10),
                        (frame, arrival, historical) -> frame.entries().forEach(entry -> values.add(entry.value())),
                        BrokerEar.CLOCK,
                        new SplittableRandom(1))) {
            assertThat(broker.pid()).isPositive();
            scan(1);
            selfTests(bridge);
            settings("rig.login");
            Process agent = agent();
            await(() -> bridge.status().online());
            scan(20);
            await(() -> values.contains((double) written));
            agent.descendants().forEach(ProcessHandle::destroyForcibly);
            agent.destroyForcibly().waitFor();
            scan(20); // while nobody reads
            agent = agent();
            scan(20);
            await(() -> values.contains((double) written));
            List<Double> wanted = new ArrayList<>();
            for (double i = 2; i <= written; i++) {
                wanted.add(i);
            }
            assertThat(values).as("nothing is missing").containsAll(wanted);
            agent.descendants().forEach(ProcessHandle::destroyForcibly);
            agent.destroyForcibly();
        }
    }

    private void selfTests(NativeReceiver bridge) throws IOException, InterruptedException {
        await(() -> bridge.status().link().connected());
        settings("wrong.login");
        assertThat(selfTest()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("agent.log"))).contains("不通过 / fail", "主题权限");
        settings("rig.login");
        assertThat(selfTest()).as(Files.readString(folder.resolve("agent.log"))).isZero();
        String page = Files.readString(home.resolve("self-test.html"));
        assertThat(page)
                .contains("自检通过", "Self-test passed", "bridge", "school / rig", "--p1:")
                .doesNotContain("${", "/*TOKENS*/");
        assertThat(page.split("<tr class=\"pass\">", -1)).hasSizeGreaterThanOrEqualTo(7);
    }
}
