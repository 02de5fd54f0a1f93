package org.openots.simulator.operation;

/**
 * One way in which a part can be impaired.
 *
 * @param name the name faults use
 * @param unit unit of its value, empty for a plain number or flag
 * @param low lowest value allowed
 * @param high highest value allowed
 */
public record ImpairmentKind(String name, String unit, double low, double high) {
    /**
     * An impairment that is either there (1) or not (0).
     *
     * @param name the name faults use
     * @return the kind
     */
    public static ImpairmentKind flag(String name) {
        return new ImpairmentKind(name, "", 0, 1);
    }
}
