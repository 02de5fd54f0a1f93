package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;
import org.openots.simulator.random.SplitMix64;

/**
 * Trains {@link BoostedTrees} for logistic loss with Newton steps (Chen and Guestrin, XGBoost, KDD 2016, equations 5 to
 * 7), numbers sorted into at most 64 bins. The same data give the same trees on every machine.
 */
final class TreeTrainer {
    private static final int BINS = 64;

    /** Any fixed number does: the same data must give the same trees. */
    private static final long SEED = 7;

    /** From so many rows on a node is worth the cost of handing its features to several threads. */
    private static final int WORTH_SPREADING = 4000;

    private final Settings settings;
    private final Restraint restraint;
    private final SplitMix64 random = new SplitMix64(SEED);
    private final double[][] x;
    private final double[] y;
    private final double[] w;
    private final double[][] cuts;
    private final byte[][] bins;

    /**
     * How to train.
     *
     * @param trees how many trees
     * @param depth questions from root to leaf
     * @param rate share of each step that is taken
     * @param leaf least weight of evidence (sum of second derivatives) in a leaf
     * @param ridge penalty on the size of leaf values
     */
    record Settings(int trees, int depth, double rate, double leaf, double ridge) {}

    /**
     * What keeps trees from learning one writer by heart.
     *
     * @param features share of the features that each tree may ask for
     * @param rows share of the rows that each tree is grown on
     * @param directions for each feature 1 when the answer may only rise with it, -1 when it may only fall, 0 otherwise;
     *     empty for no such rule
     */
    record Restraint(double features, double rows, int[] directions) {
        /** Every feature, every row, no rule. */
        static final Restraint NONE = new Restraint(1, 1, new int[0]);

        int direction(int feature) {
            return directions.length == 0 ? 0 : directions[feature];
        }
    }

    TreeTrainer(Settings settings, Restraint restraint, double[][] x, double[] y, double[] w) {
        this.settings = settings;
        this.restraint = restraint;
        this.x = x;
        this.y = y;
        this.w = w;
        int features = x[0].length;
        cuts = new double[features][];
        bins = new byte[features][x.length];
        for (int f = 0; f < features; f++) {
            cuts[f] = cuts(f);
            for (int i = 0; i < x.length; i++) {
                int at = Arrays.binarySearch(cuts[f], x[i][f]);
                bins[f][i] = (byte) (at >= 0 ? at : -at - 1);
            }
        }
    }

