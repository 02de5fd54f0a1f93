package org.openots.simulator.process;

/** A part of the process with states of its own: a two-phase holdup or a piece of metal. */
abstract class StateBlock {
    private final String id;
    private final int size;
    private int index = -1;
    private int offset = -1;

    StateBlock(String id, int size) {
        this.id = id;
        this.size = size;
    }

    /** Gives the block its place once the elimination order of the flowsheet is known. */
    final void place(int blockIndex, int firstState) {
        index = blockIndex;
        offset = firstState;
    }

    public final String id() {
        return id;
    }

    /** Number of the block in the flowsheet. */
    final int index() {
        return index;
    }

    /** First state in the state vector. */
    final int offset() {
        return offset;
    }

    /** Number of states. */
    final int size() {
        return size;
    }

    /** Computes everything that depends on this block's own states only. */
    abstract void evaluate(double[] y);

    /** Adds what happens inside the block and towards the surroundings. */
    abstract void ownRates(FlowSink sink);

    /** Writes the size of an error that counts as one, for each state. */
    abstract void errorScale(double[] y, double[] scale);

    /** Whether the states make physical sense. */
    abstract boolean admissible(double[] y);

    /** The step by which a state is perturbed when the Jacobian is computed by differences. */
    abstract double perturbation(int state, double value);
}
