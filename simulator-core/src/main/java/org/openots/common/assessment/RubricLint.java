package org.openots.common.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.expression.Expression;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalRange;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;

/**
 * Finds every mistake of a rubric that can be found without running it: form, sum of points, unknown signals and
 * targets, steps that can never be reached, rules that never or always hold.
 */
public final class RubricLint {
    /** What the points of a task add up to. */
    private static final double SUM = 100;

    /** Points are given in tenths at the finest, so a smaller difference is rounding. */
    private static final double SUM_TOLERANCE = 1e-6;

    /** Hand entries are the only operations that are seen of a trainee at a rig. */
    private static final List<String> TYPED = List.of("RECORD", "LOG");

    private final Rubric rubric;
    private final SignalTable table;
    private final Findings findings;
    private final Set<String> dead = new HashSet<>();
    private final Map<String, SignalRange> ranges;
    private final Predicate<String> shown;
    private final IntFunction<String> stepPointer;

    private RubricLint(
            Rubric rubric,
            IntFunction<String> stepPointer,
            SignalTable table,
            Map<String, SignalRange> ranges,
            Predicate<String> shown,
            Findings findings) {
        this.rubric = rubric;
        this.stepPointer = stepPointer;
        this.table = table;
        this.shown = shown;
        this.ranges = Map.copyOf(ranges);
        this.findings = findings;
    }

    /**
     * Checks a rubric file.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @param table the signals of the plant the rubric is for
     * @return all mistakes, empty when there is none
     */
    public static List<Finding> check(String file, byte[] json, SignalTable table) {
        return check(file, json, table, Map.of());
    }

    /**
     * Checks a rubric file, its limits against the ranges of the signals too.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @param table the signals of the plant the rubric is for
     * @param ranges ranges of signals by name, in their units; a signal without one can have any value
     * @return all mistakes, empty when there is none
     */
    public static List<Finding> check(String file, byte[] json, SignalTable table, Map<String, SignalRange> ranges) {
        return check(file, json, table, ranges, signal -> true);
    }

    /**
     * Checks a rubric file, and of a skill on a rig whether it can be seen there.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @param table the signals of the plant the rubric is for
     * @param ranges ranges of signals by name, in their units; a signal without one can have any value
     * @param shown whether a rig shows a signal, or it is typed in
     * @return all mistakes, empty when there is none
     */
    public static List<Finding> check(
            String file, byte[] json, SignalTable table, Map<String, SignalRange> ranges, Predicate<String> shown) {
        Findings findings = Findings.collecting();
        Rubric rubric = RubricReader.read(file, json, findings);
        if (findings.isEmpty()) {
            new RubricLint(rubric, step -> "/steps/" + step, table, ranges, shown, findings).run();
        }
        return findings.all();
    }

    private void run() {
        double sum = rubric.maximum();
        if (Math.abs(sum - SUM) > SUM_TOLERANCE) {
            report("", CommonError.RUBRIC_SUM, Points.shown(sum), SUM);
        }
        rules();
        rubric.faultTask().ifPresent(this::cases);
    }

    private void rules() {
        for (int i = 0; i < rubric.steps().size(); i++) {
            step(rubric.steps().get(i), stepPointer.apply(i));
        }
        for (int i = 0; i < rubric.quality().size(); i++) {
            quality(rubric.quality().get(i), "/quality/" + i);
        }
        rubric.penalties().forEach(penalty -> penalty.when().forEach(when -> working(when, true)));
        alternatives();
        reach();
    }

