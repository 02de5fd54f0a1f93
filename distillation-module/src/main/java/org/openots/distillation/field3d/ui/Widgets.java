package org.openots.distillation.field3d.ui;

import java.util.Locale;
import org.openots.distillation.field3d.ui.Look.Tone;

/** Buttons, switches, sliders and dials. */
final class Widgets {
    /** A dial begins and ends this far from straight down, radian. */
    private static final double GAP = Math.PI / 4;

    static final double DIAL_FROM = Math.PI / 2 + GAP;
    static final double DIAL_SPAN = 2 * Math.PI - 2 * GAP;

    private Widgets() {}

    /** A button that can be pressed. */
    static void button(Pen pen, String id, Box box, String text, Tone tone, Act act) {
        boolean down = pen.held(id);
        float radius = 6;
        if (tone != Tone.DARK) {
            pen.fill(new Box(box.x(), box.y() + 2, box.width(), box.height()), radius, 0x0000002E);
        }
        if (down || tone == Tone.DARK) {
            pen.fill(box, radius, down ? tone.bottom : tone.top);
        } else {
            pen.gradient(box, radius, tone.top, tone.bottom);
            pen.line(1, 0xFFFFFF38, box.x() + radius, box.y() + 1, box.right() - radius, box.y() + 1);
        }
        if (tone == Tone.DARK) {
            pen.frame(box.inset(0.5f), radius, 1, Look.GLASS_EDGE);
        }
        if (pen.hovered(id) && !down) {
            pen.fill(box, radius, 0xFFFFFF22);
        }
        pen.label(box.inset(8), Look.BODY + 1, Canvas.Align.CENTRE, text, tone.ink());
        pen.ring(id, box, radius);
        pen.hit(id, box, act);
    }

    /** A button, or its grey picture while it cannot be pressed. */
    static void button(Pen pen, String id, Box box, String text, Tone tone, Act act, boolean enabled) {
        if (enabled) {
            button(pen, id, box, text, tone, act);
        } else {
            pen.fill(box, 6, Tone.IDLE.top);
            pen.label(box.inset(8), Look.BODY + 1, Canvas.Align.CENTRE, text, Tone.IDLE.ink());
        }
    }

    /** A row of a list: the whole row is pressed. */
    static Box row(Pen pen, String id, Box box, Act act) {
        pen.fill(box, 6, pen.hovered(id) ? 0xFFFFFF26 : Look.GLASS_RAISED);
        pen.ring(id, box, 6);
        pen.hit(id, box, act);
        return new Box(box.x() + 12, box.y(), box.width() - 24, box.height());
    }

    /** A box with or without a tick, and words. */
    static void tick(Pen pen, String id, Box box, String text, boolean on, Act act) {
        Box inside = row(pen, id, box, act);
        Box square = new Box(inside.x(), box.centreY() - 9, 18, 18);
        pen.fill(square, 4, on ? Look.ACCENT : 0xFFFFFF1A);
        pen.frame(square.inset(0.5f), 4, 1, on ? Look.ACCENT : Look.FAINT);
        if (on) {
            Icons.tick(pen, square.centreX(), square.centreY(), 11, 0x2A2000FF);
        }
        pen.label(
                new Box(square.right() + 10, box.y(), inside.right() - square.right() - 10, box.height()),
                Look.BODY,
                Canvas.Align.LEFT,
                text,
                on ? Look.WHITE : Look.PALE);
    }

    /** A value with a smaller and a larger button, and a bar between. */
    static void stepper(Pen pen, String id, Box box, Setting setting) {
        Box inside = new Box(box.x() + 12, box.y(), box.width() - 24, box.height());
        pen.fill(box, 6, Look.GLASS_RAISED);
        pen.label(
                new Box(inside.x(), box.y(), inside.width() * 0.36f, box.height()),
                Look.BODY,
                Canvas.Align.LEFT,
                setting.name(),
                Look.WHITE);
        float buttons = 28;
        float left = inside.x() + inside.width() * 0.38f;
        Box less = new Box(left, box.centreY() - 13, buttons, 26);
        Box more = new Box(inside.right() - buttons, box.centreY() - 13, buttons, 26);
        button(pen, id + "-", less, "-", Tone.DARK, setting.less());
        button(pen, id + "+", more, "+", Tone.DARK, setting.more());
        Box bar = new Box(less.right() + 10, box.centreY() - 2, more.x() - less.right() - 84, 4);
        pen.fill(bar, 2, 0xFFFFFF26);
        pen.fill(new Box(bar.x(), bar.y(), bar.width() * setting.share(), 4), 2, Look.ACCENT);
        pen.disc(bar.x() + bar.width() * setting.share(), bar.centreY(), 6, Look.ACCENT);
        pen.label(
                new Box(bar.right() + 10, box.y(), more.x() - bar.right() - 16, box.height()),
                Look.BODY,
                Canvas.Align.RIGHT,
                setting.shown(),
                Look.WHITE);
    }

