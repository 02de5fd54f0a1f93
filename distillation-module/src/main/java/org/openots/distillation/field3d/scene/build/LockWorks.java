package org.openots.distillation.field3d.scene.build;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Solids;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.distillation.field3d.state.Hung;
import org.openots.simulator.field.LockoutPoint;

/** Padlocks and tags, each there while it hangs on its valve, panel or switch. */
final class LockWorks {
    /** Before and below the handle, m: beside the stem of a valve, under the buttons of a panel. */
    private static final float BEFORE = 0.07f;

    private static final float BELOW = 0.12f;

    /** The tag hangs so far beside the lock, m. */
    private static final float BESIDE = 0.1f;

    private final Stage stage;

    LockWorks(Stage stage) {
        this.stage = stage;
    }

    void add() {
        for (int i = 0; i < stage.items.size(); i++) {
            Item item = stage.items.get(i);
            if (taken(item.kind()) && stage.facts.names().containsKey(LockoutPoint.LOTO + item.tag())) {
                hang(i, item);
            }
        }
    }

    private static boolean taken(Item.Kind kind) {
        return kind == Item.Kind.HAND_VALVE || kind == Item.Kind.LOCAL_PANEL || kind == Item.Kind.SWITCH;
    }

    private void hang(int index, Item item) {
        Vector3f at = new Vector3f(item.handle()).fma(BEFORE, item.facing()).add(0, -BELOW, 0);
        Matrix4f place = Axes.facing(at, new Vector3f(item.facing()));
        int lock = stage.part("padlock", LockWorks::padlock, place, Part.WHITE, index);
        stage.showOn(lock, Hung.LOCK + item.tag());
        Matrix4f beside = new Matrix4f(place).translate(BESIDE, -0.04f, 0);
        int tag = stage.part("danger-tag", LockWorks::tag, beside, Part.WHITE, index);
        stage.showOn(tag, Hung.TAG + item.tag());
    }

    private static void padlock(MeshBuilder b) {
        b.paint(Palette.SAFETY_RED);
        Solids.box(b, 0, 0, 0, 0.06, 0.065, 0.028);
    }

    private static void tag(MeshBuilder b) {
        b.paint(Palette.WHITE);
        Solids.box(b, 0, 0, 0, 0.085, 0.14, 0.004);
    }
}
