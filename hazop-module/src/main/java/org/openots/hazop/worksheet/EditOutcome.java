package org.openots.hazop.worksheet;

import java.util.Optional;
import org.openots.common.error.OtsException;

/**
 * What became of a batch of edits. Everything before a refused one is durable, nothing from it on was done.
 *
 * @param revision number of the last durable change
 * @param token what the next change must name
 * @param refused the edit that was refused, if one was
 */
public record EditOutcome(long revision, String token, Optional<Refusal> refused) {
    /**
     * An edit that cannot be done.
     *
     * @param edit its id
     * @param reason why
     */
    public record Refusal(String edit, OtsException reason) {}
}
