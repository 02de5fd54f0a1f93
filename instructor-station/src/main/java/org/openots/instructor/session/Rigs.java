package org.openots.instructor.session;

import java.util.Optional;
import org.openots.common.signal.PlantSource;

/** The measured plants; safe for use by several threads. */
@FunctionalInterface
public interface Rigs {
    /** A station without a rig. */
    Rigs NONE = plant -> Optional.empty();

    /**
     * The rig of a plant.
     *
     * @param plant plant id
     * @return its source; nothing while there is none
     */
    Optional<PlantSource> find(String plant);
}
