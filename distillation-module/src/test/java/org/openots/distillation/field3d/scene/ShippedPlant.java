package org.openots.distillation.field3d.scene;

import java.util.Locale;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.plan.SitePlanner;
import org.openots.distillation.field3d.scene.build.Facts;
import org.openots.distillation.field3d.scene.build.SceneBuilder;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.plant.PlantPack;

/**
 * A shipped plant with its scene in Chinese.
 *
 * @param pack the pack
 * @param site of its plot plan
 * @param facts for the scene
 * @param scene of the site
 * @param milliseconds that the scene took, for people; nothing is asserted of it
 */
public record ShippedPlant(PlantPack pack, Site site, Facts facts, Scene scene, double milliseconds) {
    /** Builds it. */
    public static ShippedPlant of(String id) {
        PlantPack pack = PlantPack.shipped(id);
        Facts facts = Facts.of(PlantSignals.of(pack));
        Site site = SitePlanner.resolve(pack.plot().orElseThrow());
        long before = System.nanoTime();
        Scene scene = SceneBuilder.build(site, facts, Locale.SIMPLIFIED_CHINESE);
        return new ShippedPlant(pack, site, facts, scene, (System.nanoTime() - before) / 1e6);
    }
}
