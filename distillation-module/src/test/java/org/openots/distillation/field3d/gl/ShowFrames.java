package org.openots.distillation.field3d.gl;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.Archetype;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.Pattern;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.state.Camera;
import org.openots.distillation.field3d.state.Figure;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.state.Plume;
import org.openots.distillation.field3d.state.Pool;
import org.openots.distillation.field3d.state.Weather;
import org.openots.distillation.field3d.ui.Canvas;

/** Pictures of the show-room in which everything that can be drawn is seen at least once. */
final class ShowFrames {
    private ShowFrames() {}

    /** The shape of people in these pictures. */
    static Worker worker() {
        List<Archetype> limbs = List.of(
                new Archetype("body", body()),
                new Archetype("leg", leg()),
                new Archetype("leg", leg()),
                new Archetype("arm", arm()),
                new Archetype("arm", arm()));
        return new Worker(
                limbs,
                List.of(
                        new float[3],
                        new float[] {-0.11f, 0.9f, 0},
                        new float[] {0.11f, 0.9f, 0},
                        new float[] {-0.29f, 1.42f, 0},
                        new float[] {0.29f, 1.42f, 0}));
    }

    private static Mesh body() {
        Shapes s = new Shapes();
        s.paint(0x1D3557FF, 0.8, 0, 0, Pattern.PLAIN).at(0, 1.18f, 0).box(0.44f, 0.60f, 0.24f);
        s.paint(0xF2E205FF, 0.6, 0, 0, Pattern.PLAIN).at(0, 1.2f, 0).box(0.45f, 0.07f, 0.25f);
        s.paint(0xC08A66FF, 0.6, 0, 0, Pattern.PLAIN).at(0, 1.62f, 0).ball(0.11f, 20);
        s.paint(0xF0B010FF, 0.35, 0, 0, Pattern.PLAIN).at(0, 1.66f, 0).turned(20, 0.17f, 0, 0.13f, 0.09f, 0.02f, 0.14f);
        return s.mesh();
    }

    private static Mesh leg() {
        Shapes s = new Shapes();
        s.paint(0x1D3557FF, 0.8, 0, 0, Pattern.PLAIN).at(0, -0.42f, 0).box(0.16f, 0.84f, 0.18f);
        s.paint(0x151515FF, 0.7, 0, 0, Pattern.PLAIN).at(0, -0.86f, 0.05f).box(0.17f, 0.08f, 0.30f);
        return s.mesh();
    }

    private static Mesh arm() {
        return new Shapes()
                .paint(0x1D3557FF, 0.8, 0, 0, Pattern.PLAIN)
                .at(0, -0.3f, 0)
                .box(0.11f, 0.62f, 0.13f)
                .mesh();
    }

    /** Frames by name, in order. */
    static Map<String, Frame> all(Scene scene) {
        Map<String, Frame> frames = new LinkedHashMap<>();
        for (View view : scene.views()) {
            frames.put(view.id(), Studio.calm(scene, Studio.camera(view.eye(), view.target())));
        }
        Camera valve = Studio.camera(new Vector3f(-2.6f, 1.65f, 6.6f), new Vector3f(-2.2f, 1.05f, 4));
        frames.put("highlight", lookedAt(scene, valve));
        Camera yard = Studio.camera(new Vector3f(-1.5f, 1.7f, 10), new Vector3f(0.5f, 2.4f, -2));
        frames.put("fire", burning(scene, yard, Weather.DAY));
        frames.put("leak", leaking(scene));
        frames.put("night", burning(scene, yard, new Weather(1, 0)));
        frames.put("night-calm", with(scene, yard, new Weather(1, 0)));
        frames.put("rain", with(scene, yard, new Weather(0, 1)));
        return frames;
    }

    /** The frame of a name. */
    static Frame named(Scene scene, String name) {
        return Objects.requireNonNull(all(scene).get(name), name);
    }

    private static float[] motion(Scene scene) {
        float[] motion = Studio.calm(scene, new Camera(new Vector3f(), 0, 0, 1)).motion();
        motion[0] = 2;
        motion[1] = 0.05f;
        motion[2] = 1;
        motion[3] = 1;
        motion[4] = 0.6f;
        return motion;
    }

    private static Frame lookedAt(Scene scene, Camera camera) {
        return new Frame(12.2, camera, motion(scene), 0, 1, List.of(), List.of(), List.of(), Weather.DAY);
    }

    private static Frame burning(Scene scene, Camera camera, Weather weather) {
        List<Plume> plumes = List.of(
                new Plume(Plume.Kind.FIRE, new Vector3f(1.6f, 0.05f, 4.4f), new Vector3f(0, 1, 0), 0.55f),
                new Plume(Plume.Kind.SMOKE, new Vector3f(1.6f, 1.8f, 4.4f), new Vector3f(0, 1, 0), 0.5f));
        List<Figure> people = List.of(
                new Figure("张三", new Vector3f(-0.2f, 0, 6.6f), -0.6f, 1.1f),
                new Figure("Operator 2", new Vector3f(4.4f, 0, 3.6f), 1.2f, 0));
        return new Frame(12.2, camera, motion(scene), -1, -1, plumes, List.of(), people, weather);
    }

