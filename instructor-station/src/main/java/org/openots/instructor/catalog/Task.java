package org.openots.instructor.catalog;

import org.openots.common.text.LocalText;
import org.openots.instructor.session.RunRules;

/**
 * Something a student can be asked to do.
 *
 * @param id for example {@code A-1}
 * @param plant plant id
 * @param title name
 * @param level {@code junior}, {@code intermediate} or {@code senior}
 * @param initialCondition where its runs start
 * @param timeLimitSeconds model time after which a run freezes, seconds; 0 means none
 * @param mode {@code practice}, {@code test} or {@code exam}
 * @param rules what the student may do besides operating
 */
public record Task(
        String id,
        String plant,
        LocalText title,
        String level,
        String initialCondition,
        double timeLimitSeconds,
        String mode,
        RunRules rules) {}
