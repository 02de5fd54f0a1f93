package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.openots.dcs.mqtt.Inbound;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;
import org.openots.dcs.mqtt.Subscription;

/** Listens to everything on a broker. */
final class BrokerEar implements AutoCloseable {
    static final LinkClock CLOCK = new LinkClock(InstantSource.system(), System::nanoTime);

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final InboundRing inbox = new InboundRing(InboundRing.CAPACITY);
    private final MqttLink link;

    BrokerEar(int port, String filter) {
        link = MqttLinks.open(LinkSettings.local(port, "ear"), inbox, CLOCK, new SplittableRandom(7));
        link.subscribe(List.of(new Subscription(filter, 1)));
    }

    /** The next message on a topic that fits; what comes before it is passed over. */
    Inbound await(String topicEnd, Predicate<String> fits) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            Inbound in = inbox.take(200);
            if (in != null
                    && in.topic().endsWith(topicEnd)
                    && fits.test(new String(in.payload(), StandardCharsets.UTF_8))) {
                return in;
            }
        }
        throw new AssertionError("nothing came on " + topicEnd);
    }

    Inbound await(String topicEnd) throws InterruptedException {
        return await(topicEnd, text -> true);
    }

    void publish(String topic, byte[] payload) {
        assertThat(link.publish(new Outbound(topic, payload, 1, false))).isEqualTo(MqttLink.Published.SENT);
    }

    @Override
    public void close() {
        link.close();
    }
}
