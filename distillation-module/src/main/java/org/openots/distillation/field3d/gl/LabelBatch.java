package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_ARRAY_BUFFER;
import static org.lwjgl.opengl.GL33C.GL_BLEND;
import static org.lwjgl.opengl.GL33C.GL_CULL_FACE;
import static org.lwjgl.opengl.GL33C.GL_ELEMENT_ARRAY_BUFFER;
import static org.lwjgl.opengl.GL33C.GL_FLOAT;
import static org.lwjgl.opengl.GL33C.GL_ONE_MINUS_SRC_ALPHA;
import static org.lwjgl.opengl.GL33C.GL_POLYGON_OFFSET_FILL;
import static org.lwjgl.opengl.GL33C.GL_SRC_ALPHA;
import static org.lwjgl.opengl.GL33C.GL_STATIC_DRAW;
import static org.lwjgl.opengl.GL33C.GL_STREAM_DRAW;
import static org.lwjgl.opengl.GL33C.GL_TRIANGLES;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_INT;
import static org.lwjgl.opengl.GL33C.glBindBuffer;
import static org.lwjgl.opengl.GL33C.glBindVertexArray;
import static org.lwjgl.opengl.GL33C.glBlendFunc;
import static org.lwjgl.opengl.GL33C.glBufferData;
import static org.lwjgl.opengl.GL33C.glBufferSubData;
import static org.lwjgl.opengl.GL33C.glDepthMask;
import static org.lwjgl.opengl.GL33C.glDisable;
import static org.lwjgl.opengl.GL33C.glDrawElements;
import static org.lwjgl.opengl.GL33C.glEnable;
import static org.lwjgl.opengl.GL33C.glEnableVertexAttribArray;
import static org.lwjgl.opengl.GL33C.glPolygonOffset;
import static org.lwjgl.opengl.GL33C.glVertexAttribPointer;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3f;
import org.lwjgl.system.MemoryUtil;
import org.openots.distillation.field3d.scene.Label;
import org.openots.distillation.field3d.state.Figure;
import org.openots.distillation.field3d.state.Frame;

/** Words in the world: signs and plates, drawn by one call, and the names above people's heads, drawn by another. */
final class LabelBatch implements AutoCloseable {
    /** Bytes of a corner: place, place in the atlas, colour. */
    private static final int STRIDE = 24;

    /** Letters of all names at most. */
    private static final int NAMES = 256;

    /** Line to line, em. */
    private static final float LINE = 1.3f;

    /** Middle of a Chinese letter above the base line, em (Noto Sans SC: from -0.12 to 0.88). */
    private static final float MIDDLE = 0.37f;

    private final GlyphAtlas atlas;
    private final Program program;
    private final Program outlined;
    private final int signs;
    private final int signLetters;
    private final int names;
    private final int nameBuffer;
    private final ByteBuffer corners;
    private final Matrix4f place = new Matrix4f();
    private final Vector3f point = new Vector3f();

    LabelBatch(Gpu gpu, GlyphAtlas atlas, List<Label> labels, List<String> defines) {
        this.atlas = atlas;
        program = new Program(gpu, "label", defines);
        List<String> more = new java.util.ArrayList<>(defines);
        more.add("OUTLINED 1");
        outlined = new Program(gpu, "label", more);
        int letters = labels.stream().mapToInt(label -> label.text().length()).sum();
        ByteBuffer bytes = MemoryUtil.memAlloc(Math.max(1, letters) * 4 * STRIDE);
        for (Label label : labels) {
            lay(bytes, label.text(), label.place(), label.height(), label.colour());
        }
        bytes.flip();
        signLetters = bytes.limit() / (4 * STRIDE);
        signs = vertexArray(gpu, gpu.create(Gpu.Kind.BUFFER), Math.max(1, signLetters));
        glBufferData(GL_ARRAY_BUFFER, bytes, GL_STATIC_DRAW);
        MemoryUtil.memFree(bytes);
        nameBuffer = gpu.create(Gpu.Kind.BUFFER);
        names = vertexArray(gpu, nameBuffer, NAMES);
        corners = MemoryUtil.memAlloc(NAMES * 4 * STRIDE);
        glBufferData(GL_ARRAY_BUFFER, corners.capacity(), GL_STREAM_DRAW);
        glBindVertexArray(0);
    }

