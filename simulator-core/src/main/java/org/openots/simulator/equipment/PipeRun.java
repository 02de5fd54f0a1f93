package org.openots.simulator.equipment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;

/** Liquid from a cell of a line into the next one, or out of the last one into a holdup or over the battery limit. */
public final class PipeRun implements Link {
    private final String id;
    private final PipeCell cell;
    private final @Nullable PipeCell next;
    private final @Nullable Holdup to;
    private double moles;

    private PipeRun(String id, PipeCell cell, @Nullable PipeCell next, @Nullable Holdup to) {
        this.id = id;
        this.cell = cell;
        this.next = next;
        this.to = to;
    }

    /** From one cell to the next. */
    public static PipeRun between(String id, PipeCell cell, PipeCell next) {
        return new PipeRun(id, cell, next, null);
    }

    /**
     * Out of the last cell.
     *
     * @param to where the line ends, or null when it leaves the battery limits
     */
    public static PipeRun out(String id, PipeCell cell, @Nullable Holdup to) {
        return new PipeRun(id, cell, null, to);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<StateBlock> blocks() {
        if (next != null) {
            return List.of(cell, next);
        }
        return to == null ? List.of(cell) : List.of(cell, to);
    }

    @Override
    public void flows(FlowSink sink) {
        moles = cell.outflow();
        double watts = moles * cell.enthalpy();
        if (next != null) {
            pass(sink, next.offset(), next.energyOffset(), watts);
        } else if (to != null) {
            pass(sink, to.offset(), to.energyOffset(), watts);
        } else {
            for (int i = 0; i < cell.components(); i++) {
                sink.boundary(cell.offset() + i, i, -moles * cell.fraction(i));
            }
            sink.heatIn(cell.energyOffset(), -watts);
        }
    }

    private void pass(FlowSink sink, int firstState, int energyOffset, double watts) {
        for (int i = 0; i < cell.components(); i++) {
            sink.move(cell.offset() + i, firstState + i, moles * cell.fraction(i));
        }
        sink.heat(cell.energyOffset(), energyOffset, watts);
    }

    @Override
    public void publish(VariableSink variables) {
        if (next == null) {
            variables.put(id + ".m", "kg/s", () -> moles * cell.molarMass());
            variables.put(id + ".T", "K", cell::temperature);
            variables.put(id + ".w", "1", () -> cell.massFraction(0));
        }
    }
}
