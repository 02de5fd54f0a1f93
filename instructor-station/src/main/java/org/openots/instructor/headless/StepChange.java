package org.openots.instructor.headless;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.simulator.study.ColumnA;

/**
 * A step of one input, as typed.
 *
 * @param name of the input
 * @param value that it steps to
 */
record StepChange(String name, double value) {
    private static final String OPTION = "--step";

    /**
     * Checks that no input steps twice, which could mean the sum, the product or the last.
     *
     * @param changes all steps of a command
     * @throws OtsException if an input has two
     */
    static void once(List<StepChange> changes) {
        Set<String> names = new HashSet<>();
        for (StepChange change : changes) {
            if (!names.add(change.name())) {
                throw new OtsException(HeadlessError.STEP_TWICE, change.name());
            }
        }
    }

    /**
     * Reads {@code reflux=+1%}, {@code feed=-5%}, {@code zf=0.55}.
     *
     * @param text as typed
     * @param inputs to which percentages relate
     * @return the step
     * @throws OtsException if it is no step
     */
    static StepChange read(String text, ColumnA.Inputs inputs) {
        String[] parts = text.split("=", 2);
        String known = String.join(" ", ColumnA.STEPPED);
        if (parts.length < 2 || !ColumnA.STEPPED.contains(parts[0])) {
            throw new OtsException(HeadlessError.NOT_A_STEP, text, known);
        }
        String value = parts[1];
        double to;
        if (value.endsWith("%")) {
            double percent = Numbers.read(OPTION, value.substring(0, value.length() - 1));
            to = inputs.get(parts[0]) * (1 + percent / 100);
        } else {
            to = Numbers.read(OPTION, value);
        }
        boolean share = parts[0].equals("zf");
        boolean quality = parts[0].equals("qf");
        double low = share ? 0 : quality ? -2 : 1e-6;
        double high = share ? 1 : quality ? 3 : 1e3;
        return new StepChange(parts[0], Numbers.within(OPTION + " " + parts[0], to, low, high));
    }
}
