package org.openots.dcs.gate;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.dcs.audit.AuditLog;
import org.openots.dcs.map.MappedTag.Write;
import org.openots.dcs.value.Sample;

/**
 * Writes to the rig: a person takes the gate, prepares a write, reads what it will do, and commits it. The value then goes
 * to its goal at a limited rate, from where the rig is, and the rig must follow. Whatever is wrong ends the write; the rig
 * keeps its last value and nothing is sent later. Safe for several threads.
 */
public final class WriteGate {
    private static final String BRIDGE = "bridge";

    /** A ramp goes in steps of so long, ms. */
    private static final long STEP_MS = 1000;

    private final GateSettings settings;
    private final RigValues values;
    private final CommandChannel channel;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Supplier<String> tokens;

    private @Nullable Lease lease;
    private final Map<String, Offer> offers = new HashMap<>();
    private @Nullable Running running;
    private @Nullable Ended ended;

    /**
     * Creates a gate.
     *
     * @param settings what must hold
     * @param values the rig
     * @param channel the way to the rig
     * @param audit where every step is recorded before it is taken
     * @param clock the time
     * @param tokens texts that nobody can guess, each once
     */
    public WriteGate(
            GateSettings settings,
            RigValues values,
            CommandChannel channel,
            AuditLog audit,
            InstantSource clock,
            Supplier<String> tokens) {
        this.settings = settings;
        this.values = values;
        this.channel = channel;
        this.audit = audit;
        this.clock = clock;
        this.tokens = tokens;
    }

    /**
     * Who holds the gate.
     *
     * @param who account
     * @param until UTC in ms
     */
    public record Lease(String who, long until) {}

    /**
     * A write that can be committed.
     *
     * @param token what commits it
     * @param echo what it will do, for people
     * @param until UTC in ms
     * @param second whether another person must approve it first
     */
    public record Prepared(String token, LocalText echo, long until, boolean second) {}

    /**
     * How the last write ended.
     *
     * @param tag the tag
     * @param goal where it was to go
     * @param last the last value that the rig confirmed
     * @param failure why it did not get there; empty when it did
     */
    public record Ended(String tag, double goal, double last, Optional<OtsException> failure) {}

    /**
     * How the gate is.
     *
     * @param lease who holds it
     * @param writing the tag that is being written
     * @param sent the value sent last
     * @param ended how the last write ended
     */
    public record State(Optional<Lease> lease, Optional<String> writing, double sent, Optional<Ended> ended) {}

    private record Offer(String who, WriteTarget target, double goal, long until, boolean second, boolean approved) {}

    private static final class Running {
        private final String who;
        private final WriteTarget target;
        private final double goal;
        private double confirmed;
        private double sent;
        private long sentAt;
        private boolean waiting;

        Running(String who, WriteTarget target, double goal, double start) {
            this.who = who;
            this.target = target;
            this.goal = goal;
            this.confirmed = start;
            this.sent = start;
        }
    }

    /**
     * Takes or renews the gate.
     *
     * @param who account of a person with the right to write
     * @return the lease
     * @throws OtsException if somebody else holds it, or the gate is off
     */
    public synchronized Lease take(String who) {
        requireEnabled();
        Lease held = held();
        if (held != null && !held.who().equals(who)) {
            throw new OtsException(GateError.LEASE_HELD, held.who(), (held.until() - clock.millis()) / 1000);
        }
        Lease taken = new Lease(who, clock.millis() + settings.leaseMs());
        audit.append(who, held == null ? "take" : "renew", Map.of());
        lease = taken;
        return taken;
    }

    private @Nullable Lease held() {
        Lease known = lease;
        return known != null && clock.millis() < known.until() ? known : null;
    }

    /**
     * Gives the gate back; a write that goes on is stopped.
     *
     * @param who who holds it
     */
    public synchronized void release(String who) {
        requireLease(who);
        if (running != null) {
            end(new OtsException(GateError.STOPPED, who));
        }
        lease = null;
        offers.clear();
        audit.append(who, "release", Map.of());
    }

    private void requireEnabled() {
        if (!settings.enabled()) {
            throw new OtsException(GateError.DISABLED);
        }
    }

    private void requireLease(String who) {
        Lease held = held();
        if (held == null || !held.who().equals(who)) {
            throw new OtsException(GateError.NO_LEASE);
        }
    }

