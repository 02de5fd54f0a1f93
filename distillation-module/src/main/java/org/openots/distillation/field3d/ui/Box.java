package org.openots.distillation.field3d.ui;

/**
 * A rectangle of a panel; px, y down.
 *
 * @param x left
 * @param y top
 * @param width px
 * @param height px
 */
public record Box(float x, float y, float width, float height) {
    /**
     * Its right side.
     *
     * @return px
     */
    public float right() {
        return x + width;
    }

    /**
     * Its lower side.
     *
     * @return px
     */
    public float bottom() {
        return y + height;
    }

    /**
     * Its middle.
     *
     * @return px
     */
    public float centreX() {
        return x + width / 2;
    }

    /**
     * Its middle.
     *
     * @return px
     */
    public float centreY() {
        return y + height / 2;
    }

    /**
     * Whether a point lies in it.
     *
     * @param px px
     * @param py px
     * @return true on the left and upper side too
     */
    public boolean contains(float px, float py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    /**
     * Whether another lies in it.
     *
     * @param other a rectangle
     * @param slack px by which it may stand out
     * @return true if so
     */
    public boolean contains(Box other, float slack) {
        return other.x >= x - slack
                && other.y >= y - slack
                && other.right() <= right() + slack
                && other.bottom() <= bottom() + slack;
    }

    /**
     * Whether it has something in common with another.
     *
     * @param other a rectangle
     * @param slack px that are not counted
     * @return true if so
     */
    public boolean overlaps(Box other, float slack) {
        return x < other.right() - slack
                && other.x < right() - slack
                && y < other.bottom() - slack
                && other.y < bottom() - slack;
    }

    /**
     * The rectangle within.
     *
     * @param by px on each side; negative grows it
     * @return a smaller one
     */
    public Box inset(float by) {
        return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
    }

    /**
     * A row of it.
     *
     * @param top below its upper side, px
     * @param tall height, px
     * @return as wide as it
     */
    public Box row(float top, float tall) {
        return new Box(x, y + top, width, tall);
    }

    /**
     * One of equal columns.
     *
     * @param index from the left, 0 first
     * @param count how many
     * @param gap between them, px
     * @return as high as it
     */
    public Box column(int index, int count, float gap) {
        float wide = (width - gap * (count - 1)) / count;
        return new Box(x + index * (wide + gap), y, wide, height);
    }
}
