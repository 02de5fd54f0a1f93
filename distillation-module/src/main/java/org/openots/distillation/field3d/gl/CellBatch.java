package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_TRIANGLES;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_INT;
import static org.lwjgl.opengl.GL33C.glBindVertexArray;
import static org.lwjgl.opengl.GL33C.glMultiDrawElements;

import java.nio.IntBuffer;
import java.util.List;
import org.joml.FrustumIntersection;
import org.joml.Vector3fc;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryUtil;
import org.openots.distillation.field3d.scene.Mesh;

/** What stands still: cells of which those in sight are drawn by one call. */
final class CellBatch implements AutoCloseable {
    private final Geometry geometry;
    private final Bounds[] bounds;
    private final int array;
    private final IntBuffer counts;
    private final PointerBuffer offsets;

    CellBatch(Gpu gpu, List<Mesh> cells) {
        geometry = new Geometry(gpu, cells);
        array = geometry.vertexArray(gpu);
        bounds = cells.stream().map(Bounds::of).toArray(Bounds[]::new);
        counts = MemoryUtil.memAllocInt(Math.max(1, cells.size()));
        offsets = MemoryUtil.memAllocPointer(Math.max(1, cells.size()));
    }

    /** Draws the cells in sight. */
    void draw(FrustumIntersection sight, FrameStatistics statistics) {
        begin();
        for (int i = 0; i < bounds.length; i++) {
            Bounds box = bounds[i];
            if (sight.testAab(box.low(), box.high())) {
                choose(i);
            }
        }
        end(statistics);
    }

    /** Draws the cells that reach into a box. */
    void drawWithin(Vector3fc low, Vector3fc high, FrameStatistics statistics) {
        begin();
        for (int i = 0; i < bounds.length; i++) {
            Bounds box = bounds[i];
            boolean apart = box.low().x > high.x()
                    || box.low().y > high.y()
                    || box.low().z > high.z()
                    || box.high().x < low.x()
                    || box.high().y < low.y()
                    || box.high().z < low.z();
            if (!apart) {
                choose(i);
            }
        }
        end(statistics);
    }

    /** Draws all. */
    void drawAll(FrameStatistics statistics) {
        begin();
        for (int i = 0; i < bounds.length; i++) {
            choose(i);
        }
        end(statistics);
    }

    private void begin() {
        counts.clear();
        offsets.clear();
    }

    private void choose(int cell) {
        counts.put(geometry.count(cell));
        offsets.put(geometry.offset(cell));
    }

    private void end(FrameStatistics statistics) {
        counts.flip();
        offsets.flip();
        if (!counts.hasRemaining()) {
            return;
        }
        long triangles = 0;
        for (int i = 0; i < counts.limit(); i++) {
            triangles += counts.get(i) / 3;
        }
        for (int i = 0; i < counts.limit(); i++) {
            counts.put(i, statistics.told(counts.get(i)));
        }
        glBindVertexArray(array);
        glMultiDrawElements(GL_TRIANGLES, counts, GL_UNSIGNED_INT, offsets);
        statistics.draw(triangles);
    }

    @Override
    public void close() {
        MemoryUtil.memFree(counts);
        MemoryUtil.memFree(offsets);
    }
}
