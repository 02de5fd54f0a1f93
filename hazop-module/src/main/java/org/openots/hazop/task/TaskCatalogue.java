package org.openots.hazop.task;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.StudyFile;

/** The tasks of the suite, or of other files, with the bank they draw from. Immutable. */
public final class TaskCatalogue {
    /** Bytes of a digest: enough to tell versions of one file apart. */
    private static final int DIGEST_BYTES = 8;

    private final List<TrainingTask> tasks;
    private final List<BankItem> bank;
    private final TaskPlaces places;
    private final String digest;

    private TaskCatalogue(List<TrainingTask> tasks, List<BankItem> bank, TaskPlaces places, String digest) {
        this.tasks = List.copyOf(tasks);
        this.bank = List.copyOf(bank);
        this.places = places;
        this.digest = digest;
    }

    /**
     * The tasks of the suite.
     *
     * @return the catalogue
     * @throws OtsException if a file is wrong
     */
    public static TaskCatalogue shipped() {
        return Shipped.CATALOGUE;
    }

    /** Read once: it takes all studies and half a second, and a station asks for it in several places. */
    private static final class Shipped {
        private static final TaskCatalogue CATALOGUE = read(TaskFile.shipped(), Findings.throwing());

        private Shipped() {}
    }

    /**
     * A catalogue without tasks.
     *
     * @return no task
     */
    public static TaskCatalogue none() {
        return new TaskCatalogue(List.of(), List.of(), new TaskPlaces(), "");
    }

    /**
     * All mistakes of some files; tasks may draw from the items of all of them.
     *
     * @param files tasks and items
     * @return the mistakes, file by file; empty when all are sound
     */
    public static List<Finding> check(List<TaskFile> files) {
        Findings findings = Findings.collecting();
        read(files, findings);
        return findings.all();
    }

    private static TaskCatalogue read(List<TaskFile> files, Findings findings) {
        TaskPlaces places = new TaskPlaces();
        StringBuilder all = new StringBuilder();
        StudyFile.shipped().forEach(file -> all.append(file.text()));
        TaskReader reader = new TaskReader(places);
        List<BankItem> bank = new ArrayList<>();
        List<TaskFile> taskFiles = new ArrayList<>();
        for (TaskFile file : files) {
            all.append(file.text());
            String format = format(file, findings);
            if (format.equals(TaskReader.ITEMS)) {
                bank.addAll(reader.items(file, findings));
            } else if (format.equals(TaskReader.TASKS)) {
                taskFiles.add(file);
            }
        }
        List<TrainingTask> tasks = new ArrayList<>();
        taskFiles.forEach(file -> tasks.addAll(reader.tasks(file, bank, findings)));
        return new TaskCatalogue(tasks, bank, places, digest(all.toString()));
    }

    private static String format(TaskFile file, Findings findings) {
        JsonCursor root = StrictJson.parse(file.shown(), file.json(), findings);
        if (!root.isMap()) {
            return "";
        }
        String format = root.raw().path("format").asText();
        if (!format.equals(TaskReader.TASKS) && !format.equals(TaskReader.ITEMS)) {
            root.report(TaskError.FORMAT_UNKNOWN, format, TaskReader.TASKS + ", " + TaskReader.ITEMS);
        }
        return format;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The tasks.
     *
     * @return all of them, plant by plant
     */
    public List<TrainingTask> tasks() {
        return tasks;
    }

    /**
     * The bank of questions.
     *
     * @return all items
     */
    public List<BankItem> bank() {
        return bank;
    }

    /**
     * Digest of everything a score follows from: tasks, bank and studies.
     *
     * @return hexadecimal digits
     */
    public String digest() {
        return digest;
    }

    /**
     * A task by id.
     *
     * @param id its id
     * @return the task
     * @throws OtsException if there is none
     */
    public TrainingTask task(String id) {
        return find(id).orElseThrow(() -> new OtsException(TaskError.TASK_UNKNOWN, id));
    }

    /**
     * A task by id.
     *
     * @param id its id
     * @return the task, or nothing
     */
    public Optional<TrainingTask> find(String id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /**
     * A task as an attempt has it.
     *
     * @param task the task
     * @param seed of the attempt
     * @return its questions in the order of the seed
     */
    public TaskForm form(TrainingTask task, long seed) {
        return TaskForm.of(task, bank, new Shuffle(seed));
    }

    /**
     * The words of a key item that a task gives away on purpose.
     *
     * @param study id of the study
     * @param item id of the item
     * @return the item's text
     */
    public Optional<LocalText> words(String study, String item) {
        return places.find(study).flatMap(place -> place.item(item)).map(KeyItem::text);
    }
}
