package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
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
import org.openots.distillation.robot.RobotLibrary;
import org.openots.distillation.robot.RobotOperator;
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
            "每条报文写成文件中的一行 JSON：t、topic、retained、payload（二进制报文为 base64）。",
            "Every message becomes a line of JSON in the file: t, topic, retained, payload (base64 when it is no text)."
        })
public final class RigCommand implements Callable<Integer> {
    private static final double LEAST_SPEED = 0.1;
    private static final double MOST_SPEED = 1000;
    private static final double SHORTEST_SCAN = 0.1;
    private static final long NANOS_PER_MS = 1_000_000;

    private final InstantSource clock;

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

    @Option(names = "--script", description = "操作脚本 / who operates, e.g. expert-A-1, idle, random")
    private @Nullable String script;

    @Option(names = "--fault", description = "故障@时刻 / fault@time, e.g. A-F05@60s")
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
            defaultValue = "10min",
            description = "装置时间到此结束 / time of the plant to stop at, at most 1000h")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String until;

    @Option(names = "--out", required = true, description = "报文文件 / file of messages, one line each")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

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
     */
    public RigCommand(InstantSource clock) {
        this.clock = clock;
    }

    private record FaultAt(String id, double seconds) {}

    @Override
    public Integer call() {
        PackSource files = PackSource.named(plant);
        PlantPack pack = PlantPack.load(files);
        double end = Durations.seconds("--until", until, pack.tickSeconds());
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
        SortedMap<String, Integer> topics = new TreeMap<>();
        List<Message> sent = new ArrayList<>();
        VirtualRig rig = new VirtualRig(rigPlant, rigGateway, defects(pack), sent::add);
        rig.operatedBy(operator(pack, rig));
        ordered.forEach(fault -> rig.inject(fault.id(), 1, fault.seconds()));
        try (OutFile file = OutFile.begin(out)) { // opened last: what is refused leaves an earlier file as it is
            run(rig, end, () -> write(file, rig.time(), sent, topics));
            file.keep();
        }
        report(rig, topics);
        return 0;
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
        RobotOperator robot = RobotLibrary.robot(pack.id(), script, rig.engine().signals(), seed);
        return view -> robot.onTick(view).stream()
                .map(a -> new RigScript.Operation(a.target(), a.verb(), a.value(), a.text()))
                .toList();
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

    private void report(VirtualRig rig, SortedMap<String, Integer> topics) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("plant", plant).put("from", from).put("seed", seed).put("mismatch", mismatch);
        result.put("dialect", gateway.dialect().word()).put("tags", rig.tags().size());
        result.put("simulatedSeconds", rig.seconds()).put("out", out.toString());
        ObjectNode counts = result.putObject("messages");
        topics.forEach(counts::put);
        ArrayNode refused = result.putArray("refused");
        rig.refusals().forEach(text -> refused.add(text.in(Locale.ENGLISH)));
        if (truth) {
            truth(result.putObject("truth"), rig.trueValues());
        }
        output.print(result);
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
