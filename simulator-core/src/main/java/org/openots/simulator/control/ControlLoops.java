package org.openots.simulator.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.openots.simulator.signal.PiecewiseLinear;
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
    private final Map<String, Selector> selectors = new LinkedHashMap<>();
    private final Controller[] controllers;
    private final Runnable[] scanOrder;
    private final int schemeSignal;
    private int selected;

    /**
     * Builds all loops and declares their signals.
     *
     * @param definition the loops, selectors and schemes
     * @param held tags of the loops that interlocks can hold
     * @param board holds the signals; all measurements must be on it
     * @param events takes forced modes and scheme changes
     * @param tickSeconds model time between scans, s
     */
    public ControlLoops(
            Definition definition, Set<String> held, SignalBoard board, EventSink events, double tickSeconds) {
        this.board = board;
        this.events = events;
        this.schemes = definition.schemes();
        for (ControllerDefinition loop : definition.controllers()) {
            Controller.Links links =
                    new Controller.Links(ratioOf(loop.tag()), biasOf(loop.tag()), held.contains(loop.tag()));
            byTag.put(loop.tag(), new Controller(loop, board, events, tickSeconds, links));
        }
        this.controllers = byTag.values().toArray(Controller[]::new);
        for (SelectorDefinition selector : definition.selectors()) {
            List<Controller> loops = selector.loops().stream().map(this::loop).toList();
            selectors.put(selector.tag(), new Selector(selector, loops, board));
        }
        this.schemeSignal = board.declare(SCHEME, "", new LocalText("控制方案", "control scheme"));
        this.selected = definition.initialScheme();
        List<String> names = new ArrayList<>(byTag.keySet());
        names.addAll(selectors.keySet());
        this.scanOrder = new LoopOrder(schemes, definition.selectors())
                .sorted(names).stream().map(this::scanOf).toArray(Runnable[]::new);
    }

    /**
     * What the loops of a plant are.
     *
     * @param controllers the loops
     * @param selectors the selectors
     * @param schemes the schemes, numbered from 1
     * @param initialScheme number of the scheme at the start
     */
    public record Definition(
            List<ControllerDefinition> controllers,
            List<SelectorDefinition> selectors,
            List<SchemeDefinition> schemes,
            int initialScheme) {
        /** Copies the lists. */
        public Definition {
            controllers = List.copyOf(controllers);
            selectors = List.copyOf(selectors);
            schemes = List.copyOf(schemes);
        }
    }

    private Runnable scanOf(String name) {
        Selector selector = selectors.get(name);
        return selector == null ? loop(name)::scan : selector::scan;
    }

    /**
     * Resolves the devices behind the outputs and links the loops; call once after the devices are built.
     *
     * @param ranges split ranges of the devices that have one, by tag
     */
    public void resolve(Map<String, PiecewiseLinear> ranges) {
        byTag.values().forEach(controller -> controller.resolveDevices(ranges));
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
        for (Controller controller : controllers) {
            controller.publish();
        }
        selectors.values().forEach(Selector::publish);
        board.set(schemeSignal, selected);
    }

    /** One scan of all loops. */
    public void scan() {
        for (Runnable each : scanOrder) {
            each.run();
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
            for (Controller master : mastersOf(link)) {
                if (master.mode() != Mode.MAN) {
                    return Refusal.because(AutomationError.SCHEME_NEEDS_MANUAL, master.target(), master.mode());
                }
            }
        }
        return Optional.empty();
    }

    /** The loops whose output a link hands on: one, those of a selector, or none for a ratio. */
    private List<Controller> mastersOf(SchemeDefinition.Link link) {
        if (link.ratio().present()) {
            return List.of();
        }
        Selector selector = selectors.get(link.source());
        return selector == null
                ? List.of(loop(link.source()))
                : selector.definition().loops().stream().map(this::loop).toList();
    }

    private void link() {
        SchemeDefinition scheme = scheme(selected);
        for (Controller controller : controllers) {
            SetPointSource source = null;
            Controller slave = null;
            for (SchemeDefinition.Link link : scheme.links()) {
                if (link.slave().equals(controller.target())) {
                    source = sourceOf(link);
                } else if (mastersOf(link).contains(controller)) {
                    slave = loop(link.slave());
                }
            }
            controller.connect(selected, source, slave);
        }
        for (Selector selector : selectors.values()) {
            selector.connect(scheme.links().stream()
                    .filter(link -> link.source().equals(selector.definition().tag()))
                    .map(link -> loop(link.slave()))
                    .findFirst()
                    .orElse(null));
        }
    }

    private SetPointSource sourceOf(SchemeDefinition.Link link) {
        String name = link.source();
        if (link.ratio().present()) {
            return new SetPointSource(name, null, board.index(name), link.ratio(), link.bias());
        }
        @Nullable Selector selector = selectors.get(name);
        return new SetPointSource(name, selector == null ? loop(name) : selector, -1, link.ratio(), link.bias());
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

    private SchemeDefinition.Bias biasOf(String tag) {
        return schemes.stream()
                .flatMap(scheme -> scheme.links().stream())
                .filter(link -> link.slave().equals(tag) && link.bias().present())
                .map(SchemeDefinition.Link::bias)
                .findFirst()
                .orElse(SchemeDefinition.Bias.NONE);
    }
}
