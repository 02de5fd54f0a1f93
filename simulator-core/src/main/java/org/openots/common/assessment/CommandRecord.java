package org.openots.common.assessment;

/**
 * What a trainee did, as a scorer sees it.
 *
 * @param tick the tick at whose start it took effect
 * @param time model time of that tick, s
 * @param target what was operated, for example {@code HV-713}
 * @param verb what was done to it, for example {@code position}
 * @param value the number of the operation in engineering units, 0 when it has none
 * @param text the text of the operation, empty when it has none
 * @param applied false when the plant refused it
 */
public record CommandRecord(
        long tick, double time, String target, String verb, double value, String text, boolean applied) {
    /**
     * Whether an operation of this target concerns a signal or target name: the same name, a part of it ({@code
     * LIC-702} and {@code LIC-702.SP}), what it yields ({@code S-TOP} and {@code SAMPLE.S-TOP}), or the group it belongs
     * to ({@code CHECK.CP-01} and {@code CHECK}).
     *
     * @param name a signal or target
     * @return whether they belong together
     */
    public boolean concerns(String name) {
        return concerns(target, name);
    }

    /** Whether an operation of a target concerns a signal or target name, as in {@link #concerns(String)}. */
    static boolean concerns(String target, String name) {
        int rest = name.length() - target.length();
        if (rest == 0) {
            return name.equals(target);
        }
        if (rest < 0) {
            return target.startsWith(name) && target.charAt(name.length()) == '.';
        }
        return ((name.startsWith(target) && name.charAt(target.length()) == '.')
                || (name.endsWith(target) && name.charAt(rest - 1) == '.'));
    }
}
