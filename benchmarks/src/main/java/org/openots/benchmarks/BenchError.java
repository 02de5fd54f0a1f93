package org.openots.benchmarks;

import org.openots.common.error.ErrorCode;

/** What can be wrong with a benchmark's command line or tools. */
public enum BenchError implements ErrorCode {
    /** No compiler, or no SUNDIALS. */
    NO_CVODE("OTS-BENCH-001"),
    /** CVODE gave up. */
    CVODE_FAILED("OTS-BENCH-002"),
    /** A change of an input that cannot be read. */
    BAD_CHANGE("OTS-BENCH-003"),
    /** A number out of range. */
    BAD_SECONDS("OTS-BENCH-004"),
    /** An option out of range: option, value, low, high. */
    BAD_OPTION("OTS-BENCH-005"),
    /** A plant without a task: id. */
    NO_PLANT("OTS-BENCH-006"),
    /** The station did not start: what it said. */
    NO_STATION("OTS-BENCH-007"),
    /** The station refused what the robots need: what, status, answer. */
    STATION_REFUSED("OTS-BENCH-008"),
    /** The folder holds a station's data already: folder. */
    FOLDER_IN_USE("OTS-BENCH-009");

    private final String code;

    BenchError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.benchmarks.BenchMessages";
    }
}
