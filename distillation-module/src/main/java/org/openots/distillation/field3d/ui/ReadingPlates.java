package org.openots.distillation.field3d.ui;

import java.util.List;
import org.joml.Vector2f;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.state.Blind;
import org.openots.distillation.field3d.state.Operation;
import org.openots.distillation.field3d.ui.Look.Tone;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.field.InspectionPoint;

/** The plates of what is read, and of tasks at one place: gauge, level glass, detector, sample, check point, extinguisher. */
final class ReadingPlates {
    private static final String[] PAD = {"7", "8", "9", "4", "5", "6", "1", "2", "3", "0", ".", "<"};

    private static final int DIRT = 0x6B5A42FF;
    private static final int DIRT_LIGHT = 0x8D7B5CFF;

    private final Pen pen;
    private final Screen screen;
    private final Situation now;

    ReadingPlates(Pen pen, Screen screen, Situation now) {
        this.pen = pen;
        this.screen = screen;
        this.now = now;
    }

    private Plate plate(String tag, float room) {
        return new Plate(pen, screen, now, tag, pen.say(now.facts().name(tag)), room);
    }

    private FieldFacts.Gauge facts(String tag) {
        FieldFacts.Gauge known = now.facts().gauges().get(tag);
        return known == null ? new FieldFacts.Gauge(now.facts().name(tag), "", 0, 100, 0) : known;
    }

    void gauge(String tag) {
        FieldFacts.Gauge gauge = facts(tag);
        boolean blind = now.values().on(Blind.PREFIX + tag);
        Plate plate = plate(tag, blind ? 327 : 281);
        double value = plate.value(tag);
        plate.row(pen.say(Word.KIND), pen.say(Word.GAUGE));
        plate.rule();
        Widgets.gauge(pen, plate.take(206), gauge, value);
        plate.gap(6);
        reading(plate, gauge, value, blind);
        plate.foot(Word.PLATE_KEYS_READ);
    }

    private void reading(Plate plate, FieldFacts.Gauge gauge, double value, boolean blind) {
        if (blind) {
            plate.row(pen.say(Word.READING), pen.say(Word.CANNOT_READ), Look.INK_BAD);
            plate.gap(6);
            plate.note(pen.say(Word.GLASS_BLIND));
        } else {
            plate.row(pen.say(Word.READING), shown(gauge, value));
        }
    }

    private String shown(FieldFacts.Gauge gauge, double value) {
        return Double.isNaN(value)
                ? pen.say(Word.NO_READING)
                : Widgets.number(value, gauge.decimals()) + " " + gauge.unit();
    }

    void levelGlass(String tag) {
        FieldFacts.Gauge gauge = facts(tag);
        boolean blind = now.values().on(Blind.PREFIX + tag);
        Plate plate = plate(tag, blind ? 335 : 289);
        double value = plate.value(tag);
        plate.row(pen.say(Word.KIND), pen.say(Word.LEVEL_GLASS));
        plate.rule();
        glass(plate.take(210), gauge, value, blind);
        plate.gap(10);
        reading(plate, gauge, value, blind);
        plate.foot(Word.PLATE_KEYS_READ);
    }

    private void glass(Box room, FieldFacts.Gauge gauge, double value, boolean blind) {
        Box frame = new Box(room.centreX() - 44, room.y(), 60, room.height());
        pen.fill(frame, 8, 0x55636FFF);
        pen.fill(frame.inset(5), 5, 0x3A4650FF);
        Box tube = new Box(frame.centreX() - 10, frame.y() + 14, 20, frame.height() - 28);
        pen.fill(tube, 4, blind ? DIRT : 0xE9F2F8FF);
        if (blind) {
            for (int i = 0; i < 4; i++) {
                float tall = tube.height() * (0.35f + 0.12f * i);
                pen.fill(
                        new Box(tube.x() + 2 + 4.5f * i, tube.y() + tube.height() * 0.13f * i, 3, tall), 1, DIRT_LIGHT);
            }
        }
        double span = gauge.high() - gauge.low();
        if (!Double.isNaN(value)) {
            float share = (float) Math.max(0, Math.min(1, (value - gauge.low()) / span));
            float tall = tube.height() * share;
            Box liquid = new Box(tube.x(), tube.bottom() - tall, tube.width(), tall);
            pen.fill(liquid, Math.min(4, tall / 2), Look.LIQUID);
            pen.fill(new Box(liquid.x() + 3, liquid.y(), 4, tall), Math.min(2, tall / 2), Look.LIQUID_LIGHT);
            pen.fill(new Box(tube.x(), liquid.y() - 1, tube.width(), 2), 0, 0x1D5E97FF);
            float y = liquid.y();
            pen.polygon(0xC0362BFF, frame.x() - 4, y, frame.x() - 16, y - 6, frame.x() - 16, y + 6);
        }
        pen.fill(new Box(tube.x() + 14, tube.y(), 2, tube.height()), 1, 0xFFFFFF80);
        for (int i = 0; i < 4; i++) {
            Vector2f bolt = new Vector2f(
                    i % 2 == 0 ? frame.x() + 10 : frame.right() - 10, i < 2 ? frame.y() + 10 : frame.bottom() - 10);
            pen.disc(bolt.x, bolt.y, 3, 0x9AA7B2FF);
        }
        for (int i = 0; i <= 10; i++) {
            float y = tube.bottom() - tube.height() * i / 10;
            float length = i % 5 == 0 ? 14 : 8;
            pen.line(i % 5 == 0 ? 2 : 1, Look.INK_DIM, frame.right() + 4, y, frame.right() + 4 + length, y);
            if (i % 5 == 0) {
                String text = Widgets.number(gauge.low() + span * i / 10, 0) + (i == 10 ? " " + gauge.unit() : "");
                pen.text(frame.right() + 26, y, Look.SMALL, Canvas.Align.LEFT, text, Look.INK_DIM);
            }
        }
    }

