package org.openots.instructor.headless.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Labels of equal height beside each other's lines: as near to the wanted places as they can be without overlap. */
final class LabelColumn {
    private LabelColumn() {}

    /**
     * Places labels. Those that would overlap form a block around the mean of their wanted places, and blocks that then
     * touch join; equal wishes keep their order.
     *
     * @param wanted middle of each label
     * @param height of a label with its gap
     * @param top upper edge of the column
     * @param bottom lower edge; if the labels are higher than the column, they begin at its top
     * @return middle of each label
     */
    static double[] place(double[] wanted, double height, double top, double bottom) {
        List<Integer> order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wanted[i]))
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (int label : order) {
            Block block = new Block(1, wanted[label]);
            while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).overlaps(block, height)) {
                block = blocks.remove(blocks.size() - 1).with(block);
            }
            blocks.add(block);
        }
        double[] placed = new double[wanted.length];
        int next = 0;
        for (Block block : blocks) {
            double first = block.middle - (block.count - 1) * height / 2;
            for (int i = 0; i < block.count; i++) {
                placed[order.get(next)] = first + i * height;
                next++;
            }
        }
        keepInside(placed, order, height, top, bottom);
        return placed;
    }

    /** From the bottom up and then from the top down, so that the top wins. */
    private static void keepInside(double[] placed, List<Integer> order, double height, double top, double bottom) {
        double limit = bottom - height / 2;
        for (int i = order.size() - 1; i >= 0; i--) {
            placed[order.get(i)] = Math.min(placed[order.get(i)], limit);
            limit = placed[order.get(i)] - height;
        }
        limit = top + height / 2;
        for (int label : order) {
            placed[label] = Math.max(placed[label], limit);
            limit = placed[label] + height;
        }
    }

    private record Block(int count, double middle) {
        boolean overlaps(Block below, double height) {
            return below.middle - middle < (count + below.count) * height / 2;
        }

        Block with(Block below) {
            int both = count + below.count;
            return new Block(both, (count * middle + below.count * below.middle) / both);
        }
    }
}
