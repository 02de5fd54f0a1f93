package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_ARRAY_BUFFER;
import static org.lwjgl.opengl.GL33C.GL_BLEND;
import static org.lwjgl.opengl.GL33C.GL_FLOAT;
import static org.lwjgl.opengl.GL33C.GL_ONE;
import static org.lwjgl.opengl.GL33C.GL_ONE_MINUS_SRC_ALPHA;
import static org.lwjgl.opengl.GL33C.GL_STREAM_DRAW;
import static org.lwjgl.opengl.GL33C.GL_TRIANGLE_STRIP;
import static org.lwjgl.opengl.GL33C.glBindBuffer;
import static org.lwjgl.opengl.GL33C.glBindVertexArray;
import static org.lwjgl.opengl.GL33C.glBlendFunc;
import static org.lwjgl.opengl.GL33C.glBufferData;
import static org.lwjgl.opengl.GL33C.glBufferSubData;
import static org.lwjgl.opengl.GL33C.glDepthMask;
import static org.lwjgl.opengl.GL33C.glDisable;
import static org.lwjgl.opengl.GL33C.glDrawArraysInstanced;
import static org.lwjgl.opengl.GL33C.glEnable;
import static org.lwjgl.opengl.GL33C.glEnableVertexAttribArray;
import static org.lwjgl.opengl.GL33C.glVertexAttribDivisor;
import static org.lwjgl.opengl.GL33C.glVertexAttribPointer;

import java.nio.FloatBuffer;
import java.util.List;
import org.lwjgl.system.MemoryUtil;
import org.openots.distillation.field3d.state.Frame;

/** Draws {@link Particles} by one call. */
final class ParticleBatch implements AutoCloseable {
    private final Particles particles;
    private final Program program;
    private final int array;
    private final int buffer;
    private final FloatBuffer numbers;

    ParticleBatch(Gpu gpu, SkyVolume sky, List<String> defines) {
        particles = new Particles(sky);
        program = new Program(gpu, "particle", defines);
        array = gpu.create(Gpu.Kind.VERTEX_ARRAY);
        buffer = gpu.create(Gpu.Kind.BUFFER);
        numbers = MemoryUtil.memAllocFloat(Particles.MOST * Particles.NUMBERS);
        glBindVertexArray(array);
        glBindBuffer(GL_ARRAY_BUFFER, buffer);
        glBufferData(GL_ARRAY_BUFFER, 4L * numbers.capacity(), GL_STREAM_DRAW);
        for (int i = 0; i < 3; i++) {
            glEnableVertexAttribArray(i);
            glVertexAttribPointer(i, 4, GL_FLOAT, false, 4 * Particles.NUMBERS, 16L * i);
            glVertexAttribDivisor(i, 1);
        }
        glBindVertexArray(0);
    }

    void draw(Frame frame, FrameStatistics statistics) {
        int n = particles.fill(frame);
        if (n == 0) {
            return;
        }
        numbers.clear();
        numbers.put(particles.numbers(), 0, n * Particles.NUMBERS).flip();
        glBindBuffer(GL_ARRAY_BUFFER, buffer);
        glBufferData(GL_ARRAY_BUFFER, 4L * numbers.capacity(), GL_STREAM_DRAW);
        glBufferSubData(GL_ARRAY_BUFFER, 0, numbers);
        glEnable(GL_BLEND);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        glDepthMask(false);
        program.use();
        glBindVertexArray(array);
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, statistics.told(n));
        statistics.draw(2L * n);
        glDepthMask(true);
        glDisable(GL_BLEND);
    }

    @Override
    public void close() {
        MemoryUtil.memFree(numbers);
    }
}
