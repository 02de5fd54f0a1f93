package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_DEPTH_COMPONENT;
import static org.lwjgl.opengl.GL33C.GL_FLOAT;
import static org.lwjgl.opengl.GL33C.GL_PACK_ALIGNMENT;
import static org.lwjgl.opengl.GL33C.glPixelStorei;
import static org.lwjgl.opengl.GL33C.glReadPixels;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.lwjgl.system.MemoryUtil;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Frame;

/** Light that does not change with the eye, measured once: shadow of the sun, openness of the sky, shadow under a hall's lamps. */
final class BakedLight {
    /** Edge of the depth pictures for the sky, px: about 0.2 m of a site of 60 m. */
    private static final int SKY_EDGE = 320;

    private static final int CEILING_EDGE = 1024;

    /** How far the sun's shadow reaches beyond the box of the scene, m. */
    private static final float MARGIN = 6;

    private final DepthMap sunMap;
    private final DepthMap ceilingMap;
    private final SkyVolume sky;
    private final Lights lights;
    private final Matrix4f sunSpace;
    private final Matrix4f ceilingSpace = new Matrix4f();
    private final float texel;
    private final float ceiling;

    BakedLight(Gpu gpu, Scene scene, Preset preset, Frame first, PartStage parts, CellBatch cells) {
        FrameStatistics unseen = new FrameStatistics(() -> 0);
        Caster caster = new Caster(gpu, parts, cells, unseen);
        parts.chooseAll(first);
        Vector3f low = new Vector3f(scene.low()).sub(MARGIN, 1, MARGIN);
        Vector3f high = new Vector3f(scene.high()).add(MARGIN, 0.5f, MARGIN);
        sunMap = new DepthMap(gpu, preset.shadow());
        Matrix4f toSun = DepthMap.parallel(Atmosphere.toSun(), low, high);
        caster.draw(sunMap, toSun);
        sunSpace = DepthMap.toMap(toSun);
        texel = DepthMap.texel(toSun, preset.shadow());
        sky = new SkyVolume(scene.low(), scene.high());
        measureSky(gpu, preset, low, high, caster);
        lights = new Lights(scene.lamps(), sky);
        ceiling = lights.ceiling();
        ceilingMap = new DepthMap(gpu, Float.isNaN(ceiling) ? 1 : CEILING_EDGE);
        if (!Float.isNaN(ceiling)) {
            Vector3f under = new Vector3f(high.x, ceiling - 0.15f, high.z);
            Matrix4f toLamps = straightDown(low, under);
            new Caster(gpu, parts, cells, unseen, "CEILING 1").draw(ceilingMap, toLamps);
            ceilingSpace.set(DepthMap.toMap(toLamps));
        }
    }

    private static Matrix4f straightDown(Vector3fc low, Vector3fc high) {
        Matrix4f view = new Matrix4f().setLookAt(0, 0, 0, 0, -1, 0, 0, 0, -1);
        return new Matrix4f()
                .setOrtho(low.x(), high.x(), -high.z(), -low.z(), -high.y(), -low.y() + 1)
                .mul(view);
    }

    private void measureSky(Gpu gpu, Preset preset, Vector3fc low, Vector3fc high, Caster caster) {
        DepthMap map = new DepthMap(gpu, SKY_EDGE);
        FloatBuffer depth = MemoryUtil.memAllocFloat(SKY_EDGE * SKY_EDGE);
        try {
            for (int i = 0; i < preset.sky(); i++) {
                Vector3f toSky = SkyVolume.direction(i, preset.sky());
                Matrix4f toClip = DepthMap.parallel(toSky, low, high);
                caster.draw(map, toClip);
                glPixelStorei(GL_PACK_ALIGNMENT, 1);
                glReadPixels(0, 0, SKY_EDGE, SKY_EDGE, GL_DEPTH_COMPONENT, GL_FLOAT, depth);
                float metres = 2 / new Vector3f(toClip.m02(), toClip.m12(), toClip.m22()).length();
                sky.add(toSky, DepthMap.toMap(toClip), depth, SKY_EDGE, metres);
            }
        } finally {
            MemoryUtil.memFree(depth);
            gpu.delete(Gpu.Kind.FRAMEBUFFER, map.framebuffer());
            gpu.delete(Gpu.Kind.TEXTURE, map.texture());
        }
        sky.finish();
        sky.upload(gpu);
    }

    /** Binds the maps and puts their matrices and the lamps into the block. */
    void put(FrameBlock block, Frame frame) {
        sunMap.bind(Unit.SUN_SHADOW);
        ceilingMap.bind(Unit.CEILING_SHADOW);
        sky.bind();
        sky.put(block);
        block.set(FrameBlock.Member.SUN_SPACE, sunSpace);
        block.set(FrameBlock.Member.CEILING_SPACE, ceilingSpace);
        int lamps = lights.put(block, frame);
        boolean hall = !Float.isNaN(ceiling);
        block.set(
                FrameBlock.Member.COUNTS,
                lamps,
                Math.min(frame.pools().size(), FrameBlock.MAX_POOLS),
                hall ? ceiling : 0,
                hall ? 1 : 0);
    }

    /** Openness of the sky. */
    SkyVolume sky() {
        return sky;
    }

    /** Edge of a texel of the sun's map, m. */
    float texel() {
        return texel;
    }

    /** Share of the sky seen from a place. */
    float open(Vector3fc place) {
        return sky.openAround(place);
    }

    /** Draws the scene's depth. */
    private static final class Caster {
        private final Program still;
        private final Program standing;
        private final PartStage parts;
        private final CellBatch cells;
        private final FrameStatistics statistics;

        Caster(Gpu gpu, PartStage parts, CellBatch cells, FrameStatistics statistics, String... defines) {
            List<String> all = new ArrayList<>(List.of(defines));
            still = new Program(gpu, "depth", all);
            all.add("INSTANCED 1");
            standing = new Program(gpu, "depth", all);
            this.parts = parts;
            this.cells = cells;
            this.statistics = statistics;
        }

        void draw(DepthMap map, Matrix4f toClip) {
            map.begin();
            still.use();
            still.set("toLight", toClip);
            cells.drawAll(statistics);
            standing.use();
            standing.set("toLight", toClip);
            parts.draw(statistics);
            map.end();
        }
    }
}
