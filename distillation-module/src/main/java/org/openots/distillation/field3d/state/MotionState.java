package org.openots.distillation.field3d.state;

import java.util.List;
import org.openots.distillation.field3d.scene.Motion;

/** From values to where the moving parts are. For one thread. */
public final class MotionState {
    private static final double FULL_TURN = 2 * Math.PI;

    private final List<Motion> motions;
    private final float[] now;
    private final double[] angles;

    /**
     * Parts at rest.
     *
     * @param motions of a scene
     */
    public MotionState(List<Motion> motions) {
        this.motions = List.copyOf(motions);
        this.now = new float[motions.size()];
        this.angles = new double[motions.size()];
    }

    /**
     * Lets time pass.
     *
     * @param seconds how long
     * @param values what the plant does
     * @return one number a motion, in the unit of its kind; of a SPIN the angle from 0 to 2 pi, radian; overwritten by the next call
     */
    public float[] step(double seconds, Values values) {
        for (int i = 0; i < now.length; i++) {
            Motion motion = motions.get(i);
            float at = motion.at(values.value(motion.signal()));
            if (motion.kind() == Motion.Kind.SPIN) {
                double angle = angles[i] + at * seconds;
                angles[i] = angle - FULL_TURN * Math.floor(angle / FULL_TURN);
                now[i] = (float) angles[i];
            } else {
                now[i] = at;
            }
        }
        return now;
    }
}
