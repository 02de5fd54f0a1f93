package org.openots.simulator.flowsheet;

import org.openots.common.json.JsonCursor;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.ProcessInputs;

/** Reads the fields of an element. */
final class Quantities {
    private Quantities() {}

    /** A quantity within its bounds, SI. */
    static double read(JsonCursor n, String field, Bounds bounds) {
        return bounds.read(n.at(field));
    }

    /** A quantity that may be left out. */
    static double read(JsonCursor n, String field, Bounds bounds, double otherwise) {
        return n.has(field) ? bounds.read(n.at(field)) : otherwise;
    }

    static String text(JsonCursor n, String field) {
        return n.at(field).text();
    }

    static boolean flag(JsonCursor n, String field) {
        return n.optional(field).map(JsonCursor::bool).orElse(false);
    }

    /** A parameter that faults may change, nominally as in the file. */
    static int input(ProcessInputs inputs, String name, JsonCursor nominal, Bounds bounds) {
        return inputs.declare(name, bounds.read(nominal), bounds);
    }
}
