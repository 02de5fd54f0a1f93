package org.openots.simulator.plot;

import org.openots.common.text.LocalText;

/**
 * A place to stand and look.
 *
 * @param id name
 * @param text for people
 * @param use what it is for
 * @param eye the place of the eye
 * @param target what is looked at
 */
public record Stand(String id, LocalText text, Use use, Point eye, Point target) {
    /** What it is for. */
    public enum Use {
        /** Where one starts; the first in the list. */
        START,
        /** In the list of places one may jump to. */
        PLACE,
        /** For a picture only; the eye may be in the air. */
        PICTURE
    }
}