    private static int vertexArray(Gpu gpu, int buffer, int letters) {
        int array = gpu.create(Gpu.Kind.VERTEX_ARRAY);
        glBindVertexArray(array);
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, gpu.create(Gpu.Kind.BUFFER));
        IntBuffer index = MemoryUtil.memAllocInt(6 * letters);
        for (int i = 0; i < letters; i++) {
            int at = 4 * i;
            index.put(at).put(at + 1).put(at + 2).put(at).put(at + 2).put(at + 3);
        }
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, index.flip(), GL_STATIC_DRAW);
        MemoryUtil.memFree(index);
        glBindBuffer(GL_ARRAY_BUFFER, buffer);
        glVertexAttribPointer(0, 3, GL_FLOAT, false, STRIDE, 0);
        glVertexAttribPointer(1, 2, GL_FLOAT, false, STRIDE, 12);
        glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, true, STRIDE, 20);
        for (int i = 0; i < 3; i++) {
            glEnableVertexAttribArray(i);
        }
        return array;
    }

    /** Lays the letters of a text, centred on the plane of a place. */
    private void lay(ByteBuffer to, String text, Matrix4fc plane, float height, int colour) {
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lines++;
            }
        }
        int from = 0;
        for (int line = 0; line < lines; line++) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            float base = ((lines - 1) / 2f - line) * LINE - MIDDLE;
            float pen = -length(text, from, end) / 2;
            for (int i = from; i < end; i += Character.charCount(text.codePointAt(i))) {
                GlyphAtlas.Glyph glyph = atlas.glyph(text.codePointAt(i));
                if (glyph.width() > 0 && to.remaining() >= 4 * STRIDE) {
                    letter(to, glyph, plane, height, pen, base, colour);
                }
                pen += glyph.advance();
            }
            from = end + 1;
        }
    }

    private float length(String text, int from, int end) {
        float sum = 0;
        for (int i = from; i < end; i += Character.charCount(text.codePointAt(i))) {
            sum += atlas.glyph(text.codePointAt(i)).advance();
        }
        return sum;
    }

    private void letter(
            ByteBuffer to, GlyphAtlas.Glyph glyph, Matrix4fc plane, float height, float pen, float base, int colour) {
        for (int corner = 0; corner < 4; corner++) {
            int right = corner == 1 || corner == 2 ? 1 : 0;
            int up = corner >= 2 ? 1 : 0;
            point.set(
                    (pen + glyph.left() + right * glyph.width()) * height,
                    (base + glyph.top() - (1 - up) * glyph.height()) * height,
                    0);
            plane.transformPosition(point);
            to.putFloat(point.x).putFloat(point.y).putFloat(point.z);
            to.putFloat(glyph.u() + right * glyph.width() * GlyphAtlas.EM / GlyphAtlas.WIDTH);
            to.putFloat(glyph.v() + (1 - up) * glyph.height() * GlyphAtlas.EM / GlyphAtlas.HEIGHT);
            to.put((byte) (colour >>> 24))
                    .put((byte) (colour >>> 16))
                    .put((byte) (colour >>> 8))
                    .put((byte) colour);
        }
    }

    /** Draws the signs, then the names of the people in the frame. */
    void draw(Frame frame, FrameStatistics statistics) {
        corners.clear();
        for (Figure figure : frame.figures()) {
            place.translation(
                            figure.foot().x(),
                            figure.foot().y() + 2.12f,
                            figure.foot().z())
                    .rotateY(frame.camera().yaw());
            lay(corners, figure.name(), place, 0.16f, 0xFFFFFFFF);
        }
        corners.flip();
        atlas.bind();
        glEnable(GL_BLEND);
        glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
        glDepthMask(false);
        glEnable(GL_POLYGON_OFFSET_FILL);
        // words lie on their plates: they win against what is as deep as they are
        glPolygonOffset(-1.5f, -6);
        glEnable(GL_CULL_FACE);
        if (signLetters > 0) {
            program.use();
            glBindVertexArray(signs);
            glDrawElements(GL_TRIANGLES, statistics.told(6 * signLetters), GL_UNSIGNED_INT, 0);
            statistics.draw(2L * signLetters);
        }
        if (corners.hasRemaining()) {
            outlined.use();
            glBindVertexArray(names);
            glBindBuffer(GL_ARRAY_BUFFER, nameBuffer);
            glBufferSubData(GL_ARRAY_BUFFER, 0, corners);
            int letters = corners.limit() / (4 * STRIDE);
            glDrawElements(GL_TRIANGLES, statistics.told(6 * letters), GL_UNSIGNED_INT, 0);
            statistics.draw(2L * letters);
        }
        glDisable(GL_CULL_FACE);
        glDisable(GL_POLYGON_OFFSET_FILL);
        glDepthMask(true);
        glDisable(GL_BLEND);
    }

    @Override
    public void close() {
        MemoryUtil.memFree(corners);
    }
}
