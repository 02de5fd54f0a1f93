package org.openots.distillation.field3d.ui;

import java.util.Arrays;
import java.util.List;
import org.openots.distillation.field3d.state.Hung;
import org.openots.distillation.field3d.state.Operation;
import org.openots.distillation.field3d.ui.Look.Tone;
import org.openots.simulator.field.RadioDesk;
import org.openots.simulator.field.RadioSentence;

/** Dialogs of the work in the field in the middle of the picture: cabinet, radio, places, belt, shift log. */
final class Dialogs {
    private static final int SENTENCES = 8;
    private static final int PLACES = 8;
    private static final float ROW = 36;
    private static final float STEP = 40;

    private final Pen pen;
    private final Screen screen;
    private final Situation now;

    Dialogs(Pen pen, Screen screen, Situation now) {
        this.pen = pen;
        this.screen = screen;
        this.now = now;
    }

    void cabinet() {
        Dialog dialog = new Dialog(pen, screen, pen.say(Word.CABINET), 680, 410);
        Box body = dialog.body();
        pen.paragraph(body.row(0, 40), Look.BODY - 1, pen.say(Word.CABINET_NOTE), Look.PALE);
        List<FieldFacts.Choice> gear = now.facts().work().gear();
        int columns = gear.size() > 14 ? 3 : 2;
        int lines = (gear.size() + columns - 1) / columns;
        float step = Math.min(STEP, (body.height() - 100) / Math.max(1, lines));
        for (int i = 0; i < gear.size(); i++) {
            FieldFacts.Choice one = gear.get(i);
            int line = i / columns;
            Box row = body.row(46 + line * step, step - 5).column(i % columns, columns, 10);
            boolean worn = now.work().worn().contains(one.id());
            Widgets.tick(pen, "gear " + one.id(), row, pen.say(one.name()), worn, new Act.Dress(one.id()));
        }
        Box foot = body.row(body.height() - ROW, ROW);
        boolean right = now.values().on("PPE");
        String state = pen.say(right ? Word.DRESS_RIGHT : Word.DRESS_OPEN);
        String count = pen.say(Word.WORN, Integer.toString(now.work().worn().size()));
        if (right) {
            Icons.tick(pen, foot.x() + 8, foot.centreY(), 12, Look.GOOD);
        } else {
            Icons.warning(pen, foot.x() + 8, foot.centreY(), 16, Look.CAUTION, 0x2A2000FF);
        }
        pen.label(
                new Box(foot.x() + 26, foot.y(), foot.width() - 300, ROW),
                Look.BODY,
                Canvas.Align.LEFT,
                count + "   " + state,
                right ? Look.GOOD : Look.CAUTION);
        Widgets.button(
                pen,
                "dressed",
                new Box(foot.right() - 260, foot.y(), 260, ROW),
                pen.say(Word.DRESSED),
                Tone.YELLOW,
                new Act.Dressed());
    }

    void radio(int page) {
        Dialog dialog = new Dialog(pen, screen, pen.say(Word.RADIO_TITLE), 600, 420);
        Box body = dialog.body();
        pen.label(body.row(0, 20), Look.BODY - 1, Canvas.Align.LEFT, pen.say(Word.RADIO_NOTE), Look.PALE);
        List<RadioSentence> all = Arrays.stream(RadioSentence.values())
                .filter(one -> !one.byBoard())
                .toList();
        int pages = (all.size() + SENTENCES - 1) / SENTENCES;
        int first = Math.floorMod(page, pages) * SENTENCES;
        String tag = now.lastTag();
        for (int i = first; i < Math.min(all.size(), first + SENTENCES); i++) {
            RadioSentence one = all.get(i);
            Box row = body.row(28 + (i - first) * STEP, ROW);
            boolean lacks = one.aboutSomething() && tag.isEmpty();
            String words = pen.say(one.about(tag.isEmpty() ? "…" : tag));
            String text = one.aboutSomething() ? one.id() + ":" + tag : one.id();
            if (lacks) {
                pen.fill(row, 6, 0xFFFFFF08);
                pen.label(inside(row), Look.BODY, Canvas.Align.LEFT, words, Look.FAINT);
            } else {
                Act act = new Act.Send(new Operation(RadioDesk.RADIO, "call", 0, text));
                Box in = Widgets.row(pen, "say " + one.id(), row, act);
                Icons.radio(pen, in.x() + 6, row.centreY(), 15, Look.ACCENT);
                pen.label(
                        new Box(in.x() + 26, row.y(), in.width() - 26, row.height()),
                        Look.BODY,
                        Canvas.Align.LEFT,
                        words,
                        Look.WHITE);
            }
        }
        dialog.more(pen.say(Word.MORE), new Act.Show(new Panel.Radio(Math.floorMod(page + 1, pages))));
    }

    private static Box inside(Box row) {
        return new Box(row.x() + 38, row.y(), row.width() - 50, row.height());
    }

