package org.openots.instructor.skill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.openots.hazop.drill.DrillPart;
import org.openots.instructor.store.CountedRuns;
import org.openots.instructor.store.RunIndex;
import org.openots.instructor.store.RunItems;

/** What closed runs say about skills. */
final class RunTrials {
    private static final double FULL = 100;

    private RunTrials() {}

    static List<Trial> of(CountedRuns runs, SkillMap map, Predicate<String> drill) {
        List<Trial> all = new ArrayList<>();
        for (RunIndex.Row row : runs.rows()) {
            Double score = row.score();
            if (score != null) {
                List<RunItems.Item> items = runs.items(row.id());
                boolean parts = drill.test(row.task());
                for (Evidence one : map.of(row.task())) {
                    double share = one.whole() ? bounded(score / FULL) : share(one, items, parts);
                    if (!Double.isNaN(share)) {
                        all.add(new Trial(row.owner(), one.skill(), row.task(), row.id(), row.started(), share));
                    }
                }
            }
        }
        return all;
    }

    /** Share of the points of what shows a skill; NaN when nothing of it was in the run. */
    private static double share(Evidence evidence, List<RunItems.Item> items, boolean drill) {
        double earned = 0;
        double points = 0;
        for (RunItems.Item item : items) {
            if (evidence.shownBy(drill ? part(item.id()) : item.id())) {
                earned += item.earned();
                points += item.points();
            }
        }
        return points > 0 ? bounded(earned / points) : Double.NaN;
    }

    /** The part of a drill that an item of its sheet belongs to: the steps of the response are those without a name of a part. */
    private static String part(String item) {
        return Arrays.stream(DrillPart.values())
                .map(DrillPart::word)
                .filter(item::equals)
                .findFirst()
                .orElse(DrillPart.SEQUENCE.word());
    }

    static double bounded(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
