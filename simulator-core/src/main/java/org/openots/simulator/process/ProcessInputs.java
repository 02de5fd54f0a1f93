package org.openots.simulator.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;

/**
 * Everything outside the state vector that the equations depend on: actuator positions and the parameters that faults
 * and the surroundings change. Constant during a tick. The layout is fixed when a plant is built.
 */
public final class ProcessInputs {
    private final List<String> names = new ArrayList<>();
    private final List<Double> nominal = new ArrayList<>();
    private final Map<String, InputRange> ranges = new HashMap<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private double[] values = new double[0];

    /**
     * Declares a share of a whole, 0 to 1, or finds it if it was declared before.
     *
     * @param name unique name
     * @param initial value before anything drives it
     * @return its index
     */
    public int declare(String name, double initial) {
        return declare(name, initial, Bounds.FRACTION);
    }

    /**
     * Declares an input, or finds it if it was declared before.
     *
     * @param name unique name
     * @param initial value before anything drives it, SI
     * @param bounds what it may be
     * @return its index
     */
    public int declare(String name, double initial, Bounds bounds) {
        Integer known = indices.get(name);
        if (known != null) {
            return known;
        }
        int index = names.size();
        names.add(name);
        nominal.add(initial);
        ranges.put(name, bounds.range());
        indices.put(name, index);
        values = nominal.stream().mapToDouble(Double::doubleValue).toArray();
        return index;
    }

    public int find(String name) {
        Integer index = indices.get(name);
        if (index == null) {
            throw new OtsException(ProcessError.UNKNOWN_INPUT, name, String.join(" ", names));
        }
        return index;
    }

    public double get(int index) {
        return values[index];
    }

    public double nominal(int index) {
        return nominal.get(index);
    }

    public void set(int index, double value) {
        values[index] = value;
    }

    /** The live array; copied by whoever keeps it. */
    public double[] values() {
        return values;
    }

    public Map<String, InputRange> ranges() {
        return ranges;
    }

    public List<String> names() {
        return names;
    }
}
