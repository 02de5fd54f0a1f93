package org.openots.instructor.session;

import org.openots.common.text.LocalText;

/**
 * What became of an operation. By then it is durable in the journal and its tick is done.
 *
 * @param saved its number among the operations of the run; all up to it are durable. Not the sequence of the journal,
 *     which would tell a trainee when a hidden fault is ordered
 * @param tick tick at whose start it took effect
 * @param applied false when the plant refused it
 * @param code code of the refusal; empty when applied
 * @param text what happened, for people
 */
public record CommandOutcome(long saved, long tick, boolean applied, String code, LocalText text) {}
