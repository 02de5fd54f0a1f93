package org.openots.hazop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openots.hazop.worksheet.Sheets.ID;
import static org.openots.hazop.worksheet.Sheets.cause;
import static org.openots.hazop.worksheet.Sheets.set;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

class WorksheetStoreTest {
    private static final SheetEdit FIRST = new SheetEdit("e1", cause("D01", "c1", "泵停", ""));
    private static final SheetEdit SECOND = new SheetEdit("e2", set("l1.consequence", "液位降"));
    private static final SheetEdit THIRD = new SheetEdit("e3", set("l1.severity", "3"));

    @TempDir
    private Path folder;

    private static void refused(WorksheetError code, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(code));
    }

    @Test
    void aBatchSentTwiceCountsOnce() {
        try (WorksheetStore store = Sheets.store(folder)) {
            String start = store.open(Sheets.head()).token();
            EditOutcome once = store.edit(ID, start, List.of(FIRST, SECOND));
            assertThat(once.revision()).isEqualTo(3);
            // the answer was lost; more was typed meanwhile
            EditOutcome again = store.edit(ID, start, List.of(FIRST, SECOND, THIRD));
            assertThat(again.refused()).isEmpty();
            assertThat(again.revision()).isEqualTo(4);
            // the first request arrives late
            EditOutcome late = store.edit(ID, start, List.of(FIRST, SECOND));
            assertThat(late.revision()).isEqualTo(4);
            assertThat(late.token()).isEqualTo(again.token());
            assertThat(store.view(ID).state().history().undo()).hasSize(3);
        }
    }

    @Test
    void whatWasMadeOnAnOlderStateIsRefusedWhole() {
        try (WorksheetStore store = Sheets.store(folder)) {
            String start = store.open(Sheets.head()).token();
            String token = store.edit(ID, start, List.of(FIRST)).token();
            store.edit(ID, token, List.of(SECOND));
            SheetView before = store.view(ID);
            SheetEdit other = new SheetEdit("x1", cause("D02", "c8", "别处写的", ""));
            refused(WorksheetError.SHEET_CONFLICT, () -> store.edit(ID, start, List.of(other)));
            // begins as the worksheet went on, but then differs
            refused(WorksheetError.SHEET_CONFLICT, () -> store.edit(ID, start, List.of(FIRST, other)));
            assertThat(store.view(ID)).isEqualTo(before);
            refused(WorksheetError.SHEET_CONFLICT, () -> store.edit(ID, "0000000000000000", List.of(THIRD)));
            refused(WorksheetError.SHEET_CONFLICT, () -> store.submit(ID, start, "D01"));
            refused(WorksheetError.SHEET_CONFLICT, () -> store.handIn(ID, start));
        }
    }

    @Test
    void everythingBeforeARefusedEditIsKeptAndNothingAfterIt() {
        try (WorksheetStore store = Sheets.store(folder)) {
            String start = store.open(Sheets.head()).token();
            SheetEdit wrong = new SheetEdit("e9", set("l1.severity", "9"));
            EditOutcome outcome = store.edit(ID, start, List.of(FIRST, wrong, SECOND));
            assertThat(outcome.revision()).isEqualTo(2);
            EditOutcome.Refusal refusal = outcome.refused().orElseThrow();
            assertThat(refusal.edit()).isEqualTo("e9");
            assertThat(refusal.reason().errorCode()).isEqualTo(WorksheetError.RATING_RANGE);
            assertThat(store.edit(ID, outcome.token(), List.of(SECOND)).refused())
                    .isEmpty();
            EditOutcome reused =
                    store.edit(ID, store.view(ID).token(), List.of(new SheetEdit("e1", set("c1.cause", "换一个"))));
            assertThat(reused.refused().orElseThrow().reason().errorCode()).isEqualTo(WorksheetError.EDIT_REUSED);
        }
    }

    @Test
    void handingInTwiceGivesTheSameReceipt() {
        try (WorksheetStore store = Sheets.store(folder)) {
            String start = store.open(Sheets.head()).token();
            String token = store.edit(ID, start, List.of(FIRST)).token();
            SheetView done = store.handIn(ID, token);
            SheetView again = store.handIn(ID, "whatever");
            assertThat(again.state().handIn())
                    .isPresent()
                    .isEqualTo(done.state().handIn());
            assertThat(again.revision()).isEqualTo(done.revision());
            EditOutcome late = store.edit(ID, done.token(), List.of(SECOND));
            assertThat(late.refused().orElseThrow().reason().errorCode()).isEqualTo(WorksheetError.HANDED_IN);
        }
    }

    @Test
    void aScoreStandsAndChangesNoToken() {
        try (WorksheetStore store = Sheets.store(folder)) {
            String token = store.edit(ID, store.open(Sheets.head()).token(), List.of(FIRST))
                    .token();
            SheetView submitted = store.submit(ID, token, "D01");
            assertThat(store.submit(ID, "old", "D01").token()).isEqualTo(submitted.token());
            store.score(ID, score(2));
            store.score(ID, score(0));
            assertThat(store.view(ID).token()).isEqualTo(submitted.token());
            assertThat(store.view(ID).state().scores()).containsEntry("D01", score(2));
        }
        try (WorksheetStore store = Sheets.store(folder)) {
            assertThat(store.view(ID).state().scores()).containsEntry("D01", score(2));
        }
    }

    private static DeviationScore score(double earned) {
        LocalText reason = new LocalText("与参考一致", "agrees");
        return new DeviationScore(
                "D01",
                "test 1",
                earned,
                2,
                List.of(new AnswerScore(
                        "c1.cause", "泵停", AnswerScore.Outcome.CREDIT, earned, 2, "SAME", reason, List.of("D01-C1"))));
    }

    @Test
    void replayGivesTheSameWorksheetAgain() {
        SheetView last;
        try (WorksheetStore store = Sheets.store(folder)) {
            last = fill(store, new Random(7), 300);
        }
        try (WorksheetStore store = Sheets.store(folder)) {
            SheetView again = store.view(ID);
            assertThat(again).isEqualTo(last);
            // and it goes on from there
            EditOutcome more =
                    store.edit(ID, again.token(), List.of(new SheetEdit("more", cause("D02", "cx", "续", ""))));
            assertThat(more.revision()).isEqualTo(last.revision() + 1);
        }
    }

    private static SheetView fill(WorksheetStore store, Random random, int edits) {
        SheetView view = store.open(Sheets.head());
        SheetState state = view.state();
        String token = view.token();
        for (int i = 1; i <= edits; i++) {
            SheetState next = SheetStateTest.step(state, random, i);
            if (next.equals(state)) {
                continue;
            }
            // what led there is the newest step, or the one taken back
            boolean undone =
                    next.history().redo().size() > state.history().redo().size();
            SheetOperation operation = undone
                    ? new SheetOperation.Undo()
                    : next.history()
                            .undo()
                            .get(next.history().undo().size() - 1)
                            .operation();
            token = store.edit(ID, token, List.of(new SheetEdit("e" + i, operation)))
                    .token();
            state = next;
            assertThat(store.view(ID).state().content()).isEqualTo(state.content());
        }
        return store.view(ID);
    }

    /** A crash in the middle of writing: whatever length of the file is left, what was acknowledged before is there. */
    @Test
    void aCrashInTheMiddleLosesNothingThatWasAcknowledged() throws IOException {
        long before;
        SheetView kept;
        Path segment;
        try (WorksheetStore store = Sheets.store(folder)) {
            String token = store.edit(ID, store.open(Sheets.head()).token(), List.of(FIRST, SECOND))
                    .token();
            kept = store.view(ID);
            segment = folder.resolve(ID).resolve("000001.journal");
            before = Files.size(segment);
            store.edit(ID, token, List.of(THIRD));
        }
        long whole = Files.size(segment);
        byte[] bytes = Files.readAllBytes(segment);
        for (long length = before; length < whole; length += 7) {
            try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
                file.setLength(0);
                file.write(bytes, 0, (int) length);
            }
            try (WorksheetStore store = Sheets.store(folder)) {
                assertThat(store.lost()).isEmpty();
                assertThat(store.view(ID)).as("%d bytes", length).isEqualTo(kept);
            }
        }
        try (WorksheetStore store = Sheets.store(folder)) {
            EditOutcome again = store.edit(ID, kept.token(), List.of(THIRD));
            assertThat(again.revision()).isEqualTo(4);
        }
    }

    @Test
    void aDamagedWorksheetIsToldAndTheOthersAreNotAffected() throws IOException {
        String other = "h20260301-080000-0f0002";
        try (WorksheetStore store = Sheets.store(folder)) {
            store.edit(ID, store.open(Sheets.head()).token(), List.of(FIRST, SECOND));
            store.open(Sheets.head(other));
        }
        Path segment = folder.resolve(ID).resolve("000001.journal");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        try (WorksheetStore store = Sheets.store(folder)) {
            assertThat(store.lost()).containsOnlyKeys(ID);
            refused(WorksheetError.SHEET_DAMAGED, () -> store.view(ID));
            assertThat(store.of("s1"))
                    .extracting(view -> view.state().head().id())
                    .containsExactly(other);
            refused(WorksheetError.SHEET_UNKNOWN, () -> store.view("h0"));
            refused(WorksheetError.SHEET_UNKNOWN, () -> store.view("../" + other));
        }
    }
}
