package org.openots.common.error;

/**
 * Mistakes in files and texts that every module reads: JSON, conditions, journals, rubrics. In messages about a file
 * placeholder 0 is the place, {@code file#pointer}.
 */
public enum CommonError implements ErrorCode {
    /** The text is not JSON. Place, line, column, what the parser says. */
    JSON_SYNTAX("OTS-JSON-001"),
    /** A field is written twice. Place, field. */
    JSON_DUPLICATE_FIELD("OTS-JSON-002"),
    /** A number is outside its range. Place, value, rule in both languages. */
    JSON_NUMBER_RANGE("OTS-JSON-003"),
    /** A required field is not there. Place, field. */
    JSON_MISSING_FIELD("OTS-JSON-004"),
    /** A field is not part of the format. Place, field. */
    JSON_UNKNOWN_FIELD("OTS-JSON-005"),
    /** A field is not part of the format, and a known one is close. Place, field, the close one. */
    JSON_MISTYPED_FIELD("OTS-JSON-006"),
    /** A value has the wrong type. Place, what was found, what is needed. */
    JSON_WRONG_TYPE("OTS-JSON-007"),
    /** A word is not one of those allowed. Place, word, allowed words. */
    JSON_NOT_ALLOWED("OTS-JSON-008"),
    /** A text is empty. Place. */
    JSON_BLANK_TEXT("OTS-JSON-009"),
    /** The file is of another format. Place, format found, format needed. */
    JSON_WRONG_FORMAT("OTS-JSON-010"),
    /** The file is of a version this program cannot read. Place, version found, versions known. */
    JSON_WRONG_VERSION("OTS-JSON-011"),
    /** Two things in a list have the same name. Place, name. */
    JSON_DUPLICATE_NAME("OTS-JSON-012"),
    /** A reference leads nowhere. Place, name, what kind of thing. */
    JSON_UNKNOWN_NAME("OTS-JSON-013"),
    /** A reference leads nowhere, and a known name is close. Place, name, kind of thing, the close one. */
    JSON_MISTYPED_NAME("OTS-JSON-014"),
    /** Several mistakes at once. Count, the mistakes one a line. */
    JSON_FINDINGS("OTS-JSON-015"),
    /** A value is no number with a fitting unit. Place, what is wrong with it. */
    JSON_QUANTITY("OTS-JSON-016"),
    /** A value is well-formed but is refused where it is used. Place, the refusal with its code. */
    JSON_REFUSED("OTS-JSON-017"),
    /** A list has too few entries. Place, entries, fewest. */
    JSON_TOO_FEW("OTS-JSON-018"),
    /** A name has characters that are not possible there. Place, name, rule, the name meant or an example. */
    JSON_NAME("OTS-JSON-019"),
    /** A text has one half of a pair of UTF-16 surrogates. Place, the half as an escape. */
    JSON_HALF_CHARACTER("OTS-JSON-020"),
    /** A file is not in UTF-8. Place, line, column. */
    JSON_ENCODING("OTS-JSON-024"),
    /** A line of a file of JSON objects is not JSON. Place, column, what the parser says. */
    JSON_LINE("OTS-JSON-021"),
    /** A line of a file of JSON objects is not in UTF-8. Place. */
    JSON_LINE_ENCODING("OTS-JSON-022"),
    /** A line of a file of JSON objects holds something else. Place, what it is. */
    JSON_LINE_OBJECT("OTS-JSON-023"),
    /** A file cannot be read. File, reason. */
    FILE_UNREADABLE("OTS-FILE-001"),
    /** A file cannot be written. File, reason. */
    FILE_UNWRITABLE("OTS-FILE-002"),
    /** A file cannot be written because the disk is full. File. */
    FILE_DISK_FULL("OTS-FILE-003"),
    /** An expression is not understood. Expression, column, what is there, what is expected. */
    EXPRESSION_SYNTAX("OTS-EXPR-001"),
    /** An expression names a signal that does not exist. Expression, column, name. */
    EXPRESSION_UNKNOWN_SIGNAL("OTS-EXPR-002"),
    /** As before, and a known name is close. Expression, column, name, the close one. */
    EXPRESSION_MISTYPED_SIGNAL("OTS-EXPR-003"),
    /** An expression calls a function that does not exist. Expression, column, name, functions. */
    EXPRESSION_UNKNOWN_FUNCTION("OTS-EXPR-004"),
    /** A number stands where a condition belongs, or the reverse. Expression, column, found, needed. */
    EXPRESSION_TYPE("OTS-EXPR-005"),
    /** An argument of a function breaks its rule. Expression, column, function, rule. */
    EXPRESSION_ARGUMENT("OTS-EXPR-006"),
    /** An expression in a file is wrong. Place, message of the expression. */
    EXPRESSION_IN_FILE("OTS-EXPR-007"),
    /** The end of the last segment is incomplete, as after a crash. Segment, offset, last good sequence. */
    JOURNAL_TORN_TAIL("OTS-JOURNAL-001"),
    /** A record does not match its checksum. Segment, offset, last good sequence. */
    JOURNAL_BROKEN_RECORD("OTS-JOURNAL-002"),
    /** A record does not continue the chain. Segment, offset, last good sequence. */
    JOURNAL_BROKEN_CHAIN("OTS-JOURNAL-003"),
    /** A segment is not there. Segment, offset, last good sequence. */
    JOURNAL_MISSING_SEGMENT("OTS-JOURNAL-004"),
    /** The header of a segment is damaged. Segment, offset, last good sequence. */
    JOURNAL_BROKEN_HEADER("OTS-JOURNAL-005"),
    /** A segment is intact but does not belong here. Segment, offset, last good sequence. */
    JOURNAL_WRONG_SEGMENT("OTS-JOURNAL-006"),
    /** A segment is of a newer version. Segment, offset, last good sequence. */
    JOURNAL_UNKNOWN_VERSION("OTS-JOURNAL-007"),
    /** The file that says which segment is the last is damaged. File, offset, last good sequence. */
    JOURNAL_BROKEN_POINTER("OTS-JOURNAL-008"),
    /** A journal may not be written because it is damaged. Journal, the defect. */
    JOURNAL_DAMAGED("OTS-JOURNAL-009"),
    /** Another owner has taken over. Journal, own epoch, current epoch. */
    JOURNAL_STALE_EPOCH("OTS-JOURNAL-010"),
    /** Another process or store has it open. Journal. */
    JOURNAL_IN_USE("OTS-JOURNAL-011"),
    /** A journal's name is not allowed. Name. */
    JOURNAL_BAD_NAME("OTS-JOURNAL-012"),
    /** An event is too large. Journal, bytes, largest bytes. */
    JOURNAL_TOO_LARGE("OTS-JOURNAL-013"),
    /** The writer or its store is closed, or an earlier write failed. Journal, reason in both languages. */
    JOURNAL_CLOSED("OTS-JOURNAL-014"),
    /** The points of a rubric do not add up. Place, sum, what they must be. */
    RUBRIC_SUM("OTS-RUBRIC-001"),
    /** Steps wait for each other. Place, the steps of the circle. */
    RUBRIC_CIRCLE("OTS-RUBRIC-002"),
    /** A condition can never hold, so the rule never works. Place, condition. */
    RUBRIC_NEVER("OTS-RUBRIC-003"),
    /** A step can never be reached because one before it cannot. Place, step, the one before. */
    RUBRIC_UNREACHABLE("OTS-RUBRIC-004"),
    /** A condition always holds, so the rule says nothing. Place, condition. */
    RUBRIC_ALWAYS("OTS-RUBRIC-005"),
    /** Alternatives have different points. Place, group. */
    RUBRIC_ALTERNATIVES("OTS-RUBRIC-006"),
    /** Nothing in the plant belongs to an operated target. Place, target. */
    RUBRIC_UNKNOWN_TARGET("OTS-RUBRIC-007"),
    /** Neither a file nor a rubric of the suite. Name, tasks of the suite. */
    RUBRIC_NOT_FOUND("OTS-RUBRIC-008"),
    /** A quality item is in another unit than its signal. Place, unit of the item, signal, unit of the signal. */
    RUBRIC_UNIT("OTS-RUBRIC-009"),
    /** A strict predecessor is no direct predecessor, so it never acts. Place, step. */
    RUBRIC_STRICT("OTS-RUBRIC-010"),
    /** A condition can never hold because of the ranges of its signals. Place, condition, the ranges. */
    RUBRIC_OUT_OF_RANGE("OTS-RUBRIC-011"),
    /** A rubric of a rig skill names a signal that a rig does not show. Place, signal. */
    RUBRIC_NOT_ON_RIG("OTS-RUBRIC-012"),
    /** A rubric of a rig skill waits for an operation that nobody sees. Place, target. */
    RUBRIC_UNSEEN_ACTION("OTS-RUBRIC-013"),
    /** A condition of a rig skill holds while no value is known. Place, condition. */
    RUBRIC_HOLDS_UNKNOWN("OTS-RUBRIC-014"),
    /** An answer about a hidden fault that does not exist. Verb, value. */
    RUBRIC_ANSWER("OTS-RUBRIC-015"),
    /** The points of a case do not add up. Place, part, sum, what they must be. */
    RUBRIC_CASE_SUM("OTS-RUBRIC-016"),
    /** A fault of the plant is not offered in the diagnosis, so that the list gives something away. Place, fault. */
    RUBRIC_NOT_OFFERED("OTS-RUBRIC-017"),
    /** A step of the recovery follows nothing, so doing nothing could earn it. Place, step. */
    RUBRIC_FREE_RECOVERY("OTS-RUBRIC-018");

    private final String code;

    CommonError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.common.error.CommonError";
    }
}
