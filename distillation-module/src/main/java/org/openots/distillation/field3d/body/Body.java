package org.openots.distillation.field3d.body;

import java.util.Objects;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.state.Camera;

/**
 * The operator in the plant. {@link #step} moves it by one sixtieth of a second and allocates nothing; the same start and the
 * same controls lead to the same place.
 */
public final class Body {
    /** Length of a step, s. */
    public static final double STEP_SECONDS = 1.0 / 60;

    /** Brisk walk in working clothes, m/s. */
    private static final double WALK = 1.9;

    /** An operator in a hurry, m/s. */
    private static final double RUN = 3.6;

    private static final double CROUCH = 0.9;

    /** On a ladder, m/s: a rung of 0.3 m in about 0.4 s. */
    private static final double CLIMB = 0.75;

    /** Getting on or off a ladder, m/s. */
    private static final double SHIFT = 1.4;

    /** Eye below the top of the helmet, m. */
    private static final double EYE = 0.2;

    /** Shoulder below the eye, m. */
    private static final double SHOULDER = 0.25;

    /** Steepest look, radian: a little less than straight up or down, so that left and right stay defined. */
    private static final double STEEPEST = 1.5;

    /** Share of the way to its place that the eye moves in a step, so that stairs and steps do not jolt. */
    private static final double EASE = 0.18;

    /** One full swing of both legs, m. */
    private static final double STRIDE = 1.5;

    /** Directions tried along an open edge, radian off the one wanted; straight at an edge none of them helps, so one stops. */
    private static final double[] SIDEWAYS = {0.35, -0.35, 0.7, -0.7, 1.05, -1.05};

    /** A smaller move in a step counts as standing still, m. */
    private static final double STILL = 1e-5;

    /** Out of a corner one is moved a few centimetres, never through something, m. */
    private static final double FARTHEST_PUSH = 0.35;

    /** How fast a climber turns to the rungs, radian/s. */
    private static final double TURN_ROUND = 6;

    private final Ground ground;
    private final double[] place = new double[2];
    private Mode mode = Mode.WALKING;
    private @Nullable Rungs ladder;
    private double x;
    private double y;
    private double z;
    private double yaw;
    private double pitch;
    private double eyeHeight = Ground.HEIGHT - EYE;
    private double eyeLag;
    private double stride;
    private boolean latched;
    private boolean downward;
    private double tall = Ground.HEIGHT;
    private boolean against;

    /** What it is doing. */
    public enum Mode {
        /** On its feet. */
        WALKING,
        /** On the rungs. */
        CLIMBING,
        /** Stepping off the rungs. */
        LEAVING
    }

    /**
     * A body at the origin; {@link #teleport} puts it somewhere.
     *
     * @param ground where it can go
     */
    public Body(Ground ground) {
        this.ground = ground;
    }

    /**
     * Puts it under the eye of a view, or as near as one can stand.
     *
     * @param view a place of the scene
     * @return whether there is such a place within two metres
     */
    public boolean teleport(View view) {
        double wantedX = view.eye().x();
        double wantedZ = view.eye().z();
        boolean found = settle(wantedX, wantedZ, view.eye().y());
        for (int ring = 1; !found && ring <= 10; ring++) {
            for (int i = 0; !found && i < 12; i++) {
                double angle = i * Math.PI / 6;
                double radius = ring * 0.2;
                found = settle(
                        wantedX + radius * StrictMath.cos(angle),
                        wantedZ + radius * StrictMath.sin(angle),
                        view.eye().y());
            }
        }
        if (found) {
            lookAt(view.target());
        }
        return found;
    }

    private boolean settle(double px, double pz, double eye) {
        for (double below = EYE; below < 3; below += Ground.STEP) {
            double height = ground.stand(px, pz, eye - Ground.HEIGHT + EYE + Ground.STEP - below);
            if (!Double.isNaN(height)) {
                put(px, height, pz);
                return true;
            }
        }
        return false;
    }

    /**
     * Puts its feet somewhere.
     *
     * @param px east, m
     * @param py up, m
     * @param pz south, m
     */
    public void put(double px, double py, double pz) {
        x = px;
        y = py;
        z = pz;
        mode = Mode.WALKING;
        ladder = null;
        eyeLag = 0;
        tall = Ground.HEIGHT;
        eyeHeight = Ground.HEIGHT - EYE;
    }

    /**
     * Turns the eye to a place.
     *
     * @param target m
     */
    public void lookAt(Vector3fc target) {
        double dx = target.x() - x;
        double dy = target.y() - eyeY();
        double dz = target.z() - z;
        double flat = Math.sqrt(dx * dx + dz * dz);
        if (flat > 1e-6) {
            yaw = StrictMath.atan2(-dx, -dz);
        }
        pitch = limit(StrictMath.atan2(dy, flat), STEEPEST);
    }

