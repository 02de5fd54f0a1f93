package org.openots.simulator.fault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * Events of an exercise that are ordered like faults and are none: an operation in the field, a disturbance of the
 * process, a message to the trainee. Each is ordered by an id that says it all: {@code !HV-701.position=50},
 * {@code ~cooling-water.temperature=300.15} (SI), and {@code #} with a line in Chinese and a line in English. They have
 * triggers as faults have, and are secret until they happen.
 */
public final class EventOrders {
    /** Begins the id of an operation. */
    public static final String OPERATE = "!";
    /** Begins the id of a disturbance. */
    public static final String DISTURB = "~";
    /** Begins the id of a message. */
    public static final String TELL = "#";

    private final List<FaultDefinition> definitions;
    private final FaultTarget target;

    /**
     * How far a process parameter may be disturbed: from its value in a sound plant to the furthest that a fault of the pack
     * drives it.
     *
     * @param parameter the process input
     * @param unit its SI unit
     * @param low smallest value
     * @param high largest value
     * @param fault a fault that changes it, which says in words what that is
     */
    public record Span(String parameter, String unit, double low, double high, LocalText fault) {}

    EventOrders(List<FaultDefinition> definitions, FaultTarget target) {
        this.definitions = definitions;
        this.target = target;
    }

    /**
     * What may be disturbed.
     *
     * @param definitions faults of a plant
     * @param nominal the value of a process parameter in a sound plant
     * @return sorted by parameter
     */
    public static List<Span> spans(List<FaultDefinition> definitions, ToDoubleFunction<String> nominal) {
        Map<String, Span> spans = new TreeMap<>();
        for (FaultDefinition fault : definitions) {
            for (FaultEffect effect : fault.effects()) {
                if (effect instanceof FaultEffect.ProcessParameter change) {
                    double sound = nominal.applyAsDouble(change.parameter());
                    Span fresh = new Span(
                            change.parameter(),
                            change.unit(),
                            Math.min(sound, change.to()),
                            Math.max(sound, change.to()),
                            fault.title());
                    spans.merge(change.parameter(), fresh, EventOrders::wider);
                }
            }
        }
        return List.copyOf(spans.values());
    }

    private static Span wider(Span one, Span other) {
        return new Span(
                one.parameter(),
                one.unit(),
                Math.min(one.low(), other.low()),
                Math.max(one.high(), other.high()),
                one.fault());
    }

    /** The words of a message; nothing for any other id. */
    public static Optional<LocalText> message(String id) {
        if (!id.startsWith(TELL)) {
            return Optional.empty();
        }
        String[] lines = id.substring(TELL.length()).split("\n", -1);
        if (lines.length != 2 || lines[0].isBlank() || lines[1].isBlank()) {
            throw new OtsException(FaultError.EVENT_FORM, id);
        }
        return Optional.of(new LocalText(lines[0], lines[1]));
    }

    /**
     * What an id stands for.
     *
     * @param id of an order
     * @return the event as a fault; nothing if the id is not of one of these forms
     * @throws OtsException if it names what there is not, or a value that is not allowed
     */
    Optional<FaultDefinition> find(String id) {
        if (id.startsWith(OPERATE)) {
            FaultEffect.Operation operation = operation(id);
            target.check(operation);
            return Optional.of(definition(id, new LocalText(id.substring(1), id.substring(1)), List.of(operation)));
        }
        if (id.startsWith(DISTURB)) {
            return Optional.of(disturbance(id));
        }
        return message(id).map(text -> definition(id, text, List.of()));
    }

    private static FaultEffect.Operation operation(String id) {
        String[] sides = id.substring(OPERATE.length()).split("=", 2);
        int dot = sides[0].lastIndexOf('.');
        if (dot <= 0 || dot == sides[0].length() - 1) {
            throw new OtsException(FaultError.EVENT_FORM, id);
        }
        double value = sides.length < 2 ? Double.NaN : number(id, sides[1]);
        return new FaultEffect.Operation(sides[0].substring(0, dot), sides[0].substring(dot + 1), value);
    }

    private FaultDefinition disturbance(String id) {
        String[] sides = id.substring(DISTURB.length()).split("=", 2);
        List<Span> spans = spans(definitions, target::nominal);
        Span span = spans.stream()
                .filter(one -> one.parameter().equals(sides[0]))
                .findFirst()
                .orElseThrow(() -> new OtsException(
                        FaultError.UNKNOWN_DISTURBANCE,
                        id,
                        spans.stream().map(Span::parameter).collect(Collectors.joining(" "))));
        double value = number(id, sides.length < 2 ? "" : sides[1]);
        if (!(value >= span.low() && value <= span.high())) {
            throw new OtsException(FaultError.OUT_OF_RANGE, id, value, span.low(), span.high());
        }
        FaultEffect effect = new FaultEffect.ProcessParameter(span.parameter(), value, span.unit());
        return definition(id, span.fault(), List.of(effect));
    }

    private static double number(String id, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new OtsException(FaultError.OVERRIDE_VALUE, id, text);
        }
        throw new OtsException(FaultError.OVERRIDE_VALUE, id, text);
    }

    private static FaultDefinition definition(String id, LocalText title, List<FaultEffect> effects) {
        return new FaultDefinition(id, title, title, new LocalText("", ""), 1, 0, effects, List.of());
    }
}
