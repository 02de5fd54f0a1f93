package org.openots.instructor.report;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.openots.hazop.report.Report;

/** The foot of every page: which document, of which day, the hash of its content, and which page of how many. */
final class PdfFooter extends PdfPageEventHelper {
    private static final float SIZE = 6.5f;
    private static final float WIDTH = 120;
    private static final float HEIGHT = 10;
    private static final float RISE = 16;

    private final List<String> lines;
    private final BinaryOperator<String> page;
    private final PdfParts parts;
    private final List<PdfTemplate> numbers = new ArrayList<>();

    /** A foot with the lines of a report. */
    PdfFooter(Report report, PdfParts parts) {
        this(
                parts,
                List.of(
                        report.head().title() + "  " + report.head().id() + "  "
                                + report.head().date(),
                        report.words().of("footer.digest") + "  "
                                + report.head().digest()),
                (number, of) -> report.words().of("footer.page", number, of));
    }

    /** A foot with lines of its own and words for a page and how many there are. */
    PdfFooter(PdfParts parts, List<String> lines, BinaryOperator<String> page) {
        this.parts = parts;
        this.lines = List.copyOf(lines);
        this.page = page;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        float left = document.left();
        float bottom = document.bottomMargin() - RISE;
        for (int i = 0; i < lines.size(); i++) {
            text(canvas, Element.ALIGN_LEFT, lines.get(i), left, bottom - i * HEIGHT);
        }
        PdfTemplate number = canvas.createTemplate(WIDTH, HEIGHT);
        canvas.addTemplate(number, document.right() - WIDTH, bottom);
        numbers.add(number);
    }

    private void text(PdfContentByte canvas, int align, String text, float x, float y) {
        ColumnText.showTextAligned(canvas, align, new Phrase(parts.printable(text), parts.font(SIZE, false)), x, y, 0);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        for (int i = 0; i < numbers.size(); i++) {
            String text = page.apply(Integer.toString(i + 1), Integer.toString(numbers.size()));
            text(numbers.get(i), Element.ALIGN_RIGHT, text, WIDTH, 2);
        }
    }
}
