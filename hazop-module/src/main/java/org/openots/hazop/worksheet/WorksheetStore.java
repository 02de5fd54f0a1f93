package org.openots.hazop.worksheet;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalledThings;

/**
 * All worksheets of a station in a folder, a hash-chained journal each. Thread-safe. The journals are the truth: what is
 * in memory is made from them, and an operation is acknowledged only after it is on the disk.
 */
public final class WorksheetStore implements AutoCloseable {
    private final JournalledThings<Worksheet> sheets;

    /**
     * Opens the folder and reads what is in it.
     *
     * @param folder created when it does not exist
     * @param clock dates records, for people only
     * @throws OtsException if the folder cannot be used
     */
    public WorksheetStore(Path folder, Clock clock) {
        this.sheets = new JournalledThings<>(
                folder,
                clock,
                SheetReplay::new,
                new JournalledThings.Refusals(
                        WorksheetError.SHEET_UNKNOWN, WorksheetError.SHEET_DAMAGED, WorksheetError.SHEET_STORAGE));
    }

    /**
     * Worksheets that could not be read; the others are not affected.
     *
     * @return why, by id
     */
    public Map<String, OtsException> lost() {
        return sheets.lost();
    }

    /**
     * Opens a new worksheet.
     *
     * @param head what it is about; its id must be new
     * @return the empty worksheet
     * @throws OtsException if it cannot be made durable
     */
    public SheetView open(SheetHead head) {
        JournalEntry first = new JournalEntry(SheetRecord.OPENED, head.opened(), SheetRecord.head(head));
        return sheets.open(head.id(), first).view();
    }

    /**
     * All worksheets of a person.
     *
     * @param owner account
     * @return the worksheets, the last opened first
     */
    public List<SheetView> of(String owner) {
        return all().stream()
                .filter(view -> view.state().head().owner().equals(owner))
                .toList();
    }

    /**
     * All worksheets.
     *
     * @return the worksheets, the last opened first
     */
    public List<SheetView> all() {
        return sheets.all().stream()
                .map(Worksheet::view)
                .sorted((a, b) ->
                        Long.compare(b.state().head().opened(), a.state().head().opened()))
                .toList();
    }

    /**
     * A worksheet.
     *
     * @param id its id
     * @return what is durable of it
     * @throws OtsException if there is none or it is damaged
     */
    public SheetView view(String id) {
        return sheets.get(id).view();
    }

    /**
     * Applies edits in their order.
     *
     * @param id the worksheet
     * @param token the state they were made on
     * @param edits the edits; those applied before are not applied again
     * @return the new revision, and the edit that was refused, if one was
     * @throws OtsException if the worksheet was changed since, or the disk cannot be written
     */
    public EditOutcome edit(String id, String token, List<SheetEdit> edits) {
        return sheets.get(id).edit(token, edits);
    }

    /**
     * Submits a deviation; it changes no more.
     *
     * @param id the worksheet
     * @param token the state it was decided on
     * @param deviation the deviation; submitted before, nothing happens
     * @return the worksheet
     * @throws OtsException if the worksheet was changed since, or there is nothing to submit
     */
    public SheetView submit(String id, String token, String deviation) {
        return sheets.get(id).submit(token, deviation);
    }

    /**
     * Hands a worksheet in; it changes no more. Done before, the first hand-in stands.
     *
     * @param id the worksheet
     * @param token the state it was decided on
     * @return the worksheet with the receipt
     * @throws OtsException if the worksheet was changed since
     */
    public SheetView handIn(String id, String token) {
        return sheets.get(id).handIn(token);
    }

    /**
     * Keeps a score; the first one of a deviation stands.
     *
     * @param id the worksheet
     * @param score the score
     */
    public void score(String id, DeviationScore score) {
        sheets.get(id).score(score);
    }

    /** Makes everything durable and lets the files go. */
    @Override
    public void close() {
        sheets.close();
    }
}
