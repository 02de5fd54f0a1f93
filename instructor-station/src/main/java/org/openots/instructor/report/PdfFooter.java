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
import org.openots.hazop.report.Report;

/** The foot of every page: which document, of which day, the hash of its content, and which page of how many. */
final class PdfFooter extends PdfPageEventHelper {
    private static final float SIZE = 6.5f;
    private static final float WIDTH = 120;
    private static final float HEIGHT = 10;
    private static final float RISE = 16;

    private final Report report;
    private final PdfParts parts;
    private final List<PdfTemplate> numbers = new ArrayList<>();

    PdfFooter(Report report, PdfParts parts) {
        this.report = report;
        this.parts = parts;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        Report.Head head = report.head();
        float left = document.left();
        float bottom = document.bottomMargin() - RISE;
        text(canvas, Element.ALIGN_LEFT, head.title() + "  " + head.id() + "  " + head.date(), left, bottom);
        text(
                canvas,
                Element.ALIGN_LEFT,
                report.words().of("footer.digest") + "  " + head.digest(),
                left,
                bottom - HEIGHT);
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
            String text = report.words().of("footer.page", Integer.toString(i + 1), Integer.toString(numbers.size()));
            text(numbers.get(i), Element.ALIGN_RIGHT, text, WIDTH, 2);
        }
    }
}
