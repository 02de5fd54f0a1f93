package org.openots.simulator.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

class BlockLuTest {
    private static final long SEED = 4711;

    @Test
    void solvesWhatADenseFactorisationSolves() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 200; trial++) {
            BlockStructure structure = BlockPatterns.random(random);
            double[] jacobian = BlockPatterns.values(random, structure);
            double c = 10 + 50 * random.nextDouble();
            double[] b = random.doubles(structure.states(), -1, 1).toArray();
            BlockLu lu = new BlockLu(structure);
            assertThat(lu.factor(c, jacobian)).isTrue();
            double[] x = b.clone();
            lu.solve(x);
            double[] expected = new LUDecomposition(BlockPatterns.dense(structure, c, jacobian))
                    .getSolver()
                    .solve(new ArrayRealVector(b))
                    .toArray();
            double miss = new ArrayRealVector(x)
                    .subtract(new ArrayRealVector(expected))
                    .getNorm();
            assertThat(miss / new ArrayRealVector(expected).getNorm())
                    .as("seed %s trial %s", SEED, trial)
                    .isLessThan(1e-10);
        }
    }

    @Test
    void factorsCanBeMadeAnewAndUsedOften() {
        Random random = new Random(SEED + 1);
        BlockStructure structure = BlockPatterns.random(random);
        BlockLu lu = new BlockLu(structure);
        double[] first = BlockPatterns.values(random, structure);
        double[] b = random.doubles(structure.states(), -1, 1).toArray();
        assertThat(lu.factor(20, first)).isTrue();
        double[] once = b.clone();
        lu.solve(once);
        assertThat(lu.factor(33, BlockPatterns.values(random, structure))).isTrue();
        assertThat(lu.factor(20, first)).isTrue();
        double[] again = b.clone();
        lu.solve(again);
        assertThat(again).containsExactly(once);
    }

    /**
     * Blocks whose third row is that of a trace, a billionth of the others but for its own column, in which the fourth row
     * is larger: its equation must hold to rounding of its own size, for a balance of the trace is made of it.
     */
    @Test
    void theEquationOfATraceHoldsToRoundingOfItsOwnSize() {
        Random random = new Random(SEED + 2);
        for (int trial = 0; trial < 100; trial++) {
            BlockStructure structure = new BlockStructure(new int[] {4}, List.of(new int[] {0}));
            double[] jacobian = random.doubles(16, -1, 1).toArray();
            for (int j = 0; j < 4; j++) {
                jacobian[8 + j] *= 1e-9;
            }
            jacobian[14] = 10;
            double c = 4;
            double[] b = {1, -2, 1e-9, 3};
            double[] x = b.clone();
            BlockLu lu = new BlockLu(structure);
            assertThat(lu.factor(c, jacobian)).isTrue();
            lu.solve(x);
            double miss = c * x[2] - b[2];
            double size = Math.abs(c * x[2]) + b[2];
            for (int j = 0; j < 4; j++) {
                miss -= jacobian[8 + j] * x[j];
                size += Math.abs(jacobian[8 + j] * x[j]);
            }
            assertThat(Math.abs(miss) / size)
                    .as("seed %s trial %s", SEED + 2, trial)
                    .isLessThan(1e-14);
        }
    }

    @Test
    void pivotsInsideABlockWithAZeroOnItsDiagonal() {
        BlockStructure structure = new BlockStructure(new int[] {2}, List.of(new int[] {0}));
        BlockLu lu = new BlockLu(structure);
        assertThat(lu.factor(0, new double[] {0, -2, -4, 0})).isTrue();
        double[] b = {6, 8};
        lu.solve(b);
        assertThat(b).containsExactly(2, 3);
    }

    @Test
    void aSingularOrUndefinedBlockIsReported() {
        BlockStructure structure = new BlockStructure(new int[] {2}, List.of(new int[] {0}));
        BlockLu lu = new BlockLu(structure);
        assertThat(lu.factor(0, new double[] {1, 2, 2, 4})).isFalse();
        assertThat(lu.factor(0, new double[] {Double.NaN, 2, 2, 4})).isFalse();
        assertThat(lu.factor(0, new double[] {Double.POSITIVE_INFINITY, 2, 2, 4}))
                .isFalse();
    }

    @Test
    void onlyCoupledBlocksAreStored() {
        BlockStructure chain =
                new BlockStructure(new int[] {2, 3, 1}, List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {2}));
        assertThat(chain.states()).isEqualTo(6);
        assertThat(chain.position(0, 2)).isEqualTo(-1);
        assertThat(chain.position(2, 0)).isEqualTo(-1);
        assertThat(chain.storage()).isEqualTo(4 + 6 + 6 + 9 + 3 + 3 + 1);
        BlockStructure star =
                new BlockStructure(new int[] {1, 1, 1}, List.of(new int[] {0, 1, 2}, new int[] {1}, new int[] {2}));
        assertThat(star.position(1, 2))
                .as("fill-in of eliminating the centre first")
                .isNotNegative();
    }
}
