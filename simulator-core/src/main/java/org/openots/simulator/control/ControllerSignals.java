package org.openots.simulator.control;

import org.openots.common.text.LocalText;
import org.openots.simulator.signal.SignalBoard;

/** The signals a controller publishes: set point, output, mode, tuning, and ratio and bias when it can have them. */
final class ControllerSignals {
    private final SignalBoard board;
    private final int mirror;
    private final int setPoint;
    private final int output;
    private final int mode;
    private final int gain;
    private final int integral;
    private final int derivative;
    private final int ratio;
    private final int bias;

    ControllerSignals(ControllerDefinition definition, SignalBoard board, boolean hasRatio, boolean hasBias) {
        this.board = board;
        String tag = definition.tag();
        String unit = definition.range().unit();
        LocalText text = definition.text();
        this.mirror = board.has(tag) ? -1 : board.declare(tag, unit, text);
        this.setPoint = declare(tag + ".SP", unit, text, "设定值", "set point");
        this.output = declare(tag + ".OP", "%", text, "输出", "output");
        this.mode = declare(tag + ".MODE", "", text, "方式", "mode");
        this.gain = declare(tag + ".KC", "", text, "比例增益", "gain");
        this.integral = declare(tag + ".TI", "s", text, "积分时间", "integral time");
        this.derivative = declare(tag + ".TD", "s", text, "微分时间", "derivative time");
        this.bias = hasBias ? declare(tag + ".BIAS", unit, text, "偏置", "bias") : -1;
        this.ratio = hasRatio ? declare(tag + ".RATIO", "", text, "比值", "ratio") : -1;
    }

    void measurement(double value) {
        if (mirror >= 0) {
            board.set(mirror, value);
        }
    }

    void loop(double newSetPoint, double newOutput, Mode newMode) {
        board.set(setPoint, newSetPoint);
        board.set(output, newOutput);
        board.set(mode, newMode.value());
    }

    void links(double newRatio, double newBias) {
        if (ratio >= 0) {
            board.set(ratio, newRatio);
        }
        if (bias >= 0) {
            board.set(bias, newBias);
        }
    }

    void tuning(Pid pid) {
        board.set(gain, pid.gain());
        board.set(integral, pid.integralSeconds());
        board.set(derivative, pid.derivativeSeconds());
    }

    private int declare(String name, String unit, LocalText text, String zh, String en) {
        return board.declare(name, unit, new LocalText(text.zh() + zh, text.en() + " " + en));
    }
}
