package org.openots.instructor.upkeep;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;

/**
 * What an administrator decides about backups and space; the file {@code upkeep.json}.
 *
 * @param everyMinutes time between two backups
 * @param keep how many backups are kept in each folder
 * @param second another folder every backup is copied to
 * @param warnGigabytes free space below which a warning is shown
 * @param refuseGigabytes free space below which no new run begins
 */
public record UpkeepSettings(
        int everyMinutes, int keep, Optional<Path> second, double warnGigabytes, double refuseGigabytes) {
    /** Name of the file in the data folder. */
    static final String FILE = "upkeep.json";
    /** Fewest and most minutes between two backups. */
    public static final int SHORTEST = 5;

    /** A day. */
    public static final int LONGEST = 1440;
    /** Most backups kept. */
    public static final int MOST_KEPT = 500;
    /** Least free space for a new run, GB: an exam of 60 seats with room to spare. */
    public static final double LEAST = 2;
    /** The largest threshold, GB; above what one would fill. */
    public static final double LARGEST = 1e6;

    private static final String FORMAT = "upkeep-settings";
    private static final String VERSION = "1.0";

    /** Checks what belongs together. */
    public UpkeepSettings {
        if (warnGigabytes < refuseGigabytes) {
            throw new OtsException(UpkeepError.SPACE_ORDER, warnGigabytes, refuseGigabytes);
        }
    }

    /**
     * What is done when nobody decided.
     *
     * @return a backup every half an hour, a day of them kept, no second folder
     */
    public static UpkeepSettings usual() {
        return new UpkeepSettings(30, 48, Optional.empty(), 10, LEAST);
    }

    /**
     * Reads the file of a data folder.
     *
     * @param data the folder
     * @return the settings, the usual ones without a file
     * @throws OtsException if the file has mistakes
     */
    public static UpkeepSettings read(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return usual();
        }
        JsonCursor root = StrictJson.read(file, Findings.throwing());
        root.requireFormat(FORMAT, VERSION);
        UpkeepSettings settings = new UpkeepSettings(
                root.at("everyMinutes").integer(SHORTEST, LONGEST),
                root.at("keep").integer(1, MOST_KEPT),
                root.optional("second").map(field -> Path.of(field.text())),
                root.at("warnGigabytes").between(LEAST, LARGEST),
                root.at("refuseGigabytes").between(LEAST, LARGEST));
        root.finish();
        return settings;
    }

    /**
     * The same with another second folder.
     *
     * @param folder the folder, or none
     * @return the settings
     */
    public UpkeepSettings withSecond(Optional<Path> folder) {
        return new UpkeepSettings(everyMinutes, keep, folder, warnGigabytes, refuseGigabytes);
    }

    /** Writes the file of a data folder, whole or not at all. */
    void write(Path data) {
        ObjectNode node = json();
        node.put("format", FORMAT).put("formatVersion", VERSION);
        try {
            Durable.replace(data.resolve(FILE), node.toPrettyString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FileErrors.unwritable(data.resolve(FILE).toString(), e);
        }
    }

    /**
     * The settings as JSON.
     *
     * @return fields as in the file, without its format
     */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("everyMinutes", everyMinutes).put("keep", keep);
        second.ifPresent(path -> node.put("second", path.toString()));
        return node.put("warnGigabytes", warnGigabytes).put("refuseGigabytes", refuseGigabytes);
    }
}
