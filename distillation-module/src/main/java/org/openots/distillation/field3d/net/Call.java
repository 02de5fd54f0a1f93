package org.openots.distillation.field3d.net;

import org.openots.common.text.LocalText;

/**
 * Somebody said something on the radio.
 *
 * @param time of the model, s
 * @param board whether the board said it, and not the field
 * @param text what is heard
 */
public record Call(double time, boolean board, LocalText text) {}
