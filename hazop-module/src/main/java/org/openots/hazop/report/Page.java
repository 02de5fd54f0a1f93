package org.openots.hazop.report;

import java.util.List;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openots.common.error.OtsException;

/** A sheet that is written row by row, ready for printing on A4. */
final class Page {
    /** Height of a line of 9 points, points. */
    static final double LINE_HEIGHT = 13.5;
    /** Tallest row a spreadsheet knows, points. */
    static final double TALLEST = 405;

    private static final int WIDTH_UNITS = 256;
    private static final double MARGIN_INCH = 0.4;
    private static final double FOOT_INCH = 0.7;

    private final XSSFSheet sheet;
    private final Palette palette;
    private final double[] widths;
    private int next;

    Page(XSSFSheet sheet, Palette palette, boolean landscape, double... widths) {
        this.sheet = sheet;
        this.palette = palette;
        this.widths = widths.clone();
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, (int) (widths[i] * WIDTH_UNITS));
        }
        sheet.getPrintSetup().setLandscape(landscape);
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, MARGIN_INCH);
        sheet.setMargin(PageMargin.RIGHT, MARGIN_INCH);
        sheet.setMargin(PageMargin.TOP, MARGIN_INCH);
        sheet.setMargin(PageMargin.BOTTOM, FOOT_INCH);
        sheet.setMargin(PageMargin.FOOTER, MARGIN_INCH / 2);
    }

    int next() {
        return next;
    }

    double width(int column) {
        return widths[column];
    }

    /** Text in the footer; page numbers to the right. */
    void footer(String left, String right) {
        sheet.getFooter().setLeft("&7" + left.replace("&", "&&"));
        sheet.getFooter().setRight("&7" + right);
    }

    /** Rows that stand on every printed page and stay in view. */
    void repeat(int from, int to, int frozenColumns) {
        sheet.setRepeatingRows(new CellRangeAddress(from, to, -1, -1));
        sheet.createFreezePane(frozenColumns, to + 1);
    }

    /** A row of whole width. */
    void across(Palette.Look look, String text) {
        int row = next;
        double all = 0;
        for (double width : widths) {
            all += width;
        }
        cell(row, 0, look, text);
        for (int i = 1; i < widths.length; i++) {
            cell(row, i, look, "");
        }
        merge(row, row, 0, widths.length - 1);
        double line = look == Palette.Look.TITLE ? LINE_HEIGHT * 2 : LINE_HEIGHT;
        height(row, CellText.lines(text, all) * line);
        next++;
    }

    /** A row of headings. */
    void head(List<String> texts) {
        row(Palette.Look.HEAD, texts);
    }

    /** A row of headings and the rows below it. */
    void table(ReportTable table) {
        head(table.heads());
        table.rows().forEach(texts -> row(Palette.Look.TEXT, texts));
    }

    /** A row of cells, all of one look. */
    void row(Palette.Look look, List<String> texts) {
        int lines = 1;
        for (int i = 0; i < texts.size(); i++) {
            cell(next, i, look, texts.get(i));
            lines = Math.max(lines, CellText.lines(texts.get(i), widths[i]));
        }
        height(next, lines * LINE_HEIGHT);
        next++;
    }

    void skip() {
        next++;
    }

    void advance(int rows) {
        next += rows;
    }

    void height(int row, double points) {
        line(row).setHeightInPoints((float) Math.min(TALLEST, points + 4));
    }

    /** Makes rows taller together, as far as rows can be, when they have less than that. */
    void stretch(int first, int last, double points) {
        double have = 0;
        for (int row = first; row <= last; row++) {
            have += line(row).getHeightInPoints();
        }
        double more = (points - have) / (last - first + 1);
        for (int row = first; more > 0 && row <= last; row++) {
            line(row).setHeightInPoints((float) Math.min(TALLEST + 4, line(row).getHeightInPoints() + more));
        }
    }

    private XSSFRow line(int row) {
        XSSFRow line = sheet.getRow(row);
        return line == null ? sheet.createRow(row) : line;
    }

    /** A text is a text, whatever it begins with: no formula comes out of it, not even when the cell is edited. */
    XSSFCell cell(int row, int column, Palette.Look look, String text) {
        XSSFCell cell = line(row).createCell(column);
        cell.setCellStyle(CellText.looksLikeFormula(text) ? palette.quoted(look) : palette.of(look));
        if (text.length() > CellText.LONGEST) {
            throw new OtsException(
                    ReportError.TEXT_LENGTH,
                    sheet.getSheetName() + "!" + cell.getAddress(),
                    text.length(),
                    CellText.LONGEST);
        }
        if (!text.isEmpty()) {
            cell.setCellValue(CellText.stored(text));
        }
        return cell;
    }

    XSSFCell number(int row, int column, double value) {
        XSSFCell cell = line(row).createCell(column);
        cell.setCellStyle(palette.of(Palette.Look.NUMBER));
        cell.setCellValue(value);
        return cell;
    }

    /** A risk on the tint of its band, or an empty frame. */
    void band(int row, int column, String color, double value) {
        XSSFCell cell = line(row).createCell(column);
        cell.setCellStyle(palette.band(color));
        cell.setCellValue(value);
    }

    void merge(int fromRow, int toRow, int fromColumn, int toColumn) {
        if (fromRow < toRow || fromColumn < toColumn) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(fromRow, toRow, fromColumn, toColumn));
        }
    }
}
