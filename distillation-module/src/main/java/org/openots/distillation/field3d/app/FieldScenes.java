package org.openots.distillation.field3d.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalTable;
import org.openots.distillation.field3d.pack.FieldPack;
import org.openots.distillation.field3d.plan.SitePlanner;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.scene.build.SceneBuilder;
import org.openots.distillation.field3d.ui.FieldFacts;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;

/** Scenes of plant packs. */
final class FieldScenes {
    private static final double NANOS_TO_MILLIS = 1e-6;

    private FieldScenes() {}

    /**
     * A plant and its scene.
     *
     * @param field what the panels say
     * @param scene built of its plot plan
     * @param signals that one in the field is told
     * @param millis it took to load and build, ms
     * @param built of it to build the scene, ms
     */
    record Loaded(FieldFacts field, Scene scene, SignalTable signals, double millis, double built) {}

    /**
     * Builds the scene of a plant.
     *
     * @param plant id of a shipped pack, or a folder
     * @param locale of the words in the scene
     * @return its scene
     * @throws OtsException if there is no such pack or it has no plot plan
     */
    static Loaded load(String plant, Locale locale) {
        long begin = System.nanoTime();
        PlantPack pack = PlantPack.load(PackSource.named(plant));
        if (pack.plot().isEmpty()) {
            throw new OtsException(AppError.NO_PLOT, plant);
        }
        Loaded built = build(FieldPack.of(pack), locale);
        double all = (System.nanoTime() - begin) * NANOS_TO_MILLIS;
        return new Loaded(built.field(), built.scene(), built.signals(), all, built.built());
    }

    /**
     * Builds the scene of what a station sent.
     *
     * @param pack of the run's plant
     * @param locale of the words in the scene
     * @return its scene
     */
    static Loaded build(FieldPack pack, Locale locale) {
        long begin = System.nanoTime();
        Scene scene = SceneBuilder.build(SitePlanner.resolve(pack.plot()), pack.facts(), locale);
        double millis = (System.nanoTime() - begin) * NANOS_TO_MILLIS;
        return new Loaded(pack.field(), scene, new SignalTable(pack.signals()), millis, millis);
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
