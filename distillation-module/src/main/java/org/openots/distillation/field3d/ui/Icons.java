package org.openots.distillation.field3d.ui;

/** Small signs drawn with lines, so that no state is told by colour alone. */
final class Icons {
    private Icons() {}

    static void tick(Pen pen, float x, float y, float size, int colour) {
        float s = size / 2;
        pen.line(2.2f, colour, x - s, y, x - s * 0.25f, y + s * 0.75f, x + s, y - s * 0.75f);
    }

    static void cross(Pen pen, float x, float y, float size, int colour) {
        float s = size / 2;
        pen.line(2, colour, x - s, y - s, x + s, y + s);
        pen.line(2, colour, x - s, y + s, x + s, y - s);
    }

    /** A triangle with a mark. */
    static void warning(Pen pen, float x, float y, float size, int colour, int mark) {
        float s = size / 2;
        pen.polygon(colour, x, y - s, x + s * 1.1f, y + s * 0.9f, x - s * 1.1f, y + s * 0.9f);
        pen.line(1.8f, mark, x, y - s * 0.35f, x, y + s * 0.25f);
        pen.disc(x, y + s * 0.58f, 1.2f, mark);
    }

    static void padlock(Pen pen, float x, float y, float size, int colour) {
        float s = size / 2;
        pen.arc(x, y - s * 0.2f, s * 0.5f, Math.PI, 2 * Math.PI, 2, colour);
        pen.fill(new Box(x - s * 0.8f, y - s * 0.2f, s * 1.6f, s * 1.2f), 2, colour);
    }

    static void plate(Pen pen, float x, float y, float size, int colour) {
        float s = size / 2;
        pen.frame(new Box(x - s * 0.7f, y - s * 0.5f, s * 1.4f, s * 1.5f), 2, 2, colour);
        pen.line(2, colour, x, y - s, x, y - s * 0.5f);
        pen.line(1.6f, colour, x - s * 0.35f, y + s * 0.2f, x + s * 0.35f, y + s * 0.2f);
    }

    static void radio(Pen pen, float x, float y, float size, int colour) {
        float s = size / 2;
        pen.fill(new Box(x - s * 0.5f, y - s * 0.3f, s, s * 1.3f), 2, colour);
        pen.line(2, colour, x + s * 0.3f, y - s * 0.3f, x + s * 0.3f, y - s);
        pen.arc(x - s * 0.1f, y - s * 0.6f, s * 0.55f, Math.PI * 1.05, Math.PI * 1.5, 1.6f, colour);
    }

    static void map(Pen pen, float x, float y, float size, int colour) {
        float s = size / 2;
        pen.line(
                1.8f,
                colour,
                x - s,
                y - s * 0.5f,
                x - s * 0.33f,
                y - s * 0.8f,
                x + s * 0.33f,
                y - s * 0.5f,
                x + s,
                y - s * 0.8f,
                x + s,
                y + s * 0.5f,
                x + s * 0.33f,
                y + s * 0.8f,
                x - s * 0.33f,
                y + s * 0.5f,
                x - s,
                y + s * 0.8f,
                x - s,
                y - s * 0.5f);
        pen.line(1.4f, colour, x - s * 0.33f, y - s * 0.8f, x - s * 0.33f, y + s * 0.5f);
        pen.line(1.4f, colour, x + s * 0.33f, y - s * 0.5f, x + s * 0.33f, y + s * 0.8f);
    }

    static void book(Pen pen, float x, float y, float size, int colour) {
        float s = size / 2;
        pen.frame(new Box(x - s * 0.8f, y - s, s * 1.6f, s * 2), 2, 1.8f, colour);
        for (int i = -1; i <= 1; i++) {
            pen.line(1.5f, colour, x - s * 0.4f, y + i * s * 0.5f, x + s * 0.4f, y + i * s * 0.5f);
        }
    }

    static void question(Pen pen, float x, float y, float size, int colour) {
        pen.arc(x, y, size / 2, 0, 2 * Math.PI, 1.8f, colour);
        pen.text(x, y, size * 0.75f, Canvas.Align.CENTRE, "?", colour);
    }

    /** A lamp with its ring; bright when on. */
    static void lamp(Pen pen, float x, float y, float radius, int colour, boolean on) {
        pen.disc(x, y, radius + 2.5f, 0x4A5966FF);
        pen.disc(x, y, radius, on ? colour : 0x8B98A3FF);
        if (on) {
            pen.disc(x, y, radius + 5, Look.faded(colour, 0.22));
            pen.disc(x - radius * 0.3f, y - radius * 0.35f, radius * 0.35f, 0xFFFFFFB0);
        }
    }

    /** An arrow that points up when the angle is 0, turning clockwise. */
    static void arrow(Pen pen, float x, float y, float size, double angle, int colour) {
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        float s = size / 2;
        float[][] corners = {{0, -s}, {s * 0.75f, s * 0.8f}, {0, s * 0.4f}, {-s * 0.75f, s * 0.8f}};
        float[] points = new float[8];
        for (int i = 0; i < 4; i++) {
            points[2 * i] = x + corners[i][0] * cos - corners[i][1] * sin;
            points[2 * i + 1] = y + corners[i][0] * sin + corners[i][1] * cos;
        }
        pen.polygon(colour, points);
    }
}
