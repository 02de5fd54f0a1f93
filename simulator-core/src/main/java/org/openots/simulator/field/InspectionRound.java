package org.openots.simulator.field;

import java.util.ArrayList;
import java.util.List;
import org.openots.common.text.LocalText;
import org.openots.simulator.signal.SignalBoard;

/**
 * The inspection points of a plant: target and signal {@code CHECK.<id>}, order inspect. Publishes {@code CHECK.COUNT}
 * (points inspected) and {@code CHECK.TOTAL}.
 */
public final class InspectionRound {
    private final List<DoneTask> points = new ArrayList<>();
    private final SignalBoard board;
    private final int countSignal;
    private final int totalSignal;

    /**
     * Builds the points and declares their signals.
     *
     * @param items the points
     * @param board holds the signals
     */
    public InspectionRound(List<FieldItem> items, SignalBoard board) {
        this.board = board;
        for (FieldItem item : items) {
            points.add(new DoneTask("CHECK." + item.id(), "inspect", item.text(), board));
        }
        this.countSignal = board.declare("CHECK.COUNT", "", new LocalText("已检查点数", "points inspected"));
        this.totalSignal = board.declare("CHECK.TOTAL", "", new LocalText("检查点总数", "inspection points"));
    }

    /**
     * The points as tasks.
     *
     * @return in the order of the pack
     */
    public List<DoneTask> points() {
        return List.copyOf(points);
    }

    /** Publishes how many points were inspected; the points publish themselves. */
    public void scan() {
        int done = 0;
        for (int i = 0; i < points.size(); i++) { // an iterator would be allocated at every tick
            done += points.get(i).done() ? 1 : 0;
        }
        board.set(countSignal, done);
        board.set(totalSignal, points.size());
    }
}
