package org.openots.instructor.exam;

import org.openots.instructor.error.HttpRefusal;

/** Refusals of exams; the sentences are in {@code ExamMessages}. */
public enum ExamError implements HttpRefusal {
    /** No exam with this id: id. */
    UNKNOWN("OTS-EXAM-001", 404),
    /** Its journal cannot be read: id, why. */
    DAMAGED("OTS-EXAM-002", 409),
    /** Its journal cannot be written: id, why. */
    STORAGE("OTS-EXAM-003", 503),
    /** Not in this phase: exam, phase, what was wanted. */
    PHASE("OTS-EXAM-004", 409),
    /** No candidate of it: account, exam. */
    NO_CANDIDATE("OTS-EXAM-005", 404),
    /** A strategy that is not sealed: id, version. */
    NOT_SEALED("OTS-EXAM-006", 409),
    /** A room that the strategy does not allow: room and seat, strategy, what it allows. */
    SEAT_NOT_ALLOWED("OTS-EXAM-007", 400),
    /** A seat or a candidate twice: which. */
    TWICE("OTS-EXAM-008", 400),
    /** An account that is no student's: account. */
    NOT_STUDENT("OTS-EXAM-009", 400),
    /** A candidate of another exam that is open: account, exam. */
    OTHER_EXAM("OTS-EXAM-010", 409),
    /** The candidate has no exam now. */
    NONE("OTS-EXAM-011", 404),
    /** Too late: minutes late, minutes allowed. */
    LATE("OTS-EXAM-012", 409),
    /** The computer belongs to another candidate: seat. */
    SEAT_TAKEN("OTS-EXAM-013", 409),
    /** A sign-in elsewhere waits for an invigilator: room. */
    HANDOVER("OTS-EXAM-014", 409),
    /** Nobody asks to go on elsewhere: account. */
    NO_HANDOVER("OTS-EXAM-015", 409),
    /** Not at this item any more: wanted, present. */
    ITEM("OTS-EXAM-016", 409),
    /** The last item ends with the exam: number. */
    LAST_ITEM("OTS-EXAM-017", 409),
    /** Handing in before the end: minutes left. */
    EARLY("OTS-EXAM-018", 409),
    /** Not working: account, state. */
    NOT_WORKING("OTS-EXAM-019", 409),
    /** The candidate's time stands. */
    STOPPED("OTS-EXAM-020", 409),
    /** No such grant, or decided already: number. */
    NO_GRANT("OTS-EXAM-021", 409),
    /** The asker decides: who. */
    FOUR_EYES("OTS-EXAM-022", 403),
    /** Work of an exam that is not to be seen now: exam. */
    HIDDEN("OTS-EXAM-023", 403),
    /** Training during an exam: exam. */
    EXAM_LIVE("OTS-EXAM-024", 409),
    /** Results that are not final: exam, how many. */
    NOT_FINAL("OTS-EXAM-025", 409),
    /** Results that were not proved: exam, how many. */
    NOT_PROVED("OTS-EXAM-026", 409),
    /** Candidates are still at it: exam, how many. */
    STILL_WORKING("OTS-EXAM-027", 409),
    /** No seats. */
    NO_SEATS("OTS-EXAM-028", 400),
    /** An item cannot be begun: task, why. */
    ITEM_START("OTS-EXAM-029", 503),
    /** An exam folder that is not complete or was changed: what. */
    FOLDER("OTS-EXAM-030", 409),
    /** Something that is not done in an exam: what. */
    NOT_IN_EXAM("OTS-EXAM-031", 409),
    /** Somebody who sits in an exam is not to be signed out, moved or renamed by others: who, exam. */
    IN_EXAM("OTS-EXAM-032", 409);

    private final String code;
    private final int status;

    ExamError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.exam.ExamMessages";
    }

    @Override
    public int status() {
        return status;
    }
}
