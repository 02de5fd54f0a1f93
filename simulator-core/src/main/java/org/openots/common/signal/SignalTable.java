package org.openots.common.signal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fixed list of a plant's signals; a signal's index in it is its index in every snapshot. */
public final class SignalTable {
    /** Returned by {@link #find} for an unknown name. */
    public static final int NONE = -1;

    private final List<Signal> signals;
    private final Map<String, Integer> indexByName;

    /**
     * Creates the table.
     *
     * @param signals all signals, in index order; names must be unique
     */
    public SignalTable(List<Signal> signals) {
        this.signals = List.copyOf(signals);
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < this.signals.size(); i++) {
            if (index.put(this.signals.get(i).name(), i) != null) {
                throw new IllegalArgumentException(
                        "duplicate signal " + this.signals.get(i).name());
            }
        }
        this.indexByName = Map.copyOf(index);
    }

    /**
     * All signals.
     *
     * @return the signals in index order
     */
    public List<Signal> signals() {
        return signals;
    }

    /**
     * How many signals there are.
     *
     * @return the count
     */
    public int size() {
        return signals.size();
    }

    /**
     * Looks a signal up.
     *
     * @param name its name
     * @return its index, or {@link #NONE}
     */
    public int find(String name) {
        return indexByName.getOrDefault(name, NONE);
    }
}
