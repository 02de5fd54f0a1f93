package org.openots.distillation.field3d.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joml.Vector3f;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.distillation.field3d.body.Ground;
import org.openots.distillation.field3d.scene.Defect;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.ShippedPlant;
import org.openots.distillation.field3d.state.Camera;
import org.openots.distillation.field3d.state.Defects;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.state.MotionState;
import org.openots.distillation.field3d.state.Weather;
import org.openots.simulator.field.CheckItem;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.plant.PlantPack;

/** Defects are seen by one who stands at the thing and looks for them. */
class DefectPicturesTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 135;

    /** A defect is larger than this in a picture of one who looks at it, share of the picture. */
    private static final double SEEN = 0.0012;

    /** Visible difference of a channel. */
    private static final int DIFFERENCE = 24;

    /** From the eye to the thing, level, m. */
    private static final float NEAR = 1.2f;

    /** The eye may be inside the box around a thing, m. */
    private static final double SUNK = 0.35;

    /** Looked at from one place each; the first of a plant is stored. */
    private static final Map<String, List<Defect>> LOOKED_AT = Map.of(
            "ethanol-water-rig",
            List.of(
                    new Defect("CP-04", "earthing"),
                    new Defect("CP-06", "leak"),
                    new Defect("CP-10", "expired"),
                    new Defect("CP-05", "insulation"),
                    new Defect("CP-02", "no-blind")),
            "debutanizer",
            List.of(
                    new Defect("CP-03", "glass"),
                    new Defect("CP-01", "position"),
                    new Defect("CP-07", "noise"),
                    new Defect("CP-07", "guard"),
                    new Defect("CP-05", "loose"),
                    new Defect("CP-02", "no-blind")),
            "ethanol-water-column",
            List.of(
                    new Defect("CP-02", "leak"),
                    new Defect("CP-02", "blind"),
                    new Defect("CP-02", "blocked"),
                    new Defect("CP-07", "earthing"),
                    new Defect("CP-03", "no-blind")));

    static {
        NativeSettings.apply();
    }

    static List<String> ids() {
        return PlantPack.SHIPPED;
    }

    private static float[] motion(Scene scene, List<Defect> defects) {
        Defects values = new Defects(signal -> scene.motions().stream()
                .filter(motion -> motion.signal().equals(signal))
                .findFirst()
                .map(motion -> (motion.low() + motion.high()) / 2)
                .orElse(Double.NaN));
        values.accept(defects);
        return new MotionState(scene.motions()).step(0.25, values);
    }

    private static Frame frame(Scene scene, Camera camera, List<Defect> defects, Weather weather) {
        return new Frame(3, camera, motion(scene, defects), -1, -1, List.of(), List.of(), List.of(), weather);
    }

    /** Where the first part is that the defect changes. */
    private static Vector3f place(Scene scene, Defect defect) {
        float[] right = motion(scene, List.of());
        float[] wrong = motion(scene, List.of(defect));
        for (int i = 0; i < right.length; i++) {
            if (right[i] != wrong[i]) {
                int part = scene.motions().get(i).part();
                return scene.parts().get(part).place().transformPosition(new Vector3f());
            }
        }
        throw new AssertionError("nothing shows " + defect);
    }

    /** The eye of somebody who looks at the place from the side of the plate, or from beside where something stands between. */
    private static Camera eye(Scene scene, Defect defect, float near) {
        Item plate = scene.items().stream()
                .filter(one -> one.tag().equals(defect.point()))
                .findFirst()
                .orElseThrow();
        return eye(scene, place(scene, defect), plate, near, 0.4f * near);
    }

    /** The same at the height of somebody who stands in front of the plate. */
    private static Camera standing(Scene scene, Defect defect, float near) {
        Item plate = scene.items().stream()
                .filter(one -> one.tag().equals(defect.point()))
                .findFirst()
                .orElseThrow();
        Vector3f at = place(scene, defect);
        return eye(scene, at, plate, near, plate.handle().y() + 0.3f - at.y);
    }

    private static Camera eye(Scene scene, Vector3f at, Item plate, float near, float up) {
        Vector3f front = new Vector3f(plate.handle()).fma(1, plate.facing()).sub(at);
        double middle = Math.atan2(front.x, front.z);
        Ground ground = new Ground(scene.walk());
        Vector3f best = new Vector3f();
        double most = -1;
        for (int i = 0; i < 9; i++) {
            double angle = middle + (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * 0.6;
            Vector3f eye = new Vector3f(at).add((float) Math.sin(angle) * near, up, (float) Math.cos(angle) * near);
            Vector3f way = new Vector3f(at).sub(eye).normalize();
            double far = at.distance(eye);
            double clear = Math.min(
                    far - SUNK,
                    ground.sight(new double[] {eye.x, eye.y, eye.z}, new double[] {way.x, way.y, way.z}, far));
            if (clear > most + 0.05) {
                most = clear;
                best = eye;
            }
        }
        return Studio.camera(best, at);
    }

    private static double share(Picture a, Picture b) {
        int different = 0;
        for (int i = 0; i < a.pixels().length; i++) {
            boolean visible = false;
            for (int shift = 0; shift <= 16; shift += 8) {
                visible |= Math.abs((a.pixels()[i] >> shift & 255) - (b.pixels()[i] >> shift & 255)) > DIFFERENCE;
            }
            different += visible ? 1 : 0;
        }
        return (double) different / a.pixels().length;
    }

    @ParameterizedTest
    @MethodSource("ids")
    void whoLooksSees(String id) throws IOException {
        Scene scene = ShippedPlant.of(id).scene();
        List<String> unseen = new ArrayList<>();
        List<Defect> looked = Objects.requireNonNull(LOOKED_AT.get(id));
        try (Studio studio = new Studio(scene, Preset.MEDIUM)) {
            for (Defect defect : looked) {
                Camera eye = eye(scene, defect, NEAR);
                Picture right = studio.shoot(frame(scene, eye, List.of(), Weather.DAY), WIDTH, HEIGHT);
                Picture wrong = studio.shoot(frame(scene, eye, List.of(defect), Weather.DAY), WIDTH, HEIGHT);
                if (share(right, wrong) <= SEEN) {
                    unseen.add("%s: %.5f".formatted(defect, share(right, wrong)));
                }
                if (defect.equals(looked.get(0))) {
                    new GoldenPictures(studio.context()).check(id + "/defect", wrong);
                }
            }
        }
        assertThat(unseen).isEmpty();
    }

    /** Draws all that the packs can have: FOLDER WIDTH HEIGHT [PLANT [METRES [night]]]. */
    public static void main(String[] arguments) {
        int width = Integer.parseInt(arguments[1]);
        int height = Integer.parseInt(arguments[2]);
        float near = arguments.length > 4 ? Float.parseFloat(arguments[4]) : NEAR;
        Weather weather = arguments.length > 5 ? new Weather(1, 0) : Weather.DAY;
        for (String id : arguments.length > 3 ? List.of(arguments[3]) : PlantPack.SHIPPED) {
            ShippedPlant plant = ShippedPlant.of(id);
            Scene scene = plant.scene();
            try (Studio studio = new Studio(scene, Preset.MEDIUM)) {
                for (CheckItem check : plant.pack().automation().field().checks()) {
                    for (InspectionDefect kind : check.defects()) {
                        Defect defect = new Defect(check.id(), kind.id());
                        Camera eye = standing(scene, defect, near);
                        String name = id + "-" + defect.point() + "-" + defect.kind();
                        Picture right = studio.shoot(frame(scene, eye, List.of(), weather), width, height);
                        Picture wrong = studio.shoot(frame(scene, eye, List.of(defect), weather), width, height);
                        wrong.write(Path.of(arguments[0], name + ".png"));
                        System.out.printf("%s %.5f%n", name, share(right, wrong));
                    }
                }
            }
        }
    }
}