    void detector(String tag) {
        String target = tag;
        for (var test : now.facts().work().detectorTests().entrySet()) {
            target = test.getValue().contains(tag) ? test.getKey() : target;
        }
        List<String> detectors = now.facts().work().detectorTests().getOrDefault(tag, List.of());
        String name = pen.say(detectors.isEmpty() ? now.facts().name(tag) : Word.DETECTOR_TEST.both());
        Plate plate = new Plate(pen, screen, now, tag, name, 187 + 24 * Math.max(0, detectors.size() - 1));
        boolean tested = now.values().on(target + ".TEST");
        plate.row(pen.say(Word.KIND), pen.say(Word.DETECTOR));
        if (detectors.isEmpty()) {
            plate.row(pen.say(Word.READING), shown(facts(tag), plate.value(tag)));
        }
        for (String detector : detectors) {
            plate.row(detector, shown(facts(detector), plate.value(detector)));
        }
        plate.lamp(pen.say(Word.STATE), pen.say(tested ? Word.TESTED : Word.NOT_TESTED), 0x38B764FF, tested);
        plate.rule();
        plate.gap(4);
        plate.note(pen.say(Word.TEST_NOTE));
        plate.gap(14);
        Widgets.button(
                pen,
                "test",
                plate.take(36),
                pen.say(Word.TEST_GAS),
                Tone.BLUE,
                new Act.Send(Operation.of(target, "test")),
                now.freedom().operable() && !tested);
        plate.foot(Word.PLATE_KEYS_READ);
    }

    void sample(String id, String typed) {
        FieldFacts.Sample sample = now.facts().work().samples().get(id);
        Plate plate = plate(id, 348);
        String unit = sample == null ? "" : sample.result().unit();
        double result = plate.value("SAMPLE." + id);
        double written = plate.value("RECORD." + id);
        String valve = sample == null || sample.valve().isEmpty() ? "" : sample.valve();
        plate.row(pen.say(Word.KIND), pen.say(Word.SAMPLE));
        plate.row(
                pen.say(Word.STATE),
                valve.isEmpty()
                        ? "-"
                        : pen.say(Word.SAMPLE_VALVE, valve) + "  " + Widgets.number(plate.value(valve), 0) + " %");
        plate.row(pen.say(Word.RESULT), Double.isNaN(result) ? "-" : Widgets.number(result, 2) + " " + unit);
        plate.row(pen.say(Word.WRITTEN), Double.isNaN(written) ? "-" : Widgets.number(written, 2) + " " + unit);
        plate.gap(6);
        plate.button("draw", plate.take(34), pen.say(Word.DRAW), Tone.BLUE, new Act.Send(Operation.of(id, "sample")));
        plate.rule();
        Box pad = plate.take(190);
        entry(pad, typed, unit, now.freedom().operable());
        plate.foot(Word.PLATE_KEYS_READ);
    }

    /** A display and a number pad; digits only, so that nothing has to be typed in Chinese. */
    private void entry(Box room, String typed, String unit, boolean enabled) {
        Box display = room.row(0, 34);
        pen.fill(display, 5, 0xFFFFFFFF);
        pen.frame(display.inset(0.5f), 5, 1, 0x9DB0BFFF);
        pen.label(
                new Box(display.x() + 10, display.y(), display.width() - 70, 34),
                Look.TITLE,
                Canvas.Align.LEFT,
                typed.isEmpty() ? "_" : typed,
                Look.INK);
        pen.label(
                new Box(display.right() - 60, display.y(), 50, 34), Look.BODY, Canvas.Align.RIGHT, unit, Look.INK_DIM);
        Box keys = new Box(room.x(), room.y() + 42, room.width() - 96, 148);
        pad(pen, keys, 0, Tone.GREY);
        Box enter = new Box(keys.right() + 10, keys.y(), 86, 148);
        Widgets.button(
                pen,
                "enter",
                enter,
                pen.say(Word.WRITE_DOWN),
                Tone.GREEN,
                new Act.Enter(),
                enabled && !typed.isEmpty());
    }

