package org.openots.distillation.field3d.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openots.distillation.field3d.scene.Motion;

/** From values to where the moving parts are. For one thread. */
public final class MotionState {
    /** A part that drips is on its way no longer: this is not a distance fallen. */
    public static final float FALLEN = -1;

    private static final double FULL_TURN = 2 * Math.PI;

    /** Between two drops, s. */
    private static final double DROPS = 1.1;

    /** Half the acceleration of free fall, m/s2. */
    private static final double HALF_G = 4.903;

    private final List<Motion> motions;
    private final float[] now;
    private final double[] angles;

    /** The signals that are followed, each once, and which of them a motion follows. */
    private final List<String> signals;

    private final int[] followed;
    private final double[] read;

    /**
     * Parts at rest.
     *
     * @param motions of a scene
     */
    public MotionState(List<Motion> motions) {
        this.motions = List.copyOf(motions);
        this.now = new float[motions.size()];
        this.angles = new double[motions.size()];
        this.signals = motions.stream().map(Motion::signal).distinct().toList();
        Map<String, Integer> numbers = new HashMap<>();
        signals.forEach(signal -> numbers.put(signal, numbers.size()));
        this.followed = motions.stream()
                .mapToInt(motion -> numbers.getOrDefault(motion.signal(), 0))
                .toArray();
        this.read = new double[signals.size()];
    }

    /**
     * Lets time pass.
     *
     * @param seconds how long
     * @param values what the plant does
     * @return one number a motion, in the unit of its kind; of a SPIN the angle from 0 to 2 pi, radian; of a DRIP how far the
     *     drop has fallen or {@link #FALLEN}; overwritten by the next call
     */
    public float[] step(double seconds, Values values) {
        for (int i = 0; i < read.length; i++) {
            read[i] = values.value(signals.get(i));
        }
        for (int i = 0; i < now.length; i++) {
            Motion motion = motions.get(i);
            float at = motion.at(read[followed[i]]);
            if (motion.kind() == Motion.Kind.SPIN) {
                double angle = angles[i] + at * seconds;
                angles[i] = angle - FULL_TURN * Math.floor(angle / FULL_TURN);
                now[i] = (float) angles[i];
            } else if (motion.kind() == Motion.Kind.DRIP) {
                angles[i] = (angles[i] + seconds) % DROPS;
                double fallen = HALF_G * angles[i] * angles[i];
                now[i] = fallen < at ? (float) fallen : FALLEN;
            } else {
                now[i] = at;
            }
        }
        return now;
    }
}
