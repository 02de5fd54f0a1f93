package org.openots.instructor.field;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.simulator.engine.FieldSignals;
import org.openots.simulator.plant.PlantPack;

/** The plants as field stations see them, each worked out once. Safe for use by several threads. */
public final class FieldPlants {
    private final PlantLibrary library;
    private final Map<String, Optional<Plant>> plants = new ConcurrentHashMap<>();

    /**
     * A plant.
     *
     * @param pack the pack; holds secrets
     * @param signals that are seen in it
     * @param site where its things stand; nothing for a pack without a plot plan
     */
    public record Plant(PlantPack pack, FieldSignals signals, Optional<FieldSite> site) {}

    /**
     * The plants of a library.
     *
     * @param library the library
     */
    public FieldPlants(PlantLibrary library) {
        this.library = library;
    }

    /**
     * A plant.
     *
     * @param id plant id
     * @return nothing for a plant that is not made from a pack
     */
    public Optional<Plant> plant(String id) {
        return plants.computeIfAbsent(
                id,
                key -> library.pack(key)
                        .map(pack -> new Plant(
                                pack, new FieldSignals(pack), pack.plot().map(FieldSite::new))));
    }
}
