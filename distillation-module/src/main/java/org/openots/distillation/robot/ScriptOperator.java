package org.openots.distillation.robot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openots.common.expression.Evaluation;
import org.openots.common.expression.Expression;
import org.openots.common.signal.SignalView;

/** Works through a {@link RobotScript}. */
public final class ScriptOperator implements RobotOperator {
    /** Slack for the rounding of model time, s. */
    private static final double TIME_SLACK = 1e-6;

    private enum Phase {
        WAITING,
        RAMPING,
        LOOPING,
        ENDING
    }

    private final RobotScript script;
    private final Map<Expression, Evaluation> evaluations = new HashMap<>();
    private final List<Evaluation> conditions = new ArrayList<>();
    private final Map<String, Integer> indexById = new HashMap<>();
    private final Map<String, Double> lastWatch = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final List<RobotScript.Step> begunSteps = new ArrayList<>();
    private int current;
    private Phase phase = Phase.WAITING;
    private double stepStart = Double.NaN;
    private double rampValue;
    private double rampTo;
    private double nextAt;
    private Optional<String> failed = Optional.empty();

    /**
     * Creates the operator.
     *
     * @param script what it does
     */
    public ScriptOperator(RobotScript script) {
        this.script = script;
        for (int i = 0; i < script.steps().size(); i++) {
            RobotScript.Step step = script.steps().get(i);
            indexById.put(step.id(), i);
            remember(step.when());
            remember(step.until());
            step.ramp().ifPresent(ramp -> remember(ramp.hold()));
            step.loop().ifPresent(loop -> remember(loop.condition()));
        }
        script.watchers().forEach(watcher -> remember(watcher.when()));
    }

    @Override
    public List<RobotAction> onTick(SignalView view) {
        for (int i = 0; i < conditions.size(); i++) {
            conditions.get(i).value(view);
        }
        if (finished()) {
            return List.of();
        }
        List<RobotAction> actions = new ArrayList<>();
        watch(view, actions);
        boolean moved = true;
        while (moved && !finished()) {
            moved = advance(view, actions);
        }
        return actions;
    }

    @Override
    public boolean finished() {
        return failed.isPresent() || current >= script.steps().size();
    }

    /**
     * The step it is at.
     *
     * @return the step's id, or nothing at the end
     */
    public Optional<String> currentStep() {
        return current < script.steps().size()
                ? Optional.of(script.steps().get(current).id())
                : Optional.empty();
    }

    /**
     * The steps it came to, each once: their condition held, or they were passed after their time.
     *
     * @return in order, growing while it works
     */
    public List<RobotScript.Step> begunSteps() {
        return Collections.unmodifiableList(begunSteps);
    }

    /**
     * The step that took too long.
     *
     * @return the step's id, or nothing when none did
     */
    public Optional<String> failedStep() {
        return failed;
    }

    /** Moves on as far as the tick allows; true when another step may begin on the same tick. */
    private boolean advance(SignalView view, List<RobotAction> actions) {
        RobotScript.Step step = script.steps().get(current);
        double time = view.time();
        if (Double.isNaN(stepStart)) {
            stepStart = time;
        }
        if (time - stepStart > step.timeout() + TIME_SLACK) {
            return timeout(step);
        }
        if (phase == Phase.WAITING && holds(step.when(), view)) {
            begin(step);
            step.actions().forEach(action -> actions.add(done(action, view)));
            beginRamp(step, view);
        }
        if (phase == Phase.RAMPING) {
            step.ramp().ifPresent(ramp -> ramp(ramp, view, actions));
        }
        if (phase == Phase.LOOPING) {
            loop(step, view, actions);
        }
        if (phase == Phase.ENDING && holds(step.until(), view)) {
            goTo(step);
            return true;
        }
        return false;
    }

    private boolean timeout(RobotScript.Step step) {
        if (step.onTimeout() == RobotScript.OnTimeout.FAIL) {
            failed = Optional.of(step.id());
            return false;
        }
        begin(step);
        goTo(step);
        return true;
    }

    private void begin(RobotScript.Step step) {
        if (begun.add(step.id())) {
            begunSteps.add(step);
        }
    }

    private void goTo(RobotScript.Step step) {
        current = step.next().map(id -> indexById.getOrDefault(id, current + 1)).orElse(current + 1);
        phase = Phase.WAITING;
        stepStart = Double.NaN;
    }

    private void beginRamp(RobotScript.Step step, SignalView view) {
        nextAt = view.time();
        phase = Phase.LOOPING;
        step.ramp().ifPresent(ramp -> {
            rampValue = number(ramp.from(), view);
            rampTo = number(ramp.to(), view);
            phase = Phase.RAMPING;
        });
    }

    private void ramp(RobotScript.Ramp ramp, SignalView view, List<RobotAction> actions) {
        if (view.time() < nextAt - TIME_SLACK || holds(ramp.hold(), view)) {
            return;
        }
        double step = ramp.ratePerS() * ramp.every();
        double left = rampTo - rampValue;
        rampValue = Math.abs(left) <= step ? rampTo : rampValue + Math.copySign(step, left);
        actions.add(new RobotAction(ramp.target(), ramp.verb(), rampValue, ""));
        nextAt += ramp.every();
        if (nextAt < view.time()) {
            nextAt = view.time() + ramp.every();
        }
        if (rampValue == rampTo) {
            nextAt = view.time();
            phase = Phase.LOOPING;
        }
    }

    private void loop(RobotScript.Step step, SignalView view, List<RobotAction> actions) {
        if (step.loop().isEmpty() || !holds(step.loop().get().condition(), view)) {
            phase = Phase.ENDING;
            return;
        }
        RobotScript.Loop loop = step.loop().get();
        if (view.time() >= nextAt - TIME_SLACK) {
            loop.actions().forEach(action -> actions.add(done(action, view)));
            nextAt = view.time() + loop.every();
        }
    }

    private void watch(SignalView view, List<RobotAction> actions) {
        for (RobotScript.Watcher watcher : script.watchers()) {
            boolean active = watcher.from().map(begun::contains).orElse(true)
                    && !watcher.to().map(begun::contains).orElse(false);
            double last = lastWatch.getOrDefault(watcher.id(), Double.NEGATIVE_INFINITY);
            if (active && holds(watcher.when(), view) && view.time() - last >= watcher.every() - TIME_SLACK) {
                lastWatch.put(watcher.id(), view.time());
                watcher.actions().forEach(action -> actions.add(done(action, view)));
            }
        }
    }

    private RobotAction done(RobotScript.Action action, SignalView view) {
        double value = action.value().map(v -> number(v, view)).orElse(0.0);
        String text = action.text();
        if (!action.record().isEmpty()) {
            StringBuilder json = new StringBuilder();
            action.record()
                    .forEach((name, expression) -> json.append(json.isEmpty() ? "{\"" : ",\"")
                            .append(name)
                            .append("\":")
                            .append(written(number(expression, view))));
            text = json.append('}').toString();
        }
        return new RobotAction(action.target(), action.verb(), value, text);
    }

    private static String written(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    /** Formulas of values are evaluated when needed and so must not remember anything. */
    private static double number(Expression expression, SignalView view) {
        return expression.begin().value(view);
    }

    private boolean holds(Expression condition, SignalView view) {
        Evaluation evaluation = evaluations.get(condition);
        return evaluation != null && evaluation.test(view);
    }

    private void remember(Expression condition) {
        conditions.add(evaluations.computeIfAbsent(condition, Expression::begin));
    }
}
