package org.openots.simulator.actuation;

import org.openots.common.text.LocalText;
import org.openots.simulator.signal.Condition;

/**
 * A condition that must hold when a device is started.
 *
 * @param id its short name
 * @param text what it asks for
 * @param rule the condition as written in the pack, shown in refusals
 * @param condition the condition on the signals
 */
public record Permissive(String id, LocalText text, String rule, Condition condition) {}
