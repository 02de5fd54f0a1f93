package org.openots.distillation.field3d.ui;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openots.distillation.field3d.state.Task;

/** Lays out what lies over the picture: task, status, plan, keys, news, subtitles, what is looked at. */
final class HudView {
    private static final float TASK_WIDTH = 470;
    private static final float TASK_HEIGHT = 62;
    private static final float STATUS_WIDTH = 250;
    private static final float PLAN_WIDTH = 220;
    private static final float PLAN_HEIGHT = 170;
    private static final float KEYS_HEIGHT = 30;
    private static final float TAPE_HEIGHT = 56;
    private static final float TOAST_HEIGHT = 34;
    private static final int MOST_TOASTS = 3;
    private static final float RING = 26;

    private final Pen pen;
    private final Screen screen;
    private final Hud hud;
    private final float rightOfPlan = Look.MARGIN + PLAN_WIDTH + 12;

    /** Left side of an open plate, or the right side of the screen. */
    private final float freeRight;

    private Box plan = new Box(0, 0, 0, 0);

    HudView(Pen pen, Screen screen, Hud hud, float freeRight) {
        this.pen = pen;
        this.screen = screen;
        this.hud = hud;
        this.freeRight = freeRight;
    }

    void draw(SitePlan site, boolean keys) {
        Box task = task();
        Box status = status();
        plan(site);
        toasts(task);
        Hud.Tape tape = hud.tape();
        float low = tape != null ? tape(tape) : keys ? keys() : screen.height() - Look.MARGIN;
        Box subtitle = subtitle(low);
        target(task, status, subtitle, low);
        crosshair();
    }

    private Box task() {
        Hud.Guide guide = hud.guide();
        float strip = guide.marks().isEmpty() ? 0 : StepStrip.HEIGHT;
        Box whole = pen.area(new Box(Look.MARGIN, Look.MARGIN, TASK_WIDTH, TASK_HEIGHT + strip));
        pen.glass(whole);
        pen.fill(new Box(whole.x(), whole.y(), 5, whole.height()), 2.5f, Look.ACCENT);
        if (strip > 0) {
            Box row = new Box(whole.x() + 16, whole.y() + TASK_HEIGHT - 6, whole.width() - 32, strip);
            StepStrip.draw(pen, row, guide.marks());
        }
        words(guide, new Box(whole.x(), whole.y(), whole.width(), TASK_HEIGHT));
        return whole;
    }

    private void words(Hud.Guide guide, Box box) {
        float right = guide.goal().isEmpty() ? 16 : way(guide, box);
        Box words = new Box(box.x() + 18, box.y(), box.width() - 18 - right, box.height());
        if (guide.title() == null) {
            pen.label(words, Look.TITLE, Canvas.Align.LEFT, pen.say(Word.FREE_WALK), Look.WHITE);
            return;
        }
        String title = guide.number() == 0
                ? pen.say(guide.title())
                : pen.say(
                        Word.TASK,
                        Integer.toString(guide.number()),
                        Integer.toString(guide.count()),
                        pen.say(guide.title()));
        if (guide.step() == null) {
            pen.label(words, Look.TITLE, Canvas.Align.LEFT, title, Look.WHITE);
            return;
        }
        pen.label(words.row(7, 26), Look.TITLE, Canvas.Align.LEFT, title, Look.WHITE);
        int at = guide.number() - 1;
        boolean wrong = at >= 0 && at < guide.marks().size() && guide.marks().get(at) == Task.Mark.WRONG;
        String step = pen.say(wrong ? Word.STEP_WRONG : Word.STEP, pen.say(guide.step()));
        Box line = words.row(33, 22);
        if (wrong) {
            Icons.cross(pen, line.x() + 6, line.centreY(), 11, Look.BAD);
            line = new Box(line.x() + 18, line.y(), line.width() - 18, line.height());
        }
        pen.label(line, Look.BODY, Canvas.Align.LEFT, step, wrong ? Look.BAD : Look.PALE);
    }

