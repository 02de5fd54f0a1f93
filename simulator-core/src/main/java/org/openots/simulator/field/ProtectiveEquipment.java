package org.openots.simulator.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/**
 * Protective equipment to put on: order wear with the ids of everything worn, separated by commas. The signal {@code PPE}
 * is 1 when exactly the required items are worn.
 */
public final class ProtectiveEquipment implements FieldTask {
    /** Target and signal. */
    public static final String PPE = "PPE";

    private final List<FieldItem> items;
    private final SignalBoard board;
    private final int signal;
    private boolean right;

    /**
     * Builds the task and declares its signal.
     *
     * @param items the locker: required items and decoys
     * @param board holds the signals
     */
    public ProtectiveEquipment(List<FieldItem> items, SignalBoard board) {
        this.items = List.copyOf(items);
        this.board = board;
        this.signal = board.declare(PPE, "", new LocalText("防护用品穿戴正确", "right protective equipment worn"));
    }

    @Override
    public String target() {
        return PPE;
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("wear", VerbRule.PLAIN);
    }

    @Override
    public void checkText(Order order) {
        Set<String> known = new TreeSet<>();
        items.forEach(item -> known.add(item.id()));
        for (String id : chosen(order.text())) {
            if (!known.contains(id)) {
                throw new OtsException(AutomationError.UNKNOWN_ITEM, PPE, id, String.join(", ", known));
            }
        }
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        Set<String> worn = chosen(order.text());
        right = items.stream().allMatch(item -> worn.contains(item.id()) == item.required());
        return Optional.empty();
    }

    @Override
    public void scan() {
        board.flag(signal, right);
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(PPE, VerbRule.choice(0, 1));
    }

    @Override
    public void preset(String name, double value) {
        right = value >= 0.5;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(PPE);
        writer.writeBoolean(right);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(PPE);
        right = reader.readBoolean();
    }

    private static Set<String> chosen(String text) {
        Set<String> ids = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                ids.add(part.strip());
            }
        }
        return ids;
    }
}
