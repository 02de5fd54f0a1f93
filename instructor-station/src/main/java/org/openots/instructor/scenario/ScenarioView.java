package org.openots.instructor.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A scenario with all its versions at one moment. Immutable.
 *
 * @param id the scenario
 * @param token names this moment; a change must quote it, and makes another one
 * @param retired whether it was put away: no new run begins with it
 * @param versions the oldest first, at least one
 */
public record ScenarioView(String id, String token, boolean retired, List<ScenarioVersion> versions) {
    /** Keeps an unmodifiable copy. */
    public ScenarioView {
        versions = List.copyOf(versions);
    }

    /**
     * The newest version.
     *
     * @return the version
     */
    public ScenarioVersion newest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * A version by its number.
     *
     * @param number from 1
     * @return the version, or nothing
     */
    public Optional<ScenarioVersion> version(int number) {
        return versions.stream()
                .filter(one -> one.document().version() == number)
                .findFirst();
    }
}
