package org.openots.hazop.task;

import java.util.Optional;

/**
 * What an attempt is about; fixed when it is opened.
 *
 * @param id its id
 * @param owner account of the student
 * @param task id of the task
 * @param level level of the task, for when its reasons are shown
 * @param digest digest of tasks, bank and studies, so that a score is never computed with another key unnoticed
 * @param seed draws and orders the questions
 * @param sheet id of a worksheet that is open from the beginning
 * @param opened epoch milliseconds, for people only
 */
public record AttemptHead(
        String id,
        String owner,
        String task,
        TaskLevel level,
        String digest,
        long seed,
        Optional<String> sheet,
        long opened) {}
