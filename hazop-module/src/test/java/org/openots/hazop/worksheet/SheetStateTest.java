package org.openots.hazop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openots.hazop.worksheet.Sheets.after;
import static org.openots.hazop.worksheet.Sheets.cause;
import static org.openots.hazop.worksheet.Sheets.line;
import static org.openots.hazop.worksheet.Sheets.set;
import static org.openots.hazop.worksheet.Sheets.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.error.OtsException;

class SheetStateTest {
    private static final SheetOperation UNDO = new SheetOperation.Undo();
    private static final SheetOperation REDO = new SheetOperation.Redo();

    private final SheetState empty = SheetState.opened(Sheets.head());

    private static void refused(WorksheetError code, SheetState state, SheetOperation operation) {
        assertThatThrownBy(() -> state.after(operation))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(code));
    }

    @Test
    void rowsKeepTheirOrder() {
        SheetState state = after(
                empty,
                cause("D01", "c1", "泵停", ""),
                cause("D01", "c3", "阀误关", "c1"),
                cause("D01", "c2", "过滤器堵", "c1"),
                new SheetOperation.InsertLine("c2", "l2", line("l9", Map.of(SheetColumn.CONSEQUENCE, "液位降"))));
        assertThat(state.content().of("D01")).extracting(CauseRow::id).containsExactly("c1", "c2", "c3");
        assertThat(state.content().of("D01").get(1).lines())
                .extracting(ScenarioLine::id)
                .containsExactly("l2", "l9");
        assertThat(state.content().of("D02")).isEmpty();
    }

    @Test
    void sharedSafeguardsAreThoseOfTheLineAbove() {
        SheetState state = after(
                empty,
                cause("D01", "c1", "泵停", ""),
                set("l1.safeguards", "FAL101 报警"),
                new SheetOperation.InsertLine("c1", "l1", line("l2", Map.of(SheetColumn.SHARED, "yes"))),
                new SheetOperation.InsertLine("c1", "l2", line("l3", Map.of(SheetColumn.SAFEGUARDS, "围堰"))));
        CauseRow row = state.content().of("D01").get(0);
        assertThat(List.of(row.safeguards(0), row.safeguards(1), row.safeguards(2)))
                .containsExactly("FAL101 报警", "FAL101 报警", "围堰");
    }

    @Test
    void ratingsAreNumbersOnceGiven() {
        SheetState state = after(
                empty,
                cause("D01", "c1", "", ""),
                set("l1.severity", "4"),
                set("l1.likelihood", "3"),
                set("l1.existingLikelihood", "1"));
        ScenarioLine line = state.content().of("D01").get(0).lines().get(0);
        assertThat(line.initial()).isEqualTo(new GivenRating(4, 3));
        assertThat(line.initial().complete()).isTrue();
        assertThat(line.existing()).isEqualTo(new GivenRating(0, 1));
        assertThat(line.existing().complete()).isFalse();
    }

    @Test
    void undoTakesBackWhatWasTypedInOneStayAtOnce() {
        SheetState before = after(empty, cause("D01", "c1", "", ""));
        SheetState state = after(
                before,
                typed("c1.cause", "泵", "s1"),
                typed("c1.cause", "泵停", "s1"),
                typed("c1.cause", "泵停车", "s1"),
                typed("c1.cause", "泵停车了", "s2"));
        SheetState once = state.after(UNDO);
        assertThat(once.content().of("D01").get(0).text()).isEqualTo("泵停车");
        SheetState twice = once.after(UNDO);
        assertThat(twice.content()).isEqualTo(before.content());
        assertThat(after(twice, REDO, REDO).content()).isEqualTo(state.content());
    }

    @Test
    void aNewChangeEndsWhatCanBeRedone() {
        SheetState state = after(empty, cause("D01", "c1", "a", ""), UNDO, cause("D02", "c2", "b", ""));
        refused(WorksheetError.NOTHING_TO_UNDO, state, REDO);
        refused(WorksheetError.NOTHING_TO_UNDO, empty, UNDO);
    }

    @Test
    void theLastLineTakesItsCauseWithIt() {
        SheetState state = after(empty, cause("D01", "c1", "泵停", ""), cause("D01", "c2", "堵", "c1"));
        SheetState less = state.after(new SheetOperation.RemoveRow("l2"));
        assertThat(less.content().of("D01")).extracting(CauseRow::id).containsExactly("c1");
        assertThat(less.after(UNDO).content()).isEqualTo(state.content());
    }

    @ParameterizedTest
    @CsvSource({
        "l1.severity, 6, RATING_RANGE",
        "l1.severity, 0, RATING_RANGE",
        "l1.likelihood, x, RATING_RANGE",
        "l1.due, 2026-02-30, DATE_FORM",
        "l1.due, tomorrow, DATE_FORM",
        "l1.shared, no, OPERATION_FORM",
        "l1.cause, x, CELL_UNKNOWN",
        "c1.consequence, x, CELL_UNKNOWN",
        "l9.consequence, x, ROW_UNKNOWN",
    })
    void aValueThatDoesNotFitIsRefused(String cell, String value, WorksheetError code) {
        refused(code, after(empty, cause("D01", "c1", "泵停", "")), set(cell, value));
    }

    @Test
    void namesOfCellsAreChecked() {
        for (String name : List.of("l1.colour", "nonsense", "L1.cause", ".cause", "l1;drop.cause")) {
            assertThatThrownBy(() -> CellRef.of(name)).as(name).isInstanceOf(OtsException.class);
        }
        assertThat(CellRef.of("l-7f.existingSeverity").text()).isEqualTo("l-7f.existingSeverity");
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        SheetState state = after(empty, cause("D01", "c1", "泵停", ""));
        refused(WorksheetError.DEVIATION_UNKNOWN, state, cause("D77", "c2", "", ""));
        refused(WorksheetError.ROW_TAKEN, state, cause("D02", "c1", "", ""));
        refused(WorksheetError.ROW_UNKNOWN, state, cause("D01", "c2", "", "c7"));
        refused(WorksheetError.ROW_UNKNOWN, state, new SheetOperation.InsertLine("l1", "", line("l2")));
        refused(WorksheetError.ROW_TAKEN, state, new SheetOperation.InsertLine("c1", "", line("l1")));
        refused(WorksheetError.ID_FORM, state, cause("D01", "c" + "x".repeat(60), "", "c1"));
        refused(WorksheetError.TEXT_LENGTH, state, set("c1.cause", "长".repeat(SheetColumn.LONGEST_TEXT + 1)));
        SheetState full = state;
        for (int i = 2; i <= SheetEditor.MOST_ROWS; i++) {
            full = full.after(cause("D01", "c" + i, "", ""));
        }
        refused(WorksheetError.ROWS_LIMIT, full, cause("D01", "c99", "", ""));
    }

    @Test
    void aRefusalNamesTheCellAsPeopleDo() {
        SheetState state = after(
                empty,
                cause("D01", "c1", "泵停", ""),
                cause("D01", "c2", "堵", "c1"),
                new SheetOperation.InsertLine("c2", "l2", line("l7")));
        String tooLong = "长".repeat(SheetColumn.LONGEST_TEXT + 1);
        assertThat(refusal(state, set("l7.consequence", tooLong)))
                .contains("D01-2b 后果", "2001", "2000")
                .doesNotContain("l7");
        assertThat(refusal(state, set("c2.cause", tooLong)))
                .contains("D01-2 原因")
                .doesNotContain("D01-2a");
        assertThat(refusal(state, set("l1.severity", "9"))).contains("D01-1 严重性 S");
        assertThat(refusal(state, set("l1.due", "soon"))).contains("D01-1 完成日期");
        assertThat(refusal(state, cause("D01", "c3", tooLong, "c2"))).contains("D01-3 原因");
    }

    private static String refusal(SheetState state, SheetOperation operation) {
        return catchThrowableOfType(OtsException.class, () -> state.after(operation))
                .messageIn(Locale.CHINESE);
    }

    @Test
    void aSubmittedDeviationStaysAsItIs() {
        SheetState state = after(empty, cause("D01", "c1", "泵停", ""), cause("D02", "c2", "堵", ""))
                .submitted("D01", 1);
        refused(WorksheetError.DEVIATION_SUBMITTED, state, set("c1.cause", "别的"));
        refused(WorksheetError.DEVIATION_SUBMITTED, state, new SheetOperation.RemoveRow("l1"));
        SheetState undone = state.after(UNDO);
        assertThat(undone.content().of("D01")).hasSize(1);
        assertThat(undone.content().of("D02")).isEmpty();
        refused(WorksheetError.NOTHING_TO_UNDO, undone, UNDO);
        assertThatThrownBy(() -> state.submitted("D01", 2)).isInstanceOf(OtsException.class);
        assertThatThrownBy(() -> empty.submitted("D01", 2))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(WorksheetError.NOTHING_WRITTEN));
    }

    @Test
    void handingInSubmitsWhatIsWrittenAndNothingElse() {
        SheetState done = after(empty, cause("D02", "c2", "堵", "")).handedIn(7, "abc");
        assertThat(done.submitted()).containsExactly(Map.entry("D02", 7L));
        assertThat(done.handIn()).contains(new SheetState.HandIn(7, "abc"));
        refused(WorksheetError.HANDED_IN, done, UNDO);
        refused(WorksheetError.HANDED_IN, done, cause("D01", "c1", "", ""));
    }

    @Test
    void everyOperationIsWrittenAndReadAlike() {
        List<SheetOperation> all = List.of(
                cause("D01", "c1", "泵停", "c0"),
                new SheetOperation.InsertLine(
                        "c1", "l1", line("l2", Map.of(SheetColumn.DUE, "2026-12-31", SheetColumn.SHARED, "yes"))),
                typed("l2.consequence", "液位降；塔压升\n第二行", "s7"),
                set("l2.afterSeverity", ""),
                new SheetOperation.RemoveRow("l2"),
                UNDO,
                REDO);
        for (SheetOperation operation : all) {
            assertThat(OperationJson.read(OperationJson.write(operation))).isEqualTo(operation);
        }
    }

    /** Whatever a person does, taking it all back leads to where he began, and making it again to where he was. */
    @Test
    void undoAndRedoLeadBackAndForth() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            SheetState state = empty;
            int fresh = 0;
            for (int i = 0; i < 80; i++) {
                fresh++;
                state = step(state, random, fresh);
            }
            List<SheetContent> path = new ArrayList<>();
            SheetState back = state;
            while (!back.history().undo().isEmpty()) {
                path.add(0, back.content());
                back = back.after(UNDO);
            }
            assertThat(back.content()).as("seed %d", seed).isEqualTo(empty.content());
            for (SheetContent expected : path) {
                back = back.after(REDO);
                assertThat(back.content()).as("seed %d", seed).isEqualTo(expected);
            }
        }
    }

    /** A random operation that the worksheet takes. */
    static SheetState step(SheetState state, Random random, int fresh) {
        List<CauseRow> rows = state.content().of(random.nextBoolean() ? "D01" : "D02");
        String deviation = rows == state.content().of("D01") ? "D01" : "D02";
        if (rows.isEmpty() || random.nextInt(4) == 0) {
            String after =
                    rows.isEmpty() ? "" : rows.get(random.nextInt(rows.size())).id();
            return state.after(cause(deviation, "c" + fresh, "原因" + fresh, after));
        }
        CauseRow row = rows.get(random.nextInt(rows.size()));
        ScenarioLine line = row.lines().get(random.nextInt(row.lines().size()));
        return switch (random.nextInt(6)) {
            case 0 -> state.after(new SheetOperation.InsertLine(row.id(), line.id(), line("l" + fresh)));
            case 1 -> state.after(new SheetOperation.RemoveRow(random.nextBoolean() ? line.id() : row.id()));
            case 2 -> state.after(set(line.id() + ".severity", Integer.toString(1 + random.nextInt(5))));
            case 3 -> state.after(typed(row.id() + ".cause", "写" + fresh, "s" + fresh / 3));
            case 4 -> state.history().undo().isEmpty() ? state : state.after(UNDO);
            default -> state.after(typed(line.id() + ".consequence", "后果" + fresh, "s" + fresh / 3));
        };
    }
}
