package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalledThings;
import org.openots.common.json.Findings;

/**
 * The strategies of a station. Thread-safe. Each strategy has a journal, which is the truth: who did what and when, with
 * the hashes before and after. A version that is or was in use never changes and has a file of its own as well.
 */
public final class StrategyStore implements AutoCloseable {
    private final JournalledThings<StrategyBook> books;
    private final VersionFiles files;
    private final StrategyContent content;
    private final Map<String, OtsException> damaged = new LinkedHashMap<>();

    /**
     * Opens the folder and reads what is in it.
     *
     * @param folder created when it does not exist
     * @param clock dates events
     * @param content what strategies are checked against
     * @throws OtsException if the folder cannot be used
     */
    public StrategyStore(Path folder, Clock clock, StrategyContent content) {
        this.content = content;
        this.files = new VersionFiles(folder.resolve("versions"));
        this.books = new JournalledThings<>(
                folder.resolve("journal"),
                clock,
                StrategyBook.Reading::new,
                new JournalledThings.Refusals(
                        StrategyStoreError.UNKNOWN, StrategyStoreError.DAMAGED, StrategyStoreError.STORAGE));
        damaged.putAll(books.lost());
        for (StrategyView view : all()) {
            for (StrategyVersion version : view.versions()) {
                if (version.frozen()) {
                    files.fault(version).ifPresent(fault -> damaged.put(VersionFiles.name(version), fault));
                }
            }
        }
    }

    /**
     * What could not be read: strategies whose journal is damaged, and files of versions that were changed.
     *
     * @return why, by id or name of the file; the rest can be used
     */
    public Map<String, OtsException> damaged() {
        return Map.copyOf(damaged);
    }

    /**
     * All strategies that can be used.
     *
     * @return by id
     */
    public List<StrategyView> all() {
        return books.all().stream()
                .flatMap(book -> book.view().stream())
                .sorted(Comparator.comparing(StrategyView::id))
                .toList();
    }

    /**
     * A strategy.
     *
     * @param id its id
     * @return the strategy
     * @throws OtsException if there is none or its journal is damaged
     */
    public StrategyView view(String id) {
        return books.get(id).view().orElseThrow(() -> new OtsException(StrategyStoreError.UNKNOWN, id));
    }

    /**
     * A version that can be used for runs.
     *
     * @param id the strategy
     * @param number the version
     * @return the version
     * @throws OtsException if there is none, or its file was changed
     */
    public StrategyVersion version(String id, int number) {
        StrategyVersion version = view(id).version(number)
                .orElseThrow(() -> new OtsException(StrategyStoreError.VERSION_UNKNOWN, id, number));
        OtsException fault = damaged.get(VersionFiles.name(version));
        if (fault != null) {
            throw fault;
        }
        return version;
    }

    /**
     * Saves a draft. Its number is given by the store: that of the newest version, or the next one when that is in use.
     *
     * @param token of the last change; empty for a new strategy
     * @param document the draft; mistakes in what it says are allowed
     * @param by account
     * @return the strategy with its new token
     * @throws OtsException if somebody else changed it in between, or its kind is another one
     */
    public StrategyView save(String token, Strategy document, String by) {
        synchronized (books) {
            if (token.isEmpty() && books.all().stream().noneMatch(book -> isNamed(book, document.id()))) {
                open(document);
            }
        }
        return books.get(document.id()).save(token, document, by);
    }

    private static boolean isNamed(StrategyBook book, String id) {
        return book.view().filter(view -> view.id().equals(id)).isPresent();
    }

    private void open(Strategy document) {
        all().stream()
                .map(StrategyView::id)
                .filter(id -> id.equalsIgnoreCase(document.id()))
                .findFirst()
                .ifPresent(id -> {
                    // one folder for both on some disks
                    throw new OtsException(StrategyStoreError.ID_CASE, document.id(), id);
                });
        OtsException lost = books.lost().get(document.id());
        if (lost != null) {
            throw lost;
        }
        try {
            // opened before and never written on
            books.get(document.id());
        } catch (OtsException e) {
            if (e.errorCode() != StrategyStoreError.UNKNOWN) {
                throw e;
            }
            books.open(
                    document.id(),
                    new JournalEntry(StrategyTrack.OPENED, 0, StrategyTrack.opened(document.id(), document.kind())));
        }
    }

