package org.openots.distillation.field3d.body;

import java.util.List;
import java.util.Optional;
import org.joml.Vector3f;
import org.joml.Vector3fc;

/** Keeps the way to a goal while the player walks, and says where the next corner of it lies. For one thread. */
public final class Guidance {
    /** A corner nearer than this is passed, m. */
    private static final double PASSED = 0.9;

    /** A player farther than this from where the way was asked for gets a new one, m. */
    private static final double STRAYED = 3;

    private final RouteFinder finder;
    private int item = -1;
    private Route route = new Route(List.of(), 0);
    private final Vector3f asked = new Vector3f(Float.NaN);
    private int leg;

    /**
     * No goal yet.
     *
     * @param finder of the scene
     */
    public Guidance(RouteFinder finder) {
        this.finder = finder;
    }

    /**
     * An arrow.
     *
     * @param turn where the next corner lies, clockwise from straight ahead, radian
     * @param metres along the way to the goal
     * @param next the next corner, m
     * @param ladder whether the next part of the way is a ladder
     */
    public record Arrow(double turn, double metres, Vector3fc next, boolean ladder) {}

    /**
     * The arrow to an item.
     *
     * @param body of the player
     * @param goal index of the item in the scene, -1 for none
     * @return nothing without a goal, without a way, or when the goal is in reach
     */
    public Optional<Arrow> toward(Body body, int goal) {
        if (goal < 0) {
            item = -1;
            return Optional.empty();
        }
        Vector3f at = new Vector3f((float) body.x(), (float) body.y(), (float) body.z());
        advance(at);
        boolean strayed = !(from(at) < STRAYED) && body.mode() == Body.Mode.WALKING;
        if (goal != item || strayed) {
            route = finder.toItem(at, goal).orElse(new Route(List.of(), 0));
            item = goal;
            asked.set(at);
            leg = 0;
            advance(at);
        }
        if (leg >= route.legs().size()) {
            return Optional.empty();
        }
        Route.Leg now = route.legs().get(leg);
        double dx = now.to().x() - body.x();
        double dz = now.to().z() - body.z();
        double turn = Body.wrapped(body.yaw() - StrictMath.atan2(-dx, -dz));
        return Optional.of(new Arrow(turn, left(at), now.to(), now instanceof Route.Climb));
    }

    /** Distance from the way: from the last corner passed, or from the leg being walked. */
    private double from(Vector3f at) {
        if (leg >= route.legs().size()) {
            return at.distance(leg == 0 ? asked : route.legs().get(leg - 1).to());
        }
        Vector3fc to = route.legs().get(leg).to();
        Vector3fc start = leg == 0 ? asked : route.legs().get(leg - 1).to();
        Vector3f along = new Vector3f(to).sub(start);
        float share = along.lengthSquared() < 1e-6f
                ? 0
                : Math.max(0, Math.min(1, new Vector3f(at).sub(start).dot(along) / along.lengthSquared()));
        return at.distance(along.mul(share).add(start));
    }

    private void advance(Vector3f at) {
        while (leg < route.legs().size() && at.distance(route.legs().get(leg).to()) < PASSED) {
            leg++;
        }
    }

    private double left(Vector3f at) {
        double sum = at.distance(route.legs().get(leg).to());
        for (int i = leg + 1; i < route.legs().size(); i++) {
            sum += route.legs().get(i - 1).to().distance(route.legs().get(i).to());
        }
        return sum;
    }
}
