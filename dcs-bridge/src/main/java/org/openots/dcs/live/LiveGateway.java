package org.openots.dcs.live;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.openots.common.error.OtsException;
import org.openots.dcs.mqtt.Inbound;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.LinkState;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;
import org.openots.dcs.mqtt.Subscription;
import org.openots.dcs.publish.Message;

/**
 * Publishes what a source has to say to a broker as time passes, says who it is after every connection, and says goodbye.
 * Without a broker time passes all the same, and what would have been published is dropped, as gateways do it.
 */
public final class LiveGateway {
    private static final int INBOX = 1000;
    /** Longest wait for a message between looks at the clock, ms. */
    private static final long LONGEST_WAIT = 20;

    private static final long BUSY_WAIT = 1;
    private static final long NANOS_PER_MS = 1_000_000;
    private static final double SECOND = 1e9;
    /** What is on its way at the end gets this time to arrive. */
    private static final long GOODBYE = TimeUnit.SECONDS.toNanos(2);
    /** Time between two lines of status. */
    private static final long STATUS_EVERY = TimeUnit.SECONDS.toNanos(10);

    private static final int NOT_BORN = -1;

    private final LiveSource source;
    private final OutQueue queue;
    private final int qos;
    private final LinkClock clock;
    private final InboundRing inbox = new InboundRing(INBOX);
    private final MqttLink link;
    private final long start;
    private long born = NOT_BORN;
    private long births;
    private long published;
    private double late;

    /**
     * Begins to connect.
     *
     * @param source what is published, into the queue
     * @param queue takes it
     * @param settings the link, without a will
     * @param qos quality of service of what is published, 0 or 1; the will has 1
     * @param clock the clocks
     * @param random spreads attempts
     */
    public LiveGateway(
            LiveSource source,
            OutQueue queue,
            LinkSettings settings,
            int qos,
            LinkClock clock,
            RandomGenerator random) {
        this.source = source;
        this.queue = queue;
        this.qos = qos;
        this.clock = clock;
        start = clock.nano();
        link = MqttLinks.open(settings, this::will, inbox, clock, random);
        link.subscribe(source.subscriptions().stream()
                .map(filter -> new Subscription(filter, 1))
                .toList());
    }

    private Optional<Outbound> will() {
        synchronized (source) {
            return source.will().map(will -> new Outbound(will.topic(), will.payload(), 1, will.retained()));
        }
    }

    /**
     * Publishes until the source has nothing more or somebody says so, then says goodbye and disconnects.
     *
     * @param stopped whether it shall end
     * @param told told how it is, every 10 s
     * @return how it was at the end
     * @throws OtsException if the link has given up for good
     * @throws InterruptedException if the thread is told to end; the broker then publishes the will
     */
    public LiveStatus run(BooleanSupplier stopped, Consumer<LiveStatus> told) throws InterruptedException {
        try {
            OptionalLong due = OptionalLong.of(0);
            long toldAt = 0;
            while (due.isPresent() && !stopped.getAsBoolean()) {
                attend();
                long now = elapsed();
                if (now >= due.getAsLong()) {
                    late = (now - due.getAsLong()) / SECOND;
                    synchronized (source) {
                        due = source.publishDue(now);
                    }
                }
                boolean busy = drain();
                listen(busy ? BUSY_WAIT : pause(due));
                if (elapsed() - toldAt > STATUS_EVERY) {
                    toldAt = elapsed();
                    told.accept(status());
                }
            }
            goodbye();
            return status();
        } finally {
            link.close();
        }
    }

    private long elapsed() {
        return clock.nano() - start;
    }

    private long pause(OptionalLong due) {
        long rest = due.isPresent() ? (due.getAsLong() - elapsed()) / NANOS_PER_MS : 0;
        return Math.max(0, Math.min(LONGEST_WAIT, rest));
    }

    /** After every new connection the births come first. */
    private void attend() {
        LinkState state = link.state();
        if (state.phase() == LinkState.Phase.STOPPED) {
            throw state.problem().orElseThrow();
        }
        long connections = link.counts().connections();
        if (state.connected() && connections != born) {
            queue.dropAll();
            born = connections;
            births++;
            synchronized (source) {
                source.connected();
            }
        }
    }

    /** Hands over what waits; returns whether the link takes no more for the moment. */
    private boolean drain() {
        if (!link.state().connected()) {
            queue.dropAll();
            return false;
        }
        for (Message next = queue.first(); next != null; next = queue.first()) {
            switch (link.publish(new Outbound(next.topic(), next.payload(), qos, next.retained()))) {
                case SENT -> {
                    queue.sent();
                    published++;
                }
                case BUSY -> {
                    return true;
                }
                default -> {
                    born = NOT_BORN;
                    return false;
                }
            }
        }
        return false;
    }

    private void listen(long millis) throws InterruptedException {
        for (Inbound in = inbox.take(millis); in != null; in = inbox.take(0)) {
            synchronized (source) {
                source.received(new Message(in.topic(), in.payload(), in.retained()));
            }
        }
    }

    private void goodbye() throws InterruptedException {
        long until = clock.nano() + GOODBYE;
        synchronized (source) {
            source.disconnecting();
        }
        while (link.state().connected()
                && clock.nano() < until
                && (drain() || link.counts().inflight() > 0)) {
            TimeUnit.MILLISECONDS.sleep(BUSY_WAIT);
        }
    }

    /**
     * How it is.
     *
     * @return the status
     */
    public LiveStatus status() {
        return new LiveStatus(
                link.state(),
                elapsed() / SECOND,
                link.counts().connections(),
                births,
                published,
                queue.dropped(),
                late);
    }
}