    /** The way to the goal, at the right of the task; gives the room it takes. */
    private float way(Hud.Guide guide, Box box) {
        Box room = new Box(box.right() - 92, box.y(), 84, box.height());
        pen.label(room.row(9, 20), Look.BODY, Canvas.Align.CENTRE, guide.goal(), Look.ACCENT);
        Box low = room.row(30, 24);
        if (Double.isNaN(guide.arrow())) {
            pen.label(low, Look.BODY, Canvas.Align.CENTRE, pen.say(Word.AT_HAND), Look.GOOD);
            return 96;
        }
        Icons.arrow(pen, low.x() + 18, low.centreY(), 18, guide.arrow(), Look.ACCENT);
        String far = Math.round(guide.metres()) + " m";
        pen.label(new Box(low.x() + 34, low.y(), 50, low.height()), Look.BODY, Canvas.Align.LEFT, far, Look.ACCENT);
        return 96;
    }

    private Box status() {
        Hud.Status status = hud.status();
        Box box =
                pen.area(new Box(screen.width() - Look.MARGIN - STATUS_WIDTH, Look.MARGIN, STATUS_WIDTH, TASK_HEIGHT));
        pen.glass(box);
        Box inside = box.inset(14);
        String link;
        int colour;
        switch (status.link()) {
            case LIVE -> {
                link = pen.say(Word.CONNECTED);
                colour = Look.GOOD;
            }
            case FROZEN -> {
                link = pen.say(Word.FROZEN);
                colour = Look.SKY;
            }
            case REPLAY -> {
                link = pen.say(Word.REPLAY);
                colour = Look.SKY;
            }
            case LOST -> {
                link = pen.say(Word.LOST, Long.toString(Math.round(status.seconds())));
                colour = Look.BAD;
            }
            default -> {
                link = pen.say(Word.CONNECTING);
                colour = Look.CAUTION;
            }
        }
        float linkWide = Math.min(120, pen.width(Look.BODY, link));
        float y = box.y() + 20;
        pen.label(
                new Box(inside.right() - linkWide, y - 10, linkWide, 20), Look.BODY, Canvas.Align.RIGHT, link, colour);
        link(status.link(), inside.right() - linkWide - 12, y, colour);
        String who = pen.say(Word.SEAT, status.seat(), status.name());
        pen.label(
                new Box(inside.x(), y - 10, inside.width() - linkWide - 26, 20),
                Look.BODY,
                Canvas.Align.LEFT,
                who,
                Look.WHITE);
        numbers(status, new Box(inside.x(), box.y() + 33, inside.width(), 20));
        return box;
    }

    /** The sign beside the words of the link: full, empty, broken or two bars. */
    private void link(Hud.Link link, float x, float y, int colour) {
        switch (link) {
            case LIVE, REPLAY -> pen.disc(x, y, 4, colour);
            case FROZEN -> {
                pen.fill(new Box(x - 4, y - 5, 3, 10), 1, colour);
                pen.fill(new Box(x + 1, y - 5, 3, 10), 1, colour);
            }
            case LOST -> Icons.cross(pen, x, y, 8, colour);
            default -> pen.arc(x, y, 4, 0, 5, 2, colour);
        }
    }

    private void numbers(Hud.Status status, Box row) {
        boolean limited = !Double.isNaN(status.remaining());
        boolean scored = !Double.isNaN(status.score());
        boolean soon = limited && status.remaining() < 300;
        String time = limited
                ? pen.say(Word.TIME_LEFT, clock(status.remaining()))
                : pen.say(Word.TIME_USED, clock(status.link() == Hud.Link.LOST ? 0 : status.seconds()));
        if (!limited && status.link() == Hud.Link.LOST) {
            time = "";
        }
        Box left = scored ? row.column(0, 2, 6) : row;
        pen.label(left, Look.BODY, Canvas.Align.LEFT, time, soon ? Look.CAUTION : Look.PALE);
        if (scored) {
            String score = pen.say(Word.SCORE, Widgets.number(status.score(), 1), Widgets.number(status.most(), 0));
            pen.label(row.column(1, 2, 6), Look.BODY, Canvas.Align.RIGHT, score, Look.GOOD);
        }
    }

