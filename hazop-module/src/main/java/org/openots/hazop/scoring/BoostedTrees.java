package org.openots.hazop.scoring;

import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * A sum of small decision trees whose value is the log-odds of yes (Friedman, Greedy function approximation: a gradient
 * boosting machine, Annals of Statistics 29 (2001), 1189-1232). Immutable.
 *
 * @param base log-odds before any tree
 * @param trees the trees
 */
record BoostedTrees(double base, List<Tree> trees) {
    BoostedTrees {
        trees = List.copyOf(trees);
    }

    /**
     * A tree as arrays by node; node 0 is the root.
     *
     * @param feature number asked at each node, -1 at a leaf
     * @param threshold at most this goes left
     * @param left node when it is at most the threshold, right is the next one
     * @param value of each leaf
     */
    record Tree(int[] feature, double[] threshold, int[] left, double[] value) {
        double of(double[] x) {
            int node = 0;
            while (feature[node] >= 0) {
                node = x[feature[node]] <= threshold[node] ? left[node] : left[node] + 1;
            }
            return value[node];
        }
    }

    /**
     * How likely yes is.
     *
     * @param x the numbers
     * @return 0..1
     */
    double probability(double[] x) {
        double sum = base;
        for (Tree tree : trees) {
            sum += tree.of(x);
        }
        return 1 / (1 + FastMath.exp(-sum));
    }
}
