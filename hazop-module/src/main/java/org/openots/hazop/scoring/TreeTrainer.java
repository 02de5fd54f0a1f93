package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/**
 * Trains {@link BoostedTrees} for logistic loss with Newton steps (Chen and Guestrin, XGBoost, KDD 2016, equations 5 to
 * 7), numbers sorted into at most 64 bins. The same data give the same trees on every machine.
 */
final class TreeTrainer {
    private static final int BINS = 64;

    /** From so many rows on a node is worth the cost of handing its features to several threads. */
    private static final int WORTH_SPREADING = 4000;

    private final Settings settings;
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

    TreeTrainer(Settings settings, double[][] x, double[] y, double[] w) {
        this.settings = settings;
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
            BoostedTrees.Tree tree = new Grower(g, h).grow();
            trees.add(tree);
            for (int i = 0; i < y.length; i++) {
                sums[i] += tree.of(x[i]);
            }
        }
        return new BoostedTrees(base, trees);
    }

    private final class Grower {
        private final double[] g;
        private final double[] h;
        private final List<double[]> nodes = new ArrayList<>();

        Grower(double[] g, double[] h) {
            this.g = g;
            this.h = h;
        }

        BoostedTrees.Tree grow() {
            int[] all = new int[y.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = i;
            }
            nodes.add(new double[4]);
            split(0, all, settings.depth());
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

        private void split(int node, int[] rows, int depth) {
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
                stored[3] = settings.rate() * sumG / (sumH + settings.ridge());
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
            split(child, left, depth - 1);
            split(child + 1, right, depth - 1);
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
