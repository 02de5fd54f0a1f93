package org.openots.distillation.field3d.scene.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.MeshAudit;

/** The shapes that claim to be closed are, and their volumes are those of the geometry books. */
class SolidsTest {
    private static final Vector3f LOW = new Vector3f(1, 2, 3);
    private static final Vector3f HIGH = new Vector3f(1, 4, 3);

    private static Mesh mesh(Consumer<MeshBuilder> shape) {
        MeshBuilder b = new MeshBuilder();
        shape.accept(b);
        return b.build();
    }

    private static Arguments closed(String name, double volume, Consumer<MeshBuilder> shape) {
        return Arguments.of(name, volume, shape);
    }

    /** A regular polygon's area against that of its circle: what is lost by drawing a circle with corners. */
    private static double polygon(int sides) {
        return sides * Math.sin(2 * Math.PI / sides) / 2;
    }

    static Stream<Arguments> shapes() {
        double sixteen = polygon(16);
        return Stream.of(
                closed("box", 6, b -> Solids.box(b, 5, 5, 5, 1, 2, 3)),
                // corners and edges of width 0.1 cut off: 12 prisms and 8 pyramids
                closed("bevelled box", 8 - 12 * 0.005 * 1.8 - 8 * 0.001 * 5 / 6, b -> Solids.bevelled(b, 2, 2, 2, 0.1)),
                closed("prism", 0.5, b -> Solids.prism(b, new double[] {0, 0, 1, 0, 0, 1}, 1)),
                closed("flat bar", 2 * 0.1 * 0.2, b -> Solids.bar(b, LOW, HIGH, 0.1, 0.2)),
                closed("cylinder", 2 * sixteen, b -> Rounds.lathe(b, Profile.cylinder(1, 3, 5), 16)),
                closed(
                        "cone",
                        sixteen / 3,
                        b -> Rounds.lathe(b, Profile.from(0, 0).to(1, 0).to(0, 1), 16)),
                closed("rod", 2 * 0.01 * sixteen, b -> Rounds.rod(b, LOW, HIGH, 0.1, 16)),
                closed(
                        "pipe with a sharp corner cut off by no bend",
                        Double.NaN,
                        b -> Rounds.sweep(
                                b,
                                List.of(
                                        new Vector3f(),
                                        new Vector3f(1, 0, 0),
                                        new Vector3f(1, 1, 0),
                                        new Vector3f(1, 1, 1)),
                                0.05,
                                0.2,
                                12)),
                // Pappus: the area of the section times the way of its middle
                closed("torus", polygon(24) * polygon(12) * 2 * 0.04, b -> Rounds.torus(b, 1, 0.2, 24, 12)),
                closed(
                        "part of a ring",
                        Math.sin(Math.PI / 32) * 16 * 3 * 0.5 / 1,
                        b -> Rounds.arc(b, new double[] {1, 2, 0, 0.5}, 0, Math.PI, 16 * 2)),
                closed(
                        "whole ring",
                        polygon(32) * 3 * 0.5,
                        b -> Rounds.arc(b, new double[] {1, 2, 0, 0.5}, 0, 2 * Math.PI, 32)),
                closed("spring", Double.NaN, b -> Rounds.helix(b, 0.1, 0.01, 0.3, 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void closedShapesAreClosedAndLookOutwards(String name, double volume, Consumer<MeshBuilder> shape) {
        Mesh mesh = mesh(shape);
        assertThat(MeshAudit.mistake(name, mesh)).isEmpty();
        boolean whole = name.equals("whole ring");
        if (!whole) {
            assertThat(MeshAudit.openEdges(mesh)).as(name).isZero();
        }
        assertThat(MeshAudit.volume(mesh)).isPositive();
        if (!Double.isNaN(volume)) {
            // single precision of coordinates up to 10 m
            assertThat(MeshAudit.volume(mesh)).isCloseTo(volume, within(2e-4 * Math.max(1, volume)));
        }
    }

    @Test
    void aMirroredShapeStillLooksOutwards() {
        Mesh mirrored = mesh(b -> {
            b.push().scale(1, 1, -1);
            Rounds.lathe(b, Profile.ball(1, 0, 5), 14);
            b.pop();
        });
        assertThat(MeshAudit.mistake("mirrored ball", mirrored)).isEmpty();
        assertThat(MeshAudit.volume(mirrored)).isPositive();
    }

    @Test
    void stretchedNormalsStayUpright() {
        Mesh flat = mesh(b -> {
            b.push().scale(1, 0.2, 1);
            Rounds.lathe(b, Profile.ball(1, 0, 8), 24);
            b.pop();
        });
        assertThat(MeshAudit.mistake("flat ball", flat)).isEmpty();
        assertThat(MeshAudit.openEdges(flat)).isZero();
    }

    @Test
    void axesOfTheSceneAreRightHanded() {
        MeshBuilder b = new MeshBuilder();
        b.turn(Math.PI / 2, 0, 1, 0);
        // a quarter turn counter-clockwise from above takes east to north, which is -z
        Vector3f east = b.axes().transformDirection(new Vector3f(1, 0, 0));
        assertThat(east.distance(0, 0, -1)).isLessThan(1e-6f);
    }

    @Test
    void bendsKeepTheirRadiusAndEnds() {
        List<Vector3f> line =
                Rounds.rounded(List.of(new Vector3f(), new Vector3f(2, 0, 0), new Vector3f(2, 0, 2)), 0.5, 8);
        assertThat(line.get(0)).isEqualTo(new Vector3f());
        assertThat(line.get(line.size() - 1)).isEqualTo(new Vector3f(2, 0, 2));
        Vector3f centre = new Vector3f(1.5f, 0, 0.5f);
        assertThat(line.subList(1, line.size() - 1))
                .allSatisfy(p -> assertThat(p.distance(centre)).isCloseTo(0.5f, within(1e-5f)));
    }

    @Test
    void aLineOfNoLengthDrawsNothing() {
        assertThat(mesh(b -> Rounds.rod(b, LOW, LOW, 0.1, 8)).triangles()).isZero();
    }
}