    void places(int page, Hud.Position at) {
        float tall = Math.min(screen.height() - 120, 520);
        Dialog dialog = new Dialog(pen, screen, pen.say(Word.PLACES), Math.min(860, screen.width() - 60), tall);
        Box body = dialog.body();
        float list = 230;
        Box map = new Box(body.x(), body.y(), body.width() - list - 16, body.height());
        pen.fill(map, 6, 0x00000040);
        new PlanView(pen, map.inset(6), now.plan(), at, true).draw(now.plan(), -1);
        String level = pen.say(Word.LEVEL, Widgets.number(at.level(), 1));
        pen.text(map.x() + 10, map.y() + 14, Look.SMALL, Canvas.Align.LEFT, pen.say(Word.NORTH), Look.PALE);
        Icons.arrow(pen, map.x() + 26, map.y() + 14, 11, 0, Look.PALE);
        pen.text(map.right() - 10, map.y() + 14, Look.SMALL, Canvas.Align.RIGHT, level, Look.PALE);
        Box column = new Box(body.right() - list, body.y(), list, body.height());
        int room = Math.max(1, Math.min(PLACES, (int) ((column.height() - 44) / STEP)));
        List<Situation.Place> places = now.places();
        int pages = Math.max(1, (places.size() + room - 1) / room);
        int first = Math.floorMod(page, pages) * room;
        for (int i = first; i < Math.min(places.size(), first + room); i++) {
            Situation.Place place = places.get(i);
            Box row = column.row((i - first) * STEP, ROW);
            if (now.freedom().jumps()) {
                Box in = Widgets.row(pen, "place " + place.view(), row, new Act.Jump(place.view()));
                pen.label(in, Look.BODY, Canvas.Align.LEFT, pen.say(place.name()), Look.WHITE);
            } else {
                pen.label(
                        new Box(row.x() + 12, row.y(), row.width() - 24, ROW),
                        Look.BODY,
                        Canvas.Align.LEFT,
                        pen.say(place.name()),
                        Look.FAINT);
            }
        }
        pen.paragraph(column.row(column.height() - 36, 36), Look.SMALL, pen.say(Word.PLACES_NOTE), Look.FAINT);
        if (pages > 1) {
            dialog.more(pen.say(Word.MORE), new Act.Show(new Panel.Places(Math.floorMod(page + 1, pages))));
        }
    }

    void belt() {
        Dialog dialog = new Dialog(pen, screen, pen.say(Word.BELT), 660, 350);
        Box body = dialog.body();
        Box worn = body.column(0, 3, 18);
        Box tools = body.column(1, 3, 18);
        Box locks = body.column(2, 3, 18);
        head(worn, Word.ON_BODY);
        head(tools, Word.IN_HAND);
        head(locks, Word.LOCKS_HUNG);
        float y = 34;
        for (FieldFacts.Choice one : now.facts().work().gear()) {
            if (now.work().worn().contains(one.id()) && y < worn.height() - 20) {
                Icons.tick(pen, worn.x() + 6, worn.y() + y + 11, 10, Look.GOOD);
                pen.label(
                        new Box(worn.x() + 22, worn.y() + y, worn.width() - 22, 22),
                        Look.BODY,
                        Canvas.Align.LEFT,
                        pen.say(one.name()),
                        Look.WHITE);
                y += 26;
            }
        }
        if (now.work().worn().isEmpty()) {
            pen.paragraph(worn.row(34, 44), Look.BODY, pen.say(Word.NOTHING_WORN), Look.CAUTION);
        }
        tool(tools, 0, "radio", Word.TOOL_RADIO, new Panel.Radio(0));
        tool(tools, 1, "plan", Word.TOOL_PLAN, new Panel.Places(0));
        tool(tools, 2, "log", Word.TOOL_LOG, new Panel.Logbook(0, ""));
        tool(tools, 3, "help", Word.TOOL_HELP, new Panel.Help());
        locks(locks);
    }

    private void locks(Box box) {
        float y = 34;
        for (String device : now.facts().lockable()) {
            Hung hung = Hung.on(now.values(), device);
            if (!hung.any() || y > box.height() - 24) {
                continue;
            }
            float x = box.x() + 8;
            if (hung.lock()) {
                Icons.padlock(pen, x, box.y() + y + 11, 15, Look.BAD);
            }
            if (hung.tag()) {
                Icons.plate(pen, x + 20, box.y() + y + 11, 15, Look.BAD);
            }
            pen.label(
                    new Box(x + 36, box.y() + y, box.width() - 44, 22),
                    Look.BODY,
                    Canvas.Align.LEFT,
                    device,
                    Look.WHITE);
            y += 26;
        }
        if (y == 34) {
            pen.label(box.row(34, 22), Look.BODY, Canvas.Align.LEFT, pen.say(Word.NONE_HUNG), Look.FAINT);
        }
    }

    private void head(Box column, Word word) {
        pen.label(column.row(0, 22), Look.BODY, Canvas.Align.LEFT, pen.say(word), Look.ACCENT);
        pen.fill(new Box(column.x(), column.y() + 25, column.width(), 1), 0, Look.GLASS_EDGE);
    }

