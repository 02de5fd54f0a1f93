package org.openots.distillation.field3d.ui;

import org.openots.distillation.field3d.state.Hung;
import org.openots.distillation.field3d.ui.Look.Tone;

/** The light plate of a device at the right side of the picture: head, rows, notes, buttons. */
final class Plate {
    static final float WIDTH = 330;
    private static final float HEAD = 44;
    private static final float FOOT = 26;
    private static final float ROW = 24;

    final Pen pen;
    final Situation now;
    private final Box box;
    private float y;

    /** Opens a plate with room for so many px between head and foot. */
    Plate(Pen pen, Screen screen, Situation now, String tag, String title, float room) {
        this.pen = pen;
        this.now = now;
        float tall = HEAD + room + FOOT + 18;
        float top = screen.height() - Look.MARGIN - tall;
        box = pen.area(new Box(screen.width() - Look.MARGIN - WIDTH, top, WIDTH, tall));
        pen.shadow(box, Look.RADIUS);
        pen.fill(box, Look.RADIUS, Look.PLATE);
        Box head = box.row(0, HEAD);
        pen.gradient(head, Look.RADIUS, Look.PLATE_HEAD_LIGHT, Look.PLATE_HEAD);
        pen.fill(head.row(HEAD - Look.RADIUS, Look.RADIUS), 0, Look.PLATE_HEAD);
        pen.fill(new Box(box.x(), box.y() + HEAD, box.width(), 2), 0, Look.ACCENT);
        float tagWide = Math.min(title.isEmpty() ? WIDTH - 70 : 170, pen.width(Look.LARGE - 1, tag));
        pen.label(new Box(head.x() + 16, head.y(), tagWide, HEAD), Look.LARGE - 1, Canvas.Align.LEFT, tag, Look.WHITE);
        float left = head.x() + 16 + tagWide + 12;
        pen.label(
                new Box(left, head.y(), head.right() - 46 - left, HEAD),
                Look.BODY,
                Canvas.Align.RIGHT,
                title,
                0xD6E6F2FF);
        close(new Box(head.right() - 36, head.y() + 9, 26, 26));
        y = box.y() + HEAD + 14;
    }

    private void close(Box at) {
        pen.fill(at, 5, pen.hovered("close") ? 0xFFFFFF3D : 0xFFFFFF1F);
        Icons.cross(pen, at.centreX(), at.centreY(), 10, Look.WHITE);
        pen.ring("close", at, 5);
        pen.hit("close", at, new Act.Close());
    }

    Box take(float tall) {
        Box taken = new Box(box.x() + 16, y, box.width() - 32, tall);
        y += tall;
        return taken;
    }

    void gap(float tall) {
        y += tall;
    }

    /** A name and a value. */
    void row(String name, String value) {
        row(name, value, Look.INK);
    }

    void row(String name, String value, int colour) {
        Box row = take(ROW);
        float left = 84;
        pen.label(new Box(row.x(), row.y(), left - 8, ROW), Look.BODY, Canvas.Align.LEFT, name, Look.INK_DIM);
        pen.label(
                new Box(row.x() + left, row.y(), row.width() - left, ROW), Look.BODY, Canvas.Align.LEFT, value, colour);
    }

    /** A row whose value has a lamp before it: colour, filled or empty, and words. */
    void lamp(String name, String value, int colour, boolean on) {
        Box row = take(ROW);
        pen.label(new Box(row.x(), row.y(), 76, ROW), Look.BODY, Canvas.Align.LEFT, name, Look.INK_DIM);
        Icons.lamp(pen, row.x() + 92, row.centreY(), 6, colour, on);
        pen.label(
                new Box(row.x() + 108, row.y(), row.width() - 108, ROW), Look.BODY, Canvas.Align.LEFT, value, Look.INK);
    }

    void rule() {
        Box row = take(13);
        pen.fill(new Box(row.x(), row.centreY(), row.width(), 1), 0, Look.RULE);
    }

    /** A yellow strip with a sign. */
    void note(String text) {
        strip(text, Look.NOTE, Look.NOTE_EDGE, Look.NOTE_INK);
    }

    /** A red strip with a sign. */
    void alarm(String text) {
        strip(text, Look.ALARM_NOTE, Look.ALARM_EDGE, Look.INK_BAD);
    }

    private void strip(String text, int fill, int edge, int ink) {
        Box strip = take(40);
        pen.fill(strip, 6, fill);
        pen.frame(strip.inset(0.5f), 6, 1, edge);
        Icons.warning(pen, strip.x() + 20, strip.centreY(), 16, ink, fill);
        Box words = new Box(strip.x() + 38, strip.y(), strip.width() - 46, strip.height());
        if (pen.width(Look.BODY - 1, text) <= words.width()) {
            pen.label(words, Look.BODY, Canvas.Align.LEFT, text, ink);
        } else {
            pen.paragraph(words.inset(2), Look.SMALL, text, ink);
        }
    }

    /** Plain words over one or two lines. */
    void words(String text, float tall) {
        Box room = take(tall);
        pen.paragraph(room, Look.BODY - 1, text, Look.INK_DIM);
    }

    void button(String id, Box at, String text, Tone tone, Act act) {
        Widgets.button(pen, id, at, text, tone, act, now.freedom().operable());
    }

    void link(String id, Box at, String text, Act act) {
        Widgets.button(pen, id, at, text, Tone.GREY, act);
    }

    /** Lock and tag where there is a place for them, and radio: beside every device. */
    void tools(String tag) {
        Box row = take(30);
        boolean lockable = now.facts().lockable().contains(tag);
        if (lockable) {
            link("lockout", row.column(0, 2, 10), pen.say(Word.LOCK_OUT), new Act.Show(new Panel.LockOut(tag)));
        }
        Box radio = lockable ? row.column(1, 2, 10) : row;
        link("radio", radio, pen.say(Word.RADIO), new Act.Show(new Panel.Radio(0)));
    }

    /** The line at the foot. */
    void foot(Word keys) {
        Box row = new Box(box.x() + 16, box.bottom() - FOOT - 4, box.width() - 32, FOOT);
        pen.fill(new Box(row.x(), row.y(), row.width(), 1), 0, Look.RULE);
        pen.label(row, Look.SMALL, Canvas.Align.LEFT, pen.say(keys), Look.INK_DIM);
    }

    /** What hangs on a device. */
    void hung(String tag) {
        Hung hung = Hung.on(now.values(), tag);
        if (!hung.any()) {
            note(pen.say(Word.CALL_FIRST));
        } else {
            alarm(pen.say(hung.lock() ? Word.LOCKED : Word.TAGGED));
        }
    }

    double value(String signal) {
        return now.values().value(signal);
    }
}
