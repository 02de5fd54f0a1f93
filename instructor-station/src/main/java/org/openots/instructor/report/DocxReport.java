package org.openots.instructor.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openots.hazop.report.FixedZip;
import org.openots.hazop.report.Report;
import org.openots.hazop.report.ReportMatrix;
import org.openots.hazop.report.ReportTable;
import org.openots.hazop.report.ReportWords;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskMatrix;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * A report as a Word document: A4, the record table across, everything else upright, headings of tables on every page. The
 * same report gives the same bytes.
 */
public final class DocxReport {
    private static final String NO_TIME = "1970-01-01T00:00:00Z";
    private static final int SHORT_SIDE = 11906;
    private static final int LONG_SIDE = 16838;
    private static final int MARGIN = 720;
    private static final int FOOT = 380;
    /** Width of the text upright. */
    private static final int WIDE = SHORT_SIDE - 2 * MARGIN;

    private final Report report;
    private final ReportWords words;
    private final XWPFDocument document;
    private final DocxParts parts;

    private DocxReport(Report report, XWPFDocument document) {
        this.report = report;
        this.words = report.words();
        this.document = document;
        this.parts = new DocxParts(document);
    }

    /**
     * Writes the document.
     *
     * @param report the report
     * @return a DOCX file
     */
    public static byte[] write(Report report) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            POIXMLProperties.CoreProperties properties =
                    document.getProperties().getCoreProperties();
            properties.setCreator("OpenOTS");
            properties.setTitle(report.head().title());
            properties.setCreated(NO_TIME);
            properties.setModified(NO_TIME);
            new DocxReport(report, document).pages();
            document.write(out);
            return FixedZip.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(NO_TIME, e);
        }
    }

    private void pages() {
        footer();
        cover();
        scope();
        method();
        team();
        nodes();
        section(false);
        for (Report.Node node : report.nodes()) {
            new DocxNodeTable(report, parts).write(node);
        }
        section(true);
        scores();
        actions();
        lopa();
        tags();
        signatures();
        page(
                document.getDocument().getBody().isSetSectPr()
                        ? document.getDocument().getBody().getSectPr()
                        : document.getDocument().getBody().addNewSectPr(),
                false);
    }

    private void footer() {
        Report.Head head = report.head();
        XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
        XWPFParagraph first = footer.createParagraph();
        first.setSpacingAfter(0);
        DocxParts.run(
                first,
                head.title() + "  " + head.id() + "  " + head.date() + "\n" + words.of("footer.digest") + "  "
                        + head.digest(),
                7,
                false);
        XWPFParagraph number = footer.createParagraph();
        number.setAlignment(ParagraphAlignment.RIGHT);
        String[] around = words.of("footer.page", "\u0001", "\u0001").split("\u0001", -1);
        DocxParts.run(number, around[0], 7, false);
        number.getCTP().addNewFldSimple().setInstr("PAGE");
        DocxParts.run(number, around[1], 7, false);
        number.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        DocxParts.run(number, around[2], 7, false);
    }

    /** Ends a section of pages here. */
    private void section(boolean across) {
        XWPFParagraph end = document.createParagraph();
        end.setSpacingAfter(0);
        CTSectPr section =
                (end.getCTP().isSetPPr() ? end.getCTP().getPPr() : end.getCTP().addNewPPr()).addNewSectPr();
        CTSectPr last = document.getDocument().getBody().getSectPr();
        if (last != null) {
            last.getFooterReferenceList().forEach(reference -> {
                var copy = section.addNewFooterReference();
                copy.setType(reference.getType());
                copy.setId(reference.getId());
            });
        }
        page(section, across);
    }

    private static void page(CTSectPr section, boolean across) {
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(BigInteger.valueOf(across ? LONG_SIDE : SHORT_SIDE));
        size.setH(BigInteger.valueOf(across ? SHORT_SIDE : LONG_SIDE));
        size.setOrient(across ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        CTPageMar margin = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        BigInteger side = BigInteger.valueOf(MARGIN);
        margin.setTop(side);
        margin.setLeft(side);
        margin.setRight(side);
        margin.setBottom(BigInteger.valueOf(MARGIN + FOOT));
        margin.setFooter(BigInteger.valueOf(FOOT));
        margin.setHeader(BigInteger.valueOf(FOOT));
        margin.setGutter(BigInteger.ZERO);
    }

    private void title(String key) {
        parts.heading(words.of("title." + key), 0);
    }

    private String col(String key) {
        return words.of("col." + key);
    }

    private void cover() {
        Report.Head head = report.head();
        parts.centred(head.title(), 24, true, 2400);
        parts.centred(head.subtitle(), 15, false, 200);
        parts.centred("", DocxParts.TEXT, false, 600);
        int[] widths = {3000, WIDE - 3000};
        XWPFTable table = parts.table(widths);
        for (Report.Fact fact : head.facts()) {
            XWPFTableRow row = DocxParts.row(table);
            DocxParts.cell(row, fact.label(), widths[0], DocxParts.TEXT + 1, DocxParts.KEY);
            DocxParts.cell(row, fact.value(), widths[1], DocxParts.TEXT + 1, "");
        }
        parts.centred(head.notice(), DocxParts.TEXT, false, 800);
        document.createParagraph().setPageBreak(true);
    }

    private void scope() {
        title("scope");
        int deviations = report.nodes().stream()
                .mapToInt(node -> node.deviations().size())
                .sum();
        parts.paragraph(
                words.of("scope.text", Integer.toString(report.nodes().size()), Integer.toString(deviations)),
                DocxParts.TEXT,
                false);
    }

    private void method() {
        title("method");
        parts.paragraph(words.of("method.how"), DocxParts.TEXT, false);
        parts.paragraph(words.of("method.standards"), DocxParts.TEXT, true);
        parts.paragraph(String.join("\n", report.scope().standards()), DocxParts.TEXT, false);
        int[] widths = {2600, WIDE - 2600};
        XWPFTable table = parts.table(widths);
        DocxParts.heads(table, List.of(words.of("method.guideWords"), col("meaning")), widths);
        report.scope().guideWords().forEach(one -> DocxParts.row(table, List.of(one.label(), one.value()), widths));
        title("matrix");
        parts.paragraph(words.of("method.risk"), DocxParts.TEXT, false);
        matrix();
    }

    private void matrix() {
        ReportMatrix matrix = ReportMatrix.of(report);
        int columns = matrix.heads().size();
        int[] widths = new int[columns];
        java.util.Arrays.fill(widths, WIDE / columns);
        XWPFTable table = parts.table(widths);
        XWPFTableRow head = DocxParts.row(table);
        matrix.heads().forEach(text -> DocxParts.cell(head, text, widths[0], DocxParts.TEXT, DocxParts.HEAD));
        for (ReportMatrix.Row line : matrix.rows()) {
            XWPFTableRow row = DocxParts.row(table);
            DocxParts.cell(row, line.severity(), widths[0], DocxParts.TEXT, DocxParts.KEY);
            for (ReportMatrix.Cell one : line.cells()) {
                String fill = tint(report.matrix(), one.rating());
                DocxParts.center(DocxParts.cell(row, one.text(), widths[0], DocxParts.TEXT, fill));
            }
        }
    }

    /** Colour of a rating's band, light enough to read print on it, as six digits. */
    static String tint(RiskMatrix matrix, Rating rating) {
        return String.format(
                java.util.Locale.ROOT, "%06X", PdfReport.tint(matrix, rating).getRGB() & 0xFFFFFF);
    }

    private void team() {
        title("team");
        parts.table(ReportTable.team(report, "name"), 2600, 1100, WIDE - 2600 - 1100 - 2400, 2400);
        title("documents");
        int[] widths = {WIDE - 1100 - 1600 - 1600, 1100, 1600, 1600};
        XWPFTable documents = parts.table(ReportTable.documents(report, "revision", "day"), widths);
        if (report.scope().documents().isEmpty()) {
            for (int i = 0; i < 6; i++) {
                DocxParts.row(documents, List.of("", "", "", ""), widths);
            }
            parts.paragraph(words.of("documents.blank"), DocxParts.TEXT, false);
        }
    }

    private void nodes() {
        title("nodes");
        parts.table(ReportTable.nodes(report), 700, 1500, 2900, 2900, WIDE - 700 - 1500 - 2900 - 2900);
    }

    private void scores() {
        if (report.extras().scores().isEmpty()) {
            return;
        }
        title("scores");
        parts.table(ReportTable.scores(report), 800, 1100, WIDE - 800 - 1100 - 1000 - 3600 - 900, 1000, 3600, 900);
    }

    private void actions() {
        title("actions");
        parts.table(ReportTable.actions(report), 600, 900, WIDE - 600 - 900 - 1900 - 1500 - 1100, 1900, 1500, 1100);
    }

    private void lopa() {
        if (report.extras().lopa().isEmpty()) {
            return;
        }
        title("lopa");
        int[] widths = {WIDE - 3000, 3000};
        for (Report.Lopa one : report.extras().lopa()) {
            parts.heading(one.id() + " " + one.scenario(), 1);
            XWPFTable table = parts.table(widths);
            one.steps().forEach(step -> DocxParts.row(table, List.of(step.label(), step.value()), widths));
            XWPFTableRow row = DocxParts.row(table);
            DocxParts.cell(row, col("result"), widths[0], DocxParts.TEXT, DocxParts.KEY);
            DocxParts.cell(row, one.result(), widths[1], DocxParts.TEXT, DocxParts.KEY);
        }
    }

    private void tags() {
        title("tags");
        parts.table(ReportTable.tags(report), 2200, WIDE - 2200 - 1200, 1200);
    }

    private void signatures() {
        title("signatures");
        int[] widths = {2000, 2600, WIDE - 2000 - 2600 - 2200, 2200};
        XWPFTable table = parts.table(widths);
        DocxParts.heads(table, List.of(col("role"), col("name"), col("signature"), col("day")), widths);
        for (String role : List.of("sign.author", "sign.leader", "sign.reviewer")) {
            XWPFTableRow row = DocxParts.row(table);
            row.setHeight(680);
            for (int i = 0; i < widths.length; i++) {
                XWPFTableCell cell = DocxParts.cell(row, i == 0 ? words.of(role) : "", widths[i], DocxParts.TEXT, "");
                cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            }
        }
    }
}
