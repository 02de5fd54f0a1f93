package org.openots.instructor.hazop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.CanonicalJson;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.NameForm;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.hazop.plant.StudyCheck;
import org.openots.hazop.report.ColumnProfile;
import org.openots.hazop.report.ColumnProfiles;
import org.openots.hazop.report.SheetOutline;
import org.openots.hazop.report.StudyWorkbook;
import org.openots.hazop.report.WorksheetImport;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.study.RuleError;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyWriter;
import org.openots.instructor.catalog.OfferedStudy;
import org.openots.instructor.error.StationError;

/**
 * Brings worksheets of other tools in, for instructors: a workbook is held while its columns are chosen and what comes of
 * it is looked at, then kept as a study of this station. Thread-safe.
 */
public final class ImportDesk {
    /** What stands for the whole workbook of a study of ours, which needs no columns. */
    public static final String WHOLE = "workbook";

    /** Workbooks held at a time, the last ones: an import takes minutes, and each may have 8 MB. */
    private static final int MOST_UPLOADS = 8;

    private static final int ID_CHANCE = 1 << 24;
    private static final String ENDING = ".json";

    private final HazopDesk desk;
    private final OwnStudies own;
    private final List<OfferedStudy> shipped;
    private final Path profiles;
    private final RandomGenerator random;
    private final Map<String, Upload> uploads = new LinkedHashMap<>();

    /**
     * Makes the desk and offers the studies of this station that the class can use.
     *
     * @param desk where studies are offered; offers those of the suite so far
     * @param own the studies of this station
     * @param profiles folder of its column profiles; made with the first one
     * @param random makes ids
     */
    public ImportDesk(HazopDesk desk, OwnStudies own, Path profiles, RandomGenerator random) {
        this.desk = desk;
        this.own = own;
        this.shipped = desk.content().studies();
        this.profiles = profiles;
        this.random = random;
        offer();
    }

    /**
     * A workbook.
     *
     * @param id its id here
     * @param name the name of its file
     * @param sheets the upper parts of its sheets
     * @param headings by profile, where it finds its headings
     */
    public record Opened(
            String id, String name, List<SheetOutline> sheets, Map<String, SheetOutline.Heading> headings) {}

    private record Upload(String name, byte[] bytes) {}

    /**
     * How a workbook is read.
     *
     * @param profile a profile's name, or {@link #WHOLE}; the base of the words when columns are chosen
     * @param columns columns chosen by hand; nothing when the profile's count
     * @param study id of the study it becomes
     * @param title its title; empty for what the file says
     * @param studied day of the study
     */
    public record Reading(
            String profile, Optional<SheetOutline.Heading> columns, String study, String title, LocalDate studied) {}

    /**
     * What came of a reading.
     *
     * @param study the study; nothing when the workbook has mistakes
     * @param mistakes mistakes in the workbook, each with its cell
     * @param open what is still to be corrected in the study
     */
    public record Result(Optional<StudyFile> study, List<Finding> mistakes, List<Finding> open) {}

    /**
     * A column profile.
     *
     * @param id its id
     * @param title what it is for
     * @param own whether it was made at this station
     */
    public record Profile(String id, LocalText title, boolean own) {}

    /**
     * Holds a workbook.
     *
     * @param name the name of its file
     * @param bytes its content
     * @return the workbook
     * @throws OtsException if it is no workbook
     */
    public Opened open(String name, byte[] bytes) {
        List<SheetOutline> sheets = SheetOutline.of(name, bytes);
        Map<String, SheetOutline.Heading> headings = new LinkedHashMap<>();
        for (Profile profile : profiles()) {
            SheetOutline.heading(name, bytes, profile(profile.id()))
                    .ifPresent(heading -> headings.put(profile.id(), heading));
        }
        String id = String.format(Locale.ROOT, "u%06x", random.nextInt(ID_CHANCE));
        synchronized (uploads) {
            uploads.put(id, new Upload(name, bytes));
            if (uploads.size() > MOST_UPLOADS) {
                uploads.remove(uploads.keySet().iterator().next());
            }
        }
        return new Opened(id, name, sheets, headings);
    }

    private Upload upload(String id) {
        synchronized (uploads) {
            Upload upload = uploads.get(id);
            if (upload == null) {
                throw new OtsException(StationError.UPLOAD_GONE, Brief.of(id));
            }
            return upload;
        }
    }

    /**
     * The column profiles.
     *
     * @return those of the suite, then those of this station
     */
    public synchronized List<Profile> profiles() {
        List<Profile> all = new ArrayList<>();
        ColumnProfiles.SHIPPED.forEach(
                id -> all.add(new Profile(id, ColumnProfiles.named(id).title(), false)));
        if (Files.isDirectory(profiles)) {
            try (Stream<Path> found = Files.list(profiles)) {
                found.filter(file -> file.toString().endsWith(ENDING))
                        .sorted()
                        .map(file -> ColumnProfiles.named(file.toString()))
                        .forEach(one -> all.add(new Profile(one.id(), one.title(), true)));
            } catch (IOException e) {
                throw FileErrors.unreadable(profiles.toString(), e);
            }
        }
        return all;
    }

