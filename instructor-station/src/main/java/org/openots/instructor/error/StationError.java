package org.openots.instructor.error;

/** The mistakes and refusals that users of the station can meet; the sentences are in {@code StationMessages}. */
public enum StationError implements HttpRefusal {
    /** No run with this id. */
    RUN_UNKNOWN("OTS-RUN-001", 404),
    /** The run is closed and takes no more operations. */
    RUN_CLOSED("OTS-RUN-002", 409),
    /** The run is frozen or held; an operation would have no effect. */
    RUN_NOT_RUNNING("OTS-RUN-003", 409),
    /** Too many operations wait for one run. */
    RUN_BUSY("OTS-RUN-004", 429),
    /** The journal could not be written; nothing is acknowledged without it. */
    RUN_STORAGE("OTS-RUN-005", 503),
    /** A student has another unfinished run. */
    RUN_STILL_OPEN("OTS-RUN-006", 409),
    /** The task's rules do not allow this control action. */
    CONTROL_NOT_ALLOWED("OTS-RUN-007", 403),
    /** A control value is outside its range. */
    CONTROL_VALUE("OTS-RUN-008", 400),
    /** The run was recorded with another engine version and cannot be continued bit for bit. */
    ENGINE_VERSION("OTS-RUN-009", 409),
    /** The task's time is used up. */
    RUN_TIME_UP("OTS-RUN-010", 409),
    /** The engine stopped with a defect; the journal keeps everything up to it. */
    RUN_FAILED("OTS-RUN-011", 503),
    /** No armed fault with this key. */
    FAULT_KEY_UNKNOWN("OTS-RUN-012", 404),
    /** The task hides the score until the run is closed. */
    SCORE_HIDDEN("OTS-RUN-013", 403),
    /** The plant has no such signal. */
    SIGNAL_UNKNOWN("OTS-RUN-014", 400),
    /** A control action nobody knows. */
    CONTROL_UNKNOWN("OTS-RUN-015", 400),
    /** The journal of a run cannot be read. */
    JOURNAL_DAMAGED("OTS-RUN-016", 409),
    /** The operation was cut off by a rewind or by closing the run. */
    RUN_INTERRUPTED("OTS-RUN-017", 409),
    /** A replay does not end in the recorded state. */
    REPLAY_DIFFERS("OTS-RUN-018", 409),
    /** The journal of a run has another format or version than this program reads. */
    JOURNAL_VERSION("OTS-RUN-019", 409),
    /** The run was recorded with another state of the plant pack. */
    PACK_VERSION("OTS-RUN-020", 409),
    /** The run was scored by another version of the rubric. */
    RUBRIC_VERSION("OTS-RUN-021", 409),
    /** There is no journal of a run in a folder. */
    NO_JOURNAL("OTS-RUN-022", 404),
    /** The run is not closed, so nothing is recorded that a replay could be compared with. */
    RUN_NOT_CLOSED("OTS-RUN-023", 409),
    /** The rubric is for another plant than the run. */
    RUBRIC_OF_OTHER_PLANT("OTS-RUN-024", 400),
    /** The instructor froze the run; its owner may not go on. */
    FROZEN_BY_OTHER("OTS-RUN-025", 409),
    /** A client's id was used for two operations. */
    CID_REUSED("OTS-RUN-026", 409),
    /** The trainee of an examination may not see it again in the field: run, task. */
    FIELD_HIDDEN("OTS-RUN-027", 403),
    /** A run is to be seen at a time it has not reached: run, s, s. */
    SEEK_TIME("OTS-RUN-028", 400),
    /** The past of a rig cannot be gone on from: run. */
    RIG_BRANCH("OTS-RUN-029", 409),
    /** The task's rules do not let its trainee look back or branch: task. */
    BACK_NOT_ALLOWED("OTS-RUN-030", 403),
    /** An instructor's hand reaches only what stands in the field: target. */
    NOT_IN_FIELD("OTS-RUN-032", 400),
    /** So many branches of one account are open: number. */
    BRANCH_LIMIT("OTS-RUN-031", 409),
    /** A field that is no date and time: field, text. */
    FIELD_NOT_TIME("OTS-WEB-030", 400),
    /** A run of an exam is operated by its candidate alone and controlled by the station alone: run, who. */
    EXAM_RUN("OTS-RUN-033", 403),
    /** No plant with this id. */
    PLANT_UNKNOWN("OTS-CAT-001", 404),
    /** No task with this id. */
    TASK_UNKNOWN("OTS-CAT-002", 404),
    /** No study with this id. */
    STUDY_UNKNOWN("OTS-CAT-003", 404),
    /** The study does not offer this part of it at this level. */
    SCOPE_UNKNOWN("OTS-CAT-004", 400),
    /** A task that is not submitted asks for what the file would tell. */
    STUDY_ASKED("OTS-CAT-005", 409),
    /** A workbook that was uploaded is not held any more: id. */
    UPLOAD_GONE("OTS-CAT-006", 404),
    /** A study of the suite has the id: id. */
    STUDY_ID_TAKEN("OTS-CAT-007", 409),
    /** A text that cannot be the id of a study or a column profile: the text. */
    STUDY_ID_FORM("OTS-CAT-008", 400),
    /** A study cannot be deleted while the class can use it: id. */
    STUDY_IN_USE("OTS-CAT-009", 409),
    /** A column was chosen whose heading is empty: column, cell. */
    HEADING_EMPTY("OTS-CAT-010", 400),
    /** A report with scores was asked for before they are released: worksheet. */
    NOT_RELEASED("OTS-CAT-011", 409),
    /** Account and password do not match. */
    WRONG_PASSWORD("OTS-AUTH-001", 401),
    /** The account is locked for a while. */
    ACCOUNT_LOCKED("OTS-AUTH-002", 429),
    /** Too many failed sign-ins from one address. */
    TOO_MANY_TRIES("OTS-AUTH-003", 429),
    /** The request carries no valid session. */
    NOT_SIGNED_IN("OTS-AUTH-004", 401),
    /** The role may not do this. */
    ROLE_NOT_ALLOWED("OTS-AUTH-005", 403),
    /** The run belongs to somebody else. */
    NOT_OWNER("OTS-AUTH-006", 403),
    /** No such ticket of a field station. */
    FIELD_TICKET("OTS-AUTH-010", 401),
    /** The worksheet belongs to somebody else. */
    NOT_SHEET_OWNER("OTS-AUTH-009", 403),
    /** The request comes from a page of another site. */
    FOREIGN_ORIGIN("OTS-AUTH-007", 403),
    /** A password that is too short or too long. */
    PASSWORD_FORM("OTS-AUTH-008", 400),
    /** The body is not JSON. */
    BAD_JSON("OTS-WEB-001", 400),
    /** The content type is not JSON. */
    NOT_JSON("OTS-WEB-002", 415),
    /** A field nobody knows. */
    UNKNOWN_FIELD("OTS-WEB-003", 400),
    /** A required field is missing. */
    MISSING_FIELD("OTS-WEB-004", 400),
    /** A field must be a text. */
    FIELD_NOT_TEXT("OTS-WEB-005", 400),
    /** A field must be a finite number. */
    FIELD_NOT_NUMBER("OTS-WEB-006", 400),
    /** A text field is too short or too long. */
    FIELD_LENGTH("OTS-WEB-011", 400),
    /** A number field is outside its range. */
    FIELD_RANGE("OTS-WEB-012", 400),
    /** A field must be one of a few words. */
    FIELD_CHOICE("OTS-WEB-013", 400),
    /** A field must be a list. */
    FIELD_NOT_LIST("OTS-WEB-014", 400),
    /** The request is too large. */
    TOO_LARGE("OTS-WEB-007", 413),
    /** More requests than a person can make: account, most each second. */
    TOO_FAST("OTS-WEB-016", 429),
    /** Nothing lives at this path. */
    NOT_FOUND("OTS-WEB-008", 404),
    /** The archive of the field station is not beside the station's jar. */
    NO_FIELD_PACKAGE("OTS-WEB-015", 404),
    /** A request the web server refused before it reached a handler. */
    REQUEST_REFUSED("OTS-WEB-009", 400),
    /** A defect of ours; the number finds it in the log. */
    INTERNAL("OTS-WEB-010", 500),
    /** The account name is in use. */
    ACCOUNT_TAKEN("OTS-USER-001", 409),
    /** A run on a rig is wanted and none is connected. */
    NO_RIG("OTS-RIG-001", 409),
    /** Somebody wants to stop, hurry or turn back the time of a real plant. */
    RIG_TIME("OTS-RIG-002", 409),
    /** A real plant is told to have a fault as if it were a simulated one. */
    RIG_FAULT("OTS-RIG-003", 409),
    /** A journal has readings of a rig in a run of a simulated plant. */
    NOT_MEASURED("OTS-RIG-004", 400),
    /** Nobody listens to a broker now. */
    NO_PROBE("OTS-RIG-005", 404),
    /** The virtual rig did not start. */
    VIRTUAL_RIG("OTS-RIG-006", 500),
    /** A virtual rig is wanted without what it needs. */
    VIRTUAL_RIG_PARTS("OTS-RIG-007", 400),
    /** Something is to be written to a rig, and its write gate is off. */
    NO_GATE("OTS-RIG-008", 409),
    /** The key of a real rig is turned at the rig. */
    REAL_KEY("OTS-RIG-009", 409),
    /** There is no digital twin now. */
    TWIN_ABSENT("OTS-TWIN-101", 409),
    /** The twin has no such output. */
    TWIN_OUTPUT("OTS-TWIN-102", 404),
    /** There is no saved calibration to go back to. */
    TWIN_NOT_SAVED("OTS-TWIN-103", 409),
    /** A defect of ours in the twin. */
    TWIN_STOPPED("OTS-TWIN-104", 500),
    /** Somebody else saved the tag map meanwhile. */
    MAP_CHANGED("OTS-RIG-010", 409),
    /** The browser would lose settings of the bridge that only the file has. */
    BRIDGE_BY_FILE("OTS-RIG-011", 409),
    /** No map is or was tried. */
    NO_TRIAL("OTS-RIG-012", 404),
    /** The bridge is not set up, so it has no broker. */
    NO_BROKER("OTS-RIG-013", 409),
    /** A map with so many mistakes is not put to use. */
    MAP_MISTAKES("OTS-RIG-014", 400),
    /** The field station has not said lately where its operator stands: target, seconds. */
    FIELD_NOWHERE("OTS-FIELD-301", 409),
    /** The operator stands too far off: target, distance and limit in m. */
    FIELD_TOO_FAR("OTS-FIELD-302", 409),
    /** No protective equipment was put on yet: target. */
    FIELD_UNEQUIPPED("OTS-FIELD-303", 409),
    /** The plant has no plot plan, so there is no field station for it: plant. */
    FIELD_NO_PLOT("OTS-FIELD-304", 404),
    /** No such account. */
    ACCOUNT_UNKNOWN("OTS-USER-002", 404),
    /** The account name breaks the rule. */
    ACCOUNT_FORM("OTS-USER-003", 400),
    /** No such role. */
    ROLE_UNKNOWN("OTS-USER-004", 400),
    /** The database refused a change. */
    STORE_FAILED("OTS-STORE-001", 503),
    /** The data folder cannot be used. */
    DATA_FOLDER("OTS-STORE-002", 400),
    /** Another station works in the data folder. */
    FOLDER_IN_USE("OTS-STORE-003", 400),
    /** No plant content on the class path. */
    NO_CONTENT("OTS-APP-001", 500),
    /** The address or port cannot be bound. */
    PORT_TAKEN("OTS-APP-002", 400);

    private final String code;
    private final int status;

    StationError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.error.StationMessages";
    }

    @Override
    public int status() {
        return status;
    }
}
