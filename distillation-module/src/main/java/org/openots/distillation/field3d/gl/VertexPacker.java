package org.openots.distillation.field3d.gl;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.List;
import org.lwjgl.system.MemoryUtil;
import org.openots.distillation.field3d.scene.Mesh;

/** Meshes as the card reads them: 32 bytes a vertex (place, normal, colour, surface), indices of 32 bits over all of them. */
final class VertexPacker implements AutoCloseable {
    /** Bytes of a vertex. */
    static final int STRIDE = 32;

    private final ByteBuffer vertices;
    private final IntBuffer indices;

    VertexPacker(List<Mesh> meshes) {
        int vertexCount = 0;
        int indexCount = 0;
        for (Mesh mesh : meshes) {
            vertexCount += mesh.vertices();
            indexCount += mesh.index().length;
        }
        vertices = MemoryUtil.memAlloc(Math.max(STRIDE, vertexCount * STRIDE));
        indices = MemoryUtil.memAllocInt(Math.max(1, indexCount));
        int base = 0;
        for (Mesh mesh : meshes) {
            put(mesh);
            for (int index : mesh.index()) {
                indices.put(base + index);
            }
            base += mesh.vertices();
        }
        vertices.flip();
        indices.flip();
    }

    private void put(Mesh mesh) {
        for (int i = 0; i < mesh.vertices(); i++) {
            for (int k = 0; k < 3; k++) {
                vertices.putFloat(mesh.position()[3 * i + k]);
            }
            for (int k = 0; k < 3; k++) {
                vertices.putFloat(mesh.normal()[3 * i + k]);
            }
            bytes(mesh.colour()[i]);
            bytes(mesh.surface()[i]);
        }
    }

    /** The four bytes of a number, the highest first. */
    private void bytes(int number) {
        vertices.put((byte) (number >>> 24))
                .put((byte) (number >>> 16))
                .put((byte) (number >>> 8))
                .put((byte) number);
    }

    ByteBuffer vertices() {
        return vertices;
    }

    IntBuffer indices() {
        return indices;
    }

    @Override
    public void close() {
        MemoryUtil.memFree(vertices);
        MemoryUtil.memFree(indices);
    }
}
