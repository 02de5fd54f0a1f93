package org.openots.simulator.instrument;

import org.hipparchus.util.FastMath;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;

/**
 * The low-flow cut-off of a flow transmitter: near zero it shows zero, and nothing else until the flow is well above. The
 * comparison is of the damped value: what the model adds as noise is that of the output behind it. Not there, and without
 * state, for an instrument that has none.
 */
final class LowFlowCutoff implements Stateful {
    /**
     * How far above the cut-off the flow must rise before it shows again, as a share of it: 50 %, the factory setting of
     * Endress+Hauser Proline Promass 83, description of device functions, group low flow cut off (primary: the maker's
     * manual; Promag 31 of the same maker has it at 0.02 and 0.04 m/s).
     */
    static final double HYSTERESIS = 0.5;

    private final boolean present;
    private final double cutoff;
    private boolean cut;

    /**
     * @param cutoff in the unit of the instrument, NaN for none
     */
    LowFlowCutoff(double cutoff) {
        this.cutoff = cutoff;
        this.present = !Double.isNaN(cutoff);
    }

    /** One scan: whether the value is shown as zero. */
    boolean cuts(double damped) {
        if (present) {
            cut = FastMath.abs(damped) < (cut ? cutoff * (1 + HYSTERESIS) : cutoff);
        }
        return cut;
    }

    /** After a loss of power it has no past. */
    void restart() {
        cut = false;
    }

    @Override
    public void save(StateWriter writer) {
        if (present) {
            writer.writeBoolean(cut);
        }
    }

    @Override
    public void restore(StateReader reader) {
        if (present) {
            cut = reader.readBoolean();
        }
    }
}
