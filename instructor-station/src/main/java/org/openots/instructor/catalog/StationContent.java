package org.openots.instructor.catalog;

import java.util.ServiceLoader;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.RunEngineFactory;
import org.openots.instructor.session.RunScorerFactory;

/**
 * What a station teaches with.
 *
 * @param engines builds engines
 * @param scorers builds scorers
 * @param library plants and tasks
 * @param hazop studies and their scorer
 */
public record StationContent(
        RunEngineFactory engines, RunScorerFactory scorers, PlantLibrary library, HazopContent hazop) {
    /** Gives the content of the suite; found through {@link ServiceLoader}. */
    public interface Provider {
        /**
         * Loads the content.
         *
         * @return the content
         * @throws OtsException if a plant pack or rubric is wrong
         */
        StationContent load();
    }

    /**
     * Loads the content found on the class path.
     *
     * @return the content
     * @throws OtsException if there is none or it is wrong
     */
    public static StationContent find() {
        return ServiceLoader.load(Provider.class)
                .findFirst()
                .orElseThrow(() -> new OtsException(StationError.NO_CONTENT))
                .load();
    }
}
