package org.openots.hazop.study;

import org.openots.common.text.LocalText;

/**
 * Physics cannot show it.
 *
 * @param reason why, and who judges by what
 */
public record Judgement(LocalText reason) implements ConsequenceProof {}