    /** Each case is a rubric of its own, with the same points as the others. */
    private void cases(FaultTask task) {
        double all = task.maximum();
        double response = all - task.detection().points() - task.diagnosis().points() - task.recovery();
        for (int i = 0; i < task.cases().size(); i++) {
            FaultCase one = task.cases().get(i);
            String place = "/faultTask/cases/" + i;
            Rubric rules = one.asRubric(Optional.of(rubric.head()));
            int first = one.response().size();
            IntFunction<String> pointer =
                    step -> place + (step < first ? "/response/" + step : "/recovery/" + (step - first));
            new RubricLint(rules, pointer, table, ranges, shown, findings).rules();
            double recovery =
                    one.recovery().stream().mapToDouble(RubricStep::points).sum();
            sum(place + "/recovery", recovery, task.recovery());
            sum(place + "/response", rules.stepMaximum() - recovery, response);
            for (int r = 0; r < one.recovery().size(); r++) {
                if (one.recovery().get(r).order().after().isEmpty()) {
                    String id = one.recovery().get(r).id();
                    report(place + "/recovery/" + r, CommonError.RUBRIC_FREE_RECOVERY, id);
                }
            }
            for (String object : one.objects()) {
                target(place + "/objects", object);
            }
        }
    }

    private void sum(String pointer, double sum, double wanted) {
        if (Math.abs(sum - wanted) > SUM_TOLERANCE) {
            String part = pointer.substring(pointer.lastIndexOf('/') + 1);
            report(pointer, CommonError.RUBRIC_CASE_SUM, part, Points.shown(sum), Points.shown(wanted));
        }
    }

    private void target(String pointer, String action) {
        CommandRecord probe = new CommandRecord(0, 0, action, "", 0, "", true);
        if (table.signals().stream().noneMatch(signal -> probe.concerns(signal.name()))) {
            report(pointer, CommonError.RUBRIC_UNKNOWN_TARGET, action);
        }
    }

    private void step(RubricStep step, String pointer) {
        RubricStep.Conditions conditions = step.conditions();
        boolean startWorks = possible(conditions.start());
        if (!working(conditions.end(), true) || !startWorks) {
            dead.add(step.id());
        }
        if (!conditions.keep().equals(conditions.end())) {
            possible(conditions.keep());
        }
        step.partial().ifPresent(curve -> quantity(curve.value()));
        boolean rig = rubric.head().rig().isPresent();
        for (String action : step.actions()) {
            if (rig && TYPED.stream().noneMatch(action::startsWith)) {
                report(pointer + "/actions", CommonError.RUBRIC_UNSEEN_ACTION, action);
            }
            target(pointer + "/actions", action);
        }
        Set<String> names = table.signals().stream().map(Signal::name).collect(Collectors.toSet());
        for (String signal : step.evidence()) {
            if (!names.contains(signal)) {
                report(pointer + "/evidence", CommonError.RUBRIC_UNKNOWN_TARGET, signal);
            } else if (rig && !shown.test(signal)) {
                report(pointer + "/evidence", CommonError.RUBRIC_NOT_ON_RIG, signal);
            }
        }
    }

    private void quality(QualityItem item, String pointer) {
        quantity(item.value());
        int signal = table.find(item.value().text().trim());
        String unit =
                signal == SignalTable.NONE ? "" : table.signals().get(signal).unit();
        if (!unit.isEmpty() && !unit.equals(item.unit())) {
            String name = table.signals().get(signal).name();
            report(pointer + "/unit", CommonError.RUBRIC_UNIT, item.unit(), name, unit);
        }
        possible(item.window().start());
        compile(item.window().end());
        possible(item.window().guard());
    }

    /** Reports a condition that never holds, and one that always does where that is useless too. */
    private boolean working(Condition condition, boolean mustChange) {
        Optional<Expression> expression = compile(condition);
        if (expression.isEmpty()) {
            return false;
        }
        if (!expression.get().isConstant()) {
            return holds(condition, expression.get());
        }
        boolean always = expression.get().begin().test(NOTHING);
        if (!always) {
            report(condition.pointer(), CommonError.RUBRIC_NEVER, condition.text());
        } else if (mustChange) {
            report(condition.pointer(), CommonError.RUBRIC_ALWAYS, condition.text());
        }
        return always;
    }

    /** Reports a condition that contradicts the ranges of its signals. */
    private boolean holds(Condition condition, Expression expression) {
        boolean holds = expression.canHold(
                index -> ranges.getOrDefault(table.signals().get(index).name(), SignalRange.ANY));
        if (!holds) {
            String shown = expression.signals().stream()
                    .filter(ranges::containsKey)
                    .map(this::shown)
                    .collect(Collectors.joining(", "));
            if (shown.isEmpty()) {
                report(condition.pointer(), CommonError.RUBRIC_NEVER, condition.text());
            } else {
                report(condition.pointer(), CommonError.RUBRIC_OUT_OF_RANGE, condition.text(), shown);
            }
        }
        return holds;
    }

