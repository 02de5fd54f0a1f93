package org.openots.instructor.hazop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.NameForm;
import org.openots.common.text.Brief;
import org.openots.hazop.study.StudyFile;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.OfferedStudy;
import org.openots.instructor.error.StationError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Studies that instructors brought to this station: drafts, and those that the class can use. Each is a file, in the folder
 * of its state. Thread-safe.
 */
public final class OwnStudies {
    private static final Logger LOG = LoggerFactory.getLogger(OwnStudies.class);
    private static final String ENDING = ".json";

    private final Path folder;
    private final List<String> shipped;

    /**
     * Opens the studies.
     *
     * @param folder their folder; made with the first one
     * @param content the studies of the suite, whose ids cannot be taken
     */
    public OwnStudies(Path folder, HazopContent content) {
        this.folder = folder;
        this.shipped = content.studies().stream().map(one -> one.study().id()).toList();
    }

    /** What becomes of a study. */
    public enum State {
        /** Only instructors see it. */
        DRAFT,
        /** The class can open worksheets on it. */
        OFFERED;

        /**
         * The word on the wire.
         *
         * @return for example {@code draft}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A study.
     *
     * @param state what becomes of it
     * @param study the study
     */
    public record Own(State state, OfferedStudy study) {}

    /**
     * All of them.
     *
     * @return those in use first, each kind in the order of ids; the log names files that are wrong
     */
    public synchronized List<Own> all() {
        List<Own> all = new ArrayList<>();
        for (State state : List.of(State.OFFERED, State.DRAFT)) {
            Path files = folder.resolve(state.word());
            if (!Files.isDirectory(files)) {
                continue;
            }
            try (Stream<Path> found = Files.list(files)) {
                found.filter(file -> file.toString().endsWith(ENDING))
                        .sorted()
                        .forEach(file -> read(file).ifPresent(study -> all.add(new Own(state, study))));
            } catch (IOException e) {
                throw FileErrors.unreadable(files.toString(), e);
            }
        }
        return all;
    }

    /** A file that somebody damaged must not keep the station from starting. */
    private static Optional<OfferedStudy> read(Path file) {
        try {
            return Optional.of(OfferedStudy.of(StudyFile.named(file.toString())));
        } catch (OtsException e) {
            LOG.error("study {} cannot be read", file, e);
            return Optional.empty();
        }
    }

    /**
     * The studies that the class can use.
     *
     * @return in the order of ids
     */
    public List<OfferedStudy> offered() {
        return all().stream()
                .filter(own -> own.state() == State.OFFERED)
                .map(Own::study)
                .toList();
    }

    /**
     * Finds one.
     *
     * @param id its id
     * @return the study
     * @throws OtsException if there is none
     */
    public Own find(String id) {
        return all().stream()
                .filter(own -> own.study().study().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new OtsException(StationError.STUDY_UNKNOWN, Brief.of(id)));
    }

    /**
     * Checks an id for a new study.
     *
     * @param id the id
     * @throws OtsException if it cannot be one, or a study of the suite has it
     */
    public void check(String id) {
        if (!NameForm.FILE.fits(id)) {
            throw new OtsException(StationError.STUDY_ID_FORM, Brief.of(id));
        }
        if (shipped.contains(id)) {
            throw new OtsException(StationError.STUDY_ID_TAKEN, id);
        }
    }

    /**
     * Keeps a study in the place of one with the same id.
     *
     * @param file its file
     * @param state what becomes of it
     * @return the study
     * @throws OtsException if its id cannot be taken, or the file cannot be written
     */
    public synchronized OfferedStudy keep(StudyFile file, State state) {
        OfferedStudy study = OfferedStudy.of(file);
        String id = study.study().id();
        check(id);
        KeptFile.replace(path(id, state), file.json());
        remove(path(id, state == State.DRAFT ? State.OFFERED : State.DRAFT));
        return study;
    }

    /**
     * Gives a study to the class, or takes it back; worksheets that are open on it stay.
     *
     * @param id its id
     * @param state what becomes of it
     * @throws OtsException if there is none
     */
    public synchronized void move(String id, State state) {
        keep(find(id).study().file(), state);
    }

    /**
     * Removes a draft.
     *
     * @param id its id
     * @throws OtsException if there is none, or the class uses it
     */
    public synchronized void delete(String id) {
        if (find(id).state() == State.OFFERED) {
            throw new OtsException(StationError.STUDY_IN_USE, id);
        }
        remove(path(id, State.DRAFT));
    }

    private Path path(String id, State state) {
        return folder.resolve(state.word()).resolve(id + ENDING);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileErrors.unwritable(file.toString(), e);
        }
    }

    /**
     * The state a word stands for.
     *
     * @param word the word on the wire
     * @return the state; nothing for another word
     */
    public static Optional<State> state(String word) {
        return Stream.of(State.values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
