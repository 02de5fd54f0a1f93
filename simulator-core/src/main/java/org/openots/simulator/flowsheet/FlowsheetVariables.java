package org.openots.simulator.flowsheet;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.process.ProcessError;
import org.openots.simulator.process.ProcessVariable;

/** Variables that a flowsheet makes from others. */
final class FlowsheetVariables {
    private FlowsheetVariables() {}

    /** Adds a sum of variables of one dimension under a name of its own; the terms are known and stand at a place. */
    static void alias(Map<String, ProcessVariable> into, String name, List<String> terms, JsonCursor place) {
        List<ProcessVariable> found = terms.stream().map(into::get).toList();
        String dimension = found.isEmpty() ? "1" : found.get(0).dimension();
        for (int i = 1; i < found.size(); i++) {
            if (!found.get(i).dimension().equals(dimension)) {
                place.report(
                        ProcessError.MIXED_SUM,
                        terms.get(0),
                        dimension,
                        terms.get(i),
                        found.get(i).dimension());
            }
        }
        DoubleSupplier[] suppliers = found.stream().map(ProcessVariable::value).toArray(DoubleSupplier[]::new);
        into.put(name, new ProcessVariable(dimension, suppliers.length == 1 ? suppliers[0] : () -> sum(suppliers)));
    }

    private static double sum(DoubleSupplier[] suppliers) {
        double sum = 0;
        for (DoubleSupplier supplier : suppliers) {
            sum += supplier.getAsDouble();
        }
        return sum;
    }
}
