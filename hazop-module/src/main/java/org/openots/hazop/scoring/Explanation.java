package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openots.common.text.LocalText;
import org.openots.hazop.scoring.AnswerKey.Prepared;
import org.openots.hazop.scoring.PairFeatures.Candidate;
import org.openots.hazop.study.Column;

/** Says in words what kept an answer from credit. */
final class Explanation {
    /** From this likeness on an item is near enough to compare the answer with in words. */
    private static final double NEAR = 0.35;

    private static final int LONGEST_QUOTE = 30;

    private Explanation() {}

    /**
     * Why an answer earns nothing.
     *
     * @param answer the answer
     * @param column the column it stands in
     * @param candidates the row's items
     * @return what contradicts the item it speaks of, or that it speaks of none
     */
    static Reason of(Prepared answer, Column column, List<Candidate> candidates) {
        Candidate nearest = candidates.stream()
                .filter(candidate -> candidate.column() == column)
                .max(Comparator.comparingDouble(Explanation::common))
                .orElse(null);
        int concepts = answer.meaning().concepts().length;
        if (nearest == null || common(nearest) < NEAR) {
            return Reason.of(concepts < 2 ? Reason.Code.VAGUE : Reason.Code.NO_MATCH);
        }
        LocalText item = nearest.item().text();
        LocalText written = quote(answer);
        if (nearest.of("disabling") > 0 || nearest.of("denialConflict") >= 1) {
            return Reason.of(Reason.Code.NEGATION, item);
        }
        if (nearest.of("boundConflict") >= 0.5
                || nearest.of("axisConflict") >= 1
                || nearest.of("crossConflict") >= 0.6) {
            return Reason.of(Reason.Code.DIRECTION, item, written);
        }
        boolean swapped = nearest.of("roleSwap") + nearest.of("deviceSwap") > 0.4;
        if (swapped || nearest.of("tagConflict") >= 1 || nearest.of("foreignTags") > 0) {
            return Reason.of(Reason.Code.EQUIPMENT, item, written);
        }
        return Reason.of(concepts < 2 ? Reason.Code.VAGUE : Reason.Code.NO_MATCH);
    }

    private static LocalText quote(Prepared answer) {
        String text = answer.meaning().text();
        String cut = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return new LocalText(cut, cut);
    }

    /** What the two speak of in common, whatever they say of it: opposites are near in this sense. */
    private static double common(Candidate candidate) {
        return 0.45 * candidate.of("recall") + 0.35 * candidate.of("precision") + 0.2 * candidate.of("cosineBest");
    }

    /** Which parts of the item a half answer leaves out. */
    static LocalText missing(Candidate best) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        if (lacks(best, "roleRecall") || lacks(best, "deviceRecall")) {
            zh.add("设备或对象");
            en.add("equipment or subject");
        }
        if (lacks(best, "propertyRecall")) {
            zh.add("参数");
            en.add("parameter");
        }
        if (lacks(best, "stateRecall")) {
            zh.add("状态或方向");
            en.add("state or direction");
        }
        if (lacks(best, "actionRecall")) {
            zh.add("做什么");
            en.add("what is done");
        }
        if (zh.isEmpty()) {
            zh.add("其余部分");
            en.add("the rest of it");
        }
        return new LocalText(String.join("、", zh), String.join(", ", en));
    }

    private static boolean lacks(Candidate best, String recall) {
        double value = best.of(recall);
        return value >= 0 && value < 0.7;
    }
}
