package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openots.hazop.study.Column;

/**
 * Answers that people have judged before: what new answers are compared with besides the key itself.
 *
 * @param accepted texts that earn an item's whole credit, by id of the item
 * @param rejected texts that resemble an item and earn nothing, by id of the item
 * @param outside sound texts that the key lacks, by {@link #cell}
 */
public record AnswerBank(
        Map<String, List<String>> accepted, Map<String, List<String>> rejected, Map<String, List<String>> outside) {
    /** Nothing judged so far. */
    public static final AnswerBank EMPTY = new AnswerBank(Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public AnswerBank {
        accepted = Map.copyOf(accepted);
        rejected = Map.copyOf(rejected);
        outside = Map.copyOf(outside);
    }

    /**
     * Where sound answers outside the key are kept.
     *
     * @param deviationId the deviation
     * @param column the column
     * @return name of the cell
     */
    static String cell(String deviationId, Column column) {
        return deviationId + " " + column.word();
    }

    /**
     * What labelled sets teach.
     *
     * @param sets the sets
     * @return their judged answers, in the order of the sets
     */
    public static AnswerBank of(List<AnswerSet> sets) {
        Map<String, List<String>> accepted = new TreeMap<>();
        Map<String, List<String>> rejected = new TreeMap<>();
        Map<String, List<String>> outside = new TreeMap<>();
        sets.stream().flatMap(set -> set.answers().stream()).forEach(answer -> {
            if (answer.outside()) {
                add(outside, cell(answer.deviationId(), answer.column()), answer.text());
            } else if (answer.score().orElse(0) == 1 && answer.keyIds().size() == 1) {
                add(accepted, answer.keyIds().iterator().next(), answer.text());
            } else if (!answer.credited() && !answer.label().equals(LabelledAnswer.WRONG_COLUMN)) {
                answer.nearKeyId().ifPresent(near -> add(rejected, near, answer.text()));
            }
        });
        return new AnswerBank(accepted, rejected, outside);
    }

    private static void add(Map<String, List<String>> texts, String where, String text) {
        texts.computeIfAbsent(where, key -> new ArrayList<>()).add(text);
    }

    /**
     * With more accepted answers.
     *
     * @param more texts by id of the item
     * @return a bank with both
     */
    AnswerBank withAccepted(Map<String, List<String>> more) {
        Map<String, List<String>> all = new TreeMap<>(accepted);
        more.forEach((item, texts) -> all.merge(
                item, texts, (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        return new AnswerBank(all, rejected, outside);
    }
}
