package org.openots.instructor.strategy;

import java.util.List;
import java.util.Optional;

/**
 * A strategy with all its versions at one moment. Immutable.
 *
 * @param id the strategy
 * @param kind training or exam
 * @param token names this moment; a change must quote it, and makes another one
 * @param versions the oldest first, at least one
 */
public record StrategyView(String id, Strategy.Kind kind, String token, List<StrategyVersion> versions) {
    /** Keeps an unmodifiable copy. */
    public StrategyView {
        versions = List.copyOf(versions);
    }

    /**
     * The newest version.
     *
     * @return the version
     */
    public StrategyVersion newest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * A version by its number.
     *
     * @param number from 1
     * @return the version, or nothing
     */
    public Optional<StrategyVersion> version(int number) {
        return versions.stream()
                .filter(one -> one.document().version() == number)
                .findFirst();
    }

    /**
     * The version in use: published or sealed.
     *
     * @return the version, or nothing
     */
    public Optional<StrategyVersion> inUse() {
        return versions.stream()
                .filter(one -> one.state() == Strategy.State.PUBLISHED || one.state() == Strategy.State.SEALED)
                .reduce((earlier, later) -> later);
    }
}
