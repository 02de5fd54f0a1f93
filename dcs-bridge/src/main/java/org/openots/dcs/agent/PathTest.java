package org.openots.dcs.agent;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openots.common.error.OtsException;
import org.openots.dcs.frame.Frame;
import org.openots.dcs.frame.FrameCodec;
import org.openots.dcs.frame.JournalFolder;
import org.openots.dcs.mqtt.Inbound;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.LinkState;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;
import org.openots.dcs.mqtt.Subscription;
import org.openots.dcs.payload.BadPayload;

/**
 * Tries the whole way from a sender to its consumers: signs in, sends one frame without values under a boot of its own,
 * and waits for a confirmation.
 */
public final class PathTest {
    private static final int INBOX = 1000;
    private static final long POLL_MILLIS = 50;

    private final RigTopics topics;
    private final LinkSettings settings;
    private final LinkClock clock;
    private final RandomGenerator random;

    /**
     * What came of it.
     *
     * @param link how the link was at the end: connected, or why not; with a problem when a topic is denied
     * @param consumer who confirmed; empty when nobody did in time
     * @param seconds time until then, s
     * @param offsetMillis what the consumer's clock is ahead of ours, ms; as exact as half that time
     */
    public record Outcome(LinkState link, Optional<String> consumer, double seconds, long offsetMillis) {}

    /**
     * Says where.
     *
     * @param topics of the rig
     * @param settings the link; its client id must not be that of a running sender
     * @param clock the clocks
     * @param random for the name of the boot
     */
    public PathTest(RigTopics topics, LinkSettings settings, LinkClock clock, RandomGenerator random) {
        this.topics = topics;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Does it.
     *
     * @param patienceSeconds how long to wait for a connection, and again for a confirmation, s
     * @return what came of it
     * @throws OtsException if a file of TLS cannot be used
     * @throws InterruptedException if the thread is told to end
     */
    public Outcome run(long patienceSeconds) throws InterruptedException {
        InboundRing inbox = new InboundRing(INBOX);
        try (MqttLink link = MqttLinks.open(settings, inbox, clock, random)) {
            link.subscribe(List.of(new Subscription(topics.acks(), 1), new Subscription(topics.backfillRequest(), 1)));
            long patience = TimeUnit.SECONDS.toNanos(patienceSeconds);
            long until = clock.nano() + patience;
            while (!link.state().connected() && !hopeless(link.state()) && clock.nano() < until) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            if (!link.state().connected()) {
                return new Outcome(link.state(), Optional.empty(), 0, 0);
            }
            String boot = JournalFolder.newBoot(clock.millis(), random);
            Frame frame = new Frame(boot, 0, clock.millis(), List.of(), false);
            long sent = clock.nano();
            link.publish(new Outbound(topics.data(), FrameCodec.encode(frame), 1, false));
            return await(link, inbox, boot, sent, sent + patience);
        }
    }

    /** Waiting longer does not help against a wrong password or certificate. */
    private static boolean hopeless(LinkState state) {
        return state.phase() == LinkState.Phase.STOPPED || state.problem().isPresent();
    }

    private Outcome await(MqttLink link, InboundRing inbox, String boot, long sent, long until)
            throws InterruptedException {
        while (clock.nano() < until) {
            Inbound in = inbox.take(POLL_MILLIS);
            if (in != null) {
                Optional<Long> time = confirmed(in, boot);
                if (time.isPresent()) {
                    long there = (in.arrivalNanos() - sent) / 2_000_000;
                    long offset = time.get() == 0 ? 0 : time.get() - (in.arrivalTime() - there);
                    String consumer = in.topic().substring(topics.acks().length() - 1);
                    return new Outcome(link.state(), Optional.of(consumer), (clock.nano() - sent) / 1e9, offset);
                }
            }
            if (link.state().problem().isPresent() && link.state().phase() == LinkState.Phase.CONNECTED) {
                break;
            }
        }
        return new Outcome(link.state(), Optional.empty(), (clock.nano() - sent) / 1e9, 0);
    }

    private Optional<Long> confirmed(Inbound in, String boot) {
        try {
            String acks = topics.acks();
            if (!in.topic().startsWith(acks.substring(0, acks.length() - 1))) {
                return Optional.empty();
            }
            WireJson.Ack ack = WireJson.readAck(in.payload());
            return ack.boot().equals(boot) ? Optional.of(ack.time()) : Optional.empty();
        } catch (BadPayload e) {
            return Optional.empty(); // somebody else's nonsense says nothing of our way
        }
    }
}
