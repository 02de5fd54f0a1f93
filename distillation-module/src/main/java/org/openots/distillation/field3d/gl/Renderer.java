package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_BLEND;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.GL_CULL_FACE;
import static org.lwjgl.opengl.GL33C.GL_DEPTH_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL33C.GL_DRAW_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_LEQUAL;
import static org.lwjgl.opengl.GL33C.GL_LINEAR;
import static org.lwjgl.opengl.GL33C.GL_NO_ERROR;
import static org.lwjgl.opengl.GL33C.GL_PACK_ALIGNMENT;
import static org.lwjgl.opengl.GL33C.GL_READ_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_RGBA;
import static org.lwjgl.opengl.GL33C.GL_RGBA8;
import static org.lwjgl.opengl.GL33C.GL_SAMPLE_ALPHA_TO_COVERAGE;
import static org.lwjgl.opengl.GL33C.GL_TRIANGLES;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL33C.glBindFramebuffer;
import static org.lwjgl.opengl.GL33C.glBindVertexArray;
import static org.lwjgl.opengl.GL33C.glBlitFramebuffer;
import static org.lwjgl.opengl.GL33C.glClear;
import static org.lwjgl.opengl.GL33C.glClearColor;
import static org.lwjgl.opengl.GL33C.glColorMask;
import static org.lwjgl.opengl.GL33C.glDepthFunc;
import static org.lwjgl.opengl.GL33C.glDepthMask;
import static org.lwjgl.opengl.GL33C.glDisable;
import static org.lwjgl.opengl.GL33C.glDrawArrays;
import static org.lwjgl.opengl.GL33C.glEnable;
import static org.lwjgl.opengl.GL33C.glGetError;
import static org.lwjgl.opengl.GL33C.glPixelStorei;
import static org.lwjgl.opengl.GL33C.glReadPixels;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryUtil;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.state.Pool;

/** Draws a scene. Belongs to the thread of its {@link GlContext}. */
public final class Renderer implements AutoCloseable {
    private final Gpu gpu = new Gpu();
    private final Scene scene;
    private final Preset preset;
    private final List<String> defines;
    private final FrameStatistics statistics;
    private final FrameBlock block;
    private final CellBatch cells;
    private final PartStage parts;
    private final @Nullable FigureStage figures;
    private final GlyphAtlas glyphs;
    private final LabelBatch labels;
    private final Highlight highlight;
    private final Target target;
    private final Sheet scaled;
    private final Sheet picture;
    private final Eye eye = new Eye();
    private final Atmosphere atmosphere = new Atmosphere();
    private final Program still;
    private final Program standing;
    private final Program early;
    private final Program sky;
    private final int nothing;
    private @Nullable BakedLight light;
    private @Nullable ParticleBatch particles;

    /**
     * Loads a scene onto the card.
     *
     * @param scene what is drawn
     * @param worker the shape of other people; null if nobody is ever there
     * @param preset how much a picture may cost
     * @param nanoTime a clock that only goes forward, ns: for {@link #statistics()} only
     */
    public Renderer(Scene scene, @Nullable Worker worker, Preset preset, LongSupplier nanoTime) {
        this.scene = scene;
        this.preset = preset;
        defines = defines(preset);
        statistics = new FrameStatistics(nanoTime);
        block = new FrameBlock(gpu);
        cells = new CellBatch(gpu, scene.cells());
        parts = new PartStage(gpu, scene);
        figures = worker == null ? null : new FigureStage(gpu, worker);
        glyphs = new GlyphAtlas(gpu, new FontMemory());
        labels = new LabelBatch(gpu, glyphs, scene.labels(), defines);
        highlight = new Highlight(gpu, scene, parts, cells, defines);
        target = new Target(gpu, preset.samples());
        scaled = new Sheet(gpu, GL_RGBA8, false);
        picture = new Sheet(gpu, GL_RGBA8, false);
        still = new Program(gpu, "surface", defines);
        sky = new Program(gpu, "sky", defines);
        List<String> instanced = new ArrayList<>(defines);
        instanced.add("INSTANCED 1");
        standing = new Program(gpu, "surface", instanced);
        early = new Program(gpu, "early", defines);
        nothing = gpu.create(Gpu.Kind.VERTEX_ARRAY);
    }

    private static List<String> defines(Preset preset) {
        List<String> defines = new ArrayList<>(List.of("PCF " + preset.filter()));
        defines.add("CEILING_TAPS " + (preset.filter() == 2 ? 12 : 6));
        // what is less than one sample of a pixel would not be seen at all
        defines.add("THIN_LEAST " + 1.1f / preset.samples());
        if (preset.noise()) {
            defines.add("NOISE 1");
        }
        return List.copyOf(defines);
    }

    /**
     * Draws a picture.
     *
     * @param frame what of it changes
     * @param width of the window, px
     * @param height of the window, px
     * @param panels laid over it; null for none
     */
    public void draw(Frame frame, int width, int height, @Nullable NanoVgCanvas panels) {
        int wide = Math.max(1, Math.round(width * preset.scale()));
        int high = Math.max(1, Math.round(height * preset.scale()));
        BakedLight baked = light;
        ParticleBatch floating = particles;
        if (baked == null || floating == null) {
            baked = new BakedLight(gpu, scene, preset, frame, parts, cells);
            floating = new ParticleBatch(gpu, baked.sky(), defines);
            light = baked;
            particles = floating;
        }
        statistics.begin();
        eye.look(frame.camera(), wide, high);
        fill(baked, frame, wide, high);
        target.begin(wide, high);
        solids(frame);
        labels.draw(frame, statistics);
        floating.draw(frame, statistics);
        boolean sameSize = wide == width && high == height;
        Sheet drawn = sameSize ? picture : scaled;
        target.resolve(drawn);
        highlight.draw(frame, eye, drawn, statistics);
        if (!sameSize) {
            enlarge(width, height);
        }
        statistics.end();
        if (panels != null) {
            panels.lay();
        }
        refuseErrors("frame");
    }

