package org.openots.distillation.field3d.ui;

import org.openots.distillation.field3d.ui.Look.Tone;

/** A dialog of dark glass in the middle of the darkened picture. */
final class Dialog {
    private static final float HEAD = 46;

    private final Pen pen;
    private final Box box;

    Dialog(Pen pen, Screen screen, String title, float wantedWidth, float wantedHeight) {
        this.pen = pen;
        float width = Math.min(wantedWidth, screen.width() - 2 * Look.MARGIN);
        float height = Math.min(wantedHeight, screen.height() - 110);
        pen.fill(screen.box(), 0, Look.VEIL);
        float y = Math.max(Look.MARGIN, (screen.height() - 50 - height) / 2);
        box = pen.area(new Box((screen.width() - width) / 2, y, width, height));
        pen.shadow(box, 10);
        pen.fill(box, 10, 0x14212CF2);
        pen.frame(box.inset(0.5f), 10, 1, Look.GLASS_EDGE);
        Box head = box.row(0, HEAD);
        pen.fill(head, 10, 0xFFFFFF0D);
        pen.fill(new Box(box.x(), head.bottom() - 1, box.width(), 2), 0, Look.ACCENT);
        pen.label(
                new Box(head.x() + 20, head.y(), head.width() - 190, HEAD - 2),
                Look.TITLE,
                Canvas.Align.LEFT,
                title,
                Look.WHITE);
        Box close = new Box(head.right() - 38, head.y() + 9, 26, 26);
        pen.fill(close, 5, pen.hovered("close") ? 0xFFFFFF3D : 0xFFFFFF1F);
        Icons.cross(pen, close.centreX(), close.centreY(), 10, Look.WHITE);
        pen.ring("close", close, 5);
        pen.hit("close", close, new Act.Close());
    }

    Box body() {
        return new Box(box.x() + 20, box.y() + HEAD + 14, box.width() - 40, box.height() - HEAD - 30);
    }

    /** A button for the next page in the head. */
    void more(String text, Act act) {
        Widgets.button(pen, "more", new Box(box.right() - 138, box.y() + 9, 90, 26), text, Tone.DARK, act);
    }
}
