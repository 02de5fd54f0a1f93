package org.openots.hazop.worksheet;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalReport;
import org.openots.common.journal.JournalStore;
import org.openots.common.journal.JournalWriter;
import org.openots.common.text.Brief;

/**
 * All worksheets of a station in a folder, a hash-chained journal each. Thread-safe. The journals are the truth: what is
 * in memory is made from them, and an operation is acknowledged only after it is on the disk.
 */
public final class WorksheetStore implements AutoCloseable {
    private final JournalStore journals;
    private final Clock clock;
    private final Map<String, Worksheet> sheets = new ConcurrentHashMap<>();
    private final Map<String, OtsException> lost;

    /**
     * Opens the folder and reads what is in it.
     *
     * @param folder created when it does not exist
     * @param clock dates records, for people only
     * @throws OtsException if the folder cannot be used
     */
    public WorksheetStore(Path folder, Clock clock) {
        this.journals = new JournalStore(folder);
        this.clock = clock;
        Map<String, OtsException> damaged = new LinkedHashMap<>();
        for (String id : journals.names()) {
            try {
                sheets.put(id, read(id));
            } catch (OtsException e) {
                damaged.put(id, e);
            }
        }
        this.lost = Collections.unmodifiableMap(damaged);
    }

    /**
     * Worksheets that could not be read; the others are not affected.
     *
     * @return why, by id
     */
    public Map<String, OtsException> lost() {
        return lost;
    }

    /**
     * Opens a new worksheet.
     *
     * @param head what it is about; its id must be new
     * @return the empty worksheet
     * @throws OtsException if it cannot be made durable
     */
    public SheetView open(SheetHead head) {
        JournalWriter writer = journals.open(head.id(), 1);
        try {
            long at = head.opened();
            var receipt = writer.append(SheetRecord.write(SheetRecord.OPENED, at, SheetRecord.head(head)))
                    .join();
            SheetTrack track = new SheetTrack(SheetState.opened(head), receipt.sequence(), receipt.hash());
            Worksheet sheet = new Worksheet(track, new SheetJournal(head.id(), writer));
            sheets.put(head.id(), sheet);
            return sheet.view();
        } catch (CompletionException e) {
            throw new OtsException(WorksheetError.SHEET_STORAGE, head.id(), String.valueOf(e.getCause()));
        }
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
        return sheets.values().stream()
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
        return sheet(id).view();
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
        return sheet(id).edit(token, edits);
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
        return sheet(id).submit(token, deviation);
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
        return sheet(id).handIn(token);
    }

    /**
     * Keeps a score; the first one of a deviation stands.
     *
     * @param id the worksheet
     * @param score the score
     */
    public void score(String id, DeviationScore score) {
        sheet(id).score(score);
    }

    private Worksheet sheet(String id) {
        OtsException damage = lost.get(id);
        if (damage != null) {
            throw damage;
        }
        // one whose disk failed is read again: only the disk knows what became durable
        Worksheet sheet = sheets.computeIfAbsent(id, this::readKnown);
        return sheet;
    }

    private Worksheet readKnown(String id) {
        if (!journals.names().contains(id)) {
            throw new OtsException(WorksheetError.SHEET_UNKNOWN, Brief.of(id));
        }
        return read(id);
    }

    private Worksheet read(String id) {
        SheetReplay replay = new SheetReplay(id);
        JournalReport report = journals.read(id, replay::take);
        // an incomplete end was acknowledged to nobody; anything else is damage
        report.defect().filter(defect -> !defect.recoverable()).ifPresent(defect -> {
            throw new OtsException(WorksheetError.SHEET_DAMAGED, id, defect);
        });
        return new Worksheet(replay.track(), new SheetJournal(id, null));
    }

    /** Makes everything durable and lets the files go. */
    @Override
    public void close() {
        journals.close();
    }

    private final class SheetJournal implements Worksheet.Journal {
        private final String id;
        private @Nullable JournalWriter writer;

        SheetJournal(String id, @Nullable JournalWriter writer) {
            this.id = id;
            this.writer = writer;
        }

        @Override
        public JournalWriter writer() {
            JournalWriter open = writer;
            if (open == null) {
                long epoch = journals.read(id, record -> {}).epoch();
                open = journals.open(id, epoch + 1);
                writer = open;
            }
            return open;
        }

        @Override
        public long now() {
            return clock.millis();
        }

        @Override
        public void failed() {
            sheets.remove(id);
        }
    }
}
