package org.openots.distillation.field3d.ui;

/** Colours and sizes of the panels; colours 0xRRGGBBAA, sizes px. */
final class Look {
    /** Dark glass of what lies over the picture. */
    static final int GLASS = 0x101B25D6;

    static final int GLASS_EDGE = 0xFFFFFF1C;
    static final int GLASS_RAISED = 0xFFFFFF12;
    static final int VEIL = 0x070D1299;
    static final int ACCENT = 0xF5B81EFF;
    static final int ACCENT_SOFT = 0xF5B81E38;
    static final int WHITE = 0xF4F8FBFF;
    static final int PALE = 0xB9C7D3FF;
    static final int FAINT = 0x8597A6FF;
    static final int GOOD = 0x74D98FFF;
    static final int CAUTION = 0xFFC857FF;
    static final int BAD = 0xFF8470FF;
    static final int SKY = 0x6CB8F0FF;

    /** The light plate of a device. */
    static final int PLATE = 0xF3F6F9FA;

    static final int PLATE_HEAD = 0x1B4A6FFF;
    static final int PLATE_HEAD_LIGHT = 0x2B6C9AFF;
    static final int INK = 0x16242FFF;
    static final int INK_DIM = 0x566676FF;
    static final int RULE = 0xCFD8E0FF;
    static final int WELL = 0xE3E9EEFF;
    static final int INK_GOOD = 0x1F8A4CFF;
    static final int INK_BAD = 0xB3382CFF;
    static final int NOTE = 0xFFF1CCFF;
    static final int NOTE_EDGE = 0xE9C45CFF;
    static final int NOTE_INK = 0x7A5200FF;
    static final int ALARM_NOTE = 0xFCE0DCFF;
    static final int ALARM_EDGE = 0xE08A7EFF;
    static final int LIQUID = 0x3B8FD4FF;
    static final int LIQUID_LIGHT = 0x8CC4F0FF;

    static final int SHADOW = 0x0000000B;

    static final float LARGE = 20;
    static final float TITLE = 17;
    static final float BODY = 14;
    static final float SMALL = 12;

    /** Between a panel and the edge of the picture. */
    static final float MARGIN = 16;

    static final float RADIUS = 8;

    private Look() {}

    /** What a button is for. */
    enum Tone {
        /** To open, to start. */
        GREEN(0x2A8F50FF, 0x1E7340FF),
        /** Everything else. */
        BLUE(0x2F6FA6FF, 0x235884FF),
        /** To shut, to stop. */
        RED(0xB4463AFF, 0x92332AFF),
        /** Not important. */
        GREY(0x667787FF, 0x536371FF),
        /** The one that is expected. */
        YELLOW(0xF5B81EFF, 0xDE9F0AFF),
        /** On dark glass. */
        DARK(0xFFFFFF1A, 0xFFFFFF10),
        /** Cannot be pressed now. */
        IDLE(0xB4BFC8FF, 0xA5B1BBFF);

        final int top;
        final int bottom;

        Tone(int top, int bottom) {
            this.top = top;
            this.bottom = bottom;
        }

        int ink() {
            return this == YELLOW ? 0x2A2000FF : this == IDLE ? 0x56636DFF : WHITE;
        }
    }

    /** The same colour, more or less transparent. */
    static int faded(int colour, double share) {
        int alpha = (int) Math.round((colour & 0xFF) * Math.max(0, Math.min(1, share)));
        return (colour & 0xFFFFFF00) | alpha;
    }
}
