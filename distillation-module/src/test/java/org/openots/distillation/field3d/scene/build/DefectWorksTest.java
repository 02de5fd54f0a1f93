package org.openots.distillation.field3d.scene.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joml.Vector3f;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.distillation.field3d.scene.Defect;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.ShippedPlant;
import org.openots.distillation.field3d.state.Blind;
import org.openots.distillation.field3d.state.Defects;
import org.openots.distillation.field3d.state.MotionState;
import org.openots.simulator.field.CheckItem;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.plant.PlantPack;

/** Every defect that a check point of a shipped plant can have is there to be seen, and nothing is wrong without one. */
class DefectWorksTest {
    /** From the plate to the thing, m: one who reads the plate sees it. */
    private static final double NEAR = 5.1;

    static List<String> ids() {
        return PlantPack.SHIPPED;
    }

    private static float[] motion(Scene scene, Defect... defects) {
        Defects values = new Defects(signal -> Double.NaN);
        values.accept(List.of(defects));
        return new MotionState(scene.motions()).step(0.1, values);
    }

    /** What stands differently with a defect: parts by their index. */
    private static Set<Integer> changed(Scene scene, Defect defect) {
        float[] right = motion(scene);
        float[] wrong = motion(scene, defect);
        Set<Integer> parts = new TreeSet<>();
        for (int i = 0; i < right.length; i++) {
            if (right[i] != wrong[i]) {
                parts.add(scene.motions().get(i).part());
            }
        }
        return parts;
    }

    private static Vector3f plate(Scene scene, String point) {
        Optional<Item> item =
                scene.items().stream().filter(one -> one.tag().equals(point)).findFirst();
        return new Vector3f(item.orElseThrow(() -> new AssertionError("no plate of " + point))
                .handle());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyDefectOfAPackIsSeenNearItsPlate(String id) {
        ShippedPlant plant = ShippedPlant.of(id);
        Scene scene = plant.scene();
        List<String> unseen = new ArrayList<>();
        for (CheckItem check : plant.pack().automation().field().checks()) {
            for (InspectionDefect kind : check.defects()) {
                Set<Integer> parts = changed(scene, new Defect(check.id(), kind.id()));
                boolean near = parts.stream()
                        .map(part -> scene.parts().get(part).place().transformPosition(new Vector3f()))
                        .anyMatch(at -> at.distance(plate(scene, check.id())) < NEAR);
                if (!near) {
                    unseen.add(check.id() + " " + kind.id());
                }
            }
        }
        assertThat(unseen).isEmpty();
    }

    /** The scene is on the students' computers. */
    @ParameterizedTest
    @MethodSource("ids")
    void theSceneDoesNotTellWhichDefectsAPointCanHave(String id) {
        ShippedPlant plant = ShippedPlant.of(id);
        List<CheckItem> checks = plant.pack().automation().field().checks();
        Set<String> shown = plant.scene().motions().stream()
                .map(Motion::signal)
                .filter(signal -> signal.startsWith(Defect.PREFIX))
                .collect(Collectors.toSet());
        Set<String> possible = new TreeSet<>();
        checks.forEach(check ->
                check.defects().forEach(kind -> possible.add(new Defect(check.id(), kind.id()).signal())));
        assertThat(shown).containsAll(possible);
        assertThat(shown.size())
                .as("of %d points, %d defects possible", checks.size(), possible.size())
                .isGreaterThan(2 * possible.size());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aDefectShowsItsOwnAndNothingElse(String id) {
        Scene scene = ShippedPlant.of(id).scene();
        assertThat(motion(scene)).isEqualTo(motion(scene, new Defect("CP-99", "leak")));
        Set<Integer> leak = changed(scene, new Defect("CP-02", "leak"));
        assertThat(names(scene, leak)).containsExactlyInAnyOrder("drip", "drop", "puddle");
        assertThat(names(scene, changed(scene, new Defect("CP-07", "guard"))))
                .as("gone from its place, and lying on the floor")
                .containsExactlyInAnyOrder("guard-top", "guard-top", "guard-sides");
        assertThat(names(scene, changed(scene, new Defect("CP-07", "oil"))))
                .as("low in both glasses, and run out")
                .containsExactlyInAnyOrder("liquid", "liquid", "oil-run", "oil-run", "oil-spot", "oil-spot");
        assertThat(names(scene, changed(scene, new Defect("CP-10", "expired")))).containsExactly("extinguisher");
        boolean large = id.equals("ethanol-water-column");
        String size = id.equals("ethanol-water-rig") ? "42" : "89";
        assertThat(names(scene, changed(scene, new Defect(large ? "CP-03" : "CP-02", "no-blind"))))
                .as("gone from its flange, and lying on the floor")
                .containsExactlyInAnyOrder("blind-" + size, "blind-off-" + size);
        String earthed = id.equals("ethanol-water-column") ? "CP-07" : "CP-04";
        assertThat(names(scene, changed(scene, new Defect(earthed, "earthing"))))
                .containsExactlyInAnyOrder("earth-strap", "earth-strap-off");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aBlindGlassHasNoReading(String id) {
        Scene scene = ShippedPlant.of(id).scene();
        Defects seen = new Defects(signal -> 50);
        Blind values = new Blind(scene, seen);
        Motion dirt = scene.motions().stream()
                .filter(motion -> motion.kind() == Motion.Kind.SHOWN && motion.to() == 1)
                .filter(motion -> motion.signal().endsWith(".glass"))
                .findFirst()
                .orElseThrow();
        String tag = scene.items().get(scene.parts().get(dirt.part()).item()).tag();
        assertThat(values.value(tag)).isEqualTo(50);
        assertThat(values.on(Blind.PREFIX + tag)).isFalse();
        String[] words = dirt.signal().substring(Defect.PREFIX.length()).split("\\.", 2);
        seen.accept(List.of(new Defect(words[0], words[1])));
        assertThat(values.value(tag)).isNaN();
        assertThat(values.on(Blind.PREFIX + tag)).isTrue();
        assertThat(values.value("another")).isEqualTo(50);
    }

    private static List<String> names(Scene scene, Set<Integer> parts) {
        return parts.stream()
                .map(part -> Objects.requireNonNull(scene.archetypes()
                        .get(scene.parts().get(part).archetype())
                        .name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void dropsFallToTheFloorAndNotThroughIt(String id) {
        Scene scene = ShippedPlant.of(id).scene();
        Defects values = new Defects(signal -> Double.NaN);
        values.accept(List.of(new Defect("CP-02", "leak")));
        MotionState state = new MotionState(scene.motions());
        double lowest = 0;
        boolean gone = false;
        double most = 0;
        for (int i = 0; i < 200; i++) {
            float[] now = state.step(0.01, values);
            for (int k = 0; k < now.length; k++) {
                Motion motion = scene.motions().get(k);
                if (motion.kind() == Motion.Kind.DRIP && motion.signal().equals("DEFECT.CP-02.leak")) {
                    lowest = Math.max(lowest, now[k]);
                    gone |= now[k] == MotionState.FALLEN;
                    most = motion.to();
                }
            }
        }
        assertThat(lowest).isBetween(0.02, most);
        assertThat(gone).isTrue();
    }
}
