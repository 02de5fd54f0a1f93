package org.openots.simulator.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EliminationOrderTest {
    private static final long SEED = 99;

    @Test
    void orderIsAPermutationAndRepeatable() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 100; trial++) {
            int n = 1 + random.nextInt(30);
            List<int[]> couplings = BlockPatterns.couplings(random, n);
            int[] order = EliminationOrder.minimumFill(couplings);
            assertThat(IntStream.of(order).sorted().toArray())
                    .as("seed %s trial %s", SEED, trial)
                    .containsExactly(IntStream.range(0, n).toArray());
            assertThat(EliminationOrder.minimumFill(couplings)).containsExactly(order);
        }
    }

    @Test
    void aTreeIsEliminatedWithoutFill() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 50; trial++) {
            int n = 2 + random.nextInt(30);
            List<int[]> tree = new ArrayList<>();
            tree.add(new int[] {0});
            for (int i = 1; i < n; i++) {
                tree.add(new int[] {i, random.nextInt(i)});
            }
            assertThat(blocksStored(tree)).as("seed %s trial %s", SEED, trial).isEqualTo(n + 2 * (n - 1));
        }
    }

    @Test
    void theCentreOfAStarComesLateAndEqualsKeepTheirOrder() {
        List<int[]> star =
                List.of(new int[] {0, 1, 2, 3, 4}, new int[] {1}, new int[] {2}, new int[] {3}, new int[] {4});
        assertThat(EliminationOrder.minimumFill(star)).containsExactly(1, 2, 3, 0, 4);
    }

    @Test
    void fillIsNeverMoreThanInTheGivenOrderForARing() {
        int n = 12;
        List<int[]> ring = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ring.add(new int[] {i, (i * 5 + 5) % n, (i + 1) % n});
        }
        assertThat(blocksStored(ring)).isLessThanOrEqualTo(blocksStoredAsGiven(ring));
    }

    private static int blocksStored(List<int[]> couplings) {
        int[] order = EliminationOrder.minimumFill(couplings);
        int[] place = new int[order.length];
        for (int k = 0; k < order.length; k++) {
            place[order[k]] = k;
        }
        List<int[]> renamed = new ArrayList<>();
        for (int block : order) {
            renamed.add(IntStream.of(couplings.get(block)).map(j -> place[j]).toArray());
        }
        return blocksStoredAsGiven(renamed);
    }

    private static int blocksStoredAsGiven(List<int[]> couplings) {
        int[] ones = IntStream.generate(() -> 1).limit(couplings.size()).toArray();
        return new BlockStructure(ones, couplings).storage();
    }
}
