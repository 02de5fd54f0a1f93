package org.openots.hazop.task;

import java.util.Locale;

/** Levels of the certificate, and when the reasons for a score are shown at each. */
public enum TaskLevel {
    /** 初级: each question tells at once what is right and why. */
    JUNIOR,
    /** 中级: everything is told once the task is submitted. */
    INTERMEDIATE,
    /** 高级: as in the examination, when a teacher has released the attempt. */
    SENIOR;

    /**
     * The word on the wire and in files.
     *
     * @return for example {@code junior}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
