package org.openots.hazop.worksheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a worksheet.
 *
 * @param causes causes by deviation, in the order of the worksheet; a deviation without rows has an empty list
 */
public record SheetContent(Map<String, List<CauseRow>> causes) {
    /** Freezes the rows. */
    public SheetContent {
        Map<String, List<CauseRow>> copy = new LinkedHashMap<>();
        causes.forEach((deviation, rows) -> copy.put(deviation, List.copyOf(rows)));
        causes = Collections.unmodifiableMap(copy);
    }

    /** Where a row is: {@code line} is -1 for a cause row. */
    record Place(String deviation, int cause, int line) {}

    /** No rows yet. */
    static SheetContent empty(List<String> deviations) {
        Map<String, List<CauseRow>> rows = new LinkedHashMap<>();
        deviations.forEach(deviation -> rows.put(deviation, List.of()));
        return new SheetContent(rows);
    }

    /**
     * The causes of a deviation.
     *
     * @param deviation its id
     * @return the rows, empty also for a deviation that is not in the worksheet
     */
    public List<CauseRow> of(String deviation) {
        return causes.getOrDefault(deviation, List.of());
    }

    Optional<Place> find(String row) {
        for (Map.Entry<String, List<CauseRow>> entry : causes.entrySet()) {
            List<CauseRow> rows = entry.getValue();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).id().equals(row)) {
                    return Optional.of(new Place(entry.getKey(), i, -1));
                }
                List<ScenarioLine> lines = rows.get(i).lines();
                for (int j = 0; j < lines.size(); j++) {
                    if (lines.get(j).id().equals(row)) {
                        return Optional.of(new Place(entry.getKey(), i, j));
                    }
                }
            }
        }
        return Optional.empty();
    }

    CauseRow cause(Place place) {
        return of(place.deviation()).get(place.cause());
    }

    SheetContent with(String deviation, List<CauseRow> rows) {
        Map<String, List<CauseRow>> changed = new LinkedHashMap<>(causes);
        changed.put(deviation, rows);
        return new SheetContent(changed);
    }

    SheetContent with(Place place, CauseRow row) {
        List<CauseRow> rows = new ArrayList<>(of(place.deviation()));
        rows.set(place.cause(), row);
        return with(place.deviation(), rows);
    }

    /**
     * Whether anything is written for a deviation.
     *
     * @param deviation its id
     * @return true when a cell of it is not empty
     */
    public boolean written(String deviation) {
        return of(deviation).stream()
                .anyMatch(cause -> !cause.text().isBlank()
                        || cause.lines().stream().anyMatch(line -> !line.cells().isEmpty()));
    }
}
