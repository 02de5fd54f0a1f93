package org.openots.simulator.actuation;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * What pumps, fans and heaters have in common.
 *
 * @param tag its name
 * @param text what it is
 * @param power signal of the supply it needs
 * @param localPanel whether it can be started and stopped in the field
 * @param permissives start conditions, in the order in which refusals name them
 */
public record DeviceDefinition(
        String tag, LocalText text, String power, boolean localPanel, List<PermissiveDefinition> permissives) {
    /** Copies the list. */
    public DeviceDefinition {
        permissives = List.copyOf(permissives);
    }

    /**
     * A start condition as written in the pack.
     *
     * @param id its short name
     * @param text what it asks for
     * @param condition expression over signals
     */
    public record PermissiveDefinition(String id, LocalText text, String condition) {}
}
