package org.openots.distillation.field3d.ui;

import java.awt.Font;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers what is painted, and measures words with the suite's font. */
final class RecordingCanvas implements Canvas {
    private final Font font;
    private final Map<String, Float> widths = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    final List<Box> bounds = new ArrayList<>();
    int clips;

    RecordingCanvas(Font font) {
        this.font = font;
    }

    private void call(String name, float x, float y, float width, float height) {
        calls.add(name);
        bounds.add(new Box(x, y, width, height));
    }

    @Override
    public void fill(float x, float y, float width, float height, float radius, int colour) {
        call("fill", x, y, width, height);
    }

    @Override
    public void frame(float x, float y, float width, float height, float radius, float thickness, int colour) {
        call("frame " + Integer.toHexString(colour), x, y, width, height);
    }

    @Override
    public void line(float[] points, float thickness, int colour) {
        points("line", points);
    }

    @Override
    public void polygon(float[] points, int colour) {
        points("polygon", points);
    }

    private void points(String name, float[] points) {
        float lowX = points[0];
        float lowY = points[1];
        float highX = points[0];
        float highY = points[1];
        for (int i = 2; i < points.length; i += 2) {
            lowX = Math.min(lowX, points[i]);
            lowY = Math.min(lowY, points[i + 1]);
            highX = Math.max(highX, points[i]);
            highY = Math.max(highY, points[i + 1]);
        }
        call(name, lowX, lowY, highX - lowX, highY - lowY);
    }

    @Override
    public void disc(float x, float y, float radius, int colour) {
        call("disc", x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void arc(float x, float y, float radius, float from, float to, float thickness, int colour) {
        call("arc", x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void text(float x, float y, float size, Align align, String text, int colour) {
        Box box = new Shape.Text(x, y, size, align, text, colour).box(this::width);
        call("text " + text, box.x(), box.y(), box.width(), box.height());
    }

    @Override
    public float width(float size, String text) {
        return widths.computeIfAbsent(size + text, key -> AwtCanvas.width(font, size, text));
    }

    @Override
    public void clip(float x, float y, float width, float height) {
        clips++;
    }

    @Override
    public void unclip() {
        clips--;
    }
}
