package org.openots.distillation.field3d.ui;

import org.openots.distillation.field3d.state.Hung;
import org.openots.distillation.field3d.state.Operation;
import org.openots.distillation.field3d.ui.Look.Tone;
import org.openots.simulator.field.LockoutPoint;

/** The plates of valves, machines and switches. */
final class DevicePlates {
    private static final double FULL = 99.5;

    private final Pen pen;
    private final Screen screen;
    private final Situation now;

    DevicePlates(Pen pen, Screen screen, Situation now) {
        this.pen = pen;
        this.screen = screen;
        this.now = now;
    }

    private Plate plate(String tag, float room) {
        return new Plate(pen, screen, now, tag, pen.say(now.facts().name(tag)), room);
    }

    private String state(double percent) {
        if (Double.isNaN(percent)) {
            return pen.say(Word.UNKNOWN);
        }
        return pen.say(percent >= FULL ? Word.OPENED : percent <= 100 - FULL ? Word.SHUT : Word.PARTLY);
    }

    void handValve(String tag) {
        FieldFacts.Valve valve = now.facts().valves().get(tag);
        Plate plate = plate(tag, 336);
        double percent = plate.value(tag);
        plate.row(pen.say(Word.KIND), valve == null ? "-" : pen.say(valve.kind()));
        plate.row(pen.say(Word.STATE), state(percent));
        double turns = valve == null ? 1 : valve.turns();
        plate.row(
                pen.say(Word.TURNS),
                pen.say(
                        Word.TURNS_OF,
                        Widgets.number(percent / 100 * turns, 2),
                        Widgets.number(turns, turns < 1 ? 2 : 0)));
        plate.rule();
        Box middle = plate.take(152);
        dial(new Box(middle.x(), middle.y(), 140, 152), percent);
        Box buttons = new Box(middle.x() + 156, middle.y() + 2, middle.width() - 156, 148);
        boolean free = !Hung.on(now.values(), tag).lock();
        valveButton(tag, buttons.row(0, 32), "open", free);
        valveButton(tag, buttons.row(39, 32), "more", free);
        valveButton(tag, buttons.row(77, 32), "less", free);
        valveButton(tag, buttons.row(116, 32), "shut", free);
        plate.gap(12);
        plate.hung(tag);
        plate.gap(10);
        plate.tools(tag);
        plate.foot(Word.PLATE_KEYS);
    }

    private void valveButton(String tag, Box at, String id, boolean free) {
        boolean enabled = free && now.freedom().operable();
        switch (id) {
            case "open" ->
                Widgets.button(pen, id, at, pen.say(Word.OPEN_FULLY), Tone.GREEN, new Act.TurnTo(tag, 100), enabled);
            case "more" ->
                Widgets.button(pen, id, at, pen.say(Word.OPEN_MORE), Tone.BLUE, new Act.Hold(tag, 1), enabled);
            case "less" ->
                Widgets.button(pen, id, at, pen.say(Word.SHUT_MORE), Tone.BLUE, new Act.Hold(tag, -1), enabled);
            default -> Widgets.button(pen, id, at, pen.say(Word.SHUT_FULLY), Tone.RED, new Act.TurnTo(tag, 0), enabled);
        }
    }

    private void dial(Box box, double percent) {
        Box round = new Box(box.x(), box.y() + 4, box.width(), box.width());
        Widgets.opening(pen, round, percent, pen.say(Word.OPENING));
        pen.text(
                round.x() + 22,
                round.bottom() - 2,
                Look.SMALL,
                Canvas.Align.CENTRE,
                pen.say(Word.END_SHUT),
                Look.INK_DIM);
        pen.text(
                round.right() - 22,
                round.bottom() - 2,
                Look.SMALL,
                Canvas.Align.CENTRE,
                pen.say(Word.END_OPEN),
                Look.INK_DIM);
    }

    void controlValve(String tag) {
        Plate plate = plate(tag, 276);
        double percent = plate.value(tag);
        plate.row(pen.say(Word.KIND), pen.say(Word.CONTROL_VALVE));
        plate.row(pen.say(Word.STATE), state(percent));
        plate.rule();
        Box middle = plate.take(152);
        dial(new Box(middle.x(), middle.y(), 140, 152), percent);
        stem(new Box(middle.x() + 172, middle.y() + 6, middle.width() - 180, 138), percent);
        plate.gap(14);
        plate.note(pen.say(Word.BY_LOOP));
        plate.foot(Word.PLATE_KEYS_READ);
    }

