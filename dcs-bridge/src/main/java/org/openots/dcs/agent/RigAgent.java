package org.openots.dcs.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.dcs.agent.SampleFeed.Scan;
import org.openots.dcs.frame.FrameError;
import org.openots.dcs.frame.FrameJournal;
import org.openots.dcs.frame.FrameLog;
import org.openots.dcs.frame.FrameSender;
import org.openots.dcs.frame.JournalFolder;
import org.openots.dcs.frame.MemoryLog;
import org.openots.dcs.mqtt.Inbound;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkState;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;
import org.openots.dcs.mqtt.Subscription;
import org.openots.dcs.payload.BadPayload;
import org.slf4j.LoggerFactory;

/**
 * The sender beside a rig: takes scans from a feed, writes each into its journal and sends it until every required
 * consumer has it, over broken links and restarts of everybody. One thread waits for the feed, one does all the rest.
 */
public final class RigAgent implements AutoCloseable {
    private static final int SCANS_WAITING = 10_000;
    private static final int FRAMES_IN_MEMORY = 20_000;
    private static final int LOST_TOLD = 50;
    private static final long SECOND = 1_000_000_000;
    private static final long STATE_EVERY = 10 * SECOND;
    private static final long UNHEARD = 10 * SECOND;
    private static final int IDLE_MILLIS = 10;
    private static final int BUSY_MILLIS = 1;
    private static final int CLOSE_SECONDS = 5;

    private final AgentSettings settings;
    private final SampleFeed feed;
    private final LinkClock clock;
    private final RandomGenerator random;
    private final QuietLog log;
    private final InboundRing inbox = new InboundRing(1000);
    private final BlockingQueue<Scan> scans = new ArrayBlockingQueue<>(SCANS_WAITING);
    private final AtomicBoolean connected = new AtomicBoolean();
    private final List<FrameSender> senders = new ArrayList<>();
    private final List<JournalFolder.Lost> lost = new ArrayList<>();
    private final JournalFolder journals;
    private final MqttLink link;
    private final Thread feeder;
    private final Thread worker;
    private FrameSender current;
    private @Nullable FrameJournal journal;
    private @Nullable OtsException journalProblem;
    private volatile @Nullable OtsException problem;
    private volatile AgentStatus status;
    private volatile boolean closed;
    private long produced;
    private long dropped;
    private long housekept;
    private long stated;
    private long heard;

    /**
     * Opens the journals and begins to connect and to send.
     *
     * @param settings what it needs to know
     * @param feed where scans come from; closed with this
     * @param clock the clocks
     * @param random for the name of this boot and for the times of attempts
     * @throws IOException if the journals of earlier boots cannot be read
     */
    public RigAgent(AgentSettings settings, SampleFeed feed, LinkClock clock, RandomGenerator random)
            throws IOException {
        this.settings = settings;
        this.feed = feed;
        this.clock = clock;
        this.random = random;
        log = new QuietLog(LoggerFactory.getLogger(RigAgent.class), clock::nano);
        journals = JournalFolder.open(settings.journals(), settings.caps());
        current = sender(begin());
        senders.add(current);
        journals.earlier().forEach(earlier -> senders.add(sender(earlier)));
        byte[] will = WireJson.state(new WireJson.State(false, current.log().boot(), 0, List.of()), clock.millis());
        link = MqttLinks.open(
                settings.link().with(new Outbound(settings.topics().state(), will, 1, true)), inbox, clock, random);
        link.subscribe(List.of(
                new Subscription(settings.topics().acks(), 1),
                new Subscription(settings.topics().backfillRequest(), 1)));
        link.listen(state -> {
            if (state.phase() == LinkState.Phase.CONNECTING) {
                connected.set(true);
            }
        });
        status = new AgentStatus(link.state(), Optional.empty(), 0, 0, 0, 0, 0);
        feeder = daemon(this::feed, "rig-feed");
        worker = daemon(this::work, "rig-agent");
        worker.start();
        feeder.start();
    }

