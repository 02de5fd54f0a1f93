package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_ARRAY_BUFFER;
import static org.lwjgl.opengl.GL33C.GL_ELEMENT_ARRAY_BUFFER;
import static org.lwjgl.opengl.GL33C.GL_FLOAT;
import static org.lwjgl.opengl.GL33C.GL_STATIC_DRAW;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL33C.glBindBuffer;
import static org.lwjgl.opengl.GL33C.glBindVertexArray;
import static org.lwjgl.opengl.GL33C.glBufferData;
import static org.lwjgl.opengl.GL33C.glEnableVertexAttribArray;
import static org.lwjgl.opengl.GL33C.glVertexAttribPointer;

import java.util.List;
import org.openots.distillation.field3d.scene.Mesh;

/** Meshes in one buffer of the card, with where each begins. */
final class Geometry {
    private final int vertexBuffer;
    private final int indexBuffer;
    private final int[] first;
    private final int[] count;

    Geometry(Gpu gpu, List<Mesh> meshes) {
        first = new int[meshes.size()];
        count = new int[meshes.size()];
        int at = 0;
        for (int i = 0; i < first.length; i++) {
            first[i] = at;
            count[i] = meshes.get(i).index().length;
            at += count[i];
        }
        vertexBuffer = gpu.create(Gpu.Kind.BUFFER);
        indexBuffer = gpu.create(Gpu.Kind.BUFFER);
        glBindVertexArray(0);
        try (VertexPacker packed = new VertexPacker(meshes)) {
            glBindBuffer(GL_ARRAY_BUFFER, vertexBuffer);
            glBufferData(GL_ARRAY_BUFFER, packed.vertices(), GL_STATIC_DRAW);
            glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indexBuffer);
            glBufferData(GL_ELEMENT_ARRAY_BUFFER, packed.indices(), GL_STATIC_DRAW);
        }
    }

    /** A vertex array with the four attributes of a vertex; it stays bound. */
    int vertexArray(Gpu gpu) {
        int array = gpu.create(Gpu.Kind.VERTEX_ARRAY);
        glBindVertexArray(array);
        glBindBuffer(GL_ARRAY_BUFFER, vertexBuffer);
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indexBuffer);
        for (int i = 0; i < 4; i++) {
            glEnableVertexAttribArray(i);
        }
        glVertexAttribPointer(0, 3, GL_FLOAT, false, VertexPacker.STRIDE, 0);
        glVertexAttribPointer(1, 3, GL_FLOAT, false, VertexPacker.STRIDE, 12);
        glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, true, VertexPacker.STRIDE, 24);
        glVertexAttribPointer(3, 4, GL_UNSIGNED_BYTE, true, VertexPacker.STRIDE, 28);
        return array;
    }

    /** Bytes before the first index of a mesh. */
    long offset(int mesh) {
        return 4L * first[mesh];
    }

    /** Indices of a mesh. */
    int count(int mesh) {
        return count[mesh];
    }
}
