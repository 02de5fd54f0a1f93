package org.openots.instructor.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.instructor.error.StationError;

/** What an account may do; an account has exactly one role. */
public enum Role {
    /** Trains and is examined. */
    STUDENT("学员"),
    /** Leads a class: watches, controls, injects faults. */
    INSTRUCTOR("教师"),
    /** Marks examinations. */
    ASSESSOR("考评员"),
    /** Plans examinations. */
    EXAM_OFFICER("考务员"),
    /** Watches an examination room. */
    INVIGILATOR("监考员"),
    /** Watches that the rules are kept; reads, changes nothing. */
    SUPERVISOR("督导员"),
    /** Connects the school's rig: its broker, its tag map, its write gate. */
    RIG_ENGINEER("装置工程师"),
    /** Keeps accounts and the computer; sees no scores and no papers. */
    ADMIN("管理员");

    private final String zh;

    Role(String zh) {
        this.zh = zh;
    }

    /**
     * Its name for people.
     *
     * @return the name in both languages
     */
    public LocalText text() {
        return new LocalText(zh, word());
    }

    /**
     * The word used on the wire and in the database.
     *
     * @return for example {@code exam-officer}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the word.
     *
     * @param word for example {@code exam-officer}
     * @return the role
     * @throws OtsException if there is no such role
     */
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new OtsException(StationError.ROLE_UNKNOWN, word, String.join(", ", words())));
    }

    /**
     * All words.
     *
     * @return the words in declaration order
     */
    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }
}
