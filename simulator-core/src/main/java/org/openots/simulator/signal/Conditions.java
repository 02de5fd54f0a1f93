package org.openots.simulator.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The conditions and formulas of a plant. Parts ask for them while the plant is built, when not all signals are declared yet; they
 * are compiled together once all are.
 */
public final class Conditions {
    private final List<Late> waiting = new ArrayList<>();
    private final List<LateFormula> waitingFormulas = new ArrayList<>();

    /**
     * Asks for a condition.
     *
     * @param text as written in the pack; empty for a constant
     * @param whenEmpty the constant
     * @return a condition that can be asked after {@link #compile}
     */
    public Condition of(String text, boolean whenEmpty) {
        if (text.isEmpty()) {
            return () -> whenEmpty;
        }
        Late late = new Late(text);
        waiting.add(late);
        return late;
    }

    /**
     * Asks for a formula.
     *
     * @param text as written in the pack
     * @return a formula that can be asked after {@link #compile}
     */
    public Formula formula(String text) {
        LateFormula late = new LateFormula(text);
        waitingFormulas.add(late);
        return late;
    }

    /**
     * Compiles all conditions and formulas asked for so far.
     *
     * @param compiler turns the text of a condition into a condition
     * @param formulas turns the text of a formula into a formula
     * @throws org.openots.common.error.OtsException if one cannot be read or names an unknown signal
     */
    public void compile(Function<String, Condition> compiler, Function<String, Formula> formulas) {
        for (Late late : waiting) {
            late.condition = compiler.apply(late.text);
        }
        for (LateFormula late : waitingFormulas) {
            late.formula = formulas.apply(late.text);
        }
        waiting.clear();
        waitingFormulas.clear();
    }

    private static final class LateFormula implements Formula {
        private final String text;
        private Formula formula = () -> Double.NaN;

        LateFormula(String text) {
            this.text = text;
        }

        @Override
        public double value() {
            return formula.value();
        }
    }

    private static final class Late implements Condition {
        private final String text;
        private Condition condition = () -> false;

        Late(String text) {
            this.text = text;
        }

        @Override
        public boolean holds() {
            return condition.holds();
        }
    }
}
