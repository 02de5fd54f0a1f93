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
import static org.lwjgl.glfw.GLFW.GLFW_KEY_EQUAL;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_ESCAPE;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_F;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_F11;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_G;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_H;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_J;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_KP_ADD;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_KP_ENTER;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_KP_SUBTRACT;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_L;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_LEFT;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_LEFT_BRACKET;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_LEFT_CONTROL;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_LEFT_SHIFT;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_M;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_MINUS;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_Q;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_R;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_RIGHT;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_RIGHT_BRACKET;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_S;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_SPACE;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_T;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_TAB;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_UP;
import static org.lwjgl.glfw.GLFW.GLFW_KEY_V;
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

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openots.distillation.field3d.body.Controls;
import org.openots.distillation.field3d.gl.GlContext;
import org.openots.distillation.field3d.gl.Renderer;
import org.openots.distillation.field3d.gl.Sounds;
import org.openots.distillation.field3d.ui.Hud;

/** The window: turns keys and pointer into what the game understands, and shows its pictures. */
final class FieldWindow implements AutoCloseable {
    /** Turn of the view by a point of the mouse at speed 1, radian: a hand's breadth turns round by half. */
    private static final double PER_POINT = 0.0022;

    /** A footstep beside what runs in the plant. */
    private static final float STEP_LOUDNESS = 0.35f;

    /** Turn of the view by the arrow keys, radian/s. */
    private static final double KEY_TURN = 1.4;

    private final GlContext context;
    private final Drawing drawing;
    private final Sounds sounds = Sounds.open();
    private final Game game;
    private final LongSupplier nanos;
    private final FullScreen fullScreen = new FullScreen();
    private final int[] wide = new int[1];
    private final int[] high = new int[1];
    private double pointerX = Double.NaN;
    private double pointerY = Double.NaN;
    private double turn;
    private double look;
    private boolean free;

    /**
     * Takes over a window.
     *
     * @param context of the window
     * @param drawing that draws in it
     * @param game to be played
     * @param nanos a clock that only goes forward, ns
     */
    FieldWindow(GlContext context, Drawing drawing, Game game, LongSupplier nanos) {
        this.context = context;
        this.drawing = drawing;
        this.game = game;
        this.nanos = nanos;
        drawing.notice().ifPresent(text -> game.dispatch().say(Hud.Mood.CAUTION, text));
        sounds.notice().ifPresent(text -> game.dispatch().say(Hud.Mood.NEWS, text));
        listen();
    }

    /** Opens a window. */
    static GlContext open(PictureSize size) {
        return GlContext.window(size.width(), size.height(), "OpenOTS 三维现场站 / field station");
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
        return (float) (pointerX * wide[0] / windowWidth() / drawing.scale());
    }

    private float panelY() {
        return (float) (pointerY * high[0] / windowHeight() / drawing.scale());
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
            if (once(key) == GameKey.USE) {
                game.release(); // who holds a wheel by key lets go of it with the key
            }
            return;
        }
        if (key == GLFW_KEY_F11) {
            if (action == GLFW_PRESS) {
                fullScreen.toggle(context.handle());
            }
            return;
        }
        GameKey meant = switch (key) {
            case GLFW_KEY_ESCAPE -> GameKey.ESCAPE;
            case GLFW_KEY_TAB -> (mods & GLFW_MOD_SHIFT) != 0 ? GameKey.BACK_TAB : GameKey.TAB;
            case GLFW_KEY_BACKSPACE -> GameKey.BACKSPACE;
            case GLFW_KEY_EQUAL, GLFW_KEY_KP_ADD -> GameKey.MORE;
            case GLFW_KEY_MINUS, GLFW_KEY_KP_SUBTRACT -> GameKey.LESS;
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
            case GLFW_KEY_SPACE -> GameKey.PLAY;
            case GLFW_KEY_J -> GameKey.REWIND;
            case GLFW_KEY_L -> GameKey.FORWARD;
            case GLFW_KEY_LEFT_BRACKET -> GameKey.SLOWER;
            case GLFW_KEY_RIGHT_BRACKET -> GameKey.FASTER;
            case GLFW_KEY_V -> GameKey.EYES;
            case GLFW_KEY_G -> GameKey.FLY;
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
     * Shows pictures until the window is closed or the game is over.
     *
     * @param hand who plays
     * @param comfort what the program does beside
     */
    void run(Hand hand, Comfort comfort) {
        long last = nanos.getAsLong();
        boolean quit = false;
        while (!quit && !hand.over() && !glfwWindowShouldClose(context.handle())) {
            long time = nanos.getAsLong();
            double seconds = (time - last) * 1e-9;
            last = time;
            glfwPollEvents();
            if (free != game.pointerFree()) {
                grab(game.pointerFree());
            }
            hand.drive(game, seconds, controls(seconds));
            picture(hand);
            hear();
            quit = comfort.serve(game);
            drawing.want(game.ui().settings().quality());
        }
    }

    private void picture(Hand hand) {
        glfwGetFramebufferSize(context.handle(), wide, high);
        int width = Math.max(1, wide[0]);
        int height = Math.max(1, high[0]);
        Renderer renderer = drawing.draw(game, width, height);
        if (hand.wantsPicture()) {
            hand.drawn(renderer::capture);
        }
        renderer.present(width, height);
        glfwSwapBuffers(context.handle());
    }

    private void hear() {
        float volume = game.ui().settings().sounds();
        sounds.hear(game.camera(), volume, game.sounds());
        for (int i = game.footfalls(); i > 0; i--) {
            sounds.step(game.camera().eye(), STEP_LOUDNESS);
        }
    }

    @Override
    public void close() {
        sounds.close();
    }
}
