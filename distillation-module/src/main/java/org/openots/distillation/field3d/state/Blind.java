package org.openots.distillation.field3d.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openots.distillation.field3d.scene.Defect;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.simulator.field.InspectionDefect;

/** The values of signals as one who stands there can read them: what is behind a dirty or broken glass has none. */
public final class Blind implements Values {
    /** Beginning of the signals that are 1 for a tag whose glass cannot be read. */
    public static final String PREFIX = "BLIND.";

    private final Values values;
    private final Map<String, List<String>> glasses = new HashMap<>();

    /**
     * Over the values of a scene.
     *
     * @param scene with its items and what shows their defects
     * @param values with the defects that are seen
     */
    public Blind(Scene scene, Values values) {
        this.values = values;
        for (Motion motion : scene.motions()) {
            int item = scene.parts().get(motion.part()).item();
            boolean shows = motion.kind() == Motion.Kind.SHOWN && motion.to() == 1;
            if (shows && item >= 0 && glass(motion.signal())) {
                String tag = scene.items().get(item).tag();
                glasses.computeIfAbsent(tag, key -> new ArrayList<>()).add(motion.signal());
            }
        }
    }

    private static boolean glass(String signal) {
        return signal.startsWith(Defect.PREFIX) && signal.endsWith("." + InspectionDefect.GLASS.id());
    }

    @Override
    public double value(String signal) {
        if (signal.startsWith(PREFIX)) {
            return blind(signal.substring(PREFIX.length())) ? 1 : 0;
        }
        return blind(signal) ? Double.NaN : values.value(signal);
    }

    private boolean blind(String tag) {
        return glasses.getOrDefault(tag, List.of()).stream().anyMatch(values::on);
    }
}
