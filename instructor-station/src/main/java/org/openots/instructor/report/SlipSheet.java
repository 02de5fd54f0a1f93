package org.openots.instructor.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openots.common.text.LocalText;
import org.openots.distillation.font.SuiteFont;
import org.openots.instructor.people.Person;

/** Slips of paper to cut out, one a person: with a password, or with a code to scan. */
public final class SlipSheet {
    private static final float MARGIN = 34;
    private static final float CODE_SIZE = 112;
    private static final int COLUMNS = 3;
    private static final float SECRET = 13;
    private static final float PAD = 9;

    private final Locale locale;
    private final PdfParts parts = new PdfParts(SuiteFont.bytes());

    private SlipSheet(Locale locale) {
        this.locale = locale;
    }

    /**
     * A slip.
     *
     * @param person whose
     * @param secret his password, or the address that a code leads to
     */
    public record Slip(Person person, String secret) {}

    /**
     * What stands above the slips.
     *
     * @param title in both languages
     * @param how what to do with a slip
     * @param address of the station
     */
    public record Head(LocalText title, LocalText how, String address) {}

    /**
     * Slips with passwords.
     *
     * @param head what stands above them
     * @param slips the slips, class by class
     * @param locale Chinese or English
     * @return a PDF file
     */
    public static byte[] passwords(Head head, List<Slip> slips, Locale locale) {
        return new SlipSheet(locale).print(head, slips, false);
    }

    /**
     * Slips with codes to scan.
     *
     * @param head what stands above them
     * @param slips the slips, class by class
     * @param locale Chinese or English
     * @return a PDF file
     */
    public static byte[] codes(Head head, List<Slip> slips, Locale locale) {
        return new SlipSheet(locale).print(head, slips, true);
    }

    private byte[] print(Head head, List<Slip> slips, boolean codes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.open();
        document.addTitle(head.title().in(locale));
        document.addCreator("OpenOTS");
        Map<String, List<Slip>> classes = new TreeMap<>();
        slips.forEach(slip -> classes.computeIfAbsent(slip.person().classId(), key -> new ArrayList<>())
                .add(slip));
        boolean first = true;
        for (Map.Entry<String, List<Slip>> group : classes.entrySet()) {
            if (!first) {
                document.newPage();
            }
            first = false;
            parts.add(document, head.title().in(locale) + "  " + group.getKey(), PdfParts.TITLE, true);
            parts.add(document, head.how().in(locale), PdfParts.TEXT, false);
            document.add(table(writer, head, group.getValue(), codes));
        }
        document.close();
        return out.toByteArray();
    }

    private PdfPTable table(PdfWriter writer, Head head, List<Slip> slips, boolean codes) {
        PdfPTable table = parts.table(1, 1, 1);
        slips.forEach(slip -> table.addCell(cell(writer, head, slip, codes)));
        for (int i = slips.size(); i % COLUMNS != 0; i++) {
            PdfPCell empty = parts.cell("", PdfParts.TEXT);
            empty.setBorder(0);
            table.addCell(empty);
        }
        return table;
    }

    private PdfPCell cell(PdfWriter writer, Head head, Slip slip, boolean codes) {
        Person person = slip.person();
        PdfPCell cell = parts.cell("", PdfParts.TEXT);
        cell.setPadding(PAD);
        String seat = person.seat().isEmpty() ? "" : "  " + words("座位 ", "seat ") + person.seat();
        cell.addElement(parts.paragraph(person.name() + seat, PdfParts.TEXT + 2, true));
        cell.addElement(parts.paragraph(words("学号 ", "number ") + person.account(), PdfParts.TEXT, false));
        if (codes) {
            Image image = code(writer, slip.secret());
            image.setAlignment(Element.ALIGN_CENTER);
            cell.addElement(image);
        } else {
            Paragraph secret = parts.paragraph(slip.secret(), SECRET, true);
            cell.addElement(parts.paragraph(words("密码", "password"), PdfParts.SMALL, false));
            cell.addElement(secret);
            cell.addElement(parts.paragraph(head.address(), PdfParts.SMALL, false));
        }
        return cell;
    }

    private String words(String zh, String en) {
        return new LocalText(zh, en).in(locale);
    }

    private static Image code(PdfWriter writer, String text) {
        BitMatrix matrix = matrix(text);
        float side = CODE_SIZE / matrix.getWidth();
        PdfTemplate drawing = writer.getDirectContent().createTemplate(CODE_SIZE, CODE_SIZE);
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    // a hair wider than its place, or printers show white lines between the modules
                    drawing.rectangle(x * side, CODE_SIZE - (y + 1) * side, side * 1.01f, side * 1.01f);
                }
            }
        }
        drawing.fill();
        return Image.getInstance(drawing);
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 2, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalStateException("an address always fits", e);
        }
    }

    /**
     * A code as the path of an SVG drawing, one unit a module.
     *
     * @param size modules on a side
     * @param path its data
     */
    public record Drawing(int size, String path) {}

    /**
     * Draws a code for a screen.
     *
     * @param text what it says
     * @return the drawing
     */
    public static Drawing drawing(String text) {
        BitMatrix matrix = matrix(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    int from = x;
                    while (x + 1 < matrix.getWidth() && matrix.get(x + 1, y)) {
                        x++;
                    }
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - from + 1);
                    path.append("v1h-").append(x - from + 1).append('z');
                }
            }
        }
        return new Drawing(matrix.getWidth(), path.toString());
    }
}
