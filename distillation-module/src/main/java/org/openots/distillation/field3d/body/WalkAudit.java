package org.openots.distillation.field3d.body;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.joml.Vector3f;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.scene.Walkable;

/**
 * Checks of a scene on foot, for every plant: all floors, stairs and ladders can be walked to from the start, every item can be
 * used from somewhere, and one can stand at every place of the list.
 */
public final class WalkAudit {
    /** Surfaces this near in height are the same, m. */
    private static final double SAME = 0.06;

    private final Scene scene;
    private final Ground ground;
    private final RouteFinder finder;
    private final List<LocalText> findings = new ArrayList<>();

    private WalkAudit(Scene scene) {
        this.scene = scene;
        this.ground = new Ground(scene.walk());
        this.finder = new RouteFinder(scene, ground);
    }

    /**
     * Walks everywhere.
     *
     * @param scene of a plant
     * @return what is wrong; empty if all is well
     */
    public static List<LocalText> of(Scene scene) {
        WalkAudit audit = new WalkAudit(scene);
        audit.run();
        return List.copyOf(audit.findings);
    }

    private void run() {
        Body body = new Body(ground);
        if (scene.views().isEmpty() || !body.teleport(scene.views().get(0))) {
            find("起始视点处没有可站立的地方", "there is no place to stand at the first view");
            return;
        }
        BitSet seen = finder.reachable(new Vector3f((float) body.x(), (float) body.y(), (float) body.z()));
        views(seen);
        floors(seen);
        links();
        items(seen);
    }

    private void views(BitSet seen) {
        for (View view : scene.views()) {
            if (!view.listed()) {
                continue;
            }
            Body body = new Body(ground);
            int node = body.teleport(view) ? finder.grid().near(body.x(), body.y(), body.z()) : -1;
            if (node < 0 || !seen.get(node)) {
                find(
                        "视点 " + view.id() + " 处不能站立或步行不可到达",
                        "view " + view.id() + ": no place to stand there that can be walked to");
            }
        }
    }

    private void floors(BitSet seen) {
        Grid grid = finder.grid();
        List<Walkable.Floor> floors = scene.walk().floors();
        BitSet reached = new BitSet();
        List<Surface> surfaces = floors.stream().map(Surface::of).toList();
        for (int node = seen.nextSetBit(0); node >= 0; node = seen.nextSetBit(node + 1)) {
            for (int i = reached.nextClearBit(0); i < surfaces.size(); i = reached.nextClearBit(i + 1)) {
                double height = surfaces.get(i).height(grid.x(node), grid.z(node));
                if (Math.abs(height - grid.y(node)) < SAME) {
                    reached.set(i);
                }
            }
        }
        for (int i = reached.nextClearBit(0); i < floors.size(); i = reached.nextClearBit(i + 1)) {
            Walkable.Floor floor = floors.get(i);
            if (plinth(floor)) {
                continue;
            }
            String where =
                    where(floor.centre().x(), floor.centre().y(), floor.centre().z());
            find("平台 " + i + "（" + where + "）步行不可到达", "floor " + i + " (" + where + ") cannot be walked to");
        }
    }

    /** A low plinth that equipment covers is no floor to walk on. */
    private boolean plinth(Walkable.Floor floor) {
        double y = floor.centre().y();
        double[] heights = new double[16];
        int count = ground.surfaces(floor.centre().x(), floor.centre().z(), heights);
        for (int i = 0; i < count; i++) {
            if (heights[i] < y - SAME && heights[i] >= y - Ground.STEP) {
                return true;
            }
        }
        return false;
    }

    private void links() {
        for (Rungs rungs : ground.ladders()) {
            String where = where(rungs.x(), rungs.low(), rungs.z());
            if (!rungs.foot().exists()) {
                find(
                        "爬梯 " + rungs.index() + "（" + where + "）下端没有站立处",
                        "ladder " + rungs.index() + " (" + where + ") has no place to stand at its foot");
            }
            if (!rungs.head().exists()) {
                find(
                        "爬梯 " + rungs.index() + "（" + where + "）上端没有站立处",
                        "ladder " + rungs.index() + " (" + where + ") has no place to stand at its head");
            }
        }
        for (int i = 0; i < scene.walk().ramps().size(); i++) {
            Walkable.Ramp ramp = scene.walk().ramps().get(i);
            Vector3f foot = new Vector3f(ramp.foot());
            Vector3f head = new Vector3f(ramp.head());
            Vector3f along = new Vector3f(head).sub(foot);
            along.y = 0;
            along.normalize();
            int below = finder.grid().near(foot.x - along.x * 0.3, foot.y, foot.z - along.z * 0.3);
            int above = finder.grid().near(head.x + along.x * 0.3, head.y, head.z + along.z * 0.3);
            if (below < 0 || above < 0) {
                String where = where(foot.x, foot.y, foot.z);
                find(
                        "楼梯 " + i + "（" + where + "）的一端没有站立处",
                        "stairs " + i + " (" + where + ") have an end without a place to stand");
            }
        }
    }

    private void items(BitSet seen) {
        for (Item item : scene.items()) {
            if (item.kind() == Item.Kind.EQUIPMENT || item.kind() == Item.Kind.TRANSMITTER) {
                continue;
            }
            if (!served(seen, item)) {
                String where = where(
                        item.handle().x(), item.handle().y(), item.handle().z());
                find(
                        "物项 " + item.tag() + "（" + where + "）从任何可到达处都够不着或看不清",
                        "item " + item.tag() + " (" + where + ") is out of reach or sight from everywhere one can go");
            }
        }
    }

    private boolean served(BitSet seen, Item item) {
        Grid grid = finder.grid();
        for (int node = seen.nextSetBit(0); node >= 0; node = seen.nextSetBit(node + 1)) {
            double dx = grid.x(node) - item.handle().x();
            double dz = grid.z(node) - item.handle().z();
            if (dx * dx + dz * dz < Reach.READING * Reach.READING && finder.serves(node, item)) {
                return true;
            }
        }
        return false;
    }

    private static String where(double x, double y, double z) {
        return Math.round(x * 10) / 10.0 + " E, " + Math.round(-z * 10) / 10.0 + " N, " + Math.round(y * 10) / 10.0
                + " m";
    }

    private void find(String zh, String en) {
        findings.add(new LocalText(zh, en));
    }
}
