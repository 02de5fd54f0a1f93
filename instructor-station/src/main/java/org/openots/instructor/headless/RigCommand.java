package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.SignalTable;
import org.openots.dcs.agent.RigTopics;
import org.openots.dcs.live.LiveRig;
import org.openots.dcs.live.OutQueue;
import org.openots.dcs.live.RigCommands;
import org.openots.dcs.live.RigTagMap;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.publish.Message;
import org.openots.dcs.publish.MessageLines;
import org.openots.dcs.publish.Pace;
import org.openots.dcs.rig.RigDefects;
import org.openots.dcs.rig.RigDefectsReader;
import org.openots.dcs.rig.RigGateway;
import org.openots.dcs.rig.RigPlant;
import org.openots.dcs.rig.RigScript;
import org.openots.dcs.rig.TrueValues;
import org.openots.dcs.rig.VirtualRig;
import org.openots.distillation.robot.RobotAction;
import org.openots.distillation.robot.RobotLibrary;
import org.openots.distillation.robot.RobotOperator;
import org.openots.distillation.robot.RobotScript;
import org.openots.distillation.robot.RobotScriptReader;
import org.openots.distillation.robot.ScriptOperator;
import org.openots.instructor.rig.RigKey;
import org.openots.instructor.session.MonotonicClock;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rig}: a rig for schools without one. */
@Command(
        name = "rig",
        mixinStandardHelpOptions = true,
        description = {
            "虚拟装置：像 DCS 网关一样发布数据 / virtual rig: publishes like the gateway of a DCS",
            "--out：每条报文写成文件中的一行 JSON：t、topic、retained、payload（二进制报文为 base64）。",
            "--out: every message becomes a line of JSON: t, topic, retained, payload (base64 when it is no text).",
            "--broker：按实际时间发布到 MQTT 代理，按 Ctrl-C 结束；每 10 s 报告一次状态。",
            "--broker: publishes to an MQTT broker as time passes until Ctrl-C; tells how it is every 10 s."
        })
public final class RigCommand implements Callable<Integer> {
    private static final double LEAST_SPEED = 0.1;
    private static final double MOST_SPEED = 1000;
    private static final double SHORTEST_SCAN = 0.1;
    private static final long NANOS_PER_MS = 1_000_000;

    private final InstantSource clock;
    private final RandomGenerator random;

    @Option(names = "--plant", required = true, description = "装置编号或装置包文件夹 / plant id or folder of a pack")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String plant;

    @Mixin
    private final GatewayOptions gateway = new GatewayOptions();

    @Option(names = "--from", defaultValue = "normal", description = "初始工况 / initial condition")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String from;

    @Option(
            names = "--mismatch",
            defaultValue = "0",
            description = "失配编号：板效率、热损失、仪表滞后与模型不同；0 为无失配 / number of a mismatch: efficiencies, heat loss and"
                    + " lags differ from the model; 0 for none")
    private int mismatch;

    @Option(names = "--seed", defaultValue = "1", description = "随机种子 / seed")
    private long seed;

    @Option(
            names = "--script",
            description = "操作脚本，或脚本文件 / who operates, e.g. expert-A-1, idle, random, or a file robot.json")
    private @Nullable String script;

    @Option(
            names = {"--fault", "--inject"},
            description = "故障@时刻 / fault@time, e.g. A-F05@60s")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--defects", description = "仪表与网络缺陷文件 / file of defects of instruments and network")
    private @Nullable Path defects;

    @Option(names = "--scan", defaultValue = "1s", description = "扫描周期 / time between scans, at least 0.1s")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String scan;

    @Option(
            names = "--speed",
            defaultValue = "1",
            description = "网关每秒对应的装置秒数 / seconds of the plant in a second of the gateway, 0.1 to 1000")
    private double speed;

    @Option(
            names = "--warm-up",
            defaultValue = "0",
            description = "发布前先运行的时间 / time of the plant before it publishes, e.g. 2h; a mismatch needs it to settle")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String warmUp;

    @Option(
            names = "--until",
            description = "装置时间到此结束，缺省：文件 10min，代理 1000h / time of the plant to stop at; if left out 10min into a file,"
                    + " 1000h on a broker")
    private @Nullable String until;

    @Option(names = "--out", description = "报文文件 / file of messages, one line each")
    private @Nullable Path out;

    @Mixin
    private final BrokerOptions broker = new BrokerOptions();

