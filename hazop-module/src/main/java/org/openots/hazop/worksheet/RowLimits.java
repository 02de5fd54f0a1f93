package org.openots.hazop.worksheet;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.openots.hazop.study.Column;

/**
 * What the answers of a deviation can earn, in points.
 *
 * @param possible everything together, with the risk
 * @param most all answers of a column together
 * @param each one answer of a column
 * @param items what a key item is worth, by its id
 */
public record RowLimits(
        double possible, Map<Column, Double> most, Map<Column, Double> each, Map<String, Double> items) {
    /** Freezes the maps. */
    public RowLimits {
        most = new EnumMap<>(most);
        each = new EnumMap<>(each);
        items = new HashMap<>(items);
    }
}
