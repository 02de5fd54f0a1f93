package org.openots.distillation.field3d.app;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.body.Body;
import org.openots.distillation.field3d.body.Controls;
import org.openots.distillation.field3d.scene.Scene;

/**
 * A flying eye for who looks at a replay. It goes through everything but does not leave the site, and stays above the ground. There
 * is none outside a replay. For one thread.
 */
final class Flight {
    /** Slowest and fastest, m/s. */
    static final double SLOWEST = 0.5;

    static final double FASTEST = 20;

    /** Lowest place of the eye, m: nothing of the site lies deeper than the ground. */
    static final float LOWEST = 0.3f;

    /** Above the highest thing of the site, m: to see it whole. */
    static final float ABOVE = 10;

    private static final double START = 4;

    /** A notch of the wheel. */
    private static final double NOTCH = 1.25;

    /** Times as fast with the key for running. */
    private static final double HURRY = 3;

    private static final double STEEPEST = 1.5;

    private final Replay replay;
    private final Vector3fc low;
    private final Vector3fc high;
    private final Vector3f at = new Vector3f();
    private final Vector3f foot = new Vector3f();
    private double yaw;
    private double pitch;
    private double speed = START;
    private boolean on;

    Flight(Replay replay, Scene scene) {
        this.replay = replay;
        low = new Vector3f(scene.low().x(), LOWEST, scene.low().z());
        high = new Vector3f(scene.high()).add(0, ABOVE, 0);
    }

    /** A key of the player that is not the game's: for the flight or the recording. */
    void key(GameKey key, Body body) {
        if (key == GameKey.FLY) {
            toggle(body);
            return;
        }
        if (key == GameKey.EYES && on) {
            land(body);
        }
        replay.key(key);
    }

    private void toggle(Body body) {
        if (on) {
            land(body);
            return;
        }
        if (replay.eye().isPresent()) {
            replay.key(GameKey.EYES);
        }
        on = true;
        foot.set((float) body.x(), (float) body.y(), (float) body.z());
        at.set((float) body.x(), (float) body.eyeY(), (float) body.z());
        yaw = body.yaw();
        pitch = body.pitch();
    }

    /** Back to where one stood. */
    private void land(Body body) {
        on = false;
        body.put(foot.x, foot.y, foot.z);
    }

    /** Ends the flight where the body was put by something else. */
    void stop() {
        on = false;
    }

    /** Faster or slower by notches of the wheel; false if one does not fly. */
    boolean faster(double notches) {
        if (on) {
            speed = Math.max(SLOWEST, Math.min(FASTEST, speed * Math.pow(NOTCH, notches)));
        }
        return on;
    }

    /** How fast, m/s; 0 for who does not fly. */
    double speed() {
        return on ? speed : 0;
    }

    /**
     * Lets time pass.
     *
     * @param seconds how long
     * @param controls keys and mouse of this time
     * @param still whether a dialog is open
     * @param body is put where the eye is
     * @return false if one does not fly
     */
    boolean step(double seconds, Controls controls, boolean still, Body body) {
        if (!on) {
            return false;
        }
        Vector3f ahead = ahead();
        if (!still) {
            yaw += controls.turn();
            pitch = Math.max(-STEEPEST, Math.min(STEEPEST, pitch + controls.look()));
            ahead = ahead();
            Vector3f right = new Vector3f(ahead).cross(0, 1, 0).normalize();
            Vector3f way = new Vector3f(ahead).mul(controls.forward()).fma(controls.right(), right);
            if (way.length() > 1) {
                way.normalize();
            }
            at.fma((float) (seconds * speed * (controls.run() ? HURRY : 1)), way);
            at.max(low).min(high);
        }
        body.put(at.x, 0, at.z);
        body.put(at.x, at.y - body.eyeY(), at.z);
        body.lookAt(ahead.add(at));
        return true;
    }

    private Vector3f ahead() {
        return new Vector3f(0, 0, -1).rotateX((float) pitch).rotateY((float) yaw);
    }
}
