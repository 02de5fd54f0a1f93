package org.openots.instructor.upkeep;

import org.openots.common.error.ErrorCode;

/**
 * What can be wrong with a station, in plain words with what to do; the sentences are in {@code HealthMessages}. The
 * serious ones stop work or lose something.
 */
public enum HealthProblem implements ErrorCode {
    /** No new run begins: folder, GB left, GB needed. */
    DISK_FULL("OTS-HEALTH-001", true),
    /** Little space is left: folder, GB left, GB of the warning. */
    DISK_LOW("OTS-HEALTH-002", false),
    /** Ticks begin late: 99.9 % in ms, share on time in %. */
    LATE_TICKS("OTS-HEALTH-003", false),
    /** There is no backup yet. */
    NO_BACKUP("OTS-HEALTH-004", false),
    /** The last backup is old: minutes. */
    OLD_BACKUP("OTS-HEALTH-005", true),
    /** The last attempt failed: why. */
    BACKUP_FAILED("OTS-HEALTH-006", true),
    /** The newest backup is not in the second folder: why. */
    SECOND_FAILED("OTS-HEALTH-007", true),
    /** A journal is damaged: which, why. */
    JOURNAL_DAMAGED("OTS-HEALTH-008", true),
    /** Runs that cannot be continued: how many. */
    RUNS_LOST("OTS-HEALTH-009", true),
    /** The program's memory is nearly used up: MB used, MB at most. */
    MEMORY("OTS-HEALTH-010", false);

    private final String code;
    private final boolean serious;

    HealthProblem(String code, boolean serious) {
        this.code = code;
        this.serious = serious;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.upkeep.HealthMessages";
    }

    /**
     * Whether it stops work or loses something.
     *
     * @return false for a warning
     */
    public boolean serious() {
        return serious;
    }
}
