package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.dcs.live.LiveReplay;
import org.openots.dcs.live.OutQueue;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.publish.Encoder;
import org.openots.dcs.publish.Encoders;
import org.openots.dcs.publish.GatewayProfile;
import org.openots.dcs.publish.Message;
import org.openots.dcs.publish.MessageLines;
import org.openots.dcs.publish.Pace;
import org.openots.dcs.replay.CsvRecording;
import org.openots.dcs.replay.Recording;
import org.openots.dcs.replay.Replay;
import org.openots.dcs.replay.ReplayMapping;
import org.openots.dcs.replay.ReplayMappingReader;
import org.openots.instructor.session.MonotonicClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay}: a recording published as if it were live. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "按网关方言回放 CSV 记录 / publish a recording in the dialect of a gateway",
            "映射文件说明列与位号、单位、时间格式的对应关系。",
            "A mapping says which column is which tag, in which unit, and how times are written.",
            "--out 写入文件；--broker 按实际时间发布到代理，按 Ctrl-C 结束。",
            "--out writes a file; --broker publishes to a broker as time passes, until Ctrl-C."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final long NANOS_PER_MS = 1_000_000;
    private static final long USUAL_PERIOD = 1000;

    private final InstantSource clock;
    private final RandomGenerator random;

    @Parameters(index = "0", paramLabel = "CSV", description = "记录文件 / file of the recording")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path csv;

    @Option(names = "--mapping", required = true, description = "映射文件 / file of the mapping")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path mapping;

    @Mixin
    private final GatewayOptions gateway = new GatewayOptions();

    @Option(names = "--speed", defaultValue = "1", description = "倍速 / speed, 0.1 to 1000")
    private double speed;

    @Option(
            names = "--shifted",
            description = "时间改为回放的时刻，从 --start 起 / times become those of the replay, from --start on")
    private boolean shifted;

    @Option(names = "--paced", description = "按实际时间发布，否则尽快 / as time passes, otherwise as fast as possible")
    private boolean paced;

    @Option(names = "--loop", description = "到末尾后从头再放，仅用于代理 / begin again at the end, on a broker only")
    private boolean loop;

    @Option(names = "--out", description = "报文文件 / file of messages, one line each")
    private @Nullable Path out;

    @Mixin
    private final BrokerOptions broker = new BrokerOptions();

    @Mixin
    private final JsonOutput output = new JsonOutput();

    /**
     * Creates the command.
     *
     * @param clock the time at which a gateway starts
     * @param random spreads attempts to connect
     */
    public ReplayCommand(InstantSource clock, RandomGenerator random) {
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if ((out == null) != broker.wanted()) {
            throw new OtsException(HeadlessError.NEEDS_ONE_OF, "--out, --broker");
        }
        Findings findings = Findings.collecting();
        ReplayMapping read = ReplayMappingReader.read(StrictJson.read(mapping, findings));
        findings.throwIfAny();
        Recording recording = CsvRecording.read(csv, read);
        Encoder encoder = Encoders.of(gateway.dialect(), profile(), recording.tags());
        if (out == null) {
            live(recording, encoder);
            return 0;
        }
        List<Message> sent = new ArrayList<>();
        Replay replay = new Replay(
                recording, new Replay.Settings(speed, false, shifted), Replay.Sink.messages(encoder, sent::add));
        int messages;
        try (OutFile file = OutFile.begin(out)) { // opened last: what is refused leaves an earlier file as it is
            messages = run(replay, encoder, recording, sent, file);
            file.keep();
        }
        output.print(result(recording).put("messages", messages).put("out", out.toString()));
        return 0;
    }

    private void live(Recording recording, Encoder encoder) throws InterruptedException {
        LinkSettings link = broker.settings("replay-" + gateway.rig());
        OutQueue queue = new OutQueue();
        Replay.Settings settings = new Replay.Settings(speed, loop, shifted);
        LiveReplay source = new LiveReplay(
                recording, settings, encoder, queue, gateway.start(clock).toEpochMilli());
        new LiveRun(clock, random, output).run(source, queue, link, gateway.dialect(), status -> {
            ObjectNode result = result(recording).put("broker", broker.address());
            LiveRun.counts(result, status);
            return result;
        });
    }

    private GatewayProfile profile() {
        byte[] boot = (csv + "/" + gateway.site() + "/" + gateway.rig()).getBytes(StandardCharsets.UTF_8);
        return new GatewayProfile(
                gateway.site(), gateway.rig(), UUID.nameUUIDFromBytes(boot).toString(), gateway.zone(), USUAL_PERIOD);
    }

    private int run(Replay replay, Encoder encoder, Recording recording, List<Message> sent, OutFile file) {
        Pace waits = new Pace(MonotonicClock.system()::nanos, LockSupport::parkNanos);
        long begun = gateway.start(clock).toEpochMilli();
        encoder.will(begun);
        encoder.begin(recording.scan(0).at(shifted ? begun : recording.time(0))).forEach(sent::add);
        int messages = write(file, begun, sent);
        long nanos = 0;
        for (OptionalLong next = replay.poll(begun, 0); ; next = replay.poll(begun + nanos / NANOS_PER_MS, nanos)) {
            messages += write(file, begun + nanos / NANOS_PER_MS, sent);
            if (next.isEmpty()) {
                break;
            }
            nanos += next.getAsLong();
            if (paced && !waits.await(nanos)) {
                break;
            }
        }
        encoder.end(shifted ? begun + nanos / NANOS_PER_MS : recording.time(recording.size() - 1))
                .forEach(sent::add);
        return messages + write(file, begun + nanos / NANOS_PER_MS, sent);
    }

    private static int write(OutFile file, long time, List<Message> sent) {
        sent.forEach(message -> file.append(MessageLines.line(time, message)));
        int count = sent.size();
        sent.clear();
        return count;
    }

    private ObjectNode result(Recording recording) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("csv", csv.toString()).put("mapping", mapping.toString());
        result.put("dialect", gateway.dialect().word())
                .put("tags", recording.tags().size());
        result.put("scans", recording.size());
        result.put("from", Instant.ofEpochMilli(recording.time(0)).toString());
        return result.put(
                "to", Instant.ofEpochMilli(recording.time(recording.size() - 1)).toString());
    }
}
