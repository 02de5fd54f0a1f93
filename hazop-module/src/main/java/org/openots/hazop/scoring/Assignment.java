package org.openots.hazop.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Shares answers out among items so that each item is earned at most once and most is earned in all. */
final class Assignment {
    /** More items than any cell has; the table has two to the power of this many places. */
    private static final int MOST_ITEMS = 16;

    private Assignment() {}

    /**
     * Finds the best sharing; of several equally good ones the first in the order of answers and items.
     *
     * @param earnable for each answer what it would earn with each item
     * @param items ids of the items
     * @return for each answer the index of its item, or -1
     */
    static int[] best(List<Map<String, Double>> earnable, List<String> items) {
        List<String> used = items.stream().limit(MOST_ITEMS).toList();
        int sets = 1 << used.size();
        double[][] value = new double[earnable.size() + 1][sets];
        int[][] choice = new int[earnable.size()][sets];
        for (int answer = earnable.size() - 1; answer >= 0; answer--) {
            Arrays.fill(choice[answer], -1);
            for (int taken = 0; taken < sets; taken++) {
                value[answer][taken] = value[answer + 1][taken];
                for (int item = 0; item < used.size(); item++) {
                    Double earns = earnable.get(answer).get(used.get(item));
                    if (earns != null && (taken & 1 << item) == 0) {
                        double with = earns + value[answer + 1][taken | 1 << item];
                        boolean first = choice[answer][taken] < 0 && with >= value[answer][taken];
                        if (first || with > value[answer][taken]) {
                            value[answer][taken] = with;
                            choice[answer][taken] = item;
                        }
                    }
                }
            }
        }
        return walk(choice);
    }

    private static int[] walk(int[][] choice) {
        int[] result = new int[choice.length];
        int taken = 0;
        for (int answer = 0; answer < choice.length; answer++) {
            result[answer] = choice[answer][taken];
            taken |= result[answer] < 0 ? 0 : 1 << result[answer];
        }
        return result;
    }
}
