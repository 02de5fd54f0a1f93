package org.openots.instructor.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.openots.common.error.OtsException;
import org.openots.hazop.review.ReviewStore;
import org.openots.hazop.task.AttemptStore;
import org.openots.hazop.worksheet.WorksheetStore;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.hazop.DrillTasks;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.hazop.ReviewDesk;
import org.openots.instructor.hazop.StudyArchive;
import org.openots.instructor.hazop.TaskDesk;
import org.openots.instructor.session.JournalFolder;
import org.openots.instructor.skill.SkillDesk;
import org.openots.instructor.skill.SkillError;
import org.openots.instructor.skill.SkillMap;
import org.openots.instructor.store.CountedRuns;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.DatabaseCopy;
import org.openots.instructor.store.LessonPlans;
import org.openots.instructor.store.RunIndex;
import org.openots.simulator.random.SplitMix64;

/**
 * The data of a station, stopped or running, as it is now: database and HAZOP journals are copied, so that an older database can
 * be read and nothing of the station is touched; the journals of runs are read where they are.
 */
public final class StoreCopy implements AutoCloseable {
    private static final String DATABASE = "station.db";
    private static final List<String> FOLDERS =
            List.of("worksheets", "hazop-attempts", "hazop-review", "hazop-studies");

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Database database;
    private final ResultBook book;

    private StoreCopy(Path data, Path copy, StationContent content, Clock clock) {
        open.push(() -> delete(copy));
        this.database = keep(Database.open(copy, clock));
        WorksheetStore sheets = keep(new WorksheetStore(copy.resolve("worksheets"), clock));
        ReviewStore reviews = keep(new ReviewStore(copy.resolve("hazop-review"), clock));
        AttemptStore attempts = keep(new AttemptStore(copy.resolve("hazop-attempts"), clock));
        // without a scorer: what waits for one at the station waits here, too
        HazopContent studies = new HazopContent(content.hazop().studies(), Optional.empty());
        RandomGenerator unused = new SplitMix64(0)::nextLong;
        HazopDesk desk =
                keep(new HazopDesk(studies, sheets, new StudyArchive(copy.resolve("hazop-studies")), clock, unused, 1));
        ReviewDesk review = new ReviewDesk(desk, reviews, clock);
        TaskDesk tasks = new TaskDesk(content.hazop().tasks(), attempts, desk, review, clock, unused);
        SkillDesk skills = new SkillDesk(
                new SkillDesk.Parts(
                        new CountedRuns(database),
                        content.library(),
                        tasks,
                        desk,
                        review,
                        List.of(new DrillTasks(content.library(), new RunIndex(database)), tasks)),
                data.resolve(SkillMap.FOLDER));
        this.book = new ResultBook(database, keep(new JournalFolder(data.resolve("runs"), clock)), skills, tasks);
    }

    /**
     * Copies the data of a station.
     *
     * @param data its data folder
     * @param content what it teaches with
     * @param clock the clock
     * @return the copy, to be closed
     * @throws OtsException if there is no station or it cannot be copied
     */
    public static StoreCopy of(Path data, StationContent content, Clock clock) {
        if (!Files.isRegularFile(data.resolve(DATABASE))) {
            throw new OtsException(SkillError.NO_DATA, data.toString());
        }
        try {
            Path copy = Files.createTempDirectory("openots-results");
            DatabaseCopy.copy(data.resolve(DATABASE), copy.resolve(DATABASE));
            for (String folder : FOLDERS) {
                copy(data.resolve(folder), copy.resolve(folder));
            }
            return new StoreCopy(data, copy, content, clock);
        } catch (IOException e) {
            throw new OtsException(SkillError.COPY, data.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.push(resource);
        return resource;
    }

    /**
     * The results.
     *
     * @return the book
     */
    public ResultBook book() {
        return book;
    }

    /**
     * Lessons of all classes.
     *
     * @return the plans
     */
    public LessonPlans plans() {
        return new LessonPlans(database);
    }

    /** Closes what was opened and removes the copy. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            AutoCloseable resource = open.pop();
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("closing " + resource, e);
            }
        }
    }
}