    /**
     * Moves by one step.
     *
     * @param controls what the player wants
     */
    public void step(Controls controls) {
        yaw = wrapped(yaw + controls.turn());
        pitch = limit(pitch + controls.look(), STEEPEST);
        double before = y;
        switch (mode) {
            case CLIMBING -> climb(controls);
            case LEAVING -> leave();
            default -> walk(controls);
        }
        eyeLag = mode == Mode.WALKING ? (eyeLag + before - y) * (1 - EASE) : eyeLag * (1 - EASE);
        eyeHeight += (tall - EYE - eyeHeight) * EASE;
    }

    private void walk(Controls controls) {
        if (controls.crouch()) {
            tall = Ground.CROUCHED;
        } else if (tall < Ground.HEIGHT && roomFor(Ground.HEIGHT)) {
            tall = Ground.HEIGHT;
        } else if (tall < Ground.DUCKED && roomFor(Ground.DUCKED)) {
            tall = Ground.DUCKED;
        }
        if (latched && controls.forward() <= 0) {
            latched = false;
        }
        if (controls.use() || (controls.forward() > 0.3 && !latched)) {
            Rungs found = ladderAhead(controls.use());
            if (found != null) {
                mount(found, controls.forward() > 0.3);
                return;
            }
        }
        double along = controls.forward();
        double beside = controls.right();
        double length = Math.sqrt(along * along + beside * beside);
        if (length < 1e-3) {
            return;
        }
        double speed = tall < Ground.HEIGHT ? CROUCH : controls.run() ? RUN : WALK;
        double factor = speed * STEP_SECONDS * Math.min(1, length) / length;
        double cos = StrictMath.cos(yaw);
        double sin = StrictMath.sin(yaw);
        go((-sin * along + cos * beside) * factor, (-cos * along - sin * beside) * factor);
    }

    private boolean roomFor(double height) {
        return ground.headroom(x, z, y, height) && ground.clear(x, z, y, height, place);
    }

    private void go(double dx, double dz) {
        double fromX = x;
        double fromZ = z;
        int footing = ground.footing(x, z, y);
        boolean moved = tried(dx, dz, footing) || ducked(dx, dz, footing);
        for (int i = 0; !moved && !against && i < SIDEWAYS.length; i++) {
            double cos = StrictMath.cos(SIDEWAYS[i]);
            double sin = StrictMath.sin(SIDEWAYS[i]);
            moved = tried((dx * cos - dz * sin) * cos, (dx * sin + dz * cos) * cos, footing);
        }
        double way = Math.sqrt((x - fromX) * (x - fromX) + (z - fromZ) * (z - fromZ));
        stride = wrapped(stride + way / STRIDE * 2 * Math.PI);
    }

    /** Bends the head when that is all that is needed to go on. */
    private boolean ducked(double dx, double dz, int footing) {
        if (tall <= Ground.DUCKED) {
            return false;
        }
        double before = tall;
        tall = Ground.DUCKED;
        if (tried(dx, dz, footing)) {
            return true;
        }
        tall = before;
        return false;
    }

    private boolean tried(double dx, double dz, int footing) {
        place[0] = x + dx;
        place[1] = z + dz;
        against = false;
        double next = ground.support(place[0], place[1], y);
        if (Double.isNaN(next)) {
            return false;
        }
        against = ground.pushOut(place, Math.max(y, next), tall);
        next = ground.support(place[0], place[1], y);
        double px = place[0];
        double pz = place[1];
        double moved = (px - x) * (px - x) + (pz - z) * (pz - z);
        if (Double.isNaN(next)
                || moved < STILL * STILL
                || moved > FARTHEST_PUSH * FARTHEST_PUSH
                || (px - x) * dx + (pz - z) * dz < 0
                || !ground.headroom(px, pz, next, tall)
                || ground.footing(px, pz, next) < Math.min(footing, 8)
                || !ground.clear(px, pz, Math.max(y, next), tall, place)) {
            return false;
        }
        x = px;
        y = next;
        z = pz;
        return true;
    }

    /**
     * Whether it can take hold of a ladder.
     *
     * @return true before the foot or the head of one, facing it
     */
    public boolean canClimb() {
        return mode == Mode.WALKING && ladderAhead(true) != null;
    }