    /** Minutes and seconds, with hours when there are any. */
    static String clock(double seconds) {
        long all = Math.max(0, (long) Math.floor(seconds));
        String rest = String.format(Locale.ROOT, "%02d:%02d", all / 60 % 60, all % 60);
        return all >= 3600 ? all / 3600 + ":" + rest : rest;
    }

    private void plan(SitePlan site) {
        float top = screen.height() - Look.MARGIN - PLAN_HEIGHT;
        plan = pen.area(new Box(Look.MARGIN, top, PLAN_WIDTH, PLAN_HEIGHT));
        pen.glass(plan);
        Box head = new Box(plan.x() + 10, plan.y() + 4, plan.width() - 20, 20);
        pen.label(head.column(0, 2, 6), Look.SMALL, Canvas.Align.LEFT, pen.say(Word.PLAN), Look.WHITE);
        float x = head.x() + pen.width(Look.SMALL, pen.say(Word.PLAN)) + 12;
        pen.text(x, head.centreY(), Look.SMALL, Canvas.Align.LEFT, pen.say(Word.NORTH), Look.PALE);
        Icons.arrow(pen, x + 16, head.centreY(), 10, 0, Look.PALE);
        String level = pen.say(Word.LEVEL, Widgets.number(hud.position().level(), 1));
        pen.label(head.column(1, 2, 6), Look.SMALL, Canvas.Align.RIGHT, level, Look.PALE);
        Box map = new Box(plan.x() + 6, plan.y() + 26, plan.width() - 12, plan.height() - 32);
        new PlanView(pen, map, site, hud.position(), false).draw(site, -1);
    }

    private float keys() {
        boolean climbing = hud.position().climbing();
        String text = pen.say(climbing ? Word.HINTS_LADDER : Word.HINTS);
        float room = freeRight - rightOfPlan - Look.MARGIN;
        float wide = Math.min(room, pen.width(Look.BODY, text) + 36);
        float x = Math.max(rightOfPlan, (screen.width() - wide) / 2);
        x = Math.min(x, freeRight - Look.MARGIN - wide);
        Box box = pen.area(new Box(x, screen.height() - Look.MARGIN - KEYS_HEIGHT, wide, KEYS_HEIGHT));
        pen.glass(box);
        pen.label(box.inset(10), Look.BODY, Canvas.Align.CENTRE, text, Look.WHITE);
        return box.y();
    }

    /** The bar of a recording: where it is, how fast, which keys. */
    private float tape(Hud.Tape tape) {
        float room = freeRight - rightOfPlan - Look.MARGIN;
        float wide = Math.min(room, 640);
        float x = Math.max(rightOfPlan, Math.min((screen.width() - wide) / 2, freeRight - Look.MARGIN - wide));
        Box box = pen.area(new Box(x, screen.height() - Look.MARGIN - TAPE_HEIGHT, wide, TAPE_HEIGHT));
        pen.glass(box);
        Box top = box.row(6, 22);
        float sign = top.x() + 18;
        if (tape.playing()) {
            pen.fill(new Box(sign - 4, top.y() + 5, 4, 12), 1, Look.ACCENT);
            pen.fill(new Box(sign + 4, top.y() + 5, 4, 12), 1, Look.ACCENT);
        } else {
            Icons.arrow(pen, sign, top.centreY(), 16, Math.PI / 2, Look.ACCENT);
        }
        String times = clock(tape.at()) + " / " + clock(tape.length()) + "  ×" + tape.speed();
        float timesWide = pen.width(Look.BODY, times) + 6;
        pen.label(
                new Box(top.right() - 14 - timesWide, top.y(), timesWide, 22),
                Look.BODY,
                Canvas.Align.RIGHT,
                times,
                Look.WHITE);
        float left = top.x() + 36;
        Box bar = new Box(left, top.centreY() - 3, top.right() - 28 - timesWide - left, 6);
        pen.fill(bar, 3, 0xFFFFFF30);
        float share = tape.length() > 0 ? (float) Math.max(0, Math.min(1, tape.at() / tape.length())) : 0;
        pen.fill(new Box(bar.x(), bar.y(), Math.max(6, bar.width() * share), 6), 3, Look.ACCENT);
        pen.label(box.row(30, 20).inset(0), Look.SMALL, Canvas.Align.CENTRE, hints(tape), Look.PALE);
        return box.y();
    }

