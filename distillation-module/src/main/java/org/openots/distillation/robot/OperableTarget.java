package org.openots.distillation.robot;

import java.util.ArrayList;
import java.util.List;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;

/**
 * Something a trainee can operate, for a random trainee.
 *
 * @param target what is operated
 * @param verb what is done to it
 * @param low lowest value
 * @param high highest value
 * @param whole whether only whole numbers make sense
 */
public record OperableTarget(String target, String verb, double low, double high, boolean whole) {
    private static final double PERCENT = 100;

    /**
     * Everything a trainee can operate, as far as the names of a plant's signals tell. Set points get the range 0 to 100;
     * the plant refuses what is out of range, as it does for a trainee.
     *
     * @param table the plant's signals
     * @return the targets, in table order
     */
    public static List<OperableTarget> of(SignalTable table) {
        List<OperableTarget> targets = new ArrayList<>();
        for (Signal signal : table.signals()) {
            String name = signal.name();
            if (name.endsWith(".SP")) {
                targets.add(new OperableTarget(parent(name), "sp", 0, PERCENT, false));
            } else if (name.endsWith(".OP")) {
                targets.add(new OperableTarget(parent(name), "op", 0, PERCENT, false));
            } else if (name.endsWith(".MODE")) {
                targets.add(new OperableTarget(parent(name), "mode", 0, 2, true));
            } else if (!name.contains(".")) {
                byPrefix(name, targets);
            }
        }
        return List.copyOf(targets);
    }

    private static void byPrefix(String name, List<OperableTarget> targets) {
        if (name.startsWith("HV-")) {
            targets.add(new OperableTarget(name, "position", 0, PERCENT, false));
        } else if (name.startsWith("SW-")) {
            targets.add(new OperableTarget(name, "on", 0, 0, true));
            targets.add(new OperableTarget(name, "off", 0, 0, true));
        } else if (name.startsWith("P-") || name.startsWith("E-") || name.startsWith("C-")) {
            targets.add(new OperableTarget(name, "start", 0, 0, true));
            targets.add(new OperableTarget(name, "stop", 0, 0, true));
        } else if (name.startsWith("ESD-")) {
            targets.add(new OperableTarget(name, "press", 0, 0, true));
            targets.add(new OperableTarget(name, "reset", 0, 0, true));
        } else if (name.equals("TRIPS")) {
            targets.add(new OperableTarget(name, "reset", 0, 0, true));
        }
    }

    private static String parent(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
