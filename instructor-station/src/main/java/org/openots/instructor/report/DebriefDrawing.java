package org.openots.instructor.report;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openots.common.text.LocalText;
import org.openots.instructor.debrief.Debrief;

/** The timeline and the curves of a debrief as line drawings. */
final class DebriefDrawing {
    private static final Color FIELD = new Color(0xF4, 0xF7, 0xF5);
    private static final Color GRID = new Color(0xC9, 0xD3, 0xCF);
    private static final Color PEN = new Color(0x1D, 0x3F, 0x94);
    private static final Color LOSS = new Color(0xC4, 0x16, 0x1C);
    private static final Color SOON = new Color(0xF0, 0x8A, 0x00);
    private static final Color AWARE = new Color(0xF4, 0xD0, 0x00);
    private static final float LANE = 22;
    private static final float LABEL = 52;
    private static final float AXIS = 14;
    private static final float CURVE = 62;
    private static final float SMALL = 7;
    private static final float MARK = 3.2f;
    private static final float HAIR = 0.4f;
    /** Room of a text beside a mark, points of a page. */
    private static final float WORD = 46;

    private static final int MOST_TICKS = 8;
    private static final int MINUTE = 60;
    private static final List<Integer> STEPS = List.of(10, 20, 60, 120, 300, 600, 900, 1800, 3600);

    /** Lanes that say something even when they are empty. */
    private static final Set<Debrief.Lane> ALWAYS = Set.of(Debrief.Lane.ALARM, Debrief.Lane.LOST);

    private static final Map<Debrief.Lane, LocalText> LANES = Map.of(
            Debrief.Lane.ALARM, new LocalText("报警、联锁", "Alarms, trips"),
            Debrief.Lane.ACTION, new LocalText("操作", "Operations"),
            Debrief.Lane.FAULT, new LocalText("故障", "Faults"),
            Debrief.Lane.STEP, new LocalText("步骤", "Steps"),
            Debrief.Lane.LOST, new LocalText("失分", "Lost points"));

    private final Debrief debrief;
    private final Locale locale;
    private final PdfParts parts;
    private final PdfWriter writer;
    private final double end;

    DebriefDrawing(Debrief debrief, Locale locale, PdfParts parts, PdfWriter writer) {
        this.debrief = debrief;
        this.locale = locale;
        this.parts = parts;
        this.writer = writer;
        this.end = Math.max(1, debrief.head().seconds());
    }

    private float at(double time, float width) {
        return LABEL + (float) ((width - LABEL - MARK) * Math.max(0, Math.min(1, time / end)));
    }

    /** Lanes of marks over model time. */
    Image timeline(float width) {
        List<Debrief.Lane> lanes = new ArrayList<>(List.of(Debrief.Lane.values()));
        lanes.removeIf(
                lane -> !ALWAYS.contains(lane) && debrief.marks().stream().noneMatch(mark -> mark.lane() == lane));
        float height = AXIS + LANE * lanes.size();
        PdfTemplate drawing = writer.getDirectContent().createTemplate(width, height);
        for (int i = 0; i < lanes.size(); i++) {
            float bottom = height - (i + 1) * LANE;
            drawing.setColorFill(FIELD);
            drawing.rectangle(LABEL, bottom + 1, width - LABEL, LANE - 2);
            drawing.fill();
            text(drawing, Objects.requireNonNull(LANES.get(lanes.get(i))).in(locale), 0, bottom + LANE / 2 - SMALL / 3);
        }
        axis(drawing, width, AXIS, height);
        for (int i = 0; i < lanes.size(); i++) {
            lane(drawing, lanes.get(i), width, height - (i + 1) * LANE);
        }
        return image(drawing);
    }

    private void lane(PdfContentByte drawing, Debrief.Lane lane, float width, float bottom) {
        float free = 0;
        for (Debrief.Mark mark : marks(lane)) {
            float x = at(mark.time(), width);
            mark(drawing, mark, x, bottom + LANE - 2 * MARK - 1);
            String word = word(mark);
            float room = parts.base().getWidthPoint(word, SMALL);
            if (!word.isEmpty() && x - room / 2 >= free) {
                float left = Math.min(x - room / 2, width - room);
                text(drawing, word, left, bottom + MARK);
                free = left + Math.max(room, Math.min(WORD, room)) + MARK;
            }
        }
    }

    /** The marks of a lane; points lost within a second are one. */
    private List<Debrief.Mark> marks(Debrief.Lane lane) {
        List<Debrief.Mark> marks = new ArrayList<>();
        for (Debrief.Mark mark : debrief.marks()) {
            Debrief.Mark last = marks.isEmpty() ? mark : marks.get(marks.size() - 1);
            boolean more = lane == Debrief.Lane.LOST && !marks.isEmpty() && mark.time() - last.time() < 1;
            if (mark.lane() == lane && more) {
                double sum = last.points() + mark.points();
                marks.set(
                        marks.size() - 1,
                        new Debrief.Mark(lane, last.time(), last.subject(), last.text(), 0, sum, last.key()));
            } else if (mark.lane() == lane) {
                marks.add(mark);
            }
        }
        return marks;
    }

    private String word(Debrief.Mark mark) {
        return switch (mark.lane()) {
            case LOST -> "\u2212" + String.format(Locale.ROOT, "%.1f", mark.points());
            case STEP -> "";
            default -> mark.subject().replaceFirst("\\.TRIP$", "");
        };
    }

