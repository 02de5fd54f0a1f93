package org.openots.distillation.field3d.app;

import static org.lwjgl.glfw.GLFW.GLFW_CURSOR;
import static org.lwjgl.glfw.GLFW.GLFW_CURSOR_DISABLED;
import static org.lwjgl.glfw.GLFW.GLFW_CURSOR_NORMAL;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_A;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_BACKSPACE;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_C;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_D;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_DOWN;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_E;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_ENTER;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_ESCAPE;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_F;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_H;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_KP_ENTER;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_LEFT;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_LEFT_CONTROL;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_LEFT_SHIFT;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_M;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_Q;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_R;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_RIGHT;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_S;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_T;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_TAB;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_UP;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_W;
import static org.lwjgl.glfw.GLFW.GLFW_MOD_SHIFT;
import static org.lwjgl.glfw.GLFW.GLFW_MOUSE_BUTTON_LEFT;
import static org.lwjgl.glfw.GLFW.GLFW_PRESS;
import static org.lwjgl.glfw.GLFW.GLFW_RELEASE;
import static org.lwjgl.glfw.GLFW.GLFW_REPEAT;
import static org.lwjgl.glfw.GLFW.glfwGetFramebufferSize;
import static org.lwjgl.glfw.GLFW.glfwGetKey;
import static org.lwjgl.glfw.GLFW.glfwGetWindowSize;
import static org.lwjgl.glfw.GLFW.glfwPollEvents;
import static org.lwjgl.glfw.GLFW.glfwSetCharCallback;
import static org.lwjgl.glfw.GLFW.glfwSetCursorPosCallback;
import static org.lwjgl.glfw.GLFW.glfwSetInputMode;
import static org.lwjgl.glfw.GLFW.glfwSetKeyCallback;
import static org.lwjgl.glfw.GLFW.glfwSetMouseButtonCallback;
import static org.lwjgl.glfw.GLFW.glfwSetScrollCallback;
import static org.lwjgl.glfw.GLFW.glfwSwapBuffers;
import static org.lwjgl.glfw.GLFW.glfwWindowShouldClose;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openots.distillation.field3d.body.Controls;
import org.openots.distillation.field3d.gl.GlContext;
import org.openots.distillation.field3d.gl.NanoVgCanvas;
import org.openots.distillation.field3d.gl.Preset;
import org.openots.distillation.field3d.gl.Renderer;
import org.openots.distillation.field3d.gl.Repaint;
import org.openots.distillation.field3d.gl.Worker;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Weather;
import org.openots.distillation.field3d.ui.Act;
import org.openots.distillation.field3d.ui.Picture;
import org.openots.distillation.field3d.ui.Screen;

/** The window: turns keys and pointer into what the game understands, and shows its pictures. */
final class FieldWindow implements AutoCloseable {
    /** Turn of the view by a point of the mouse at speed 1, radian: a hand's breadth turns round by half. */
    private static final double PER_POINT = 0.0022;

    /** Turn of the view by the arrow keys, radian/s. */
    private static final double KEY_TURN = 1.4;

    private final GlContext context;
    private final NanoVgCanvas canvas;
    private final Renderer renderer;
    private final Game game;
    private final Weather weather;
    private final LongSupplier nanos;
    private final Repaint repaint = new Repaint();
    private final int[] wide = new int[1];
    private final int[] high = new int[1];
    private double pointerX = Double.NaN;
    private double pointerY = Double.NaN;
    private double turn;
    private double look;
    private float scale = 1;
    private boolean free;
    private boolean quit;

    FieldWindow(
            Scene scene,
            @Nullable Worker worker,
            Game game,
            Preset preset,
            PictureSize size,
            Weather weather,
            LongSupplier nanos) {
        this.context = GlContext.window(size.width(), size.height(), "OpenOTS 三维现场站 / field station");
        this.canvas = new NanoVgCanvas();
        this.renderer = new Renderer(scene, worker, preset, nanos);
        this.game = game;
        this.weather = weather;
        this.nanos = nanos;
        listen();
    }

    private void listen() {
        long window = context.handle();
        glfwSetKeyCallback(window, (w, key, code, action, mods) -> key(key, action, mods));
        glfwSetCharCallback(window, (w, typed) -> typed((char) typed));
        glfwSetCursorPosCallback(window, (w, x, y) -> pointer(x, y));
        glfwSetMouseButtonCallback(window, (w, button, action, mods) -> {
            if (button == GLFW_MOUSE_BUTTON_LEFT && action == GLFW_PRESS) {
                game.press(panelX(), panelY());
            } else if (button == GLFW_MOUSE_BUTTON_LEFT && action == GLFW_RELEASE) {
                game.release();
            }
        });
        glfwSetScrollCallback(window, (w, dx, dy) -> game.wheel(dy));
        grab(false);
    }

    private void grab(boolean pointerFree) {
        free = pointerFree;
        glfwSetInputMode(context.handle(), GLFW_CURSOR, free ? GLFW_CURSOR_NORMAL : GLFW_CURSOR_DISABLED);
        pointerX = Double.NaN;
    }

