package org.openots.distillation.field3d.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.plan.SitePlanner;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.scene.build.Facts;
import org.openots.distillation.field3d.scene.build.SceneBuilder;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.plot.PlotPlan;

/** Scenes of plant packs. */
final class FieldScenes {
    private FieldScenes() {}

    /**
     * A plant and its scene.
     *
     * @param pack the pack
     * @param scene built of its plot plan
     */
    record Loaded(PlantPack pack, Scene scene) {}

    /**
     * Builds the scene of a plant.
     *
     * @param plant id of a shipped pack, or a folder
     * @param locale of the words in the scene
     * @return pack and scene
     * @throws OtsException if there is no such pack or it has no plot plan
     */
    static Loaded load(String plant, Locale locale) {
        PlantPack pack = PlantPack.load(PackSource.named(plant));
        PlotPlan plan = pack.plot().orElseThrow(() -> new OtsException(AppError.NO_PLOT, plant));
        Facts facts = Facts.of(PlantSignals.of(pack));
        return new Loaded(pack, SceneBuilder.build(SitePlanner.resolve(plan), facts, locale));
    }

    /**
     * Sees that a plant can be loaded without a station: the archive for lab PCs has no packs.
     *
     * @param plant id of a shipped pack, or a folder
     * @throws OtsException if the suite ships it and it is not here
     */
    static void requireHere(String plant) {
        boolean named = PlantPack.SHIPPED.contains(plant) && !Files.isDirectory(Path.of(plant));
        if (named && PackSource.shipped(plant).read("plant.json").isEmpty()) {
            throw new OtsException(AppError.NO_PACK_HERE, plant);
        }
    }

    /**
     * A view by its name.
     *
     * @throws OtsException if there is none of that name
     */
    static View view(Scene scene, String id) {
        return scene.views().stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new OtsException(AppError.NO_VIEW, id, scene.plant(), String.join(", ", names(scene))));
    }

    private static List<String> names(Scene scene) {
        return scene.views().stream()
                .map(View::id)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