    /** The stem of an actuator beside its scale. */
    private void stem(Box box, double percent) {
        pen.label(box.row(0, 18), Look.SMALL, Canvas.Align.LEFT, pen.say(Word.STEM), Look.INK_DIM);
        Box scale = new Box(box.x() + 34, box.y() + 26, 26, box.height() - 34);
        pen.fill(scale, 4, Look.WELL);
        pen.frame(scale.inset(0.5f), 4, 1, 0xA9B6C1FF);
        for (int i = 0; i <= 4; i++) {
            float y = scale.bottom() - scale.height() * i / 4;
            pen.line(1, 0x7E8D99FF, scale.right() + 2, y, scale.right() + 9, y);
            pen.text(scale.x() - 8, y, Look.SMALL, Canvas.Align.RIGHT, Integer.toString(25 * i), Look.INK_DIM);
        }
        if (!Double.isNaN(percent)) {
            float y = scale.bottom() - scale.height() * (float) Math.max(0, Math.min(1, percent / 100));
            pen.fill(new Box(scale.centreX() - 4, y, 8, scale.bottom() - y), 0, 0x8A99A6FF);
            pen.fill(new Box(scale.x() - 4, y - 3, scale.width() + 8, 6), 2, 0xC0362BFF);
        }
    }

    void machine(String tag) {
        FieldFacts.Machine machine = now.facts().machines().get(tag);
        Plate plate = plate(tag, 307);
        boolean on = now.values().on(tag);
        boolean tripped = now.values().on(tag + ".TRIP");
        boolean standing = now.values().on(tag + ".STANDBY");
        double speed = plate.value(tag + ".SPEED");
        double permit = plate.value(tag + ".PERMIT");
        String word = pen.say(tripped ? Word.TRIPPED : on ? Word.RUNNING : standing ? Word.STANDING_BY : Word.STOPPED);
        boolean panel = machine != null && machine.panel();
        plate.row(pen.say(Word.KIND), panel ? pen.say(Word.MACHINE) : "-");
        plate.lamp(pen.say(Word.STATE), word, tripped ? 0xE0A020FF : 0x38B764FF, on || tripped);
        plate.row(pen.say(Word.SPEED), Double.isNaN(speed) ? "-" : Widgets.number(speed, 0) + " %");
        plate.row(
                pen.say(Word.PERMIT),
                Double.isNaN(permit) ? "-" : pen.say(permit > 0.5 ? Word.YES : Word.NO),
                Double.isNaN(permit) ? Look.INK : permit > 0.5 ? Look.INK_GOOD : Look.INK_BAD);
        plate.rule();
        boolean free = !Hung.on(now.values(), tag).lock() && now.freedom().operable() && panel;
        Box row = plate.take(96);
        pen.fill(row, 8, 0xDCE3E9FF);
        push(row.column(0, 3, 0), "start", Word.START, 0x2A8F50FF, tag, free && !on && !tripped);
        push(row.column(1, 3, 0), "stop", Word.STOP, 0xB4463AFF, tag, free && on);
        push(row.column(2, 3, 0), "reset", Word.RESET, 0x2F6FA6FF, tag, free && tripped);
        plate.gap(12);
        if (panel) {
            plate.hung(tag);
        } else {
            plate.note(pen.say(Word.NO_PANEL));
        }
        plate.gap(12);
        plate.tools(tag);
        plate.foot(Word.PLATE_KEYS_READ);
    }

    /** A round push button with its words below, as on a local panel. */
    private void push(Box cell, String id, Word word, int colour, String tag, boolean enabled) {
        float x = cell.centreX();
        float y = cell.y() + 38;
        pen.disc(x, y + 2, 26, 0x00000030);
        pen.disc(x, y, 26, 0x9AA7B2FF);
        pen.disc(x, y, 23, 0x6B7985FF);
        boolean down = pen.held(id);
        pen.disc(x, y + (down ? 1 : 0), 20, enabled ? colour : 0xA9B4BDFF);
        if (enabled && !down) {
            pen.disc(x, y - 5, 13, 0xFFFFFF26);
        }
        if (pen.hovered(id) && enabled) {
            pen.disc(x, y, 20, 0xFFFFFF26);
        }
        pen.label(
                new Box(cell.x() + 4, cell.bottom() - 27, cell.width() - 8, 20),
                Look.BODY,
                Canvas.Align.CENTRE,
                pen.say(word),
                enabled ? Look.INK : Look.INK_DIM);
        if (enabled) {
            Box box = new Box(x - 28, y - 28, 56, 56);
            pen.ring(id, box, 28);
            pen.hit(id, box, new Act.Send(Operation.local(tag, id)));
        }
    }

