package org.openots.simulator.flowsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.process.ProcessError;
import org.openots.simulator.process.ProcessVariable;

/** Variables that a flowsheet makes from others. */
final class FlowsheetVariables {
    private FlowsheetVariables() {}

    /** Adds a sum of variables less others, all of one dimension, under a name of its own; all are known. */
    static void combine(
            Map<String, ProcessVariable> into, String name, List<String> plus, List<String> minus, JsonCursor place) {
        String dimension = plus.isEmpty() ? "1" : variable(into, plus.get(0)).dimension();
        List<DoubleSupplier> added = new ArrayList<>();
        List<DoubleSupplier> taken = new ArrayList<>();
        for (String term : plus) {
            added.add(term(into, term, plus.get(0), dimension, place));
        }
        for (String term : minus) {
            taken.add(term(into, term, plus.get(0), dimension, place));
        }
        DoubleSupplier[] up = added.toArray(new DoubleSupplier[0]);
        DoubleSupplier[] down = taken.toArray(new DoubleSupplier[0]);
        boolean renamed = up.length == 1 && down.length == 0;
        into.put(name, new ProcessVariable(dimension, renamed ? up[0] : () -> sum(up) - sum(down)));
    }

    private static DoubleSupplier term(
            Map<String, ProcessVariable> known, String term, String first, String dimension, JsonCursor place) {
        ProcessVariable found = variable(known, term);
        if (!found.dimension().equals(dimension)) {
            place.report(ProcessError.MIXED_SUM, first, dimension, term, found.dimension());
        }
        return found.value();
    }

    private static ProcessVariable variable(Map<String, ProcessVariable> known, String name) {
        return Objects.requireNonNull(known.get(name));
    }

    private static double sum(DoubleSupplier[] suppliers) {
        double sum = 0;
        for (DoubleSupplier supplier : suppliers) {
            sum += supplier.getAsDouble();
        }
        return sum;
    }
}
