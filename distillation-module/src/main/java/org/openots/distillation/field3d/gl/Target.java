package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_COLOR_ATTACHMENT0;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.GL_DEPTH_ATTACHMENT;
import static org.lwjgl.opengl.GL33C.GL_DEPTH_COMPONENT24;
import static org.lwjgl.opengl.GL33C.GL_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_FRAMEBUFFER_COMPLETE;
import static org.lwjgl.opengl.GL33C.GL_MAX_SAMPLES;
import static org.lwjgl.opengl.GL33C.GL_NEAREST;
import static org.lwjgl.opengl.GL33C.GL_READ_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_RENDERBUFFER;
import static org.lwjgl.opengl.GL33C.GL_RGBA8;
import static org.lwjgl.opengl.GL33C.glBindFramebuffer;
import static org.lwjgl.opengl.GL33C.glBindRenderbuffer;
import static org.lwjgl.opengl.GL33C.glBlitFramebuffer;
import static org.lwjgl.opengl.GL33C.glCheckFramebufferStatus;
import static org.lwjgl.opengl.GL33C.glFramebufferRenderbuffer;
import static org.lwjgl.opengl.GL33C.glGetInteger;
import static org.lwjgl.opengl.GL33C.glRenderbufferStorageMultisample;
import static org.lwjgl.opengl.GL33C.glViewport;

import org.openots.common.error.OtsException;

/** What is drawn into: colour and depth of several samples, resolved to a picture. */
final class Target {
    private final Gpu gpu;
    private final int samples;
    private int width;
    private int height;
    private int framebuffer;
    private int colour;
    private int depth;

    Target(Gpu gpu, int samples) {
        this.gpu = gpu;
        this.samples = samples;
    }

    /** Binds it for drawing in a size; makes it anew if the size changed. */
    void begin(int wide, int high) {
        if (wide != width || high != height) {
            remake(wide, high);
        }
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glViewport(0, 0, width, height);
    }

    private void remake(int wide, int high) {
        gpu.delete(Gpu.Kind.FRAMEBUFFER, framebuffer);
        gpu.delete(Gpu.Kind.RENDERBUFFER, colour);
        gpu.delete(Gpu.Kind.RENDERBUFFER, depth);
        width = wide;
        height = high;
        int most = Math.min(samples, glGetInteger(GL_MAX_SAMPLES));
        colour = gpu.create(Gpu.Kind.RENDERBUFFER);
        glBindRenderbuffer(GL_RENDERBUFFER, colour);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, most, GL_RGBA8, width, height);
        depth = gpu.create(Gpu.Kind.RENDERBUFFER);
        glBindRenderbuffer(GL_RENDERBUFFER, depth);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, most, GL_DEPTH_COMPONENT24, width, height);
        framebuffer = gpu.create(Gpu.Kind.FRAMEBUFFER);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth);
        check(width, height, most);
    }

    static void check(int width, int height, int samples) {
        int status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
        if (status != GL_FRAMEBUFFER_COMPLETE) {
            throw new OtsException(GlError.SURFACE_REFUSED, width, height, samples, Integer.toHexString(status));
        }
    }

    /** Brings the samples together in a sheet of the same size, which stays bound for drawing over it. */
    void resolve(Sheet sheet) {
        sheet.begin(width, height);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
        glBlitFramebuffer(0, 0, width, height, 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
        glBindFramebuffer(GL_FRAMEBUFFER, sheet.framebuffer());
    }
}
