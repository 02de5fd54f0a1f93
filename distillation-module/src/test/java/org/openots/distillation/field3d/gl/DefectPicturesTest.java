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

/** Defects are seen by one who stands at the check point and looks for them, and not marked otherwise. */
class DefectPicturesTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    /** A defect is larger than this in a picture of one who looks at it, share of the picture: a nut at 1.5 m. */
    private static final double SEEN = 0.0012;

    /** Visible difference of a channel. */
    private static final int DIFFERENCE = 24;

    /** From the eye to the thing, m. */
    private static final float NEAR = 1.4f;

    /** One of each plant is stored. */
    private static final Map<String, Defect> STORED = Map.of(
            "ethanol-water-rig", new Defect("CP-07", "guard"),
            "debutanizer", new Defect("CP-03", "glass"),
            "ethanol-water-column", new Defect("CP-02", "leak"));

    static {
        NativeSettings.apply();
    }

    static List<String> ids() {
        return PlantPack.SHIPPED;
    }

    private static Frame frame(Scene scene, Camera camera, List<Defect> defects) {
        Defects values = new Defects(signal -> scene.motions().stream()
                .filter(motion -> motion.signal().equals(signal))
                .findFirst()
                .map(motion -> (motion.low() + motion.high()) / 2)
                .orElse(Double.NaN));
        values.accept(defects);
        float[] motion = new MotionState(scene.motions()).step(0.25, values);
        return new Frame(3, camera, motion, -1, -1, List.of(), List.of(), List.of(), Weather.DAY);
    }

    /** Where what the defect changes is: the middle of the parts that are there with it or without it only. */
    private static Vector3f place(Scene scene, Defect defect) {
        float[] right =
                frame(scene, new Camera(new Vector3f(), 0, 0, 1), List.of()).motion();
        float[] wrong = frame(scene, new Camera(new Vector3f(), 0, 0, 1), List.of(defect))
                .motion();
        for (int i = 0; i < right.length; i++) {
            if (right[i] != wrong[i]) {
                int part = scene.motions().get(i).part();
                return scene.parts().get(part).place().transformPosition(new Vector3f());
            }
        }
        throw new AssertionError("nothing shows " + defect);
    }

    /** Eyes of people who look at a place from around the side of the plate. */
    private static List<Camera> eyes(Scene scene, Defect defect) {
        Item plate = scene.items().stream()
                .filter(one -> one.tag().equals(defect.point()))
                .findFirst()
                .orElseThrow();
        Vector3f at = place(scene, defect);
        Vector3f front = new Vector3f(plate.handle()).fma(1, plate.facing()).sub(at);
        double middle = Math.atan2(front.x, front.z);
        List<Camera> eyes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double angle = middle + (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * 0.7;
            Vector3f eye = new Vector3f(at).add((float) Math.sin(angle) * NEAR, 0.45f, (float) Math.cos(angle) * NEAR);
            eyes.add(Studio.camera(eye, at));
        }
        return eyes;
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
        ShippedPlant plant = ShippedPlant.of(id);
        Scene scene = plant.scene();
        List<String> unseen = new ArrayList<>();
        Defect stored = Objects.requireNonNull(STORED.get(id));
        try (Studio studio = new Studio(scene, Preset.LOW)) {
            for (CheckItem check : plant.pack().automation().field().checks()) {
                for (InspectionDefect kind : check.defects()) {
                    Defect defect = new Defect(check.id(), kind.id());
                    double best = 0;
                    for (Camera eye : eyes(scene, defect)) {
                        Picture right = studio.shoot(frame(scene, eye, List.of()), WIDTH, HEIGHT);
                        Picture wrong = studio.shoot(frame(scene, eye, List.of(defect)), WIDTH, HEIGHT);
                        best = Math.max(best, share(right, wrong));
                        if (best > SEEN) {
                            break;
                        }
                    }
                    if (best <= SEEN) {
                        unseen.add("%s: %.4f".formatted(defect, best));
                    }
                }
            }
        }
        assertThat(unseen).isEmpty();
        try (Studio studio = new Studio(scene, Preset.HIGH)) {
            Picture picture = studio.shoot(frame(scene, eyes(scene, stored).get(0), List.of(stored)), WIDTH, HEIGHT);
            new GoldenPictures(studio.context()).check(id + "/defect", picture);
        }
    }

    /** Draws all that the packs can have: FOLDER WIDTH HEIGHT [PLANT]; with and without. */
    public static void main(String[] arguments) {
        for (String id : arguments.length > 3 ? List.of(arguments[3]) : PlantPack.SHIPPED) {
            ShippedPlant plant = ShippedPlant.of(id);
            Scene scene = plant.scene();
            int width = Integer.parseInt(arguments[1]);
            int height = Integer.parseInt(arguments[2]);
            try (Studio studio = new Studio(scene, Preset.HIGH)) {
                for (CheckItem check : plant.pack().automation().field().checks()) {
                    for (InspectionDefect kind : check.defects()) {
                        Defect defect = new Defect(check.id(), kind.id());
                        List<Camera> eyes = eyes(scene, defect);
                        Camera best = eyes.get(0);
                        double most = -1;
                        for (Camera eye : eyes) {
                            double share = share(
                                    studio.shoot(frame(scene, eye, List.of()), 160, 90),
                                    studio.shoot(frame(scene, eye, List.of(defect)), 160, 90));
                            if (share > most * 1.5) {
                                most = share;
                                best = eye;
                            }
                        }
                        String name = id + "-" + defect.point() + "-" + defect.kind();
                        Path folder = Path.of(arguments[0]);
                        studio.shoot(frame(scene, best, List.of()), width, height, folder.resolve(name + "-0.png"));
                        studio.shoot(
                                frame(scene, best, List.of(defect)), width, height, folder.resolve(name + "-1.png"));
                        System.out.printf("%s %.4f%n", name, most);
                    }
                }
            }
        }
    }
}