    /** Shapes differ, not only colours: square, triangle and circle for the priorities, a bolt's diamond for a fault. */
    private static void mark(PdfContentByte drawing, Debrief.Mark mark, float x, float y) {
        drawing.setLineWidth(HAIR);
        drawing.setColorStroke(PdfParts.INK);
        drawing.setColorFill(
                switch (mark.lane()) {
                    case ALARM -> mark.priority() == 1 ? LOSS : mark.priority() == 2 ? SOON : AWARE;
                    case LOST -> LOSS;
                    case FAULT -> PdfParts.INK;
                    default -> Color.WHITE;
                });
        boolean square = mark.priority() == 1 || mark.lane() == Debrief.Lane.LOST;
        if (square) {
            drawing.rectangle(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
        } else if (mark.priority() == 2) {
            drawing.moveTo(x, y + MARK);
            drawing.lineTo(x + MARK, y - MARK);
            drawing.lineTo(x - MARK, y - MARK);
            drawing.closePath();
        } else if (mark.lane() == Debrief.Lane.ACTION) {
            drawing.rectangle(x - HAIR, y - MARK, 2 * HAIR, 2 * MARK);
        } else if (mark.lane() == Debrief.Lane.FAULT || mark.lane() == Debrief.Lane.STEP) {
            drawing.moveTo(x, y + MARK);
            drawing.lineTo(x + MARK, y);
            drawing.lineTo(x, y - MARK);
            drawing.lineTo(x - MARK, y);
            drawing.closePath();
        } else {
            drawing.circle(x, y, MARK);
        }
        drawing.fillStroke();
    }

    private void axis(PdfContentByte drawing, float width, float bottom, float top) {
        int step = STEPS.stream()
                .filter(one -> end / one <= MOST_TICKS)
                .findFirst()
                .orElse(7200);
        for (int time = 0; time <= end; time += step) {
            float x = at(time, width);
            drawing.setLineWidth(HAIR);
            drawing.setColorStroke(GRID);
            drawing.moveTo(x, bottom);
            drawing.lineTo(x, top);
            drawing.stroke();
            String word = step % MINUTE == 0 ? time / MINUTE + " min" : time + " s";
            float room = parts.base().getWidthPoint(word, SMALL);
            text(drawing, word, Math.min(x - room / 2, width - room), bottom - SMALL - 2);
        }
    }

    /** One drawing for each signal, so that none is cut by the end of a page. */
    List<Image> curves(float width) {
        List<Image> images = new ArrayList<>();
        debrief.curves().pens().forEach(pen -> images.add(curve(pen, width)));
        return images;
    }

    private Image curve(Debrief.Pen pen, float width) {
        float height = CURVE + AXIS;
        PdfTemplate drawing = writer.getDirectContent().createTemplate(width, height);
        drawing.setColorFill(FIELD);
        drawing.rectangle(LABEL, AXIS, width - LABEL, CURVE - SMALL - MARK);
        drawing.fill();
        axis(drawing, width, AXIS, height - SMALL - MARK);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : pen.values()) {
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        text(drawing, pen.tag() + " " + pen.text().in(locale) + ", " + pen.unit(), LABEL, height - SMALL);
        if (least <= most) {
            line(drawing, pen, width, least, most);
            text(drawing, number(most, pen), 0, height - 2 * SMALL - MARK);
            text(drawing, number(least, pen), 0, AXIS + 1);
        }
        return image(drawing);
    }

    private static String number(double value, Debrief.Pen pen) {
        return String.format(Locale.ROOT, "%." + pen.decimals() + "f", value).replace('-', '\u2212');
    }

    private void line(PdfContentByte drawing, Debrief.Pen pen, float width, double least, double most) {
        float bottom = AXIS + 2 * MARK;
        float top = AXIS + CURVE - SMALL - 3 * MARK;
        double room = Math.max(1e-9, most - least);
        for (Debrief.Limit limit : pen.limits()) {
            if (limit.value() > least && limit.value() < most) {
                float y = (float) (bottom + (top - bottom) * (limit.value() - least) / room);
                drawing.setColorStroke(LOSS);
                drawing.setLineDash(3, 3, 0);
                drawing.moveTo(LABEL, y);
                drawing.lineTo(width, y);
                drawing.stroke();
                drawing.setLineDash(0);
                text(drawing, limit.kind(), LABEL + 2, y + 1);
            }
        }
        drawing.setColorStroke(PEN);
        drawing.setLineWidth(1);
        boolean down = false;
        double[] times = debrief.curves().times();
        for (int i = 0; i < times.length; i++) {
            double value = pen.values()[i];
            if (!Double.isFinite(value)) {
                down = false;
                continue;
            }
            float x = at(times[i], width);
            float y = (float) (bottom + (top - bottom) * (value - least) / room);
            if (down) {
                drawing.lineTo(x, y);
            } else {
                drawing.moveTo(x, y);
            }
            down = true;
        }
        drawing.stroke();
    }

    private void text(PdfContentByte drawing, String text, float x, float y) {
        drawing.beginText();
        drawing.setColorFill(PdfParts.INK);
        drawing.setFontAndSize(parts.base(), SMALL);
        drawing.showTextAligned(PdfContentByte.ALIGN_LEFT, parts.printable(text), Math.max(0, x), y, 0);
        drawing.endText();
    }

    private static Image image(PdfTemplate drawing) {
        Image image = Image.getInstance(drawing);
        image.setSpacingAfter(4);
        return image;
    }
}