    private String hints(Hud.Tape tape) {
        if (tape.flight() > 0) {
            return pen.say(Word.HINTS_FLYING, Widgets.number(tape.flight(), 1));
        }
        return pen.say(tape.eyes() ? Word.HINTS_EYES : Word.HINTS_REPLAY);
    }

    private void toasts(Box below) {
        float y = below.bottom() + 8;
        List<Hud.Toast> toasts = hud.toasts();
        for (int i = 0; i < Math.min(MOST_TOASTS, toasts.size()); i++) {
            y = toast(pen, toasts.get(i), new Box(below.x(), y, below.width(), TOAST_HEIGHT), false) + 6;
        }
    }

    /** One piece of news; gives its lower side. */
    static float toast(Pen pen, Hud.Toast toast, Box room, boolean centred) {
        int colour = switch (toast.mood()) {
            case GOOD -> Look.GOOD;
            case CAUTION -> Look.CAUTION;
            case BAD -> Look.BAD;
            default -> Look.SKY;
        };
        String text = pen.say(toast.text());
        List<String> lines = pen.wrapped(Look.BODY, text, room.width() - 52);
        float wide = 52;
        for (String line : lines) {
            wide = Math.max(wide, pen.width(Look.BODY, line) + 52);
        }
        float tall = lines.size() > 1 ? TOAST_HEIGHT + 20 : TOAST_HEIGHT;
        float fitting = Math.min(room.width(), wide);
        float left = centred ? room.centreX() - fitting / 2 : room.x();
        Box box = pen.area(new Box(left, room.y(), fitting, tall));
        pen.glass(box);
        float x = box.x() + 19;
        switch (toast.mood()) {
            case GOOD -> Icons.tick(pen, x, box.centreY(), 12, colour);
            case CAUTION -> Icons.warning(pen, x, box.centreY(), 16, colour, 0x2A2000FF);
            case BAD -> Icons.cross(pen, x, box.centreY(), 10, colour);
            default -> pen.disc(x, box.centreY(), 4, colour);
        }
        float edge = (tall - Math.min(2, lines.size()) * Look.BODY * 1.45f) / 2;
        pen.paragraph(
                new Box(box.x() + 38, box.y() + edge, room.width() - 48, tall - 2 * edge), Look.BODY, text, Look.WHITE);
        return box.bottom();
    }

    private Box subtitle(float low) {
        if (hud.subtitle() == null) {
            return new Box(0, low, 0, 0);
        }
        float room = Math.min(560, freeRight - Look.MARGIN - rightOfPlan);
        List<String> lines = pen.wrapped(Look.BODY + 1, pen.say(hud.subtitle()), room - 28);
        float line = (Look.BODY + 1) * 1.45f;
        float tall = lines.size() * line + 14;
        float wide = 28;
        for (String one : lines) {
            wide = Math.max(wide, pen.width(Look.BODY + 1, one) + 28);
        }
        float x = Math.max(rightOfPlan, Math.min((screen.width() - wide) / 2, freeRight - Look.MARGIN - wide));
        Box box = pen.area(new Box(x, low - 10 - tall, wide, tall));
        pen.fill(box, Look.RADIUS, 0x05090DB8);
        pen.paragraph(
                new Box(box.x() + 14, box.y() + 7, wide - 28, tall - 14),
                Look.BODY + 1,
                Canvas.Align.CENTRE,
                pen.say(hud.subtitle()),
                Look.WHITE);
        return box;
    }

    private void crosshair() {
        float x = screen.width() / 2;
        float y = screen.height() / 2;
        pen.arc(x, y, 5, 0, 2 * Math.PI, 3.5f, 0x00000055);
        pen.arc(x, y, 5, 0, 2 * Math.PI, 1.8f, 0xFFFFFFE6);
        pen.disc(x, y, 1.2f, 0xFFFFFFE6);
    }

