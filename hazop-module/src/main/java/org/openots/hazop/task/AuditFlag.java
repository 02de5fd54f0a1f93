package org.openots.hazop.task;

import org.openots.common.text.LocalText;

/**
 * A rule that a worksheet breaks.
 *
 * @param deviation the deviation
 * @param line id of the line, or of the cause
 * @param rule the rule
 * @param text what is wrong with which value, and what to do
 */
public record AuditFlag(String deviation, String line, AuditRule rule, LocalText text) {}
