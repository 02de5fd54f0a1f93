package org.openots.dcs.agent;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.dcs.frame.Frame;
import org.openots.dcs.frame.FrameCodec;
import org.openots.dcs.frame.FrameError;
import org.openots.dcs.frame.FrameKeeper;
import org.openots.dcs.frame.JournalFolder.Lost;
import org.openots.dcs.frame.SeqSet;
import org.openots.dcs.frame.Sequencer;
import org.openots.dcs.mqtt.Inbound;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;
import org.openots.dcs.mqtt.Subscription;
import org.openots.dcs.payload.BadPayload;
import org.slf4j.LoggerFactory;

/**
 * Receives the frames of a rig: keeps each for good before it confirms it, puts them in order, and hands them on. What it
 * has kept is all it knows after a restart, so being killed at any moment loses nothing.
 */
public final class NativeReceiver implements AutoCloseable {
    private static final long SECOND = 1_000_000_000;
    private static final long ACK_EVERY = SECOND / 5;

    /** Confirming early keeps a sender going that catches up. */
    private static final int ACK_FRAMES = 100;

    private static final long REOPEN_EVERY = 2 * SECOND;
    private static final int POLL_MILLIS = 50;
    private static final int CLOSE_SECONDS = 5;

    private final RigTopics topics;
    private final String consumer;
    private final FrameKeeper keeper;
    private final FrameListener listener;
    private final LinkClock clock;
    private final QuietLog log;
    private final InboundRing inbox = new InboundRing(InboundRing.CAPACITY);
    private final ConcurrentLinkedQueue<WireJson.Request> requests = new ConcurrentLinkedQueue<>();
    private final Map<String, Sequencer> boots = new LinkedHashMap<>();
    private final Set<String> toConfirm = new HashSet<>();
    private final LagGauge lag = new LagGauge();
    private final MqttLink link;
    private final Thread worker;
    private Map<String, SeqSet> kept = new HashMap<>();
    private @Nullable OtsException problem;
    private String liveBoot = "";
    private boolean online;
    private volatile boolean closed;
    private volatile ReceiverStatus status;
    private boolean keeping;
    private int unconfirmed;
    private long confirmed;
    private long opened;
    private long received;
    private long rejected;

    /**
     * Begins to connect and to receive.
     *
     * @param topics where the frames are
     * @param consumer the name under which it confirms
     * @param settings the link to the broker
     * @param keeper keeps the frames; closed with this
     * @param listener takes the frames
     * @param clock the clocks
     * @param random for the times of attempts
     */
    public NativeReceiver(
            RigTopics topics,
            String consumer,
            LinkSettings settings,
            FrameKeeper keeper,
            FrameListener listener,
            LinkClock clock,
            RandomGenerator random) {
        this.topics = topics;
        this.consumer = consumer;
        this.keeper = keeper;
        this.listener = listener;
        this.clock = clock;
        log = new QuietLog(LoggerFactory.getLogger(NativeReceiver.class), clock::nano);
        open();
        kept.forEach((boot, set) -> boots.put(boot, new Sequencer(copy(set))));
        link = MqttLinks.open(settings, inbox, clock, random);
        link.subscribe(List.of(
                new Subscription(topics.data(), 1),
                new Subscription(topics.state(), 1),
                new Subscription(topics.backfillData(), 1)));
        status = new ReceiverStatus(link.state(), Optional.empty(), false, 0, 0, 0, 0, 0);
        worker = new Thread(this::work, "native-receiver-" + consumer);
        worker.setDaemon(true);
        worker.start();
    }

    private static SeqSet copy(SeqSet set) {
        SeqSet copy = new SeqSet();
        set.ranges().forEach(range -> copy.addAll(range.from(), range.to()));
        return copy;
    }

    private void open() {
        opened = clock.nano();
        try {
            kept = keeper.open();
            keeping = true;
            problem = null;
        } catch (IOException e) {
            failed(e);
        }
    }

    /** From here on nothing is confirmed, so the sender keeps everything; what is shown does not depend on it. */
    private void failed(IOException e) {
        keeping = false;
        problem = new OtsException(FrameError.ARCHIVE_FAILED, consumer, String.valueOf(e.getMessage()));
        log.warn("archive", problem.getMessage());
    }

    private void work() {
        try {
            while (!closed) {
                Inbound in = inbox.take(POLL_MILLIS);
                long now = clock.nano();
                if (in != null) {
                    take(in);
                    last = in;
                }
                Inbound latest = last;
                if (latest != null) {
                    boots.values().forEach(boot -> deliver(boot.due(now), latest));
                }
                if (!keeping && now - opened > REOPEN_EVERY) {
                    open();
                }
                if (now - confirmed > ACK_EVERY || unconfirmed >= ACK_FRAMES) {
                    confirm(now);
                }
            }
            confirm(clock.nano());
            keeper.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            failed(e);
        }
    }

