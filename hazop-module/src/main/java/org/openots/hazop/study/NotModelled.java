package org.openots.hazop.study;

import org.openots.common.text.LocalText;

/**
 * The simulator cannot play it.
 *
 * @param reason why
 */
public record NotModelled(LocalText reason) implements CauseProof, SafeguardProof {}
