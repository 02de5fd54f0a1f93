package org.openots.distillation.field3d.body;

import java.util.ArrayList;
import java.util.List;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.scene.Walkable;

/**
 * A small plant: ground, a wall, a pump on a plinth, stairs to a platform of 3 m, a ladder on to a ring of 5.5 m around a column,
 * a low passage, and a shelf that nothing leads to unless asked for.
 */
final class TrialSite {
    static final float RING = 5.5f;
    static final float DECK = 3;

    private TrialSite() {}

    static Scene scene() {
        return scene(List.of());
    }

    static Scene scene(List<Walkable.Floor> more) {
        List<Walkable.Floor> floors = new ArrayList<>(List.of(
                new Walkable.Floor(new Vector3f(0, 0, 0), 15, 15, 0, 0, false),
                new Walkable.Floor(new Vector3f(6, DECK, 0), 2, 1.5f, 0, 0, false),
                new Walkable.Floor(new Vector3f(9.6f, RING, 0), 1.5f, 1.5f, 0, 0.5f, true)));
        floors.addAll(more);
        return new Scene(
                "trial",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                items(),
                new Walkable(floors, List.of(stairs()), List.of(ladder()), blocks(), posts()),
                List.of(),
                List.of(
                        new View("gate", text("大门", "gate"), new Vector3f(0, 1.65f, 8), new Vector3f(0, 1.5f, 0), true),
                        new View(
                                "deck",
                                text("平台", "deck"),
                                new Vector3f(6, DECK + 1.65f, 0),
                                new Vector3f(9, 5, 0),
                                true)),
                List.of(),
                new Vector3f(-10, 0, -10),
                new Vector3f(12, 8, 10));
    }

    private static Walkable.Ramp stairs() {
        return new Walkable.Ramp(new Vector3f(0.5f, 0, 0), new Vector3f(4, DECK, 0), 0.8f);
    }

    private static Walkable.Ladder ladder() {
        return new Walkable.Ladder(new Vector3f(7.9f, DECK + 0.3f, 0), RING, new Vector3f(1, 0, 0));
    }

    private static List<Walkable.Block> blocks() {
        return List.of(
                new Walkable.Block(new Vector3f(-5, 1.5f, 0), 0.2f, 1.5f, 4, 0),
                new Walkable.Block(new Vector3f(0, 0.15f, -5), 1, 0.15f, 1, 0),
                new Walkable.Block(new Vector3f(0, 0.7f, -5), 0.4f, 0.4f, 0.2f, 0),
                new Walkable.Block(new Vector3f(-8, 1.7f, 6), 1, 0.4f, 1, 0.3f),
                new Walkable.Block(new Vector3f(8, 1.6f, 9), 3, 0.05f, 0.05f, 0));
    }

    private static List<Walkable.Post> posts() {
        return List.of(new Walkable.Post(new Vector3f(9.6f, 0, 0), 0.5f, 8));
    }

    private static List<Item> items() {
        return List.of(
                item("HV-1", Item.Kind.HAND_VALVE, new Vector3f(0.9f, 1, -4.4f), new Vector3f(0, 0, 1)),
                item("PI-1", Item.Kind.GAUGE, new Vector3f(-4.7f, 1.5f, 1), new Vector3f(1, 0, 0)),
                item("PI-2", Item.Kind.GAUGE, new Vector3f(-5.3f, 1.5f, 1), new Vector3f(-1, 0, 0)),
                item("HV-2", Item.Kind.HAND_VALVE, new Vector3f(9.6f, RING + 1.2f, -0.7f), new Vector3f(0, 0, -1)),
                new Item(
                        "P-1",
                        Item.Kind.EQUIPMENT,
                        text("泵", "pump"),
                        new Vector3f(0, 0.6f, -5),
                        new Vector3f(1, 0.6f, 0.5f),
                        new Quaternionf(),
                        new Vector3f(0, 0.6f, -4.5f),
                        new Vector3f(0, 0, 1)));
    }

    private static Item item(String tag, Item.Kind kind, Vector3f at, Vector3f facing) {
        return new Item(tag, kind, text(tag, tag), at, new Vector3f(0.1f, 0.1f, 0.1f), new Quaternionf(), at, facing);
    }

    private static LocalText text(String zh, String en) {
        return new LocalText(zh, en);
    }
}
