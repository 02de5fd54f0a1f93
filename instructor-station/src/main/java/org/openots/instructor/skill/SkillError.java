package org.openots.instructor.skill;

import org.openots.instructor.error.HttpRefusal;

/** Mistakes in files about skills and refusals; the sentences are in {@code SkillMessages}. */
public enum SkillError implements HttpRefusal {
    /** A code or id of another form: place, id, form. */
    ID_FORM("OTS-SKILL-001", 400),
    /** An id twice: place, id. */
    DUPLICATE("OTS-SKILL-002", 400),
    /** A list with nothing in it: place. */
    EMPTY("OTS-SKILL-003", 400),
    /** Functions that wait for each other: place, id. */
    CIRCLE("OTS-SKILL-004", 400),
    /** An item that the task does not have: place, item, task, those there are. */
    ITEM_UNKNOWN("OTS-SKILL-005", 400),
    /** A star elsewhere than in front or behind: place, item. */
    ITEM_FORM("OTS-SKILL-006", 400),
    /** A file that cannot be read: place, why. */
    UNREADABLE("OTS-SKILL-007", 400),
    /** No such certificate: id, those there are. */
    CERTIFICATE_UNKNOWN("OTS-SKILL-008", 404),
    /** No such class: id. */
    CLASS_UNKNOWN("OTS-SKILL-009", 404),
    /** No such lesson in the plan of a class: number, class, how many. */
    LESSON_UNKNOWN("OTS-SKILL-010", 404),
    /** A day that is none: name, value. */
    DATE_FORM("OTS-SKILL-011", 400),
    /** A base for names that is no IRI: value. */
    BASE_FORM("OTS-SKILL-012", 400),
    /** A data folder without a database: folder. */
    NO_DATA("OTS-SKILL-013", 400),
    /** A data folder that cannot be copied: folder, why. */
    COPY("OTS-SKILL-014", 503),
    /** A last day before the first: first, last. */
    DATES("OTS-SKILL-015", 400);

    private final String code;
    private final int status;

    SkillError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.skill.SkillMessages";
    }

    @Override
    public int status() {
        return status;
    }
}
