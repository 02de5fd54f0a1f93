package org.openots.distillation.field3d.state;

import java.util.Optional;

/**
 * A hand on a wheel. While it turns, the wanted position runs ahead at the speed of a person and is asked of the station a few
 * times a second; what is shown is a guess that goes at the same speed and is drawn to what the station says. The station decides:
 * a valve that is stuck there springs back here.
 *
 * <p>For one thread, in steps of any length.
 */
public final class ValveTravel {
    private static final double FULL = 100;

    /** Between two wishes sent while the wheel turns, s: five a second are a smooth path in the record. */
    private static final double BETWEEN = 0.2;

    /** How far the guess may be ahead of the station, s of turning: the way to the station and back and one snapshot. */
    private static final double LEAD_SECONDS = 0.6;

    /** How long after the last wish the guess is kept, s; after that the station alone is shown. */
    private static final double TRUST_SECONDS = 1.5;

    /** The guess gives way to the station with this time, s: faster is a jerk, slower is a lie. */
    private static final double BLEND_SECONDS = 0.25;

    /** Nearer than this to the station there is nothing to correct, %. */
    private static final double SAME = 0.05;

    private final String tag;
    private final double rate;
    private final double turns;
    private int direction;
    private double wanted = Double.NaN;
    private double guess = Double.NaN;
    private double asked = Double.NaN;
    private double sinceAsked = BETWEEN;
    private double sinceWish = Double.POSITIVE_INFINITY;

    /**
     * A hand on the wheel of a valve.
     *
     * @param tag of the valve
     * @param strokeSeconds time of a full stroke, s
     * @param turns of the wheel for a full stroke
     */
    public ValveTravel(String tag, double strokeSeconds, double turns) {
        this.tag = tag;
        this.rate = FULL / strokeSeconds;
        this.turns = turns;
    }

    /**
     * Holds the wheel and turns it.
     *
     * @param way 1 to open, -1 to close
     */
    public void hold(int way) {
        direction = Integer.signum(way);
    }

    /** Lets go: the valve stays where it is. */
    public void release() {
        direction = 0;
    }

    /**
     * Turns to a position.
     *
     * @param percent wanted opening, %
     */
    public void turnTo(double percent) {
        direction = 0;
        wanted = Math.max(0, Math.min(FULL, percent));
        sinceAsked = BETWEEN;
        sinceWish = 0;
    }

    /**
     * Lets time pass.
     *
     * @param seconds how long
     * @param station what the station says, %; NaN if nothing
     */
    public void step(double seconds, double station) {
        sinceAsked += seconds;
        sinceWish += seconds;
        if (Double.isNaN(guess)) {
            guess = station;
        }
        if (direction != 0 && !Double.isNaN(guess)) {
            wanted = Math.max(0, Math.min(FULL, guess + direction * rate * seconds));
            guess = wanted;
            sinceWish = 0;
        } else if (!Double.isNaN(wanted) && sinceWish < TRUST_SECONDS) {
            double way = rate * seconds;
            guess += Math.max(-way, Math.min(way, wanted - guess));
            if (Math.abs(wanted - guess) > SAME) {
                sinceWish = 0;
            }
        }
        reconcile(seconds, station);
    }

    private void reconcile(double seconds, double station) {
        if (Double.isNaN(station)) {
            return;
        }
        double lead = rate * LEAD_SECONDS;
        guess = Math.max(station - lead, Math.min(station + lead, guess));
        if (sinceWish >= TRUST_SECONDS) {
            guess += (station - guess) * Math.min(1, seconds / BLEND_SECONDS);
            if (Math.abs(station - guess) < SAME) {
                guess = station;
            }
        }
    }

    /**
     * The wish to be sent now.
     *
     * @return nothing if the station knows it already or was asked just now
     */
    public Optional<Operation> wish() {
        if (Double.isNaN(wanted) || wanted == asked || (direction != 0 && sinceAsked < BETWEEN)) {
            return Optional.empty();
        }
        asked = wanted;
        sinceAsked = 0;
        return Optional.of(Operation.position(tag, Math.rint(wanted * 10) / 10));
    }

    /** Takes back what was wished for: the station refused it. */
    public void refused() {
        direction = 0;
        wanted = Double.NaN;
        asked = Double.NaN;
        sinceWish = Double.POSITIVE_INFINITY;
    }

    /**
     * Where the valve is shown.
     *
     * @return %; NaN before the station said anything
     */
    public double percent() {
        return guess;
    }

    /**
     * How far the wheel is turned.
     *
     * @return turns from shut
     */
    public double turned() {
        return guess / FULL * turns;
    }

    /**
     * Whether the hand is on it or the station is still to follow.
     *
     * @return false when what is shown is the station's value
     */
    public boolean busy() {
        return direction != 0 || sinceWish < TRUST_SECONDS;
    }
}