    private @Nullable Inbound last;

    private void take(Inbound in) {
        try {
            if (in.topic().equals(topics.state())) {
                hear(WireJson.readState(in.payload()), in);
            } else if (!in.retained()) {
                accept(FrameCodec.decode(in.payload()), in);
            } else {
                throw new BadPayload(new LocalText("保留的帧不是实时数据", "a retained frame is never live"), in.payload(), -1);
            }
        } catch (BadPayload e) {
            rejected++;
            log.warn(in.topic(), String.valueOf(e.getMessage()));
        }
    }

    private void hear(WireJson.State state, Inbound in) {
        online = state.online();
        if (state.online()) {
            liveBoot = state.boot();
            if (state.first() > 0) {
                gone(new Lost(state.boot(), new SeqSet.Range(0, state.first() - 1)), in);
            }
        }
        state.lost().forEach(range -> gone(range, in));
    }

    /** What the sender has no more need not be waited for, and counts as confirmed. */
    private void gone(Lost range, Inbound in) {
        long from = range.range().from();
        long to = range.range().to();
        kept.computeIfAbsent(range.boot(), b -> new SeqSet()).addAll(from, to);
        deliver(sequencer(range.boot()).lost(from, to, clock.nano()), in);
        toConfirm.add(range.boot());
    }

    private Sequencer sequencer(String boot) {
        return boots.computeIfAbsent(boot, b -> new Sequencer(new SeqSet()));
    }

    private void accept(Frame frame, Inbound in) {
        keep(frame, in.payload());
        Sequencer boot = sequencer(frame.boot());
        long before = boot.duplicates();
        deliver(boot.accept(frame, in.arrivalNanos()), in);
        received += boot.duplicates() == before ? 1 : 0;
        toConfirm.add(frame.boot());
    }

    private void keep(Frame frame, byte[] payload) {
        SeqSet known = kept.get(frame.boot());
        if (!keeping || (known != null && known.contains(frame.seq()))) {
            return;
        }
        try {
            keeper.keep(frame, payload);
            unconfirmed++;
        } catch (IOException e) {
            failed(e);
        }
    }

    private void deliver(List<Sequencer.Delivery> due, Inbound in) {
        for (Sequencer.Delivery one : due) {
            Frame frame = one.frame();
            boolean late = lag.late(frame.time(), in.arrivalTime(), in.arrivalNanos());
            boolean old = !liveBoot.isEmpty() && !frame.boot().equals(liveBoot);
            listener.received(frame, in, one.historical() || late || old);
        }
    }

    private void confirm(long now) {
        confirmed = now;
        unconfirmed = 0;
        if (keeping && !toConfirm.isEmpty()) {
            try {
                keeper.sync();
                toConfirm.removeIf(boot -> confirm(boot));
            } catch (IOException e) {
                failed(e);
            }
        }
        for (WireJson.Request request = requests.poll(); request != null; request = requests.poll()) {
            link.publish(new Outbound(
                    topics.backfillRequest(), WireJson.request(request.boot(), request.range()), 1, false));
        }
        status = new ReceiverStatus(
                link.state(),
                Optional.ofNullable(problem),
                online,
                received,
                boots.values().stream().mapToLong(Sequencer::duplicates).sum(),
                rejected,
                boots.values().stream()
                        .flatMap(boot -> boot.seen().missing().stream())
                        .mapToLong(range -> range.to() - range.from() + 1)
                        .sum(),
                inbox.overflowed());
    }

    private boolean confirm(String boot) {
        SeqSet known = kept.get(boot);
        long upTo = known == null ? -1 : known.complete();
        return upTo < 0
                || link.publish(new Outbound(topics.ack(consumer), ack(boot, upTo), 1, false))
                        == MqttLink.Published.SENT;
    }

    private byte[] ack(String boot, long upTo) {
        return WireJson.ack(new WireJson.Ack(boot, upTo, clock.millis()));
    }

    /**
     * Asks the sender for frames again; they come as historical ones.
     *
     * @param boot whose
     * @param range which
     */
    public void request(String boot, SeqSet.Range range) {
        requests.add(new WireJson.Request(boot, range));
    }

    /**
     * How it is.
     *
     * @return the state of a moment ago
     */
    public ReceiverStatus status() {
        return status;
    }

    /** Confirms what is kept and ends. */
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
