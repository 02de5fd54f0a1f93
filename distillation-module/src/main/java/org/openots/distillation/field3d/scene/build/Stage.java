package org.openots.distillation.field3d.scene.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.scene.Archetype;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Label;
import org.openots.distillation.field3d.scene.Lamp;
import org.openots.distillation.field3d.scene.LeakPoint;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.scene.Walkable;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** Where the builders put what they make. */
final class Stage {
    static final int NO_ITEM = -1;
    static final int INK = 0x16181BFF;
    static final int CHALK = 0xFFFFFFFF;

    /** Width of a Latin letter or digit against the height of a line; a Chinese character is as wide as high. */
    private static final double LETTER = 0.56;

    final Facts facts;
    final Locale locale;

    /** Whether the plant stands under the sky. */
    final boolean outdoors;

    /** What stands still within the site. */
    final MeshBuilder still = new MeshBuilder();

    /** What stands around and is only looked at. */
    final MeshBuilder around = new MeshBuilder();

    final List<Walkable.Floor> floors = new ArrayList<>();
    final List<Walkable.Ramp> ramps = new ArrayList<>();
    final List<Walkable.Ladder> ladders = new ArrayList<>();
    final List<Walkable.Block> blocks = new ArrayList<>();
    final List<Walkable.Post> posts = new ArrayList<>();
    final List<LeakPoint> leaks = new ArrayList<>();
    final List<View> views = new ArrayList<>();
    final List<Lamp> lamps = new ArrayList<>();
    final List<Label> labels = new ArrayList<>();
    final List<Item> items = new ArrayList<>();
    final Hosts hosts = new Hosts();

    private final Map<String, Integer> archetypeIndex = new HashMap<>();
    private final List<Archetype> archetypes = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Motion> motions = new ArrayList<>();

    Stage(Facts facts, Locale locale, boolean outdoors) {
        this.outdoors = outdoors;
        this.facts = facts;
        this.locale = locale;
    }

    /** A part; the shape is made once for each name. Returns its index for {@link #motion}. */
    int part(String name, Consumer<MeshBuilder> shape, Matrix4fc place, int tint, int item) {
        Integer index = archetypeIndex.get(name);
        if (index == null) {
            MeshBuilder b = new MeshBuilder();
            shape.accept(b);
            index = archetypes.size();
            archetypes.add(new Archetype(name, b.build()));
            archetypeIndex.put(name, index);
        }
        parts.add(new Part(index, new Matrix4f(place), tint, item));
        return parts.size() - 1;
    }

    void motion(int part, Motion.Kind kind, String signal, double[] range, Vector3fc axis, double[] way) {
        double low = range[0];
        double high = range[1] == range[0] ? range[0] + 1 : range[1];
        motions.add(new Motion(part, kind, signal, low, high, axis, (float) way[0], (float) way[1]));
    }

    /** A part is there while a signal is 1. */
    void showOn(int part, String signal) {
        motion(part, Motion.Kind.SHOWN, signal, new double[] {0, 1}, new Vector3f(0, 1, 0), new double[] {0, 1});
    }

    /** A part is there unless a signal is 1. */
    void hideOn(int part, String signal) {
        motion(part, Motion.Kind.SHOWN, signal, new double[] {0, 1}, new Vector3f(0, 1, 0), new double[] {1, 0});
    }

    /** An item with a box in the axes of a place; the handle is in those axes too, the facing in those of the site. */
    int item(String tag, Item.Kind kind, LocalText name, Matrix4fc place, double[][] box, Vector3fc facing) {
        Vector3f low = Axes.at(box[0][0], box[0][1], box[0][2]);
        Vector3f high = Axes.at(box[1][0], box[1][1], box[1][2]);
        Vector3f handle = Axes.at(box[2][0], box[2][1], box[2][2]);
        Vector3f half = new Vector3f(high).sub(low).mul(0.5f);
        Vector3f centre = place.transformPosition(new Vector3f(low).add(high).mul(0.5f));
        Vector3f scale = place.getScale(new Vector3f());
        Quaternionf turn = place.getNormalizedRotation(new Quaternionf());
        items.add(new Item(
                tag, kind, name, centre, half.mul(scale), turn, place.transformPosition(handle), new Vector3f(facing)));
        return items.size() - 1;
    }

    String words(LocalText text) {
        return text.in(locale);
    }

    static double width(String text, double height) {
        double widest = 0;
        double now = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                now = 0;
            } else {
                now += c < 0x2E80 ? LETTER : 1;
            }
            widest = Math.max(widest, now);
        }
        return widest * height;
    }

    void label(String text, Matrix4fc place, double height, int colour) {
        labels.add(new Label(text, new Matrix4f(place), (float) height, colour));
    }

    /** A plate with one line of words on its front, and on its back if it hangs free; its middle is the place. */
    void plate(String text, Matrix4fc place, double height, Paint paint, boolean both) {
        double wide = width(text, height) + height * 0.8;
        double high = height * 1.5;
        still.push().place(place).paint(paint);
        Solids.bevelled(still, wide, high, 0.006, 0.002);
        still.pop();
        int colour = luminance(paint.colour()) > 130 ? INK : CHALK;
        label(text, new Matrix4f(place).translate(0, 0, 0.0045f), height, colour);
        if (both) {
            label(text, new Matrix4f(place).rotateY((float) Math.PI).translate(0, 0, 0.0045f), height, colour);
        }
    }

    static double luminance(int rgba) {
        return 0.3 * (rgba >>> 24) + 0.59 * (rgba >> 16 & 255) + 0.11 * (rgba >> 8 & 255);
    }

    void block(Vector3fc centre, double sizeX, double sizeY, double sizeZ, double turn) {
        blocks.add(new Walkable.Block(
                new Vector3f(centre), (float) sizeX / 2, (float) sizeY / 2, (float) sizeZ / 2, (float) turn));
    }

    /** A block that fills a box in level axes turned about the vertical. */
    void block(Matrix4fc place, double[] low, double[] high) {
        Vector3f centre = place.transformPosition(
                Axes.at((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2));
        Vector3f x = place.transformDirection(new Vector3f(1, 0, 0)).normalize();
        block(centre, high[0] - low[0], high[1] - low[1], high[2] - low[2], Math.atan2(-x.z, x.x));
    }

    void post(Vector3fc foot, double radius, double height) {
        posts.add(new Walkable.Post(new Vector3f(foot), (float) radius, (float) height));
    }

    List<Archetype> archetypes() {
        return archetypes;
    }

    /** Parts in order of their archetype, and the motions with their new indices. */
    Ordered ordered() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> parts.get(i).archetype()));
        int[] now = new int[parts.size()];
        List<Part> sorted = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            now[order.get(i)] = i;
            sorted.add(parts.get(order.get(i)));
        }
        List<Motion> moved = new ArrayList<>();
        for (Motion m : motions) {
            moved.add(new Motion(now[m.part()], m.kind(), m.signal(), m.low(), m.high(), m.axis(), m.from(), m.to()));
        }
        return new Ordered(sorted, moved);
    }

    record Ordered(List<Part> parts, List<Motion> motions) {}

    /** A fixed mesh once more, for what stands in many places but need not move. */
    void repeat(Mesh mesh, Matrix4fc place) {
        still.push().place(place).append(mesh).pop();
    }
}
