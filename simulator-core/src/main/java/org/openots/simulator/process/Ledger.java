package org.openots.simulator.process;

/**
 * Layout of the boundary ledger: for each conserved quantity (components in order, inert, energy) what has come in
 * over the battery limits, then for each what has gone out. Moles and joules; energy counts from liquids at 298.15 K.
 */
public final class Ledger {
    private final int components;

    /**
     * Creates the layout.
     *
     * @param components number of volatile components
     */
    public Ledger(int components) {
        this.components = components;
    }

    /**
     * Number of conserved quantities.
     *
     * @return components, inert and energy
     */
    public int quantities() {
        return components + 2;
    }

    /**
     * Index of the inert among the quantities.
     *
     * @return the index
     */
    public int inert() {
        return components;
    }

    /**
     * Index of energy among the quantities.
     *
     * @return the index
     */
    public int energy() {
        return components + 1;
    }

    /**
     * Length of the ledger.
     *
     * @return twice the quantities
     */
    public int size() {
        return 2 * quantities();
    }

    /**
     * Where the incoming sum of a quantity is kept.
     *
     * @param quantity its index
     * @return position in the ledger
     */
    public int in(int quantity) {
        return quantity;
    }

    /**
     * Where the outgoing sum of a quantity is kept.
     *
     * @param quantity its index
     * @return position in the ledger
     */
    public int out(int quantity) {
        return quantities() + quantity;
    }
}