    /**
     * Publishes a training strategy; the version published before is retired.
     *
     * @param id the strategy
     * @param number the version
     * @param token of the last change
     * @param by account
     * @return the strategy with its new token
     * @throws OtsException if it is no draft, has mistakes, or was changed in between
     */
    public StrategyView publish(String id, int number, String token, String by) {
        return frozen(id, number, token, sound(id, number, Strategy.State.PUBLISHED, by));
    }

    /**
     * Says that an exam strategy was read by a second person.
     *
     * @param id the strategy
     * @param number the version
     * @param token of the last change
     * @param by account of a person who did not write it
     * @return the strategy with its new token
     * @throws OtsException if it is no draft, has mistakes, was written by this person, or was changed in between
     */
    public StrategyView review(String id, int number, String token, String by) {
        return books.get(id).move(token, number, sound(id, number, Strategy.State.REVIEWED, by));
    }

    /**
     * Keeps a dry run of an exam strategy.
     *
     * @param run a dry run that passed
     * @param token of the last change
     * @param by account of who had it made
     * @return the strategy with its new token
     * @throws OtsException if it did not pass, was of another content, or the strategy was changed in between
     */
    public StrategyView dryRun(DryRun run, String token, String by) {
        StrategyVersion version = version(run.strategy(), run.version());
        if (!run.passed() || !run.hash().equals(version.hash())) {
            throw new OtsException(StrategyStoreError.DRY_RUN, run.strategy(), run.version());
        }
        Move move = new Move(Strategy.State.DRY_RUN, by, "", Optional.of(DryRunJson.json(run)), Map.of());
        return books.get(run.strategy()).move(token, run.version(), move);
    }

    /**
     * Seals an exam strategy; from then on it cannot be changed.
     *
     * @param id the strategy
     * @param number the version
     * @param token of the last change
     * @param by account
     * @return the strategy with its new token
     * @throws OtsException if robots have not solved it, it has mistakes, or it was changed in between
     */
    public StrategyView seal(String id, int number, String token, String by) {
        return frozen(id, number, token, sound(id, number, Strategy.State.SEALED, by));
    }

    /**
     * Takes a version out of use.
     *
     * @param id the strategy
     * @param number the version
     * @param token of the last change
     * @param by account
     * @param reason why
     * @return the strategy with its new token
     * @throws OtsException if it is not in use, or was changed in between
     */
    public StrategyView retire(String id, int number, String token, String by, String reason) {
        Move move = new Move(Strategy.State.RETIRED, by, reason, Optional.empty(), Map.of());
        return books.get(id).move(token, number, move);
    }

    /** A move of a version that has no mistakes now, with the hashes of what it was checked against. */
    private Move sound(String id, int number, Strategy.State to, String by) {
        StrategyVersion version = version(id, number);
        String file = id + ".json";
        StrategyCheck.Result result = new StrategyCheck(content).check(file, StrategyWriter.bytes(version.document()));
        if (!result.isSound()) {
            throw notSound(id, number, result);
        }
        return new Move(to, by, "", Optional.empty(), content.pins(version.document()));
    }

    /** What is said when a version has mistakes. */
    static OtsException notSound(String id, int number, StrategyCheck.Result result) {
        return new OtsException(
                StrategyStoreError.NOT_SOUND,
                id,
                number,
                result.findings().size(),
                result.findings().get(0));
    }

    private StrategyView frozen(String id, int number, String token, Move move) {
        StrategyView view = books.get(id).move(token, number, move);
        files.write(view.version(number).orElseThrow());
        return view;
    }

    /** The same strategy with another number and without a state. */
    static Strategy numbered(Strategy strategy, int number) {
        ObjectNode json = StrategyWriter.json(strategy).put("version", number);
        json.remove("state");
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        return StrategyReader.read(strategy.id() + ".json", bytes, Findings.throwing());
    }

    /** Makes everything durable and lets the files go. */
    @Override
    public void close() {
        books.close();
    }
}
