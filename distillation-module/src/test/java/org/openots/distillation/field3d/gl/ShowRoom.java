package org.openots.distillation.field3d.gl;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.scene.Archetype;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Label;
import org.openots.distillation.field3d.scene.Lamp;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.Pattern;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.scene.Walkable;

/** A small site with every pattern, motion and light in it, for the tests of drawing. */
final class ShowRoom {
    private static final int CONCRETE = 0xA8A49CFF;
    private static final int STEEL = 0x5C7080FF;
    private static final int YELLOW = 0xF2B705FF;
    private static final int BROWN = 0x8A4524FF;
    private static final int ALUMINIUM = 0xD4D8DCFF;

    private ShowRoom() {}

    static Scene scene() {
        List<Mesh> cells = new ArrayList<>();
        cells.add(ground());
        cells.add(column());
        cells.add(structure());
        cells.add(hall());
        cells.add(yard());
        List<Archetype> archetypes = List.of(
                new Archetype("valve", valve()),
                new Archetype("wheel", wheel()),
                new Archetype("lamp", lamp()),
                new Archetype("tree", tree()),
                new Archetype("level", level()));
        List<Part> parts = parts();
        List<Motion> motions = List.of(
                new Motion(4, Motion.Kind.TURN, "HV-1", 0, 100, new Vector3f(0, 1, 0), 0, 37.7f),
                new Motion(4, Motion.Kind.SLIDE, "HV-1", 0, 100, new Vector3f(0, 1, 0), 0, 0.08f),
                new Motion(8, Motion.Kind.BLINK, "XA-1", 0, 1, new Vector3f(0, 1, 0), 0, 1),
                new Motion(9, Motion.Kind.SHINE, "XL-1", 0, 1, new Vector3f(0, 1, 0), 0, 1),
                new Motion(parts.size() - 1, Motion.Kind.STRETCH, "LI-1", 0, 100, new Vector3f(0, 1, 0), 0.01f, 1));
        return new Scene(
                "show-room",
                cells,
                archetypes,
                parts,
                motions,
                labels(),
                List.of(item("HV-1", -3, 1, 4), item("HV-2", -1.4f, 1, 4)),
                new Walkable(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(),
                views(),
                lamps(),
                new Vector3f(-16, -0.2f, -14),
                new Vector3f(16, 14, 12));
    }

    private static Item item(String tag, float x, float y, float z) {
        Vector3f centre = new Vector3f(x, y, z);
        return new Item(
                tag,
                Item.Kind.HAND_VALVE,
                new LocalText("手阀", "hand valve"),
                centre,
                new Vector3f(0.3f, 0.5f, 0.3f),
                new Quaternionf(),
                centre,
                new Vector3f(0, 0, 1));
    }

    private static Mesh ground() {
        Shapes s = new Shapes();
        s.paint(CONCRETE, 0.85, 0, 0, Pattern.CONCRETE).at(0, -0.1f, 0).box(36, 0.2f, 28);
        s.paint(0x4A4C4EFF, 0.9, 0, 0, Pattern.ASPHALT).at(0, -0.12f, 18).box(120, 0.2f, 8);
        s.paint(0x5E7A3AFF, 0.95, 0, 0, Pattern.GRASS).at(0, -0.2f, 0).box(300, 0.2f, 300);
        s.paint(YELLOW, 0.6, 0, 0, Pattern.PLAIN).at(0, 0.003f, 11).box(30, 0.006f, 0.12f);
        return s.mesh();
    }

    private static Mesh column() {
        Shapes s = new Shapes();
        s.paint(0x707478FF, 0.6, 0.2, 0, Pattern.CONCRETE).at(0, 0, 0).turned(40, 1.2f, 0, 1.1f, 2.2f);
        s.paint(ALUMINIUM, 0.34, 0.9, 0, Pattern.CLADDING);
        s.turned(48, 1.0f, 2.2f, 1.0f, 12.0f, 0.85f, 12.5f, 0.4f, 12.8f, 0.01f, 12.85f);
        s.paint(0xC8CCD0FF, 0.34, 0.85, 0, Pattern.CLADDING);
        s.at(new Matrix4f().translation(-6, 2.0f, -3).rotateZ((float) Math.PI / 2));
        s.turned(40, 0.01f, -2.6f, 0.7f, -2.3f, 0.9f, -2.0f, 0.9f, 2.0f, 0.7f, 2.3f, 0.01f, 2.6f);
        s.paint(BROWN, 0.35, 0, 0, Pattern.PLAIN);
        for (float z : new float[] {4, 4.8f}) {
            s.at(new Matrix4f().translation(-2, 1.0f, z).rotateZ((float) Math.PI / 2))
                    .turned(24, 0.08f, -4, 0.08f, 4);
        }
        s.paint(0xB04030FF, 0.5, 0.4, 0, Pattern.RUST).at(-11, 0, -6).turned(48, 2, 0, 2, 4, 0.02f, 4.6f);
        return s.mesh();
    }

    private static Mesh structure() {
        Shapes s = new Shapes();
        for (float x : new float[] {3, 8}) {
            for (float z : new float[] {-4, 2}) {
                s.paint(STEEL, 0.5, 0.1, 0, Pattern.PLAIN).at(x, 3, z).box(0.28f, 6, 0.28f);
            }
        }
        s.paint(0x8A9096FF, 0.5, 0.6, 0, Pattern.GRATING).at(5.5f, 3.0f, -1).box(5.4f, 0.04f, 6.4f);
        s.paint(0x70767CFF, 0.5, 0.3, 0, Pattern.CHEQUER).at(5.5f, 6.0f, -1).box(5.4f, 0.04f, 6.4f);
        s.paint(YELLOW, 0.45, 0, 0, Pattern.PLAIN);
        for (float y : new float[] {3.5f, 4.1f, 6.5f, 7.1f}) {
            s.at(5.5f, y, 2.2f).box(5.4f, 0.05f, 0.05f);
            s.at(2.8f, y, -1).box(0.05f, 0.05f, 6.4f);
        }
        s.paint(0xFFFFFFFF, 0.5, 0, 0, Pattern.HAZARD).at(5.5f, 3.05f, 2.25f).box(5.4f, 0.2f, 0.03f);
        s.paint(0x2B5FA8FF, 0.35, 0.1, 0, Pattern.PLAIN).at(5.5f, 3.6f, -1).ball(0.6f, 32);
        s.paint(0xE8ECF0FF, 0.12, 1, 0, Pattern.PLAIN).at(4.0f, 3.5f, 0.6f).ball(0.45f, 40);
        s.paint(0xD02020FF, 0.3, 0, 0, Pattern.PLAIN).at(6.6f, 0.5f, 3.4f).box(0.6f, 1.0f, 0.4f);
        return s.mesh();
    }

    private static Mesh hall() {
        Shapes s = new Shapes();
        s.paint(0x9AA6A0FF, 0.35, 0, 0, Pattern.FLOOR).at(-10, 0.01f, 6).box(8, 0.02f, 7);
        s.paint(0xC9BBA6FF, 0.9, 0, 0, Pattern.BRICK);
        s.at(-10, 2.2f, 2.5f).box(8, 4.4f, 0.24f);
        s.at(-14, 2.2f, 6).box(0.24f, 4.4f, 7);
        s.at(-10, 0.5f, 9.5f).box(8, 1.0f, 0.24f).at(-10, 3.7f, 9.5f).box(8, 1.4f, 0.24f);
        for (float x : new float[] {-14, -12, -10, -8, -6}) {
            s.at(x, 2.2f, 9.5f).box(0.4f, 4.4f, 0.24f);
        }
        s.at(-6, 2.2f, 8.2f).box(0.24f, 4.4f, 2.6f).at(-6, 2.2f, 3.6f).box(0.24f, 4.4f, 2.2f);
        s.paint(0xB8BCC0FF, 0.7, 0.2, 0, Pattern.PLAIN).at(-10, 4.45f, 6).box(8.6f, 0.12f, 7.6f);
        s.paint(0xFFF4DCFF, 0.5, 0, 1, Pattern.PLAIN);
        s.at(-12, 4.2f, 6).box(1.4f, 0.06f, 0.3f).at(-8.5f, 4.2f, 6).box(1.4f, 0.06f, 0.3f);
        s.paint(0x2F6B46FF, 0.4, 0.1, 0, Pattern.PLAIN).at(-11, 0.7f, 5).box(1.2f, 1.4f, 0.9f);
        s.paint(ALUMINIUM, 0.3, 0.95, 0, Pattern.PLAIN)
                .at(-9, 0.02f, 6.5f)
                .turned(36, 0.5f, 0.4f, 0.5f, 2.2f, 0.01f, 2.5f);
        return s.mesh();
    }

    private static Mesh yard() {
        Shapes s = new Shapes();
        s.paint(0xD8D2C4FF, 0.9, 0, 0, Pattern.CONCRETE).at(0, 1.2f, -24).box(90, 2.4f, 0.25f);
        s.paint(0xCFC8BAFF, 0.85, 0, 0, Pattern.BRICK).at(24, 3, -14).box(12, 6, 8);
        s.paint(0x2A3A4AFF, 0.1, 0, 0.2, Pattern.GLASS);
        for (int i = 0; i < 4; i++) {
            s.at(20 + 2.6f * i, 3.4f, -9.95f).box(1.6f, 1.4f, 0.06f);
        }
        return s.mesh();
    }

    private static Mesh valve() {
        Shapes s = new Shapes().paint(0x2A5A8CFF, 0.38, 0.1, 0, Pattern.PLAIN).ball(0.17f, 28);
        s.at(0, 0.1f, 0).turned(24, 0.09f, 0, 0.07f, 0.25f, 0.05f, 0.3f, 0.02f, 0.42f, 0.01f, 0.6f);
        s.paint(0xB0B4B8FF, 0.45, 0.6, 0, Pattern.PLAIN);
        for (int sign = -1; sign <= 1; sign += 2) {
            s.at(new Matrix4f().translation(sign * 0.2f, 0, 0).rotateZ((float) Math.PI / 2))
                    .turned(28, 0.01f, -0.03f, 0.17f, -0.03f, 0.17f, 0.03f, 0.01f, 0.03f);
        }
        return s.mesh();
    }

    private static Mesh wheel() {
        Shapes s = new Shapes().paint(0xC01818FF, 0.35, 0, 0, Pattern.PLAIN).torus(0.18f, 0.018f, 36, 12);
        s.box(0.34f, 0.015f, 0.03f).box(0.03f, 0.015f, 0.34f);
        return s.mesh();
    }

    private static Mesh lamp() {
        return new Shapes()
                .paint(0xFF4020FF, 0.3, 0, 1, Pattern.PLAIN)
                .ball(0.08f, 20)
                .mesh();
    }

    private static Mesh tree() {
        Shapes s = new Shapes().paint(0x5A4630FF, 0.9, 0, 0, Pattern.PLAIN).turned(10, 0.25f, 0, 0.15f, 3);
        s.paint(0x3E6A2CFF, 0.9, 0, 0, Pattern.FOLIAGE);
        s.at(0, 4.4f, 0)
                .ball(2.1f, 18)
                .at(0.9f, 5.3f, 0.4f)
                .ball(1.5f, 16)
                .at(-0.8f, 5.6f, -0.5f)
                .ball(1.4f, 16);
        return s.mesh();
    }

    private static Mesh level() {
        return new Shapes()
                .paint(0x60A0D0C0, 0.1, 0, 0, Pattern.GLASS)
                .turned(16, 0.03f, 0, 0.03f, 1)
                .mesh();
    }

    private static List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        float[][] valves = {{-3, 4}, {-1.4f, 4}, {-3, 4.8f}, {-1.4f, 4.8f}};
        for (int i = 0; i < 4; i++) {
            parts.add(
                    new Part(0, new Matrix4f().translation(valves[i][0], 1, valves[i][1]), Part.WHITE, i < 2 ? i : -1));
        }
        for (int i = 0; i < 4; i++) {
            parts.add(new Part(
                    1, new Matrix4f().translation(valves[i][0], 1.65f, valves[i][1]), Part.WHITE, i < 2 ? i : -1));
        }
        parts.add(new Part(2, new Matrix4f().translation(2.8f, 3.3f, 2.3f), Part.WHITE, -1));
        parts.add(new Part(2, new Matrix4f().translation(8.2f, 3.3f, 2.3f), 0x40FF40FF, -1));
        for (int i = 0; i < 16; i++) {
            float x = -42 + 5.5f * i;
            float size = 0.8f + 0.09f * (i * 7 % 6);
            parts.add(new Part(
                    3, new Matrix4f().translation(x, 0, -30 + i % 3 * 2.5f).scale(size), Part.WHITE, -1));
        }
        parts.add(new Part(4, new Matrix4f().translation(1.2f, 2.4f, 1.2f), Part.WHITE, -1));
        return parts;
    }

