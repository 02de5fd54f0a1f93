package org.openots.instructor.upkeep;

import org.openots.instructor.error.HttpRefusal;

/** Refusals about space and backups; the sentences are in {@code UpkeepMessages}. */
public enum UpkeepError implements HttpRefusal {
    /** Too little space for another run: folder, free, needed. */
    DISK_FULL("OTS-UPKEEP-001", 507),
    /** A backup could not be made: folder, why. */
    BACKUP_FAILED("OTS-UPKEEP-002", 503),
    /** A folder is no backup: folder, what is missing. */
    NO_BACKUP("OTS-UPKEEP-003", 400),
    /** A file of a backup is missing: backup, file. */
    FILE_MISSING("OTS-UPKEEP-004", 400),
    /** A file of a backup was changed: backup, file, hash in the list, hash of the file. */
    FILE_CHANGED("OTS-UPKEEP-005", 400),
    /** The list of a backup was changed: backup. */
    LIST_CHANGED("OTS-UPKEEP-006", 400),
    /** A file in a backup that its list does not have: backup, file. */
    FILE_SURPLUS("OTS-UPKEEP-007", 400),
    /** The folder to restore to has something in it: folder, what. */
    NOT_EMPTY("OTS-UPKEEP-008", 400),
    /** A place of a file that leads out of its folder: backup, file. */
    FILE_PLACE("OTS-UPKEEP-009", 400),
    /** The second folder is not there: folder. */
    SECOND_ABSENT("OTS-UPKEEP-010", 400),
    /** The second folder is the data folder or in it: folder. */
    SECOND_INSIDE("OTS-UPKEEP-011", 400),
    /** A folder cannot be written: folder, why. */
    FOLDER_READ_ONLY("OTS-UPKEEP-012", 400),
    /** The space for a warning is below that for a refusal: warning, refusal. */
    SPACE_ORDER("OTS-UPKEEP-013", 400),
    /** A station works in the folder to restore to: folder. */
    FOLDER_IN_USE("OTS-UPKEEP-014", 409),
    /** There is nothing to back up in the folder: folder. */
    NO_DATA("OTS-UPKEEP-015", 400);

    private final String code;
    private final int status;

    UpkeepError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.upkeep.UpkeepMessages";
    }

    @Override
    public int status() {
        return status;
    }
}
