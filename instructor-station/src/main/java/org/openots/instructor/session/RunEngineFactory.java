package org.openots.instructor.session;

/** Builds engines; safe for use by several threads. */
public interface RunEngineFactory {
    /**
     * The version of the engine's arithmetic; a run is continued and scored only by the version that recorded it.
     *
     * @return the version
     */
    String version();

    /**
     * The digest of a plant pack as loaded now.
     *
     * @param plant plant id
     * @return hexadecimal digits
     * @throws org.openots.common.error.OtsException if there is no such plant
     */
    String packHash(String plant);

    /**
     * Starts an engine at tick 0.
     *
     * @param plant plant id, for example {@code ethanol-water-rig}
     * @param initialCondition for example {@code cold}
     * @param seed seed of the run's own generator
     * @return the engine
     * @throws org.openots.common.error.OtsException if plant or initial condition does not exist
     */
    RunEngine start(String plant, String initialCondition, long seed);
}
