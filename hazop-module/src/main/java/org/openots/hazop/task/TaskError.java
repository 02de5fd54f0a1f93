package org.openots.hazop.task;

import org.openots.common.error.KindedError;

/** Mistakes in files of tasks, and refusals while a task is worked on; the sentences are in {@code TaskMessages}. */
public enum TaskError implements KindedError {
    /** A question that earns without being answered rightly: place, why. */
    CHEAP_QUESTION("OTS-TASK-001", Kind.FILE),
    /** A key that its own question does not offer: place, key. */
    KEY_UNKNOWN("OTS-TASK-002", Kind.FILE),
    /** The bank cannot give what a task draws: place, area, level, wanted, there. */
    BANK_TOO_SMALL("OTS-TASK-003", Kind.FILE),
    /** A key item is in the wrong list: place, item, deviation, column. */
    ITEM_PLACE("OTS-TASK-004", Kind.FILE),
    /** A task without questions and without a worksheet: place, task. */
    EMPTY_TASK("OTS-TASK-005", Kind.FILE),
    /** A deviation of a worksheet that is in none of its nodes: place, deviation, nodes. */
    DEVIATION_NODE("OTS-TASK-006", Kind.FILE),
    /** A kind of question nobody knows: place, kind, known kinds. */
    KIND_UNKNOWN("OTS-TASK-007", Kind.FILE),
    /** Neither a file of tasks nor one of items: place, format, known formats. */
    FORMAT_UNKNOWN("OTS-TASK-008", Kind.FILE),
    /** No files of tasks at a path: path. */
    NO_FILES("OTS-TASK-009", Kind.FILE),
    /** No task with this id. */
    TASK_UNKNOWN("OTS-TASK-020", Kind.UNKNOWN),
    /** No attempt with this id. */
    ATTEMPT_UNKNOWN("OTS-TASK-021", Kind.UNKNOWN),
    /** The attempt has no such question. */
    QUESTION_UNKNOWN("OTS-TASK-022", Kind.FORM),
    /** Words that are no answer to the question. */
    ANSWER_FORM("OTS-TASK-023", Kind.FORM),
    /** An id that breaks the rule. */
    EDIT_FORM("OTS-TASK-024", Kind.FORM),
    /** The attempt is submitted. */
    SUBMITTED("OTS-TASK-025", Kind.STATE),
    /** The question was checked and its answer is shown. */
    CHECKED("OTS-TASK-026", Kind.STATE),
    /** Questions are checked one by one only at the junior level. */
    NOT_JUNIOR("OTS-TASK-027", Kind.STATE),
    /** Nothing is answered yet. */
    NOT_ANSWERED("OTS-TASK-028", Kind.STATE),
    /** The worksheet of the task is not handed in. */
    SHEET_OPEN("OTS-TASK-029", Kind.STATE),
    /** The task has another version than when the attempt was opened. */
    TASK_CHANGED("OTS-TASK-030", Kind.STATE),
    /** Only a submitted attempt can be released. */
    NOT_SUBMITTED("OTS-TASK-031", Kind.STATE),
    /** Too many changes in one attempt. */
    EDITS_LIMIT("OTS-TASK-032", Kind.STATE),
    /** The worksheet is open and would tell the answer. */
    BEFORE_SHEET("OTS-TASK-035", Kind.STATE),
    /** The task has no worksheet. */
    NO_SHEET("OTS-TASK-036", Kind.STATE),
    /** The journal of an attempt cannot be read. */
    ATTEMPT_DAMAGED("OTS-TASK-033", Kind.STORAGE),
    /** The journal could not be written; nothing was acknowledged. */
    ATTEMPT_STORAGE("OTS-TASK-034", Kind.STORAGE);

    private final String code;
    private final Kind kind;

    TaskError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.hazop.task.TaskMessages";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
