package org.openots.instructor.headless;

import org.openots.common.error.ErrorCode;

/** Mistakes in the orders for runs without a station. */
enum HeadlessError implements ErrorCode {
    /** An option is no duration: option, as typed. */
    NOT_A_DURATION("OTS-CLI-001"),
    /** A duration is outside its range: option, as typed, shortest, longest. */
    DURATION_RANGE("OTS-CLI-002"),
    /** Several tasks or none fit a run: plant, initial condition, script, tasks that begin there. */
    TASK_NEEDED("OTS-CLI-003"),
    /** A task begins elsewhere: task, its initial condition, that of the run. */
    TASK_BEGINS_ELSEWHERE("OTS-CLI-004"),
    /** One option needs another: the option, the one it needs. */
    NEEDS_OPTION("OTS-CLI-005"),
    /** An option is no number: option, as typed. */
    NOT_A_NUMBER("OTS-CLI-006"),
    /** A number is out of range: option, value, lowest, highest. */
    NUMBER_RANGE("OTS-CLI-007"),
    /** A step that is none: as typed, inputs that can step. */
    NOT_A_STEP("OTS-CLI-008"),
    /** A robot did not come to its end: robot, step, model time. */
    ROBOT_FAILED("OTS-CLI-009"),
    /** An input steps more than once: its name. */
    STEP_TWICE("OTS-CLI-012"),
    /** A list without entries: option. */
    EMPTY_LIST("OTS-CLI-013"),
    /** A plant has no such story: plant, as typed, its faults. */
    UNKNOWN_STORY("OTS-CLI-010"),
    /** A plant has no such signal: plant, as typed, signals that begin alike. */
    UNKNOWN_TAG("OTS-CLI-011"),
    /** A switch is neither on nor off: option, value. */
    NOT_A_SWITCH("OTS-CLI-014"),
    /** {@code --other} without study or file. Arguments: the text. */
    OTHER_STUDY("OTS-CLI-017"),
    /** A word is none of those an option takes: option, as typed, the words. */
    NOT_A_CHOICE("OTS-CLI-015"),
    /** An answer has the id of an earlier one: id, line of the earlier one. */
    ID_TWICE("OTS-CLI-018"),
    /** An answer lacks a field: field. */
    FIELD_MISSING("OTS-CLI-019"),
    /** A field of an answer is no text: field, kind of value in both languages, value. */
    FIELD_NOT_TEXT("OTS-CLI-020"),
    /** An answer's column is none: as written, the columns. */
    NO_COLUMN("OTS-CLI-021"),
    /** An output would replace an input: option of the output, option of the input, file. */
    SAME_FILE("OTS-CLI-022"),
    /** An option is no time zone: option, as typed. */
    NOT_A_ZONE("OTS-CLI-023"),
    /** An option is no instant: option, as typed. */
    NOT_AN_INSTANT("OTS-CLI-024"),
    /** An option is no date: option, as typed. */
    NOT_A_DATE("OTS-CLI-016"),
    /** An option is no address of a broker: option, as typed. */
    NOT_A_BROKER("OTS-CLI-025"),
    /** None of some options was given, or several: the options. */
    NEEDS_ONE_OF("OTS-CLI-026"),
    /** A folder without audits: folder. */
    NO_AUDIT("OTS-CLI-027"),
    /** A program that this one started ended too early: program, its last words. */
    CHILD_ENDED("OTS-CLI-028"),
    /** Something did not happen in time: whose, what, seconds. */
    CHILD_SILENT("OTS-CLI-029");

    private final String code;

    HeadlessError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.headless.HeadlessMessages";
    }
}
