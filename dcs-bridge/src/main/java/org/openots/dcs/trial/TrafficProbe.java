package org.openots.dcs.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openots.dcs.mqtt.Inbound;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.LinkState;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Subscription;

/**
 * Listens to a broker for a while, so that somebody can make a map of what comes: the last message of every topic.
 * Bounded in what it remembers, so that a broker with the topics of a whole works does no harm. Ends with {@link #close}.
 */
public final class TrafficProbe implements AutoCloseable {
    /** Topics that are remembered. */
    private static final int MOST_TOPICS = 2_000;
    /** Bytes that are remembered of all messages together. */
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private static final int RING = 4_096;
    private static final int POLL_MILLIS = 100;
    private static final int CLOSE_SECONDS = 5;
    /** Messages of a topic that its rate is made of. */
    private static final int MOST_ARRIVALS = 10;

    private static final double NANOS = 1e9;
    private static final Last NONE = new Last(new byte[0], 0, false, List.of());

    private final String filter;
    private final LinkClock clock;
    private final InboundRing inbox = new InboundRing(RING);
    private final MqttLink link;
    private final SortedMap<String, Last> topics = new TreeMap<>();
    private final Thread worker;
    private long bytes;
    private long forgotten;
    private volatile boolean closed;

    /**
     * The last message of a topic.
     *
     * @param payload its bytes
     * @param messages messages so far
     * @param retained whether the broker had kept it
     * @param arrivals when the newest ones came that the broker had not kept, ns, oldest first
     */
    private record Last(byte[] payload, long messages, boolean retained, List<Long> arrivals) {
        Last next(Inbound in) {
            List<Long> newest = new ArrayList<>(arrivals);
            if (!in.retained()) {
                newest.add(in.arrivalNanos());
            }
            List<Long> kept = newest.size() > MOST_ARRIVALS ? newest.subList(1, newest.size()) : newest;
            return new Last(in.payload(), messages + 1, in.retained(), List.copyOf(kept));
        }

        /** Messages a second over the newest ones; less and less when none come any more. */
        double rate(long now) {
            if (arrivals.size() < 2) {
                return 0;
            }
            long span = arrivals.get(arrivals.size() - 1) - arrivals.get(0);
            double usual = (double) span / (arrivals.size() - 1);
            double silent = (double) now - arrivals.get(arrivals.size() - 1);
            return NANOS / Math.max(1, silent > 2 * usual ? silent : usual);
        }
    }

    /**
     * A topic.
     *
     * @param name the topic
     * @param messages how many messages came
     * @param retained whether the last one was one that the broker had kept
     * @param bytes length of the last one
     * @param rate messages a second now; 0 until two came that the broker had not kept
     * @param guess what it seems to be
     */
    public record Topic(String name, long messages, boolean retained, int bytes, double rate, MessageGuess guess) {}

    /**
     * Begins to listen.
     *
     * @param settings the link, with a name of its own
     * @param filter topic filter; the number sign is allowed here, as nothing of it becomes a map by itself
     * @param clock the clocks
     * @param random spreads attempts to connect
     */
    public TrafficProbe(LinkSettings settings, String filter, LinkClock clock, RandomGenerator random) {
        this.filter = filter;
        this.clock = clock;
        this.link = MqttLinks.open(settings, inbox, clock, random);
        link.subscribe(List.of(new Subscription(filter, 0)));
        this.worker = new Thread(this::work, "traffic-probe");
        worker.setDaemon(true);
        worker.start();
    }

    private void work() {
        try {
            while (!closed) {
                Inbound in = inbox.take(POLL_MILLIS);
                if (in != null) {
                    take(in);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void take(Inbound in) {
        Last before = topics.get(in.topic());
        long more = (long) in.payload().length - (before == null ? 0 : before.payload().length);
        if ((before == null && topics.size() >= MOST_TOPICS) || bytes + more > MOST_BYTES) {
            forgotten++;
            return;
        }
        bytes += more;
        topics.put(in.topic(), (before == null ? NONE : before).next(in));
    }

    /**
     * What it listens to.
     *
     * @return the topic filter
     */
    public String filter() {
        return filter;
    }

    /**
     * The link.
     *
     * @return its state
     */
    public LinkState state() {
        return link.state();
    }

    /**
     * Messages that were not remembered because there were too many topics or bytes.
     *
     * @return their number
     */
    public synchronized long forgotten() {
        return forgotten;
    }

    /**
     * What came so far.
     *
     * @return the topics by name
     */
    public List<Topic> topics() {
        SortedMap<String, Last> now;
        synchronized (this) {
            now = new TreeMap<>(topics);
        }
        List<Topic> list = new ArrayList<>(now.size());
        long nanos = clock.nano();
        now.forEach((name, last) -> list.add(new Topic(
                name,
                last.messages(),
                last.retained(),
                last.payload().length,
                last.rate(nanos),
                MessageGuess.of(name, last.payload()))));
        return list;
    }

    @Override
    public void close() {
        closed = true;
        try {
            worker.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.close();
    }
}