    private void tool(Box column, int index, String id, Word word, Panel opens) {
        Box row = column.row(34 + index * 56f, 48);
        Box in = Widgets.row(pen, id, row, new Act.Show(opens));
        float x = in.x() + 12;
        switch (id) {
            case "radio" -> Icons.radio(pen, x, row.centreY(), 22, Look.ACCENT);
            case "plan" -> Icons.map(pen, x, row.centreY(), 22, Look.ACCENT);
            case "log" -> Icons.book(pen, x, row.centreY(), 20, Look.ACCENT);
            default -> Icons.question(pen, x, row.centreY(), 22, Look.ACCENT);
        }
        pen.label(
                new Box(in.x() + 38, row.y(), in.width() - 38, row.height()),
                Look.BODY + 1,
                Canvas.Align.LEFT,
                pen.say(word),
                Look.WHITE);
    }

    void logbook(int field, String typed) {
        Dialog dialog = new Dialog(pen, screen, pen.say(Word.LOGBOOK), 720, 420);
        Box body = dialog.body();
        List<FieldFacts.Entry> log = now.facts().work().log();
        Box list = new Box(body.x(), body.y(), body.width() - 256, body.height());
        float step = Math.min(30, list.height() / Math.max(1, log.size()));
        for (int i = 0; i < log.size(); i++) {
            entry(list.row(i * step, step - 3), log.get(i), i, i == field);
        }
        Box side = new Box(body.right() - 240, body.y(), 240, body.height());
        if (log.isEmpty()) {
            return;
        }
        FieldFacts.Entry chosen = log.get(Math.floorMod(field, log.size()));
        Box display = side.row(0, 40);
        pen.fill(display, 6, 0x00000066);
        pen.frame(display.inset(0.5f), 6, 1, Look.GLASS_EDGE);
        pen.label(
                new Box(display.x() + 10, display.y(), 150, 40),
                Look.LARGE,
                Canvas.Align.LEFT,
                typed.isEmpty() ? "_" : typed,
                Look.WHITE);
        pen.label(
                new Box(display.right() - 70, display.y(), 60, 40),
                Look.BODY,
                Canvas.Align.RIGHT,
                chosen.unit(),
                Look.PALE);
        String range =
                pen.say(Word.RANGE, Widgets.number(chosen.low(), 0), Widgets.number(chosen.high(), 0), chosen.unit());
        pen.label(side.row(44, 18), Look.SMALL, Canvas.Align.LEFT, range, Look.FAINT);
        ReadingPlates.pad(pen, side.row(68, Math.min(176, side.height() - 160)), chosen.low(), Tone.DARK);
        Box enter = side.row(side.height() - 80, 36);
        boolean ready = now.freedom().operable() && !typed.isEmpty();
        Widgets.button(pen, "enter", enter, pen.say(Word.ENTER), Tone.YELLOW, new Act.Enter(), ready);
        Widgets.button(
                pen,
                "report",
                side.row(side.height() - 36, 36),
                pen.say(Word.SEND_REPORT),
                Tone.BLUE,
                new Act.Show(new Panel.Report()),
                now.freedom().operable());
    }

    void report() {
        Dialog dialog = new Dialog(pen, screen, pen.say(Word.SEND_REPORT), 460, 200);
        Box body = dialog.body();
        pen.paragraph(body.row(0, 60), Look.BODY + 1, pen.say(Word.REPORT_SURE), Look.WHITE);
        Box row = body.row(body.height() - ROW, ROW);
        Widgets.button(
                pen,
                "send",
                row.column(0, 2, 12),
                pen.say(Word.SEND_REPORT),
                Tone.YELLOW,
                new Act.Send(Operation.of("REPORT", "send")),
                now.freedom().operable());
        Widgets.button(
                pen,
                "back",
                row.column(1, 2, 12),
                pen.say(Word.BACK),
                Tone.DARK,
                new Act.Show(new Panel.Logbook(0, "")));
    }

    private void entry(Box row, FieldFacts.Entry entry, int index, boolean chosen) {
        String id = "field " + entry.id();
        pen.fill(row, 4, chosen ? Look.ACCENT_SOFT : pen.hovered(id) ? 0xFFFFFF26 : Look.GLASS_RAISED);
        float size = Math.min(Look.BODY, row.height() * 0.62f);
        pen.label(
                new Box(row.x() + 10, row.y(), row.width() - 140, row.height()),
                size,
                Canvas.Align.LEFT,
                pen.say(entry.name()),
                Look.WHITE);
        double value = now.values().value("LOG." + entry.id());
        pen.label(
                new Box(row.right() - 126, row.y(), 70, row.height()),
                size,
                Canvas.Align.RIGHT,
                Double.isNaN(value) ? "-" : Widgets.number(value, 1),
                Double.isNaN(value) ? Look.FAINT : Look.GOOD);
        pen.label(
                new Box(row.right() - 50, row.y(), 44, row.height()), size, Canvas.Align.LEFT, entry.unit(), Look.PALE);
        pen.ring(id, row, 4);
        pen.hit(id, row, new Act.Show(new Panel.Logbook(index, "")));
    }
}
