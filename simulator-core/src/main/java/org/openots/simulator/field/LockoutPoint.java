package org.openots.simulator.field;

import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.actuation.Lockable;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/**
 * Lock and tag of one device: target {@code LOTO.<tag>}, orders lock, unlock, tag, untag. The signal of the same name is 0
 * for nothing, 1 for a tag, 2 for a lock, 3 for both. A lock keeps the device where it is; a tag only warns. Refused: a
 * lock on a device that is on, and to hang or take what already hangs or does not.
 */
public final class LockoutPoint implements FieldTask {
    /** Beginning of targets and signals. */
    public static final String LOTO = "LOTO.";

    /** Value of the signal when a lock and a tag hang there. */
    public static final int BOTH = 3;

    private static final int TAG = 1;
    private static final int LOCK = 2;

    private static final Map<String, VerbRule> VERBS =
            Map.of("lock", VerbRule.PLAIN, "unlock", VerbRule.PLAIN, "tag", VerbRule.PLAIN, "untag", VerbRule.PLAIN);

    private final Lockable device;
    private final SignalBoard board;
    private final int signal;
    private int hung;

    /**
     * Builds it and declares its signal.
     *
     * @param device what is locked
     * @param board holds the signals; the device must be on it
     */
    public LockoutPoint(Lockable device, SignalBoard board) {
        this.device = device;
        this.board = board;
        this.signal =
                board.declare(target(), "", new LocalText(device.tag() + " 上锁挂牌", "lock and tag on " + device.tag()));
    }

    @Override
    public String target() {
        return LOTO + device.tag();
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return VERBS;
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        int bit = order.verb().endsWith("lock") ? LOCK : TAG;
        boolean off = order.verb().startsWith("un");
        if (off == ((hung & bit) == 0)) {
            return Refusal.because(
                    off ? AutomationError.NOTHING_HANGS : AutomationError.HANGS_ALREADY, device.tag(), what(bit));
        }
        if (bit == LOCK && !off && device.on()) {
            return Refusal.because(AutomationError.LOCK_WHILE_ON, device.tag());
        }
        hang(hung ^ bit);
        return Optional.empty();
    }

    private static LocalText what(int bit) {
        return bit == LOCK ? new LocalText("锁", "lock") : new LocalText("警示牌", "tag");
    }

    private void hang(int now) {
        hung = now;
        device.lock((hung & LOCK) != 0);
    }

    @Override
    public void scan() {
        board.set(signal, hung);
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(target(), VerbRule.choice(0, BOTH));
    }

    @Override
    public void preset(String name, double value) {
        hang((int) value);
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(target());
        writer.writeInt(hung);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(target());
        hang(reader.readInt());
    }
}
