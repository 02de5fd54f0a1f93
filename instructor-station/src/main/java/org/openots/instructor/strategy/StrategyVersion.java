package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A version of a strategy and where it stands. Immutable.
 *
 * @param document what it says, without a state
 * @param state where it stands
 * @param hash of its content
 * @param editors accounts of those who wrote it
 * @param reviewer account of who read it; empty when nobody did
 * @param dryRun what robots made of it, as {@link DryRunJson}; nothing before
 * @param by account of who changed it last
 * @param at when, epoch milliseconds
 */
public record StrategyVersion(
        Strategy document,
        Strategy.State state,
        String hash,
        Set<String> editors,
        String reviewer,
        Optional<JsonNode> dryRun,
        String by,
        long at) {
    /** Keeps an unmodifiable copy. */
    public StrategyVersion {
        editors = Set.copyOf(editors);
    }

    /**
     * Whether it can never be changed again.
     *
     * @return true when it is or was in use
     */
    public boolean frozen() {
        return state == Strategy.State.PUBLISHED || state == Strategy.State.SEALED || state == Strategy.State.RETIRED;
    }

    /** A draft, saved by somebody; who wrote earlier drafts of the version stays an editor. */
    static StrategyVersion draft(Strategy document, Set<String> before, String by, long at) {
        Set<String> editors = new TreeSet<>(before);
        editors.add(by);
        return new StrategyVersion(
                document, Strategy.State.DRAFT, StrategyWriter.hash(document), editors, "", Optional.empty(), by, at);
    }

    /** The same document in another state. */
    StrategyVersion moved(Strategy.State to, Optional<JsonNode> robots, String who, long when) {
        return new StrategyVersion(
                document,
                to,
                hash,
                editors,
                to == Strategy.State.REVIEWED ? who : reviewer,
                robots.or(() -> dryRun),
                who,
                when);
    }
}
