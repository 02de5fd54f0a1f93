package org.openots.distillation.field3d.body;

import java.util.Arrays;
import java.util.List;

/** Which of many flat boxes lie near a place: lists of numbers in square cells. Does not change once built. */
final class CellIndex {
    /** Cells about as large as a pump: few boxes in each, few cells in all, m. */
    private static final double SIZE = 2;

    /** A site larger than this is cut into no more cells a side; its outermost cells then hold what is farther out. */
    private static final int MOST = 256;

    private static final int[] NOTHING = {};

    private final double lowX;
    private final double lowZ;
    private final int columns;
    private final int rows;
    private final int[][] cells;

    /**
     * Sorts boxes into cells.
     *
     * @param boxes low x, low z, high x, high z of each
     * @param margin how far from a box a place still counts as near, m
     */
    CellIndex(List<double[]> boxes, double margin) {
        double minX = Double.POSITIVE_INFINITY;
        double minZ = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxZ = Double.NEGATIVE_INFINITY;
        for (double[] box : boxes) {
            minX = Math.min(minX, box[0]);
            minZ = Math.min(minZ, box[1]);
            maxX = Math.max(maxX, box[2]);
            maxZ = Math.max(maxZ, box[3]);
        }
        boolean empty = boxes.isEmpty();
        lowX = empty ? 0 : minX - margin;
        lowZ = empty ? 0 : minZ - margin;
        columns = empty ? 1 : cellsIn(maxX - minX + 2 * margin);
        rows = empty ? 1 : cellsIn(maxZ - minZ + 2 * margin);
        cells = new int[columns * rows][];
        for (int i = 0; i < boxes.size(); i++) {
            add(i, boxes.get(i), margin);
        }
    }

    private static int cellsIn(double length) {
        return (int) Math.max(1, Math.min(MOST, Math.ceil(length / SIZE)));
    }

    private void add(int number, double[] box, double margin) {
        int toX = column(box[2] + margin);
        int toZ = row(box[3] + margin);
        for (int row = row(box[1] - margin); row <= toZ; row++) {
            for (int column = column(box[0] - margin); column <= toX; column++) {
                int cell = row * columns + column;
                int[] old = cells[cell] == null ? NOTHING : cells[cell];
                int[] longer = Arrays.copyOf(old, old.length + 1);
                longer[old.length] = number;
                cells[cell] = longer;
            }
        }
    }

    /** Numbers of the boxes near a place, in their order. */
    int[] near(double x, double z) {
        int[] found = cells[row(z) * columns + column(x)];
        return found == null ? NOTHING : found;
    }

    private int column(double x) {
        return (int) Math.max(0, Math.min(columns - 1, (x - lowX) / SIZE));
    }

    private int row(double z) {
        return (int) Math.max(0, Math.min(rows - 1, (z - lowZ) / SIZE));
    }
}
