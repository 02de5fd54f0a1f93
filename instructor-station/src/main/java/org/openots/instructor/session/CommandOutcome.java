package org.openots.instructor.session;

import org.openots.common.text.LocalText;

/**
 * What became of an operation. By then it is durable in the journal and its tick is done.
 *
 * @param saved journal sequence under which it is durable
 * @param tick tick at whose start it took effect
 * @param applied false when the plant refused it
 * @param code code of the refusal; empty when applied
 * @param text what happened, for people
 */
public record CommandOutcome(long saved, long tick, boolean applied, String code, LocalText text) {}
