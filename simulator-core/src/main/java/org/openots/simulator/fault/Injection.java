package org.openots.simulator.fault;

import org.hipparchus.util.FastMath;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;

/** One injection during its life. */
final class Injection {
    private final FaultOrder order;
    private final FaultDefinition definition;
    private FaultStatus.Phase phase = FaultStatus.Phase.ARMED;
    private double heldSeconds;
    private double level;
    private long sinceTick;

    Injection(FaultOrder order, FaultDefinition definition) {
        this.order = order;
        this.definition = definition;
        this.sinceTick = order.tick();
    }

    FaultOrder order() {
        return order;
    }

    /** Advances by one tick; {@link #apply} puts the effect on the plant. */
    void advance(long tick, double tickSeconds, FaultTarget target) {
        if (phase == FaultStatus.Phase.ARMED && due(tick, tickSeconds, target)) {
            enter(FaultStatus.Phase.RAMPING, tick);
            operate(tick, target);
        }
        if (phase == FaultStatus.Phase.RAMPING) {
            double ramp = order.rampSeconds() < 0 ? definition.rampSeconds() : order.rampSeconds();
            double elapsed = (tick - sinceTick) * tickSeconds;
            level = order.strength() * (ramp > 0 ? FastMath.min(1, elapsed / ramp) : 1);
            if (elapsed >= ramp) {
                enter(FaultStatus.Phase.ACTIVE, tick);
            }
        }
    }

    private void operate(long tick, FaultTarget target) {
        for (int i = 0; i < definition.effects().size(); i++) {
            if (definition.effects().get(i) instanceof FaultEffect.Operation operation) {
                target.operate(operation, tick);
            }
        }
    }

    private boolean due(long tick, double tickSeconds, FaultTarget target) {
        if ((tick - order.tick()) * tickSeconds < order.delaySeconds()) {
            return false;
        }
        if (order.when().isEmpty()) {
            return true;
        }
        heldSeconds = target.holds(order.when()) ? heldSeconds + tickSeconds : 0;
        return heldSeconds > 0 && heldSeconds >= order.holdSeconds();
    }

    /** Puts the present strength on the plant if the injection acts. */
    void apply(FaultTarget target) {
        if (!acts()) {
            return;
        }
        for (int i = 0; i < definition.effects().size(); i++) {
            FaultEffect effect = definition.effects().get(i);
            if (effect instanceof FaultEffect.ProcessParameter p) {
                double nominal = target.nominal(p.parameter());
                target.setParameter(p.parameter(), nominal + level * (p.to() - nominal));
            } else if (effect instanceof FaultEffect.Impairment m) {
                target.impair(m.target(), m.kind(), m.graded() ? level * m.value() : m.value());
            }
        }
    }

    private boolean acts() {
        return phase == FaultStatus.Phase.RAMPING || phase == FaultStatus.Phase.ACTIVE;
    }

    void withdraw(long tick, FaultTarget target) {
        boolean acted = acts();
        enter(FaultStatus.Phase.WITHDRAWN, tick);
        level = 0;
        for (FaultEffect effect : definition.effects()) {
            if (acted && effect instanceof FaultEffect.ProcessParameter p) {
                target.setParameter(p.parameter(), target.nominal(p.parameter()));
            } else if (acted && effect instanceof FaultEffect.Impairment i) {
                target.clear(i.target(), i.kind());
            }
        }
    }

    private void enter(FaultStatus.Phase next, long tick) {
        phase = next;
        sinceTick = tick;
    }

    boolean live() {
        return phase != FaultStatus.Phase.WITHDRAWN;
    }

    FaultStatus.Phase phase() {
        return phase;
    }

    FaultStatus status() {
        return new FaultStatus(order, phase, level, sinceTick);
    }

    void save(StateWriter out) {
        out.writeString(phase.name());
        out.writeDouble(heldSeconds);
        out.writeDouble(level);
        out.writeLong(sinceTick);
    }

    void restore(StateReader in) {
        phase = FaultStatus.Phase.valueOf(in.readString());
        heldSeconds = in.readDouble();
        level = in.readDouble();
        sinceTick = in.readLong();
    }
}
