package org.openots.distillation.field3d.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The licences of the program and of what it is made with: the files of the package, page by page. */
final class Licences {
    private static final float LINE = 18;
    private static final Pattern COLUMNS = Pattern.compile("(\\S.*?)\\s{3,}(\\S.*?)(?:\\s{2,}(\\S.*))?");

    /** Where the columns of the list of components begin, share of the width. */
    private static final float[] STOPS = {0, 0.33f, 0.55f};

    /** The documents: what the program is made with and the short licences, then the long ones. */
    private static final List<Text> TEXTS = List.of(
            Text.of("field3d/THIRD-PARTY.txt", "第三方组件", "Components"),
            Text.of("field3d/licences/LICENSE", "Apache 2.0", "Apache 2.0"),
            Text.of("font/OFL.txt", "字体 OFL 1.1", "Font OFL 1.1"),
            Text.of("field3d/licences/LGPL-2.0.txt", "LGPL 2.0", "LGPL 2.0"));

    /** A document. */
    private record Text(List<String> lines, String zh, String en) {
        static Text of(String file, String zh, String en) {
            String resource = "/org/openots/distillation/" + file;
            try (InputStream in = Licences.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(resource + " is not on the class path");
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new Text(text.lines().toList(), zh, en);
            } catch (IOException e) {
                throw new IllegalStateException(resource, e);
            }
        }
    }

    private final Pen pen;
    private final Screen screen;

    Licences(Pen pen, Screen screen) {
        this.pen = pen;
        this.screen = screen;
    }

    /** How many documents there are. */
    static int count() {
        return TEXTS.size();
    }

    /** A line within a document, however far it was scrolled. */
    static int line(int text, int wanted) {
        return Math.max(0, Math.min(TEXTS.get(text).lines().size() - 1, wanted));
    }

    void show(Panel.Licences panel) {
        Dialog dialog = new Dialog(pen, screen, pen.say(Word.LICENCES), 900, 620);
        Box body = dialog.body();
        boolean english = Locale.ENGLISH.getLanguage().equals(pen.locale.getLanguage());
        for (int i = 0; i < TEXTS.size(); i++) {
            Look.Tone tone = i == panel.text() ? Look.Tone.YELLOW : Look.Tone.DARK;
            Box tab = body.row(0, 30).column(i, TEXTS.size(), 8);
            String name = english ? TEXTS.get(i).en() : TEXTS.get(i).zh();
            Widgets.button(pen, "text-" + i, tab, name, tone, new Act.Show(new Panel.Licences(i, 0)));
        }
        Box area = new Box(body.x(), body.y() + 40, body.width(), body.height() - 40 - 44);
        pen.fill(area, 6, 0x00000066);
        List<String> lines = TEXTS.get(panel.text()).lines();
        int shown = page(lines, panel.line(), area.inset(10));
        int rows = (int) Math.max(1, (area.height() - 20) / LINE);
        Box foot = body.row(body.height() - 34, 34);
        boolean first = panel.line() == 0;
        boolean last = panel.line() + shown >= lines.size();
        Act back = new Act.Show(new Panel.Licences(panel.text(), line(panel.text(), panel.line() - rows)));
        Act on = new Act.Show(new Panel.Licences(panel.text(), line(panel.text(), panel.line() + shown)));
        Widgets.button(pen, "previous", foot.column(0, 4, 12), pen.say(Word.PAGE_UP), Look.Tone.DARK, back, !first);
        Widgets.button(pen, "next", foot.column(1, 4, 12), pen.say(Word.PAGE_DOWN), Look.Tone.DARK, on, !last);
        String where = (panel.line() + 1) + " - " + (panel.line() + shown) + " / " + lines.size();
        pen.label(foot.column(2, 4, 12), Look.BODY, Canvas.Align.CENTRE, where, Look.PALE);
        Act menu = new Act.Show(new Panel.Menu());
        Widgets.button(pen, "back", foot.column(3, 4, 12), pen.say(Word.BACK), Look.Tone.DARK, menu);
    }

    /** Writes lines from one on until the area is full; gives how many were written. */
    private int page(List<String> lines, int from, Box area) {
        float y = area.y();
        int at = from;
        while (at < lines.size()) {
            String line = lines.get(at).stripTrailing();
            var columns = COLUMNS.matcher(line);
            boolean table = columns.matches() && !line.startsWith(" ");
            List<String> wrapped = table ? List.of(line) : pen.wrapped(Look.SMALL, line, area.width());
            float tall = Math.max(1, wrapped.size()) * LINE;
            if (y + tall > area.bottom() && at > from) {
                break;
            }
            if (table) {
                for (int i = 0; i < STOPS.length && columns.group(i + 1) != null; i++) {
                    float x = area.x() + STOPS[i] * area.width();
                    float end = i + 1 < STOPS.length ? area.x() + STOPS[i + 1] * area.width() - 8 : area.right();
                    Box cell = new Box(x, y, end - x, LINE);
                    pen.label(cell, Look.SMALL, Canvas.Align.LEFT, columns.group(i + 1), Look.WHITE);
                }
            } else {
                for (int i = 0; i < wrapped.size() && y + (i + 1) * LINE <= area.bottom() + 1; i++) {
                    pen.text(
                            area.x(), y + (i + 0.5f) * LINE, Look.SMALL, Canvas.Align.LEFT, wrapped.get(i), Look.WHITE);
                }
            }
            y += tall;
            at++;
        }
        return at - from;
    }
}