    void power(String tag) {
        Plate plate = plate(tag, 235);
        boolean on = now.values().on(tag);
        plate.row(pen.say(Word.KIND), pen.say(Word.SWITCH));
        plate.lamp(pen.say(Word.STATE), pen.say(on ? Word.ON : Word.OFF), 0x38B764FF, on);
        plate.rule();
        Box row = plate.take(72);
        rotary(new Box(row.x(), row.y(), 90, 72), on);
        Box buttons = new Box(row.x() + 110, row.y() + 16, row.width() - 110, 40);
        boolean free = !Hung.on(now.values(), tag).lock() && now.freedom().operable();
        Widgets.button(
                pen,
                "on",
                buttons.column(0, 2, 10),
                pen.say(Word.SWITCH_ON),
                Tone.GREEN,
                new Act.Send(Operation.of(tag, "on")),
                free && !on);
        Widgets.button(
                pen,
                "off",
                buttons.column(1, 2, 10),
                pen.say(Word.SWITCH_OFF),
                Tone.RED,
                new Act.Send(Operation.of(tag, "off")),
                free && on);
        plate.gap(12);
        plate.hung(tag);
        plate.gap(12);
        plate.tools(tag);
        plate.foot(Word.PLATE_KEYS_READ);
    }

    private void rotary(Box box, boolean on) {
        float x = box.x() + 44;
        float y = box.centreY();
        pen.fill(new Box(x - 34, y - 34, 68, 68), 8, 0xF0C63AFF);
        pen.disc(x, y, 27, 0x3A4650FF);
        double angle = on ? Math.PI / 4 : -Math.PI / 4;
        float dx = 24 * (float) Math.sin(angle);
        float dy = -24 * (float) Math.cos(angle);
        pen.line(11, 0xB4322AFF, x - dx * 0.8f, y - dy * 0.8f, x + dx, y + dy);
        pen.line(2, Look.WHITE, x + dx * 0.45f, y + dy * 0.45f, x + dx * 0.95f, y + dy * 0.95f);
        pen.text(x - 24, y - 25, 11, Canvas.Align.CENTRE, "0", Look.INK);
        pen.text(x + 24, y - 25, 11, Canvas.Align.CENTRE, "1", Look.INK);
    }

    void emergencyStop(String tag, boolean lifted) {
        Plate plate = plate(tag, 293);
        boolean pressed = now.values().on(tag);
        plate.row(pen.say(Word.KIND), pen.say(Word.EMERGENCY));
        plate.lamp(pen.say(Word.STATE), pen.say(pressed ? Word.PRESSED : Word.READY), 0xD83A2EFF, pressed);
        plate.rule();
        Box middle = plate.take(126);
        mushroom(middle.centreX(), middle.centreY(), pressed, lifted);
        plate.gap(10);
        if (pressed) {
            plate.note(pen.say(Word.ESTOP_LOSS));
        } else if (lifted) {
            plate.alarm(pen.say(Word.ESTOP_SURE));
        } else {
            plate.note(pen.say(Word.ESTOP_LOSS));
        }
        plate.gap(12);
        Box row = plate.take(36);
        if (pressed) {
            plate.button("release", row, pen.say(Word.RELEASE), Tone.BLUE, new Act.Send(Operation.of(tag, "reset")));
        } else if (lifted) {
            plate.button(
                    "press",
                    row.column(0, 2, 10),
                    pen.say(Word.PRESS),
                    Tone.RED,
                    new Act.Send(Operation.of(tag, "press")));
            plate.link(
                    "lower",
                    row.column(1, 2, 10),
                    pen.say(Word.LOWER_COVER),
                    new Act.Show(new Panel.EmergencyStop(tag, false)));
        } else {
            plate.button(
                    "lift",
                    row,
                    pen.say(Word.LIFT_COVER),
                    Tone.YELLOW,
                    new Act.Show(new Panel.EmergencyStop(tag, true)));
        }
        plate.foot(Word.PLATE_KEYS_READ);
    }

