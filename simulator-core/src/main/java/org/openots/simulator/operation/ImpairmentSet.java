package org.openots.simulator.operation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;

/**
 * The impairments of one part: a fixed list of kinds, each with a value or inactive. Faults change the values, never
 * the list, so the layout of a saved state does not depend on the faults of a run.
 */
public final class ImpairmentSet implements Stateful {
    private final String target;
    private final List<ImpairmentKind> kinds;
    private final double[] values;

    /**
     * Creates a set with nothing impaired.
     *
     * @param target the part's name
     * @param kinds its kinds, in the order used by {@link #active} and {@link #value}
     */
    public ImpairmentSet(String target, ImpairmentKind... kinds) {
        this.target = target;
        this.kinds = List.of(kinds);
        this.values = new double[kinds.length];
        Arrays.fill(values, Double.NaN);
    }

    /**
     * The kinds.
     *
     * @return all kinds, in order
     */
    public List<ImpairmentKind> kinds() {
        return kinds;
    }

    /**
     * Impairs the part, or changes the value of an impairment.
     *
     * @param kind name of the kind
     * @param value its value in the kind's unit; for a flag 0 means not impaired
     * @throws OtsException if the kind is unknown or the value out of range
     */
    public void set(String kind, double value) {
        int index = find(kind);
        ImpairmentKind rule = kinds.get(index);
        if (!(value >= rule.low() && value <= rule.high())) {
            throw new OtsException(
                    AutomationError.IMPAIRMENT_OUT_OF_RANGE, target, kind, value, rule.low(), rule.high(), rule.unit());
        }
        values[index] = value;
    }

    /**
     * Takes an impairment away.
     *
     * @param kind name of the kind
     * @throws OtsException if the kind is unknown
     */
    public void clear(String kind) {
        values[find(kind)] = Double.NaN;
    }

    /**
     * Whether an impairment has a value.
     *
     * @param index position of the kind
     * @return true if it was set and not cleared
     */
    public boolean active(int index) {
        return !Double.isNaN(values[index]);
    }

    /**
     * Whether an impairment that is a flag is on.
     *
     * @param index position of the kind
     * @return true if its value is at least one half
     */
    public boolean on(int index) {
        return values[index] >= 0.5;
    }

    /**
     * The value of an impairment.
     *
     * @param index position of the kind
     * @param otherwise what to return when it is not active
     * @return the value in the kind's unit
     */
    public double value(int index, double otherwise) {
        return active(index) ? values[index] : otherwise;
    }

    @Override
    public void save(StateWriter writer) {
        writer.writeDoubles(values);
    }

    @Override
    public void restore(StateReader reader) {
        reader.readDoubles(values);
    }

    private int find(String kind) {
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).name().equals(kind)) {
                return i;
            }
        }
        String known = kinds.stream().map(ImpairmentKind::name).collect(Collectors.joining(", "));
        throw new OtsException(AutomationError.UNKNOWN_IMPAIRMENT, target, kind, known);
    }
}