    /**
     * Prepares a write.
     *
     * @param who who holds the gate
     * @param tag the tag
     * @param value its new value, in its unit
     * @return what commits it, and what it will do
     * @throws OtsException if anything does not hold; nothing is sent
     */
    public synchronized Prepared prepare(String who, String tag, double value) {
        requireEnabled();
        requireLease(who);
        WriteTarget target = settings.target(tag)
                .orElseThrow(() -> new OtsException(
                        GateError.NO_TARGET,
                        tag,
                        settings.targets().stream().map(WriteTarget::tag).collect(Collectors.joining(" "))));
        if (!(value >= target.low() && value <= target.high())) {
            throw new OtsException(GateError.VALUE_RANGE, tag, value, target.low(), target.high(), target.unit());
        }
        requireFree();
        double from = permitted(target);
        boolean second = target.kind() == Write.FAULT && heated();
        String token = tokens.get();
        long until = clock.millis() + settings.tokenMs();
        LocalText echo = echo(target, from, value);
        audit.append(who, "prepare", details(tag, "from", from, "to", value));
        offers.put(token, new Offer(who, target, value, until, second, false));
        return new Prepared(token, echo, until, second);
    }

    private void requireFree() {
        Running present = running;
        if (present != null) {
            throw new OtsException(GateError.BUSY, present.target.tag());
        }
    }