    private ColumnProfile profile(String id) {
        boolean made = NameForm.FILE.fits(id) && Files.isRegularFile(profiles.resolve(id + ENDING));
        return ColumnProfiles.named(made ? profiles.resolve(id + ENDING).toString() : Brief.of(id));
    }

    /**
     * Keeps the columns that were chosen as a profile, in the place of one of this station with the same id.
     *
     * @param upload id of the workbook
     * @param reading the columns and the profile whose words are used
     * @param id id of the profile
     * @param title what it is for
     * @return the profile
     * @throws OtsException if the id is that of a profile of the suite or no id, or needed columns are missing
     */
    public synchronized Profile keep(String upload, Reading reading, String id, String title) {
        if (!NameForm.FILE.fits(id) || ColumnProfiles.SHIPPED.contains(id) || id.equals(WHOLE)) {
            throw new OtsException(StationError.STUDY_ID_FORM, Brief.of(id));
        }
        byte[] json = CanonicalJson.text(chosen(upload(upload), reading, id, new LocalText(title, title)))
                .getBytes(StandardCharsets.UTF_8);
        ColumnProfile profile = ColumnProfiles.of(id + ENDING, json);
        KeptFile.replace(profiles.resolve(id + ENDING), json);
        return new Profile(id, profile.title(), true);
    }

    private ObjectNode chosen(Upload upload, Reading reading, String id, LocalText title) {
        SheetOutline.Heading heading = reading.columns().orElseThrow();
        Map<ColumnProfile.Field, String> texts = SheetOutline.texts(upload.name(), upload.bytes(), heading);
        texts.forEach((field, text) -> {
            if (text.isEmpty()) {
                String cell =
                        CellReference.convertNumToColString(heading.columns().getOrDefault(field, 0))
                                + (heading.first() + 1);
                throw new OtsException(StationError.HEADING_EMPTY, field.name(), cell);
            }
        });
        String base = ColumnProfiles.SHIPPED.contains(reading.profile())
                ? reading.profile()
                : ColumnProfiles.SHIPPED.get(ColumnProfiles.SHIPPED.size() - 1);
        return ColumnProfiles.derived(base, id, title, heading.count(), texts);
    }

    /**
     * Reads a workbook, without keeping anything.
     *
     * @param upload its id
     * @param reading how
     * @return the study, or its mistakes
     * @throws OtsException if the workbook is not held any more, or the columns make no profile
     */
    public Result read(String upload, Reading reading) {
        own.check(reading.study());
        Upload book = upload(upload);
        Findings findings = Findings.collecting();
        Optional<Study> study;
        if (reading.columns().isEmpty() && reading.profile().equals(WHOLE)) {
            study = StudyWorkbook.read(book.name(), book.bytes(), findings);
        } else {
            ColumnProfile profile = reading.columns().isEmpty()
                    ? profile(reading.profile())
                    : ColumnProfiles.of(
                            book.name(),
                            CanonicalJson.text(chosen(book, reading, "chosen", new LocalText(book.name(), book.name())))
                                    .getBytes(StandardCharsets.UTF_8));
            study = WorksheetImport.read(
                    book.name(),
                    book.bytes(),
                    new WorksheetImport.Order(
                            profile,
                            RiskMatrices.shipped(RiskMatrices.SHIPPED.get(0)),
                            reading.studied(),
                            reading.study()),
                    findings);
        }
        Optional<StudyFile> file =
                study.map(one -> new StudyFile(reading.study() + ENDING, StudyWriter.text(named(one, reading))));
        return new Result(file, findings.all(), file.map(ImportDesk::unfinished).orElse(List.of()));
    }

    /**
     * What is still to be corrected in a study. That its texts are in one language only is not among it: the station shows
     * them in both as they are.
     *
     * @param file its file
     * @return the mistakes {@code hazop check} would name
     */
    public static List<Finding> unfinished(StudyFile file) {
        return StudyCheck.check(List.of(file)).stream()
                .filter(finding -> finding.code() != RuleError.OTHER_LANGUAGE)
                .toList();
    }

    private static Study named(Study study, Reading reading) {
        String title = reading.title().strip();
        return study.named(reading.study(), title.isEmpty() ? study.head().title() : new LocalText(title, title));
    }

    /**
     * Keeps a study in the place of one of this station with the same id.
     *
     * @param file its file
     * @param state what becomes of it
     */
    public synchronized void keep(StudyFile file, OwnStudies.State state) {
        own.keep(file, state);
        offer();
    }

    /**
     * Gives a study to the class, or takes it back.
     *
     * @param id its id
     * @param state what becomes of it
     * @throws OtsException if there is none
     */
    public synchronized void move(String id, OwnStudies.State state) {
        own.move(id, state);
        offer();
    }

    /**
     * The studies of this station.
     *
     * @return the studies
     */
    public OwnStudies own() {
        return own;
    }

    private void offer() {
        desk.offer(Stream.concat(shipped.stream(), own.offered().stream()).toList());
    }
}
