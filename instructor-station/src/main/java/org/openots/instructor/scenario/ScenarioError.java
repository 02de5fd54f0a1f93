package org.openots.instructor.scenario;

import org.openots.instructor.error.HttpRefusal;

/** Mistakes in scenarios and refusals of their library; the sentences are in {@code ScenarioMessages}. */
public enum ScenarioError implements HttpRefusal {
    /** An id that cannot name a folder: place, id. */
    ID_FORM("OTS-SCENARIO-001", 400),
    /** An id of an event of another form: place, id. */
    EVENT_ID_FORM("OTS-SCENARIO-002", 400),
    /** An id twice: place, id. */
    DUPLICATE("OTS-SCENARIO-003", 400),
    /** An end that is not after the begin: place, end, begin. */
    END_BEFORE("OTS-SCENARIO-004", 400),
    /** A task of another plant: place, task, plant. */
    TASK_PLANT("OTS-SCENARIO-005", 400),
    /** A unit of another dimension: place, unit, those that fit. */
    UNIT("OTS-SCENARIO-006", 400),
    /** A text of several lines or too long: place, most characters. */
    LINE("OTS-SCENARIO-007", 400),
    /** A hold without a condition: place. */
    HOLD_ALONE("OTS-SCENARIO-008", 400),
    /** Too many events: place, number, most. */
    MANY("OTS-SCENARIO-009", 400),
    /** A disturbance that goes too far: place, value, unit, low, high. */
    RANGE("OTS-SCENARIO-010", 400),
    /** No scenario with this id: id. */
    UNKNOWN("OTS-SCENARIO-020", 404),
    /** The journal of a scenario cannot be read: id, why. */
    DAMAGED("OTS-SCENARIO-021", 409),
    /** The journal of a scenario cannot be written: id, why. */
    STORAGE("OTS-SCENARIO-022", 503),
    /** No such version: id, version. */
    VERSION_UNKNOWN("OTS-SCENARIO-023", 404),
    /** Somebody else changed it: id, version, who. */
    STALE("OTS-SCENARIO-024", 409),
    /** It has mistakes: id, version, how many, the first. */
    NOT_SOUND("OTS-SCENARIO-025", 409),
    /** An id that differs from another one only in capital letters: id, the other. */
    ID_CASE("OTS-SCENARIO-026", 409),
    /** A scenario for another task or plant: scenario, task. */
    OTHER_TASK("OTS-SCENARIO-027", 409),
    /** A scenario that was put away: id. */
    RETIRED("OTS-SCENARIO-028", 409),
    /** A run at a rig cannot become a scenario: run. */
    MEASURED_RUN("OTS-SCENARIO-029", 409);

    private final String code;
    private final int status;

    ScenarioError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.scenario.ScenarioMessages";
    }

    @Override
    public int status() {
        return status;
    }
}
