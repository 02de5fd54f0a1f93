package org.openots.instructor.rig;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.dcs.audit.AuditLog;
import org.openots.dcs.bridge.BridgeSettings;
import org.openots.dcs.bridge.GatePart;
import org.openots.dcs.bridge.GatePlan;
import org.openots.dcs.bridge.RigBridge;
import org.openots.dcs.gate.GateSettings;
import org.openots.dcs.gate.GateState;
import org.openots.dcs.gate.RigValues;
import org.openots.dcs.gate.WriteGate;
import org.openots.dcs.live.MqttCommands;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.tag.TagStore;
import org.openots.dcs.value.Sample;
import org.openots.instructor.error.StationError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The write gate of the rig with its link and its audit: all three or none. A gate that cannot be opened keeps neither the
 * bridge nor the station from working; its page says why. Safe for use by several threads.
 */
public final class GateDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GateDesk.class);
    private static final int TICK_MILLIS = 100;
    private static final int CLOSE_SECONDS = 5;
    private static final int TOKEN_BYTES = 16;
    private static final String BRIDGE = "bridge";

    private final LinkClock clock;
    private final RandomGenerator random;
    private State state = State.OFF;
    private Optional<Path> auditFile = Optional.empty();
    private @Nullable AuditLog audit;
    private @Nullable ScheduledExecutorService ticks;

    /**
     * An open gate.
     *
     * @param gate the gate
     * @param commands its link
     * @param link who it is to the broker
     * @param settings what must hold, and what may be written
     * @param bridge the rig
     */
    public record Open(
            WriteGate gate, MqttCommands commands, LinkSettings link, GateSettings settings, RigBridge bridge) {}

    /**
     * What there is of the gate.
     *
     * @param wanted whether the settings switch it on
     * @param open the gate; nothing when it is off or failed
     * @param failure why it is not open although it is wanted
     */
    public record State(boolean wanted, Optional<Open> open, Optional<OtsException> failure) {
        /** No gate. */
        static final State OFF = new State(false, Optional.empty(), Optional.empty());
    }

    GateDesk(LinkClock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Opens the gate, if the settings switch it on.
     *
     * @param settings of the bridge, with its broker
     * @param bridge the open bridge
     * @param faults names of the faults of a virtual rig, by id
     */
    synchronized void open(BridgeSettings settings, RigBridge bridge, Map<String, LocalText> faults) {
        close();
        Optional<GatePart> part = settings.gate();
        auditFile = part.map(GatePart::audit);
        if (part.isEmpty() || !part.get().enabled()) {
            return;
        }
        try {
            state = new State(true, Optional.of(opened(settings, part.get(), bridge, faults)), Optional.empty());
            LOG.info("the write gate of the rig is open");
        } catch (OtsException e) {
            LOG.error("the write gate of the rig cannot be opened", e);
            closeAudit();
            state = new State(true, Optional.empty(), Optional.of(e));
        }
    }

    private Open opened(BridgeSettings settings, GatePart part, RigBridge bridge, Map<String, LocalText> faults) {
        GateSettings plan = new GatePlan(bridge.map(), bridge.source().signals(), faults).settings(part);
        LinkSettings link = part.link(bridge.link());
        BridgeSettings.Wire wire = settings.wire().orElseThrow(() -> new OtsException(StationError.NO_GATE));
        AuditLog log = new AuditLog(part.audit(), clock.wall());
        audit = log;
        String targets = plan.targets().stream().map(target -> target.tag()).collect(Collectors.joining(" "));
        log.append(BRIDGE, "open", Map.of("client", link.clientId(), "targets", targets));
        GateLink commands = new GateLink();
        WriteGate gate =
                new WriteGate(plan, new Values(bridge.store()), commands, log, clock.wall(), this::unguessable);
        MqttCommands way = new MqttCommands(wire.topics(), link, gate::answered, clock, random);
        commands.connect(way);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "write-gate");
            thread.setDaemon(true);
            return thread;
        });
        ticks = timer;
        var unused = timer.scheduleAtFixedRate(() -> tick(gate), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        return new Open(gate, way, link, plan, bridge);
    }

    /** The rig as the bridge knows it. */
    private record Values(TagStore store) implements RigValues {
        @Override
        public Optional<Sample> latest(String tag) {
            return store.latest(tag);
        }

        @Override
        public double ageSeconds(Sample sample) {
            return store.ageSeconds(sample);
        }
    }

    /** A mistake in the program must not end the ticks, which alone end a write. */
    private static void tick(WriteGate gate) {
        try {
            gate.tick();
        } catch (RuntimeException e) {
            LOG.error("a step of the write gate failed", e);
        }
    }

    private String unguessable() {
        byte[] bytes = new byte[TOKEN_BYTES];
        synchronized (random) {
            random.nextBytes(bytes);
        }
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * How the gate is.
     *
     * @return the state of now
     */
    public synchronized State state() {
        return state;
    }

    /**
     * The time by which leases and tokens end.
     *
     * @return UTC in ms
     */
    public long millis() {
        return clock.millis();
    }

    /**
     * The open gate.
     *
     * @return the gate
     * @throws OtsException saying why there is none
     */
    public Open gate() {
        State now = state();
        return now.open().orElseThrow(() -> now.failure().orElseGet(() -> new OtsException(StationError.NO_GATE)));
    }

    /**
     * Ends what a person does at the gate, who leaves the station.
     *
     * @param account the person
     */
    public void leave(String account) {
        state().open().map(Open::gate).ifPresent(gate -> {
            if (gate.state()
                    .lease()
                    .map(GateState.Lease::who)
                    .filter(account::equals)
                    .isPresent()) {
                released(gate, account);
            }
        });
    }

    private static void released(WriteGate gate, String account) {
        try {
            gate.release(account);
        } catch (OtsException e) {
            LOG.error("the gate could not be released by who leaves", e);
        }
    }

    /**
     * Records what a person does at a virtual rig itself.
     *
     * @param account the person
     * @param what what is done
     * @param details names and values
     * @throws OtsException if there is no open gate, or the disk refuses
     */
    synchronized void record(String account, String what, Map<String, String> details) {
        AuditLog log = audit;
        if (log == null) {
            throw new OtsException(StationError.NO_GATE);
        }
        log.append(account, what, details);
    }

    /**
     * The file of the audit.
     *
     * @return the file; nothing when the settings have no gate
     */
    public synchronized Optional<Path> auditFile() {
        return auditFile;
    }

    /**
     * Reads the audit, also one that is not sound.
     *
     * @return its entries and whether they are as they were written
     * @throws OtsException if the settings have no gate, or the file cannot be read
     */
    public AuditLog.Contents contents() {
        AuditLog log;
        Optional<Path> file;
        synchronized (this) {
            log = audit;
            file = auditFile;
        }
        return log != null
                ? log.contents()
                : AuditLog.contents(file.orElseThrow(() -> new OtsException(StationError.NO_GATE)));
    }

    private void closeAudit() {
        AuditLog log = audit;
        audit = null;
        if (log != null) {
            log.close();
        }
    }

    /** Ends what is being written, and closes link and audit. */
    @Override
    public synchronized void close() {
        ScheduledExecutorService timer = ticks;
        ticks = null;
        try {
            if (timer != null) {
                timer.shutdown();
                if (!timer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("a step of the write gate was still being taken");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        state.open().ifPresent(open -> {
            open.commands().close();
            closing(open);
        });
        state = State.OFF;
        closeAudit();
    }

    private void closing(Open open) {
        try {
            open.gate().stop(BRIDGE);
            record(BRIDGE, "close", Map.of("client", open.link().clientId()));
        } catch (OtsException e) {
            LOG.error("the end of the write gate could not be recorded", e);
        }
    }
}
