package org.openots.benchmarks.faultlab;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.openots.benchmarks.measure.Times;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;

/**
 * A gateway that is not ours, as EMQX Neuron publishes: a message for a scan, QoS 1, nothing kept for later. Every value is
 * the number of its message, so that whoever sees one knows when it was published.
 */
final class LabGateway implements AutoCloseable {
    private static final double SECOND = 1e9;

    private final int tags;
    private final int qos;
    private final double rate;
    private final MqttLink link;
    private final AtomicLongArray published;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Times blocked;
    private final Thread worker;
    private volatile boolean closed;

    /**
     * Begins to publish.
     *
     * @param settings the link
     * @param tags values in a message
     * @param rate messages a second
     * @param qos 0 or 1
     * @param most how many messages it can remember
     */
    LabGateway(LinkSettings settings, int tags, double rate, int qos, int most) {
        this.tags = tags;
        this.qos = qos;
        this.rate = rate;
        published = new AtomicLongArray(most);
        blocked = new Times(most);
        link = MqttLinks.open(settings, new InboundRing(10), LabReceiver.CLOCK, new SplittableRandom());
        link.subscribe(List.of());
        worker = new Thread(this::work, "lab-gateway");
        worker.setDaemon(true);
        worker.start();
    }

    private void work() {
        double due = System.nanoTime();
        try {
            while (!closed && next.get() + 1 < published.length()) {
                due += SECOND / rate;
                long wait = (long) due - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                publish(next.get() + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(long number) throws InterruptedException {
        StringBuilder text = new StringBuilder("{\"timestamp\":")
                .append(System.currentTimeMillis())
                .append(",\"node\":\"lab\",\"group\":\"rig\",\"values\":{");
        for (int i = 0; i < tags; i++) {
            text.append(i == 0 ? "\"" : ",\"")
                    .append(LabTags.name(i))
                    .append("\":")
                    .append(number);
        }
        byte[] payload = text.append("}}").toString().getBytes(StandardCharsets.UTF_8);
        long before = System.nanoTime();
        published.set((int) number, before);
        next.set(number);
        MqttLink.Published how = link.publish(new Outbound(LabTags.TOPIC, payload, qos, false));
        blocked.add(System.nanoTime() - before);
        for (int i = 0; how == MqttLink.Published.BUSY && i < 100; i++) {
            TimeUnit.MILLISECONDS.sleep(1);
            how = link.publish(new Outbound(LabTags.TOPIC, payload, qos, false));
        }
        if (how != MqttLink.Published.SENT) {
            refused.incrementAndGet();
        }
    }

    boolean connected() {
        return link.state().connected();
    }

    /** Messages so far. */
    long count() {
        return next.get();
    }

    /** Messages that could not be published, because there was no connection. */
    long refused() {
        return refused.get();
    }

    /** How long each call to publish took. */
    Times blocked() {
        return blocked;
    }

    /** When a message was published, ns. */
    long when(long number) {
        return published.get((int) number);
    }

    /** Ends publishing; the link stays. */
    void stop() {
        closed = true;
        try {
            worker.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        link.close();
    }
}
