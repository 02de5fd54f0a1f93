package org.openots.distillation.field3d.ui;

/** Draws the plan with the player on it. */
final class PlanView {
    /** A site wider than this is shown in part, around the player, m. */
    private static final double WIDEST = 60;

    /** Around the plant, m. */
    private static final double MARGIN = 2;

    private static final int BLOCK = 0x8EA6BAE0;
    private static final int ROUND = 0xB4C6D6F0;
    private static final int PLATFORM = 0x5E7C9466;
    private static final int STAIRS = 0xC9A23D99;

    private final Pen pen;
    private final Box box;
    private final Hud.Position at;
    private final double scale;
    private final double centreX;
    private final double centreZ;

    PlanView(Pen pen, Box box, SitePlan plan, Hud.Position at, boolean whole) {
        this.pen = pen;
        this.box = box;
        this.at = at;
        double wide = plan.highX() - plan.lowX() + 2 * MARGIN;
        double deep = plan.highZ() - plan.lowZ() + 2 * MARGIN;
        boolean all = whole || wide <= WIDEST;
        scale = all ? Math.min(box.width() / wide, box.height() / deep) : box.width() / WIDEST;
        centreX = all ? (plan.lowX() + plan.highX()) / 2 : at.x();
        centreZ = all ? (plan.lowZ() + plan.highZ()) / 2 : at.z();
    }

    float x(double east) {
        return (float) (box.centreX() + (east - centreX) * scale);
    }

    float y(double south) {
        return (float) (box.centreY() + (south - centreZ) * scale);
    }

    void draw(SitePlan plan, int chosen) {
        pen.clip(box);
        for (SitePlan.Outline outline : plan.outlines()) {
            float[] points = outline.points();
            if (points.length == 3) {
                float radius = (float) Math.max(1.5, points[2] * scale);
                pen.disc(x(points[0]), y(points[1]), radius, ROUND);
                continue;
            }
            float[] moved = new float[points.length];
            for (int i = 0; i < points.length; i += 2) {
                moved[i] = x(points[i]);
                moved[i + 1] = y(points[i + 1]);
            }
            int colour = switch (outline.kind()) {
                case PLATFORM -> PLATFORM;
                case STAIRS -> STAIRS;
                default -> BLOCK;
            };
            pen.polygon(colour, moved);
        }
        for (SitePlan.Dot dot : plan.dots()) {
            boolean marked = dot.item() == chosen;
            pen.disc(x(dot.x()), y(dot.z()), marked ? 4 : 1.8f, marked ? Look.ACCENT : Look.SKY);
        }
        player();
        pen.unclip();
    }

    private void player() {
        float x = x(at.x());
        float y = y(at.z());
        float reach = 34;
        int steps = 6;
        float[] cone = new float[2 * (steps + 2)];
        cone[0] = x;
        cone[1] = y;
        for (int i = 0; i <= steps; i++) {
            double angle = at.yaw() + at.fieldOfView() * (0.5 - (double) i / steps);
            cone[2 + 2 * i] = x - reach * (float) Math.sin(angle);
            cone[3 + 2 * i] = y - reach * (float) Math.cos(angle);
        }
        pen.polygon(0xF5B81E66, cone);
        pen.disc(x, y, 5.5f, 0x2A2000AA);
        pen.disc(x, y, 4.5f, Look.ACCENT);
    }
}
