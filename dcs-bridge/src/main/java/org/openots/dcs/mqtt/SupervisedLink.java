package org.openots.dcs.mqtt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.dcs.mqtt.LinkSettings.Protocol;
import org.openots.dcs.mqtt.LinkState.Phase;

/**
 * Keeps a link up with one thread of its own, which alone connects, subscribes, asks for pings and notices silence. The
 * library's automatic reconnect and its buffers are off: they lose messages, and its reconnect never starts when the broker
 * is down at first. Every attempt has a fresh client; old ones are put away by threads that nobody waits for, because the
 * library's own ending can hang.
 */
final class SupervisedLink implements MqttLink {
    /** A half-open connection is noticed after so many keep-alives without any packet. */
    private static final double SILENT_KEEP_ALIVES = 1.5;

    /** It is looked for once in a tick, which must not come on top; a second one is for a machine that is busy. */
    private static final double LOOKS = 2;

    private static final double NANOS_PER_MILLI = 1e6;

    private static final long LONGEST_TICK_MILLIS = 250;
    private static final long CLOSE_SECONDS = 3;

    private final LinkSettings settings;
    private final Supplier<Optional<Outbound>> wills;
    private final InboundRing inbox;
    private final LinkClock clock;
    private final Optional<TlsContext> tls;
    private final Problems problems;
    private final BackOff backOff;
    private final TakeOverWatch takeOver = new TakeOverWatch();
    private final Thread supervisor;
    private final List<Consumer<LinkState>> listeners = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Wake> wakes = new LinkedBlockingQueue<>();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong oversized = new AtomicLong();
    private final AtomicLong published = new AtomicLong();
    private final AtomicInteger discarding = new AtomicInteger();
    private final AtomicLong lastMessage = new AtomicLong();
    private volatile Map<String, Subscription> wanted = Map.of();
    private volatile @Nullable Session current;
    private volatile @Nullable Session opening;
    private volatile @Nullable OtsException denied;
    private volatile LinkState state = new LinkState(Phase.CONNECTING, 1, Optional.empty());
    private volatile boolean closed;

    /** Why the supervisor is woken. */
    private record Wake(@Nullable Session lost, @Nullable Throwable cause) {}

    SupervisedLink(
            LinkSettings settings,
            Supplier<Optional<Outbound>> wills,
            InboundRing inbox,
            LinkClock clock,
            RandomGenerator random) {
        this.settings = settings;
        this.wills = wills;
        this.inbox = inbox;
        this.clock = clock;
        tls = settings.access().tls().map(TlsContext::of);
        problems = new Problems(settings, tls);
        backOff = new BackOff(random);
        supervisor = new Thread(this::run, "mqtt-" + settings.clientId());
        supervisor.setDaemon(true);
    }

    void start() {
        supervisor.start();
    }

    @Override
    public LinkState state() {
        return state;
    }

    @Override
    public void listen(Consumer<LinkState> listener) {
        listeners.add(listener);
        listener.accept(state);
    }

    @Override
    public void subscribe(Collection<Subscription> subscriptions) {
        Map<String, Subscription> byFilter = new TreeMap<>();
        subscriptions.forEach(one -> byFilter.put(one.filter(), one));
        wanted = byFilter;
        wakes.add(new Wake(null, null));
    }

    @Override
    public Published publish(Outbound message) {
        Session session = current;
        if (session == null) {
            return Published.DOWN;
        }
        try {
            if (!session.publish(message)) {
                return Published.BUSY;
            }
            published.incrementAndGet();
            return Published.SENT;
        } catch (SessionFailure e) {
            wakes.add(new Wake(session, e));
            return Published.DOWN;
        }
    }

    @Override
    public LinkCounts counts() {
        Session session = current;
        return new LinkCounts(
                connections.get(),
                attempts.get(),
                received.get(),
                oversized.get(),
                published.get(),
                session == null ? 0 : session.inflight(),
                discarding.get());
    }

    @Override
    public void close() {
        closed = true;
        Session half = opening;
        if (half != null) {
            half.cut();
        }
        wakes.add(new Wake(null, null));
        try {
            supervisor.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean stopped = false;
            for (int attempt = 1; !closed && !stopped; ) {
                attempts.incrementAndGet();
                tell(Phase.CONNECTING, attempt, state.problem());
                Session session = open();
                opening = session;
                try {
                    session.connect();
                    List<Subscription> made = subscribe(session, List.of());
                    connections.incrementAndGet();
                    attempt = 1;
                    stopped = serve(session, made);
                } catch (SessionFailure e) {
                    OtsException problem = problems.ofAttempt(e, session.failure());
                    discard(session);
                    takeOver.unreachable();
                    pause(problem, ++attempt);
                }
            }
            if (!stopped) {
                tell(Phase.CLOSED, 0, Optional.empty());
            }
        } catch (InterruptedException e) {
            tell(Phase.CLOSED, 0, Optional.empty());
        }
    }

    private Session open() {
        LinkSocket socket = new LinkSocket(settings, clock, tls);
        SessionEvents events = new SessionEvents();
        LinkSettings own = wills.get().map(settings::with).orElse(settings);
        Session session = own.protocol() == Protocol.V3
                ? new V3Session(own, clock, socket, events)
                : new V5Session(own, clock, socket, events);
        events.session = session;
        return session;
    }

