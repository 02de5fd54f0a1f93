package org.openots.distillation.field3d.ui;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One thing painted; the arguments are those of {@link Canvas}. */
public sealed interface Shape {
    /**
     * Paints it.
     *
     * @param canvas to paint on
     */
    void paint(Canvas canvas);

    /**
     * A filled rectangle.
     *
     * @param box where
     * @param radius of the corners
     * @param colour fill
     */
    record Fill(Box box, float radius, int colour) implements Shape {
        @Override
        public void paint(Canvas canvas) {
            canvas.fill(box.x(), box.y(), box.width(), box.height(), radius, colour);
        }
    }

    /**
     * The outline of a rectangle.
     *
     * @param box where
     * @param radius of the corners
     * @param thickness of the line
     * @param colour of the line
     */
    record Frame(Box box, float radius, float thickness, int colour) implements Shape {
        @Override
        public void paint(Canvas canvas) {
            canvas.frame(box.x(), box.y(), box.width(), box.height(), radius, thickness, colour);
        }
    }

    /**
     * A line.
     *
     * @param points x and y in turn
     * @param thickness of the line
     * @param colour of the line
     */
    record Line(float[] points, float thickness, int colour) implements Shape {
        @Override
        public void paint(Canvas canvas) {
            canvas.line(points, thickness, colour);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Line one
                    && thickness == one.thickness
                    && colour == one.colour
                    && Arrays.equals(points, one.points);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(points) * 31 + colour;
        }
    }

    /**
     * A filled polygon.
     *
     * @param points x and y in turn
     * @param colour fill
     */
    record Polygon(float[] points, int colour) implements Shape {
        @Override
        public void paint(Canvas canvas) {
            canvas.polygon(points, colour);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Polygon one && colour == one.colour && Arrays.equals(points, one.points);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(points) * 31 + colour;
        }
    }

    /**
     * A filled circle.
     *
     * @param x centre
     * @param y centre
     * @param radius of the circle
     * @param colour fill
     */
    record Disc(float x, float y, float radius, int colour) implements Shape {
        @Override
        public void paint(Canvas canvas) {
            canvas.disc(x, y, radius, colour);
        }
    }

    /**
     * Part of a circle's line.
     *
     * @param x centre
     * @param y centre
     * @param radius of the circle
     * @param from angle
     * @param to angle
     * @param thickness of the line
     * @param colour of the line
     */
    record Arc(float x, float y, float radius, float from, float to, float thickness, int colour) implements Shape {
        @Override
        public void paint(Canvas canvas) {
            canvas.arc(x, y, radius, from, to, thickness, colour);
        }
    }

    /**
     * A line of words.
     *
     * @param x point
     * @param y middle of the height
     * @param size of the letters
     * @param align where the point lies
     * @param text the words
     * @param colour of the words
     */
    record Text(float x, float y, float size, Canvas.Align align, String text, int colour) implements Shape {
        @Override
        public void paint(Canvas canvas) {
            canvas.text(x, y, size, align, text, colour);
        }

        /**
         * Where the words lie.
         *
         * @param measure knows their length
         * @return the letters without what hangs below them
         */
        public Box box(Measure measure) {
            float wide = measure.width(size, text);
            float left = switch (align) {
                case CENTRE -> x - wide / 2;
                case RIGHT -> x - wide;
                default -> x;
            };
            return new Box(left, y - size / 2, wide, size);
        }
    }

    /**
     * Nothing of what follows is painted outside.
     *
     * @param box where
     */
    record Clip(Box box) implements Shape {
        @Override
        public void paint(Canvas canvas) {
            canvas.clip(box.x(), box.y(), box.width(), box.height());
        }
    }

    /** Ends a clip. */
    record Unclip() implements Shape {
        @Override
        public void paint(Canvas canvas) {
            canvas.unclip();
        }
    }
}
