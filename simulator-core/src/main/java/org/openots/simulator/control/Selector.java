package org.openots.simulator.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;
import org.openots.simulator.signal.SignalBoard;

/**
 * Override control: the highest or lowest output of several loops is taken, also that of a loop in MAN. The integral of
 * every loop gets the output that was taken as its external reset, so a loop that is not taken waits at
 * (taken output + Kc times its error) and takes over without a bump when its error changes sign; it does not wind up
 * (Shinskey, "Process Control Systems", 4th ed., 1996, chapter 4). Publishes {@code .OP} and {@code .SEL}, the place of
 * the loop that was taken, from 1. Its output follows from those of the loops, so it has no state.
 */
final class Selector implements OutputSource {
    private final SelectorDefinition definition;
    private final SignalBoard board;
    private final Controller[] loops;
    private final int outputSignal;
    private final int selectedSignal;
    private @Nullable Controller slave;
    private double output;

    Selector(SelectorDefinition definition, List<Controller> loops, SignalBoard board) {
        this.definition = definition;
        this.board = board;
        this.loops = loops.toArray(Controller[]::new);
        LocalText text = definition.text();
        this.outputSignal =
                board.declare(definition.tag() + ".OP", "%", new LocalText(text.zh() + "输出", text.en() + " output"));
        this.selectedSignal = board.declare(
                definition.tag() + ".SEL", "", new LocalText(text.zh() + "选中回路", text.en() + " selected loop"));
        for (Controller loop : loops) {
            loop.deferReset();
        }
    }

    void connect(@Nullable Controller newSlave) {
        slave = newSlave;
    }

    SelectorDefinition definition() {
        return definition;
    }

    @Override
    public double output() {
        return output;
    }

    /** Takes the outputs of its loops and lets their integrals follow. */
    void scan() {
        publish();
        double accepted = slave == null ? output : slave.accepted(output);
        for (int i = 0; i < loops.length; i++) {
            loops[i].reset(accepted);
        }
    }

    /** Takes the outputs without acting on the loops. */
    void publish() {
        int taken = 0;
        for (int i = 1; i < loops.length; i++) {
            double gap = loops[i].output() - loops[taken].output();
            if (definition.high() ? gap > 0 : gap < 0) {
                taken = i;
            }
        }
        output = loops[taken].output();
        board.set(outputSignal, output);
        board.set(selectedSignal, taken + 1);
    }
}
