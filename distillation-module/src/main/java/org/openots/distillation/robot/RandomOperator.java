package org.openots.distillation.robot;

import java.util.List;
import org.openots.common.signal.SignalView;

/**
 * A trainee who operates anything at any time. The generator is SplitMix64 (Steele, Lea, Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014), written out here so that a seed means the same on every Java version.
 */
public final class RandomOperator implements RobotOperator {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final long MIX_1 = 0xBF58476D1CE4E5B9L;
    private static final long MIX_2 = 0x94D049BB133111EBL;

    /** 2^-53, to make a double in 0..1 from the upper 53 bits. */
    private static final double UNIT = 0x1.0p-53;

    private final List<OperableTarget> targets;
    private final double meanGap;
    private long state;
    private double nextAt = Double.NaN;

    /**
     * Creates the operator.
     *
     * @param targets what it may operate
     * @param seed the same seed gives the same operations
     * @param meanGap mean time between two operations, s of model time
     */
    public RandomOperator(List<OperableTarget> targets, long seed, double meanGap) {
        this.targets = List.copyOf(targets);
        this.state = seed;
        this.meanGap = meanGap;
    }

    @Override
    public List<RobotAction> onTick(SignalView view) {
        if (Double.isNaN(nextAt)) {
            nextAt = view.time() + gap();
        }
        if (targets.isEmpty() || view.time() < nextAt) {
            return List.of();
        }
        nextAt = view.time() + gap();
        OperableTarget target = targets.get((int) (unit() * targets.size()));
        double value = target.low() + unit() * (target.high() - target.low());
        return List.of(new RobotAction(target.target(), target.verb(), target.whole() ? Math.rint(value) : value, ""));
    }

    @Override
    public boolean finished() {
        return false;
    }

    /** Between nothing and twice the mean. */
    private double gap() {
        return 2 * meanGap * unit();
    }

    private double unit() {
        state += GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * MIX_1;
        z = (z ^ (z >>> 27)) * MIX_2;
        return ((z ^ (z >>> 31)) >>> 11) * UNIT;
    }
}
