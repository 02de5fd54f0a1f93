package org.openots.instructor.strategy;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Something that must hold in a strategy.
 *
 * @param kinds where
 * @param check reports what does not hold
 */
record StrategyRule(Set<Strategy.Kind> kinds, Consumer<Checked> check) {
    static StrategyRule always(Consumer<Checked> check) {
        return new StrategyRule(EnumSet.allOf(Strategy.Kind.class), check);
    }

    static StrategyRule training(Consumer<Checked> check) {
        return new StrategyRule(EnumSet.of(Strategy.Kind.TRAINING), check);
    }

    static StrategyRule exam(Consumer<Checked> check) {
        return new StrategyRule(EnumSet.of(Strategy.Kind.EXAM), check);
    }
}
