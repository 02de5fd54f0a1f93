package org.openots.simulator.control;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openots.simulator.signal.PiecewiseLinear;
import org.openots.simulator.signal.SignalBoard;

/**
 * The devices behind a controller output. Pumps and heaters (they have a {@code .CMD} signal) are available while
 * running; valves are while no interlock holds them and nobody took them over in the field. One available device is
 * enough, as with duty and standby pumps.
 */
final class OutputDevices {
    private static final double FULL = 100;

    private final List<String> devices;
    private final SignalBoard board;
    private final int[] index;
    private final int[] local;
    private final boolean[] runs;
    private int position = -1;
    private @Nullable PiecewiseLinear range;

    OutputDevices(List<String> devices, SignalBoard board) {
        this.devices = devices;
        this.board = board;
        this.index = new int[devices.size()];
        this.local = new int[devices.size()];
        this.runs = new boolean[devices.size()];
    }

    /** Takes the split ranges of the devices that have one, by tag. */
    void resolve(Map<String, PiecewiseLinear> ranges) {
        for (int i = 0; i < index.length; i++) {
            String device = devices.get(i);
            runs[i] = board.has(device + ".CMD");
            index[i] = board.index(runs[i] ? device : device + ".FORCED");
            local[i] = board.has(device + ".LOCAL") ? board.index(device + ".LOCAL") : -1;
        }
        if (index.length > 0) {
            String first = devices.get(0);
            position = board.index(board.has(first + ".SPEED") ? first + ".SPEED" : first);
            range = ranges.get(first);
        }
    }

    boolean available() {
        for (int i = 0; i < index.length; i++) {
            double value = board.value(index[i]);
            boolean taken = local[i] >= 0 && board.value(local[i]) >= 0.5;
            if (runs[i] ? value >= 0.5 : value == 0 && !taken) {
                return true;
            }
        }
        return index.length == 0;
    }

    /** The output that gives the present position of the first device, %. */
    double tracked() {
        double at = board.value(position);
        PiecewiseLinear pieces = range;
        double output = pieces == null ? at : pieces.placeOf(at);
        return output < 0 ? 0 : Math.min(FULL, output);
    }

    String names() {
        return String.join(" / ", devices);
    }
}
