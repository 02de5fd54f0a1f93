package org.openots.instructor.people;

import org.openots.instructor.error.HttpRefusal;

/** Refusals about people, their codes, lessons and rights; the sentences are in {@code PeopleMessages}. */
public enum PeopleError implements HttpRefusal {
    /** The account cannot sign in any more: account. */
    ACCOUNT_DISABLED("OTS-PEOPLE-001", 403),
    /** An administrator disables himself or the last one: account. */
    OWN_ACCOUNT("OTS-PEOPLE-002", 409),
    /** Roles that one person must not have one after the other: account, role, role. */
    FORBIDDEN_PAIR("OTS-PEOPLE-003", 409),
    /** Only a student can be treated like this: account, role. */
    NOT_A_STUDENT("OTS-PEOPLE-004", 409),
    /** Nobody is in the class: class. */
    CLASS_EMPTY("OTS-PEOPLE-005", 404),
    /** A code that is wrong, used, revoked or too old. */
    CODE_WRONG("OTS-PEOPLE-010", 401),
    /** A sheet of passwords or codes that is not held any more. */
    SHEET_GONE("OTS-PEOPLE-011", 404),
    /** Somebody else saved the lessons of a class: class. */
    PLAN_STALE("OTS-PEOPLE-020", 409),
    /** A lesson without tasks: which one. */
    LESSON_EMPTY("OTS-PEOPLE-021", 400),
    /** A lesson that ends before it begins: which one, day, day. */
    LESSON_DATES("OTS-PEOPLE-022", 400),
    /** A text that is no day: field, text. */
    DATE_FORM("OTS-PEOPLE-023", 400),
    /** No training strategy in use with this id: id. */
    STRATEGY_UNKNOWN("OTS-PEOPLE-024", 400),
    /** No such page or action: page, action. */
    RIGHT_UNKNOWN("OTS-PEOPLE-030", 404),
    /** A right that nobody can change: page, action, role. */
    RIGHT_FIXED("OTS-PEOPLE-031", 409),
    /** A right that the role can never have: page, action, role. */
    RIGHT_NEVER("OTS-PEOPLE-032", 409),
    /** The file of rights is damaged: why. */
    POLICY_FORM("OTS-PEOPLE-033", 500);

    private final String code;
    private final int status;

    PeopleError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.people.PeopleMessages";
    }

    @Override
    public int status() {
        return status;
    }
}
