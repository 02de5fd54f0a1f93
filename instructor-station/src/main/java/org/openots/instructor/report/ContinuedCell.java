package org.openots.instructor.report;

import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPCellEvent;
import com.lowagie.text.pdf.PdfPTable;

/** Says again, where a page begins in the middle of a joined cell, what stands in its first row on the page before. */
final class ContinuedCell implements PdfPCellEvent {
    private static final float PAD = 2.5f;
    private static final float LEADING = 1.25f;
    /** A row may be lower than the one that the text was written for: then it is said smaller. */
    private static final float[] SIZES = {PdfParts.SMALL, 6.5f, 5.5f, 4.8f};

    private final PdfParts parts;
    private final String text;
    /** Below this height of the page a row is not the first one under the headings, points. */
    private final float firstRow;

    ContinuedCell(PdfParts parts, String text, float firstRow) {
        this.parts = parts;
        this.text = text;
        this.firstRow = firstRow;
    }

    @Override
    public void cellLayout(PdfPCell cell, Rectangle position, PdfContentByte[] canvases) {
        if (position.getTop() < firstRow) {
            return;
        }
        for (float size : SIZES) {
            ColumnText trial = column(canvases[PdfPTable.TEXTCANVAS], position, size);
            boolean fits = !ColumnText.hasMoreText(trial.go(true));
            if (fits || size == SIZES[SIZES.length - 1]) {
                column(canvases[PdfPTable.TEXTCANVAS], position, size).go();
                return;
            }
        }
    }

    private ColumnText column(PdfContentByte canvas, Rectangle position, float size) {
        ColumnText column = new ColumnText(canvas);
        column.setSimpleColumn(
                position.getLeft() + PAD,
                position.getBottom() + 1,
                position.getRight() - PAD,
                position.getTop() - PAD + 1);
        column.setLeading(size * LEADING);
        column.addText(new Phrase(parts.printable(text), parts.font(size, false)));
        return column;
    }
}
