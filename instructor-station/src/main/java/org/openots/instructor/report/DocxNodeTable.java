package org.openots.instructor.report;

import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openots.hazop.report.Report;
import org.openots.hazop.report.ReportWords;
import org.openots.hazop.risk.Rating;

/** The record table of one node in a Word document. */
final class DocxNodeTable {
    private static final int[] WIDTHS = {
        440, 2560, 2560, 300, 300, 360, 2560, 300, 300, 360, 2300, 1000, 1098, 300, 300, 360
    };
    private static final int COLUMNS = WIDTHS.length;
    private static final int[] RISKS = {3, 7, 13};
    private static final int LEVELS = 3;

    private final Report report;
    private final ReportWords words;
    private final DocxParts parts;
    private int number = 1;

    DocxNodeTable(Report report, DocxParts parts) {
        this.report = report;
        this.words = report.words();
        this.parts = parts;
    }

    void write(Report.Node node) {
        parts.heading(node.id() + " " + node.name(), 0);
        parts.paragraph(words.of("col.boundary") + "  " + node.boundary(), DocxParts.TEXT, false);
        parts.paragraph(words.of("col.intent") + "  " + node.intent(), DocxParts.TEXT, false);
        XWPFTable table = parts.table(WIDTHS);
        heads(table);
        for (Report.Deviation deviation : node.deviations()) {
            deviation(table, deviation);
        }
    }

    private static XWPFTableRow row(XWPFTable table) {
        XWPFTableRow row = DocxParts.row(table);
        row.setCantSplitRow(true);
        return row;
    }

    private void heads(XWPFTable table) {
        String[] names = {
            "no",
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
            ""
        };
        String[] levels = {"s", "l", "r"};
        XWPFTableRow top = row(table);
        XWPFTableRow under = row(table);
        top.setRepeatHeader(true);
        under.setRepeatHeader(true);
        for (int i = 0; i < names.length; i++) {
            if (isRisk(i)) {
                int wide = WIDTHS[i] + WIDTHS[i + 1] + WIDTHS[i + 2];
                DocxParts.span(head(top, words.of("col." + names[i]), wide), LEVELS);
            } else if (!names[i].isEmpty()) {
                DocxParts.joined(head(top, words.of("col." + names[i]), WIDTHS[i]), true);
                DocxParts.joined(head(under, "", WIDTHS[i]), false);
            }
            for (int risk : RISKS) {
                if (i >= risk && i < risk + LEVELS) {
                    head(under, words.of("col." + levels[i - risk]), WIDTHS[i]);
                }
            }
        }
    }

    private static boolean isRisk(int column) {
        return java.util.Arrays.stream(RISKS).anyMatch(one -> one == column);
    }

    private static XWPFTableCell head(XWPFTableRow row, String text, int width) {
        return DocxParts.cell(row, text, width, DocxParts.SMALL, DocxParts.HEAD);
    }

    private void deviation(XWPFTable table, Report.Deviation deviation) {
        int all = java.util.Arrays.stream(WIDTHS).sum();
        XWPFTableCell banner = DocxParts.cell(row(table), deviation.title(), all, DocxParts.TEXT, DocxParts.KEY);
        DocxParts.span(banner, COLUMNS);
        banner.getParagraphs().get(0).setKeepNext(true);
        if (deviation.causes().isEmpty()) {
            DocxParts.span(DocxParts.cell(row(table), words.of("empty"), all, DocxParts.SMALL, ""), COLUMNS);
        }
        deviation.causes().forEach(cause -> cause(table, cause));
    }

    private void cause(XWPFTable table, Report.Cause cause) {
        List<Report.Line> lines = cause.lines();
        for (int i = 0; i < lines.size(); i++) {
            Report.Line line = lines.get(i);
            boolean own = i == 0 || !line.shared();
            XWPFTableRow row = row(table);
            // a row taller than a page must be allowed to break
            row.setCantSplitRow(line.consequence().length() + line.safeguards().length() < 600);
            DocxParts.center(cell(row, 0, Integer.toString(number)));
            number++;
            XWPFTableCell first = cell(row, 1, i == 0 ? cause.text() : "");
            if (lines.size() > 1) {
                DocxParts.joined(first, i == 0);
            }
            cell(row, 2, line.consequence());
            risk(row, RISKS[0], line.initial());
            XWPFTableCell guards = cell(row, 6, own ? line.safeguards() : "");
            if (!own || (i + 1 < lines.size() && lines.get(i + 1).shared())) {
                DocxParts.joined(guards, own);
            }
            risk(row, RISKS[1], line.existing());
            cell(row, 10, line.plan().text());
            cell(row, 11, line.plan().owner());
            cell(row, 12, line.plan().due());
            risk(row, RISKS[2], line.after());
        }
    }

    private static XWPFTableCell cell(XWPFTableRow row, int column, String text) {
        return DocxParts.cell(row, text, WIDTHS[column], DocxParts.SMALL, "");
    }

    private void risk(XWPFTableRow row, int column, Optional<Rating> rating) {
        for (int i = 0; i < LEVELS; i++) {
            String text = "";
            String fill = "";
            if (rating.isPresent()) {
                Rating one = rating.get();
                int[] values = {
                    one.severity(), one.likelihood(), report.matrix().score(one)
                };
                text = Integer.toString(values[i]);
                fill = DocxReport.tint(report.matrix(), one);
            }
            DocxParts.center(DocxParts.cell(row, text, WIDTHS[column + i], DocxParts.SMALL, fill));
        }
    }
}
