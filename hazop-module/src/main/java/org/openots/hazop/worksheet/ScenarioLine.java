package org.openots.hazop.worksheet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One line of a cause: what it leads to, how bad and how likely, what is there against it and what should be. Cause and
 * line together are a scenario.
 *
 * @param id stable id, unique in the worksheet
 * @param cells values that are not empty, by column
 */
public record ScenarioLine(String id, Map<SheetColumn, String> cells) {
    /** Drops empty values and freezes the rest. */
    public ScenarioLine {
        Map<SheetColumn, String> kept = new EnumMap<>(SheetColumn.class);
        cells.forEach((column, value) -> {
            if (!value.isEmpty()) {
                kept.put(column, value);
            }
        });
        cells = Collections.unmodifiableMap(kept);
    }

    /**
     * A value.
     *
     * @param column any column but the cause
     * @return the text, empty when not given
     */
    public String cell(SheetColumn column) {
        return cells.getOrDefault(column, "");
    }

    /**
     * Whether the safeguards are those of the line above.
     *
     * @return true when the safeguards' cell is merged with the one above
     */
    public boolean shared() {
        return !cell(SheetColumn.SHARED).isEmpty();
    }

    /**
     * Risk without safeguards.
     *
     * @return the rating, its parts 0 when not given
     */
    public GivenRating initial() {
        return rating(SheetColumn.SEVERITY, SheetColumn.LIKELIHOOD);
    }

    /**
     * Risk with the existing safeguards.
     *
     * @return the rating, its parts 0 when not given
     */
    public GivenRating existing() {
        return rating(SheetColumn.EXISTING_SEVERITY, SheetColumn.EXISTING_LIKELIHOOD);
    }

    /**
     * Risk when the recommendations are carried out.
     *
     * @return the rating, its parts 0 when not given
     */
    public GivenRating after() {
        return rating(SheetColumn.AFTER_SEVERITY, SheetColumn.AFTER_LIKELIHOOD);
    }

    private GivenRating rating(SheetColumn severity, SheetColumn likelihood) {
        return new GivenRating(level(severity), level(likelihood));
    }

    private int level(SheetColumn column) {
        String value = cell(column);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    ScenarioLine with(SheetColumn column, String value) {
        Map<SheetColumn, String> changed = new EnumMap<>(SheetColumn.class);
        changed.putAll(cells);
        changed.put(column, value);
        return new ScenarioLine(id, changed);
    }
}