    private void mushroom(float x, float y, boolean pressed, boolean lifted) {
        Box base = new Box(x - 58, y - 58, 116, 116);
        pen.fill(base, 10, 0xF2C530FF);
        pen.frame(base.inset(1), 10, 2, 0xB98F12FF);
        float size = pressed ? 34 : 38;
        pen.disc(x, y + 4, size + 4, 0x00000033);
        pen.disc(x, y, size + 4, 0x4B555DFF);
        pen.disc(x, y, size, 0xC8281EFF);
        pen.disc(x - size * 0.18f, y - size * 0.2f, size * 0.62f, 0xE2453AFF);
        pen.arc(x, y, size * 0.5f, 0.4, 2.2, 3, 0xFFFFFFB0);
        pen.arc(x, y, size * 0.5f, 0.4 + Math.PI, 2.2 + Math.PI, 3, 0xFFFFFFB0);
        if (!lifted && !pressed) {
            pen.fill(base.inset(4), 8, 0xDDEEF866);
            pen.frame(base.inset(4), 8, 2, 0xFFFFFFA0);
            pen.line(2, 0xFFFFFFB0, base.x() + 16, base.bottom() - 20, base.x() + 44, base.y() + 16);
        }
    }

    void lockOut(String tag) {
        Plate plate = plate(tag, 258);
        Hung hung = Hung.on(now.values(), tag);
        Box picture = plate.take(110);
        pen.fill(picture, 8, Look.WELL);
        padlock(picture.x() + 70, picture.centreY(), hung.lock());
        sign(new Box(picture.x() + 138, picture.y() + 12, 140, 86), hung.tag());
        plate.gap(12);
        plate.note(pen.say(Word.LOCK_NOTE));
        plate.gap(12);
        hang(plate.take(34), tag, "lock", hung.lock() ? Word.UNLOCK : Word.LOCK, hung.lock());
        plate.gap(10);
        hang(plate.take(34), tag, "tag", hung.tag() ? Word.UNTAG : Word.TAG, hung.tag());
        plate.foot(Word.PLATE_KEYS_READ);
    }

    private void hang(Box at, String tag, String verb, Word word, boolean there) {
        Widgets.button(
                pen,
                verb,
                at,
                pen.say(word),
                there ? Tone.GREY : Tone.BLUE,
                new Act.Send(Operation.of(LockoutPoint.LOTO + tag, there ? "un" + verb : verb)),
                now.freedom().operable());
    }

    private void padlock(float x, float y, boolean there) {
        int body = there ? 0xC8281EFF : 0xB9C4CDFF;
        int shackle = there ? 0x707C86FF : 0xC9D2D9FF;
        pen.arc(x, y - 12, 18, Math.PI, 2 * Math.PI, 7, shackle);
        pen.line(7, shackle, x - 18, y - 13, x - 18, y);
        pen.line(7, shackle, x + 18, y - 13, x + 18, y);
        pen.fill(new Box(x - 28, y - 4, 56, 42), 6, body);
        pen.disc(x, y + 13, 5, 0x00000080);
        pen.line(4, 0x00000080, x, y + 13, x, y + 24);
    }

    private void sign(Box box, boolean there) {
        pen.fill(box, 6, there ? 0xFFFFFFFF : 0xEDF1F4FF);
        pen.frame(box.inset(1), 6, 2, there ? 0xC8281EFF : 0xC3CDD5FF);
        pen.fill(new Box(box.x() + 2, box.y() + 2, box.width() - 4, 20), 4, there ? 0xC8281EFF : 0xC3CDD5FF);
        pen.disc(box.centreX(), box.y() + 12, 4, 0xFFFFFFFF);
        float tall =
                pen.wrapped(Look.BODY, pen.say(Word.TAG_TEXT), box.width() - 16).size() * Look.BODY * 1.45f;
        pen.paragraph(
                new Box(box.x() + 8, box.y() + 24 + (60 - tall) / 2, box.width() - 16, 60),
                Look.BODY,
                Canvas.Align.CENTRE,
                pen.say(Word.TAG_TEXT),
                there ? 0xA02018FF : 0x9AA8B4FF);
    }
}
