package org.openots.instructor.content;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.RunEngine;
import org.openots.instructor.session.RunEngineFactory;
import org.openots.instructor.session.RunSpec;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;

/** Engines of the plants shipped with the suite. */
public final class PlantEngines implements RunEngineFactory {
    /** Version of the engine; part of every journal, because a score belongs to one engine. */
    public static final String VERSION = "0.5.0";

    private final Map<String, PlantPack> packs = new LinkedHashMap<>();

    /** Loads the packs. */
    public PlantEngines() {
        for (String id : PlantPack.SHIPPED) {
            packs.put(id, PlantPack.shipped(id));
        }
    }

    /**
     * Loads the packs, one of them from elsewhere.
     *
     * @param instead takes the place of the shipped pack with the same id
     */
    public PlantEngines(PlantPack instead) {
        this();
        packs.put(instead.id(), instead);
    }

    PlantPack pack(String plant) {
        PlantPack pack = packs.get(plant);
        if (pack == null) {
            throw new OtsException(StationError.PLANT_UNKNOWN, plant);
        }
        return pack;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public String packHash(String plant) {
        return pack(plant).hash();
    }

    @Override
    public RunEngine start(String plant, String initialCondition, long seed) {
        PlantPack pack = pack(plant);
        if (RunSpec.measured(initialCondition)) {
            return new RigRunEngine(pack);
        }
        return new PlantRunEngine(new PlantEngine(pack, pack.initialCondition(initialCondition), seed));
    }
}