    private double[] cuts(int feature) {
        double[] sorted =
                Arrays.stream(x).mapToDouble(row -> row[feature]).sorted().toArray();
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        if (distinct.length <= BINS) {
            return Arrays.copyOf(distinct, Math.max(0, distinct.length - 1));
        }
        double[] quantiles = new double[BINS - 1];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = sorted[(int) ((long) (i + 1) * sorted.length / BINS)];
        }
        return Arrays.stream(quantiles).distinct().toArray();
    }

    BoostedTrees train() {
        double yes = 0;
        double all = 0;
        for (int i = 0; i < y.length; i++) {
            yes += w[i] * y[i];
            all += w[i];
        }
        double base = FastMath.log((yes + 1) / (all - yes + 1));
        double[] sums = new double[y.length];
        Arrays.fill(sums, base);
        List<BoostedTrees.Tree> trees = new ArrayList<>();
        double[] g = new double[y.length];
        double[] h = new double[y.length];
        for (int t = 0; t < settings.trees(); t++) {
            for (int i = 0; i < y.length; i++) {
                double p = 1 / (1 + FastMath.exp(-sums[i]));
                g[i] = w[i] * (y[i] - p);
                h[i] = w[i] * FastMath.max(p * (1 - p), 1e-9);
            }
            leaveOut(g, h);
            BoostedTrees.Tree tree = new Grower(g, h, chosen()).grow();
            trees.add(tree);
            for (int i = 0; i < y.length; i++) {
                sums[i] += tree.of(x[i]);
            }
        }
        return new BoostedTrees(base, trees);
    }

    /** Rows that this tree is not grown on weigh nothing. */
    private void leaveOut(double[] g, double[] h) {
        for (int i = 0; i < g.length && restraint.rows() < 1; i++) {
            if (random.nextUniform() >= restraint.rows()) {
                g[i] = 0;
                h[i] = 0;
            }
        }
    }

    private boolean[] chosen() {
        boolean[] chosen = new boolean[cuts.length];
        for (int f = 0; f < chosen.length; f++) {
            chosen[f] = restraint.features() >= 1 || random.nextUniform() < restraint.features();
        }
        return chosen;
    }

    /** Where the values of a branch must lie so that features with a direction keep it. */
    private record Range(double low, double high) {
        static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        double nearest(double value) {
            return FastMath.min(high, FastMath.max(low, value));
        }

        /** The part below the middle for direction 1, above it for -1, all of it for 0. */
        Range below(double middle, int direction) {
            return direction == 0 ? this : direction > 0 ? new Range(low, middle) : new Range(middle, high);
        }
    }

    private final class Grower {
        private final double[] g;
        private final double[] h;
        private final boolean[] asked;
        private final List<double[]> nodes = new ArrayList<>();

        Grower(double[] g, double[] h, boolean[] asked) {
            this.g = g;
            this.h = h;
            this.asked = asked;
        }

        BoostedTrees.Tree grow() {
            int[] all = new int[y.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = i;
            }
            nodes.add(new double[4]);
            split(0, all, settings.depth(), Range.ANY);
            int size = nodes.size();
            int[] feature = new int[size];
            double[] threshold = new double[size];
            int[] left = new int[size];
            double[] value = new double[size];
            for (int i = 0; i < size; i++) {
                double[] node = nodes.get(i);
                feature[i] = (int) node[0];
                threshold[i] = node[1];
                left[i] = (int) node[2];
                value[i] = node[3];
            }
            return new BoostedTrees.Tree(feature, threshold, left, value);
        }

        private void split(int node, int[] rows, int depth, Range range) {
            double sumG = 0;
            double sumH = 0;
            for (int row : rows) {
                sumG += g[row];
                sumH += h[row];
            }
            double[] best = depth == 0 ? new double[] {0, -1, 0} : best(rows, sumG, sumH);
            double[] stored = nodes.get(node);
            if (best[1] < 0) {
                stored[0] = -1;
                stored[3] = settings.rate() * range.nearest(sumG / (sumH + settings.ridge()));
                return;
            }
            int feature = (int) best[1];
            int bin = (int) best[2];
            int[] left =
                    Arrays.stream(rows).filter(r -> bins[feature][r] <= bin).toArray();
            int[] right =
                    Arrays.stream(rows).filter(r -> bins[feature][r] > bin).toArray();
            stored[0] = feature;
            stored[1] = cuts[feature][bin];
            stored[2] = nodes.size();
            int child = nodes.size();
            nodes.add(new double[4]);
            nodes.add(new double[4]);
            double middle = range.nearest((value(left) + value(right)) / 2);
            int direction = restraint.direction(feature);
            split(child, left, depth - 1, range.below(middle, direction));
            split(child + 1, right, depth - 1, range.below(middle, -direction));
        }

        private double value(int[] rows) {
            double sg = 0;
            double sh = 0;
            for (int row : rows) {
                sg += g[row];
                sh += h[row];
            }
            return sg / (sh + settings.ridge());
        }

        /** Gain, feature and bin of the best question; feature -1 for none. */
        private double[] best(int[] rows, double sumG, double sumH) {
            double parent = sumG * sumG / (sumH + settings.ridge());
            double[] sums = {sumG, sumH, parent};
            IntStream features = IntStream.range(0, cuts.length);
            IntStream spread = rows.length > WORTH_SPREADING ? features.parallel() : features;
            double[] best = {1e-6, -1, 0};
            for (double[] candidate :
                    spread.mapToObj(f -> bestOf(f, rows, sums)).toArray(double[][]::new)) {
                best = candidate[0] > best[0] ? candidate : best;
            }
            return best;
        }

        private double[] bestOf(int f, int[] rows, double[] sums) {
            if (!asked[f]) {
                return new double[] {1e-6, -1, 0};
            }
            double[] binG = new double[BINS];
            double[] binH = new double[BINS];
            byte[] bin = bins[f];
            for (int row : rows) {
                binG[bin[row]] += g[row];
                binH[bin[row]] += h[row];
            }
            double[] best = {1e-6, -1, 0};
            bestOf(f, binG, binH, sums, best);
            return best;
        }

        private void bestOf(int f, double[] binG, double[] binH, double[] sums, double[] best) {
            double leftG = 0;
            double leftH = 0;
            for (int bin = 0; bin < cuts[f].length; bin++) {
                leftG += binG[bin];
                leftH += binH[bin];
                double rightH = sums[1] - leftH;
                if (leftH < settings.leaf() || rightH < settings.leaf()) {
                    continue;
                }
                double rightG = sums[0] - leftG;
                double step = rightG / (rightH + settings.ridge()) - leftG / (leftH + settings.ridge());
                if (step * restraint.direction(f) < 0) {
                    continue;
                }
                double gain = leftG * leftG / (leftH + settings.ridge())
                        + rightG * rightG / (rightH + settings.ridge())
                        - sums[2];
                if (gain > best[0]) {
                    best[0] = gain;
                    best[1] = f;
                    best[2] = bin;
                }
            }
        }
    }
}
