package org.openots.instructor.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.openots.instructor.security.PasswordCost;
import org.openots.instructor.session.MonotonicClock;
import org.openots.instructor.web.WebSettings;

/**
 * How a station is set up.
 *
 * @param data data folder on a local disk
 * @param web where it listens and what it serves
 * @param demo true to make a demonstration class
 * @param workers threads that step runs
 * @param graceSeconds wall time a run goes on without its owner's connection, seconds
 * @param passwordCost cost of new password hashes
 * @param clock paces the runs
 * @param virtualRig mismatch of the virtual rig of a station without a rig; empty for none
 */
public record StationConfig(
        Path data,
        WebSettings web,
        boolean demo,
        int workers,
        double graceSeconds,
        PasswordCost passwordCost,
        MonotonicClock clock,
        OptionalInt virtualRig) {
    /**
     * A set-up without a virtual rig.
     *
     * @param data data folder on a local disk
     * @param web where it listens and what it serves
     * @param demo true to make a demonstration class
     * @param workers threads that step runs
     * @param graceSeconds wall time a run goes on without its owner's connection, seconds
     * @param passwordCost cost of new password hashes
     * @param clock paces the runs
     */
    public StationConfig(
            Path data,
            WebSettings web,
            boolean demo,
            int workers,
            double graceSeconds,
            PasswordCost passwordCost,
            MonotonicClock clock) {
        this(data, web, demo, workers, graceSeconds, passwordCost, clock, OptionalInt.empty());
    }

    /** Grace without a connection, s: long enough to reload a page or to restart a browser tab. */
    private static final double GRACE_SECONDS = 10;

    /**
     * The usual set-up.
     *
     * @param data data folder
     * @param bind address to listen on
     * @param port TCP port, 0 for a free one
     * @param demo true to make a demonstration class
     * @return the set-up
     */
    public static StationConfig usual(Path data, String bind, int port, boolean demo) {
        return new StationConfig(
                data,
                new WebSettings(bind, port, WebSettings.PAGES, WebSettings.TEXTS),
                demo,
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                GRACE_SECONDS,
                PasswordCost.recommended(),
                MonotonicClock.system());
    }

    /**
     * The same with a virtual rig, if the data folder has no set-up of a rig yet.
     *
     * @param mismatch its mismatch
     * @return the set-up
     */
    public StationConfig withVirtualRig(int mismatch) {
        return new StationConfig(data, web, demo, workers, graceSeconds, passwordCost, clock, OptionalInt.of(mismatch));
    }

    /**
     * The same with another patience for the run in which everybody watches the rig.
     *
     * @param idle how long it is recorded on after the last one left
     * @return the set-up
     */
    public StationConfig withWatchIdle(Duration idle) {
        return new StationConfig(
                data, web.withWatchIdle(idle), demo, workers, graceSeconds, passwordCost, clock, virtualRig);
    }
}
