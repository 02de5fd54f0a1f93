package org.openots.hazop.task;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A number with a tolerance.
 *
 * @param head id, words, weight
 * @param value the right value, in the unit shown
 * @param tolerance greatest distance from it that still counts, same unit
 * @param unit the unit as shown; empty for a pure number
 */
public record Numeric(QuestionHead head, double value, double tolerance, String unit) implements Question {
    private static final Pattern FORM =
            Pattern.compile("[+-]?(\\d{1,12}(\\.\\d{0,12})?|\\.\\d{1,12})([eE][+-]?\\d{1,2})?");

    /** Rounding of a typed decimal fraction must not turn a value at the limit into a wrong one. */
    private static final double ROUNDING = 1e-9;

    @Override
    public String kind() {
        return "number";
    }

    @Override
    public List<String> key() {
        return List.of(value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
    }

    @Override
    public boolean fits(List<String> answer) {
        return answer.isEmpty()
                || (answer.size() == 1 && FORM.matcher(answer.get(0)).matches());
    }

    @Override
    public double share(List<String> answer) {
        if (answer.isEmpty()) {
            return 0;
        }
        double distance = Math.abs(Double.parseDouble(answer.get(0)) - value);
        return distance <= tolerance + ROUNDING * Math.abs(value) ? 1 : 0;
    }

    @Override
    public Numeric shuffled(Shuffle shuffle) {
        return this;
    }

    @Override
    public Numeric weighing(double points) {
        return new Numeric(head.weighing(points), value, tolerance, unit);
    }
}
