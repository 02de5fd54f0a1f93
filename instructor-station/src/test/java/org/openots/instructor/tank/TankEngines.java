package org.openots.instructor.tank;

import org.openots.common.error.OtsException;
import org.openots.instructor.session.RunEngine;
import org.openots.instructor.session.RunEngineFactory;

/** Starts tanks: {@code cold} is empty, {@code half} is half full. */
public final class TankEngines implements RunEngineFactory {
    /** Plant id of the tank. */
    public static final String PLANT = "tank";

    private final String version;

    /** Creates the factory of the present version. */
    public TankEngines() {
        this("tank-1");
    }

    /**
     * Creates a factory that says it is another version.
     *
     * @param version the version
     */
    public TankEngines(String version) {
        this.version = version;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String packHash(String plant) {
        requirePlant(plant);
        return "00ff";
    }

    @Override
    public RunEngine start(String plant, String initialCondition, long seed) {
        requirePlant(plant);
        double volume = switch (initialCondition) {
            case "cold" -> 0;
            case "half" -> 0.5;
            default -> throw new OtsException(TankError.UNKNOWN_START, initialCondition);
        };
        return new TankEngine(volume, seed);
    }

    private static void requirePlant(String plant) {
        if (!plant.equals(PLANT)) {
            throw new OtsException(TankError.UNKNOWN_START, plant);
        }
    }
}
