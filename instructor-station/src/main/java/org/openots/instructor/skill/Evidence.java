package org.openots.instructor.skill;

import java.util.List;

/**
 * What in a task shows a skill.
 *
 * @param skill id of the skill
 * @param items ids of steps, quality items or questions; with {@code *} in front or behind all that end or begin so;
 *     {@code *} alone is the score of the whole task
 */
public record Evidence(String skill, List<String> items) {
    /** The score of the whole task. */
    public static final String WHOLE = "*";

    /** Freezes the list. */
    public Evidence {
        items = List.copyOf(items);
    }

    /**
     * Whether the score of the whole task shows the skill.
     *
     * @return false when single items show it
     */
    public boolean whole() {
        return items.contains(WHOLE);
    }

    /**
     * Whether an item shows the skill.
     *
     * @param item id of the item
     * @return true when one of the names fits
     */
    public boolean shownBy(String item) {
        return items.stream().anyMatch(name -> fits(name, item));
    }

    /**
     * Whether a name of the file fits an item.
     *
     * @param name with {@code *} in front or behind, or neither
     * @param item id of the item
     * @return true when it fits
     */
    public static boolean fits(String name, String item) {
        if (name.startsWith(WHOLE)) {
            return item.endsWith(name.substring(1));
        }
        return name.endsWith(WHOLE) ? item.startsWith(name.substring(0, name.length() - 1)) : item.equals(name);
    }
}
