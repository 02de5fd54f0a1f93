package org.openots.hazop.task;

import org.openots.common.text.LocalText;

/**
 * Something that can be chosen, sorted or paired.
 *
 * @param id its id, unique in its list
 * @param text what is read
 */
public record Labelled(String id, LocalText text) {}
