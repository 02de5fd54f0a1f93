package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_CLAMP_TO_EDGE;
import static org.lwjgl.opengl.GL33C.GL_COLOR_ATTACHMENT0;
import static org.lwjgl.opengl.GL33C.GL_DEPTH24_STENCIL8;
import static org.lwjgl.opengl.GL33C.GL_DEPTH_STENCIL_ATTACHMENT;
import static org.lwjgl.opengl.GL33C.GL_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_LINEAR;
import static org.lwjgl.opengl.GL33C.GL_R8;
import static org.lwjgl.opengl.GL33C.GL_RED;
import static org.lwjgl.opengl.GL33C.GL_RENDERBUFFER;
import static org.lwjgl.opengl.GL33C.GL_RGBA;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE0;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_2D;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_MAG_FILTER;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_MIN_FILTER;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_WRAP_S;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_WRAP_T;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL33C.glActiveTexture;
import static org.lwjgl.opengl.GL33C.glBindFramebuffer;
import static org.lwjgl.opengl.GL33C.glBindRenderbuffer;
import static org.lwjgl.opengl.GL33C.glBindTexture;
import static org.lwjgl.opengl.GL33C.glFramebufferRenderbuffer;
import static org.lwjgl.opengl.GL33C.glFramebufferTexture2D;
import static org.lwjgl.opengl.GL33C.glRenderbufferStorage;
import static org.lwjgl.opengl.GL33C.glTexImage2D;
import static org.lwjgl.opengl.GL33C.glTexParameteri;
import static org.lwjgl.opengl.GL33C.glViewport;

/** A picture on the card that can be drawn into, with or without a stencil. */
final class Sheet {
    private final Gpu gpu;
    private final boolean stencilled;
    private final int format;
    private int width;
    private int height;
    private int texture;
    private int stencil;
    private int framebuffer;

    /**
     * Has no size yet.
     *
     * @param gpu owner
     * @param format of the texture, GL_RGBA8 or GL_R8
     * @param stencilled whether it has a stencil
     */
    Sheet(Gpu gpu, int format, boolean stencilled) {
        this.gpu = gpu;
        this.format = format;
        this.stencilled = stencilled;
    }

    /** Gives it a size and binds it for drawing. */
    void begin(int wide, int high) {
        if (wide != width || high != height) {
            remake(wide, high);
        }
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glViewport(0, 0, width, height);
    }

    private void remake(int wide, int high) {
        free();
        width = wide;
        height = high;
        texture = gpu.create(Gpu.Kind.TEXTURE);
        glActiveTexture(GL_TEXTURE0 + Unit.PICTURE.number());
        glBindTexture(GL_TEXTURE_2D, texture);
        int channels = format == GL_R8 ? GL_RED : GL_RGBA;
        glTexImage2D(GL_TEXTURE_2D, 0, format, width, height, 0, channels, GL_UNSIGNED_BYTE, 0L);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        framebuffer = gpu.create(Gpu.Kind.FRAMEBUFFER);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
        if (stencilled) {
            stencil = gpu.create(Gpu.Kind.RENDERBUFFER);
            glBindRenderbuffer(GL_RENDERBUFFER, stencil);
            glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, width, height);
            glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, stencil);
        }
        Target.check(width, height, 1);
    }

    private void free() {
        gpu.delete(Gpu.Kind.FRAMEBUFFER, framebuffer);
        gpu.delete(Gpu.Kind.TEXTURE, texture);
        gpu.delete(Gpu.Kind.RENDERBUFFER, stencil);
        stencil = 0;
    }

    /** Binds the picture for reading. */
    void bind() {
        glActiveTexture(GL_TEXTURE0 + Unit.PICTURE.number());
        glBindTexture(GL_TEXTURE_2D, texture);
    }

    int framebuffer() {
        return framebuffer;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
