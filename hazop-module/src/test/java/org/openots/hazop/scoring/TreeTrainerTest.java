package org.openots.hazop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Training of trees. */
class TreeTrainerTest {
    private static final TreeTrainer.Settings SETTINGS = new TreeTrainer.Settings(60, 3, 0.2, 1, 1);

    /** Yes where exactly one of two numbers is above a half: no single question tells it. */
    private static BoostedTrees trained() {
        Random random = new Random(7);
        double[][] x = new double[600][3];
        double[] y = new double[x.length];
        double[] w = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            y[i] = x[i][0] > 0.5 ^ x[i][1] > 0.5 ? 1 : 0;
            w[i] = 1;
        }
        return new TreeTrainer(SETTINGS, TreeTrainer.Restraint.NONE, x, y, w).train();
    }

    @Test
    void learnsWhatTakesTwoQuestions() {
        BoostedTrees model = trained();
        assertThat(model.probability(new double[] {0.9, 0.1, 0.5})).isGreaterThan(0.9);
        assertThat(model.probability(new double[] {0.1, 0.9, 0.5})).isGreaterThan(0.9);
        assertThat(model.probability(new double[] {0.9, 0.9, 0.5})).isLessThan(0.1);
        assertThat(model.probability(new double[] {0.1, 0.1, 0.5})).isLessThan(0.1);
    }

    @Test
    void sameDataGiveTheSameTrees() {
        double[] x = {0.31, 0.77, 0.1};
        assertThat(trained().probability(x)).isEqualTo(trained().probability(x));
    }

    @Test
    void aRisingNumberNeverLowersTheAnswer() {
        Random random = new Random(3);
        double[][] x = new double[400][2];
        double[] y = new double[x.length];
        double[] w = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {random.nextDouble(), random.nextDouble()};
            // mostly falls with the first number, against the rule
            y[i] = random.nextDouble() < 0.9 - 0.8 * x[i][0] * x[i][1] ? 1 : 0;
            w[i] = 1;
        }
        TreeTrainer.Restraint rule = new TreeTrainer.Restraint(0.9, 0.8, new int[] {1, 0});
        BoostedTrees model = new TreeTrainer(SETTINGS, rule, x, y, w).train();
        for (double second = 0.05; second < 1; second += 0.1) {
            double before = 0;
            for (double first = 0; first <= 1; first += 0.05) {
                double now = model.probability(new double[] {first, second});
                assertThat(now).isGreaterThanOrEqualTo(before);
                before = now;
            }
        }
    }
}