    private static Thread daemon(Runnable body, String name) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }

    private FrameLog begin() {
        String boot = JournalFolder.newBoot(clock.millis(), random);
        try {
            FrameJournal begun = journals.begin(boot);
            journal = begun;
            return begun;
        } catch (IOException e) {
            return inMemory(boot, e);
        }
    }

    /** The disk failed: frames go on under a new boot, so that no number is ever used twice. */
    private FrameLog inMemory(String boot, IOException cause) {
        journalProblem = new OtsException(
                FrameError.JOURNAL_FAILED, settings.journals().toString(), String.valueOf(cause.getMessage()));
        log.warn("journal", journalProblem.getMessage());
        journal = null;
        return new MemoryLog(boot, FRAMES_IN_MEMORY);
    }

    private FrameSender sender(FrameLog frames) {
        return new FrameSender(
                frames,
                settings.required(),
                frame -> link.publish(new Outbound(settings.topics().data(), frame, 1, false)),
                frame -> link.publish(new Outbound(settings.topics().backfillData(), frame, 1, false)));
    }

    private void feed() {
        try {
            for (Optional<Scan> scan = feed.next(); !closed && scan.isPresent(); scan = feed.next()) {
                scans.put(scan.get());
            }
        } catch (IOException e) {
            log.warn("feed", String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!closed || !scans.isEmpty()) {
                takeScans();
                boolean busy = send();
                for (Inbound in = inbox.take(busy ? BUSY_MILLIS : IDLE_MILLIS); in != null; in = inbox.take(0)) {
                    listen(in);
                }
                keepHouse();
            }
            goodbye();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeScans() {
        for (Scan scan = scans.poll(); scan != null; scan = scans.poll()) {
            try {
                current.log().append(scan.time(), scan.entries());
            } catch (IOException e) {
                current = sender(inMemory(JournalFolder.newBoot(clock.millis(), random), e));
                senders.add(0, current);
                stated = 0;
                append(current.log(), scan);
            }
            produced++;
        }
    }

    private static void append(FrameLog memory, Scan scan) {
        try {
            memory.append(scan.time(), scan.entries());
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
    }

    private boolean send() {
        long now = clock.nano();
        if (link.state().connected() && connected.getAndSet(false)) {
            senders.forEach(sender -> sender.reconnected(now));
            settings.meta()
                    .ifPresent(
                            meta -> link.publish(new Outbound(settings.topics().meta(), meta, 1, true)));
            stated = 0;
        }
        boolean busy = false;
        for (FrameSender sender : List.copyOf(senders)) {
            try {
                busy |= sender.step(now);
            } catch (IOException e) {
                setAside(sender, e);
            }
        }
        return busy;
    }

    /** A journal that cannot be read any more holds up nothing else. */
    private void setAside(FrameSender sender, IOException cause) {
        long last = sender.log().last();
        lose(new JournalFolder.Lost(
                sender.log().boot(), new org.openots.dcs.frame.SeqSet.Range(last - sender.pending() + 1, last)));
        senders.remove(sender);
        if (sender == current) {
            current = sender(inMemory(JournalFolder.newBoot(clock.millis(), random), cause));
            senders.add(0, current);
        }
    }

    private void lose(JournalFolder.Lost range) {
        lost.add(range);
        while (lost.size() > LOST_TOLD) {
            lost.remove(0);
        }
        dropped += range.range().to() - range.range().from() + 1;
        stated = 0;
        log.warn(
                "dropped",
                new OtsException(
                                FrameError.DROPPED,
                                range.boot(),
                                range.range().from(),
                                range.range().to())
                        .getMessage());
    }

    private void listen(Inbound in) {
        try {
            String acks = settings.topics().acks();
            if (in.topic().startsWith(acks.substring(0, acks.length() - 1))) {
                WireJson.Ack ack = WireJson.readAck(in.payload());
                String consumer = in.topic().substring(acks.length() - 1);
                for (FrameSender sender : senders) {
                    if (sender.log().boot().equals(ack.boot())) {
                        long before = sender.pending();
                        sender.acknowledged(consumer, ack.upTo(), clock.nano());
                        heard = sender.pending() < before ? clock.nano() : heard;
                    }
                }
            } else {
                WireJson.Request request = WireJson.readRequest(in.payload());
                senders.stream()
                        .filter(sender -> sender.log().boot().equals(request.boot()))
                        .forEach(sender -> sender.request(
                                request.range().from(), request.range().to()));
            }
        } catch (BadPayload | IOException e) {
            log.warn(in.topic(), String.valueOf(e.getMessage()));
        }
    }

    private void keepHouse() {
        long now = clock.nano();
        if (now - housekept > SECOND) {
            housekept = now;
            try {
                FrameJournal own = journal;
                if (own != null) {
                    own.sync();
                    journals.enforce(own, clock.millis()).forEach(this::lose);
                }
                Set<FrameLog> done = Set.copyOf(journals.tidy());
                senders.removeIf(sender -> done.contains(sender.log()));
            } catch (IOException e) {
                log.warn("journal", String.valueOf(e.getMessage()));
            }
            problem = problem(now);
        }
        if (journalProblem != null) {
            problem =
                    journalProblem; // at once: a program that ends within the second still says that its disk was full
        }
        if (now - stated > STATE_EVERY || stated == 0) {
            byte[] state = WireJson.state(
                    new WireJson.State(true, current.log().boot(), current.log().first(), lost), clock.millis());
            if (link.publish(new Outbound(settings.topics().state(), state, 1, true)) == MqttLink.Published.SENT) {
                stated = now;
            }
        }
        status = new AgentStatus(
                link.state(),
                Optional.ofNullable(problem),
                produced,
                senders.stream().mapToLong(FrameSender::pending).sum(),
                senders.stream().mapToLong(FrameSender::sent).sum(),
                senders.stream().mapToLong(FrameSender::resends).sum(),
                dropped);
    }

    private @Nullable OtsException problem(long now) {
        if (journalProblem != null) {
            return journalProblem;
        }
        if (!link.state().connected() || current.pending() == 0 || heard == 0) {
            heard = now;
        }
        return now - heard > UNHEARD
                ? new OtsException(FrameError.NOT_ACKNOWLEDGED, (now - heard) / SECOND, current.slowest())
                : null;
    }

    private void goodbye() {
        byte[] state = WireJson.state(
                new WireJson.State(false, current.log().boot(), current.log().first(), lost), clock.millis());
        link.publish(new Outbound(settings.topics().state(), state, 1, true));
        for (FrameSender sender : senders) {
            try {
                sender.log().sync();
                sender.log().close();
            } catch (IOException e) {
                log.warn("journal", String.valueOf(e.getMessage()));
            }
        }
    }

    /**
     * How it is.
     *
     * @return the state of a moment ago
     */
    public AgentStatus status() {
        return status;
    }

    /** Ends the feed, writes what came of it, and says goodbye. What has not arrived is sent at the next start. */
    @Override
    public void close() {
        closed = true;
        feeder.interrupt();
        try {
            feed.close();
            worker.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (IOException e) {
            log.warn("feed", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.close();
    }
}
