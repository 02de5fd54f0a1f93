package org.openots.simulator.control;

import java.util.List;
import org.openots.simulator.signal.SignalBoard;

/**
 * The devices behind a controller output. Pumps and heaters (they have a {@code .CMD} signal) are available while
 * running; valves are while no interlock holds them. One available device is enough, as with duty and standby pumps.
 */
final class OutputDevices {
    private final List<String> devices;
    private final SignalBoard board;
    private final int[] index;
    private final boolean[] runs;

    OutputDevices(List<String> devices, SignalBoard board) {
        this.devices = devices;
        this.board = board;
        this.index = new int[devices.size()];
        this.runs = new boolean[devices.size()];
    }

    void resolve() {
        for (int i = 0; i < index.length; i++) {
            String device = devices.get(i);
            runs[i] = board.has(device + ".CMD");
            index[i] = board.index(runs[i] ? device : device + ".FORCED");
        }
    }

    boolean available() {
        for (int i = 0; i < index.length; i++) {
            double value = board.value(index[i]);
            if (runs[i] ? value >= 0.5 : value == 0) {
                return true;
            }
        }
        return index.length == 0;
    }

    String names() {
        return String.join(" / ", devices);
    }
}
