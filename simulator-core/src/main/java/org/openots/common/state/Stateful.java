package org.openots.common.state;

/** Something with mutable state that is saved and restored bit for bit. */
public interface Stateful {
    /**
     * Writes every mutable field in a fixed order.
     *
     * @param writer receives the state
     */
    void save(StateWriter writer);

    /**
     * Reads what {@link #save} wrote.
     *
     * @param reader stands where this part's state begins
     * @throws org.openots.common.error.OtsException if the state belongs to another plant or version
     */
    void restore(StateReader reader);
}
