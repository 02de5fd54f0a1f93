package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_DYNAMIC_DRAW;
import static org.lwjgl.opengl.GL33C.GL_UNIFORM_BUFFER;
import static org.lwjgl.opengl.GL33C.glBindBuffer;
import static org.lwjgl.opengl.GL33C.glBindBufferBase;
import static org.lwjgl.opengl.GL33C.glBufferData;
import static org.lwjgl.opengl.GL33C.glBufferSubData;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.joml.Matrix4fc;
import org.joml.Vector3fc;
import org.lwjgl.system.MemoryUtil;

/** What all shaders know of a picture: one block of vec4 and mat4 in the layout std140, the same order as {@code frame.glsl}. */
final class FrameBlock implements AutoCloseable {
    static final String NAME = "Frame";
    static final int BINDING = 0;
    /** Lamps and fires that light one picture. */
    static final int MAX_LAMPS = 16;
    /** Pools in one picture. */
    static final int MAX_POOLS = 8;

    private static final int VEC4 = 16;

    /** The members, in order. */
    enum Member {
        /** From the site to the clip space of the eye. */
        VIEW_PROJECTION("mat4 viewProjection", 4),
        /** From clip space to directions around the eye. */
        RAYS("mat4 rays", 4),
        /** From the site to the sun's shadow map, 0 to 1. */
        SUN_SPACE("mat4 sunSpace", 4),
        /** From the site to the map from under the lamps, 0 to 1. */
        CEILING_SPACE("mat4 ceilingSpace", 4),
        /** Eye, m; time, s. */
        EYE("vec4 eye", 1),
        /** To the sun or moon; edge of a texel of the shadow map, m. */
        SUN("vec4 sun", 1),
        /** Its light; night. */
        SUN_LIGHT("vec4 sunLight", 1),
        /** Of the sky above; rain. */
        ZENITH("vec4 zenith", 1),
        /** Of the sky at the horizon; share of haze per m. */
        HORIZON("vec4 horizon", 1),
        /** Of the ground seen as a mirror; exposure. */
        GROUND("vec4 ground", 1),
        /** Width, height, px; px of one radian; share of the sky seen from the eye. */
        VIEWPORT("vec4 viewport", 1),
        /** Low corner of the volume of the sky, m; its cell, m. */
        VOLUME_LOW("vec4 volumeLow", 1),
        /** 1/lengths of the volume; 0 if there is none. */
        VOLUME_SCALE("vec4 volumeScale", 1),
        /** Lamps, pools, height of the hall's lamps (m), strength of their shadow. */
        COUNTS("vec4 counts", 1),
        /** Place, m; reach, m. */
        LAMP_PLACE("vec4 lampPlace[MAX_LAMPS]", MAX_LAMPS),
        /** Light; 1 under a roof. */
        LAMP_LIGHT("vec4 lampLight[MAX_LAMPS]", MAX_LAMPS),
        /** Centre, m; radius, m. */
        POOL("vec4 pool[MAX_POOLS]", MAX_POOLS);

        private final String declaration;
        private final int vectors;

        Member(String declaration, int vectors) {
            this.declaration = declaration;
            this.vectors = vectors;
        }

        /** As it stands in the shader. */
        String declaration() {
            return declaration;
        }
    }

    private final Map<Member, Integer> offsets = new EnumMap<>(Member.class);
    private final ByteBuffer bytes;
    private final int buffer;

    FrameBlock(Gpu gpu) {
        int size = 0;
        for (Member member : Member.values()) {
            offsets.put(member, size);
            size += member.vectors * VEC4;
        }
        bytes = MemoryUtil.memCalloc(size);
        buffer = gpu.create(Gpu.Kind.BUFFER);
        glBindBuffer(GL_UNIFORM_BUFFER, buffer);
        glBufferData(GL_UNIFORM_BUFFER, size, GL_DYNAMIC_DRAW);
    }

    void set(Member member, float x, float y, float z, float w) {
        set(member, 0, x, y, z, w);
    }

    void set(Member member, Vector3fc xyz, float w) {
        set(member, 0, xyz.x(), xyz.y(), xyz.z(), w);
    }

    void set(Member member, int index, float x, float y, float z, float w) {
        int at = offset(member) + index * VEC4;
        bytes.putFloat(at, x).putFloat(at + 4, y).putFloat(at + 8, z).putFloat(at + 12, w);
    }

    void set(Member member, Matrix4fc matrix) {
        matrix.get(offset(member), bytes);
    }

    private int offset(Member member) {
        return Objects.requireNonNull(offsets.get(member));
    }

    /** Hands it to the card and binds it. */
    void upload() {
        glBindBuffer(GL_UNIFORM_BUFFER, buffer);
        glBufferSubData(GL_UNIFORM_BUFFER, 0, bytes);
        glBindBufferBase(GL_UNIFORM_BUFFER, BINDING, buffer);
    }

    @Override
    public void close() {
        MemoryUtil.memFree(bytes);
    }
}
