package org.openots.instructor.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openots.hazop.report.ReportTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Paragraphs, tables and cells of a Word document. */
final class DocxParts {
    static final String HEAD = "DCE5E2";
    static final String KEY = "F1F5F3";
    static final int TEXT = 9;
    static final int SMALL = 8;
    private static final String LINE = "8A9793";
    private static final String EAST = "微软雅黑";
    private static final String WEST = "Arial";
    private static final int PAD = 50;

    private final XWPFDocument document;

    DocxParts(XWPFDocument document) {
        this.document = document;
    }

    /** What XML can hold; anything else is named by its number, so that nothing vanishes. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = text.codePointAt(i);
            boolean low = c < ' ' && c != '\n' && c != '\t';
            boolean none = c == 0xFFFE || c == 0xFFFF || Character.getType(c) == Character.SURROGATE;
            if (low || none) {
                out.append(String.format(Locale.ROOT, "[U+%04X]", c));
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /** Adds a text with its line breaks to a paragraph. */
    static void run(XWPFParagraph paragraph, String text, int size, boolean bold) {
        String[] lines = printable(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            XWPFRun run = paragraph.createRun();
            run.setFontSize(size);
            run.setBold(bold);
            CTRPr properties = run.getCTR().isSetRPr()
                    ? run.getCTR().getRPr()
                    : run.getCTR().addNewRPr();
            CTFonts fonts = properties.addNewRFonts();
            fonts.setAscii(WEST);
            fonts.setHAnsi(WEST);
            fonts.setEastAsia(EAST);
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i]);
        }
    }

    XWPFParagraph paragraph(String text, int size, boolean bold) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingAfter(80);
        run(paragraph, text, size, bold);
        return paragraph;
    }

    void centred(String text, int size, boolean bold, int before) {
        XWPFParagraph paragraph = paragraph(text, size, bold);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingBefore(before);
    }

    /** A heading of the document's outline. */
    void heading(String text, int level) {
        XWPFParagraph paragraph = paragraph(text, level == 0 ? 15 : 12, true);
        paragraph.setSpacingBefore(240);
        paragraph.setKeepNext(true);
        (paragraph.getCTP().isSetPPr()
                        ? paragraph.getCTP().getPPr()
                        : paragraph.getCTP().addNewPPr())
                .addNewOutlineLvl()
                .setVal(BigInteger.valueOf(level));
    }

    /** A table of fixed widths, in twentieths of a point. */
    XWPFTable table(int... widths) {
        XWPFTable table = document.createTable();
        while (table.getNumberOfRows() > 0) {
            table.removeRow(0);
        }
        CTTblPr properties = table.getCTTbl().getTblPr();
        CTTblLayoutType layout = properties.addNewTblLayout();
        layout.setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        int all = 0;
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
            all += width;
        }
        CTTblWidth whole = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        whole.setType(STTblWidth.DXA);
        whole.setW(BigInteger.valueOf(all));
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setInsideVBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setTopBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setLeftBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setRightBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setCellMargins(PAD, PAD, PAD, PAD);
        return table;
    }

    /** A plain table with headings that stand on every page. */
    XWPFTable table(ReportTable content, int... widths) {
        XWPFTable table = table(widths);
        heads(table, content.heads(), widths);
        content.rows().forEach(texts -> row(table, texts, widths));
        return table;
    }

    /** A row of headings that stands on every page. */
    static void heads(XWPFTable table, List<String> texts, int... widths) {
        XWPFTableRow row = row(table);
        row.setRepeatHeader(true);
        row.setCantSplitRow(true);
        for (int i = 0; i < texts.size(); i++) {
            cell(row, texts.get(i), widths[i], TEXT, HEAD);
        }
    }

    static void row(XWPFTable table, List<String> texts, int... widths) {
        XWPFTableRow row = row(table);
        row.setCantSplitRow(true);
        for (int i = 0; i < texts.size(); i++) {
            cell(row, texts.get(i), widths[i], TEXT, "");
        }
    }

    /** A row without cells yet; the library's own way fills every row and takes them out again one by one. */
    static XWPFTableRow row(XWPFTable table) {
        return new XWPFTableRow(table.getCTTbl().addNewTr(), table);
    }

    /** A cell; bold on a fill, plain without. */
    static XWPFTableCell cell(XWPFTableRow row, String text, int width, int size, String fill) {
        XWPFTableCell cell = row.createCell();
        CTTcPr properties = properties(cell);
        CTTblWidth wide = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        wide.setType(STTblWidth.DXA);
        wide.setW(BigInteger.valueOf(width));
        boolean strong = fill.equals(HEAD) || fill.equals(KEY);
        if (!fill.isEmpty()) {
            CTShd shade = properties.addNewShd();
            shade.setVal(STShd.CLEAR);
            shade.setColor("auto");
            shade.setFill(fill);
        }
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setSpacingAfter(0);
        if (fill.equals(HEAD)) {
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        }
        run(paragraph, text, size, strong);
        return cell;
    }

    static void center(XWPFTableCell cell) {
        cell.getParagraphs().get(0).setAlignment(ParagraphAlignment.CENTER);
    }

    /** Joins a cell over rows: the first one begins, the others go on. */
    static void joined(XWPFTableCell cell, boolean first) {
        properties(cell).addNewVMerge().setVal(first ? STMerge.RESTART : STMerge.CONTINUE);
    }

    static void span(XWPFTableCell cell, int columns) {
        properties(cell).addNewGridSpan().setVal(BigInteger.valueOf(columns));
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
    }
}
