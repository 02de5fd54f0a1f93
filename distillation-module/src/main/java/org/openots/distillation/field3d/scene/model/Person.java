package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.at;

import java.util.List;
import java.util.function.Consumer;
import org.openots.distillation.field3d.scene.Archetype;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** An outside operator in work clothes with helmet and reflective bands, 1.78 m tall with the helmet; looks to -z. */
public final class Person {
    private static final Paint SUIT = Paint.of(0x1D3557, 0.85, 0);
    private static final Paint BAND = Paint.of(0xDDE83A, 0.4, 0).shining(0.12);
    private static final Paint SKIN = Paint.of(0xC98E66, 0.6, 0);
    private static final Paint SHOE = Paint.of(0x15171A, 0.6, 0);

    private Person() {}

    /**
     * A helmet with brim, its rim at y = 0, peak to +z.
     *
     * @param b gets it
     * @param paint of the shell
     */
    public static void helmet(MeshBuilder b, Paint paint) {
        b.paint(paint);
        b.push().scale(1, 1, 1.18);
        Rounds.lathe(
                b,
                Profile.from(0.085, 0)
                        .to(0.122, -0.004)
                        .to(0.124, 0.006)
                        .to(0.112, 0.014)
                        .to(0.11, 0.04)
                        .curve(0, 0.125, 6, true),
                24);
        b.pop();
        b.push().move(0, -0.002, 0.125);
        Solids.bevelled(b, 0.15, 0.008, 0.09, 0.003);
        b.pop();
        Rounds.sweep(
                b,
                List.of(at(0, 0.03, -0.128), at(0, 0.1, -0.09), at(0, 0.13, 0), at(0, 0.1, 0.09), at(0, 0.03, 0.128)),
                0.011,
                0.08,
                6);
    }

    /**
     * The parts of a walking figure: body, left and right leg, left and right arm. Legs and arms swing about x through their
     * origin; {@link #JOINTS} tells where that is.
     *
     * @return archetypes in this order
     */
    public static List<Archetype> figure() {
        MeshBuilder body = new MeshBuilder();
        torso(body);
        head(body);
        return List.of(
                new Archetype("person-body", body.build()),
                new Archetype("person-leg-left", limb(Person::leg)),
                new Archetype("person-leg-right", limb(Person::leg)),
                new Archetype("person-arm-left", limb(b -> arm(b, -1))),
                new Archetype("person-arm-right", limb(b -> arm(b, 1))));
    }

    /** Where the origins of the parts of {@link #figure()} are above the foot: x, y, z in turn, m. */
    public static final List<float[]> JOINTS = List.of(
            new float[] {0, 0, 0},
            new float[] {-0.1f, 0.9f, 0},
            new float[] {0.1f, 0.9f, 0},
            new float[] {-0.225f, 1.39f, 0},
            new float[] {0.225f, 1.39f, 0});

    /**
     * A figure that stands still, its arms at its sides.
     *
     * @param b gets it
     */
    public static void standing(MeshBuilder b) {
        torso(b);
        head(b);
        for (int i = 1; i < JOINTS.size(); i++) {
            float[] joint = JOINTS.get(i);
            int side = joint[0] < 0 ? -1 : 1;
            b.push().move(joint[0], joint[1], joint[2]);
            if (i < 3) {
                leg(b);
            } else {
                arm(b, side);
            }
            b.pop();
        }
    }

