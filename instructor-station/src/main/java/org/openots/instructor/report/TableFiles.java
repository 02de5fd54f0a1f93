package org.openots.instructor.report;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openots.distillation.font.SuiteFont;
import org.openots.hazop.report.XlsxFile;

/** Renders {@link TableReport}; the same report gives the same bytes. */
public final class TableFiles {
    private static final float MARGIN = 34;
    private static final float TEXT = 7.5f;
    private static final int ID_BYTES = 16;
    /** Characters of a sheet a column may have at most, as POI counts them. */
    private static final int CHARACTER = 256;

    private static final int LABEL_WIDTH = 28;
    private static final int VALUE_WIDTH = 40;

    private TableFiles() {}

    /**
     * A workbook: the summary, then a sheet for each table. Numbers are kept in full.
     *
     * @param report the report
     * @return an XLSX file
     */
    public static byte[] xlsx(TableReport report) {
        return XlsxFile.write(book -> {
            Styles styles = new Styles(book);
            summary(book, report, styles);
            report.tables().forEach(table -> sheet(book, table, styles));
        });
    }

    private static final class Styles {
        private final CellStyle head;
        private final CellStyle text;

        Styles(XSSFWorkbook book) {
            Font bold = book.createFont();
            bold.setBold(true);
            head = book.createCellStyle();
            head.setFont(bold);
            head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            text = book.createCellStyle();
            // a text that begins like a formula stays a text when somebody edits the cell
            text.setQuotePrefixed(true);
        }
    }

    private static void summary(XSSFWorkbook book, TableReport report, Styles styles) {
        Sheet sheet = book.createSheet(safe(report.title()));
        sheet.setColumnWidth(0, LABEL_WIDTH * CHARACTER);
        sheet.setColumnWidth(1, VALUE_WIDTH * CHARACTER);
        Row title = sheet.createRow(0);
        put(title, 0, TableReport.Cell.text(report.subtitle()), styles);
        put(sheet.createRow(1), 0, TableReport.Cell.text(report.date()), styles);
        int at = 3;
        for (TableReport.Fact fact : report.facts()) {
            Row row = sheet.createRow(at++);
            put(row, 0, TableReport.Cell.text(fact.label()), styles);
            put(row, 1, fact.value(), styles);
        }
    }

    private static void sheet(XSSFWorkbook book, TableReport.Table table, Styles styles) {
        Sheet sheet = book.createSheet(safe(table.title()));
        Row head = sheet.createRow(0);
        for (int j = 0; j < table.columns().size(); j++) {
            Cell cell = head.createCell(j);
            cell.setCellValue(table.columns().get(j).head());
            cell.setCellStyle(styles.head);
            sheet.setColumnWidth(j, table.columns().get(j).width() * CHARACTER);
        }
        sheet.createFreezePane(0, 1);
        int at = 1;
        for (List<TableReport.Cell> cells : table.rows()) {
            Row row = sheet.createRow(at++);
            for (int j = 0; j < cells.size(); j++) {
                put(row, j, cells.get(j), styles);
            }
        }
    }

    private static void put(Row row, int column, TableReport.Cell content, Styles styles) {
        Cell cell = row.createCell(column);
        if (content.value().isPresent()) {
            cell.setCellValue(content.value().getAsDouble());
        } else {
            cell.setCellValue(content.text());
            cell.setCellStyle(styles.text);
        }
    }

    private static String safe(String name) {
        return WorkbookUtil.createSafeSheetName(name);
    }

    /**
     * A document to print, A4 on its side.
     *
     * @param report the report
     * @return a PDF file
     */
    public static byte[] pdf(TableReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfParts parts = new PdfParts(SuiteFont.bytes());
        Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.open();
        properties(report, document, writer);
        parts.add(document, report.title(), PdfParts.TITLE, true);
        parts.add(document, report.subtitle() + "  " + report.date(), PdfParts.TEXT, false);
        PdfPTable facts = parts.table(LABEL_WIDTH, VALUE_WIDTH);
        for (TableReport.Fact fact : report.facts()) {
            facts.addCell(parts.key(fact.label(), PdfParts.TEXT));
            facts.addCell(parts.cell(fact.value().text(), PdfParts.TEXT));
        }
        document.add(facts);
        for (TableReport.Table table : report.tables()) {
            parts.add(document, table.title(), PdfParts.TEXT + 2, true);
            document.add(printed(table, parts));
        }
        document.close();
        return out.toByteArray();
    }

    private static PdfPTable printed(TableReport.Table table, PdfParts parts) {
        float[] widths = new float[table.columns().size()];
        for (int j = 0; j < widths.length; j++) {
            widths[j] = table.columns().get(j).width();
        }
        PdfPTable printed = parts.table(widths);
        table.columns().forEach(column -> printed.addCell(parts.head(column.head(), TEXT)));
        printed.setHeaderRows(1);
        for (List<TableReport.Cell> row : table.rows()) {
            for (TableReport.Cell content : row) {
                PdfPCell cell = parts.cell(content.text(), TEXT);
                if (content.value().isPresent()) {
                    cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
                }
                printed.addCell(cell);
            }
        }
        return printed;
    }

    /** Nothing in the file depends on when or where it was made. */
    private static void properties(TableReport report, Document document, PdfWriter writer) {
        document.addTitle(report.title());
        document.addSubject(report.subtitle());
        document.addCreator("OpenOTS");
        String day = "D:" + report.date().replace("-", "") + "000000Z";
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfString(day));
        writer.getInfo().put(PdfName.MODDATE, new PdfString(day));
        byte[] id = digest(report);
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(report.locale().equals(Locale.ENGLISH) ? "en" : "zh-CN"));
    }

    private static byte[] digest(TableReport report) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256")
                    .digest(report.toString().getBytes(StandardCharsets.UTF_8));
            return java.util.Arrays.copyOf(whole, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