    /** Makes the subscriptions that are wanted and not made yet, and takes back the others. */
    private List<Subscription> subscribe(Session session, List<Subscription> made) throws SessionFailure {
        List<Subscription> all = List.copyOf(wanted.values());
        List<String> gone = made.stream()
                .map(Subscription::filter)
                .filter(filter -> all.stream().noneMatch(one -> one.filter().equals(filter)))
                .toList();
        List<Subscription> missing = new ArrayList<>(all);
        missing.removeAll(made);
        if (!gone.isEmpty()) {
            session.unsubscribe(gone);
        }
        if (!missing.isEmpty()) {
            List<Subscription> refused = session.subscribe(missing);
            denied = refused.isEmpty()
                    ? null
                    : new OtsException(
                            MqttError.SUBSCRIBE_DENIED, refused.get(0).filter(), settings.clientId());
        }
        return all;
    }

    /** Looks after a connection until it ends; returns whether the link must stop for good. */
    private boolean serve(Session session, List<Subscription> made) throws InterruptedException {
        long connected = clock.nano();
        lastMessage.set(connected);
        current = session;
        opening = null;
        report();
        OtsException problem = null;
        while (!closed && problem == null) {
            Wake wake = wakes.poll(tick(), TimeUnit.MILLISECONDS);
            if (wake != null && wake.lost() == session) {
                problem = problems.ofLoss(wake.cause(), session.failure());
            } else if (wake != null && wake.lost() == null && !closed) {
                try {
                    made = subscribe(session, made);
                } catch (SessionFailure e) {
                    problem = problems.ofLoss(e, session.failure());
                }
            }
            session.ping();
            if (problem == null) {
                problem = halfOpen(session);
                report();
            }
        }
        current = null;
        if (problem == null) {
            session.leave();
            discard(session);
            return false;
        }
        discard(session);
        if (takeOver.dropped(connected, clock.nano())) {
            OtsException taken = new OtsException(
                    MqttError.TAKEN_OVER, settings.clientId(), TakeOverWatch.DROPS, TakeOverWatch.WITHIN_SECONDS);
            tell(Phase.STOPPED, 0, Optional.of(taken));
            return true;
        }
        if (clock.nano() - connected > settings.timing().keepAlive().toNanos()) {
            backOff.connected();
        }
        pause(problem, 1);
        return false;
    }

    private long tick() {
        return Math.min(LONGEST_TICK_MILLIS, settings.timing().keepAlive().toMillis() / 8);
    }

    private @Nullable OtsException halfOpen(Session session) {
        double silent = clock.nano() - session.lastInbound();
        double looks = LOOKS * tick() * NANOS_PER_MILLI;
        if (silent <= SILENT_KEEP_ALIVES * settings.timing().keepAlive().toNanos() - looks) {
            return null;
        }
        return new OtsException(
                MqttError.HALF_OPEN,
                settings.broker().host(),
                settings.broker().port(),
                Math.round(silent / 1e8) / 10.0);
    }

    /** Says whether the connection is in order, silent, or refuses something. */
    private void report() {
        boolean quiet = !wanted.isEmpty()
                && clock.nano() - lastMessage.get() > settings.timing().quiet().toNanos();
        OtsException refused = denied;
        if (refused != null) {
            tell(quiet ? Phase.SILENT : Phase.CONNECTED, 0, Optional.of(refused));
        } else if (quiet) {
            tell(
                    Phase.SILENT,
                    0,
                    Optional.of(new OtsException(
                            MqttError.NO_DATA, settings.timing().quiet().toMillis() / 1000.0)));
        } else {
            tell(Phase.CONNECTED, 0, Optional.empty());
        }
    }

    private void pause(OtsException problem, int attempt) throws InterruptedException {
        tell(Phase.WAITING, attempt, Optional.of(problem));
        long until = clock.nano() + TimeUnit.MILLISECONDS.toNanos(backOff.after(problem));
        for (long left = until - clock.nano(); left > 0 && !closed; left = until - clock.nano()) {
            wakes.poll(left, TimeUnit.NANOSECONDS);
        }
    }

    private void tell(Phase phase, int attempt, Optional<OtsException> problem) {
        LinkState before = state;
        boolean same = before.phase() == phase
                && before.attempt() == attempt
                && before.problem().map(OtsException::errorCode).equals(problem.map(OtsException::errorCode));
        if (!same) {
            LinkState now = new LinkState(phase, attempt, problem);
            state = now;
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    private void discard(Session session) {
        opening = null;
        session.cut();
        discarding.incrementAndGet();
        Thread away = new Thread(
                () -> {
                    try {
                        session.abandon();
                    } finally {
                        discarding.decrementAndGet();
                    }
                },
                "mqtt-away-" + settings.clientId());
        away.setDaemon(true);
        away.start();
    }

    /** Called by threads of the library, which must never wait. */
    private final class SessionEvents implements Session.Events {
        private volatile @Nullable Session session;

        @Override
        public void received(String topic, byte[] payload, boolean retained) {
            long now = clock.nano();
            lastMessage.set(now);
            if (payload.length > settings.limits().payload()) {
                oversized.incrementAndGet();
                return;
            }
            received.incrementAndGet();
            inbox.put(new Inbound(topic, payload.clone(), retained, clock.millis(), now));
        }

        @Override
        public void publishDenied(String topic) {
            denied = new OtsException(MqttError.PUBLISH_DENIED, topic, settings.clientId());
        }

        @Override
        public void lost(@Nullable Throwable cause) {
            wakes.add(new Wake(session, cause));
        }
    }
}
