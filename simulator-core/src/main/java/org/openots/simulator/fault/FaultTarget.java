package org.openots.simulator.fault;

/** What faults act on; implemented by the engine over the process and the automation. */
public interface FaultTarget {
    /**
     * The value a process parameter has without any fault.
     *
     * @param parameter name of the process input
     * @return nominal value, SI
     * @throws org.openots.common.error.OtsException if there is no such parameter
     */
    double nominal(String parameter);

    /**
     * Sets a process parameter.
     *
     * @param parameter name of the process input
     * @param value SI
     */
    void setParameter(String parameter, double value);

    /**
     * Impairs a part of the automation.
     *
     * @param target what
     * @param kind how
     * @param value strength in the kind's unit
     * @throws org.openots.common.error.OtsException if there is no such target or kind, or the value is out of range
     */
    void impair(String target, String kind, double value);

    /**
     * Ends an impairment.
     *
     * @param target what
     * @param kind how
     */
    void clear(String target, String kind);

    /**
     * Evaluates a trigger condition on the present signals.
     *
     * @param condition text of the condition
     * @return whether it holds now
     * @throws org.openots.common.error.OtsException if the condition cannot be understood
     */
    boolean holds(String condition);

    /**
     * Checks something that an event is to operate.
     *
     * @param operation what
     * @throws org.openots.common.error.OtsException if there is no such target or verb, or the value is not allowed
     */
    void check(FaultEffect.Operation operation);

    /**
     * Operates something; one that the plant refuses just now is told as an event.
     *
     * @param operation what
     * @param tick when
     */
    void operate(FaultEffect.Operation operation, long tick);
}
