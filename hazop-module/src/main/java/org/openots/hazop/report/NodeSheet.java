package org.openots.hazop.report;

import java.util.List;
import java.util.Optional;
import org.openots.hazop.risk.Rating;

/** The record table of one node on its sheet. */
final class NodeSheet {
    private static final int NO = 0;
    private static final int NODE = 1;
    private static final int PARAMETER = 2;
    private static final int DEVIATION = 3;
    private static final int CAUSE = 4;
    private static final int CONSEQUENCE = 5;
    private static final int INITIAL = 6;
    private static final int SAFEGUARDS = 9;
    private static final int EXISTING = 10;
    private static final int PLAN = 13;
    private static final int OWNER = 14;
    private static final int DUE = 15;
    private static final int AFTER = 16;
    private static final int REMARKS = 19;
    private static final int LEVELS = 3;

    /** Widths of the columns in Latin digits. */
    static final double[] WIDTHS = {4.5, 7, 9, 13, 22, 24, 3.4, 3.4, 4, 22, 3.4, 3.4, 4, 22, 12.5, 10.5, 3.4, 3.4, 4, 7
    };

    private final Report report;
    private final ReportWords words;
    private final Page page;
    private int number = 1;

    NodeSheet(Report report, Page page) {
        this.report = report;
        this.words = report.words();
        this.page = page;
    }

    void write(Report.Node node) {
        page.across(Palette.Look.TITLE, node.id() + " " + node.name());
        page.across(Palette.Look.NOTE, words.of("col.boundary") + "  " + node.boundary());
        page.across(Palette.Look.NOTE, words.of("col.intent") + "  " + node.intent());
        if (!node.tags().isEmpty()) {
            page.across(Palette.Look.NOTE, words.of("col.tags") + "  " + String.join(" ", node.tags()));
        }
        heads();
        int first = page.next();
        for (Report.Deviation deviation : node.deviations()) {
            deviation(deviation);
        }
        cellDown(first, page.next() - 1, NODE, Palette.Look.KEY, node.id() + "\n" + node.name());
    }

    private void heads() {
        int top = page.next();
        String[] names = {
            "no",
            "node",
            "parameter",
            "deviation",
            "cause",
            "consequence",
            "initial",
            "",
            "",
            "safeguards",
            "existing",
            "",
            "",
            "recommendations",
            "owner",
            "due",
            "after",
            "",
            "",
            "remarks"
        };
        for (int i = 0; i < names.length; i++) {
            page.cell(top, i, Palette.Look.HEAD, names[i].isEmpty() ? "" : words.of("col." + names[i]));
            page.cell(top + 1, i, Palette.Look.HEAD, "");
            boolean risk = i == INITIAL || i == EXISTING || i == AFTER;
            if (!risk && !names[i].isEmpty()) {
                page.merge(top, top + 1, i, i);
            }
        }
        for (int at : new int[] {INITIAL, EXISTING, AFTER}) {
            page.merge(top, top, at, at + LEVELS - 1);
            page.cell(top + 1, at, Palette.Look.HEAD, words.of("col.s"));
            page.cell(top + 1, at + 1, Palette.Look.HEAD, words.of("col.l"));
            page.cell(top + 1, at + 2, Palette.Look.HEAD, words.of("col.r"));
        }
        page.height(top, Page.LINE_HEIGHT);
        page.height(top + 1, Page.LINE_HEIGHT);
        page.advance(2);
        page.repeat(top, top + 1, CAUSE);
    }

    private void deviation(Report.Deviation deviation) {
        int first = page.next();
        if (deviation.causes().isEmpty()) {
            line(
                    new Report.Line(
                            "", Optional.empty(), "", false, Optional.empty(), Report.Plan.NONE, Optional.empty()),
                    1);
            cellDown(first, first, CAUSE, Palette.Look.TEXT, words.of("empty"));
            cellDown(first, first, SAFEGUARDS, Palette.Look.TEXT, "");
        }
        for (Report.Cause cause : deviation.causes()) {
            cause(cause);
        }
        int last = page.next() - 1;
        String parameter = deviation.parameter() + "\n" + deviation.guideWord();
        cellDown(first, last, PARAMETER, Palette.Look.KEY, parameter);
        cellDown(first, last, DEVIATION, Palette.Look.KEY, deviation.id() + "\n" + deviation.text());
        stretch(first, last, deviation.id() + "\n" + deviation.text(), DEVIATION);
        stretch(first, last, parameter, PARAMETER);
    }

