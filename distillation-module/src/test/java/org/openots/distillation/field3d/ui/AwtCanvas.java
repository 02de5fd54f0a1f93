package org.openots.distillation.field3d.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.openots.distillation.font.SuiteFont;

/** Paints panels on a Java 2D picture with the suite's font, so that one can look at them without a graphics card. */
final class AwtCanvas implements Canvas {
    /** Baseline below the middle of the capitals of the font, as a share of its size: half of the height of an H, 0.733 em. */
    private static final float BASELINE = 0.366f;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Graphics2D graphics;
    private final Font font;

    AwtCanvas(Graphics2D graphics, Font font) {
        this.graphics = graphics;
        this.font = font;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    static Font suiteFont() {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(SuiteFont.bytes()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (FontFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static float width(Font font, float size, String text) {
        return (float) font.deriveFont(size).getStringBounds(text, EXACT).getWidth();
    }

    private void colour(int rgba) {
        graphics.setColor(new Color(rgba >>> 24, rgba >> 16 & 0xFF, rgba >> 8 & 0xFF, rgba & 0xFF));
    }

    @Override
    public void fill(float x, float y, float width, float height, float radius, int colour) {
        colour(colour);
        graphics.fill(new RoundRectangle2D.Float(x, y, width, height, 2 * radius, 2 * radius));
    }

    @Override
    public void frame(float x, float y, float width, float height, float radius, float thickness, int colour) {
        colour(colour);
        graphics.setStroke(new BasicStroke(thickness));
        graphics.draw(new RoundRectangle2D.Float(x, y, width, height, 2 * radius, 2 * radius));
    }

    @Override
    public void line(float[] points, float thickness, int colour) {
        colour(colour);
        graphics.setStroke(new BasicStroke(thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path(points));
    }

    @Override
    public void polygon(float[] points, int colour) {
        colour(colour);
        Path2D path = path(points);
        path.closePath();
        graphics.fill(path);
    }

    private static Path2D path(float[] points) {
        Path2D path = new Path2D.Float();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    @Override
    public void disc(float x, float y, float radius, int colour) {
        colour(colour);
        graphics.fill(new Ellipse2D.Float(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void arc(float x, float y, float radius, float from, float to, float thickness, int colour) {
        colour(colour);
        graphics.setStroke(new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(new Arc2D.Double(
                x - radius,
                y - radius,
                2 * radius,
                2 * radius,
                -Math.toDegrees(from),
                -Math.toDegrees(to - from),
                Arc2D.OPEN));
    }

    @Override
    public void text(float x, float y, float size, Align align, String text, int colour) {
        colour(colour);
        float wide = width(size, text);
        float left = align == Align.LEFT ? x : align == Align.RIGHT ? x - wide : x - wide / 2;
        graphics.setFont(font.deriveFont(size));
        graphics.drawString(text, left, y + BASELINE * size);
    }

    @Override
    public float width(float size, String text) {
        return width(font, size, text);
    }

    @Override
    public void clip(float x, float y, float width, float height) {
        graphics.setClip(new Rectangle2D.Float(x, y, width, height));
    }

    @Override
    public void unclip() {
        graphics.setClip((Shape) null);
    }
}
