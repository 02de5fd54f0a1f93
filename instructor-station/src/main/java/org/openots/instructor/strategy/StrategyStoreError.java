package org.openots.instructor.strategy;

import org.openots.instructor.error.HttpRefusal;

/** Refusals of the store of strategies; the sentences are in {@code StrategyStoreMessages}. */
public enum StrategyStoreError implements HttpRefusal {
    /** No strategy with this id: id. */
    UNKNOWN("OTS-STRATEGY-060", 404),
    /** The journal of a strategy cannot be read: id, why. */
    DAMAGED("OTS-STRATEGY-061", 409),
    /** The journal of a strategy cannot be written: id, why. */
    STORAGE("OTS-STRATEGY-062", 503),
    /** No such version: id, version. */
    VERSION_UNKNOWN("OTS-STRATEGY-063", 404),
    /** Somebody else changed it: id, version, who. */
    STALE("OTS-STRATEGY-064", 409),
    /** Another kind: id, its kind. */
    KIND("OTS-STRATEGY-065", 409),
    /** A transition that is not there: id, version, state, wanted. */
    STATE("OTS-STRATEGY-066", 409),
    /** The editor reviews: id, version, who. */
    FOUR_EYES("OTS-STRATEGY-067", 403),
    /** A dry run that did not pass or is of other content: id, version. */
    DRY_RUN("OTS-STRATEGY-068", 409),
    /** It has mistakes: id, version, how many, the first. */
    NOT_SOUND("OTS-STRATEGY-069", 409),
    /** The file of a version was changed: file, hash. */
    FILE_CHANGED("OTS-STRATEGY-070", 409),
    /** An id that differs from another one only in capital letters: id, the other. */
    ID_CASE("OTS-STRATEGY-071", 409),
    /** A task that the strategies of a class do not have: task, class. */
    NOT_OFFERED("OTS-STRATEGY-072", 403);

    private final String code;
    private final int status;

    StrategyStoreError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.strategy.StrategyStoreMessages";
    }

    @Override
    public int status() {
        return status;
    }
}
