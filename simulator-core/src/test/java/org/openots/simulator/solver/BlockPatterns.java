package org.openots.simulator.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/** Random sparse block matrices for tests. */
final class BlockPatterns {
    private BlockPatterns() {}

    /** A connected random pattern: a chain of blocks of 1 to 6 states with some extra couplings. */
    static BlockStructure random(Random random) {
        int n = 3 + random.nextInt(10);
        int[] sizes = new int[n];
        for (int i = 0; i < n; i++) {
            sizes[i] = 1 + random.nextInt(6);
        }
        return new BlockStructure(sizes, couplings(random, n));
    }

    static List<int[]> couplings(Random random, int n) {
        List<int[]> couplings = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Integer> to = new ArrayList<>(List.of(i));
            if (i + 1 < n) {
                to.add(i + 1);
            }
            for (int j = 0; j < n; j++) {
                if (random.nextInt(5) == 0) {
                    to.add(j);
                }
            }
            couplings.add(to.stream().mapToInt(Integer::intValue).distinct().toArray());
        }
        return couplings;
    }

    /** Random entries in the whole pattern, fill-in included. */
    static double[] values(Random random, BlockStructure structure) {
        double[] values = new double[structure.storage()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    /** c I - J as a dense matrix. */
    static RealMatrix dense(BlockStructure structure, double c, double[] jacobian) {
        RealMatrix matrix = new Array2DRowRealMatrix(structure.states(), structure.states());
        for (int row = 0; row < structure.blocks(); row++) {
            for (int column = 0; column < structure.blocks(); column++) {
                int at = structure.position(row, column);
                for (int i = 0; at >= 0 && i < structure.size(row); i++) {
                    for (int j = 0; j < structure.size(column); j++) {
                        double value = -jacobian[at + i * structure.size(column) + j];
                        matrix.setEntry(structure.offset(row) + i, structure.offset(column) + j, value);
                    }
                }
            }
        }
        for (int i = 0; i < structure.states(); i++) {
            matrix.addToEntry(i, i, c);
        }
        return matrix;
    }
}
