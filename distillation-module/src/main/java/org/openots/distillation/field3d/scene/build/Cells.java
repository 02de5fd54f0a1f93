package org.openots.distillation.field3d.scene.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openots.distillation.field3d.scene.Mesh;

/** Cuts a mesh into square cells of the ground, each triangle by its middle. */
final class Cells {
    /** Side of a cell, m: what fits into a look between two columns of a plant. */
    static final double SIDE = 8;

    /** More cells than this cost more calls than they save; the side grows until there are fewer. */
    static final int MOST = 30;

    private Cells() {}

    static List<Mesh> cut(Mesh mesh) {
        double side = SIDE;
        Map<Long, int[]> cells = sort(mesh, side);
        while (cells.size() > MOST) {
            side *= 1.3;
            cells = sort(mesh, side);
        }
        List<Mesh> meshes = new ArrayList<>();
        for (int[] index : cells.values()) {
            meshes.add(pick(mesh, index));
        }
        return meshes;
    }

    private static Map<Long, int[]> sort(Mesh mesh, double side) {
        int[] index = mesh.index();
        float[] p = mesh.position();
        Map<Long, int[]> cells = new TreeMap<>();
        Map<Long, Integer> sizes = new TreeMap<>();
        for (int i = 0; i < index.length; i += 3) {
            double x = (p[3 * index[i]] + p[3 * index[i + 1]] + p[3 * index[i + 2]]) / 3.0;
            double z = (p[3 * index[i] + 2] + p[3 * index[i + 1] + 2] + p[3 * index[i + 2] + 2]) / 3.0;
            long key = ((long) Math.floor(z / side) << 32) + (long) Math.floor(x / side);
            int size = sizes.getOrDefault(key, 0);
            int[] list = cells.computeIfAbsent(key, k -> new int[3072]);
            if (size + 3 > list.length) {
                list = Arrays.copyOf(list, 2 * list.length);
                cells.put(key, list);
            }
            System.arraycopy(index, i, list, size, 3);
            sizes.put(key, size + 3);
        }
        cells.replaceAll((key, list) -> Arrays.copyOf(list, sizes.getOrDefault(key, 0)));
        return cells;
    }

    private static Mesh pick(Mesh mesh, int[] index) {
        int[] now = new int[mesh.vertices()];
        Arrays.fill(now, -1);
        int[] old = new int[Math.min(index.length, mesh.vertices())];
        int[] next = new int[index.length];
        int count = 0;
        for (int i = 0; i < index.length; i++) {
            if (now[index[i]] < 0) {
                now[index[i]] = count;
                old[count++] = index[i];
            }
            next[i] = now[index[i]];
        }
        float[] position = new float[3 * count];
        float[] normal = new float[3 * count];
        int[] colour = new int[count];
        int[] surface = new int[count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(mesh.position(), 3 * old[i], position, 3 * i, 3);
            System.arraycopy(mesh.normal(), 3 * old[i], normal, 3 * i, 3);
            colour[i] = mesh.colour()[old[i]];
            surface[i] = mesh.surface()[old[i]];
        }
        return new Mesh(position, normal, colour, surface, next);
    }
}
