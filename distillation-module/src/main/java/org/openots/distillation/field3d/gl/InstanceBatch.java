package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_ARRAY_BUFFER;
import static org.lwjgl.opengl.GL33C.GL_FLOAT;
import static org.lwjgl.opengl.GL33C.GL_STREAM_DRAW;
import static org.lwjgl.opengl.GL33C.GL_TRIANGLES;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_INT;
import static org.lwjgl.opengl.GL33C.glBindBuffer;
import static org.lwjgl.opengl.GL33C.glBindVertexArray;
import static org.lwjgl.opengl.GL33C.glBufferData;
import static org.lwjgl.opengl.GL33C.glBufferSubData;
import static org.lwjgl.opengl.GL33C.glDrawElementsInstanced;
import static org.lwjgl.opengl.GL33C.glEnableVertexAttribArray;
import static org.lwjgl.opengl.GL33C.glVertexAttribDivisor;
import static org.lwjgl.opengl.GL33C.glVertexAttribPointer;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.joml.Matrix4fc;
import org.lwjgl.system.MemoryUtil;
import org.openots.distillation.field3d.scene.Mesh;

/** Shapes that stand in many places: one call a shape. An instance is 12 numbers of its place, its tint and four bytes of glow. */
final class InstanceBatch implements AutoCloseable {
    private static final int STRIDE = 56;

    private final Geometry geometry;
    private final int[] arrays;
    private final int[] base;
    private final int[] count;
    private final int buffer;
    private final ByteBuffer bytes;

    /**
     * Makes room.
     *
     * @param gpu owner
     * @param meshes the shapes
     * @param capacity instances of each at most
     */
    InstanceBatch(Gpu gpu, List<Mesh> meshes, int[] capacity) {
        geometry = new Geometry(gpu, meshes);
        arrays = new int[meshes.size()];
        base = new int[meshes.size()];
        count = new int[meshes.size()];
        int total = 0;
        for (int i = 0; i < base.length; i++) {
            base[i] = total;
            total += capacity[i];
        }
        bytes = MemoryUtil.memCalloc(Math.max(1, total) * STRIDE);
        buffer = gpu.create(Gpu.Kind.BUFFER);
        glBindBuffer(GL_ARRAY_BUFFER, buffer);
        glBufferData(GL_ARRAY_BUFFER, bytes.capacity(), GL_STREAM_DRAW);
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = geometry.vertexArray(gpu);
            attributes((long) base[i] * STRIDE);
        }
        glBindVertexArray(0);
    }

    private void attributes(long offset) {
        glBindBuffer(GL_ARRAY_BUFFER, buffer);
        for (int row = 0; row < 3; row++) {
            glVertexAttribPointer(4 + row, 4, GL_FLOAT, false, STRIDE, offset + 16L * row);
        }
        glVertexAttribPointer(7, 4, GL_UNSIGNED_BYTE, true, STRIDE, offset + 48);
        glVertexAttribPointer(8, 4, GL_UNSIGNED_BYTE, true, STRIDE, offset + 52);
        for (int i = 4; i <= 8; i++) {
            glEnableVertexAttribArray(i);
            glVertexAttribDivisor(i, 1);
        }
    }

    /** Forgets the instances. */
    void clear() {
        Arrays.fill(count, 0);
    }

    /**
     * Adds an instance.
     *
     * @param mesh which shape
     * @param place from its axes to the site's
     * @param tint 0xRRGGBBAA
     * @param glow four bytes, the highest first: factor and addend of emission, highlight, spare
     */
    void add(int mesh, Matrix4fc place, int tint, int glow) {
        int at = (base[mesh] + count[mesh]++) * STRIDE;
        bytes.putFloat(at, place.m00()).putFloat(at + 4, place.m10());
        bytes.putFloat(at + 8, place.m20()).putFloat(at + 12, place.m30());
        bytes.putFloat(at + 16, place.m01()).putFloat(at + 20, place.m11());
        bytes.putFloat(at + 24, place.m21()).putFloat(at + 28, place.m31());
        bytes.putFloat(at + 32, place.m02()).putFloat(at + 36, place.m12());
        bytes.putFloat(at + 40, place.m22()).putFloat(at + 44, place.m32());
        bytes.putInt(at + 48, Integer.reverseBytes(tint)).putInt(at + 52, Integer.reverseBytes(glow));
    }

    /** Hands the instances to the card. */
    void upload() {
        glBindBuffer(GL_ARRAY_BUFFER, buffer);
        // a new store each time, so that the card need not finish with the old one
        glBufferData(GL_ARRAY_BUFFER, bytes.capacity(), GL_STREAM_DRAW);
        glBufferSubData(GL_ARRAY_BUFFER, 0, bytes);
    }

    void draw(FrameStatistics statistics) {
        for (int i = 0; i < arrays.length; i++) {
            if (count[i] > 0) {
                glBindVertexArray(arrays[i]);
                int instances = statistics.told(count[i]);
                glDrawElementsInstanced(
                        GL_TRIANGLES, geometry.count(i), GL_UNSIGNED_INT, geometry.offset(i), instances);
                statistics.draw((long) geometry.count(i) / 3 * count[i]);
            }
        }
    }

    @Override
    public void close() {
        MemoryUtil.memFree(bytes);
    }
}
