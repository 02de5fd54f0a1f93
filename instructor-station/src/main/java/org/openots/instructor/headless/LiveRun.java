package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.openots.common.text.LocalText;
import org.openots.dcs.live.LiveGateway;
import org.openots.dcs.live.LiveSource;
import org.openots.dcs.live.LiveStatus;
import org.openots.dcs.live.OutQueue;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.instructor.session.MonotonicClock;

/** A gateway of this program on a real broker, until it ends or is told to. */
final class LiveRun {
    private final InstantSource clock;
    private final RandomGenerator random;
    private final JsonOutput output;

    LiveRun(InstantSource clock, RandomGenerator random, JsonOutput output) {
        this.clock = clock;
        this.random = random;
        this.output = output;
    }

    /** Publishes until the source ends or Ctrl-C; the last line of JSON comes before the program ends. */
    void run(LiveSource source, OutQueue queue, LinkSettings settings, Dialect dialect, Report report)
            throws InterruptedException {
        try (StopSignal stop = new StopSignal()) {
            LiveGateway gateway = new LiveGateway(
                    source,
                    queue,
                    settings,
                    dialect == Dialect.SPARKPLUG ? 0 : 1, // Sparkplug B 3.0 publishes births and data with QoS 0
                    new LinkClock(clock, MonotonicClock.system()::nanos),
                    random);
            LiveStatus end = gateway.run(stop::stopped, this::tell);
            tell(end);
            output.print(report.of(end));
        }
    }

    private void tell(LiveStatus status) {
        LocalText line = status.text();
        String problem = status.link()
                .problem()
                .map(p -> "：" + p.errorCode().code() + " " + p.messageIn(java.util.Locale.SIMPLIFIED_CHINESE) + " / "
                        + p.messageIn(java.util.Locale.ENGLISH))
                .orElse("");
        output.err().println(line.zh() + " / " + line.en() + problem);
        output.err().flush();
    }

    /** Makes the last line. */
    @FunctionalInterface
    interface Report {
        ObjectNode of(LiveStatus end);
    }

    /** What every gateway tells of its link. */
    static void counts(ObjectNode node, LiveStatus end) {
        node.put("published", end.published()).put("dropped", end.dropped());
        node.put("connections", end.connections()).put("births", end.births());
    }
}