    private void solids(Frame frame) {
        glEnable(GL_DEPTH_TEST);
        glDepthMask(true);
        glDepthFunc(GL_LEQUAL);
        glDisable(GL_BLEND);
        glDisable(GL_CULL_FACE);
        glClearColor(0, 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
        parts.choose(frame, eye.sight(), eye.pxPerRadian());
        // depth of what stands still first: pixels behind it are not lit in vain
        glColorMask(false, false, false, false);
        early.use();
        cells.draw(eye.sight(), statistics);
        glColorMask(true, true, true, true);
        glEnable(GL_SAMPLE_ALPHA_TO_COVERAGE);
        still.use();
        cells.draw(eye.sight(), statistics);
        standing.use();
        parts.draw(statistics);
        if (figures != null) {
            figures.draw(frame, statistics);
        }
        glDisable(GL_SAMPLE_ALPHA_TO_COVERAGE);
        glDepthMask(false);
        sky.use();
        glBindVertexArray(nothing);
        glDrawArrays(GL_TRIANGLES, 0, statistics.told(3));
        statistics.draw(1);
        glDepthMask(true);
    }

    private void enlarge(int width, int height) {
        picture.begin(width, height);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, scaled.framebuffer());
        glBlitFramebuffer(0, 0, scaled.width(), scaled.height(), 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_LINEAR);
        glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer());
    }

    private void fill(BakedLight baked, Frame frame, int width, int height) {
        float open = baked.open(frame.camera().eye());
        block.set(FrameBlock.Member.VIEW_PROJECTION, eye.viewProjection());
        block.set(FrameBlock.Member.RAYS, eye.rays());
        // hours of seconds lose no phase: what flickers repeats after 4,096 s
        block.set(FrameBlock.Member.EYE, frame.camera().eye(), (float) (frame.seconds() % 4096));
        block.set(FrameBlock.Member.VIEWPORT, width, height, eye.pxPerRadian(), open);
        atmosphere.put(block, frame.weather(), baked.texel(), open);
        baked.put(block, frame);
        for (int i = 0; i < Math.min(frame.pools().size(), FrameBlock.MAX_POOLS); i++) {
            Pool pool = frame.pools().get(i);
            block.set(
                    FrameBlock.Member.POOL,
                    i,
                    pool.centre().x(),
                    pool.centre().y(),
                    pool.centre().z(),
                    pool.radius());
        }
        block.upload();
    }

    /** Throws if OpenGL has reported an error. */
    static void refuseErrors(String where) {
        int code = glGetError();
        if (code != GL_NO_ERROR) {
            throw new OtsException(GlError.DRAWING_FAILED, where, "0x" + Integer.toHexString(code));
        }
    }

    /**
     * Shows the picture in the window.
     *
     * @param width of the window's surface, px
     * @param height of the window's surface, px
     */
    public void present(int width, int height) {
        glBindFramebuffer(GL_READ_FRAMEBUFFER, picture.framebuffer());
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
        glBlitFramebuffer(0, 0, picture.width(), picture.height(), 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_LINEAR);
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
    }

    /**
     * The last picture.
     *
     * @return a copy from the card
     */
    public Picture capture() {
        ByteBuffer rows = MemoryUtil.memAlloc(4 * picture.width() * picture.height());
        try {
            glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer());
            glPixelStorei(GL_PACK_ALIGNMENT, 1);
            glReadPixels(0, 0, picture.width(), picture.height(), GL_RGBA, GL_UNSIGNED_BYTE, rows);
            return Picture.ofRows(picture.width(), picture.height(), rows);
        } finally {
            MemoryUtil.memFree(rows);
        }
    }

    /**
     * What the last picture cost.
     *
     * @return counts
     */
    public FrameStatistics statistics() {
        return statistics;
    }

    /**
     * Draws nothing from now on, but hands everything over as if: on a software renderer, which draws on the processor, this is
     * what the program itself costs.
     *
     * @param only true for counts of zero, false to draw again
     */
    public void handOverOnly(boolean only) {
        statistics.handOverOnly(only);
    }

    /**
     * Draws one triangle and nothing else, to compare with.
     *
     * @param width px
     * @param height px
     */
    public void drawBaseline(int width, int height) {
        int wide = Math.max(1, Math.round(width * preset.scale()));
        int high = Math.max(1, Math.round(height * preset.scale()));
        statistics.begin();
        target.begin(wide, high);
        glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
        early.use();
        glBindVertexArray(nothing);
        glDrawArrays(GL_TRIANGLES, 0, statistics.told(3));
        statistics.draw(1);
        target.resolve(wide == width && high == height ? picture : scaled);
        statistics.end();
        refuseErrors("baseline");
    }

    /**
     * Objects on the card.
     *
     * @return their number, which does not grow while the same scene is drawn
     */
    public int objects() {
        return gpu.count();
    }

    @Override
    public void close() {
        cells.close();
        parts.close();
        glyphs.close();
        labels.close();
        if (figures != null) {
            figures.close();
        }
        if (particles != null) {
            particles.close();
        }
        block.close();
        gpu.close();
    }
}
