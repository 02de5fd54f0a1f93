package org.openots.dcs.bridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.mqtt.Inbound;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkCounts;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.LinkState;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;
import org.openots.dcs.mqtt.Subscription;
import org.openots.dcs.payload.BadPayload;
import org.openots.dcs.payload.Item;
import org.openots.dcs.sparkplug.SparkplugHost;
import org.openots.dcs.sparkplug.SparkplugOutput;
import org.openots.dcs.tag.Intake;

/** Messages of other people's gateways, from the broker to the intake. For one thread, apart from the state. */
final class ForeignFeed implements AutoCloseable, SparkplugOutput {
    /** How long messages of Sparkplug may arrive in the wrong order before a birth is asked for. */
    private static final Duration REORDER = Duration.ofSeconds(2);

    private static final String SPARKPLUG = "spBv1.0/";

    private final InboundRing inbox = new InboundRing(InboundRing.CAPACITY);
    private final Intake intake;
    private final MqttLink link;
    private final SparkplugHost sparkplug;
    private final List<String> sparkplugFilters;
    private final String hostState;
    private final long birth;
    private boolean connected;

    ForeignFeed(
            LinkSettings settings,
            TagMap map,
            List<TagMap.Group> groups,
            Intake intake,
            LinkClock clock,
            RandomGenerator random) {
        this.intake = intake;
        this.sparkplug = new SparkplugHost(map, new SparkplugHost.Timing(clock.wall(), clock.nanos(), REORDER), this);
        this.sparkplugFilters = sparkplug.subscriptions();
        this.hostState = SPARKPLUG + "STATE/" + settings.clientId();
        this.birth = clock.millis();
        this.link = MqttLinks.open(
                sparkplugFilters.isEmpty()
                        ? settings
                        : settings.with(new Outbound(hostState, SparkplugHost.state(false, birth), 1, true)),
                inbox,
                clock,
                random);
        List<Subscription> wanted = new ArrayList<>();
        for (TagMap.Group group : groups) {
            if (group.dialect() != Dialect.SPARKPLUG) {
                wanted.add(new Subscription(group.filter().toString(), map.qos()));
            }
        }
        sparkplugFilters.forEach(filter -> wanted.add(new Subscription(filter, map.qos())));
        link.subscribe(wanted);
    }

    /** Reads what has come, waiting for it for at most so long, ms. */
    void poll(int millis) throws InterruptedException {
        Inbound in = inbox.take(millis);
        while (in != null) {
            take(in);
            in = inbox.take(0);
        }
        follow();
    }

    private void take(Inbound in) {
        if (in.topic().startsWith(SPARKPLUG) && !sparkplugFilters.isEmpty()) {
            if (!in.retained()) {
                sparkplug.message(in.topic(), in.payload());
            }
        } else {
            intake.message(in.topic(), in.payload(), in.retained());
        }
    }

    /** Tells the Sparkplug side of connections made and lost. */
    private void follow() {
        boolean now = link.state().connected();
        if (now == connected || sparkplugFilters.isEmpty()) {
            return;
        }
        connected = now;
        if (now) {
            sparkplug.connected();
            publish(hostState, SparkplugHost.state(true, birth), true);
        } else {
            sparkplug.disconnected();
        }
    }

    /** Once a second. */
    void tick() {
        sparkplug.tick();
    }

    LinkState state() {
        return link.state();
    }

    LinkCounts counts() {
        return link.counts();
    }

    int waiting() {
        return inbox.depth();
    }

    long overflowed() {
        return inbox.overflowed();
    }

    @Override
    public void items(String topic, List<Item> items, OptionalLong sentAt) {
        intake.items(topic, items, sentAt);
    }

    @Override
    public void publish(String topic, byte[] payload) {
        publish(topic, payload, false);
    }

    private void publish(String topic, byte[] payload, boolean retained) {
        // what is not sent now is asked for again: births once in 5 s, the state at the next connection
        MqttLink.Published unused = link.publish(new Outbound(topic, payload, 1, retained));
    }

    @Override
    public void bad(String topic, BadPayload why) {
        intake.unreadable(topic, why);
    }

    @Override
    public void close() {
        link.close();
    }
}
