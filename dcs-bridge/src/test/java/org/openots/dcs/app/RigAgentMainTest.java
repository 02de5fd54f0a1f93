package org.openots.dcs.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    @Test
    void wrongSettingsAreNamedWithTheirPlace() throws IOException {
        Path file = settings(1883);
        Files.writeString(file, Files.readString(file).replace("\"site\": \"s\"", "\"sight\": \"s\""));
        assertThatThrownBy(() -> AgentFile.read(StrictJson.read(file, Findings.throwing())))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(CommonError.JSON_MISSING_FIELD));
    }
}
