package org.openots.simulator.flowsheet;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.simulator.process.ProcessModel;

/**
 * What a flowsheet is good for after its mistakes have been named.
 *
 * @param model the process in the empty, cold state; null if there is any mistake
 * @param names what it gives names to; null while any of these could not be read
 */
public record FlowsheetCheck(
        @Nullable ProcessModel model, @Nullable FlowsheetNames names) {
    /** A flowsheet of which nothing can be used. */
    public static final FlowsheetCheck NOTHING = new FlowsheetCheck(null, null);

    /**
     * The process.
     *
     * @return the model, nothing if there is any mistake
     */
    public Optional<ProcessModel> process() {
        return Optional.ofNullable(model);
    }

    /**
     * The names.
     *
     * @return nothing while any of them could not be read
     */
    public Optional<FlowsheetNames> known() {
        return Optional.ofNullable(names);
    }
}
