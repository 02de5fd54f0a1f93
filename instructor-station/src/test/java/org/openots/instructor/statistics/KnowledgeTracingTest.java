package org.openots.instructor.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KnowledgeTracingTest {
    private static final int LEARNERS = 2000;
    private static final int TRIES = 8;
    private static final int BINS = 5;

    private static List<boolean[]> learners(KnowledgeTracing truth, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<boolean[]> all = new ArrayList<>();
        for (int i = 0; i < LEARNERS; i++) {
            boolean known = random.nextDouble() < truth.known();
            boolean[] tries = new boolean[TRIES];
            for (int j = 0; j < TRIES; j++) {
                tries[j] = random.nextDouble() < (known ? 1 - truth.slip() : truth.guess());
                known |= random.nextDouble() < truth.learned();
            }
            all.add(tries);
        }
        return all;
    }

    /** The largest difference between foretold and seen share of successes, over classes of the foretold one. */
    private static double calibration(KnowledgeTracing model, List<boolean[]> people) {
        double[] foretold = new double[BINS];
        double[] seen = new double[BINS];
        int[] count = new int[BINS];
        for (boolean[] tries : people) {
            double mastery = model.known();
            for (boolean success : tries) {
                double chance = model.chance(mastery);
                int bin = Math.min(BINS - 1, (int) (chance * BINS));
                foretold[bin] += chance;
                seen[bin] += success ? 1 : 0;
                count[bin]++;
                mastery = model.after(mastery, success);
            }
        }
        double worst = 0;
        for (int i = 0; i < BINS; i++) {
            if (count[i] >= 200) {
                worst = Math.max(worst, Math.abs(foretold[i] - seen[i]) / count[i]);
            }
        }
        return worst;
    }

    @Test
    void followsBayes() {
        KnowledgeTracing model = new KnowledgeTracing(0.5, 0.1, 0.1, 0.2);
        // 0.5 0.9 / (0.5 0.9 + 0.5 0.2) = 9/11, then one tenth of the rest is learned
        assertThat(model.after(0.5, true)).isCloseTo(9.0 / 11 + 2.0 / 11 * 0.1, within(1e-15));
        // 0.5 0.1 / (0.5 0.1 + 0.5 0.8) = 1/9
        assertThat(model.after(0.5, false)).isCloseTo(1.0 / 9 + 8.0 / 9 * 0.1, within(1e-15));
        assertThat(model.mastery()).isEqualTo(0.5);
        assertThat(model.mastery(true, true, true)).isGreaterThan(model.mastery(true, true, false));
        assertThatThrownBy(() -> new KnowledgeTracing(0.2, 0.1, 0.5, 0.5)).hasMessageContaining("slip 0.5");
        assertThatThrownBy(() -> new KnowledgeTracing(1.2, 0.1, 0.1, 0.1)).hasMessageContaining("1.2");
    }

    /** The goal is 0.05. */
    @Test
    void isCalibratedOnSimulatedLearners() {
        List<KnowledgeTracing> truths = List.of(
                KnowledgeTracing.USUAL,
                new KnowledgeTracing(0.5, 0.05, 0.2, 0.3),
                new KnowledgeTracing(0.05, 0.3, 0.05, 0.1));
        for (KnowledgeTracing truth : truths) {
            List<boolean[]> past = learners(truth, 1);
            KnowledgeTracing fitted = TracingFit.fit(past, KnowledgeTracing.USUAL);
            assertThat(calibration(fitted, learners(truth, 2)))
                    .as("%s fitted to %s", fitted, truth)
                    .isLessThanOrEqualTo(0.05);
            assertThat(TracingFit.fit(past, KnowledgeTracing.USUAL)).isEqualTo(fitted);
        }
        assertThat(calibration(new KnowledgeTracing(0.9, 0.5, 0.05, 0.3), learners(truths.get(2), 2)))
                .as("the measure sees a wrong model")
                .isGreaterThan(0.1);
    }

    @Test
    void findsTheParametersAgain() {
        KnowledgeTracing truth = new KnowledgeTracing(0.3, 0.2, 0.08, 0.15);
        KnowledgeTracing fitted = TracingFit.fit(learners(truth, 7), KnowledgeTracing.USUAL);
        assertThat(fitted.known()).isCloseTo(truth.known(), within(0.05));
        assertThat(fitted.learned()).isCloseTo(truth.learned(), within(0.05));
        assertThat(fitted.slip()).isCloseTo(truth.slip(), within(0.03));
        assertThat(fitted.guess()).isCloseTo(truth.guess(), within(0.05));
        assertThat(TracingFit.fit(List.of(new boolean[] {true, false}), KnowledgeTracing.USUAL))
                .as("two tries say nothing")
                .isEqualTo(KnowledgeTracing.USUAL);
    }
}
