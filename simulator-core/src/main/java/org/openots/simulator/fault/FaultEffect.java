package org.openots.simulator.fault;

/** One change a fault makes. It overrides a parameter and never changes the state layout. */
public sealed interface FaultEffect {
    /**
     * A process parameter moves from its nominal value towards another one.
     *
     * @param parameter name of the process input
     * @param to value at full strength, in the parameter's SI unit
     * @param unit the unit written beside it
     */
    record ProcessParameter(String parameter, double to, String unit) implements FaultEffect {}

    /**
     * A part of the automation is impaired.
     *
     * @param target what is impaired
     * @param kind how, one of the kinds the part lists
     * @param value strength at full severity, in the kind's unit
     * @param graded whether severity and ramp scale the value; a stuck or broken part is so at once
     */
    record Impairment(String target, String kind, double value, boolean graded) implements FaultEffect {}

    /**
     * Something is operated once, at the onset: by an event of the exercise in place of a field operator.
     *
     * @param target what is operated
     * @param verb what is done to it
     * @param value number in engineering units; NaN when the verb takes none
     */
    record Operation(String target, String verb, double value) implements FaultEffect {
        /** The number of such operations: above those of people, so that nobody takes them for his own. */
        public static final long SEQUENCE = 2_000_000_000L;
    }
}
