package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_BLEND;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL33C.GL_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_ONE;
import static org.lwjgl.opengl.GL33C.GL_ONE_MINUS_SRC_ALPHA;
import static org.lwjgl.opengl.GL33C.GL_R8;
import static org.lwjgl.opengl.GL33C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL33C.GL_TRIANGLES;
import static org.lwjgl.opengl.GL33C.GL_TRIANGLE_STRIP;
import static org.lwjgl.opengl.GL33C.glBindFramebuffer;
import static org.lwjgl.opengl.GL33C.glBindVertexArray;
import static org.lwjgl.opengl.GL33C.glBlendFunc;
import static org.lwjgl.opengl.GL33C.glClear;
import static org.lwjgl.opengl.GL33C.glClearColor;
import static org.lwjgl.opengl.GL33C.glDisable;
import static org.lwjgl.opengl.GL33C.glDrawArrays;
import static org.lwjgl.opengl.GL33C.glEnable;
import static org.lwjgl.opengl.GL33C.glScissor;
import static org.lwjgl.opengl.GL33C.glViewport;

import java.util.List;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3f;
import org.joml.Vector4f;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Frame;

/**
 * The golden outline of the item that is looked at, and the ring with an arrow over the one that is pointed at. The outline is
 * found in a mask of the item: its parts, or, for what has none, what stands still inside its box.
 */
final class Highlight {
    /** Width of the outline and its glow, px. */
    private static final int RIM = 14;

    private final Scene scene;
    private final PartStage parts;
    private final CellBatch cells;
    private final Sheet mask;
    private final Program still;
    private final Program standing;
    private final Program outline;
    private final Program marker;
    private final int nothing;
    private final boolean[] hasParts;
    private final Matrix4f toBox = new Matrix4f();
    private final Vector3f low = new Vector3f();
    private final Vector3f high = new Vector3f();
    private final Vector3f corner = new Vector3f();
    private final Vector4f clip = new Vector4f();
    private final int[] window = new int[4];

    Highlight(Gpu gpu, Scene scene, PartStage parts, CellBatch cells, List<String> defines) {
        this.scene = scene;
        this.parts = parts;
        this.cells = cells;
        mask = new Sheet(gpu, GL_R8, false);
        still = new Program(gpu, "surface", "mask", defines);
        List<String> more = new java.util.ArrayList<>(defines);
        more.add("INSTANCED 1");
        standing = new Program(gpu, "surface", "mask", more);
        outline = new Program(gpu, "cover", "outline", defines);
        marker = new Program(gpu, "marker", defines);
        nothing = gpu.create(Gpu.Kind.VERTEX_ARRAY);
        hasParts = new boolean[scene.items().size()];
        scene.parts().stream().filter(part -> part.item() >= 0).forEach(part -> hasParts[part.item()] = true);
    }

    /** Draws outline and ring over a sheet. */
    void draw(Frame frame, Eye eye, Sheet picture, FrameStatistics statistics) {
        if (frame.highlight() >= 0) {
            Item item = scene.items().get(frame.highlight());
            box(item);
            if (window(item, eye.viewProjection(), picture)) {
                mask(frame, item, picture, statistics);
                glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer());
                glViewport(0, 0, picture.width(), picture.height());
                blend();
                outline.use();
                mask.bind();
                glBindVertexArray(nothing);
                glDrawArrays(GL_TRIANGLES, 0, statistics.told(3));
                statistics.draw(1);
                glDisable(GL_SCISSOR_TEST);
            }
        }
        if (frame.guide() >= 0) {
            Item item = scene.items().get(frame.guide());
            blend();
            marker.use();
            Vector3f half = corner.set(item.half());
            float size = Math.max(0.16f, 0.75f * Math.max(half.x, Math.max(half.y, half.z)));
            marker.set(
                    "aim", item.centre().x(), item.centre().y(), item.centre().z(), Math.min(size, 1.2f));
            glBindVertexArray(nothing);
            glDrawArrays(GL_TRIANGLE_STRIP, 0, statistics.told(4));
            statistics.draw(2);
        }
        glDisable(GL_BLEND);
        glEnable(GL_DEPTH_TEST);
    }

    private static void blend() {
        glDisable(GL_DEPTH_TEST);
        glEnable(GL_BLEND);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    }

    private void mask(Frame frame, Item item, Sheet picture, FrameStatistics statistics) {
        mask.begin(picture.width(), picture.height());
        glEnable(GL_SCISSOR_TEST);
        glScissor(window[0], window[1], window[2], window[3]);
        glDisable(GL_DEPTH_TEST);
        glDisable(GL_BLEND);
        glClearColor(0, 0, 0, 0);
        glClear(GL_COLOR_BUFFER_BIT);
        if (hasParts[frame.highlight()]) {
            parts.chooseItem(frame, frame.highlight());
            standing.use();
            standing.set("toBox", toBox.zero());
            parts.draw(statistics);
        } else {
            still.use();
            toBox.translationRotateScale(item.centre(), item.turn(), item.half())
                    .invert();
            still.set("toBox", toBox);
            cells.drawWithin(low, high, statistics);
        }
    }

    /** The upright box around an item's box. */
    private void box(Item item) {
        low.set(Float.POSITIVE_INFINITY);
        high.set(Float.NEGATIVE_INFINITY);
        for (int i = 0; i < 8; i++) {
            corner(item, i);
            low.min(corner);
            high.max(corner);
        }
    }

    private void corner(Item item, int i) {
        corner.set(
                (i & 1) == 0 ? -item.half().x() : item.half().x(),
                (i & 2) == 0 ? -item.half().y() : item.half().y(),
                (i & 4) == 0 ? -item.half().z() : item.half().z());
        item.turn().transform(corner).add(item.centre());
    }

    /** Where on the sheet the item can be; false if nowhere. */
    private boolean window(Item item, Matrix4fc viewProjection, Sheet picture) {
        float left = 1;
        float right = -1;
        float bottom = 1;
        float top = -1;
        for (int i = 0; i < 8; i++) {
            corner(item, i);
            // what moves out of the box by its own length is still outlined
            corner.sub(item.centre()).mul(1.6f).add(item.centre());
            viewProjection.transform(clip.set(corner, 1));
            if (clip.w < 0.05f) {
                left = -1;
                right = 1;
                bottom = -1;
                top = 1;
                break;
            }
            left = Math.min(left, clip.x / clip.w);
            right = Math.max(right, clip.x / clip.w);
            bottom = Math.min(bottom, clip.y / clip.w);
            top = Math.max(top, clip.y / clip.w);
        }
        int x = Math.max(0, Math.round((left * 0.5f + 0.5f) * picture.width()) - RIM);
        int y = Math.max(0, Math.round((bottom * 0.5f + 0.5f) * picture.height()) - RIM);
        int endX = Math.min(picture.width(), Math.round((right * 0.5f + 0.5f) * picture.width()) + RIM);
        int endY = Math.min(picture.height(), Math.round((top * 0.5f + 0.5f) * picture.height()) + RIM);
        window[0] = x;
        window[1] = y;
        window[2] = endX - x;
        window[3] = endY - y;
        return endX > x && endY > y;
    }
}