    private static void torso(MeshBuilder b) {
        b.paint(SUIT);
        b.push().scale(1, 1, 0.62);
        Rounds.lathe(
                b,
                Profile.from(0, 0.84)
                        .to(0.17, 0.86)
                        .to(0.19, 0.95)
                        .to(0.175, 1.06)
                        .to(0.2, 1.24)
                        .to(0.215, 1.36)
                        .to(0.19, 1.44)
                        .to(0.09, 1.5)
                        .to(0.06, 1.5),
                22);
        b.paint(BAND);
        for (double y : new double[] {1.08, 1.25}) {
            double r = y < 1.2 ? 0.181 : 0.206;
            Rounds.lathe(
                    b,
                    Profile.from(r * 0.98, y - 0.027)
                            .to(r + 0.003, y - 0.025)
                            .to(r + 0.005, y + 0.025)
                            .to(r * 0.99, y + 0.027),
                    22);
        }
        b.pop();
        b.paint(BAND);
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, side * 0.1, 1.36, -0.1, 0.045, 0.2, 0.075);
            Solids.box(b, side * 0.1, 1.36, 0.1, 0.045, 0.2, 0.075);
        }
        b.paint(SHOE);
        b.push().scale(1, 1, 0.64);
        Rounds.lathe(
                b, Profile.from(0.18, 0.955).to(0.193, 0.957).to(0.19, 0.99).to(0.175, 0.992), 22);
        b.pop();
        b.push().move(-0.13, 1.32, -0.13);
        Solids.bevelled(b, 0.055, 0.12, 0.03, 0.008);
        Turned.disc(b, 0.006, 0.06, 0.16, 6);
        b.pop();
    }

    private static void head(MeshBuilder b) {
        b.paint(SKIN);
        Rounds.rod(b, at(0, 1.46, 0), at(0, 1.55, 0), 0.052, 12);
        b.push().scale(0.95, 1, 1.1);
        Rounds.lathe(
                b,
                Profile.from(0, 1.5)
                        .curve(0.072, 1.55, 3, false)
                        .to(0.09, 1.6)
                        .to(0.093, 1.66)
                        .curve(0, 1.76, 4, true),
                18);
        b.pop();
        b.push().move(0, 1.615, -0.1);
        Solids.bevelled(b, 0.025, 0.045, 0.035, 0.008);
        b.pop();
        b.paint(Palette.DARK_GLASS);
        b.push().move(0, 1.645, -0.088);
        Solids.bevelled(b, 0.15, 0.042, 0.045, 0.012);
        b.pop();
        b.paint(SHOE);
        Rounds.sweep(
                b,
                List.of(
                        at(-0.09, 1.68, 0),
                        at(-0.075, 1.54, -0.05),
                        at(0, 1.5, -0.085),
                        at(0.075, 1.54, -0.05),
                        at(0.09, 1.68, 0)),
                0.005,
                0.03,
                5);
        b.push().move(0, 1.675, 0).turn(Math.PI, 0, 1, 0);
        helmet(b, Paint.of(0xF2C218, 0.3, 0));
        b.pop();
    }

    private static Mesh limb(Consumer<MeshBuilder> shape) {
        MeshBuilder b = new MeshBuilder();
        shape.accept(b);
        return b.build();
    }

    private static void leg(MeshBuilder b) {
        b.paint(SUIT);
        Rounds.lathe(
                b,
                Profile.from(0.055, -0.82)
                        .to(0.072, -0.8)
                        .to(0.07, -0.45)
                        .to(0.09, -0.1)
                        .to(0.088, 0.02)
                        .curve(0, 0.06, 3, true),
                14);
        b.paint(BAND);
        Rounds.lathe(
                b,
                Profile.from(0.065, -0.63).to(0.0745, -0.63).to(0.0745, -0.58).to(0.065, -0.58),
                14);
        b.paint(SHOE);
        b.push().move(0, -0.845, -0.045);
        Solids.bevelled(b, 0.1, 0.11, 0.28, 0.03);
        b.pop();
    }

    private static void arm(MeshBuilder b, int side) {
        b.paint(SUIT);
        Rounds.sweep(
                b, List.of(at(0, 0, 0), at(side * 0.045, -0.28, 0.01), at(side * 0.03, -0.52, -0.1)), 0.052, 0.2, 12);
        Rounds.lathe(b, Profile.ball(0.062, 0, 4), 12);
        b.paint(BAND);
        b.push().move(side * 0.03, -0.19, 0.006).turn(side * 0.16, 0, 0, 1);
        Rounds.lathe(
                b,
                Profile.from(0.05, -0.022).to(0.0545, -0.022).to(0.0545, 0.022).to(0.05, 0.022),
                12);
        b.pop();
        b.paint(Paint.of(0x3B3F45, 0.8, 0));
        b.push().move(side * 0.026, -0.58, -0.125);
        Solids.bevelled(b, 0.06, 0.12, 0.08, 0.025);
        b.pop();
    }
}
