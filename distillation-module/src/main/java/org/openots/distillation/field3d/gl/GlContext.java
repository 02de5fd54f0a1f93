package org.openots.distillation.field3d.gl;

import static org.lwjgl.glfw.GLFW.GLFW_ANY_PLATFORM;
import static org.lwjgl.glfw.GLFW.GLFW_API_UNAVAILABLE;
import static org.lwjgl.glfw.GLFW.GLFW_CONTEXT_CREATION_API;
import static org.lwjgl.glfw.GLFW.GLFW_CONTEXT_VERSION_MAJOR;
import static org.lwjgl.glfw.GLFW.GLFW_CONTEXT_VERSION_MINOR;
import static org.lwjgl.glfw.GLFW.GLFW_EGL_CONTEXT_API;
import static org.lwjgl.glfw.GLFW.GLFW_FALSE;
import static org.lwjgl.glfw.GLFW.GLFW_NATIVE_CONTEXT_API;
import static org.lwjgl.glfw.GLFW.GLFW_NO_ERROR;
import static org.lwjgl.glfw.GLFW.GLFW_OPENGL_CORE_PROFILE;
import static org.lwjgl.glfw.GLFW.GLFW_OPENGL_FORWARD_COMPAT;
import static org.lwjgl.glfw.GLFW.GLFW_OPENGL_PROFILE;
import static org.lwjgl.glfw.GLFW.GLFW_OSMESA_CONTEXT_API;
import static org.lwjgl.glfw.GLFW.GLFW_PLATFORM;
import static org.lwjgl.glfw.GLFW.GLFW_PLATFORM_NULL;
import static org.lwjgl.glfw.GLFW.GLFW_PLATFORM_UNAVAILABLE;
import static org.lwjgl.glfw.GLFW.GLFW_RESIZABLE;
import static org.lwjgl.glfw.GLFW.GLFW_SCALE_TO_MONITOR;
import static org.lwjgl.glfw.GLFW.GLFW_TRUE;
import static org.lwjgl.glfw.GLFW.GLFW_VERSION_UNAVAILABLE;
import static org.lwjgl.glfw.GLFW.GLFW_VISIBLE;
import static org.lwjgl.glfw.GLFW.glfwCreateWindow;
import static org.lwjgl.glfw.GLFW.glfwDefaultWindowHints;
import static org.lwjgl.glfw.GLFW.glfwDestroyWindow;
import static org.lwjgl.glfw.GLFW.glfwGetError;
import static org.lwjgl.glfw.GLFW.glfwInit;
import static org.lwjgl.glfw.GLFW.glfwInitHint;
import static org.lwjgl.glfw.GLFW.glfwMakeContextCurrent;
import static org.lwjgl.glfw.GLFW.glfwPlatformSupported;
import static org.lwjgl.glfw.GLFW.glfwSwapInterval;
import static org.lwjgl.glfw.GLFW.glfwTerminate;
import static org.lwjgl.glfw.GLFW.glfwWindowHint;
import static org.lwjgl.opengl.GL11C.GL_RENDERER;
import static org.lwjgl.opengl.GL11C.GL_VERSION;
import static org.lwjgl.opengl.GL11C.glGetString;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.openots.common.error.OtsException;

/**
 * A drawing context of OpenGL 3.3 core that is current on the thread that made it: with a window, or off screen. Without a screen
 * GLFW's null platform is tried with EGL, then with OSMesa, then a hidden window of the display there is (GLX, also of Xvfb).
 */
public final class GlContext implements AutoCloseable {
    /** How a context came about. */
    public enum Route {
        /** A window that is seen. */
        WINDOW,
        /** Null platform with EGL. */
        EGL,
        /** Null platform with OSMesa, which Mesa 25.1 dropped. */
        OSMESA,
        /** A window that is not seen. */
        HIDDEN_WINDOW
    }

    private static final String OSMESA_LIBRARY = "libOSMesa.so.8";

    private final long window;
    private final Route route;
    private final String version;
    private final String renderer;

    private GlContext(long window, Route route, String version, String renderer) {
        this.window = window;
        this.route = route;
        this.version = version;
        this.renderer = renderer;
    }

    /**
     * Opens a window with a context.
     *
     * @param width px
     * @param height px
     * @param title of the window
     * @return the context, current on this thread; shown, at the pace of the screen
     * @throws OtsException with a {@link GlError} that says what to do
     */
    public static GlContext window(int width, int height, String title) {
        Attempt attempt = open(Route.WINDOW, width, height, title);
        if (attempt.context() == null) {
            throw attempt.asError();
        }
        glfwSwapInterval(1);
        return attempt.context();
    }

    /**
     * Makes a context without a window.
     *
     * @return the context, current on this thread
     * @throws OtsException {@link GlError#NO_DISPLAY} with what was tried, or a nearer reason
     */
    public static GlContext offScreen() {
        return offScreen(List.of(Route.EGL, Route.OSMESA, Route.HIDDEN_WINDOW));
    }

