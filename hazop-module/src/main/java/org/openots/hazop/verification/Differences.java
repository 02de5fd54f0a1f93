package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openots.common.text.LocalText;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.study.Effect;
import org.openots.hazop.verification.Demonstration.Mark;

/** Says in words what a run without safeguards shows that the run with them does not. */
final class Differences {
    /** Alarms named in a sentence; of more there is the number. */
    private static final int MOST_NAMED = 6;

    private final EffectJudge judge;
    private final List<Observed> shown;
    private final EffectJudge.Pair pair;

    /**
     * For two runs.
     *
     * @param judge tells a movement from noise
     * @param shown the tags people look at
     * @param pair the run without the safeguards beside the one with them
     */
    Differences(EffectJudge judge, List<Observed> shown, EffectJudge.Pair pair) {
        this.judge = judge;
        this.shown = shown;
        this.pair = pair;
    }

    /** The differences, those of interlocks first; one sentence that there is none if so. */
    List<LocalText> told(List<Mark> marks) {
        List<LocalText> told = new ArrayList<>();
        demands(marks, told);
        named(
                marks,
                mark -> mark.kind() == Mark.Kind.TRIP && mark.runs() == Mark.Runs.WITHOUT,
                new LocalText("去掉后多动作的联锁：", "Interlocks that trip only without: "),
                told);
        named(
                marks,
                mark -> mark.kind() == Mark.Kind.TRIP && mark.runs() == Mark.Runs.WITH,
                new LocalText("去掉后不再动作的联锁：", "Interlocks that no longer trip without: "),
                told);
        named(
                marks,
                mark -> mark.kind() == Mark.Kind.ALARM && mark.runs() == Mark.Runs.WITHOUT,
                new LocalText("去掉后多出的报警：", "Alarms that come only without: "),
                told);
        named(
                marks,
                mark -> mark.kind() == Mark.Kind.ALARM && mark.runs() == Mark.Runs.WITH,
                new LocalText("去掉后不再来的报警：", "Alarms that no longer come without: "),
                told);
        shown.forEach(one -> moved(one, told));
        if (told.isEmpty()) {
            told.add(new LocalText(
                    "看不出差别：这个原因用不着去掉的措施，或者别的措施先起了作用",
                    "No difference to see: this cause does not call for what was taken away, or another safeguard acts"
                            + " first"));
        }
        return told;
    }

    private static void demands(List<Mark> marks, List<LocalText> told) {
        marks.stream().filter(Differences::onlyWithout).forEach(mark -> {
            String at = SightingWords.number(mark.seconds());
            told.add(new LocalText(
                    "第 " + at + " s 工艺要求联锁 " + mark.subject() + " 动作，联锁已旁路",
                    "At " + at + " s the process asked for interlock " + mark.subject() + ", which was bypassed"));
        });
    }

    /** A demand on an interlock that was taken away; one that is never in use is no difference. */
    private static boolean onlyWithout(Mark mark) {
        return mark.kind() == Mark.Kind.DEMAND && mark.runs() == Mark.Runs.WITHOUT;
    }

    private static void named(List<Mark> marks, Predicate<Mark> which, LocalText before, List<LocalText> told) {
        List<String> subjects = marks.stream().filter(which).map(Mark::subject).toList();
        if (subjects.isEmpty()) {
            return;
        }
        int more = subjects.size() - MOST_NAMED;
        String names = subjects.stream().limit(MOST_NAMED).collect(Collectors.joining("、"));
        String english = subjects.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        told.add(new LocalText(
                before.zh() + names + (more > 0 ? "，另有 " + more + " 个" : ""),
                before.en() + english + (more > 0 ? " and " + more + " more" : "")));
    }

    /** How far a tag is from where it would be with the safeguards. */
    private void moved(Observed one, List<LocalText> told) {
        Stream.of(Effect.Kind.UP, Effect.Kind.DOWN)
                .map(kind -> judge.look(RowDemonstration.moved(one.name(), kind), pair))
                .filter(Sighting::seen)
                .forEach(sighting -> told.add(words(sighting)));
    }

    private static LocalText words(Sighting sighting) {
        boolean up = sighting.effect().kind() == Effect.Kind.UP;
        String amount = SightingWords.number(Math.abs(sighting.amount()));
        String unit = sighting.unit().isEmpty() || sighting.unit().equals("1") ? "" : " " + sighting.unit();
        String after = SightingWords.number(sighting.firstSeconds());
        return new LocalText(
                sighting.signal() + " 去掉后最多" + (up ? "高 " : "低 ") + amount + unit + "，原因发生 " + after + " s 后开始",
                sighting.signal() + " is up to " + amount + unit + (up ? " higher" : " lower") + " without, from "
                        + after + " s after the cause on");
    }
}