    /** The keys of a number pad; with a minus when something may be negative. */
    static void pad(Pen pen, Box keys, double low, Tone tone) {
        int rows = low < 0 ? 5 : 4;
        float gap = 6;
        float tall = (keys.height() - gap * (rows - 1)) / rows;
        for (int i = 0; i < PAD.length; i++) {
            int line = i / 3;
            Box row = keys.row(line * (tall + gap), tall);
            char key = PAD[i].charAt(0);
            String shown = key == '<' ? "←" : PAD[i];
            Widgets.button(pen, "key" + key, row.column(i % 3, 3, gap), shown, tone, new Act.Key(key));
        }
        if (low < 0) {
            Widgets.button(pen, "key-", keys.row(4 * (tall + gap), tall), "±", tone, new Act.Key('-'));
        }
    }

    void checkPoint(String id, boolean defects) {
        Plate plate = new Plate(pen, screen, now, id, pen.say(Word.CHECK), defects ? 358 : 167);
        boolean done = now.values().on("CHECK." + id);
        if (defects) {
            plate.row(pen.say(Word.WHICH_DEFECT), "");
            Box list = plate.take(288);
            InspectionDefect[] all = InspectionDefect.values();
            for (int i = 0; i < all.length; i++) {
                int line = i / 2;
                Box row = list.row(line * 41f, 37).column(i % 2, 2, 8);
                defect(row, id, all[i]);
            }
            plate.gap(8);
            plate.link("back", plate.take(30), pen.say(Word.BACK), new Act.Show(new Panel.CheckPoint(id, false)));
            plate.foot(Word.PLATE_KEYS_READ);
            return;
        }
        plate.row(pen.say(Word.KIND), pen.say(Word.CHECK));
        plate.lamp(pen.say(Word.STATE), pen.say(done ? Word.CHECKED : Word.NOT_CHECKED), 0x38B764FF, done);
        plate.words(pen.say(now.facts().name(id)), 42);
        plate.row(pen.say(Word.WRITTEN), reported(plate.value("CHECK." + id + InspectionPoint.REPORTED)));
        plate.gap(8);
        Box row = plate.take(36);
        plate.button("normal", row.column(0, 2, 10), pen.say(Word.NORMAL), Tone.GREEN, report(id, ""));
        plate.button(
                "defect",
                row.column(1, 2, 10),
                pen.say(Word.REPORT_DEFECT),
                Tone.RED,
                new Act.Show(new Panel.CheckPoint(id, true)));
        plate.foot(Word.PLATE_KEYS_READ);
    }

    /** What the station says was reported: no value for nothing, 0 for normal. */
    private String reported(double code) {
        if (Double.isNaN(code)) {
            return "-";
        }
        return pen.say(
                Word.REPORTED,
                InspectionDefect.ofCode(code).map(defect -> pen.say(defect)).orElse(pen.say(Word.NORMAL)));
    }

    private static Act report(String point, String defect) {
        return new Act.Send(new Operation(InspectionPoint.CHECK + point, InspectionPoint.REPORT, 0, defect));
    }

    private void defect(Box row, String point, InspectionDefect defect) {
        String id = "defect " + defect.id();
        pen.fill(row, 5, pen.hovered(id) ? 0xD7E3ECFF : Look.WELL);
        pen.frame(row.inset(0.5f), 5, 1, 0xB9C6D1FF);
        String words = pen.say(defect);
        int lines = pen.wrapped(Look.SMALL, words, row.width() - 16).size();
        float edge = (row.height() - Math.min(2, lines) * Look.SMALL * 1.45f) / 2;
        pen.paragraph(
                new Box(row.x() + 8, row.y() + edge, row.width() - 16, row.height() - 2 * edge),
                Look.SMALL,
                words,
                Look.INK);
        pen.ring(id, row, 5);
        if (now.freedom().operable()) {
            pen.hit(id, row, report(point, defect.id()));
        }
    }

    void aid(Panel.Aid aid) {
        Plate plate = new Plate(pen, screen, now, pen.say(aid.name()), "", 94);
        Word note = Word.EXTINGUISHER_NOTE;
        Word check = Word.EXTINGUISHER_CHECK;
        if (aid.kind() == Item.Kind.HOSE) {
            note = Word.HOSE_NOTE;
            check = Word.HOSE_CHECK;
        } else if (aid.kind() == Item.Kind.EYEWASH) {
            note = Word.EYEWASH_NOTE;
            check = Word.EYEWASH_CHECK;
        }
        plate.gap(2);
        plate.note(pen.say(note));
        plate.gap(8);
        plate.words(pen.say(check), 42);
        plate.foot(Word.PLATE_KEYS_READ);
    }

    void equipment(Panel.Plate of) {
        FieldFacts.Gauge gauge = now.facts().gauges().get(of.tag());
        LocalText name = gauge == null ? of.name() : gauge.name();
        Plate plate = new Plate(pen, screen, now, of.tag(), pen.say(name), gauge == null ? 76 : 100);
        plate.row(pen.say(Word.KIND), pen.say(gauge == null ? Word.EQUIPMENT : Word.GAUGE));
        plate.words(pen.say(name), 42);
        if (gauge != null) {
            plate.row(pen.say(Word.READING), pen.say(Word.NO_READING));
        }
        plate.foot(Word.PLATE_KEYS_READ);
    }
}
