package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openots.common.error.OtsException;

/**
 * A wish to move a version to another state.
 *
 * @param to where
 * @param by account
 * @param reason why; may be empty
 * @param dryRun what robots made of it, for the state of that name
 * @param pins hashes of what it was checked against
 */
record Move(Strategy.State to, String by, String reason, Optional<JsonNode> dryRun, Map<String, String> pins) {
    Move {
        pins = new TreeMap<>(pins);
    }

    /** Refuses what the state machine does not know. */
    void check(Strategy.Kind kind, StrategyVersion version) {
        boolean exam = kind == Strategy.Kind.EXAM;
        boolean possible = switch (to) {
            case PUBLISHED -> !exam && version.state() == Strategy.State.DRAFT;
            case REVIEWED -> exam && version.state() == Strategy.State.DRAFT;
            case DRY_RUN -> exam && version.state() == Strategy.State.REVIEWED;
            case SEALED -> exam && version.state() == Strategy.State.DRY_RUN;
            case RETIRED -> version.state() == Strategy.State.PUBLISHED || version.state() == Strategy.State.SEALED;
            case DRAFT -> false;
        };
        if (!possible) {
            throw new OtsException(
                    StrategyStoreError.STATE,
                    version.document().id(),
                    version.document().version(),
                    StrategyTrack.word(version.state()),
                    StrategyTrack.word(to));
        }
        if (to == Strategy.State.REVIEWED && version.editors().contains(by)) {
            throw new OtsException(
                    StrategyStoreError.FOUR_EYES,
                    version.document().id(),
                    version.document().version(),
                    by);
        }
    }
}
