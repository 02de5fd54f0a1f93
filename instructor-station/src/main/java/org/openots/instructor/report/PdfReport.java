package org.openots.instructor.report;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.openots.hazop.report.Report;
import org.openots.hazop.report.ReportMatrix;
import org.openots.hazop.report.ReportTable;
import org.openots.hazop.report.ReportWords;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskMatrix;

/**
 * A report as PDF: A4, the record table across, everything else upright; the used characters of the font are embedded, so
 * that text can be searched and copied. The same report gives the same bytes.
 */
public final class PdfReport {
    private static final float MARGIN = 34;
    private static final float FOOT = 44;
    private static final int ID_BYTES = 16;

    private final Report report;
    private final ReportWords words;
    private final PdfParts parts;
    private final Document document;
    private final PdfWriter writer;

    private PdfReport(Report report, byte[] font, ByteArrayOutputStream out) {
        this.report = report;
        this.words = report.words();
        this.parts = new PdfParts(font);
        this.document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, FOOT);
        this.writer = PdfWriter.getInstance(document, out);
    }

    /**
     * Writes the document.
     *
     * @param report the report
     * @param font bytes of the suite's font
     * @return a PDF file
     */
    public static byte[] write(Report report, byte[] font) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport(report, font, out).pages();
        return out.toByteArray();
    }

    private void pages() {
        writer.setPageEvent(new PdfFooter(report, parts));
        document.open();
        properties();
        cover();
        document.newPage();
        scope();
        method();
        team();
        nodes();
        for (Report.Node node : report.nodes()) {
            document.setPageSize(PageSize.A4.rotate());
            document.newPage();
            outline(node.id() + " " + node.name());
            new PdfNodeTable(report, parts, document, writer).write(node);
        }
        document.setPageSize(PageSize.A4);
        document.newPage();
        scores();
        actions();
        lopa();
        tags();
        signatures();
        document.close();
    }

    private void properties() {
        Report.Head head = report.head();
        document.addTitle(head.title());
        document.addSubject(head.subtitle() + " " + head.id());
        document.addCreator("OpenOTS");
        String day = "D:" + head.date().replace("-", "") + "000000Z";
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfString(day));
        writer.getInfo().put(PdfName.MODDATE, new PdfString(day));
        byte[] id = HexFormat.of().parseHex(head.digest().substring(0, ID_BYTES * 2));
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(words.english() ? "en" : "zh-CN"));
        writer.setViewerPreferences(PdfWriter.PageModeUseOutlines);
    }

    private void outline(String text) {
        new PdfOutline(writer.getRootOutline(), new PdfDestination(PdfDestination.FITH, document.top()), text);
    }

    private void title(String key) {
        String text = words.of("title." + key);
        outline(text);
        Paragraph paragraph = parts.paragraph(text, PdfParts.TITLE, true);
        paragraph.setSpacingBefore(10);
        document.add(paragraph);
    }

    private String col(String key) {
        return words.of("col." + key);
    }

    private void cover() {
        outline(words.of("title.cover"));
        Paragraph space = new Paragraph(new Chunk(" ", parts.font(PdfParts.COVER, false)));
        space.setSpacingAfter(90);
        document.add(space);
        Report.Head head = report.head();
        Paragraph name = parts.paragraph(head.title(), PdfParts.COVER, true);
        name.setAlignment(Element.ALIGN_CENTER);
        document.add(name);
        Paragraph kind = parts.paragraph(head.subtitle(), PdfParts.TITLE, false);
        kind.setAlignment(Element.ALIGN_CENTER);
        kind.setSpacingAfter(60);
        document.add(kind);
        PdfPTable table = parts.table(2, 5);
        table.setWidthPercentage(70);
        for (Report.Fact fact : head.facts()) {
            table.addCell(parts.key(fact.label(), PdfParts.TEXT + 1));
            table.addCell(parts.cell(fact.value(), PdfParts.TEXT + 1));
        }
        table.setSpacingAfter(60);
        document.add(table);
        Paragraph notice = parts.paragraph(head.notice(), PdfParts.TEXT, false);
        notice.setAlignment(Element.ALIGN_CENTER);
        document.add(notice);
    }

    private void scope() {
        title("scope");
        int deviations = report.nodes().stream()
                .mapToInt(node -> node.deviations().size())
                .sum();
        parts.add(
                document,
                words.of("scope.text", Integer.toString(report.nodes().size()), Integer.toString(deviations)),
                PdfParts.TEXT,
                false);
    }

    private void method() {
        title("method");
        parts.add(document, words.of("method.how"), PdfParts.TEXT, false);
        parts.add(document, words.of("method.standards"), PdfParts.TEXT, true);
        parts.add(document, String.join("\n", report.scope().standards()), PdfParts.TEXT, false);
        parts.add(document, words.of("method.guideWords"), PdfParts.TEXT, true);
        PdfPTable table = parts.table(1, 2, 1, 2);
        List<Report.Fact> guideWords = report.scope().guideWords();
        for (Report.Fact word : guideWords) {
            table.addCell(parts.key(word.label(), PdfParts.TEXT));
            table.addCell(parts.cell(word.value(), PdfParts.TEXT));
        }
        if (guideWords.size() % 2 == 1) {
            table.addCell(parts.key("", PdfParts.TEXT));
            table.addCell(parts.cell("", PdfParts.TEXT));
        }
        document.add(table);
        title("matrix");
        parts.add(document, words.of("method.risk"), PdfParts.TEXT, false);
        document.add(matrix());
        document.add(levels());
    }

    /** The matrix with the score of each cell on the colour of its band; the worst severity on top. */
    private PdfPTable matrix() {
        ReportMatrix matrix = ReportMatrix.of(report);
        float[] widths = new float[matrix.heads().size()];
        java.util.Arrays.fill(widths, 1);
        widths[0] = 1.6f;
        PdfPTable table = parts.table(widths);
        matrix.heads().forEach(text -> table.addCell(parts.head(text, PdfParts.TEXT)));
        for (ReportMatrix.Row row : matrix.rows()) {
            table.addCell(parts.key(row.severity(), PdfParts.TEXT));
            for (ReportMatrix.Cell one : row.cells()) {
                PdfPCell cell = parts.center(one.text(), PdfParts.TEXT);
                cell.setBackgroundColor(tint(report.matrix(), one.rating()));
                table.addCell(cell);
            }
        }
        return table;
    }

    /** Colour of a rating's band, light enough to read print on it. */
    static Color tint(RiskMatrix matrix, Rating rating) {
        Color full = Color.decode(matrix.band(rating).color());
        return new Color(lighter(full.getRed()), lighter(full.getGreen()), lighter(full.getBlue()));
    }

    private static int lighter(int part) {
        return part + (255 - part) * 6 / 10;
    }

    private PdfPTable levels() {
        PdfPTable table = parts.table(
                List.of("S", col("people"), col("asset"), col("environment"), col("reputation")), 1.2f, 3, 3, 3, 3);
        List<RiskMatrix.Severity> severities = report.matrix().severities();
        for (int s = severities.size(); s >= 1; s--) {
            RiskMatrix.Severity one = severities.get(s - 1);
            parts.row(
                    table,
                    List.of(
                            s + " " + words.in(one.name()),
                            words.in(one.people()),
                            words.in(one.asset()),
                            words.in(one.environment()),
                            words.in(one.reputation())));
        }
        return table;
    }

    private void team() {
        title("team");
        document.add(parts.table(ReportTable.team(report, "name"), 3, 1.2f, 5, 3));
        title("documents");
        PdfPTable documents = parts.table(ReportTable.documents(report, "revision", "day"), 6, 1.2f, 2, 2);
        if (report.scope().documents().isEmpty()) {
            parts.add(document, words.of("documents.blank"), PdfParts.TEXT, false);
            for (int i = 0; i < 6; i++) {
                parts.row(documents, List.of(" ", "", "", ""));
            }
        }
        document.add(documents);
    }

    private void nodes() {
        title("nodes");
        document.add(parts.table(ReportTable.nodes(report), 1, 2, 4, 4, 4));
    }

    private void scores() {
        if (!report.extras().scores().isEmpty()) {
            title("scores");
            document.add(parts.table(ReportTable.scores(report), 1.1f, 1.6f, 5, 1.4f, 5.4f, 1.2f));
        }
    }

    private void actions() {
        title("actions");
        document.add(parts.table(ReportTable.actions(report), 1, 1.4f, 7, 2.6f, 2.2f, 1.6f));
    }

    private void lopa() {
        if (report.extras().lopa().isEmpty()) {
            return;
        }
        title("lopa");
        for (Report.Lopa one : report.extras().lopa()) {
            PdfPTable table = parts.table(5, 2);
            PdfPCell banner = parts.head(one.id() + " " + one.scenario(), PdfParts.TEXT);
            banner.setColspan(2);
            banner.setHorizontalAlignment(Element.ALIGN_LEFT);
            table.addCell(banner);
            one.steps().forEach(step -> parts.row(table, List.of(step.label(), step.value())));
            table.addCell(parts.key(col("result"), PdfParts.TEXT));
            table.addCell(parts.key(one.result(), PdfParts.TEXT));
            table.setKeepTogether(true);
            document.add(table);
        }
    }

    private void tags() {
        title("tags");
        ReportTable tags = ReportTable.tags(report);
        // two tags in a row
        List<String> heads =
                Stream.concat(tags.heads().stream(), tags.heads().stream()).toList();
        PdfPTable table = parts.table(new ReportTable(heads, tags.rows()), 2, 4, 1, 2, 4, 1);
        table.completeRow();
        document.add(table);
    }

    private void signatures() {
        title("signatures");
        PdfPTable table = parts.table(List.of(col("role"), col("name"), col("signature"), col("day")), 2, 3, 4, 3);
        for (String role : List.of("sign.author", "sign.leader", "sign.reviewer")) {
            PdfPCell cell = parts.cell(words.of(role), PdfParts.TEXT);
            cell.setMinimumHeight(34);
            cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
            table.addCell(cell);
            table.addCell(parts.cell("", PdfParts.TEXT));
            table.addCell(parts.cell("", PdfParts.TEXT));
            table.addCell(parts.cell("", PdfParts.TEXT));
        }
        table.setKeepTogether(true);
        document.add(table);
    }
}