    private static List<Label> labels() {
        return List.of(
                new Label("T-101 精馏塔", new Matrix4f().translation(0, 3.2f, 1.03f), 0.32f, 0x1A2A38FF),
                new Label("HV-1", new Matrix4f().translation(-3, 0.7f, 4.2f), 0.09f, 0x102030FF),
                new Label("必须戴安全帽\nHELMETS", new Matrix4f().translation(6.6f, 0.6f, 3.605f), 0.09f, 0xFFFFFFFF));
    }

    private static List<Lamp> lamps() {
        return List.of(
                new Lamp(new Vector3f(-12, 4.1f, 6), 0xFFF0D8FF, 9),
                new Lamp(new Vector3f(-8.5f, 4.1f, 6), 0xFFF0D8FF, 9),
                new Lamp(new Vector3f(2, 6, 4), 0xFFE0B0FF, 16),
                new Lamp(new Vector3f(-4, 6, -6), 0xFFE0B0FF, 16));
    }

    private static List<View> views() {
        return List.of(
                view("yard", new Vector3f(-1.5f, 1.7f, 10), new Vector3f(0.5f, 3.2f, -2)),
                view("valve", new Vector3f(-2.2f, 1.6f, 6.3f), new Vector3f(-2.2f, 1.05f, 4)),
                view("hall", new Vector3f(-6.9f, 1.7f, 8.6f), new Vector3f(-11, 1.2f, 5)),
                view("deck", new Vector3f(3.6f, 4.7f, 1.8f), new Vector3f(6.5f, 3.0f, -2)));
    }

    private static View view(String id, Vector3f eye, Vector3f target) {
        return new View(id, new LocalText(id, id), eye, target, true);
    }
}
