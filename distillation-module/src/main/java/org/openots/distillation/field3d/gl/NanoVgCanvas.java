package org.openots.distillation.field3d.gl;

import static org.lwjgl.nanovg.NanoVG.NVG_ALIGN_CENTER;
import static org.lwjgl.nanovg.NanoVG.NVG_ALIGN_LEFT;
import static org.lwjgl.nanovg.NanoVG.NVG_ALIGN_MIDDLE;
import static org.lwjgl.nanovg.NanoVG.NVG_ALIGN_RIGHT;
import static org.lwjgl.nanovg.NanoVG.NVG_CW;
import static org.lwjgl.nanovg.NanoVG.NVG_ROUND;
import static org.lwjgl.nanovg.NanoVG.nvgArc;
import static org.lwjgl.nanovg.NanoVG.nvgBeginFrame;
import static org.lwjgl.nanovg.NanoVG.nvgBeginPath;
import static org.lwjgl.nanovg.NanoVG.nvgCircle;
import static org.lwjgl.nanovg.NanoVG.nvgClosePath;
import static org.lwjgl.nanovg.NanoVG.nvgCreateFontMem;
import static org.lwjgl.nanovg.NanoVG.nvgEndFrame;
import static org.lwjgl.nanovg.NanoVG.nvgFill;
import static org.lwjgl.nanovg.NanoVG.nvgFillColor;
import static org.lwjgl.nanovg.NanoVG.nvgFontFace;
import static org.lwjgl.nanovg.NanoVG.nvgFontSize;
import static org.lwjgl.nanovg.NanoVG.nvgIntersectScissor;
import static org.lwjgl.nanovg.NanoVG.nvgLineCap;
import static org.lwjgl.nanovg.NanoVG.nvgLineJoin;
import static org.lwjgl.nanovg.NanoVG.nvgLineTo;
import static org.lwjgl.nanovg.NanoVG.nvgMoveTo;
import static org.lwjgl.nanovg.NanoVG.nvgRestore;
import static org.lwjgl.nanovg.NanoVG.nvgRoundedRect;
import static org.lwjgl.nanovg.NanoVG.nvgSave;
import static org.lwjgl.nanovg.NanoVG.nvgStroke;
import static org.lwjgl.nanovg.NanoVG.nvgStrokeColor;
import static org.lwjgl.nanovg.NanoVG.nvgStrokeWidth;
import static org.lwjgl.nanovg.NanoVG.nvgText;
import static org.lwjgl.nanovg.NanoVG.nvgTextAlign;
import static org.lwjgl.nanovg.NanoVG.nvgTextBounds;
import static org.lwjgl.nanovg.NanoVGGL3.NVG_ANTIALIAS;
import static org.lwjgl.nanovg.NanoVGGL3.NVG_STENCIL_STROKES;
import static org.lwjgl.nanovg.NanoVGGL3.nvgCreate;
import static org.lwjgl.nanovg.NanoVGGL3.nvgDelete;
import static org.lwjgl.opengl.GL33C.GL_ARRAY_BUFFER;
import static org.lwjgl.opengl.GL33C.GL_BLEND;
import static org.lwjgl.opengl.GL33C.GL_CCW;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.GL_CULL_FACE;
import static org.lwjgl.opengl.GL33C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL33C.GL_ONE;
import static org.lwjgl.opengl.GL33C.GL_ONE_MINUS_SRC_ALPHA;
import static org.lwjgl.opengl.GL33C.GL_RGBA8;
import static org.lwjgl.opengl.GL33C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL33C.GL_STENCIL_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.GL_STENCIL_TEST;
import static org.lwjgl.opengl.GL33C.GL_TRIANGLES;
import static org.lwjgl.opengl.GL33C.glBindBuffer;
import static org.lwjgl.opengl.GL33C.glBindVertexArray;
import static org.lwjgl.opengl.GL33C.glBlendFunc;
import static org.lwjgl.opengl.GL33C.glClear;
import static org.lwjgl.opengl.GL33C.glClearColor;
import static org.lwjgl.opengl.GL33C.glClearStencil;
import static org.lwjgl.opengl.GL33C.glColorMask;
import static org.lwjgl.opengl.GL33C.glDisable;
import static org.lwjgl.opengl.GL33C.glDrawArrays;
import static org.lwjgl.opengl.GL33C.glEnable;
import static org.lwjgl.opengl.GL33C.glFrontFace;
import static org.lwjgl.opengl.GL33C.glStencilMask;
import static org.lwjgl.opengl.GL33C.glUseProgram;

import java.nio.FloatBuffer;
import java.util.function.Consumer;
import org.lwjgl.nanovg.NVGColor;
import org.lwjgl.system.MemoryUtil;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.ui.Canvas;

/** Panels painted by NanoVG on a sheet of their own, which is laid over each picture until it is painted anew. */
public final class NanoVgCanvas implements Canvas, AutoCloseable {
    private static final String FACE = "suite";

    private final Gpu gpu = new Gpu();
    private final FontMemory font = new FontMemory();
    private final Sheet sheet = new Sheet(gpu, GL_RGBA8, true);
    private final NVGColor ink = NVGColor.calloc();
    private final long vg;
    private final Program cover;
    private final int nothing;