    private void cause(Report.Cause cause) {
        int first = page.next();
        int shared = first;
        String safeguards = "";
        List<Report.Line> lines = cause.lines();
        for (int i = 0; i < lines.size(); i++) {
            Report.Line line = lines.get(i);
            if (i == 0 || !line.shared()) {
                if (i > 0) {
                    safeguards(shared, page.next() - 1, safeguards);
                }
                shared = page.next();
                safeguards = line.safeguards();
            }
            line(line, rows(line, cause.lines().size() == 1 ? cause.text() : ""));
        }
        safeguards(shared, page.next() - 1, safeguards);
        int last = page.next() - 1;
        cellDown(first, last, CAUSE, Palette.Look.TEXT, cause.text());
        stretch(first, last, cause.text(), CAUSE);
    }

    private void safeguards(int first, int last, String text) {
        cellDown(first, last, SAFEGUARDS, Palette.Look.TEXT, text);
        stretch(first, last, text, SAFEGUARDS);
    }

    /** Rows of the sheet a line takes: more than one only where its text is taller than a row can be. */
    private int rows(Report.Line line, String cause) {
        return Math.max(1, (int) Math.ceil(height(line, cause) / Page.TALLEST));
    }

    private double height(Report.Line line, String cause) {
        int lines = CellText.lines(line.consequence(), page.width(CONSEQUENCE));
        lines = Math.max(lines, CellText.lines(line.safeguards(), page.width(SAFEGUARDS)));
        lines = Math.max(lines, CellText.lines(line.plan().text(), page.width(PLAN)));
        lines = Math.max(lines, CellText.lines(line.plan().owner(), page.width(OWNER)));
        lines = Math.max(lines, CellText.lines(line.plan().due(), page.width(DUE)));
        lines = Math.max(lines, CellText.lines(cause, page.width(CAUSE)));
        return lines * Page.LINE_HEIGHT + 4;
    }

    private void line(Report.Line line, int rows) {
        int first = page.next();
        int last = first + rows - 1;
        for (int row = first; row <= last; row++) {
            page.height(row, height(line, "") / rows);
        }
        cellDown(first, last, NO, Palette.Look.CENTER, Integer.toString(number));
        number++;
        cellDown(first, last, CONSEQUENCE, Palette.Look.TEXT, line.consequence());
        risk(first, last, INITIAL, line.initial());
        risk(first, last, EXISTING, line.existing());
        cellDown(first, last, PLAN, Palette.Look.TEXT, line.plan().text());
        cellDown(first, last, OWNER, Palette.Look.TEXT, line.plan().owner());
        cellDown(first, last, DUE, Palette.Look.TEXT, line.plan().due());
        risk(first, last, AFTER, line.after());
        cellDown(first, last, REMARKS, Palette.Look.TEXT, "");
        page.advance(rows);
    }

    private void risk(int first, int last, int column, Optional<Rating> rating) {
        for (int i = 0; i < LEVELS; i++) {
            cellDown(first, last, column + i, Palette.Look.CENTER, "");
        }
        rating.ifPresent(one -> {
            String color = report.matrix().band(one).color();
            page.band(first, column, color, one.severity());
            page.band(first, column + 1, color, one.likelihood());
            page.band(first, column + 2, color, report.matrix().score(one));
        });
    }

    /** A text in a cell that reaches over rows. */
    private void cellDown(int first, int last, int column, Palette.Look look, String text) {
        page.cell(first, column, look, text);
        for (int row = first + 1; row <= last; row++) {
            page.cell(row, column, look, "");
        }
        page.merge(first, last, column, column);
    }

    /** Makes rows taller when a merged text needs more than they have together. */
    private void stretch(int first, int last, String text, int column) {
        page.stretch(first, last, CellText.lines(text, page.width(column)) * Page.LINE_HEIGHT + 4);
    }
}
