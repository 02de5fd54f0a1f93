package org.openots.simulator.process;

/** A part of the process with states of its own, such as a two-phase holdup or a piece of metal. */
public abstract class StateBlock {
    /** Relative error per step: 1e-3; looser tolerances need more steps in start-up, not fewer. */
    protected static final double RELATIVE_TOLERANCE = 1e-3;

    private final String id;
    private final int size;
    private int index = -1;
    private int offset = -1;

    protected StateBlock(String id, int size) {
        this.id = id;
        this.size = size;
    }

    /** Gives the block its place once the elimination order of the flowsheet is known. */
    final void place(int blockIndex, int firstState) {
        index = blockIndex;
        offset = firstState;
    }

    /** Name in the flowsheet. */
    public final String id() {
        return id;
    }

    /** Number of the block in the flowsheet. */
    public final int index() {
        return index;
    }

    /** First state in the state vector. */
    public final int offset() {
        return offset;
    }

    /** Number of states. */
    public final int size() {
        return size;
    }

    /** Computes everything that depends on this block's own states only. */
    public abstract void evaluate(double[] y);

    /** Adds what happens inside the block and towards the surroundings. */
    public abstract void ownRates(FlowSink sink);

    /** Writes the size of an error that counts as one, for each state. */
    public abstract void errorScale(double[] y, double[] scale);

    /** Whether the states make physical sense. */
    public abstract boolean admissible(double[] y);

    /** The step by which a state is perturbed when the Jacobian is computed by differences. */
    public abstract double perturbation(int state, double value);

    /**
     * Takes derivatives instead of differences: computes how everything that {@link #evaluate} computes changes with one
     * state, for {@link Link#slopes}. For blocks whose rounded differences would hide what matters.
     *
     * @param state index within the block
     * @return false if the block has no derivatives, so that differences are taken
     */
    public boolean slope(int state) {
        return false;
    }

    /** Brings the block to the cold, empty state: air at the surroundings' temperature and pressure. */
    public abstract void startCold(double[] y, Surroundings surroundings);

    /** Adds what the block holds: moles of each component, of the inert, energy in J. */
    public abstract void addInventory(double[] y, double[] sum);
}
