package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.dcs.agent.RigTopics;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.gate.CommandWire;
import org.openots.dcs.gate.RigCommand;
import org.openots.dcs.live.MqttCommands;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.instructor.app.CommandLineRun;

/** {@code rig --broker}, {@code replay --broker} and {@code bridge check --broker}: real processes, a real mosquitto. */
@Timeout(180)
class LiveRigIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private int port;
    private BrokerProcess broker;
    private String url;

    @BeforeEach
    void start() {
        port = BrokerProcess.freePort();
        broker = BrokerProcess.mosquitto(folder, port, BrokerProcess.open(port)).start();
        url = "tcp://127.0.0.1:" + port;
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private CommandProcess rig(String name, String more, Path map) {
        List<String> words = new ArrayList<>(List.of("rig", "--plant", "ethanol-water-rig", "--broker", url));
        words.addAll(List.of(more.split(" ")));
        words.addAll(List.of("--write-map", map.toString(), "--json"));
        return new CommandProcess(folder, name, words);
    }

    @Test
    void aNativeRigIsBornAgainTakesCommandsAndSaysGoodbye() throws IOException, InterruptedException {
        Path map = folder.resolve("位号映射.json");
        BlockingQueue<CommandWire.Answer> answers = new LinkedBlockingQueue<>();
        try (CommandProcess rig = rig("native", "--dialect native --scan 0.5s --remote-enable", map);
                BrokerEar ear = new BrokerEar(port, "openots/v1/school/rig-1/#");
                MqttCommands commands = new MqttCommands(
                        new RigTopics("school", "rig-1"),
                        LinkSettings.local(port, "gate"),
                        answers::add,
                        BrokerEar.CLOCK,
                        new SplittableRandom(1))) {
            ear.await("/state", text -> text.contains("\"online\":true"));
            JsonNode frame = JSON.readTree(ear.await("/data").payload());
            assertThat(Math.abs(System.currentTimeMillis() - frame.path("t").asLong()))
                    .as("the clock of the gateway is that of this machine")
                    .isLessThan(5_000);

            assertThat(answer(commands, answers, "1", "FIC-701.SP", 55, 3_000)).isEmpty();
            assertThat(answer(commands, answers, "2", "FIC-701.SP", 56, -1)).contains("came after its time");
            assertThat(answer(commands, answers, "3", "FIC-799.SP", 1, 3_000)).contains("FIC-799.SP");
            assertThat(answer(commands, answers, "4", "FAULT.A-F05", 0.5, 3_000))
                    .isEmpty();
            assertThat(answer(commands, answers, "5", "FAULT.A-F05", 0, 3_000)).isEmpty();

            mapsAreTried(map);

            broker.kill();
            broker.start();
            ear.await("/state", text -> text.contains("\"online\":true"));
            ear.await("/data");
            assertThat(rig.terminate()).isEqualTo(128 + 15);
            ear.await("/state", text -> text.contains("\"online\":false"));
            JsonNode last = JSON.readTree(rig.out());
            assertThat(last.path("connections").asInt()).as(rig.out()).isGreaterThanOrEqualTo(2);
            assertThat(last.path("commands").toString()).isEqualTo("{\"done\":3,\"refused\":2}");
            assertThat(last.path("published").asInt()).isPositive();
            assertThat(rig.err()).contains("位号映射", "s 已连接");
        }
    }

    private static String answer(
            MqttCommands commands,
            BlockingQueue<CommandWire.Answer> answers,
            String id,
            String tag,
            double value,
            long life)
            throws InterruptedException {
        for (int i = 0; i < 100 && !commands.ready(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(commands.send(new RigCommand(id, tag, value, System.currentTimeMillis() + life)))
                .isTrue();
        CommandWire.Answer answer = answers.poll(20, TimeUnit.SECONDS);
        assertThat(answer).isNotNull();
        assertThat(answer.id()).isEqualTo(id);
        return answer.refusal().map(text -> text.en()).orElse("");
    }

    /** The written map fits; the same with mistakes in it is found out. */
    private void mapsAreTried(Path map) throws IOException {
        CommandLineRun fits =
                CommandLineRun.of("bridge", "check", map.toString(), "--broker", url, "--seconds", "2", "--json");
        JsonNode sound = JSON.readTree(fits.out());
        // energy by product is not known before there is product
        assertThat(sound.path("findings").findValuesAsText("value"))
                .as(fits.out())
                .hasSizeLessThanOrEqualTo(1);
        assertThat(sound.path("findings").findValuesAsText("code")).isSubsetOf("OTS-TRIAL-006");
        JsonNode source = sound.path("sources").path(0);
        assertThat(source.path("messages").asInt()).isGreaterThan(1);
        // a busy machine may hold the rig up, and its clock is then uncertain
        assertThat(source.path("good").asInt() + source.path("uncertain").asInt())
                .isGreaterThan(200);
        assertThat(source.path("clockOffsetMs").isNumber()).isTrue();
        assertThat(sound.path("unmapped")).isEmpty();

        ObjectNode wrong = (ObjectNode) JSON.readTree(Files.readString(map));
        ArrayNode tags = (ArrayNode) wrong.path("tags");
        for (int i = tags.size() - 1; i >= 0; i--) {
            ObjectNode tag = (ObjectNode) tags.path(i);
            switch (tag.path("tag").asText()) {
                case "TI-702" -> tag.putObject("unit").put("in", "K");
                case "TI-703" -> tag.put("item", "TI-7O3");
                case "TI-704" -> tags.remove(i);
                case "TI-706" -> tag.put("topic", "openots/v1/school/rig-2/data");
                default -> assertThat(tag.has("tag")).isTrue();
            }
        }
        Path broken = Files.writeString(folder.resolve("wrong.json"), wrong.toString());
        CommandLineRun run = CommandLineRun.of("bridge", "check", broken.toString(), "--broker", url, "--seconds", "2");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out())
                .contains("OTS-TRIAL-001", "rig-2") // a topic on which nothing comes
                .contains("OTS-TRIAL-003", "TI-7O3", "TI-703") // an item that is not there, and one that is near
                .contains("OTS-TRIAL-005", "网关发送的可能是") // another unit
                .contains("收到但没有映射", "TI-704")
                .contains("可信 / good");
    }

    @Test
    void aSparkplugNodeIsBornOnDemandAndItsDeathIsTold() throws IOException, InterruptedException {
        Path map = folder.resolve("map.json");
        try (CommandProcess rig = rig("sparkplug", "--dialect sparkplug --scan 0.5s", map);
                BrokerEar ear = new BrokerEar(port, "spBv1.0/school/#")) {
            ear.await("NBIRTH/rig-1");
            ear.await("DBIRTH/rig-1/dcs");
            ear.await("DDATA/rig-1/dcs");
            // who comes late knows no alias, and asks for the births
            CommandLineRun late =
                    CommandLineRun.of("bridge", "check", map.toString(), "--broker", url, "--seconds", "3", "--json");
            JsonNode findings = JSON.readTree(late.out()).path("findings");
            assertThat(findings.findValuesAsText("code")).as(late.out()).isSubsetOf("OTS-TRIAL-006");
            ear.await("NCMD/rig-1");
            ear.await("NBIRTH/rig-1");
            rig.kill();
            ear.await("NDEATH/rig-1");
        }
        CommandLineRun nobody =
                CommandLineRun.of("bridge", "check", map.toString(), "--broker", "tcp://127.0.0.1:1", "--seconds", "1");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("OTS-MQTT-011");
    }

    @Test
    void aRecordingIsReplayedAtItsPaceAndEnds() throws IOException, InterruptedException {
        Path examples = Path.of("..", "docs", "examples");
        List<String> words = List.of(
                "replay",
                examples.resolve("rig-recording.csv").toString(),
                "--mapping",
                examples.resolve("rig-recording.mapping.json").toString(),
                "--dialect",
                "kepware",
                "--speed",
                "300",
                "--shifted",
                "--broker",
                url,
                "--json");
        try (CommandProcess replay = new CommandProcess(folder, "replay", words)) {
            assertThat(replay.end()).as(replay.err()).isZero();
            JsonNode result = JSON.readTree(replay.out());
            assertThat(result.path("scans").asInt()).isEqualTo(120);
            assertThat(result.path("published").asInt())
                    .as("it waits for the broker")
                    .isEqualTo(120);
            assertThat(result.path("dropped").asInt()).isZero();
        }
        CommandLineRun both = CommandLineRun.of("rig", "--plant", "ethanol-water-rig", "--dialect", "native");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("OTS-CLI-026");
        CommandLineRun noBroker = CommandLineRun.of(
                "rig", "--plant", "ethanol-water-rig", "--dialect", "native", "--broker", "http://x", "--until", "1s");
        assertThat(noBroker.code()).isEqualTo(2);
        assertThat(noBroker.err()).contains("OTS-CLI-025", "http://x");
    }
}
