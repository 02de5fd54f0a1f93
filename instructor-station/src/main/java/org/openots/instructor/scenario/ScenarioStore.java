package org.openots.instructor.scenario;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalledThings;

/**
 * The scenarios of a station. Thread-safe. Each has a hash-chained journal, which is the truth: who saved which version
 * when. A version never changes.
 */
public final class ScenarioStore implements AutoCloseable {
    private final JournalledThings<ScenarioBook> books;

    /**
     * Opens the folder and reads what is in it.
     *
     * @param folder created when it does not exist
     * @param clock dates events
     * @throws OtsException if the folder cannot be used
     */
    public ScenarioStore(Path folder, Clock clock) {
        this.books = new JournalledThings<>(
                folder,
                clock,
                ScenarioBook.Reading::new,
                new JournalledThings.Refusals(ScenarioError.UNKNOWN, ScenarioError.DAMAGED, ScenarioError.STORAGE));
    }

    /**
     * Scenarios whose journal is damaged.
     *
     * @return why, by id; the others can be used
     */
    public Map<String, OtsException> damaged() {
        return books.lost();
    }

    /**
     * All scenarios that can be used.
     *
     * @return by id
     */
    public List<ScenarioView> all() {
        return books.all().stream()
                .flatMap(book -> book.view().stream())
                .sorted(Comparator.comparing(ScenarioView::id))
                .toList();
    }

    /**
     * A scenario.
     *
     * @param id its id
     * @return the scenario
     * @throws OtsException if there is none or its journal is damaged
     */
    public ScenarioView view(String id) {
        return books.get(id).view().orElseThrow(() -> new OtsException(ScenarioError.UNKNOWN, id));
    }

    /**
     * A version.
     *
     * @param id the scenario
     * @param number the version
     * @return the version
     * @throws OtsException if there is none
     */
    public ScenarioVersion version(String id, int number) {
        return view(id).version(number).orElseThrow(() -> new OtsException(ScenarioError.VERSION_UNKNOWN, id, number));
    }

    /**
     * Saves a version; its number is given by the store.
     *
     * @param token of the last change; empty for a new scenario
     * @param document what it says; mistakes in what it says are allowed
     * @param by account
     * @return the scenario with its new token
     * @throws OtsException if somebody else changed it in between
     */
    public ScenarioView save(String token, Scenario document, String by) {
        synchronized (books) {
            if (token.isEmpty()) {
                open(document.id());
            }
        }
        return books.get(document.id()).save(token, document, by);
    }

    private void open(String id) {
        for (ScenarioView view : all()) {
            if (view.id().equals(id)) {
                return;
            }
            if (view.id().equalsIgnoreCase(id)) {
                // one folder for both on some disks
                throw new OtsException(ScenarioError.ID_CASE, id, view.id());
            }
        }
        try {
            // opened before and never written on
            books.get(id);
        } catch (OtsException e) {
            if (e.errorCode() != ScenarioError.UNKNOWN) {
                throw e;
            }
            books.open(id, new JournalEntry(ScenarioTrack.OPENED, 0, ScenarioTrack.opened(id)));
        }
    }

    /**
     * Puts a scenario away, or takes it out again.
     *
     * @param id the scenario
     * @param token of the last change
     * @param away true to put it away
     * @param by account
     * @return the scenario with its new token
     * @throws OtsException if somebody else changed it in between
     */
    public ScenarioView retire(String id, String token, boolean away, String by) {
        return books.get(id).retire(token, away, by);
    }

    /** Makes everything durable and lets the files go. */
    @Override
    public void close() {
        books.close();
    }
}
