package org.openots.distillation.field3d.ui;

/**
 * Where pointer and keyboard are; names of hits, empty for none.
 *
 * @param focus of the keyboard
 * @param hover under the pointer
 * @param pressed held down
 */
public record Pointing(String focus, String hover, String pressed) {
    /** Nowhere. */
    public static final Pointing NOWHERE = new Pointing("", "", "");
}
