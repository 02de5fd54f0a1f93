package org.openots.distillation.field3d.scene.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joml.Matrix4f;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.scene.Archetype;
import org.openots.distillation.field3d.scene.Defect;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Label;
import org.openots.distillation.field3d.scene.Lamp;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.MeshAudit;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.ShippedPlant;
import org.openots.distillation.field3d.state.Hung;
import org.openots.distillation.field3d.ui.FieldFacts;
import org.openots.simulator.field.LockoutPoint;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.plot.Fixture;
import org.openots.simulator.plot.Inline;

/** The scenes of the shipped plants. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SceneBuilderTest {
    /** A valve under less light than a tenth of a lamp's is black in the picture. */
    private static final double LIGHT_TO_WORK_BY = 0.1;

    /** Requirement of lwjgl-3d.md 2.4. */
    private static final long TRIANGLES = 500_000;

    /**
     * The rig has 56 kinds of parts, the columns 47 and 49; two more are room for a device of a new kind. The other 42 of the 100
     * draws of lwjgl-3d.md 2.4 are for the cells (two calls), sky, words, particles, people, panels, and for defects: what shows a
     * defect is not counted: hardly one of it is in sight.
     */
    private static final int DRAWS = 58;

    /** A hand's breadth: what a handle may stand out of its box, m. */
    private static final float HAND = 0.03f;

    /** Words closer together than this in depth are in one plane, m. */
    private static final float PLANE = 0.02f;

    private final Map<String, ShippedPlant> plants = new HashMap<>();

    static List<String> ids() {
        return PlantPack.SHIPPED;
    }

    @BeforeAll
    void build() {
        for (String id : ids()) {
            ShippedPlant plant = ShippedPlant.of(id);
            System.out.printf(
                    Locale.ROOT,
                    "%s: scene of %d triangles in %.0f ms%n",
                    id,
                    plant.scene().triangles(),
                    plant.milliseconds());
            plants.put(id, plant);
        }
    }

    private ShippedPlant plant(String id) {
        return Objects.requireNonNull(plants.get(id), id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void staysWithinTheBudget(String id) {
        Scene scene = plant(id).scene();
        assertThat(scene.triangles()).isBetween(50_000L, TRIANGLES);
        Set<Integer> always = new TreeSet<>();
        Set<Integer> defects = scene.motions().stream()
                .filter(motion -> motion.kind() == Motion.Kind.SHOWN && motion.to() == 1)
                .filter(motion -> motion.signal().startsWith(Defect.PREFIX))
                .map(Motion::part)
                .collect(Collectors.toSet());
        for (int i = 0; i < scene.parts().size(); i++) {
            if (!defects.contains(i)) {
                always.add(scene.parts().get(i).archetype());
            }
        }
        assertThat(always).hasSizeBetween(20, DRAWS);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyTriangleLooksOutwards(String id) {
        Scene scene = plant(id).scene();
        List<String> mistakes = new ArrayList<>();
        for (int i = 0; i < scene.cells().size(); i++) {
            mistakes.add(MeshAudit.mistake("cell " + i, scene.cells().get(i)));
        }
        for (Archetype archetype : scene.archetypes()) {
            mistakes.add(MeshAudit.mistake(archetype.name(), archetype.mesh()));
        }
        assertThat(mistakes).allMatch(String::isEmpty);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theSameSiteGivesTheSameBytes(String id) throws NoSuchAlgorithmException {
        ShippedPlant plant = plant(id);
        Scene again = SceneBuilder.build(plant.site(), plant.facts(), Locale.SIMPLIFIED_CHINESE);
        assertThat(hash(again)).isEqualTo(hash(plant.scene()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void englishWordsDifferAndNothingElseOfTheParts(String id) {
        ShippedPlant plant = plant(id);
        Scene english = SceneBuilder.build(plant.site(), plant.facts(), Locale.ENGLISH);
        assertThat(english.parts()).isEqualTo(plant.scene().parts());
        assertThat(english.items().stream().map(Item::tag).toList())
                .isEqualTo(plant.scene().items().stream().map(Item::tag).toList());
        assertThat(english.labels())
                .as("no Chinese character in an English scene")
                .noneMatch(label -> label.text().chars().anyMatch(c -> c >= 0x4E00 && c < 0xA000));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void partsAreInOrderAndMotionsPointAtThem(String id) {
        ShippedPlant plant = plant(id);
        Scene scene = plant.scene();
        int last = 0;
        for (Part part : scene.parts()) {
            assertThat(part.archetype()).isBetween(last, scene.archetypes().size() - 1);
            assertThat(part.item()).isBetween(-1, scene.items().size() - 1);
            last = part.archetype();
        }
        for (Motion motion : scene.motions()) {
            assertThat(motion.part()).isBetween(0, scene.parts().size() - 1);
            assertThat(motion.axis().length()).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-5f));
            if (!motion.signal().startsWith(Defect.PREFIX)) {
                String signal =
                        motion.signal().replace(Hung.LOCK, LockoutPoint.LOTO).replace(Hung.TAG, LockoutPoint.LOTO);
                assertThat(plant.facts().names()).as("signal of a motion").containsKey(signal);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyTagThatIsOperatedHasAnItem(String id) {
        ShippedPlant plant = plant(id);
        Set<String> tags = plant.scene().items().stream().map(Item::tag).collect(Collectors.toCollection(TreeSet::new));
        for (Site.Route route : plant.site().routes()) {
            for (Site.Fitting fitting : route.fittings()) {
                fitting.plan().tag().ifPresent(tag -> assertThat(tags).contains(tag));
            }
        }
        for (Fixture fixture : plant.site().plan().fixtures()) {
            if (fixture.kind().group() != Fixture.Group.SAFETY) {
                fixture.tag().ifPresent(tag -> assertThat(tags).contains(tag));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void handValvesMoveWithTheirSignal(String id) {
        ShippedPlant plant = plant(id);
        Set<String> moved =
                plant.scene().motions().stream().map(Motion::signal).collect(Collectors.toCollection(TreeSet::new));
        for (Site.Route route : plant.site().routes()) {
            for (Site.Fitting fitting : route.fittings()) {
                Inline inline = fitting.plan();
                if (inline.kind().handValve() || inline.kind() == Inline.Kind.CONTROL_VALVE) {
                    inline.tag().ifPresent(tag -> assertThat(moved).contains(tag));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aLockAndATagHangWhereTheyAreHung(String id) {
        ShippedPlant plant = plant(id);
        assertThat(FieldFacts.of(plant.pack()).lockable()).isNotEmpty().allSatisfy(device -> {
            for (String signal : List.of(Hung.LOCK + device, Hung.TAG + device)) {
                assertThat(plant.scene().motions())
                        .anyMatch(motion -> motion.signal().equals(signal)
                                && motion.kind() == Motion.Kind.SHOWN
                                && plant.scene()
                                        .items()
                                        .get(plant.scene()
                                                .parts()
                                                .get(motion.part())
                                                .item())
                                        .tag()
                                        .equals(device));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("ids")
    void handlesAreOnTheirBoxes(String id) {
        for (Item item : plant(id).scene().items()) {
            Vector3f away = new Vector3f(item.handle()).sub(item.centre());
            new Quaternionf(item.turn()).conjugate().transform(away);
            assertThat(item.half().x()).as(item.tag()).isPositive();
            assertThat(Math.abs(away.x)).as(item.tag()).isLessThan(item.half().x() + HAND);
            assertThat(Math.abs(away.y)).as(item.tag()).isLessThan(item.half().y() + HAND);
            assertThat(Math.abs(away.z)).as(item.tag()).isLessThan(item.half().z() + HAND);
            assertThat(item.facing().length()).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-4f));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void wordsDoNotLieOnEachOther(String id) {
        List<Label> labels = plant(id).scene().labels();
        List<String> lying = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            for (int k = i + 1; k < labels.size(); k++) {
                if (overlap(labels.get(i), labels.get(k))) {
                    lying.add(labels.get(i).text() + " on " + labels.get(k).text());
                }
            }
        }
        assertThat(lying).isEmpty();
    }

    /** Whether two words that are read from one side lie in one plane and share a piece of it. */
    private static boolean overlap(Label a, Label b) {
        Vector3f an = a.place().transformDirection(new Vector3f(0, 0, 1)).normalize();
        Vector3f bn = b.place().transformDirection(new Vector3f(0, 0, 1)).normalize();
        if (an.dot(bn) < 0.9f) {
            return false;
        }
        Vector3f bx = b.place().transformDirection(new Vector3f(1, 0, 0)).normalize();
        Matrix4f back = new Matrix4f(a.place()).invert();
        Vector3f away = back.transformPosition(b.place().transformPosition(new Vector3f()));
        Vector3f along = back.transformDirection(bx);
        double c = Math.abs(along.x);
        double s = Math.abs(along.y);
        double wide = wide(a) / 2 + c * wide(b) / 2 + s * high(b) / 2;
        double tall = high(a) / 2 + s * wide(b) / 2 + c * high(b) / 2;
        // letters fill nine tenths of their line
        return Math.abs(away.z) < PLANE && Math.abs(away.x) < 0.9 * wide && Math.abs(away.y) < 0.9 * tall;
    }

    private static double wide(Label label) {
        return Stage.width(label.text(), label.height());
    }

    private static double high(Label label) {
        return label.height() * label.text().lines().count();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void oneCanWalkLookAndSeeAtNight(String id) {
        Scene scene = plant(id).scene();
        assertThat(scene.walk().floors()).isNotEmpty();
        assertThat(scene.walk().ramps()).isNotEmpty();
        assertThat(scene.walk().ladders()).isNotEmpty();
        assertThat(scene.lamps()).hasSizeGreaterThan(4);
        assertThat(scene.leaks()).isNotEmpty();
        assertThat(scene.views().get(0).listed()).isTrue();
        assertThat(scene.low().x()).isLessThan(scene.high().x());
        assertThat(scene.items())
                .filteredOn(item -> item.kind() == Item.Kind.HAND_VALVE
                        || item.kind() == Item.Kind.LOCAL_PANEL
                        || item.kind() == Item.Kind.CHECK_POINT)
                .as("the lamps light what is worked at")
                .allSatisfy(item ->
                        assertThat(light(scene, item.handle())).as(item.tag()).isGreaterThan(LIGHT_TO_WORK_BY));
    }

    /** Light of the lamps in the open as the shader reckons it, in units of one lamp. */
    private static double light(Scene scene, Vector3fc place) {
        double sum = 0;
        for (Lamp lamp : scene.lamps()) {
            double far = lamp.at().distanceSquared(place);
            double edge = Math.max(0, 1 - far * far / Math.pow(lamp.reach(), 4));
            sum += edge * edge / (1 + 0.075 * far);
        }
        return sum;
    }

    private static String hash(Scene scene) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        scene.cells().forEach(mesh -> add(digest, mesh));
        scene.archetypes().forEach(archetype -> {
            digest.update(archetype.name().getBytes(StandardCharsets.UTF_8));
            add(digest, archetype.mesh());
        });
        String rest = scene.parts().toString()
                + scene.motions()
                + scene.labels()
                + scene.items()
                + scene.walk()
                + scene.leaks()
                + scene.views()
                + scene.lamps();
        digest.update(rest.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Mesh mesh) {
        ByteBuffer bytes = ByteBuffer.allocate(32 * mesh.vertices() + 4 * mesh.index().length);
        for (float number : mesh.position()) {
            bytes.putFloat(number);
        }
        for (float number : mesh.normal()) {
            bytes.putFloat(number);
        }
        bytes.asIntBuffer().put(mesh.colour()).put(mesh.surface()).put(mesh.index());
        digest.update(bytes.array());
    }
}
