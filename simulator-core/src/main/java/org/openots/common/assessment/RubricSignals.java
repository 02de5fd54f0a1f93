package org.openots.common.assessment;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.expression.Expression;
import org.openots.common.signal.SignalTable;

/** Which signals of a plant a rubric looks at. */
public final class RubricSignals {
    private final SignalTable table;
    private final Set<String> names = new TreeSet<>();

    private RubricSignals(SignalTable table) {
        this.table = table;
    }

    /**
     * The signals of a rubric.
     *
     * @param rubric a rubric without mistakes
     * @param table the signals of its plant
     * @return names of all signals in its conditions, figures and evidence, by name
     */
    public static Set<String> of(Rubric rubric, SignalTable table) {
        RubricSignals found = new RubricSignals(table);
        found.rules(rubric);
        rubric.faultTask()
                .ifPresent(task -> task.cases().forEach(one -> found.rules(one.asRubric(Optional.of(rubric.head())))));
        return found.names;
    }

    private void rules(Rubric rubric) {
        String file = rubric.head().file();
        for (RubricStep step : rubric.steps()) {
            condition(file, step.conditions().start());
            condition(file, step.conditions().end());
            condition(file, step.conditions().keep());
            step.partial().ifPresent(curve -> quantity(file, curve.value()));
            names.addAll(step.evidence());
        }
        for (QualityItem item : rubric.quality()) {
            quantity(file, item.value());
            condition(file, item.window().start());
            condition(file, item.window().end());
            condition(file, item.window().guard());
        }
        rubric.penalties().forEach(penalty -> penalty.when().forEach(when -> condition(file, when)));
    }

    private void condition(String file, Condition condition) {
        names.addAll(condition.condition(file, table).signals());
    }

    private void quantity(String file, Condition condition) {
        Expression figure = condition.quantity(file, table);
        names.addAll(figure.signals());
    }
}
