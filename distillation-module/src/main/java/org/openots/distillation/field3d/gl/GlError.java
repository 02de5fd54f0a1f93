package org.openots.distillation.field3d.gl;

import org.openots.common.error.ErrorCode;

/** Why nothing can be drawn on this computer. */
public enum GlError implements ErrorCode {
    /** No screen and no way to draw without one: what was tried. */
    NO_DISPLAY("OTS-GL-001"),
    /** The driver is older than OpenGL 3.3: what it said. */
    DRIVER_TOO_OLD("OTS-GL-002"),
    /** Only a basic display driver, a remote desktop or a virtual machine: what it said. */
    NO_DRIVER("OTS-GL-003"),
    /** A native library cannot be loaded: path or name, what was said. */
    LIBRARY_BLOCKED("OTS-GL-004"),
    /** The window could not be made for another reason: GLFW's code, what it said. */
    WINDOW_FAILED("OTS-GL-005"),
    /** The driver does not compile a shader: shader, what it said. */
    SHADER_REFUSED("OTS-GL-006"),
    /** The driver cannot make a drawing surface: width, height, samples, status. */
    SURFACE_REFUSED("OTS-GL-007"),
    /** OpenGL reported an error: where, code. */
    DRAWING_FAILED("OTS-GL-008"),
    /** A picture cannot be written or read: file, what was said. */
    PICTURE_FILE("OTS-GL-009"),
    /** The font cannot be used: what was tried. */
    FONT_REFUSED("OTS-GL-010");

    private final String code;

    GlError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.distillation.field3d.gl.GlMessages";
    }
}
