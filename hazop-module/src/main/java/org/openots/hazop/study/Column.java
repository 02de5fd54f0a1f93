package org.openots.hazop.study;

/** The columns of the worksheet that hold key items, with the words of the answer files. */
public enum Column {
    /** What makes the deviation. */
    CAUSE("cause", "causes"),
    /** What the deviation leads to. */
    CONSEQUENCE("consequence", "consequences"),
    /** What exists against it. */
    SAFEGUARD("safeguard", "safeguards"),
    /** What should be added. */
    RECOMMENDATION("recommendation", "recommendations");

    private final String word;
    private final String field;

    Column(String word, String field) {
        this.word = word;
        this.field = field;
    }

    /**
     * The word of answer files.
     *
     * @return for example {@code cause}
     */
    public String word() {
        return word;
    }

    /**
     * The field of a deviation that holds its items.
     *
     * @return for example {@code causes}
     */
    public String field() {
        return field;
    }
}
