package org.openots.distillation.field3d.scene;

/**
 * Triangles. The arrays belong to the mesh and are not changed.
 *
 * @param position 3 numbers a vertex, m
 * @param normal 3 numbers a vertex, length 1
 * @param colour one a vertex, 0xRRGGBBAA, sRGB
 * @param surface one a vertex, four bytes 0xRRMMEEPP: roughness, metalness, emission (0 to 255 for 0 to 1; of a thin bar its
 *     radius), ordinal of the {@link Pattern}
 * @param index 3 a triangle, counter-clockwise from outside
 */
public record Mesh(float[] position, float[] normal, int[] colour, int[] surface, int[] index) {
    /** Refuses arrays that do not belong together. */
    public Mesh {
        int vertices = colour.length;
        if (position.length != 3 * vertices || normal.length != 3 * vertices || surface.length != vertices) {
            throw new IllegalArgumentException("a mesh of " + vertices + " vertices has " + position.length
                    + " coordinates, " + normal.length + " of normals, " + surface.length + " surfaces");
        }
        if (index.length % 3 != 0) {
            throw new IllegalArgumentException(index.length + " indices are no triangles");
        }
    }

    /**
     * Its size.
     *
     * @return vertices
     */
    public int vertices() {
        return colour.length;
    }

    /**
     * Its size.
     *
     * @return triangles
     */
    public int triangles() {
        return index.length / 3;
    }
}
