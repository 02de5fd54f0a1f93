package org.openots.common.assessment;

import java.util.List;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.expression.Expression;
import org.openots.common.json.Finding;
import org.openots.common.json.JsonCursor;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.Localizable;

/**
 * An expression of a rubric with its place, so that a mistake can be named.
 *
 * @param text the expression
 * @param pointer JSON pointer in the rubric
 */
public record Condition(String text, String pointer) {
    /** A condition that always holds, for optional fields. */
    static Condition always(String pointer) {
        return new Condition("true", pointer);
    }

    static Condition of(JsonCursor cursor) {
        return new Condition(cursor.text(), cursor.pointer());
    }

    /** Compiles a condition; a mistake is thrown with the place in the rubric. */
    Expression condition(String file, SignalTable table) {
        try {
            return Expression.condition(text, table);
        } catch (OtsException e) {
            throw inFile(file, e).toException();
        }
    }

    /** Compiles a number; a mistake is thrown with the place in the rubric. */
    Expression quantity(String file, SignalTable table) {
        try {
            return Expression.quantity(text, table);
        } catch (OtsException e) {
            throw inFile(file, e).toException();
        }
    }

    Finding inFile(String file, OtsException mistake) {
        Localizable message = mistake::messageIn;
        return new Finding(file, pointer, CommonError.EXPRESSION_IN_FILE, List.of(message));
    }
}