    private static LocalText echo(WriteTarget target, double from, double to) {
        String zh = String.format(
                Locale.ROOT,
                "将 %s（%s）由 %s 改为 %s %s",
                target.tag(),
                target.text().zh(),
                number(from),
                number(to),
                target.unit());
        String en = String.format(
                Locale.ROOT,
                "%s (%s) from %s to %s %s",
                target.tag(),
                target.text().en(),
                number(from),
                number(to),
                target.unit());
        if (target.atOnce()) {
            return new LocalText(zh.strip(), en.strip());
        }
        long seconds = (long) Math.ceil(Math.abs(to - from) / target.rate());
        return new LocalText(
                String.format(Locale.ROOT, "%s，斜率 %s %s/s，约 %d s", zh, number(target.rate()), target.unit(), seconds),
                String.format(
                        Locale.ROOT, "%s, at %s %s/s, about %d s", en, number(target.rate()), target.unit(), seconds));
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    /** Throws unless all holds that must hold for a write; gives where the rig is. */
    private double permitted(WriteTarget target) {
        if (!channel.ready()) {
            throw new OtsException(GateError.NO_LINK);
        }
        Optional<Sample> key = values.latest(settings.keySwitch());
        if (key.isEmpty() || !usable(key.get()) || key.get().value() != 1) {
            throw new OtsException(GateError.KEY_SWITCH, settings.keySwitch(), shown(key), quality(key));
        }
        for (String tag : settings.mustBeZero()) {
            Optional<Sample> trip = values.latest(tag);
            if (trip.isEmpty() || !usable(trip.get()) || trip.get().value() != 0) {
                throw new OtsException(GateError.TRIPPED, tag, shown(trip), quality(trip));
            }
        }
        return readBack(target).value();
    }

    private Sample readBack(WriteTarget target) {
        Optional<Sample> sample = values.latest(target.readBack());
        if (sample.isEmpty() || !usable(sample.get())) {
            long age =
                    sample.map(s -> (clock.millis() - s.arrivalTime()) / 1000).orElse(-1L);
            throw new OtsException(GateError.READ_BACK, target.readBack(), quality(sample), age < 0 ? "–" : age);
        }
        return sample.get();
    }

    private boolean usable(Sample sample) {
        return sample.quality().good() && clock.millis() - sample.arrivalTime() <= settings.freshMs();
    }

    private static String shown(Optional<Sample> sample) {
        return sample.map(s -> number(s.value())).orElse("–");
    }

    private LocalText quality(Optional<Sample> sample) {
        if (sample.isEmpty()) {
            return new LocalText("没有收到过", "never received");
        }
        Sample known = sample.get();
        return known.quality().good() && !usable(known)
                ? new LocalText("数据过期", "stale")
                : known.quality().cause().text();
    }

    private boolean heated() {
        return settings.heated()
                .map(tag -> values.latest(tag)
                        .map(sample -> !usable(sample) || sample.value() > settings.heatedAbove())
                        .orElse(true))
                .orElse(false);
    }

    /**
     * Approves a prepared write as the second person.
     *
     * @param who account of another person with the right to write
     * @param token what commits it
     */
    public synchronized void approve(String who, String token) {
        Offer offer = offer(token);
        if (offer.who().equals(who)) {
            throw new OtsException(GateError.SAME_PERSON);
        }
        audit.append(
                who,
                "approve",
                Map.of("tag", offer.target().tag(), "to", number(offer.goal()), "prepared", offer.who()));
        offers.put(token, new Offer(offer.who(), offer.target(), offer.goal(), offer.until(), offer.second(), true));
    }

    private Offer offer(String token) {
        Offer offer = offers.get(token);
        if (offer == null) {
            throw new OtsException(GateError.TOKEN);
        }
        if (clock.millis() >= offer.until()) {
            offers.remove(token);
            throw new OtsException(GateError.TOKEN_EXPIRED, settings.tokenMs() / 1000);
        }
        return offer;
    }

    /**
     * Commits a prepared write. Its first step is sent with the next {@link #tick}.
     *
     * @param who who prepared it
     * @param token what commits it; void afterwards
     * @throws OtsException if anything does not hold any more; nothing is sent
     */
    public synchronized void commit(String who, String token) {
        requireEnabled();
        requireLease(who);
        Offer offer = offer(token);
        if (!offer.who().equals(who)) {
            throw new OtsException(GateError.TOKEN);
        }
        if (offer.second() && !offer.approved()) {
            throw new OtsException(GateError.SECOND_PERSON, offer.target().tag());
        }
        requireFree();
        double from = permitted(offer.target());
        audit.append(who, "commit", details(offer.target().tag(), "from", from, "to", offer.goal()));
        offers.remove(token);
        running = new Running(who, offer.target(), offer.goal(), from);
        ended = null;
    }

    /**
     * Stops the write that goes on, if any; everybody with the right to write may.
     *
     * @param who account
     */
    public synchronized void stop(String who) {
        if (running != null) {
            end(new OtsException(GateError.STOPPED, who));
        }
    }

    /** Takes the next step. To be called about ten times a second. */
    public synchronized void tick() {
        Running now = running;
        if (now == null) {
            return;
        }
        double read;
        try {
            requireLease(now.who);
            read = permitted(now.target);
        } catch (OtsException e) {
            end(e);
            return;
        }
        if (now.waiting) {
            follow(now, read);
        } else {
            step(now);
        }
    }

    /** The rig comes near what was sent, or is put back to what it confirmed last. */
    private void follow(Running now, double read) {
        if (Math.abs(read - now.sent) <= now.target.tolerance()) {
            now.confirmed = now.sent;
            now.waiting = clock.millis() - now.sentAt < STEP_MS && now.sent != now.goal;
            if (now.sent == now.goal) {
                finish(now);
            }
            return;
        }
        if (clock.millis() - now.sentAt >= now.target.timeoutMs()) {
            double sent = now.sent;
            send(now, now.confirmed);
            end(new OtsException(
                    GateError.NOT_FOLLOWED, now.target.tag(), number(sent), number(read), number(now.confirmed)));
        }
    }

    private void step(Running now) {
        double next = now.goal;
        if (!now.target.atOnce()) {
            double most = now.target.rate() * STEP_MS / 1000;
            next = now.sent + Math.max(-most, Math.min(most, now.goal - now.sent));
        }
        if (!send(now, next)) {
            end(new OtsException(GateError.NOT_SENT));
            return;
        }
        now.sent = next;
        now.sentAt = clock.millis();
        now.waiting = true;
    }

    private boolean send(Running now, double value) {
        audit.append(BRIDGE, "send", details(now.target.tag(), "from", now.sent, "to", value));
        return channel.send(
                new RigCommand(tokens.get(), now.target.tag(), value, clock.millis() + settings.expiryMs()));
    }

    private void finish(Running now) {
        running = null;
        ended = new Ended(now.target.tag(), now.goal, now.confirmed, Optional.empty());
        audit.append(BRIDGE, "done", details(now.target.tag(), "to", now.goal, "read", now.confirmed));
    }

    private void end(OtsException failure) {
        Running was = running;
        running = null;
        if (was != null) {
            ended = new Ended(was.target.tag(), was.goal, was.confirmed, Optional.of(failure));
            Map<String, String> details = new TreeMap<>(details(was.target.tag(), "to", was.goal, "last", was.sent));
            details.put("reason", failure.messageIn(Locale.ENGLISH));
            audit.append(BRIDGE, "end", details);
        }
    }

    private static Map<String, String> details(String tag, String one, double value, String other, double second) {
        return Map.of("tag", tag, one, number(value), other, number(second));
    }

    /**
     * How the gate is.
     *
     * @return a copy
     */
    public synchronized State state() {
        Running now = running;
        return new State(
                Optional.ofNullable(held()),
                Optional.ofNullable(now).map(r -> r.target.tag()),
                now == null ? Double.NaN : now.sent,
                Optional.ofNullable(ended));
    }
}