    private static Frame leaking(Scene scene) {
        Camera camera = Studio.camera(new Vector3f(-0.6f, 1.7f, 7.2f), new Vector3f(-1.4f, 1.2f, 3.4f));
        List<Plume> plumes = List.of(
                new Plume(Plume.Kind.SPRAY, new Vector3f(-1.2f, 1.08f, 4.1f), new Vector3f(0.5f, 0.45f, 0.74f), 0.5f),
                new Plume(Plume.Kind.STEAM, new Vector3f(-3.2f, 1.2f, 4.0f), new Vector3f(-0.6f, 0.8f, 0), 0.6f),
                new Plume(Plume.Kind.GAS, new Vector3f(0.3f, 0.9f, 4.6f), new Vector3f(0.9f, 0.1f, 0.4f), 0.8f),
                new Plume(Plume.Kind.BUBBLES, new Vector3f(-1.4f, 1.4f, 5.2f), new Vector3f(0, 1, 0), 0.8f));
        List<Pool> pools = List.of(new Pool(new Vector3f(-0.6f, 0, 4.9f), 1.3f));
        return new Frame(12.2, camera, motion(scene), -1, -1, plumes, pools, List.of(), Weather.DAY);
    }

    private static Frame with(Scene scene, Camera camera, Weather weather) {
        return new Frame(12.2, camera, motion(scene), -1, -1, List.of(), List.of(), List.of(), weather);
    }

    /** Panels with everything a canvas can paint. */
    static void panels(Canvas canvas) {
        canvas.fill(14, 14, 470, 62, 6, 0x1E2A36E0);
        canvas.fill(14, 14, 6, 62, 2, 0xF2B632FF);
        canvas.text(36, 32, 18, Canvas.Align.LEFT, "任务 3/8  投用进料调节阀 FV-101", 0xF4F6F8FF);
        canvas.text(36, 58, 14, Canvas.Align.LEFT, "步骤：确认旁路阀 HV-113 关闭 → 全开 HV-111", 0xB8C4CEFF);
        canvas.fill(640, 120, 300, 220, 8, 0xF4F7FAF0);
        canvas.fill(640, 120, 300, 44, 8, 0x24527AFF);
        canvas.text(656, 142, 20, Canvas.Align.LEFT, "FV-101", 0xFFFFFFFF);
        canvas.text(924, 142, 14, Canvas.Align.RIGHT, "进料流量调节阀", 0xDDE8F2FF);
        canvas.disc(720, 250, 62, 0xE8EDF2FF);
        canvas.arc(720, 250, 54, 2.356f, 7.069f, 9, 0xC4CED8FF);
        canvas.arc(720, 250, 54, 2.356f, 5.42f, 9, 0x2E9C57FF);
        canvas.text(720, 246, 26, Canvas.Align.CENTRE, "65%", 0x14202CFF);
        canvas.frame(812, 190, 112, 34, 5, 1.5f, 0x2B6CA8FF);
        canvas.line(new float[] {560, 300, 600, 260, 640, 260}, 2, 0xF2B632FF);
        canvas.polygon(new float[] {820, 300, 850, 300, 835, 270}, 0xC0392BFF);
        canvas.clip(812, 240, 40, 20);
        canvas.text(812, 250, 16, Canvas.Align.LEFT, "裁剪的文字很长", 0x14202CFF);
        canvas.unclip();
        float wide = canvas.width(14, "°C ≥ Ω 测");
        canvas.text(864, 290, 14, Canvas.Align.LEFT, "°C ≥ Ω 测", 0x14202CFF);
        canvas.line(new float[] {864, 302, 864 + wide, 302}, 1, 0x14202CFF);
    }

    /** Draws all frames into a folder: FOLDER WIDTH HEIGHT [NAME...]. */
    public static void main(String[] arguments) {
        NativeSettings.apply();
        Scene scene = ShowRoom.scene();
        List<String> only = List.of(arguments).subList(3, arguments.length);
        int width = Integer.parseInt(arguments[1]);
        int height = Integer.parseInt(arguments[2]);
        try (Studio studio = new Studio(scene, worker(), Preset.HIGH)) {
            all(scene).forEach((name, frame) -> {
                if (only.isEmpty() || only.contains(name)) {
                    studio.shoot(frame, width, height, Path.of(arguments[0], name + ".png"));
                    System.out.println(
                            name + " " + studio.renderer().statistics().draws() + " draws");
                }
            });
            if (only.isEmpty() || only.contains("panels")) {
                studio.panels(ShowFrames::panels, width, height, (float) height / 540);
                studio.shoot(
                        lookedAt(scene, Studio.camera(new Vector3f(-2.6f, 1.65f, 6.6f), new Vector3f(-2.2f, 1.05f, 4))),
                        width,
                        height,
                        Path.of(arguments[0], "panels.png"));
            }
        }
    }
}
