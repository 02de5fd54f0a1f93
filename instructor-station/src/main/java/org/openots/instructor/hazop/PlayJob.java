package org.openots.instructor.hazop;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.hazop.verification.Demonstration;

/** A demonstration that was asked for. Thread-safe. */
public final class PlayJob {
    private final String id;
    private final String owner;
    private final RowOffer offer;
    private State state = State.WAITING;
    private double share;
    private @Nullable Demonstration result;

    PlayJob(String id, String owner, RowOffer offer) {
        this.id = id;
        this.owner = owner;
        this.offer = offer;
    }

    /** How far a demonstration is. */
    public enum State {
        /** Others are before it. */
        WAITING,
        /** It is being played. */
        RUNNING,
        /** It can be shown. */
        DONE,
        /** It was stopped by its owner. */
        STOPPED,
        /** The plant refused it, which is a defect of the study; the log has why. */
        FAILED
    }

    /**
     * How it stands.
     *
     * @param id its id
     * @param state how far it is
     * @param share of the model time that is played, 0 to 1
     * @param ahead how many wait before it
     * @param offer the row it is about
     * @param result what was seen, once it is done
     */
    public record View(
            String id, State state, double share, int ahead, RowOffer offer, Optional<Demonstration> result) {}

    String id() {
        return id;
    }

    String owner() {
        return owner;
    }

    synchronized View view(int ahead) {
        return new View(id, state, share, ahead, offer, Optional.ofNullable(result));
    }

    synchronized boolean over() {
        return state == State.DONE || state == State.STOPPED || state == State.FAILED;
    }

    synchronized boolean waiting() {
        return state == State.WAITING;
    }

    /** Begins unless it was stopped. */
    synchronized boolean begin() {
        if (state == State.WAITING) {
            state = State.RUNNING;
        }
        return state == State.RUNNING;
    }

    /** Notes how far it is; false when it is to stop. */
    synchronized boolean goOn(double played) {
        share = played;
        return state == State.RUNNING;
    }

    synchronized void done(Demonstration seen) {
        if (!over()) {
            result = seen;
            share = 1;
            state = State.DONE;
        }
    }

    synchronized void end(State how) {
        if (!over()) {
            state = how;
        }
    }
}
