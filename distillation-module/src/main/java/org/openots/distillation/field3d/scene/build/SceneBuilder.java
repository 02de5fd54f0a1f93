package org.openots.distillation.field3d.scene.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joml.Vector3f;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.Walkable;
import org.openots.simulator.plot.Ground;

/** Makes the scene of a resolved site. The same site and facts give the same scene, to the last bit. */
public final class SceneBuilder {
    private SceneBuilder() {}

    /**
     * Builds a scene.
     *
     * @param site resolved plot plan
     * @param facts names, units and ranges of the plant's signals
     * @param locale language of the words in the scene
     * @return the scene
     */
    public static Scene build(Site site, Facts facts, Locale locale) {
        Ground ground = site.plan().ground();
        Stage stage = new Stage(facts, locale, ground.kind() == Ground.Kind.YARD);
        new GroundWorks(stage).add(ground);
        new StructureWorks(stage, site).add();
        EquipmentWorks equipment = new EquipmentWorks(stage, site);
        site.equipment().forEach(equipment::add);
        new PipeWorks(stage, site).add(site);
        FittingWorks fittings = new FittingWorks(stage);
        site.routes().forEach(fittings::add);
        new FixtureWorks(stage, site).add(site);
        new CrewWorks(stage, site).add();
        new LockWorks(stage).add();
        new DefectWorks(stage, site).add();
        new WalkWorks(stage, site).add();
        return finish(stage, site);
    }

    private static Scene finish(Stage stage, Site site) {
        Mesh still = stage.still.build();
        List<Mesh> cells = new ArrayList<>(Cells.cut(still));
        Mesh around = stage.around.build();
        if (around.triangles() > 0) {
            cells.add(around);
        }
        Vector3f low = new Vector3f(Float.POSITIVE_INFINITY);
        Vector3f high = new Vector3f(Float.NEGATIVE_INFINITY);
        Vector3f p = new Vector3f();
        for (int i = 0; i < still.vertices(); i++) {
            p.set(still.position()[3 * i], still.position()[3 * i + 1], still.position()[3 * i + 2]);
            low.min(p);
            high.max(p);
        }
        Stage.Ordered ordered = stage.ordered();
        return new Scene(
                site.plan().plant(),
                cells,
                stage.archetypes(),
                ordered.parts(),
                ordered.motions(),
                stage.labels,
                stage.items,
                new Walkable(stage.floors, stage.ramps, stage.ladders, stage.blocks, stage.posts),
                stage.leaks,
                stage.views,
                stage.lamps,
                low,
                high);
    }
}
