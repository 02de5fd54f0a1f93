package org.openots.distillation.field3d.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openots.common.text.Localizable;

/** Collects what a picture of panels is made of. One for each picture. */
final class Pen {
    private static final String CUT = "…";

    /** Smallest letters to which a line is shrunk before it is cut, px. */
    private static final float SMALLEST = 11;

    final Measure measure;
    final Locale locale;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Hit> hits = new ArrayList<>();
    private final List<Box> areas = new ArrayList<>();
    private final String focus;
    private final String hover;
    private final String pressed;

    Pen(Measure measure, Locale locale, Pointing pointing) {
        this.measure = measure;
        this.locale = locale;
        this.focus = pointing.focus();
        this.hover = pointing.hover();
        this.pressed = pointing.pressed();
    }

    Picture picture() {
        return new Picture(shapes, hits, areas);
    }

    String say(Localizable words) {
        return words.in(locale);
    }

    String say(Word word, String... arguments) {
        return word.in(locale, arguments);
    }

    /** Claims a part of the screen. */
    Box area(Box box) {
        areas.add(box);
        return box;
    }

    /** Whether something lies there already. */
    boolean taken(Box box) {
        return areas.stream().anyMatch(area -> area.overlaps(box, 0));
    }

    void add(Shape shape) {
        shapes.add(shape);
    }

    void fill(Box box, float radius, int colour) {
        shapes.add(new Shape.Fill(box, radius, colour));
    }

    void frame(Box box, float radius, float thickness, int colour) {
        shapes.add(new Shape.Frame(box, radius, thickness, colour));
    }

    void line(float thickness, int colour, float... points) {
        shapes.add(new Shape.Line(points, thickness, colour));
    }

    void polygon(int colour, float... points) {
        shapes.add(new Shape.Polygon(points, colour));
    }

    void disc(float x, float y, float radius, int colour) {
        shapes.add(new Shape.Disc(x, y, radius, colour));
    }

    void arc(float x, float y, float radius, double from, double to, float thickness, int colour) {
        shapes.add(new Shape.Arc(x, y, radius, (float) from, (float) to, thickness, colour));
    }

    void clip(Box box) {
        shapes.add(new Shape.Clip(box));
    }

    void unclip() {
        shapes.add(new Shape.Unclip());
    }

    float width(float size, String text) {
        return measure.width(size, text);
    }

    void text(float x, float y, float size, Canvas.Align align, String text, int colour) {
        if (!text.isEmpty()) {
            shapes.add(new Shape.Text(x, y, size, align, text, colour));
        }
    }

    /** A line in a box: shrunk a little, then cut, when it is too long. */
    void label(Box box, float size, Canvas.Align align, String text, int colour) {
        float fitting = size;
        while (fitting > SMALLEST && width(fitting, text) > box.width()) {
            fitting -= 0.5f;
        }
        float x = switch (align) {
            case CENTRE -> box.centreX();
            case RIGHT -> box.right();
            default -> box.x();
        };
        text(x, box.centreY(), fitting, align, cut(fitting, text, box.width()), colour);
    }

    private String cut(float size, String text, float width) {
        if (width(size, text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(size, text.substring(0, end) + CUT) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + CUT;
    }

    /** The lines of a text in a width: broken at spaces, between Chinese characters anywhere. */
    List<String> wrapped(float size, String text, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : pieces(text)) {
            if (line.length() > 0 && width(size, line + word.stripTrailing()) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** Pieces that stay together; a closing mark stays with what is before it. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wide = c >= 0x2E80 && "，。；：、）！？”》".indexOf(c) < 0;
            if (wide && piece.length() > 0) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(c);
            if (c == ' ' || (c >= 0x2E80 && "（“《".indexOf(c) < 0 && !closes(text, i + 1))) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        if (piece.length() > 0) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static boolean closes(String text, int at) {
        return at < text.length() && "，。；：、）！？”》,.;:)!?%".indexOf(text.charAt(at)) >= 0;
    }

    /** Several lines; gives the height they take. */
    float paragraph(Box box, float size, String text, int colour) {
        return paragraph(box, size, Canvas.Align.LEFT, text, colour);
    }

    float paragraph(Box box, float size, Canvas.Align align, String text, int colour) {
        float tall = size * 1.45f;
        float y = box.y() + tall / 2;
        List<String> lines = wrapped(size, text, box.width());
        int room = Math.max(1, (int) ((box.height() + size * 0.45f) / tall));
        float x = align == Canvas.Align.CENTRE ? box.centreX() : box.x();
        for (int i = 0; i < Math.min(room, lines.size()); i++) {
            String line = lines.get(i);
            boolean last = i == room - 1 && room < lines.size();
            text(x, y, size, align, last ? cut(size, line + CUT, box.width()) : line, colour);
            y += tall;
        }
        return Math.min(room, lines.size()) * tall;
    }

    void hit(String id, Box box, Act act) {
        hits.add(new Hit(id, box, act));
    }

    boolean focused(String id) {
        return focus.equals(id);
    }

    boolean hovered(String id) {
        return hover.equals(id);
    }

    boolean held(String id) {
        return pressed.equals(id);
    }

    /** The ring that shows where the keyboard is: light within dark, so that it is seen on every ground. */
    void ring(String id, Box box, float radius) {
        if (focused(id)) {
            frame(box.inset(-3.5f), radius + 3.5f, 3.5f, 0x0B1218B0);
            frame(box.inset(-3), radius + 3, 2, Look.ACCENT);
        }
    }

    /** Soft shadow under a panel: layers that become smaller add up to a dark core and a light rim. */
    void shadow(Box box, float radius) {
        for (int i = 5; i > 0; i--) {
            float grow = i * 2.2f;
            Box layer = new Box(box.x() - grow, box.y() - grow + 4, box.width() + 2 * grow, box.height() + 2 * grow);
            fill(layer, radius + grow, Look.SHADOW);
        }
    }

    /** A box whose colour goes from one at the top to another at the bottom, in strips as the canvas has no gradients. */
    void gradient(Box box, float radius, int top, int bottom) {
        fill(box, radius, top);
        float end = box.height() - 2 * radius;
        int strips = (int) Math.max(2, Math.min(10, end / 3));
        for (int i = 0; i < strips; i++) {
            float from = radius + (end - radius) * i / strips;
            float to = radius + (end - radius) * (i + 1) / strips;
            fill(box.row(from, to - from), 0, Look.faded(bottom, (i + 0.5) / strips));
        }
        fill(box.row(end, 2 * radius), radius, bottom);
        fill(box.row(end, radius), 0, bottom);
    }

    /** Dark glass over the picture. */
    void glass(Box box) {
        shadow(box, Look.RADIUS);
        fill(box, Look.RADIUS, Look.GLASS);
        frame(box.inset(0.5f), Look.RADIUS, 1, Look.GLASS_EDGE);
    }
}