    private String shown(String name) {
        SignalRange range = ranges.getOrDefault(name, SignalRange.ANY);
        String unit = table.signals().get(table.find(name)).unit();
        return (name + " " + plain(range.low()) + " … " + plain(range.high()) + " " + unit).trim();
    }

    private static String plain(double value) {
        return Double.isInfinite(value)
                ? Double.toString(value)
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private boolean possible(Condition condition) {
        return working(condition, false);
    }

    private Optional<Expression> compile(Condition condition) {
        try {
            Expression expression = Expression.condition(condition.text(), table);
            onRig(condition, expression);
            if (rubric.head().rig().isPresent() && !expression.signals().isEmpty() && expression.holdsUnknown()) {
                report(condition.pointer(), CommonError.RUBRIC_HOLDS_UNKNOWN, condition.text());
            }
            return Optional.of(expression);
        } catch (OtsException e) {
            findings.report(condition.inFile(rubric.head().file(), e));
            return Optional.empty();
        }
    }

    /** Reports what a rig does not show. */
    private void onRig(Condition condition, Expression expression) {
        if (rubric.head().rig().isPresent()) {
            expression.signals().stream()
                    .filter(shown.negate())
                    .forEach(signal -> report(condition.pointer(), CommonError.RUBRIC_NOT_ON_RIG, signal));
        }
    }

    private void quantity(Condition condition) {
        try {
            onRig(condition, Expression.quantity(condition.text(), table));
        } catch (OtsException e) {
            findings.report(condition.inFile(rubric.head().file(), e));
        }
    }

    private void alternatives() {
        Map<String, Double> points = new LinkedHashMap<>();
        for (int i = 0; i < rubric.steps().size(); i++) {
            RubricStep step = rubric.steps().get(i);
            String group = step.order().altGroup().orElse("");
            Double first = group.isEmpty() ? null : points.putIfAbsent(group, step.points());
            if (first != null && first != step.points()) {
                report(stepPointer.apply(i) + "/points", CommonError.RUBRIC_ALTERNATIVES, group);
            }
        }
    }

    /** Circles first; then everything that waits for a step that can never be done. */
    private void reach() {
        Set<String> placed = new HashSet<>();
        List<RubricStep> waiting = new ArrayList<>(rubric.steps());
        boolean progress = true;
        while (progress) {
            progress = waiting.removeIf(step -> {
                boolean ready = placed.containsAll(step.order().after());
                if (ready) {
                    placed.add(step.id());
                }
                return ready;
            });
        }
        if (!waiting.isEmpty()) {
            String names = waiting.stream().map(RubricStep::id).collect(Collectors.joining(", "));
            String first = stepPointer.apply(0);
            report(first.substring(0, first.lastIndexOf('/')), CommonError.RUBRIC_CIRCLE, names);
            return;
        }
        boolean found = true;
        while (found) {
            found = false;
            for (int i = 0; i < rubric.steps().size(); i++) {
                found |= unreachable(rubric.steps().get(i), stepPointer.apply(i));
            }
        }
    }

    private boolean unreachable(RubricStep step, String pointer) {
        for (String before : step.order().after()) {
            if (dead.contains(before) && dead.add(step.id())) {
                report(pointer, CommonError.RUBRIC_UNREACHABLE, step.id(), before);
                return true;
            }
        }
        return false;
    }

    private void report(String pointer, CommonError code, Object... arguments) {
        findings.report(new Finding(rubric.head().file(), pointer, code, List.of(arguments)));
    }

    /** Constants need no signals. */
    private static final SignalView NOTHING = new SignalView() {
        @Override
        public long tick() {
            return 0;
        }

        @Override
        public double time() {
            return 0;
        }

        @Override
        public double value(int index) {
            return Double.NaN;
        }
    };
}
