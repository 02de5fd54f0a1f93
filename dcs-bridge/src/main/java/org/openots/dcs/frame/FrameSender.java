package org.openots.dcs.frame;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.openots.dcs.mqtt.MqttLink.Published;
import org.openots.dcs.payload.BadPayload;

/**
 * Sends the frames of one boot until every consumer that must have them says so. A broker's own confirmation counts for
 * nothing: it confirms what it later drops. Sends at most a window ahead of the last confirmed frame, and begins again
 * behind it when nothing was confirmed for some time or the link is new. Used by one thread at a time.
 */
public final class FrameSender {
    /** Frames under way at most: below the 1000 messages that mosquitto queues as a rule. */
    public static final int WINDOW = 800;

    /** So long without a confirmation is worth sending again, ns. */
    public static final long PATIENCE = 1_500_000_000;

    /** While nobody confirms, few frames are enough to find out that somebody is back. */
    private static final int SMALLEST_WINDOW = 8;

    /** Frames sent for one request in one step, so that live frames never wait long. */
    private static final int REQUESTED_AT_ONCE = 20;

    private final FrameLog log;
    private final Map<String, Long> acked = new HashMap<>();
    private final Function<byte[], Published> live;
    private final Function<byte[], Published> requested;
    private final ArrayDeque<SeqSet.Range> requests = new ArrayDeque<>();
    private long next;
    private long progress;
    private int window = WINDOW;
    private long resends;
    private long sent;

    /**
     * Begins with the oldest frame that is kept.
     *
     * @param log the frames
     * @param required consumers that must have all of them
     * @param live publishes a frame
     * @param requested publishes a frame that was asked for
     */
    public FrameSender(
            FrameLog log,
            Set<String> required,
            Function<byte[], Published> live,
            Function<byte[], Published> requested) {
        this.log = log;
        this.live = live;
        this.requested = requested;
        next = log.first();
        required.forEach(consumer -> acked.put(consumer, log.first() - 1));
    }

    /** The last frame that all required consumers have. */
    private long base() {
        long slowest = acked.values().stream().mapToLong(Long::longValue).min().orElse(next - 1);
        return Math.max(slowest, log.first() - 1);
    }

    /**
     * Somebody has frames.
     *
     * @param consumer who
     * @param upTo the last of those that came without a gap
     * @param now by the monotonic clock, ns
     * @throws IOException if the log cannot be trimmed
     */
    public void acknowledged(String consumer, long upTo, long now) throws IOException {
        Long before = acked.get(consumer);
        if (before == null || upTo <= before || upTo > log.last()) {
            return;
        }
        long base = base();
        acked.put(consumer, upTo);
        if (base() > base) {
            progress = now;
            window = Math.min(WINDOW, 2 * window);
            next = Math.max(next, base() + 1);
            log.trim(base());
        }
    }

    /**
     * The link is new: what was under way on the old one is sent again.
     *
     * @param now by the monotonic clock, ns
     */
    public void reconnected(long now) {
        next = base() + 1;
        progress = now;
    }

    /**
     * Somebody wants frames again.
     *
     * @param from the first
     * @param to the last
     */
    public void request(long from, long to) {
        requests.add(new SeqSet.Range(from, to));
    }

    /**
     * Sends what may be sent.
     *
     * @param now by the monotonic clock, ns
     * @return whether more could be sent soon
     * @throws IOException if the log cannot be read
     */
    public boolean step(long now) throws IOException {
        long base = base();
        next = Math.max(next, log.first());
        if (next <= base + 1) {
            progress = now;
        } else if (now - progress > PATIENCE) {
            next = base + 1;
            progress = now;
            window = Math.max(SMALLEST_WINDOW, window / 4);
            resends++;
        }
        while (next <= log.last() && next <= base + window) {
            Published published = live.apply(log.read(next));
            if (published != Published.SENT) {
                return published == Published.BUSY;
            }
            next++;
            sent++;
        }
        return answer();
    }

    private boolean answer() throws IOException {
        for (int i = 0; i < REQUESTED_AT_ONCE && !requests.isEmpty(); i++) {
            SeqSet.Range range = requests.remove();
            long from = Math.max(range.from(), log.first());
            if (from <= Math.min(range.to(), log.last())) {
                boolean gone = requested.apply(historical(from)) == Published.SENT;
                requests.addFirst(new SeqSet.Range(gone ? from + 1 : from, range.to()));
                if (!gone) {
                    return true;
                }
            }
        }
        return !requests.isEmpty();
    }

    private byte[] historical(long seq) throws IOException {
        try {
            return FrameCodec.encode(FrameCodec.decode(log.read(seq)).asHistorical());
        } catch (BadPayload e) {
            throw new IllegalStateException("a frame of our own cannot be read", e);
        }
    }

    /**
     * Whose frames it sends.
     *
     * @return the log
     */
    public FrameLog log() {
        return log;
    }

    /**
     * Times it began again because nobody confirmed.
     *
     * @return the count
     */
    public long resends() {
        return resends;
    }

    /**
     * Frames published, repetitions among them.
     *
     * @return the count
     */
    public long sent() {
        return sent;
    }

    /**
     * Frames that not all required consumers have.
     *
     * @return the count
     */
    public long pending() {
        return log.last() - base();
    }

    /**
     * The consumer that lags most.
     *
     * @return its name, empty when none is required
     */
    public String slowest() {
        return acked.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
