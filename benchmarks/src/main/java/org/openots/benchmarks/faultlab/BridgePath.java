package org.openots.benchmarks.faultlab;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.mqtt.Inbound;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Subscription;
import org.openots.dcs.tag.Intake;
import org.openots.dcs.tag.SampleSink;
import org.openots.dcs.tag.TagStore;

/** The way of a foreign gateway's messages through the bridge: link, ring, intake, store of the latest values. */
final class BridgePath implements AutoCloseable {
    private static final int TICK_MILLIS = 20;

    private final InboundRing ring = new InboundRing(InboundRing.CAPACITY);
    private final TagStore store;
    private final Intake intake;
    private final Runnable tick;
    private final MqttLink link;
    private final Thread worker;
    private volatile boolean closed;

    /**
     * Begins to connect.
     *
     * @param settings the link
     * @param tags the tags
     * @param qos of the subscription
     * @param sink told of every sample, by the thread that also runs the tick
     * @param tick run after every message and 50 times a second
     */
    BridgePath(LinkSettings settings, List<MappedTag> tags, int qos, SampleSink sink, Runnable tick) {
        this.tick = tick;
        store = new TagStore(tags, System::nanoTime);
        List<SampleSink> sinks = new ArrayList<>(List.of(store, sink));
        intake = new Intake(
                new TagMap("lab", qos, tags),
                new Intake.Clocks(InstantSource.system(), System::nanoTime),
                notice -> {},
                sinks);
        link = MqttLinks.open(settings, ring, LabReceiver.CLOCK, new SplittableRandom());
        link.subscribe(List.of(new Subscription(LabTags.TOPIC, qos)));
        worker = new Thread(this::work, "lab-bridge");
        worker.setDaemon(true);
        worker.start();
    }

    private void work() {
        try {
            while (!closed) {
                Inbound in = ring.take(TICK_MILLIS);
                if (in != null) {
                    intake.message(in.topic(), in.payload(), in.retained());
                }
                tick.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    TagStore store() {
        return store;
    }

    Intake intake() {
        return intake;
    }

    MqttLink link() {
        return link;
    }

    InboundRing ring() {
        return ring;
    }

    @Override
    public void close() {
        closed = true;
        try {
            worker.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.close();
    }
}
