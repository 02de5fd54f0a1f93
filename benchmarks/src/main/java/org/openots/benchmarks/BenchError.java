package org.openots.benchmarks;

import org.openots.common.error.ErrorCode;

/** What can be wrong with a benchmark's command line or tools. */
enum BenchError implements ErrorCode {
    /** No compiler, or no SUNDIALS. */
    NO_CVODE("OTS-BENCH-001"),
    /** CVODE gave up. */
    CVODE_FAILED("OTS-BENCH-002"),
    /** A change of an input that cannot be read. */
    BAD_CHANGE("OTS-BENCH-003"),
    /** A number out of range. */
    BAD_SECONDS("OTS-BENCH-004");

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
