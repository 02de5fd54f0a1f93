package org.openots.common.signal;

import java.util.function.Consumer;

/**
 * Where screens, scores and trends get the numbers of a plant from: the one seam between them and a simulator session, a
 * real rig or a replay. Nobody behind it can tell which of them it is but by {@link #kind}. Safe for use by several
 * threads.
 */
public interface PlantSource {
    /**
     * The plant.
     *
     * @return its id, for example {@code ethanol-water-rig}
     */
    String plant();

    /**
     * What the numbers are.
     *
     * @return the kind, always the same
     */
    Kind kind();

    /**
     * The signals of its frames.
     *
     * @return the table, always the same
     */
    SignalTable signals();

    /**
     * The newest frame. Its qualities are those of now: a value that has become stale since it was measured is stale in
     * it.
     *
     * @return the frame
     */
    PlantFrame latest();

    /**
     * Hands on every new frame, in order, from now on: ticks rise and times do not fall. The follower is called by the
     * thread of the source and must return quickly; what it throws ends its following, not the source.
     *
     * @param follower takes the frames
     * @return ends the following when closed; closing twice does nothing
     */
    Following follow(Consumer<PlantFrame> follower);

    /** A follower's hold on its source. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /** What stands behind a source. */
    enum Kind {
        /** A simulated plant. */
        SIMULATED,
        /** A plant that is measured now. */
        LIVE,
        /** A recording. */
        RECORDED
    }
}
