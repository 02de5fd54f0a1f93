package org.openots.instructor.rig;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.dcs.bridge.BridgeFile;
import org.openots.dcs.bridge.BridgeSettings;
import org.openots.dcs.bridge.RigBridge;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.map.TagMapReader;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.trial.LiveTrial;
import org.openots.dcs.trial.TrafficProbe;
import org.openots.dcs.twin.CalibrationFile;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.MonotonicClock;
import org.openots.instructor.session.Rigs;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.fault.FaultDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rig of the station, if it has one: {@code bridge.json} in its folder says so. A bridge that cannot be opened does
 * not keep the station from starting; its page says why. Safe for use by several threads.
 */
public final class RigDesk implements Rigs, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RigDesk.class);
    private static final String SETTINGS = "bridge.json";
    private static final String MAP = "map.json";
    /** What the virtual rig says its map is; put to use until somebody edits the map. */
    private static final String VIRTUAL_MAP = "virtual-rig.map.json";

    private static final String CLIENT = "openots-station";

    private final Path folder;
    private final PlantLibrary plants;
    private final Clock wall;
    private final LinkClock clock;
    private final RandomGenerator random;
    private final GateDesk gate;
    private final TwinDesk twin;
    private final MapDesk maps;
    private State state = State.OFF;
    private @Nullable BrokerProcess broker;
    private @Nullable VirtualRigProcess virtual;
    private @Nullable TrafficProbe probe;

    /**
     * What there is of the rig.
     *
     * @param settings what the bridge was told; nothing when there is none or it cannot be read
     * @param bridge the bridge; nothing when it is off or failed
     * @param failure why it is not open although there are settings
     */
    public record State(Optional<BridgeSettings> settings, Optional<RigBridge> bridge, Optional<OtsException> failure) {
        /** No rig. */
        static final State OFF = new State(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Prepares the desk; the bridge is not open yet.
     *
     * @param folder its folder, which need not exist
     * @param plants the plants of the station
     * @param clock the clock of the station
     * @param monotonic its monotonic clock
     * @param random spreads attempts to connect
     * @param engine version of the engine of plants, which a twin's calibration belongs to
     */
    public RigDesk(
            Path folder,
            PlantLibrary plants,
            Clock clock,
            MonotonicClock monotonic,
            RandomGenerator random,
            String engine) {
        this.folder = folder;
        this.plants = plants;
        this.wall = clock;
        this.clock = new LinkClock(clock, monotonic::nanos);
        this.random = random;
        this.gate = new GateDesk(this.clock, random);
        this.twin = new TwinDesk(new TwinDesk.Place(folder, clock, monotonic, engine));
        this.maps = new MapDesk(this, plants, clock);
    }

    /**
     * The map of the bridge.
     *
     * @return where it is read, tried and kept
     */
    public MapDesk maps() {
        return maps;
    }

    /**
     * Opens the bridge, if there is one, by the files as they are now; an open one is closed before. The station's own
     * broker and virtual rig go on if their settings are the same: a new map is no reason to throw gateways off.
     */
    public synchronized void open() {
        Optional<BridgeSettings> before = state.settings();
        closeBridge();
        Path file = folder.resolve(SETTINGS);
        if (!Files.isRegularFile(file)) {
            closeProcesses();
            return;
        }
        BridgeSettings settings = null;
        try {
            settings = BridgeFile.read(file);
            BridgeSettings now = settings;
            if (before.filter(old -> sameProcesses(old, now)).isEmpty()) {
                closeProcesses();
            }
            RigBridge bridge = bridge(settings);
            state = new State(Optional.of(settings), Optional.of(bridge), Optional.empty());
            twin(settings, bridge);
            LOG.info("the bridge to the rig is open");
        } catch (OtsException e) {
            LOG.error("the bridge to the rig cannot be opened", e);
            closeVirtual();
            if (settings == null) {
                closeProcesses();
            } // else the broker stays: somebody may be about to make the map that is missing
            state = new State(Optional.ofNullable(settings), Optional.empty(), Optional.of(e));
        }
    }

    private RigBridge bridge(BridgeSettings settings) {
        BridgeSettings whole = settings.broker().isPresent() ? settings : settings.with(own(settings.ownPort()));
        if (settings.virtualRig().isPresent()) {
            virtual(settings, settings.virtualRig().get());
        }
        TagMap map = TagMapReader.read(settings.map().toString(), bytes(settings.map()), Findings.throwing());
        SignalTable table = plants.pack(map.plant())
                .map(pack -> PlantSignals.of(pack).table())
                .orElseThrow(() -> new OtsException(StationError.PLANT_UNKNOWN, map.plant()));
        RigBridge bridge = new RigBridge(whole, map, table, new RigBridge.Place(folder, clock, random, List.of()));
        gate.open(whole, bridge, faults(map.plant()));
        return bridge;
    }

    private Map<String, LocalText> faults(String plant) {
        return plants.pack(plant).stream()
                .flatMap(pack -> pack.faults().stream())
                .collect(Collectors.toMap(FaultDefinition::id, FaultDefinition::title));
    }

    /**
     * The write gate of the rig.
     *
     * @return the gate, open or not
     */
    public GateDesk gate() {
        return gate;
    }

    /**
     * Turns the key at a virtual rig, as a hand does at a real one.
     *
     * @param account who turns it
     * @param on whether others may write
     * @throws OtsException if the rig is a real one, has ended, or what is done cannot be recorded
     */
    public synchronized void key(String account, boolean on) {
        VirtualRigProcess rig = virtual;
        if (rig == null) {
            throw new OtsException(StationError.REAL_KEY);
        }
        gate.record(account, "key", Map.of("tag", TagMap.KEY, "to", on ? "1" : "0"));
        rig.key(on);
    }

    private void twin(BridgeSettings settings, RigBridge bridge) {
        String plant = bridge.source().plant();
        plants.pack(plant)
                .ifPresent(pack -> twin.attach(
                        bridge.source(),
                        pack.hash(),
                        CalibrationFile.fingerprint(bytes(settings.map())),
                        settings.twin()));
    }

    /**
     * The digital twin beside the rig.
     *
     * @return its desk, also when there is no twin
     */
    public TwinDesk twin() {
        return twin;
    }

    private static boolean sameProcesses(BridgeSettings one, BridgeSettings other) {
        return one.broker().isEmpty()
                && other.broker().isEmpty()
                && one.ownPort() == other.ownPort()
                && one.wire().equals(other.wire())
                && one.virtualRig().equals(other.virtualRig());
    }

    private LinkSettings own(int port) {
        BrokerProcess there = broker;
        if (there != null
                && ProcessHandle.of(there.pid()).filter(ProcessHandle::isAlive).isPresent()) {
            return LinkSettings.local(port, CLIENT);
        }
        BrokerProcess process = BrokerProcess.embedded(folder, port);
        process.start();
        broker = process;
        return LinkSettings.local(port, CLIENT);
    }

    private void virtual(BridgeSettings settings, BridgeSettings.Virtual rig) {
        BridgeSettings.Wire wire = settings.wire()
                .filter(known -> settings.broker().isEmpty())
                .orElseThrow(() -> new OtsException(StationError.VIRTUAL_RIG_PARTS, SETTINGS));
        VirtualRigProcess there = virtual;
        if (there != null && there.isAlive()) {
            return;
        }
        Path own = folder.resolve(VIRTUAL_MAP);
        Optional<byte[]> before = read(VIRTUAL_MAP);
        virtual = VirtualRigProcess.start(rig, wire, settings.ownPort(), own, folder.resolve("virtual-rig.log"));
        boolean edited = before.isPresent()
                && Files.isRegularFile(settings.map())
                && !Arrays.equals(bytes(settings.map()), before.get());
        if (!edited) {
            write(settings.map().toString(), new String(bytes(own), StandardCharsets.UTF_8));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileErrors.unreadable(file.toString(), e);
        }
    }

    /**
     * The day, for what is due.
     *
     * @return today where the station stands
     */
    public LocalDate today() {
        return LocalDate.ofInstant(wall.instant(), ZoneId.systemDefault());
    }

    /**
     * How the rig is.
     *
     * @return the state of now
     */
    public synchronized State state() {
        return state;
    }

    /**
     * Whether the rig is a virtual one, which nobody may take for a real one.
     *
     * @return true for the rig that the station itself starts
     */
    public boolean isVirtual() {
        return state().settings().flatMap(BridgeSettings::virtualRig).isPresent();
    }

    /**
     * The bridge.
     *
     * @return the open bridge
     * @throws OtsException if there is none
     */
    public RigBridge bridge() {
        return state().bridge().orElseThrow(() -> new OtsException(StationError.NO_RIG, "-"));
    }

    @Override
    public Optional<PlantSource> find(String plant) {
        return state().bridge()
                .map(RigBridge::source)
                .filter(source -> source.plant().equals(plant))
                .map(source -> source);
    }

    /**
     * Writes one of the bridge's files.
     *
     * @param name its name
     * @param json its content
     */
    public synchronized void write(String name, String json) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(name + ".part");
            Files.write(fresh, json.getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FileErrors.unwritable(file.toString(), e);
        }
    }

    /**
     * Gives a station that has no rig a virtual one; a bridge that is set up already stays as it is.
     *
     * @param mismatch which plant of those that differ from the pack it is; 0 for the pack itself
     */
    public synchronized void demo(int mismatch) {
        if (Files.isRegularFile(folder.resolve(SETTINGS))) {
            return;
        }
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("format", "openots-bridge").put("formatVersion", "1.1");
        settings.putObject("title").put("zh", "虚拟精馏装置").put("en", "virtual distillation rig");
        settings.put("map", "map.json");
        settings.putObject("native").put("site", "school").put("rig", "rig-1").put("consumer", "station");
        settings.putObject("virtualRig").put("plant", "ethanol-water-rig").put("mismatch", mismatch);
        settings.set("writeGate", DemoGate.part());
        write(SETTINGS, settings.toPrettyString());
    }

    /**
     * One of the bridge's files.
     *
     * @param name its name
     * @return its bytes; nothing when there is no such file
     */
    public synchronized Optional<byte[]> read(String name) {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(bytes(file)) : Optional.empty();
    }

    /**
     * Listens to a broker, so that a map can be made of what comes; a probe that is open is closed before.
     *
     * @param broker where; nothing for that of the bridge
     * @param filter topic filter
     * @throws OtsException if the bridge has no broker or a file of TLS cannot be used
     */
    public synchronized void probe(Optional<LinkSettings> broker, String filter) {
        endProbe();
        LinkSettings link = broker.orElseGet(this::link);
        probe = new TrafficProbe(link.named(CLIENT + ".probe"), filter, clock, random);
    }

    /**
     * The link to the broker of the bridge, whether the bridge is open or waits for its map.
     *
     * @return the link
     * @throws OtsException if the bridge is not set up
     */
    synchronized LinkSettings link() {
        Optional<LinkSettings> told = state.settings().flatMap(BridgeSettings::broker);
        if (state.bridge().isPresent()) {
            return state.bridge().get().link();
        }
        return told.orElseGet(() -> {
            if (broker == null) {
                throw new OtsException(StationError.NO_BROKER, SETTINGS);
            }
            return LinkSettings.local(state.settings().orElseThrow().ownPort(), CLIENT);
        });
    }

    /**
     * The link to the broker of the bridge, as far as there is one.
     *
     * @return the link; nothing when the bridge is not set up
     */
    public synchronized Optional<LinkSettings> broker() {
        boolean there = state.bridge().isPresent()
                || broker != null
                || state.settings().flatMap(BridgeSettings::broker).isPresent();
        return there ? Optional.of(link()) : Optional.empty();
    }

    /** A trial of maps over a link. */
    LiveTrial trial(LinkSettings link) {
        return new LiveTrial(link.named(CLIENT + ".trial"), clock, random);
    }

    /** The file of the map: the one that the settings name. */
    synchronized Path mapFile() {
        return state.settings().map(BridgeSettings::map).orElse(folder.resolve(MAP));
    }

    /**
     * The settings of the bridge that a browser cannot make and must not lose.
     *
     * @return names of parts of {@code bridge.json}: {@code native}, {@code virtualRig}, {@code writeGate}, {@code twin},
     *     {@code influx}, {@code ownPort}, {@code historyGigabytes}, {@code broker} with TLS or an account
     */
    public List<String> partsByFile() {
        List<String> parts = new ArrayList<>();
        state().settings().ifPresent(settings -> {
            settings.broker()
                    .filter(link -> link.access().tls().isPresent()
                            || link.access().login().isPresent())
                    .ifPresent(link -> parts.add("broker"));
            settings.wire().ifPresent(wire -> parts.add("native"));
            settings.virtualRig().ifPresent(rig -> parts.add("virtualRig"));
            settings.gate().ifPresent(part -> parts.add("writeGate"));
            settings.influx().ifPresent(sink -> parts.add("influx"));
            if (settings.ownPort() != BridgeFile.USUAL_PORT) {
                parts.add("ownPort");
            }
            if (settings.history() != BridgeFile.USUAL_HISTORY) {
                parts.add("historyGigabytes");
            }
            if (!settings.twin().equals(BridgeSettings.Twin.USUAL)) {
                parts.add("twin");
            }
        });
        return parts;
    }

    /**
     * The probe.
     *
     * @return what listens now
     */
    public synchronized Optional<TrafficProbe> probe() {
        return Optional.ofNullable(probe);
    }

    /** Ends the probe, if there is one. */
    public synchronized void endProbe() {
        TrafficProbe open = probe;
        probe = null;
        if (open != null) {
            open.close();
        }
    }

    private void shut() {
        closeBridge();
        closeProcesses();
    }

    private void closeBridge() {
        gate.close();
        twin.detach();
        state.bridge().ifPresent(RigBridge::close);
        state = State.OFF;
    }

    private void closeVirtual() {
        VirtualRigProcess rig = virtual;
        virtual = null;
        if (rig != null) {
            rig.close();
        }
    }

    private void closeProcesses() {
        closeVirtual();
        BrokerProcess process = broker;
        broker = null;
        if (process != null) {
            process.close();
        }
    }

    @Override
    public void close() {
        maps.endTrial();
        synchronized (this) {
            endProbe();
            shut();
        }
    }
}
