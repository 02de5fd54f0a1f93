package org.openots.instructor.report;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.openots.hazop.report.ReportTable;

/** Texts, cells and tables of a PDF in the one font of the suite. */
final class PdfParts {
    static final Color INK = new Color(0x14, 0x21, 0x1E);
    static final Color LINE = new Color(0x8A, 0x97, 0x93);
    static final Color HEAD = new Color(0xDC, 0xE5, 0xE2);
    static final Color KEY = new Color(0xF1, 0xF5, 0xF3);
    static final float SMALL = 7.5f;
    static final float TEXT = 9f;
    static final float TITLE = 15f;
    static final float COVER = 24f;

    private static final float PAD = 2.5f;
    private static final float LEADING = 1.3f;
    private static final float FRAME = 0.4f;

    private final BaseFont base;

    PdfParts(byte[] font) {
        try {
            base = BaseFont.createFont(
                    "NotoSansSC-Regular.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, font, new byte[0]);
            // names the subset: the same every time, so that the same report gives the same bytes
            SecureRandom same = SecureRandom.getInstance("SHA1PRNG");
            same.setSeed(1);
            base.setSecureRandom(same);
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA1PRNG", e);
        }
        base.setSubset(true);
    }

    BaseFont base() {
        return base;
    }

    Font font(float size, boolean bold) {
        return new Font(base, size, bold ? Font.BOLD : Font.NORMAL, INK);
    }

    /** What the font can print; anything else is named by its number, so that nothing vanishes. */
    String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = text.codePointAt(i);
            if (c == '\n') {
                out.append('\n');
            } else if (c == '\t' || c == '\r') {
                out.append(' ');
            } else if (base.charExists(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(Locale.ROOT, "[U+%04X]", c));
            }
        }
        return out.toString();
    }

    Paragraph paragraph(String text, float size, boolean bold) {
        Paragraph paragraph = new Paragraph(size * LEADING, printable(text), font(size, bold));
        paragraph.setSpacingAfter(size / 2);
        return paragraph;
    }

    void add(Document document, String text, float size, boolean bold) {
        document.add(paragraph(text, size, bold));
    }

    PdfPCell cell(String text, float size) {
        return cell(text, size, false);
    }

    PdfPCell cell(String text, float size, boolean bold) {
        PdfPCell cell = new PdfPCell(new Phrase(size * LEADING, printable(text), font(size, bold)));
        cell.setPadding(PAD);
        cell.setPaddingBottom(PAD + 1);
        cell.setLeading(size * LEADING, 0);
        cell.setBorderColor(LINE);
        cell.setBorderWidth(FRAME);
        cell.setUseAscender(true);
        return cell;
    }

    PdfPCell head(String text, float size) {
        PdfPCell cell = cell(text, size, true);
        cell.setBackgroundColor(HEAD);
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }

    PdfPCell key(String text, float size) {
        PdfPCell cell = cell(text, size, true);
        cell.setBackgroundColor(KEY);
        return cell;
    }

    PdfPCell center(String text, float size) {
        PdfPCell cell = cell(text, size);
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        cell.setPaddingLeft(0);
        cell.setPaddingRight(0);
        return cell;
    }

    /** One of several cells that look like one over several rows. */
    static PdfPCell joined(PdfPCell cell, boolean first, boolean last) {
        int border = Rectangle.LEFT | Rectangle.RIGHT;
        border |= first ? Rectangle.TOP : 0;
        border |= last ? Rectangle.BOTTOM : 0;
        cell.setBorder(border);
        return cell;
    }

    PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(2);
        table.setSpacingAfter(8);
        return table;
    }

    /** A table with headings that stand on every page. */
    PdfPTable table(List<String> heads, float... widths) {
        PdfPTable table = table(widths);
        heads.forEach(text -> table.addCell(head(text, TEXT)));
        table.setHeaderRows(1);
        return table;
    }

    /** A plain table with headings that stand on every page. */
    PdfPTable table(ReportTable content, float... widths) {
        PdfPTable table = table(content.heads(), widths);
        content.rows().forEach(texts -> row(table, texts));
        return table;
    }

    void row(PdfPTable table, List<String> texts) {
        texts.forEach(text -> table.addCell(cell(text, TEXT)));
    }
}
