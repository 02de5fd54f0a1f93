package org.openots.hazop.drill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;

/** Compares what was answered in a run with the key of its case, with what the station recorded and with the run itself. */
final class DrillJudge {
    private static final LocalText NOT_ANSWERED = new LocalText("没有作答", "not answered");

    private final Drill drill;
    private final DrillCase one;
    private final DrillAnswers answers;
    private final @Nullable RunFacts facts;

    DrillJudge(Drill drill, DrillCase one, DrillAnswers answers, @Nullable RunFacts facts) {
        this.drill = drill;
        this.one = one;
        this.answers = answers;
        this.facts = facts;
    }

    /**
     * What became of an answer.
     *
     * @param share of the points, 0 to 1
     * @param reason why
     */
    record Verdict(double share, LocalText reason) {}

    /** What a part that is answered earns; not for the response and the time. */
    Verdict verdict(DrillPart part) {
        return switch (part) {
            case DEVIATION, CAUSE -> plain(part, several(part));
            case ACTION, DECISION -> plain(part, single(part));
            case SAFEGUARD -> safeguard();
            case LIMIT -> limit();
            case ALARM_TIME -> alarmTime();
            case TRIPPED -> against(part, facts == null ? Set.of() : orNone(part, facts.tripped()));
            case DONE -> against(part, facts == null ? Set.of() : Set.of(facts.stopped() ? 2 : 1));
            case STATE -> against(part, facts == null ? Set.of() : Set.of(facts.state()));
            case SEQUENCE, TIME -> throw new IllegalArgumentException(part + " is not answered");
        };
    }

    /** Of several deviations or causes: those named, less those named wrongly. */
    private double several(DrillPart part) {
        List<List<String>> groups = one.key().groups(part);
        int wrong = 0;
        boolean[] named = new boolean[groups.size()];
        for (int number : answers.of(part)) {
            String id = id(part, number);
            boolean right = false;
            for (int i = 0; i < named.length; i++) {
                if (groups.get(i).contains(id)) {
                    named[i] = true;
                    right = true;
                }
            }
            wrong += right ? 0 : 1;
        }
        int hits = 0;
        for (boolean hit : named) {
            hits += hit ? 1 : 0;
        }
        return groups.isEmpty() ? 0 : Math.max(0, (double) (hits - wrong) / groups.size());
    }

    private double single(DrillPart part) {
        Map<String, Double> shares = one.key().single().getOrDefault(part, Map.of());
        return answers.of(part).stream()
                .mapToDouble(number -> shares.getOrDefault(id(part, number), 0.0))
                .max()
                .orElse(0);
    }

    private String id(DrillPart part, int number) {
        return drill.offers().number(part, number).map(Drill.Option::id).orElse("");
    }

    private Verdict plain(DrillPart part, double share) {
        if (answers.of(part).isEmpty()) {
            return new Verdict(0, NOT_ANSWERED);
        }
        return new Verdict(
                share,
                share >= 1
                        ? new LocalText("正确", "right")
                        : share > 0 ? new LocalText("部分正确", "partly right") : new LocalText("不正确", "wrong"));
    }

    /** A safeguard that is only named is not proved. */
    private Verdict safeguard() {
        if (drill.rules().trial().isEmpty() || answers.of(DrillPart.SAFEGUARD).isEmpty() || played().isPresent()) {
            return plain(DrillPart.SAFEGUARD, single(DrillPart.SAFEGUARD));
        }
        return new Verdict(
                0, new LocalText("没有演示去掉所选措施后的情形", "the scenario was not played without the chosen safeguard"));
    }

    private Optional<TrialRecord> played() {
        return answers.of(DrillPart.SAFEGUARD).stream()
                .flatMap(number -> Optional.ofNullable(answers.trials().get(number)).stream())
                .findFirst();
    }

    private Verdict limit() {
        return played().map(record -> against(DrillPart.LIMIT, orNone(DrillPart.LIMIT, record.reached())))
                .orElseGet(() -> new Verdict(
                        0,
                        new LocalText("没有演示去掉所选措施后的情形", "the scenario was not played without the chosen safeguard")));
    }

    /** Numbers of options, or that of "none" when there is none of them. */
    private Set<Integer> orNone(DrillPart part, Set<Integer> numbers) {
        return numbers.isEmpty() ? Set.of(drill.offers().numberOf(part, DrillRules.NONE)) : numbers;
    }

    /** Options against those that are true of the run: those named, less those named wrongly. */
    private Verdict against(DrillPart part, Set<Integer> right) {
        Set<Integer> named = answers.of(part);
        LocalText truth =
                new LocalText("实际：" + words(part, right, "、", true), "in fact: " + words(part, right, ", ", false));
        if (named.isEmpty()) {
            return new Verdict(
                    0, new LocalText(NOT_ANSWERED.zh() + "；" + truth.zh(), NOT_ANSWERED.en() + "; " + truth.en()));
        }
        long hits = named.stream().filter(right::contains).count();
        double share = right.isEmpty() ? 0 : Math.max(0, (double) (hits - (named.size() - hits)) / right.size());
        return share >= 1 ? new Verdict(1, new LocalText("正确", "right")) : new Verdict(share, truth);
    }

    private String words(DrillPart part, Set<Integer> numbers, String comma, boolean chinese) {
        return new TreeSet<>(numbers)
                .stream()
                        .flatMap(number -> drill.offers().number(part, number).stream())
                        .map(option ->
                                chinese ? option.text().zh() : option.text().en())
                        .collect(Collectors.joining(comma));
    }

    private Verdict alarmTime() {
        RunFacts run = facts;
        double told = answers.alarmTime();
        if (run == null || Double.isNaN(run.firstAlarm())) {
            return new Verdict(
                    Double.isNaN(told) ? 1 : 0, new LocalText("故障出现后没有报警", "no alarm came after the fault began"));
        }
        double tolerance =
                drill.rules().note().map(DrillRules.Note::toleranceSeconds).orElse(0.0);
        String right = clock(run.firstAlarm());
        if (Double.isNaN(told)) {
            return new Verdict(0, new LocalText("没有填写；实际 " + right, "not told; in fact " + right));
        }
        String zh = "记录 " + clock(told) + "，实际 " + right + "，允许相差 " + Math.round(tolerance) + " s";
        String en = "told " + clock(told) + ", in fact " + right + ", may differ by " + Math.round(tolerance) + " s";
        return new Verdict(Math.abs(told - run.firstAlarm()) <= tolerance ? 1 : 0, new LocalText(zh, en));
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(java.util.Locale.ROOT, "%02d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