    @Option(
            names = "--write-map",
            paramLabel = "FILE",
            description = "写出与所发报文相配的位号映射 / write the tag map that fits what is published")
    private @Nullable Path writeMap;

    @Option(
            names = "--remote-enable",
            description = "钥匙开关置“远程”，接受写入（native 方言）/ turn the key to remote: writes are taken (dialect native)")
    private boolean remoteEnable;

    @Option(
            names = "--end-with-input",
            hidden = true,
            description = "标准输入结束时结束，由教师站使用 / ends when standard input ends; for the station that starts it")
    private boolean endWithInput;

    @Option(
            names = "--held",
            hidden = true,
            description = "收到一行“start”后装置才开始，记录填写写到标准输出 / the plant stands until a line 'start' comes; what the script"
                    + " types into records is told on standard output")
    private boolean held;

    @Option(names = "--paced", description = "按实际时间发布，否则尽快 / as time passes, otherwise as fast as possible")
    private boolean paced;

    @Option(
            names = "--truth",
            description = "在结果中写出失配的真值，仅供检验 / tell in the result how the plant differs, for checks only")
    private boolean truth;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    /**
     * Creates the command.
     *
     * @param clock the time at which a gateway starts
     * @param random spreads attempts to connect
     */
    public RigCommand(InstantSource clock, RandomGenerator random) {
        this.random = random;
        this.clock = clock;
    }

    private record FaultAt(String id, double seconds) {}

    @Override
    public Integer call() throws InterruptedException {
        if (out == null ? !broker.wanted() && writeMap == null : broker.wanted()) {
            throw new OtsException(HeadlessError.NEEDS_ONE_OF, "--out, --broker (--write-map)");
        }
        PackSource files = PackSource.named(plant);
        PlantPack pack = PlantPack.load(files);
        double end = Durations.seconds("--until", until(), pack.tickSeconds());
        double period = Durations.seconds("--scan", scan, SHORTEST_SCAN);
        Numbers.within("--speed", speed, LEAST_SPEED, MOST_SPEED);
        List<FaultAt> ordered = faults.stream().map(RigCommand::fault).toList();
        RigPlant rigPlant = new RigPlant(files, from, seed, mismatch, Durations.seconds("--warm-up", warmUp, 0));
        RigGateway rigGateway = new RigGateway(
                gateway.dialect(),
                gateway.site(),
                gateway.rig(),
                gateway.zone(),
                Math.round(period * 1000),
                speed,
                gateway.start(clock));
        OutQueue queue = new OutQueue();
        List<Message> sent = new ArrayList<>();
        VirtualRig rig = new VirtualRig(rigPlant, rigGateway, defects(pack), broker.wanted() ? queue : sent::add);
        rig.operatedBy(operator(pack, rig));
        ordered.forEach(fault -> rig.inject(fault.id(), 1, fault.seconds()));
        rig.remoteEnable(remoteEnable);
        writeMap(pack, rigGateway, rig);
        if (broker.wanted()) {
            live(rig, rigGateway, queue, end);
        } else if (out != null) {
            intoFile(out, rig, sent, end);
        }
        return 0;
    }

    private String until() {
        return until != null ? until : broker.wanted() ? "1000h" : "10min";
    }

