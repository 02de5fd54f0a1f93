package org.openots.simulator.automation;

import java.util.regex.Pattern;
import org.openots.common.error.OtsException;
import org.openots.common.expression.Evaluation;
import org.openots.common.expression.Expression;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.signal.Condition;
import org.openots.simulator.signal.Formula;
import org.openots.simulator.signal.SignalBoard;

/**
 * Compiles the conditions of pack files, which are written in the condition language of the suite. Functions that
 * remember earlier ticks are not allowed here: their memory would be lost when a run is saved and restored.
 */
final class ExpressionConditions {
    private static final Pattern REMEMBERING = Pattern.compile("\\b(elapsed|rate|inBand|heldFor|everTrue)\\s*\\(");

    private final SignalBoard board;
    private final SignalTable table;

    ExpressionConditions(SignalBoard board) {
        this.board = board;
        this.table = board.table();
    }

    /** Compiles one condition; the exception names what is wrong. */
    Condition compile(String text) {
        refuseMemory(text);
        return new Fresh(Expression.condition(text, table).begin(), board);
    }

    /** Compiles one formula; the exception names what is wrong. */
    Formula formula(String text) {
        refuseMemory(text);
        return new Fresh(Expression.quantity(text, table).begin(), board);
    }

    private static void refuseMemory(String text) {
        if (REMEMBERING.matcher(text).find()) {
            throw new OtsException(AutomationError.CONDITION_REMEMBERS, text);
        }
    }

    /**
     * Asks anew every time. An evaluation keeps its answer within a tick, but the signals of the automation change
     * between the scans of one tick, and a restored run goes back to earlier ticks; so every question gets a tick of
     * its own.
     */
    private static final class Fresh implements Condition, Formula, SignalView {
        private final Evaluation evaluation;
        private final SignalBoard board;
        private long questions;

        Fresh(Evaluation evaluation, SignalBoard board) {
            this.evaluation = evaluation;
            this.board = board;
        }

        @Override
        public boolean holds() {
            questions++;
            return evaluation.test(this);
        }

        @Override
        public double value() {
            questions++;
            return evaluation.value(this);
        }

        @Override
        public long tick() {
            return questions;
        }

        @Override
        public double time() {
            return board.time();
        }

        @Override
        public double value(int index) {
            return board.value(index);
        }
    }
}
