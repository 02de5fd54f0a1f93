package org.openots.simulator.field;

import org.openots.common.text.LocalText;

/**
 * Something to choose or to inspect in the field.
 *
 * @param id its short name
 * @param text what it is
 * @param required whether it belongs to the right choice; a decoy does not
 */
public record FieldItem(String id, LocalText text, boolean required) {}