    /** Makes a context by the first of some routes that works. */
    static GlContext offScreen(List<Route> routes) {
        List<String> tried = new ArrayList<>();
        for (Route route : routes) {
            Attempt attempt = open(route, 16, 16, "OpenOTS");
            if (attempt.context() != null) {
                return attempt.context();
            }
            tried.add(route + ": " + attempt.code() + " " + attempt.words());
        }
        throw new OtsException(GlError.NO_DISPLAY, String.join("; ", tried));
    }

    private static Attempt open(Route route, int width, int height, String title) {
        try {
            configure(route);
            if (!glfwInit()) {
                return failure();
            }
            hints(route);
            long window = glfwCreateWindow(width, height, title, MemoryUtil.NULL, MemoryUtil.NULL);
            if (window == MemoryUtil.NULL) {
                Attempt failure = failure();
                glfwTerminate();
                return failure;
            }
            glfwMakeContextCurrent(window);
            GL.createCapabilities();
            return new Attempt(
                    new GlContext(
                            window,
                            route,
                            Objects.requireNonNullElse(glGetString(GL_VERSION), "?"),
                            Objects.requireNonNullElse(glGetString(GL_RENDERER), "?")),
                    GLFW_NO_ERROR,
                    "");
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            return new Attempt(
                    null, Attempt.LIBRARY, String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause()));
        }
    }

    private static void configure(Route route) {
        boolean bare = route == Route.EGL || route == Route.OSMESA;
        if (bare && glfwPlatformSupported(GLFW_PLATFORM_NULL)) {
            glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_NULL);
        }
        switch (route) {
            case EGL -> Configuration.OPENGL_CONTEXT_API.set("EGL");
            case OSMESA -> {
                Configuration.OPENGL_CONTEXT_API.set("OSMesa");
                Configuration.OPENGL_LIBRARY_NAME.set(OSMESA_LIBRARY);
            }
            default -> {
                glfwInitHint(GLFW_PLATFORM, GLFW_ANY_PLATFORM);
                Configuration.OPENGL_CONTEXT_API.set("native");
                Configuration.OPENGL_LIBRARY_NAME.set(null);
            }
        }
    }

    private static void hints(Route route) {
        glfwDefaultWindowHints();
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
        glfwWindowHint(GLFW_RESIZABLE, GLFW_TRUE);
        glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
        glfwWindowHint(GLFW_VISIBLE, route == Route.WINDOW ? GLFW_TRUE : GLFW_FALSE);
        int creation = switch (route) {
            case EGL -> GLFW_EGL_CONTEXT_API;
            case OSMESA -> GLFW_OSMESA_CONTEXT_API;
            default -> GLFW_NATIVE_CONTEXT_API;
        };
        glfwWindowHint(GLFW_CONTEXT_CREATION_API, creation);
    }

    private static Attempt failure() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer words = stack.mallocPointer(1);
            int code = glfwGetError(words);
            long address = words.get(0);
            return new Attempt(null, code, address == MemoryUtil.NULL ? "" : MemoryUtil.memUTF8(address));
        }
    }

    /**
     * The window.
     *
     * @return its GLFW handle
     */
    public long handle() {
        return window;
    }

    /**
     * How it came about.
     *
     * @return the route
     */
    public Route route() {
        return route;
    }

    /**
     * What the driver calls itself.
     *
     * @return for example {@code 4.5 (Core Profile) Mesa 22.3.6}
     */
    public String version() {
        return version;
    }

    /**
     * What draws.
     *
     * @return name of the card or of the software renderer
     */
    public String renderer() {
        return renderer;
    }

    /**
     * Whether a program draws instead of a card: then people are told that it will be slow.
     *
     * @return true for a software renderer
     */
    public boolean software() {
        return softwareRenderer(renderer);
    }

    static boolean softwareRenderer(String renderer) {
        String name = renderer.toLowerCase(Locale.ROOT);
        return name.contains("llvmpipe")
                || name.contains("softpipe")
                || name.contains("gdi generic")
                || name.contains("swiftshader")
                || name.contains("basic render");
    }

    @Override
    public void close() {
        GL.setCapabilities(null);
        glfwMakeContextCurrent(MemoryUtil.NULL);
        glfwDestroyWindow(window);
        glfwTerminate();
    }

    /** What came of one route: a context, or GLFW's code and words. */
    record Attempt(@org.jspecify.annotations.Nullable GlContext context, int code, String words) {
        /** No code of GLFW: a library did not load. */
        static final int LIBRARY = -1;

        OtsException asError() {
            return errorOf(code, words);
        }
    }

    /** What a code of GLFW means for the user. */
    static OtsException errorOf(int code, String words) {
        return switch (code) {
            case GLFW_PLATFORM_UNAVAILABLE -> new OtsException(GlError.NO_DISPLAY, words);
            case GLFW_VERSION_UNAVAILABLE -> new OtsException(GlError.DRIVER_TOO_OLD, words);
            case GLFW_API_UNAVAILABLE -> new OtsException(GlError.NO_DRIVER, words);
            case Attempt.LIBRARY ->
                new OtsException(GlError.LIBRARY_BLOCKED, Configuration.LIBRARY_PATH.get("java.library.path"), words);
            default -> new OtsException(GlError.WINDOW_FAILED, String.format(Locale.ROOT, "0x%08X", code), words);
        };
    }
}
