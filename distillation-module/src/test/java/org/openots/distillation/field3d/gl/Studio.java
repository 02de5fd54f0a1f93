package org.openots.distillation.field3d.gl;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.state.Camera;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.state.Weather;
import org.openots.distillation.field3d.ui.Canvas;

/**
 * Takes pictures of any scene, off screen. Also a program: {@code Studio CLASS#METHOD FOLDER [WIDTH HEIGHT]} draws each view of the
 * scene that a static method without parameters returns. Run it with the test class path of this module.
 */
public final class Studio implements AutoCloseable {
    /** Vertical field of view of the pictures, radian: 62 degrees, as in the station. */
    public static final float FIELD_OF_VIEW = 1.08f;

    private final GlContext context = GlContext.offScreen();
    private final Renderer renderer;
    private @Nullable NanoVgCanvas canvas;

    /** Loads a scene without people. */
    public Studio(Scene scene, Preset preset) {
        this(scene, null, preset);
    }

    /** Loads a scene and the shape of people. */
    public Studio(Scene scene, @Nullable Worker worker, Preset preset) {
        renderer = new Renderer(scene, worker, preset, System::nanoTime);
    }

    /** Panels laid over all further pictures. */
    public void panels(Consumer<Canvas> painting, int width, int height, float scale) {
        if (canvas == null) {
            canvas = new NanoVgCanvas();
        }
        canvas.paint(width, height, scale, painting);
    }

    /** A camera at a place that looks at another. */
    public static Camera camera(Vector3fc eye, Vector3fc target) {
        Vector3f way = new Vector3f(target).sub(eye).normalize();
        float yaw = (float) Math.atan2(-way.x, -way.z);
        return new Camera(new Vector3f(eye), yaw, (float) Math.asin(way.y), FIELD_OF_VIEW);
    }

    /** A frame in which nothing happens: every motion at its beginning. */
    public static Frame calm(Scene scene, Camera camera) {
        float[] motion = new float[scene.motions().size()];
        for (int i = 0; i < motion.length; i++) {
            motion[i] = scene.motions().get(i).from();
        }
        return new Frame(12, camera, motion, -1, -1, List.of(), List.of(), List.of(), Weather.DAY);
    }

    /** Draws a frame and writes it. */
    public Picture shoot(Frame frame, int width, int height, Path file) {
        Picture picture = shoot(frame, width, height);
        picture.write(file);
        return picture;
    }

    /** Draws a frame. */
    public Picture shoot(Frame frame, int width, int height) {
        renderer.draw(frame, width, height, canvas);
        return renderer.capture();
    }

    public Renderer renderer() {
        return renderer;
    }

    public GlContext context() {
        return context;
    }

    @Override
    public void close() {
        if (canvas != null) {
            canvas.close();
        }
        renderer.close();
        context.close();
    }

    public static void main(String[] arguments) throws ReflectiveOperationException {
        NativeSettings.apply();
        String[] name = arguments[0].split("#", 2);
        var method = Class.forName(name[0]).getDeclaredMethod(name[1]);
        method.setAccessible(true);
        Scene scene = (Scene) method.invoke(null);
        int width = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1280;
        int height = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 720;
        try (Studio studio = new Studio(scene, Preset.HIGH)) {
            for (View view : scene.views()) {
                Frame frame = calm(scene, camera(view.eye(), view.target()));
                long before = System.nanoTime();
                studio.shoot(frame, width, height, Path.of(arguments[1], view.id() + ".png"));
                FrameStatistics statistics = studio.renderer().statistics();
                System.out.printf(
                        "%s: %d draws, %d triangles, %.1f s%n",
                        view.id(), statistics.draws(), statistics.triangles(), (System.nanoTime() - before) / 1e9);
            }
        }
    }
}
