package org.openots.dcs.frame;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One scan of a rig.
 *
 * @param boot id of the sender's journal, new at each start of the sender
 * @param seq number of the frame, from 0, one more with each frame of the boot
 * @param time when it was measured by the sender's clock, UTC in ms
 * @param entries the values
 * @param historical whether it was asked for later and is no live frame
 */
public record Frame(String boot, long seq, long time, List<Entry> entries, boolean historical) {
    /** Quality byte of OPC DA for a good value. */
    public static final int GOOD = 192;

    private static final Pattern BOOT = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final int LARGEST_BYTE = 255;

    /** Copies the list and sees that boot and number can be. */
    public Frame {
        if (!isBoot(boot)) {
            throw new IllegalArgumentException("boot " + boot);
        }
        if (seq < 0) {
            throw new IllegalArgumentException("seq " + seq);
        }
        entries = List.copyOf(entries);
    }

    /**
     * Whether a text can name a boot; it is the name of a folder as well.
     *
     * @param text the text
     * @return true if it can
     */
    public static boolean isBoot(String text) {
        return BOOT.matcher(text).matches();
    }

    /**
     * The same frame, sent because it was asked for.
     *
     * @return the frame
     */
    public Frame asHistorical() {
        return new Frame(boot, seq, time, entries, true);
    }

    /**
     * A value of a frame.
     *
     * @param tag the tag's name
     * @param value the value, NaN when there is none
     * @param quality byte of OPC DA
     * @param offset ms to add to the frame's time
     */
    public record Entry(String tag, double value, int quality, long offset) {
        /** Sees that what cannot be calculated with is not called good. */
        public Entry {
            if (tag.isEmpty() || quality < 0 || quality > LARGEST_BYTE) {
                throw new IllegalArgumentException(tag + " " + quality);
            }
            if (!Double.isFinite(value)) {
                value = Double.NaN;
                quality = quality >= GOOD ? 0 : quality;
            }
        }

        /**
         * A good value of the frame's time.
         *
         * @param tag the tag's name
         * @param value the value
         * @return the entry
         */
        public static Entry good(String tag, double value) {
            return new Entry(tag, value, GOOD, 0);
        }
    }
}
