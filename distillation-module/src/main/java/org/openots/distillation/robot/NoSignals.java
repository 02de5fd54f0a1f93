package org.openots.distillation.robot;

import org.openots.common.signal.SignalView;

/** A view without signals, for formulas of parameters only. */
enum NoSignals implements SignalView {
    /** The view. */
    VIEW;

    @Override
    public long tick() {
        return 0;
    }

    @Override
    public double time() {
        return 0;
    }

    @Override
    public double value(int index) {
        return Double.NaN;
    }
}
