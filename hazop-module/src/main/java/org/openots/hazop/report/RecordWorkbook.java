package org.openots.hazop.report;

import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskBand;

/**
 * A report as a workbook to be read and printed: summary, a sheet for each node with two rows of headings, merged cells
 * and tinted risks, then actions, team, LOPA and tags. The same report gives the same bytes.
 */
public final class RecordWorkbook {
    private final Report report;
    private final ReportWords words;
    private final XSSFWorkbook book;
    private final Palette palette;
    private final String footer;

    private RecordWorkbook(Report report, XSSFWorkbook book) {
        this.report = report;
        this.words = report.words();
        this.book = book;
        this.palette = new Palette(book);
        this.footer = report.head().id() + "  " + report.head().date() + "\nSHA-256 "
                + report.head().digest();
    }

    /**
     * Writes the workbook.
     *
     * @param report the report
     * @return an XLSX file
     * @throws org.openots.common.error.OtsException if a text is too long for a cell
     */
    public static byte[] write(Report report) {
        return XlsxFile.write(book -> new RecordWorkbook(report, book).sheets());
    }

    private void sheets() {
        summary();
        for (Report.Node node : report.nodes()) {
            new NodeSheet(report, page(node.id(), true, NodeSheet.WIDTHS)).write(node);
        }
        if (!report.extras().scores().isEmpty()) {
            scores();
        }
        actions();
        team();
        if (!report.extras().lopa().isEmpty()) {
            lopa();
        }
        tags();
    }

    private Page page(String name, boolean landscape, double... widths) {
        Page page = new Page(book.createSheet(WorkbookUtil.createSafeSheetName(name)), palette, landscape, widths);
        page.footer(footer, words.of("footer.page", "&P", "&N"));
        return page;
    }

    private String title(String key) {
        return words.of("title." + key);
    }

    private String col(String key) {
        return words.of("col." + key);
    }

    private void summary() {
        Page page = page(title("summary"), false, 18, 22, 22, 22);
        Report.Head head = report.head();
        page.across(Palette.Look.TITLE, head.title());
        page.across(Palette.Look.NOTE, head.subtitle());
        page.across(Palette.Look.NOTE, head.notice());
        page.skip();
        for (Report.Fact fact : head.facts()) {
            int row = page.next();
            page.cell(row, 0, Palette.Look.KEY, fact.label());
            for (int i = 1; i <= 3; i++) {
                page.cell(row, i, Palette.Look.TEXT, i == 1 ? fact.value() : "");
            }
            page.merge(row, row, 1, 3);
            page.height(row, CellText.lines(fact.value(), 66) * Page.LINE_HEIGHT);
            page.advance(1);
        }
        page.skip();
        counts(page);
    }

    /** How many scenarios lie in each band at each stage. */
    private void counts(Page page) {
        page.head(List.of(col("band"), col("initial"), col("existing"), col("after")));
        for (RiskBand band : report.matrix().bands().stream()
                .sorted((a, b) -> Integer.compare(b.highestScore(), a.highestScore()))
                .toList()) {
            int row = page.next();
            page.cell(row, 0, Palette.Look.KEY, words.in(band.text()));
            page.band(row, 1, band.color(), count(band, 0));
            page.band(row, 2, band.color(), count(band, 1));
            page.band(row, 3, band.color(), count(band, 2));
            page.advance(1);
        }
        int row = page.next();
        page.cell(row, 0, Palette.Look.KEY, col("unrated"));
        for (int stage = 0; stage < 3; stage++) {
            int at = stage;
            page.number(row, stage + 1, (double)
                    report.lines().filter(line -> stage(line, at).isEmpty()).count());
        }
        page.advance(1);
    }

    private double count(RiskBand band, int stage) {
        return (double) report.lines()
                .flatMap(line -> stage(line, stage).stream())
                .filter(rating -> report.matrix().band(rating).id().equals(band.id()))
                .count();
    }

    private static Optional<Rating> stage(Report.Line line, int stage) {
        return switch (stage) {
            case 0 -> line.initial();
            case 1 -> line.existing();
            default -> line.after();
        };
    }

    private void actions() {
        Page page = page(title("actions"), true, 6, 10, 70, 18, 14, 12);
        page.across(Palette.Look.TITLE, title("actions"));
        int head = page.next();
        page.table(ReportTable.actions(report));
        page.repeat(head, head, 0);
    }

    private void scores() {
        Page page = page(title("scores"), true, 9, 14, 48, 11, 60, 10);
        page.across(Palette.Look.TITLE, title("scores"));
        int head = page.next();
        page.table(ReportTable.scores(report));
        page.repeat(head, head, 0);
    }

    private void team() {
        Page page = page(title("team"), true, 26, 10, 50, 22, 16);
        page.across(Palette.Look.TITLE, title("team"));
        page.table(ReportTable.team(report, "name", "signature"));
        page.skip();
        page.across(Palette.Look.TITLE, title("documents"));
        ReportTable documents = ReportTable.documents(report, "name", "revision", "day");
        page.table(documents);
        if (documents.rows().isEmpty()) {
            page.across(Palette.Look.TEXT, words.of("documents.blank"));
        }
    }

    private void lopa() {
        Page page = page("LOPA", false, 58, 26);
        page.across(Palette.Look.TITLE, title("lopa"));
        for (Report.Lopa one : report.extras().lopa()) {
            page.across(Palette.Look.BANNER, one.id() + " " + one.scenario());
            page.head(List.of(col("step"), col("figure")));
            one.steps().forEach(step -> page.row(Palette.Look.TEXT, List.of(step.label(), step.value())));
            page.row(Palette.Look.KEY, List.of(col("result"), one.result()));
            page.skip();
        }
    }

    private void tags() {
        Page page = page(title("tags"), false, 18, 50, 16);
        page.across(Palette.Look.TITLE, title("tags"));
        int head = page.next();
        page.table(ReportTable.tags(report));
        page.repeat(head, head, 0);
    }
}
