package org.openots.distillation.field3d.body;

import org.joml.Vector3fc;

/** Follows a route with the controls of a player. */
public final class RobotWalker {
    /** A leg over the floor ends this near, m. */
    private static final double ARRIVED = 0.06;

    /** On the right surface, m: less than a plinth beside it. */
    private static final double LEVEL = 0.2;

    /** Fastest turn, radian a step: a person looks around in about half a second. */
    private static final double TURN = 6 * Body.STEP_SECONDS;

    /** It walks while it looks about where it goes, radian. */
    private static final double STRAIGHT = 0.4;

    /** Steps without coming nearer after which it gives up: two seconds. */
    private static final int PATIENCE = 120;

    private final Route route;
    private int leg;
    private double nearest = Double.POSITIVE_INFINITY;
    private int waited;
    private Body.Mode mode = Body.Mode.WALKING;

    /**
     * A walker at the beginning of a route.
     *
     * @param route to follow
     */
    public RobotWalker(Route route) {
        this.route = route;
    }

    /**
     * Whether the end is reached.
     *
     * @return true when nothing is left
     */
    public boolean arrived() {
        return leg >= route.legs().size();
    }

    /**
     * Whether it does not come on.
     *
     * @return true after two seconds without progress
     */
    public boolean stuck() {
        return waited >= PATIENCE;
    }

    /**
     * What to press now.
     *
     * @param body as it stands before the step
     * @return controls of the next step; nothing pressed at the end
     */
    public Controls next(Body body) {
        while (!arrived() && (over(body) || mountedEarly(body))) {
            leg++;
            nearest = Double.POSITIVE_INFINITY;
        }
        if (arrived()) {
            return Controls.NONE;
        }
        Route.Leg now = route.legs().get(leg);
        watch(body, now.to());
        if (now instanceof Route.Climb climb) {
            return climb(body, climb);
        }
        if (body.mode() == Body.Mode.CLIMBING) {
            return new Controls(-1, 0, false, false, false, 0, 0); // passed by a ladder and caught it: off again
        }
        return toward(body, now.to().x(), now.to().z());
    }

    /** A body that walks at a ladder gets on before it stands at its foot. */
    private boolean mountedEarly(Body body) {
        return body.mode() == Body.Mode.CLIMBING
                && route.legs().get(leg) instanceof Route.Walk
                && leg + 1 < route.legs().size()
                && route.legs().get(leg + 1) instanceof Route.Climb;
    }

    private boolean over(Body body) {
        Route.Leg now = route.legs().get(leg);
        double away = flat(body, now.to().x(), now.to().z());
        return body.mode() == Body.Mode.WALKING
                && away < ARRIVED
                && Math.abs(body.y() - now.to().y()) < LEVEL;
    }

    private void watch(Body body, Vector3fc to) {
        if (body.mode() != mode) {
            mode = body.mode();
            nearest = Double.POSITIVE_INFINITY;
        }
        double rise = Math.abs(body.y() - to.y());
        double away = mode == Body.Mode.CLIMBING ? rise : flat(body, to.x(), to.z()) + rise;
        if (away < nearest - 0.01) {
            nearest = away;
            waited = 0;
        } else {
            waited++;
        }
    }

    private static Controls climb(Body body, Route.Climb climb) {
        if (body.mode() != Body.Mode.WALKING) {
            return new Controls(climb.up() ? 1 : -1, 0, false, false, false, 0, 0);
        }
        // facing the middle of the ladder, then E
        double off = body.ladderBearing(climb.ladder(), climb.up());
        double turn = Math.max(-TURN, Math.min(TURN, off));
        return new Controls(0, 0, false, false, Math.abs(off - turn) < 0.05, (float) turn, 0);
    }

    private static Controls toward(Body body, double x, double z) {
        double wanted = StrictMath.atan2(-(x - body.x()), -(z - body.z()));
        double off = Body.wrapped(wanted - body.yaw());
        double turn = Math.max(-TURN, Math.min(TURN, off));
        boolean go = Math.abs(off - turn) < STRAIGHT;
        double share = Math.min(1, Math.max(0.3, flat(body, x, z) / 0.3));
        return new Controls(go ? (float) share : 0, 0, false, false, false, (float) turn, 0);
    }

    private static double flat(Body body, double x, double z) {
        return Math.sqrt((x - body.x()) * (x - body.x()) + (z - body.z()) * (z - body.z()));
    }
}
