package org.openots.instructor.people.roster;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;

/**
 * The text of a cell without what people cannot see, and what was taken out of it.
 *
 * @param text what is left
 * @param changes what was changed
 */
record CellText(String text, Set<Change> changes) {
    /** What can be corrected without asking. */
    enum Change {
        /** Spaces of any width. */
        SPACES("空格", "spaces"),
        /** Ends of lines. */
        LINES("换行或回车", "line breaks"),
        /** Tabulators. */
        TABS("制表符", "tabs"),
        /** Characters without width. */
        HIDDEN("不可见字符", "hidden characters"),
        /** Digits, letters and signs as wide as Chinese characters. */
        WIDE("全角字符", "full-width characters"),
        /** The x at the end of a number of a citizen. */
        SMALL_X("小写 x", "lower-case x");

        private final String zh;
        private final String en;

        Change(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        LocalText words() {
            return new LocalText(zh, en);
        }
    }

    static CellText of(RosterColumn column, String raw) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        boolean name = column == RosterColumn.NAME;
        StringBuilder out = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> {
            Change change = hidden(c);
            if (change == null) {
                out.appendCodePoint(c);
            } else if (change == Change.SPACES && name) {
                out.append(' ');
            } else {
                changes.add(change);
            }
        });
        String text = out.toString();
        if (name) {
            text = named(text, changes);
        } else {
            String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
            if (!narrow.equals(text)) {
                changes.add(Change.WIDE);
                text = narrow.replace(" ", "");
            }
        }
        if (column == RosterColumn.ID_NUMBER && text.endsWith("x")) {
            changes.add(Change.SMALL_X);
            text = text.toUpperCase(Locale.ROOT);
        }
        return new CellText(text, changes);
    }

    /** A Chinese name has no spaces; others have one between their parts. */
    private static String named(String text, Set<Change> changes) {
        boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
        String kept = chinese ? text.replace(" ", "") : text.strip().replaceAll(" {2,}", " ");
        if (!kept.equals(text)) {
            changes.add(Change.SPACES);
        }
        return kept;
    }

    private static @Nullable Change hidden(int c) {
        return switch (c) {
            case '\n', '\r' -> Change.LINES;
            case '\t' -> Change.TABS;
            case ' ', 0xA0, 0x3000 -> Change.SPACES;
            default -> byType(Character.getType(c));
        };
    }

    private static @Nullable Change byType(int type) {
        if (type == Character.SPACE_SEPARATOR) {
            return Change.SPACES;
        }
        if (type == Character.FORMAT || type == Character.CONTROL) {
            return Change.HIDDEN;
        }
        return null;
    }
}