    private @Nullable Rungs ladderAhead(boolean use) {
        double lookX = -StrictMath.sin(yaw);
        double lookZ = -StrictMath.cos(yaw);
        for (int i = 0; i < ground.ladders().size(); i++) {
            Rungs one = ground.ladders().get(i);
            if (!one.usable()) {
                continue;
            }
            double near = use ? 0.75 : 0.4;
            boolean atFoot =
                    Math.abs(y - one.foot().y()) < Ground.STEP && one.foot().away(x, z) < near;
            boolean atHead =
                    Math.abs(y - one.head().y()) < Ground.STEP && one.head().away(x, z) < near;
            double toward = (one.x() - x) * lookX + (one.z() - z) * lookZ;
            double far = Math.max(1e-6, Math.sqrt((one.x() - x) * (one.x() - x) + (one.z() - z) * (one.z() - z)));
            boolean facing = lookX * one.faceX() + lookZ * one.faceZ() > 0.6;
            if ((atFoot && facing) || (atHead && toward / far > (use ? 0.4 : 0.8))) {
                return one;
            }
        }
        return null;
    }

    /** How far to turn to the left to face a ladder before getting on at its foot or its head, radian. */
    double ladderBearing(int index, boolean atFoot) {
        Rungs one = ground.ladders().get(index);
        double wanted = atFoot
                ? StrictMath.atan2(-one.faceX(), -one.faceZ())
                : StrictMath.atan2(-(one.x() - x), -(one.z() - z));
        return wrapped(wanted - yaw);
    }

    private void mount(Rungs found, boolean pressed) {
        ladder = found;
        mode = Mode.CLIMBING;
        tall = Ground.HEIGHT;
        downward = Math.abs(y - found.high()) < Math.abs(y - found.low());
        latched = pressed && downward;
    }

    private void climb(Controls controls) {
        Rungs on = Objects.requireNonNull(ladder);
        if (latched && controls.forward() <= 0) {
            latched = false;
        }
        boolean settled = shift(on.x(), on.z(), SHIFT);
        turnTo(StrictMath.atan2(-on.faceX(), -on.faceZ()));
        double wanted = latched ? -controls.forward() : controls.forward();
        double speed = CLIMB * (controls.run() ? 1.6 : 1);
        if (settled) {
            y += wanted * speed * STEP_SECONDS;
        }
        if (y >= on.high() && wanted > 0) {
            y = on.high();
            downward = false;
            mode = Mode.LEAVING;
        } else if (y <= on.low() && (wanted < 0 || controls.use())) {
            y = on.low();
            downward = true;
            mode = Mode.LEAVING;
        }
        y = Math.max(on.low(), Math.min(on.high(), y));
    }

    private void leave() {
        Rungs on = Objects.requireNonNull(ladder);
        Rungs.Spot off = downward ? on.foot() : on.head();
        if (shift(off.x(), off.z(), SHIFT)) {
            y = off.y();
            mode = Mode.WALKING;
            ladder = null;
            latched = true;
        }
    }

    private boolean shift(double toX, double toZ, double speed) {
        double dx = toX - x;
        double dz = toZ - z;
        double far = Math.sqrt(dx * dx + dz * dz);
        double way = speed * STEP_SECONDS;
        if (far <= way) {
            x = toX;
            z = toZ;
            return true;
        }
        x += dx / far * way;
        z += dz / far * way;
        return false;
    }

    private void turnTo(double wanted) {
        double off = wrapped(wanted - yaw);
        yaw = wrapped(yaw + limit(off, TURN_ROUND * STEP_SECONDS));
    }

    private static double limit(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }

    /** The angle between -pi and pi. */
    static double wrapped(double angle) {
        return angle - 2 * Math.PI * Math.rint(angle / (2 * Math.PI));
    }

    /**
     * What it is doing.
     *
     * @return walking, climbing or in between
     */
    public Mode mode() {
        return mode;
    }

    /**
     * Its feet.
     *
     * @return east, m
     */
    public double x() {
        return x;
    }

    /**
     * Its feet.
     *
     * @return up, m
     */
    public double y() {
        return y;
    }

    /**
     * Its feet.
     *
     * @return south, m
     */
    public double z() {
        return z;
    }

    /**
     * Where it looks.
     *
     * @return counter-clockwise from above, 0 to the north, radian
     */
    public double yaw() {
        return yaw;
    }

    /**
     * Where it looks.
     *
     * @return up from the horizontal, radian
     */
    public double pitch() {
        return pitch;
    }

    /**
     * The swing of its legs.
     *
     * @return phase, radian
     */
    public double stride() {
        return stride;
    }

    /**
     * The height of the eye.
     *
     * @return m
     */
    public double eyeY() {
        return y + eyeHeight + eyeLag;
    }

    /**
     * The height from which the arm reaches.
     *
     * @return m
     */
    public double shoulderY() {
        return y + eyeHeight - SHOULDER;
    }

    /**
     * The eye as a camera.
     *
     * @param fieldOfView vertical, radian
     * @return a new camera
     */
    public Camera camera(float fieldOfView) {
        return new Camera(new Vector3f((float) x, (float) eyeY(), (float) z), (float) yaw, (float) pitch, fieldOfView);
    }
}