    /** Takes NanoVG and the suite's font into the current context. */
    public NanoVgCanvas() {
        vg = nvgCreate(NVG_ANTIALIAS | NVG_STENCIL_STROKES);
        if (vg == MemoryUtil.NULL) {
            throw new OtsException(GlError.FONT_REFUSED, "NanoVG");
        }
        if (nvgCreateFontMem(vg, FACE, font.bytes(), false) < 0) {
            throw new OtsException(GlError.FONT_REFUSED, "NanoVG");
        }
        cover = new Program(gpu, "cover", java.util.List.of());
        nothing = gpu.create(Gpu.Kind.VERTEX_ARRAY);
    }

    /**
     * Paints the panels anew.
     *
     * @param width of the window, px
     * @param height of the window, px
     * @param scale px of the window a px of the panels
     * @param painting paints on the canvas it is given
     */
    public void paint(int width, int height, float scale, Consumer<Canvas> painting) {
        sheet.begin(width, height);
        glDisable(GL_SCISSOR_TEST);
        glClearColor(0, 0, 0, 0);
        glClearStencil(0);
        glClear(GL_COLOR_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
        nvgBeginFrame(vg, width / scale, height / scale, scale);
        nvgFontFace(vg, FACE);
        nvgLineCap(vg, NVG_ROUND);
        nvgLineJoin(vg, NVG_ROUND);
        painting.accept(this);
        nvgEndFrame(vg);
        restore();
    }

    /** NanoVG leaves its own state behind; what follows expects that of the renderer. */
    private static void restore() {
        glDisable(GL_CULL_FACE);
        glDisable(GL_STENCIL_TEST);
        glDisable(GL_BLEND);
        glDisable(GL_SCISSOR_TEST);
        glEnable(GL_DEPTH_TEST);
        glStencilMask(-1);
        glColorMask(true, true, true, true);
        glFrontFace(GL_CCW);
        glBindVertexArray(0);
        glBindBuffer(GL_ARRAY_BUFFER, 0);
        glUseProgram(0);
    }

    /** Lays the last painting over the bound surface, which has its size. */
    void lay() {
        if (sheet.width() == 0) {
            return;
        }
        glDisable(GL_DEPTH_TEST);
        glEnable(GL_BLEND);
        // NanoVG paints with colours already multiplied by their opacity
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        sheet.bind();
        cover.use();
        glBindVertexArray(nothing);
        glDrawArrays(GL_TRIANGLES, 0, 3);
        glDisable(GL_BLEND);
        glEnable(GL_DEPTH_TEST);
    }

    private NVGColor ink(int colour) {
        return ink.r((colour >>> 24) / 255f)
                .g(((colour >>> 16) & 255) / 255f)
                .b(((colour >>> 8) & 255) / 255f)
                .a((colour & 255) / 255f);
    }

    private void fillWith(int colour) {
        nvgFillColor(vg, ink(colour));
        nvgFill(vg);
    }

    private void strokeWith(float thickness, int colour) {
        nvgStrokeWidth(vg, thickness);
        nvgStrokeColor(vg, ink(colour));
        nvgStroke(vg);
    }

    @Override
    public void fill(float x, float y, float width, float height, float radius, int colour) {
        nvgBeginPath(vg);
        nvgRoundedRect(vg, x, y, width, height, radius);
        fillWith(colour);
    }

    @Override
    public void frame(float x, float y, float width, float height, float radius, float thickness, int colour) {
        nvgBeginPath(vg);
        nvgRoundedRect(vg, x, y, width, height, radius);
        strokeWith(thickness, colour);
    }

    private void path(float[] points) {
        nvgBeginPath(vg);
        nvgMoveTo(vg, points[0], points[1]);
        for (int i = 2; i + 1 < points.length; i += 2) {
            nvgLineTo(vg, points[i], points[i + 1]);
        }
    }

    @Override
    public void line(float[] points, float thickness, int colour) {
        path(points);
        strokeWith(thickness, colour);
    }

    @Override
    public void polygon(float[] points, int colour) {
        path(points);
        nvgClosePath(vg);
        fillWith(colour);
    }

    @Override
    public void disc(float x, float y, float radius, int colour) {
        nvgBeginPath(vg);
        nvgCircle(vg, x, y, radius);
        fillWith(colour);
    }

    @Override
    public void arc(float x, float y, float radius, float from, float to, float thickness, int colour) {
        nvgBeginPath(vg);
        nvgArc(vg, x, y, radius, from, to, NVG_CW);
        strokeWith(thickness, colour);
    }

    @Override
    public void text(float x, float y, float size, Align align, String text, int colour) {
        int across = switch (align) {
            case LEFT -> NVG_ALIGN_LEFT;
            case CENTRE -> NVG_ALIGN_CENTER;
            case RIGHT -> NVG_ALIGN_RIGHT;
        };
        nvgFontSize(vg, size);
        nvgTextAlign(vg, across | NVG_ALIGN_MIDDLE);
        nvgFillColor(vg, ink(colour));
        nvgText(vg, x, y, text);
    }

    @Override
    public float width(float size, String text) {
        nvgFontSize(vg, size);
        return nvgTextBounds(vg, 0, 0, text, (FloatBuffer) null);
    }

    @Override
    public void clip(float x, float y, float width, float height) {
        nvgSave(vg);
        nvgIntersectScissor(vg, x, y, width, height);
    }

    @Override
    public void unclip() {
        nvgRestore(vg);
    }

    /**
     * Objects on the card, those of NanoVG left out.
     *
     * @return their number
     */
    public int objects() {
        return gpu.count();
    }

    @Override
    public void close() {
        nvgDelete(vg);
        gpu.close();
        ink.free();
        font.close();
    }
}