    private void writeMap(PlantPack pack, RigGateway rigGateway, VirtualRig rig) {
        if (writeMap != null) {
            ObjectNode map = RigTagMap.of(pack.id(), rigGateway, rig.tags());
            OutFile.write(writeMap, (map.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
            output.err().println("已写入位号映射 / tag map written: " + writeMap);
            output.err().flush();
        }
    }

    private void intoFile(Path target, VirtualRig rig, List<Message> sent, double end) {
        SortedMap<String, Integer> topics = new TreeMap<>();
        try (OutFile file = OutFile.begin(target)) { // opened last: what is refused leaves an earlier file as it is
            run(rig, end, () -> write(file, rig.time(), sent, topics));
            file.keep();
        }
        ObjectNode result = result(rig).put("out", target.toString());
        ObjectNode counts = result.putObject("messages");
        topics.forEach(counts::put);
        output.print(result);
    }

    private void live(VirtualRig rig, RigGateway rigGateway, OutQueue queue, double end) throws InterruptedException {
        LinkSettings settings = broker.settings("rig-" + gateway.rig());
        InputWatch input =
                new InputWatch(endWithInput, line -> RigKey.read(line).ifPresent(rig::remoteEnable));
        if (endWithInput || held) {
            input.begin();
        }
        if (!gateway.hasStart()) {
            rig.startsAt(clock.millis());
        }
        Optional<RigCommands> commands = gateway.dialect() != Dialect.NATIVE
                ? Optional.empty()
                : Optional.of(new RigCommands(new RigTopics(gateway.site(), gateway.rig()), rig, queue, clock::millis));
        LiveRig source = new LiveRig(rig, commands, rigGateway.scanMs(), end);
        source.heldWhile(() -> held && !input.started());
        new LiveRun(clock, random, output).run(source, queue, settings, gateway.dialect(), status -> {
            ObjectNode result = result(rig).put("broker", broker.address());
            LiveRun.counts(result, status);
            commands.ifPresent(taker ->
                    result.putObject("commands").put("done", taker.done()).put("refused", taker.refused()));
            return result;
        });
    }

    private static FaultAt fault(String text) {
        String[] parts = text.split("@", 2);
        return new FaultAt(parts[0], parts.length < 2 ? 0 : Durations.seconds("--fault", parts[1], 0));
    }

    private RigDefects defects(PlantPack pack) {
        if (defects == null) {
            return RigDefects.NONE;
        }
        Findings findings = Findings.collecting();
        RigDefects read =
                RigDefectsReader.read(StrictJson.read(defects, findings), VirtualRig.analogueTags(pack), findings);
        findings.throwIfAny();
        return read;
    }

    private RigScript operator(PlantPack pack, VirtualRig rig) {
        if (script == null) {
            return RigScript.NOBODY;
        }
        RobotOperator robot = robot(pack, script, rig.engine().signals());
        TypedLines typed = new TypedLines(pack, output.out());
        return view -> {
            List<RobotAction> actions = robot.onTick(view);
            if (held) {
                actions.forEach(typed::tell);
            }
            return actions.stream()
                    .map(a -> new RigScript.Operation(a.target(), a.verb(), a.value(), a.text()))
                    .toList();
        };
    }

    private RobotOperator robot(PlantPack pack, String name, SignalTable signals) {
        if (!name.endsWith(".json")) {
            return RobotLibrary.robot(pack.id(), name, signals, seed);
        }
        Findings findings = Findings.collecting();
        RobotScript read =
                RobotScriptReader.read(name, BridgeCheckCommand.bytes(Path.of(name)), signals, Map.of(), findings);
        findings.throwIfAny();
        return new ScriptOperator(read);
    }

    private void run(VirtualRig rig, double end, Runnable publish) {
        Pace pace = new Pace(MonotonicClock.system()::nanos, LockSupport::parkNanos);
        long begun = rig.time();
        rig.will();
        rig.connected();
        publish.run();
        while (rig.seconds() < end && (!paced || pace.await((rig.time() - begun) * NANOS_PER_MS))) {
            rig.scan();
            publish.run();
        }
        rig.disconnecting();
        publish.run();
    }

    private static void write(OutFile file, long time, List<Message> sent, SortedMap<String, Integer> topics) {
        for (Message message : sent) {
            file.append(MessageLines.line(time, message));
            topics.merge(message.topic(), 1, Integer::sum);
        }
        sent.clear();
    }

    private ObjectNode result(VirtualRig rig) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("plant", plant).put("from", from).put("seed", seed).put("mismatch", mismatch);
        result.put("dialect", gateway.dialect().word()).put("tags", rig.tags().size());
        result.put("simulatedSeconds", rig.seconds());
        ArrayNode refused = result.putArray("refused");
        rig.refusals().forEach(text -> refused.add(text.in(Locale.ENGLISH)));
        if (truth) {
            truth(result.putObject("truth"), rig.trueValues());
        }
        return result;
    }

    private static void truth(ObjectNode node, TrueValues values) {
        ObjectNode efficiencies = node.putObject("efficiencies");
        values.efficiencies().forEach((section, trays) -> trays.forEach(efficiencies.putArray(section)::add));
        ObjectNode weighted = node.putObject("dutyWeightedEfficiency");
        values.dutyWeightedEfficiency().forEach(weighted::put);
        node.put("heatLossFactor", values.heatLossFactor());
        ObjectNode lags = node.putObject("lagFactors");
        new TreeMap<>(values.lagFactors()).forEach(lags::put);
    }
}
