package org.openots.simulator.flowsheet;

import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.InputRange;
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

    /** A quantity within the range of its part, SI. */
    static double read(JsonCursor n, String field, InputRange range) {
        JsonCursor place = n.at(field);
        double value = place.quantity(range.dimension());
        if (value >= range.lowest() && value <= range.highest()) {
            return value;
        }
        if (!Double.isNaN(value)) {
            place.report(CommonError.JSON_NUMBER_RANGE, place.text(), range.rule());
        }
        return Double.NaN;
    }

    /** A quantity that may be left out. */
    static double read(JsonCursor n, String field, InputRange range, double otherwise) {
        return n.has(field) ? read(n, field, range) : otherwise;
    }

    /** The name of an actuator of the automation, which moves it. */
    static String tag(JsonCursor n, String field) {
        return NameForm.TAG.read(n.at(field));
    }

    /** The name of an actuator or parameter that only faults may move. */
    static String part(JsonCursor n, String field) {
        return NameForm.PART.read(n.at(field));
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
