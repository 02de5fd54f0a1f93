package org.openots.instructor.report;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.util.List;
import java.util.Optional;
import org.openots.hazop.report.Report;
import org.openots.hazop.report.ReportWords;
import org.openots.hazop.risk.Rating;

/** The record table of one node: a table for each deviation, whose name and headings stand on every page it takes. */
final class PdfNodeTable {
    private static final float[] WIDTHS = {
        2.2f, 15, 15, 1.7f, 1.7f, 2.1f, 15, 1.7f, 1.7f, 2.1f, 14, 6.2f, 6.4f, 1.7f, 1.7f, 2.1f
    };
    private static final int COLUMNS = WIDTHS.length;
    private static final int HEADER_ROWS = 3;
    /** Less room than this on a page is left free: headings alone at its foot help nobody. */
    private static final float LEAST_ROOM = 120;

    /** Rounding of heights, points. */
    private static final float SLACK = 2;

    private final Report report;
    private final ReportWords words;
    private final PdfParts parts;
    private final Document document;
    private final PdfWriter writer;
    private int number = 1;
    private float headings;

    PdfNodeTable(Report report, PdfParts parts, Document document, PdfWriter writer) {
        this.report = report;
        this.words = report.words();
        this.parts = parts;
        this.document = document;
        this.writer = writer;
    }

    void write(Report.Node node) {
        parts.add(document, node.id() + " " + node.name(), PdfParts.TITLE, true);
        parts.add(document, words.of("col.boundary") + "  " + node.boundary(), PdfParts.TEXT, false);
        parts.add(document, words.of("col.intent") + "  " + node.intent(), PdfParts.TEXT, false);
        boolean first = true;
        for (Report.Deviation deviation : node.deviations()) {
            boolean fresh = first;
            if (!first && writer.getVerticalPosition(true) - document.bottom() < LEAST_ROOM) {
                document.newPage();
                fresh = true;
            }
            document.add(table(deviation, fresh));
            first = false;
        }
    }

    /** With its headings where a page begins; else they come only where it goes on on the next page. */
    private PdfPTable table(Report.Deviation deviation, boolean fresh) {
        PdfPTable table = parts.table(WIDTHS);
        table.setSpacingBefore(0);
        table.setSpacingAfter(0);
        heads(table);
        table.addCell(banner(deviation));
        table.setHeaderRows(HEADER_ROWS);
        table.setTotalWidth(document.right() - document.left());
        headings = table.getHeaderHeight();
        table.setSkipFirstHeader(!fresh);
        if (!fresh) {
            table.addCell(banner(deviation));
        }
        if (deviation.causes().isEmpty()) {
            PdfPCell empty = parts.cell(words.of("empty"), PdfParts.SMALL);
            empty.setColspan(COLUMNS);
            table.addCell(empty);
        }
        deviation.causes().forEach(cause -> cause(table, cause));
        return table;
    }

    private void heads(PdfPTable table) {
        for (String name : List.of("no", "cause", "consequence")) {
            high(table, name);
        }
        wide(table, "initial");
        high(table, "safeguards");
        wide(table, "existing");
        for (String name : List.of("recommendations", "owner", "due")) {
            high(table, name);
        }
        wide(table, "after");
        for (int i = 0; i < 3; i++) {
            for (String name : List.of("s", "l", "r")) {
                PdfPCell cell = parts.head(words.of("col." + name), PdfParts.SMALL);
                cell.setPaddingLeft(0);
                cell.setPaddingRight(0);
                table.addCell(cell);
            }
        }
    }

    private void high(PdfPTable table, String name) {
        PdfPCell cell = parts.head(words.of("col." + name), PdfParts.SMALL);
        cell.setRowspan(2);
        table.addCell(cell);
    }

    private void wide(PdfPTable table, String name) {
        PdfPCell cell = parts.head(words.of("col." + name), PdfParts.SMALL);
        cell.setColspan(3);
        cell.setPaddingLeft(0);
        cell.setPaddingRight(0);
        table.addCell(cell);
    }

    private PdfPCell banner(Report.Deviation deviation) {
        PdfPCell cell = parts.key(deviation.title(), PdfParts.TEXT);
        cell.setColspan(COLUMNS);
        cell.setHorizontalAlignment(Element.ALIGN_LEFT);
        return cell;
    }

    private void cause(PdfPTable table, Report.Cause cause) {
        List<Report.Line> lines = cause.lines();
        String safeguards = "";
        for (int i = 0; i < lines.size(); i++) {
            Report.Line line = lines.get(i);
            boolean last = i == lines.size() - 1;
            boolean own = i == 0 || !line.shared();
            boolean lastShared = last || !lines.get(i + 1).shared();
            table.addCell(parts.center(Integer.toString(number), PdfParts.SMALL));
            number++;
            table.addCell(joined(cause.text(), i == 0, last));
            table.addCell(parts.cell(line.consequence(), PdfParts.SMALL));
            risk(table, line.initial());
            safeguards = own ? line.safeguards() : safeguards;
            table.addCell(joined(safeguards, own, lastShared));
            risk(table, line.existing());
            table.addCell(parts.cell(line.plan().text(), PdfParts.SMALL));
            table.addCell(parts.cell(line.plan().owner(), PdfParts.SMALL));
            table.addCell(parts.cell(line.plan().due(), PdfParts.SMALL));
            risk(table, line.after());
        }
    }

    /** A row's part of a cell that reaches over several; its text stands in the first one, and again on a new page. */
    private PdfPCell joined(String text, boolean first, boolean last) {
        PdfPCell cell = PdfParts.joined(parts.cell(first ? text : "", PdfParts.SMALL), first, last);
        if (!first) {
            cell.setCellEvent(new ContinuedCell(parts, text, document.top() - headings - SLACK));
        }
        return cell;
    }

    private void risk(PdfPTable table, Optional<Rating> rating) {
        if (rating.isEmpty()) {
            for (int i = 0; i < 3; i++) {
                table.addCell(parts.center("", PdfParts.SMALL));
            }
            return;
        }
        Rating one = rating.get();
        for (int value :
                new int[] {one.severity(), one.likelihood(), report.matrix().score(one)}) {
            PdfPCell cell = parts.center(Integer.toString(value), PdfParts.SMALL);
            cell.setBackgroundColor(PdfReport.tint(report.matrix(), one));
            table.addCell(cell);
        }
    }
}
