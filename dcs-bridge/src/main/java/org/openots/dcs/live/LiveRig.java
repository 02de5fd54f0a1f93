package org.openots.dcs.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.openots.dcs.publish.Message;
import org.openots.dcs.rig.VirtualRig;

/** A virtual rig whose clock is the wall clock. */
public final class LiveRig implements LiveSource {
    private static final long NANOS_PER_MS = 1_000_000;

    private final VirtualRig rig;
    private final Optional<RigCommands> commands;
    private final double until;
    private final long begun;
    private final long scanNanos;
    private BooleanSupplier held = () -> false;

    /**
     * Makes a source of a rig.
     *
     * @param rig the rig, which publishes into the queue of the gateway
     * @param commands takes writes, if the dialect has them
     * @param scanMs time between its scans, ms
     * @param until time of the plant to stop at, s
     */
    public LiveRig(VirtualRig rig, Optional<RigCommands> commands, long scanMs, double until) {
        this.rig = rig;
        this.commands = commands;
        this.until = until;
        this.begun = rig.time();
        this.scanNanos = scanMs * NANOS_PER_MS;
    }

    /**
     * Lets the plant stand, while it is published, for as long as somebody says so.
     *
     * @param who asked before every scan
     */
    public void heldWhile(BooleanSupplier who) {
        held = who;
    }

    @Override
    public Optional<Message> will() {
        return rig.will();
    }

    @Override
    public List<String> subscriptions() {
        List<String> filters = new ArrayList<>(rig.subscriptions());
        commands.ifPresent(taker -> filters.add(taker.topic()));
        return filters;
    }

    @Override
    public void connected() {
        rig.connected();
        commands.ifPresent(RigCommands::tellState);
    }

    @Override
    public void received(Message message) {
        if (commands.isPresent() && message.topic().equals(commands.get().topic())) {
            commands.get().received(message);
        } else {
            rig.received(message);
        }
    }

    @Override
    public OptionalLong publishDue(long elapsed) {
        if (elapsed >= next()) {
            // as a gateway does: a scan that was missed is missed, and none carries an earlier time than it has
            long late = (elapsed - next()) / scanNanos * scanNanos;
            rig.stood(late / NANOS_PER_MS);
            rig.hold(held.getAsBoolean());
            rig.scan();
            commands.ifPresent(RigCommands::tellChange);
        }
        return rig.seconds() < until ? OptionalLong.of(next()) : OptionalLong.empty();
    }

    /** When the next scan is due, ns since the start. */
    private long next() {
        return (rig.time() - begun) * NANOS_PER_MS + scanNanos;
    }

    @Override
    public void disconnecting() {
        rig.disconnecting();
    }
}
