package org.openots.distillation.field3d.ui;

import java.util.ArrayList;
import java.util.List;
import org.openots.distillation.field3d.state.Task;

/** How the steps of a task stand, by signs in a row: a tick, a cross, a dash, a full or an empty ring. */
final class StepStrip {
    static final float HEIGHT = 24;

    /** Between two signs, px. */
    private static final float WIDE = 16;

    private static final float NARROW = 7;

    /** So many wrong steps are named. */
    private static final int NAMED = 5;

    private StepStrip() {}

    static void draw(Pen pen, Box row, List<Task.Mark> marks) {
        String wrong = wrong(pen, marks);
        float words = wrong.isEmpty() ? 0 : Math.min(row.width() * 0.5f, pen.width(Look.BODY, wrong) + 4);
        float step = Math.max(NARROW, Math.min(WIDE, (row.width() - words - 20) / marks.size()));
        float size = Math.min(10, step * 0.62f);
        for (int i = 0; i < marks.size(); i++) {
            sign(pen, row.x() + step * (i + 0.5f), row.centreY(), size, marks.get(i));
        }
        if (!wrong.isEmpty()) {
            float left = row.x() + step * marks.size() + 12;
            Box room = new Box(left, row.y(), row.right() - left, row.height());
            pen.label(room, Look.BODY, Canvas.Align.LEFT, wrong, Look.BAD);
        }
    }

    private static void sign(Pen pen, float x, float y, float size, Task.Mark mark) {
        switch (mark) {
            case DONE -> Icons.tick(pen, x, y, size, Look.GOOD);
            case WRONG -> Icons.cross(pen, x, y, size, Look.BAD);
            case SKIPPED -> pen.line(2, Look.FAINT, x - size / 2, y, x + size / 2, y);
            case NOW -> pen.disc(x, y, size / 2, Look.ACCENT);
            default -> pen.arc(x, y, size / 2 - 0.5f, 0, 2 * Math.PI, 1.4f, Look.FAINT);
        }
    }

    private static String wrong(Pen pen, List<Task.Mark> marks) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i) == Task.Mark.WRONG) {
                numbers.add(Integer.toString(i + 1));
            }
        }
        if (numbers.isEmpty()) {
            return "";
        }
        boolean many = numbers.size() > NAMED;
        String named = String.join(", ", many ? numbers.subList(0, NAMED) : numbers);
        return pen.say(Word.WRONG_STEPS, many ? named + " …" : named);
    }
}