    /** A value of the menu. */
    record Setting(String name, String shown, float share, Act less, Act more) {}

    /** The dial of an opening: an arc that fills up. */
    static void opening(Pen pen, Box box, double percent, String caption) {
        float x = box.centreX();
        float y = box.centreY();
        float radius = Math.min(box.width(), box.height()) / 2 - 4;
        pen.disc(x, y + 2, radius + 3, 0x0000001A);
        pen.disc(x, y, radius + 3, 0x8FA3B5FF);
        pen.disc(x, y, radius + 1.5f, 0xFBFCFDFF);
        pen.arc(x, y, radius - 8, DIAL_FROM, DIAL_FROM + DIAL_SPAN, 10, 0xD5DDE4FF);
        boolean known = !Double.isNaN(percent);
        double share = known ? Math.max(0, Math.min(1, percent / 100)) : 0;
        if (share > 0.001) {
            pen.arc(x, y, radius - 8, DIAL_FROM, DIAL_FROM + DIAL_SPAN * share, 10, 0x2F9E57FF);
        }
        for (int i = 0; i <= 10; i++) {
            double angle = DIAL_FROM + DIAL_SPAN * i / 10;
            float inner = radius - (i % 5 == 0 ? 20 : 17);
            spoke(pen, x, y, new Band(inner, radius - 14), angle, 1.2f, 0x9AA9B6FF);
        }
        pen.text(x, y - 4, 26, Canvas.Align.CENTRE, known ? Math.round(percent) + "%" : "-", Look.INK);
        pen.text(x, y + 18, Look.SMALL, Canvas.Align.CENTRE, caption, Look.INK_DIM);
    }

    /** A dial with a needle. */
    static void gauge(Pen pen, Box box, FieldFacts.Gauge gauge, double value) {
        float x = box.centreX();
        float y = box.centreY();
        float radius = Math.min(box.width(), box.height()) / 2 - 4;
        pen.disc(x, y + 3, radius + 2, 0x00000022);
        pen.disc(x, y, radius + 2, 0x3A4854FF);
        pen.disc(x, y, radius - 3, 0x77879500 | 0xFF);
        pen.disc(x, y, radius - 5, 0xFCFDFDFF);
        pen.arc(x, y, radius - 12, DIAL_FROM, DIAL_FROM + DIAL_SPAN, 2, 0x2A3742FF);
        for (int i = 0; i <= 50; i++) {
            double angle = DIAL_FROM + DIAL_SPAN * i / 50;
            float length = i % 10 == 0 ? 11 : i % 5 == 0 ? 8 : 5;
            spoke(pen, x, y, new Band(radius - 12 - length, radius - 12), angle, i % 10 == 0 ? 2 : 1, 0x2A3742FF);
        }
        double span = gauge.high() - gauge.low();
        for (int i = 0; i <= 5; i++) {
            double angle = DIAL_FROM + DIAL_SPAN * i / 5;
            float at = radius - 34;
            String text = number(gauge.low() + span * i / 5, span >= 20 ? 0 : span >= 2 ? 1 : 2);
            pen.text(
                    x + at * (float) Math.cos(angle),
                    y + at * (float) Math.sin(angle),
                    Look.SMALL,
                    Canvas.Align.CENTRE,
                    text,
                    Look.INK);
        }
        pen.text(x, y + radius * 0.36f, Look.SMALL, Canvas.Align.CENTRE, gauge.unit(), Look.INK_DIM);
        double share = Double.isNaN(value) ? -0.03 : Math.max(-0.03, Math.min(1.03, (value - gauge.low()) / span));
        needle(pen, x, y, radius, DIAL_FROM + DIAL_SPAN * share);
    }

    private static void needle(Pen pen, float x, float y, float radius, double angle) {
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        float tip = radius - 16;
        pen.polygon(
                0xC0362BFF,
                x + cos * tip,
                y + sin * tip,
                x - sin * 3.5f - cos * 18,
                y + cos * 3.5f - sin * 18,
                x + sin * 3.5f - cos * 18,
                y - cos * 3.5f - sin * 18);
        pen.disc(x, y, 7, 0x2A3742FF);
        pen.disc(x, y, 3, 0x9AA9B6FF);
    }

    /** The part of a spoke of a dial that is drawn, px from its middle. */
    private record Band(float inner, float outer) {}

    private static void spoke(Pen pen, float x, float y, Band band, double angle, float thick, int ink) {
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        pen.line(
                thick,
                ink,
                x + cos * band.inner(),
                y + sin * band.inner(),
                x + cos * band.outer(),
                y + sin * band.outer());
    }

    /** A number as it is shown. */
    static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "-";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        // what rounds to nothing has no sign
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
