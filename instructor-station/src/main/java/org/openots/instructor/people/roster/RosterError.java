package org.openots.instructor.people.roster;

import org.openots.instructor.error.HttpRefusal;

/** What can be wrong with a list of people; the sentences are in {@code RosterMessages}. */
public enum RosterError implements HttpRefusal {
    /** Nothing in the file: file. */
    FILE_EMPTY("OTS-ROSTER-001", 400),
    /** Too large: file, size, limit. */
    FILE_LARGE("OTS-ROSTER-002", 413),
    /** Neither workbook nor CSV: file. */
    FILE_KIND("OTS-ROSTER-003", 400),
    /** Neither UTF-8 nor GBK: file. */
    FILE_CHARACTERS("OTS-ROSTER-004", 400),
    /** A quotation mark that is not closed: file, line. */
    FILE_QUOTE("OTS-ROSTER-005", 400),
    /** Too many parts in a workbook: file, limit. */
    FILE_PARTS("OTS-ROSTER-006", 400),
    /** Unpacks to too much: file, limit. */
    FILE_BOMB("OTS-ROSTER-007", 400),
    /** Cannot be read: file, why. */
    FILE_DAMAGED("OTS-ROSTER-008", 400),
    /** Wants to read other files: file. */
    FILE_ENTITY("OTS-ROSTER-009", 400),
    /** Has a password: file. */
    FILE_LOCKED("OTS-ROSTER-010", 400),
    /** No headings: sheet, what stands there, what is needed. */
    HEADINGS("OTS-ROSTER-011", 400),
    /** No column of classes, and no class was chosen: sheet. */
    NO_CLASS("OTS-ROSTER-012", 400),
    /** Too many lines: sheet, lines, limit. */
    TOO_MANY("OTS-ROSTER-013", 400),
    /** Nobody below the headings: sheet. */
    NO_PEOPLE("OTS-ROSTER-014", 400),
    /** No such sheet: file, name, those there are. */
    NO_SHEET("OTS-ROSTER-015", 400),
    /** Programs in the file: file. */
    MACROS("OTS-ROSTER-020", 400),
    /** Not the first sheet was read: sheet, all of them. */
    OTHER_SHEET("OTS-ROSTER-021", 400),
    /** The character set that was recognised: file, name. */
    READ_AS("OTS-ROSTER-022", 400),
    /** A cell was cleaned: column, of what, what is left. */
    CLEANED("OTS-ROSTER-023", 400),
    /** Joined cells: area. */
    MERGED("OTS-ROSTER-030", 400),
    /** A formula: its stored value. */
    FORMULA("OTS-ROSTER-031", 400),
    /** A mistake of the spreadsheet: the word. */
    CELL_ERROR("OTS-ROSTER-032", 400),
    /** An empty cell: column. */
    MISSING("OTS-ROSTER-033", 400),
    /** A long number that lost its digits: column, value. */
    SCIENTIFIC("OTS-ROSTER-034", 400),
    /** A student number with other characters: value. */
    ACCOUNT_FORM("OTS-ROSTER-035", 400),
    /** A student number shorter than the others: value, its digits, digits of the others. */
    ZERO_LOST("OTS-ROSTER-036", 400),
    /** In several lines: column, value, the other lines. */
    TWICE("OTS-ROSTER-037", 400),
    /** Two people at a seat: column, value, the other lines. */
    SEAT_TWICE("OTS-ROSTER-038", 400),
    /** Not a name: value, limit. */
    NAME_FORM("OTS-ROSTER-039", 400),
    /** Not a class or seat: column, value, limit. */
    WORD_FORM("OTS-ROSTER-040", 400),
    /** Not a number of a citizen: masked value, length. */
    ID_FORM("OTS-ROSTER-041", 400),
    /** No such day: masked value. */
    ID_BORN("OTS-ROSTER-042", 400),
    /** Wrong check character: masked value. */
    ID_CHECK("OTS-ROSTER-043", 400),
    /** The account belongs to somebody else: account, the other's name, the name in the file. */
    OTHER_PERSON("OTS-ROSTER-044", 409),
    /** The account is not a student's: account. */
    NOT_STUDENT("OTS-ROSTER-045", 409),
    /** The account is disabled: account. */
    DISABLED("OTS-ROSTER-046", 409),
    /** Lines with mistakes, and all were to be imported: how many. */
    NOT_ALL("OTS-ROSTER-050", 409),
    /** Nothing to import. */
    NOTHING_GOOD("OTS-ROSTER-051", 409),
    /** The file is not held any more: id. */
    GONE("OTS-ROSTER-052", 404);

    private final String code;
    private final int status;

    RosterError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.people.roster.RosterMessages";
    }

    @Override
    public int status() {
        return status;
    }
}
