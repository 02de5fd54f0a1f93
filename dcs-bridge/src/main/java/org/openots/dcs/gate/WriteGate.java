package org.openots.dcs.gate;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.dcs.audit.AuditLog;
import org.openots.dcs.map.MappedTag.Write;

/**
 * Writes to the rig: a person takes the gate, prepares a write, reads what it will do, and commits it. The value then goes
 * to its goal at a limited rate, from where the rig is, and the rig must follow. Whatever is wrong ends the write; the rig
 * keeps its last value and nothing is sent later. Safe for several threads.
 */
public final class WriteGate {
    private static final String BRIDGE = "bridge";

    /** A ramp goes in steps of so long, ms. */
    private static final long STEP_MS = 1000;

    private static final double SECOND = 1000;

    private final GateSettings settings;
    private final GateChecks checks;
    private final CommandChannel channel;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Supplier<String> tokens;

    private GateState.@Nullable Lease lease;
    private final Map<String, Offer> offers = new LinkedHashMap<>();
    /** What the rig said it did, of targets without a read-back. */
    private final Map<String, Double> answered = new HashMap<>();

    private @Nullable Running running;
    private GateState.@Nullable Ended ended;

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
        this.checks = new GateChecks(settings, values, channel);
        this.channel = channel;
        this.audit = audit;
        this.clock = clock;
        this.tokens = tokens;
    }

    /**
     * A write that can be committed.
     *
     * @param token what commits it
     * @param echo what it will do, for people
     * @param until UTC in ms
     * @param second whether another person must approve it first
     */
    public record Prepared(String token, LocalText echo, long until, boolean second) {}

    private record Offer(String who, WriteTarget target, double goal, GateState.Pending pending) {}

    private static final class Running {
        private final String who;
        private final WriteTarget target;
        private final double goal;
        private double start;
        private double confirmed;
        private double sent;
        private long sentAt;
        private boolean begun;
        private boolean waiting;
        private String command = "";
        private CommandWire.@Nullable Answer answer;

        Running(String who, WriteTarget target, double goal, double start) {
            this.who = who;
            this.target = target;
            this.goal = goal;
            begin(start);
        }

        /** Goes on from where the rig is. */
        void begin(double at) {
            start = at;
            confirmed = at;
            sent = at;
        }

        boolean confirmed(double read) {
            CommandWire.Answer said = answer;
            return target.readBack().isPresent()
                    ? Math.abs(read - sent) <= target.tolerance()
                    : said != null && said.refusal().isEmpty();
        }
    }

    /**
     * Takes or renews the gate.
     *
     * @param who account of a person with the right to write
     * @return the lease
     * @throws OtsException if somebody else holds it, or the gate is off
     */
    public synchronized GateState.Lease take(String who) {
        requireEnabled();
        GateState.Lease held = held();
        if (held != null && !held.who().equals(who)) {
            throw new OtsException(
                    GateError.LEASE_HELD, held.who(), Math.round((held.until() - clock.millis()) / SECOND));
        }
        GateState.Lease taken = new GateState.Lease(who, clock.millis() + settings.leaseMs());
        audit.append(who, held == null ? "take" : "renew", Map.of());
        lease = taken;
        return taken;
    }

    private GateState.@Nullable Lease held() {
        GateState.Lease known = lease;
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
        GateState.Lease held = held();
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
        WriteTarget target = checks.target(tag, value);
        requireFree();
        double from = checks.permitted(target, known(target));
        boolean second = target.kind() == Write.FAULT && checks.heated();
        String token = tokens.get();
        long until = clock.millis() + settings.tokenMs();
        LocalText echo = GateWords.echo(target, from, value);
        audit.append(who, "prepare", details(tag, "from", from, "to", value));
        // one at a time: what was prepared before is not meant any more
        offers.clear();
        GateState.Pending pending = new GateState.Pending(token, who, tag, echo, until, second, Optional.empty());
        offers.put(token, new Offer(who, target, value, pending));
        return new Prepared(token, echo, until, second);
    }

    /** What the rig last said it did; nothing acts on a rig that was not told to. */
    private double known(WriteTarget target) {
        return answered.getOrDefault(target.tag(), 0.0);
    }

    private void requireFree() {
        Running present = running;
        if (present != null) {
            throw new OtsException(GateError.BUSY, present.target.tag());
        }
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
                Map.of("tag", offer.target().tag(), "to", GateWords.number(offer.goal()), "prepared", offer.who()));
        GateState.Pending old = offer.pending();
        GateState.Pending approved = new GateState.Pending(
                token, old.who(), old.tag(), old.echo(), old.until(), old.second(), Optional.of(who));
        offers.put(token, new Offer(offer.who(), offer.target(), offer.goal(), approved));
    }

    private Offer offer(String token) {
        Offer offer = offers.get(token);
        if (offer == null) {
            throw new OtsException(GateError.TOKEN);
        }
        if (clock.millis() >= offer.pending().until()) {
            offers.remove(token);
            throw new OtsException(GateError.TOKEN_EXPIRED, Math.round(settings.tokenMs() / SECOND));
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
        if (offer.pending().second() && offer.pending().approved().isEmpty()) {
            throw new OtsException(GateError.SECOND_PERSON, offer.target().tag());
        }
        requireFree();
        double from = checks.permitted(offer.target(), known(offer.target()));
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

    /**
     * Hears what became of a command.
     *
     * @param answer the answer of the rig; one to a command of another write is of no use
     */
    public synchronized void answered(CommandWire.Answer answer) {
        Running now = running;
        if (now != null && now.command.equals(answer.id())) {
            now.answer = answer;
        }
    }

    /** Takes the next step. To be called about ten times a second. A step that cannot be recorded is not taken. */
    public synchronized void tick() {
        Running now = running;
        if (now == null) {
            return;
        }
        try {
            advance(now);
        } catch (OtsException e) {
            running = null;
            ended = ended(now, Optional.of(e));
        }
    }

    private void advance(Running now) {
        double read;
        try {
            requireLease(now.who);
            read = checks.permitted(now.target, known(now.target));
        } catch (OtsException e) {
            end(e);
            return;
        }
        Optional<LocalText> refusal = Optional.ofNullable(now.answer).flatMap(CommandWire.Answer::refusal);
        if (refusal.isPresent()) {
            end(new OtsException(GateError.REFUSED, now.target.tag(), GateWords.number(now.sent), refusal.get()));
        } else if (now.waiting) {
            follow(now, read);
        } else {
            step(now, read);
        }
    }

    /** The rig comes near what was sent, or is put back to what it confirmed last. */
    private void follow(Running now, double read) {
        if (now.confirmed(read)) {
            now.confirmed = now.sent;
            now.waiting = clock.millis() - now.sentAt < STEP_MS && now.sent != now.goal;
            if (now.sent == now.goal) {
                finish(now);
            }
            return;
        }
        if (clock.millis() - now.sentAt >= now.target.timeoutMs()) {
            String sent = GateWords.number(now.sent);
            String back = GateWords.number(now.confirmed);
            boolean unused = send(now, now.confirmed);
            end(
                    now.target.readBack().isPresent()
                            ? new OtsException(
                                    GateError.NOT_FOLLOWED, now.target.tag(), sent, GateWords.number(read), back)
                            : new OtsException(GateError.NO_ANSWER, now.target.tag(), sent, back));
        }
    }

    /** The first step begins where the rig is now, which may not be where it was when the write was committed. */
    private void step(Running now, double read) {
        boolean first = !now.begun;
        if (first) {
            now.begin(read);
            now.begun = true;
        }
        double next = now.goal;
        if (!now.target.atOnce()) {
            double most = now.target.step(first, STEP_MS / SECOND);
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
        now.command = tokens.get();
        now.answer = null;
        return channel.send(new RigCommand(now.command, now.target.tag(), value, clock.millis() + settings.expiryMs()));
    }

    private void finish(Running now) {
        running = null;
        if (now.target.readBack().isEmpty()) {
            answered.put(now.target.tag(), now.goal);
        }
        ended = ended(now, Optional.empty());
        audit.append(BRIDGE, "done", details(now.target.tag(), "to", now.goal, "read", now.confirmed));
    }

    private void end(OtsException failure) {
        Running was = running;
        running = null;
        if (was != null) {
            ended = ended(was, Optional.of(failure));
            Map<String, String> details = new TreeMap<>(details(was.target.tag(), "to", was.goal, "last", was.sent));
            details.put("reason", failure.messageIn(Locale.SIMPLIFIED_CHINESE));
            details.put("reasonEn", failure.messageIn(Locale.ENGLISH));
            audit.append(BRIDGE, "end", details);
        }
    }

    private GateState.Ended ended(Running was, Optional<OtsException> failure) {
        return new GateState.Ended(was.target.tag(), was.who, was.goal, was.confirmed, clock.millis(), failure);
    }

    private static Map<String, String> details(String tag, String one, double value, String other, double second) {
        return Map.of("tag", tag, one, GateWords.number(value), other, GateWords.number(second));
    }

    /**
     * How the gate is.
     *
     * @return a copy
     */
    public synchronized GateState state() {
        long now = clock.millis();
        return new GateState(
                Optional.ofNullable(held()),
                offers.values().stream()
                        .map(Offer::pending)
                        .filter(pending -> now < pending.until())
                        .toList(),
                Optional.ofNullable(running)
                        .map(r -> new GateState.Writing(r.target.tag(), r.who, r.start, r.goal, r.sent, r.confirmed)),
                Optional.ofNullable(ended));
    }

    /**
     * What must hold whatever is written.
     *
     * @return how it is now: the link, the key switch, interlocks and emergency stops
     */
    public List<Permissive> permissives() {
        return checks.all();
    }

    /**
     * What must hold for a target beside that.
     *
     * @param target the target
     * @return how its read-back and its mode are now
     */
    public List<Permissive> permissives(WriteTarget target) {
        return checks.of(target);
    }

    /**
     * The value of a target that the rig has no tag for, by its last answer.
     *
     * @param target the target
     * @return the value, 0 when it was never written
     */
    public synchronized double lastAnswered(WriteTarget target) {
        return known(target);
    }

    /**
     * Whether the rig is heated, or may be because nobody knows; a fault then needs a second person.
     *
     * @return true when it must be taken as heated
     */
    public boolean heated() {
        return checks.heated();
    }
}
