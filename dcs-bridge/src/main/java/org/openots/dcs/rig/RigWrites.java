package org.openots.dcs.rig;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.openots.common.text.LocalText;

/** What can be written to a rig. Safe for several threads. */
public interface RigWrites {
    /**
     * Writes a set point, output, mode or ratio of a loop, or starts (1) or stops (0) a motor or heater.
     *
     * @param tag for example {@code FIC-702.SP}
     * @param value the number, in the unit of the tag
     * @return done when the rig has taken it: empty, or why the rig refused it
     * @throws org.openots.common.error.OtsException if the key is off, there is no such tag, nothing can be written to it, or
     *     the value is beyond its limits; nothing is written then
     */
    CompletableFuture<Optional<LocalText>> write(String tag, double value);

    /**
     * Puts in a fault of the plant. Nothing that is published tells it.
     *
     * @param id of the fault
     * @param strength above 0, at most 1 for all of it
     * @return done when it acts
     * @throws org.openots.common.error.OtsException if the key is off, there is no such fault or the strength is none
     */
    CompletableFuture<Optional<LocalText>> fault(String id, double strength);

    /**
     * Takes a fault back.
     *
     * @param id of the fault
     * @return done when it acts no more
     * @throws org.openots.common.error.OtsException if the key is off or it does not act
     */
    CompletableFuture<Optional<LocalText>> clearFault(String id);
}
