package org.openots.simulator.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Presettable;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/**
 * All loops of a plant and the control scheme that links them. The scheme is changed with the order {@code select} on
 * {@code SCHEME}; it is refused unless every master whose slave would change is in MAN and no slave whose source would
 * change is in CAS. Masters are scanned before slaves.
 */
public final class ControlLoops implements Operable, Presettable, Stateful {
    /** Target and signal of the scheme selection. */
    public static final String SCHEME = "SCHEME";

    private final SignalBoard board;
    private final EventSink events;
    private final List<SchemeDefinition> schemes;
    private final Map<String, Controller> byTag = new LinkedHashMap<>();
    private final List<Controller> scanOrder = new ArrayList<>();
    private final int schemeSignal;
    private int selected;

    /**
     * Builds all loops and declares their signals.
     *
     * @param definitions the loops
     * @param schemes the schemes; the first selected is the one with the given number
     * @param initialScheme number of the scheme at the start
     * @param board holds the signals; all measurements must be on it
     * @param events takes forced modes and scheme changes
     * @param tickSeconds model time between scans, s
     */
    public ControlLoops(
            List<ControllerDefinition> definitions,
            List<SchemeDefinition> schemes,
            int initialScheme,
            SignalBoard board,
            EventSink events,
            double tickSeconds) {
        this.board = board;
        this.events = events;
        this.schemes = List.copyOf(schemes);
        for (ControllerDefinition definition : definitions) {
            byTag.put(
                    definition.tag(),
                    new Controller(definition, board, events, tickSeconds, ratioOf(definition.tag())));
        }
        this.schemeSignal = board.declare(SCHEME, "", new LocalText("控制方案", "control scheme"));
        this.selected = initialScheme;
        orderScan();
    }

    /** Resolves the devices behind the outputs and links the loops; call once after the devices are built. */
    public void resolve() {
        byTag.values().forEach(Controller::resolveDevices);
        link();
    }

    /**
     * All loops.
     *
     * @return the loops in the order of the pack
     */
    public List<Controller> controllers() {
        return List.copyOf(byTag.values());
    }

    /** Before the first tick: makes masters agree with the preset set points of their slaves and publishes all. */
    public void begin() {
        link();
        byTag.values().forEach(Controller::begin);
        publish();
    }

    /** Publishes measurements, set points, outputs and modes without acting. */
    public void publish() {
        byTag.values().forEach(Controller::publish);
        board.set(schemeSignal, selected);
    }

    /** One scan of all loops. */
    public void scan() {
        for (Controller controller : scanOrder) {
            controller.scan();
        }
        board.set(schemeSignal, selected);
    }

    @Override
    public String target() {
        return SCHEME;
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("select", VerbRule.choice(1, schemes.size()));
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        int wanted = (int) order.value();
        if (wanted == selected) {
            return Optional.empty();
        }
        Optional<Refusal> refused =
                mayLeave(scheme(selected), scheme(wanted)).or(() -> mayLeave(scheme(wanted), scheme(selected)));
        if (refused.isPresent()) {
            return refused;
        }
        events.raise(new SchemeChanged(selected, wanted));
        selected = wanted;
        link();
        return Optional.empty();
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(SCHEME, VerbRule.choice(1, schemes.size()));
    }

    @Override
    public void preset(String signal, double value) {
        selected = (int) value;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section("control");
        writer.writeInt(selected);
        byTag.values().forEach(controller -> controller.save(writer));
    }

    @Override
    public void restore(StateReader reader) {
        reader.section("control");
        selected = reader.readInt();
        link();
        byTag.values().forEach(controller -> controller.restore(reader));
    }

    private Optional<Refusal> mayLeave(SchemeDefinition from, SchemeDefinition to) {
        for (SchemeDefinition.Link link : from.links()) {
            if (to.links().contains(link)) {
                continue;
            }
            Controller slave = loop(link.slave());
            if (slave.mode() == Mode.CAS) {
                return Refusal.because(AutomationError.SCHEME_NEEDS_NO_CASCADE, link.slave());
            }
            Controller master = link.ratio().present() ? null : loop(link.source());
            if (master != null && master.mode() != Mode.MAN) {
                return Refusal.because(AutomationError.SCHEME_NEEDS_MANUAL, link.source(), master.mode());
            }
        }
        return Optional.empty();
    }

    private void link() {
        SchemeDefinition scheme = scheme(selected);
        for (Controller controller : byTag.values()) {
            SetPointSource source = null;
            Controller slave = null;
            for (SchemeDefinition.Link link : scheme.links()) {
                if (link.slave().equals(controller.target())) {
                    source = sourceOf(link);
                } else if (link.source().equals(controller.target())
                        && !link.ratio().present()) {
                    slave = loop(link.slave());
                }
            }
            controller.connect(selected, source, slave);
        }
    }

    private SetPointSource sourceOf(SchemeDefinition.Link link) {
        boolean isRatio = link.ratio().present();
        @Nullable Controller master = isRatio ? null : loop(link.source());
        return new SetPointSource(link.source(), master, isRatio ? board.index(link.source()) : -1, link.ratio());
    }

    private SchemeDefinition scheme(int number) {
        return schemes.get(number - 1);
    }

    private Controller loop(String tag) {
        Controller controller = byTag.get(tag);
        if (controller == null) {
            throw new IllegalStateException("no loop " + tag);
        }
        return controller;
    }

    private SchemeDefinition.Ratio ratioOf(String tag) {
        for (SchemeDefinition scheme : schemes) {
            for (SchemeDefinition.Link link : scheme.links()) {
                if (link.slave().equals(tag) && link.ratio().present()) {
                    return link.ratio();
                }
            }
        }
        return SchemeDefinition.Ratio.NONE;
    }

    /** Loops that are a master in any scheme come first; each group keeps the order of the pack. */
    private void orderScan() {
        List<Controller> slaves = new ArrayList<>();
        for (Controller controller : byTag.values()) {
            boolean master = schemes.stream()
                    .flatMap(scheme -> scheme.links().stream())
                    .anyMatch(link -> !link.ratio().present() && link.source().equals(controller.target()));
            (master ? scanOrder : slaves).add(controller);
        }
        scanOrder.addAll(slaves);
    }
}