    private void target(Box task, Box status, Box subtitle, float low) {
        Hud.Target target = hud.target();
        if (target == null) {
            return;
        }
        boolean seen = !Float.isNaN(target.x());
        if (seen) {
            pen.arc(target.x(), target.y(), RING, 0, 2 * Math.PI, 4.5f, 0x00000040);
            pen.arc(target.x(), target.y(), RING, 0, 2 * Math.PI, 2.5f, Look.ACCENT);
        }
        boolean valued = !target.value().isEmpty();
        boolean tagged = !target.tag().isEmpty();
        String name = tagged ? pen.say(target.name()) : "";
        String head = tagged ? target.tag() : pen.say(target.name());
        String use = pen.say(target.use());
        float wide = 150;
        wide = Math.max(wide, pen.width(Look.BODY, name) + 24);
        wide = Math.min(
                260, Math.max(wide, pen.width(Look.BODY + 1, head) + pen.width(Look.BODY + 1, target.value()) + 48));
        float tall = tagged ? 66 : 48;
        float x = seen ? target.x() : screen.width() / 2;
        float y = seen ? target.y() : screen.height() / 2;
        Box box = place(x, y, wide, tall, List.of(task, status, subtitle), low);
        if (box == null) {
            return;
        }
        pen.area(box);
        if (seen) {
            leader(target, box);
        }
        pen.glass(box);
        Box inside = new Box(box.x() + 12, box.y() + 6, box.width() - 24, 20);
        float valueWide = valued ? pen.width(Look.BODY + 1, target.value()) + 4 : 0;
        pen.label(
                new Box(inside.x(), inside.y(), inside.width() - valueWide, 20),
                Look.BODY + 1,
                Canvas.Align.LEFT,
                head,
                Look.ACCENT);
        pen.label(inside, Look.BODY + 1, Canvas.Align.RIGHT, target.value(), Look.WHITE);
        if (tagged) {
            pen.label(inside.row(19, 18), Look.BODY, Canvas.Align.LEFT, name, Look.WHITE);
        }
        pen.label(inside.row(tall - 29, 16), Look.SMALL, Canvas.Align.LEFT, use, Look.PALE);
    }

    private void leader(Hud.Target target, Box box) {
        boolean right = box.centreX() > target.x();
        float endX = right ? box.x() : box.right();
        float endY = Math.max(box.y() + 10, Math.min(box.bottom() - 10, box.centreY()));
        float dx = endX - target.x();
        float dy = endY - target.y();
        float far = (float) Math.max(1, Math.sqrt(dx * dx + dy * dy));
        if (far > RING) {
            pen.line(2, Look.ACCENT, target.x() + dx / far * RING, target.y() + dy / far * RING, endX, endY);
        }
    }

    /** A place for the call-out where nothing else is; null if there is none. */
    private @Nullable Box place(float x, float y, float wide, float tall, List<Box> taken, float low) {
        float top = taken.get(0).bottom() + 8;
        float[][] tries = {
            {x + 70, y - 60}, {x + 70, y + 20},
            {x - 70 - wide, y - 60}, {x - 70 - wide, y + 20},
            {x - wide / 2, y - 50 - tall}, {x - wide / 2, y + 50},
            {rightOfPlan, top + 8}, {freeRight - Look.MARGIN - wide, top + 120}
        };
        for (float[] one : tries) {
            Box box = new Box(
                    Math.max(Look.MARGIN, Math.min(one[0], freeRight - Look.MARGIN - wide)),
                    Math.max(top, Math.min(one[1], low - 8 - tall)),
                    wide,
                    tall);
            boolean free = !box.overlaps(plan.inset(-8), 0) && !pen.taken(box);
            for (Box other : taken) {
                free &= !box.overlaps(other, 0);
            }
            Box ring = new Box(x - RING - 4, y - RING - 4, 2 * RING + 8, 2 * RING + 8);
            if (free && !box.overlaps(ring, 0)) {
                return box;
            }
        }
        return null;
    }
}
