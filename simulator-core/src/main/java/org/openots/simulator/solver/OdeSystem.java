package org.openots.simulator.solver;

/**
 * An autonomous stiff system y' = f(y) with block structure and a ledger of boundary flows z' = g(y) that is
 * integrated with the same stages, so that a linear invariant c y - z holds to rounding whatever the age of the
 * Jacobian, provided f and g satisfy it.
 */
public interface OdeSystem {
    /**
     * The Jacobian's pattern.
     *
     * @return the structure
     */
    BlockStructure structure();

    /**
     * Number of ledger quantities.
     *
     * @return the count
     */
    int ledgerSize();

    /**
     * Evaluates the right-hand sides.
     *
     * @param y state
     * @param derivative receives f(y), per second
     * @param ledger receives g(y), per second
     */
    void evaluate(double[] y, double[] derivative, double[] ledger);

    /**
     * Computes the Jacobian and the ledger's gradient.
     *
     * @param y state
     * @param jacobian receives df/dy in the layout of the structure
     * @param gradient receives dg/dy, ledgerSize rows of states columns
     */
    void differentiate(double[] y, double[] jacobian, double[] gradient);

    /**
     * The size of error in a state that counts as one.
     *
     * @param y state at the start of the step
     * @param scale receives one positive number per state
     */
    void errorScale(double[] y, double[] scale);

    /**
     * Whether a state makes sense. A step to one that does not is rejected, never clipped.
     *
     * @param y candidate state
     * @return false if, for example, a mole number is negative beyond rounding
     */
    boolean admissible(double[] y);

    /**
     * Called when a Jacobian has been computed that will be kept. A system whose equations depend on inputs remembers
     * them here, so that a restored integrator can compute the same Jacobian again.
     */
    void jacobianComputed();

    /** Called when the integrator has written new numbers into a state array it evaluates again. */
    default void stateChanged() {}
}
