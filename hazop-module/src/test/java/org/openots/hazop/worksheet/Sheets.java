package org.openots.hazop.worksheet;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Worksheets and operations for tests. */
final class Sheets {
    static final String ID = "h20260301-080000-0f0001";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

    private Sheets() {}

    static SheetHead head() {
        return head(ID);
    }

    static SheetHead head(String id) {
        SheetHead.StudyRef study = new SheetHead.StudyRef("study", "0123456789abcdef", 5, 5);
        return new SheetHead(id, "s1", study, "junior", List.of("D01", "D02"), CLOCK.millis());
    }

    static WorksheetStore store(Path folder) {
        return new WorksheetStore(folder, CLOCK);
    }

    static ScenarioLine line(String id, Map<SheetColumn, String> cells) {
        return new ScenarioLine(id, cells);
    }

    static ScenarioLine line(String id) {
        return new ScenarioLine(id, new EnumMap<>(SheetColumn.class));
    }

    static SheetOperation cause(String deviation, String id, String text, String after) {
        return new SheetOperation.InsertCause(
                deviation, after, new CauseRow(id, text, List.of(line("l" + id.substring(1)))));
    }

    static SheetOperation set(String cell, String value) {
        return new SheetOperation.SetCell(CellRef.of(cell), value, "");
    }

    static SheetOperation typed(String cell, String value, String session) {
        return new SheetOperation.SetCell(CellRef.of(cell), value, session);
    }

    static SheetState after(SheetState state, SheetOperation... operations) {
        SheetState now = state;
        for (SheetOperation operation : operations) {
            now = now.after(operation);
        }
        return now;
    }
}
