package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_BLEND;
import static org.lwjgl.opengl.GL33C.GL_CLAMP_TO_EDGE;
import static org.lwjgl.opengl.GL33C.GL_COMPARE_REF_TO_TEXTURE;
import static org.lwjgl.opengl.GL33C.GL_CULL_FACE;
import static org.lwjgl.opengl.GL33C.GL_DEPTH_ATTACHMENT;
import static org.lwjgl.opengl.GL33C.GL_DEPTH_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.GL_DEPTH_COMPONENT;
import static org.lwjgl.opengl.GL33C.GL_DEPTH_COMPONENT24;
import static org.lwjgl.opengl.GL33C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL33C.GL_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_LEQUAL;
import static org.lwjgl.opengl.GL33C.GL_LESS;
import static org.lwjgl.opengl.GL33C.GL_LINEAR;
import static org.lwjgl.opengl.GL33C.GL_NONE;
import static org.lwjgl.opengl.GL33C.GL_POLYGON_OFFSET_FILL;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE0;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_2D;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_COMPARE_FUNC;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_COMPARE_MODE;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_MAG_FILTER;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_MIN_FILTER;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_WRAP_S;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_WRAP_T;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_INT;
import static org.lwjgl.opengl.GL33C.glActiveTexture;
import static org.lwjgl.opengl.GL33C.glBindFramebuffer;
import static org.lwjgl.opengl.GL33C.glBindTexture;
import static org.lwjgl.opengl.GL33C.glClear;
import static org.lwjgl.opengl.GL33C.glDepthFunc;
import static org.lwjgl.opengl.GL33C.glDepthMask;
import static org.lwjgl.opengl.GL33C.glDisable;
import static org.lwjgl.opengl.GL33C.glDrawBuffer;
import static org.lwjgl.opengl.GL33C.glEnable;
import static org.lwjgl.opengl.GL33C.glFramebufferTexture2D;
import static org.lwjgl.opengl.GL33C.glPolygonOffset;
import static org.lwjgl.opengl.GL33C.glReadBuffer;
import static org.lwjgl.opengl.GL33C.glTexImage2D;
import static org.lwjgl.opengl.GL33C.glTexParameteri;
import static org.lwjgl.opengl.GL33C.glViewport;

import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3f;
import org.joml.Vector3fc;

/** How far light from one direction comes: depth of the scene, from which shadows are read. */
final class DepthMap {
    /** Slope and unit of the offset that keeps a surface from shading itself: about one texel of the map. */
    private static final float SLOPE = 1.6f;

    private static final float UNITS = 3;

    private final int size;
    private final int texture;
    private final int framebuffer;

    DepthMap(Gpu gpu, int size) {
        this.size = size;
        texture = gpu.create(Gpu.Kind.TEXTURE);
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT24, size, size, 0, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT, 0L);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
        framebuffer = gpu.create(Gpu.Kind.FRAMEBUFFER);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, texture, 0);
        glDrawBuffer(GL_NONE);
        glReadBuffer(GL_NONE);
        Target.check(size, size, 1);
    }

    /** Makes the map the one that is drawn into, cleared. */
    void begin() {
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glViewport(0, 0, size, size);
        glDisable(GL_BLEND);
        glDisable(GL_CULL_FACE);
        glEnable(GL_DEPTH_TEST);
        glDepthMask(true);
        glDepthFunc(GL_LESS);
        glEnable(GL_POLYGON_OFFSET_FILL);
        glPolygonOffset(SLOPE, UNITS);
        glClear(GL_DEPTH_BUFFER_BIT);
    }

    void end() {
        glDisable(GL_POLYGON_OFFSET_FILL);
    }

    void bind(Unit unit) {
        glActiveTexture(GL_TEXTURE0 + unit.number());
        glBindTexture(GL_TEXTURE_2D, texture);
    }

    int size() {
        return size;
    }

    int texture() {
        return texture;
    }

    int framebuffer() {
        return framebuffer;
    }

    /**
     * The view of parallel light onto a box.
     *
     * @param toLight direction to the light, length 1
     * @param low corner of the box, m
     * @param high corner, m
     * @return from the site to clip space
     */
    static Matrix4f parallel(Vector3fc toLight, Vector3fc low, Vector3fc high) {
        Vector3f up = Math.abs(toLight.y()) > 0.9f ? new Vector3f(0, 0, -1) : new Vector3f(0, 1, 0);
        Matrix4f view = new Matrix4f().setLookAt(new Vector3f(toLight), new Vector3f(), up);
        Vector3f least = new Vector3f(Float.POSITIVE_INFINITY);
        Vector3f most = new Vector3f(Float.NEGATIVE_INFINITY);
        for (int corner = 0; corner < 8; corner++) {
            Vector3f point = new Vector3f(
                    (corner & 1) == 0 ? low.x() : high.x(),
                    (corner & 2) == 0 ? low.y() : high.y(),
                    (corner & 4) == 0 ? low.z() : high.z());
            view.transformPosition(point);
            least.min(point);
            most.max(point);
        }
        return new Matrix4f()
                .setOrtho(least.x, most.x, least.y, most.y, -most.z - 60, -least.z + 5)
                .mul(view);
    }

    /** From clip space, -1 to 1, to the map, 0 to 1. */
    static Matrix4f toMap(Matrix4fc toClip) {
        return new Matrix4f().translation(0.5f, 0.5f, 0.5f).scale(0.5f).mul(toClip);
    }

    /** Edge of a texel, m. */
    static float texel(Matrix4fc toClip, int size) {
        Vector3f row = new Vector3f(toClip.m00(), toClip.m10(), toClip.m20());
        Vector3f column = new Vector3f(toClip.m01(), toClip.m11(), toClip.m21());
        return 2 / (Math.min(row.length(), column.length()) * size);
    }
}
