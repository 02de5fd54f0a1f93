package org.openots.distillation.field3d.net;

import org.openots.common.text.LocalText;

/**
 * What became of an operation.
 *
 * @param applied whether the plant took it
 * @param code of the refusal, empty when it was taken
 * @param text for people: why not
 */
public record Outcome(boolean applied, String code, LocalText text) {}
