package org.openots.distillation.field3d.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;

/**
 * The places of a site where one can stand or pass with a bent head, on a grid, with the steps between them. Places are worked out when they are first
 * asked for. A place is a number: cell times {@link #LAYERS} plus its storey.
 */
final class Grid {
    /** Narrower than the strip that is left of a platform of 0.7 m when the body keeps from both edges, m. */
    static final double SPACING = 0.2;

    /** Storeys over one cell. */
    static final int LAYERS = 8;

    /** Around the plant, m: one walks around its outermost parts. */
    private static final double MARGIN = 4;

    /** Farthest place of the grid that stands for a place between, m. */
    private static final double NEAR = 0.6;

    private static final double[] NOWHERE = {};

    private final Ground ground;
    private final double lowX;
    private final double lowZ;
    private final int columns;
    private final int rows;
    private final double[] @Nullable [] cells;
    private final double[] found = new double[16];
    private final double[] scratch = new double[2];
    private final int[] footNodes;
    private final int[] headNodes;

    Grid(Ground ground, Vector3fc low, Vector3fc high) {
        this.ground = ground;
        lowX = Math.floor((low.x() - MARGIN) / SPACING) * SPACING;
        lowZ = Math.floor((low.z() - MARGIN) / SPACING) * SPACING;
        columns = (int) Math.ceil((high.x() + MARGIN - lowX) / SPACING) + 1;
        rows = (int) Math.ceil((high.z() + MARGIN - lowZ) / SPACING) + 1;
        cells = new double[columns * rows][];
        int count = ground.ladders().size();
        footNodes = new int[count];
        headNodes = new int[count];
        for (int i = 0; i < count; i++) {
            Rungs rungs = ground.ladders().get(i);
            footNodes[i] = near(rungs.foot());
            headNodes[i] = near(rungs.head());
        }
    }

    private int near(Rungs.Spot spot) {
        return spot.exists() ? near(spot.x(), spot.y(), spot.z()) : -1;
    }

    int size() {
        return cells.length * LAYERS;
    }

    double x(int node) {
        int column = node / LAYERS % columns;
        return lowX + column * SPACING;
    }

    double z(int node) {
        int row = node / LAYERS / columns;
        return lowZ + row * SPACING;
    }

    double y(int node) {
        return heights(node / LAYERS)[node % LAYERS];
    }

    /** Heights at which one can stand in a cell, upward. */
    private double[] heights(int cell) {
        double[] known = cells[cell];
        if (known == null) {
            known = stands(x(cell * LAYERS), z(cell * LAYERS));
            cells[cell] = known;
        }
        return known;
    }

    private double[] stands(double x, double z) {
        int count = ground.surfaces(x, z, found);
        if (count == 0) {
            return NOWHERE;
        }
        double[] good = new double[Math.min(count, LAYERS)];
        int kept = 0;
        for (int i = 0; i < count && kept < good.length; i++) {
            double height = ground.stand(x, z, found[i], Ground.DUCKED);
            boolean known = Double.isNaN(height);
            for (int j = 0; j < kept; j++) {
                known |= good[j] == height;
            }
            if (!known) {
                good[kept++] = height;
            }
        }
        double[] result = Arrays.copyOf(good, kept);
        Arrays.sort(result);
        return result;
    }

    /** The place of the grid nearest to a place, -1 if there is none near. */
    int near(double x, double y, double z) {
        int column = (int) Math.round((x - lowX) / SPACING);
        int row = (int) Math.round((z - lowZ) / SPACING);
        int reach = (int) Math.ceil(NEAR / SPACING);
        int best = -1;
        double least = NEAR * NEAR;
        for (int r = row - reach; r <= row + reach; r++) {
            for (int c = column - reach; c <= column + reach; c++) {
                if (r < 0 || c < 0 || r >= rows || c >= columns) {
                    continue;
                }
                int cell = r * columns + c;
                double[] heights = heights(cell);
                for (int layer = 0; layer < heights.length; layer++) {
                    int node = cell * LAYERS + layer;
                    double dx = x(node) - x;
                    double dz = z(node) - z;
                    double far = dx * dx + dz * dz;
                    if (far < least && Math.abs(heights[layer] - y) <= Ground.DROP) {
                        least = far;
                        best = node;
                    }
                }
            }
        }
        return best;
    }

    /** Whether a body fits through half way of a step across a corner. */
    private boolean between(int node, int dc, int dr, double height) {
        double x = x(node) + dc * SPACING / 2;
        double z = z(node) + dr * SPACING / 2;
        return ground.clear(x, z, Math.max(y(node), height), Ground.DUCKED, scratch);
    }

    /** A step to another place. */
    record Step(int to, double cost, int ladder, boolean up) {}

    /** Climbing takes longer than walking the same length: the ratio of the speeds of a body. */
    private static final double CLIMB_COST = 2.5;

    /** Getting on and off a ladder costs as much as walking so far, m. */
    private static final double MOUNT_COST = 2;

    /** The places that can be walked or climbed to from a place. */
    List<Step> steps(int node) {
        List<Step> steps = new ArrayList<>(8);
        int cell = node / LAYERS;
        double y = y(node);
        int column = cell % columns;
        int row = cell / columns;
        for (int dr = -1; dr <= 1; dr++) {
            for (int dc = -1; dc <= 1; dc++) {
                int c = column + dc;
                int r = row + dr;
                if ((dr == 0 && dc == 0) || r < 0 || c < 0 || r >= rows || c >= columns) {
                    continue;
                }
                double[] heights = heights(r * columns + c);
                for (int layer = 0; layer < heights.length; layer++) {
                    double rise = heights[layer] - y;
                    boolean walked = rise <= Ground.STEP && rise >= -Ground.DROP;
                    if (walked && (dr == 0 || dc == 0 || between(node, dc, dr, heights[layer]))) {
                        double cost = SPACING * (dr != 0 && dc != 0 ? 1.4142135623730951 : 1) + Math.abs(rise) / 2;
                        steps.add(new Step((r * columns + c) * LAYERS + layer, cost, -1, false));
                    }
                }
            }
        }
        for (int i = 0; i < footNodes.length; i++) {
            if (footNodes[i] >= 0 && headNodes[i] >= 0) {
                double cost = MOUNT_COST + CLIMB_COST * Math.abs(y(headNodes[i]) - y(footNodes[i]));
                if (footNodes[i] == node) {
                    steps.add(new Step(headNodes[i], cost, i, true));
                } else if (headNodes[i] == node) {
                    steps.add(new Step(footNodes[i], cost, i, false));
                }
            }
        }
        return steps;
    }
}