    private float panelX() {
        return (float) (pointerX * wide[0] / windowWidth() / scale);
    }

    private float panelY() {
        return (float) (pointerY * high[0] / windowHeight() / scale);
    }

    private int windowWidth() {
        int[] width = new int[1];
        glfwGetWindowSize(context.handle(), width, new int[1]);
        return Math.max(1, width[0]);
    }

    private int windowHeight() {
        int[] height = new int[1];
        glfwGetWindowSize(context.handle(), new int[1], height);
        return Math.max(1, height[0]);
    }

    private void pointer(double x, double y) {
        if (!free && !Double.isNaN(pointerX)) {
            double speed = PER_POINT * game.ui().settings().mouseSpeed();
            turn -= (x - pointerX) * speed;
            look -= (y - pointerY) * speed;
        }
        pointerX = x;
        pointerY = y;
        if (free) {
            game.point(panelX(), panelY());
        }
    }

    private void typed(char key) {
        if (key == '-' || key == '.' || (key >= '0' && key <= '9')) {
            game.typed(key);
        }
    }

    private void key(int key, int action, int mods) {
        if (action == GLFW_RELEASE) {
            return;
        }
        GameKey meant = switch (key) {
            case GLFW_KEY_ESCAPE -> GameKey.ESCAPE;
            case GLFW_KEY_TAB -> (mods & GLFW_MOD_SHIFT) != 0 ? GameKey.BACK_TAB : GameKey.TAB;
            case GLFW_KEY_BACKSPACE -> GameKey.BACKSPACE;
            default -> action == GLFW_REPEAT ? null : once(key);
        };
        if (meant != null) {
            game.key(meant);
        }
    }

    private @Nullable GameKey once(int key) {
        boolean open = game.pointerFree();
        return switch (key) {
            case GLFW_KEY_E, GLFW_KEY_F, GLFW_KEY_ENTER, GLFW_KEY_KP_ENTER -> GameKey.USE;
            case GLFW_KEY_Q -> GameKey.PREVIOUS_ITEM;
            case GLFW_KEY_R -> GameKey.NEXT_ITEM;
            case GLFW_KEY_M -> GameKey.PLACES;
            case GLFW_KEY_T -> GameKey.RADIO;
            case GLFW_KEY_H -> GameKey.HELP;
            case GLFW_KEY_LEFT -> open ? GameKey.LEFT : null;
            case GLFW_KEY_RIGHT -> open ? GameKey.RIGHT : null;
            case GLFW_KEY_UP -> open ? GameKey.UP : null;
            case GLFW_KEY_DOWN -> open ? GameKey.DOWN : null;
            default -> null;
        };
    }

    private boolean down(int key) {
        return glfwGetKey(context.handle(), key) == GLFW_PRESS;
    }

    private Controls controls(double seconds) {
        if (!game.pointerFree()) {
            double arrows = KEY_TURN * seconds;
            turn += (down(GLFW_KEY_LEFT) ? arrows : 0) - (down(GLFW_KEY_RIGHT) ? arrows : 0);
            look += (down(GLFW_KEY_UP) ? arrows : 0) - (down(GLFW_KEY_DOWN) ? arrows : 0);
        }
        Controls controls = new Controls(
                (down(GLFW_KEY_W) ? 1 : 0) - (down(GLFW_KEY_S) ? 1 : 0),
                (down(GLFW_KEY_D) ? 1 : 0) - (down(GLFW_KEY_A) ? 1 : 0),
                down(GLFW_KEY_LEFT_SHIFT),
                down(GLFW_KEY_C) || down(GLFW_KEY_LEFT_CONTROL),
                false,
                (float) turn,
                (float) look);
        turn = 0;
        look = 0;
        return controls;
    }

    /**
     * Shows pictures until the window is closed.
     *
     * @param each called after every picture with what was drawn; for captures
     */
    void run(Consumer<Renderer> each) {
        long last = nanos.getAsLong();
        while (!quit && !glfwWindowShouldClose(context.handle())) {
            long time = nanos.getAsLong();
            double seconds = (time - last) * 1e-9;
            last = time;
            glfwPollEvents();
            if (free != game.pointerFree()) {
                grab(game.pointerFree());
            }
            game.advance(seconds, controls(seconds));
            picture(time * 1e-9);
            each.accept(renderer);
            for (Act.Command command : game.commands()) {
                quit |= command == Act.Command.QUIT;
            }
        }
    }

    private void picture(double time) {
        glfwGetFramebufferSize(context.handle(), wide, high);
        int width = Math.max(1, wide[0]);
        int height = Math.max(1, high[0]);
        Screen screen = Screen.of(width, height, game.ui().settings().scale());
        scale = screen.scale();
        Picture panels = game.layout(screen, canvas::width);
        if (repaint.due(time, panels)) {
            canvas.paint(width, height, scale, panels::paint);
        }
        renderer.draw(game.frame(weather), width, height, canvas);
        renderer.present(width, height);
        glfwSwapBuffers(context.handle());
    }

    @Override
    public void close() {
        renderer.close();
        canvas.close();
        context.close();
    }
}
