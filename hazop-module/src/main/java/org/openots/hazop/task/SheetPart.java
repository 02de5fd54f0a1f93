package org.openots.hazop.task;

import java.util.List;

/**
 * A worksheet that belongs to a task.
 *
 * @param nodes nodes of the study
 * @param deviations deviations in the order of the worksheet
 * @param weight points for what is written in it
 * @param auditWeight points for keeping the rules that a worksheet must keep; 0 for none
 * @param given key items whose wording is given, to be entered in the right place; mostly empty
 */
public record SheetPart(
        List<String> nodes, List<String> deviations, double weight, double auditWeight, List<String> given) {
    /** Keeps unmodifiable copies. */
    public SheetPart {
        nodes = List.copyOf(nodes);
        deviations = List.copyOf(deviations);
        given = List.copyOf(given);
    }
}
