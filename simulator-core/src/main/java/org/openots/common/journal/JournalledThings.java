package org.openots.common.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;

/**
 * Things in a folder, a hash-chained journal each. Thread-safe. The journals are the truth: what is in memory is made
 * from them, and a change is acknowledged only after it is on the disk.
 *
 * @param <T> the thing; it must be thread-safe
 */
public final class JournalledThings<T> implements AutoCloseable {
    private final JournalStore journals;
    private final Clock clock;
    private final Supplier<Replay<T>> replays;
    private final Refusals refusals;
    private final Map<String, T> things = new ConcurrentHashMap<>();
    private final Map<String, OtsException> lost;

    /**
     * What is said when a thing cannot be had.
     *
     * @param unknown there is none with this id: id
     * @param damaged its journal cannot be read: id, why
     * @param storage its journal cannot be written: id, why
     */
    public record Refusals(ErrorCode unknown, ErrorCode damaged, ErrorCode storage) {}

    /**
     * Opens the folder and reads what is in it.
     *
     * @param folder created when it does not exist
     * @param clock dates events, for people only
     * @param replays gives a fresh one for each thing that is read
     * @param refusals what is said when a thing cannot be had
     * @throws OtsException if the folder cannot be used
     */
    public JournalledThings(Path folder, Clock clock, Supplier<Replay<T>> replays, Refusals refusals) {
        this.journals = new JournalStore(folder);
        this.clock = clock;
        this.replays = replays;
        this.refusals = refusals;
        Map<String, OtsException> damaged = new LinkedHashMap<>();
        for (String id : journals.names()) {
            try {
                things.put(id, read(id));
            } catch (OtsException e) {
                damaged.put(id, e);
            }
        }
        this.lost = Collections.unmodifiableMap(damaged);
    }

    /**
     * Things that could not be read; the others are not affected.
     *
     * @return why, by id
     */
    public Map<String, OtsException> lost() {
        return lost;
    }

    /**
     * The things that could be read.
     *
     * @return all of them as they are now, in no order
     */
    public Collection<T> all() {
        return Collections.unmodifiableCollection(things.values());
    }

    /**
     * A thing.
     *
     * @param id its id
     * @return the thing
     * @throws OtsException if there is none or it is damaged
     */
    public T get(String id) {
        OtsException damage = lost.get(id);
        if (damage != null) {
            throw damage;
        }
        // one whose disk failed is read again: only the disk knows what became durable
        T thing = things.computeIfAbsent(id, this::readKnown);
        return thing;
    }

    /**
     * Opens a new thing.
     *
     * @param id its id, which must be new
     * @param first the event that opens it
     * @return the thing
     * @throws OtsException if it cannot be made durable
     */
    public T open(String id, JournalEntry first) {
        ThingJournal journal = journal(id);
        journal.create();
        JournalReceipt receipt = journal.durable(journal.append(first));
        Replay<T> replay = replays.get();
        replay.take(first, receipt);
        T thing = replay.thing(journal).orElseThrow();
        things.put(id, thing);
        return thing;
    }

    private T readKnown(String id) {
        if (!journals.names().contains(id)) {
            throw new OtsException(refusals.unknown(), Brief.of(id));
        }
        return read(id);
    }

    private T read(String id) {
        Reading reading = new Reading(replays.get());
        JournalReport report = journals.read(id, reading::take);
        report.damage().ifPresent(defect -> {
            throw new OtsException(refusals.damaged(), id, defect);
        });
        String mistake = reading.mistake;
        if (mistake != null) {
            throw new OtsException(refusals.damaged(), id, mistake);
        }
        return reading.replay.thing(journal(id)).orElseThrow(() -> new OtsException(refusals.damaged(), id, "empty"));
    }

    private ThingJournal journal(String id) {
        return new ThingJournal(id, journals, clock, refusals.storage(), () -> things.remove(id));
    }

    /** Makes everything durable and lets the files go. */
    @Override
    public void close() {
        journals.close();
    }

    /** Takes records until one is wrong; the rest is ignored then. */
    private final class Reading {
        private final Replay<T> replay;
        private @Nullable String mistake;

        Reading(Replay<T> replay) {
            this.replay = replay;
        }

        void take(JournalRecord record) {
            if (mistake != null) {
                return;
            }
            try {
                replay.take(JournalEntry.read(record.payload()), new JournalReceipt(record.sequence(), record.hash()));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                mistake = record.sequence() + ": " + e.getMessage();
            } catch (OtsException e) {
                mistake = record.sequence() + ": " + e.messageIn(Locale.ENGLISH);
            }
        }
    }
}
