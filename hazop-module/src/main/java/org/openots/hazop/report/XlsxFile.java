package org.openots.hazop.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/** Opens workbooks of strangers with care, and writes ours without the time of the day in them. */
public final class XlsxFile {
    /** Largest file that is opened, bytes: the largest study of the suite takes 0.3 MB. */
    public static final long LARGEST_FILE = 8L << 20;

    private static final long LARGEST_CONTENT = 96L << 20;
    private static final int MOST_PARTS = 2000;
    private static final int BUFFER = 1 << 14;
    private static final int MEGA = 20;
    private static final String NO_TIME = "1970-01-01T00:00:00Z";
    private static final String WORKBOOK = "xl/workbook.xml";

    private XlsxFile() {}

    /**
     * Reads a file's bytes.
     *
     * @param path the file
     * @return its bytes
     * @throws OtsException if it cannot be read or is too large
     */
    public static byte[] bytes(Path path) {
        try {
            long size = Files.size(path);
            if (size > LARGEST_FILE) {
                throw tooLarge(String.valueOf(path.getFileName()), "size", size, LARGEST_FILE);
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw FileErrors.unreadable(path.toString(), e);
        }
    }

    /**
     * Opens a workbook. Nothing in it is executed: of a formula the value is read that its writer stored.
     *
     * @param shown what messages call the file
     * @param file its bytes
     * @return the workbook, to be closed by the caller
     * @throws OtsException if it is no workbook, or unpacks to more than a worksheet can be
     */
    static XSSFWorkbook open(String shown, byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw tooLarge(shown, "size", file.length, LARGEST_FILE);
        }
        weigh(shown, file);
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw notXlsx(shown, e);
        }
    }

    /** Unpacks it once, counting, before anything is kept: a small file can hold gigabytes. */
    private static void weigh(String shown, byte[] file) {
        long total = 0;
        int parts = 0;
        boolean workbook = false;
        byte[] buffer = new byte[BUFFER];
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts++;
                workbook = workbook || entry.getName().equals(WORKBOOK);
                if (parts > MOST_PARTS) {
                    throw tooLarge(shown, "parts", parts, MOST_PARTS);
                }
                total += count(in, buffer, LARGEST_CONTENT - total);
                if (total > LARGEST_CONTENT) {
                    throw tooLarge(shown, "content", total, LARGEST_CONTENT);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw notXlsx(shown, e);
        }
        if (!workbook) {
            throw new OtsException(
                    ReportError.NOT_XLSX,
                    shown,
                    new LocalText(
                            "里面没有工作簿（旧的 .xls、加密的或其他格式的文件）",
                            "there is no workbook in it (an old .xls, an encrypted file, or another format)"));
        }
    }

    private static long count(InputStream in, byte[] buffer, long most) throws IOException {
        long total = 0;
        for (int n = in.read(buffer); n >= 0 && total <= most; n = in.read(buffer)) {
            total += n;
        }
        return total;
    }

    private static OtsException notXlsx(String shown, Exception why) {
        String words = String.valueOf(why.getMessage());
        return new OtsException(ReportError.NOT_XLSX, shown, new LocalText("文件已损坏", "it is damaged (" + words + ")"));
    }

    private static OtsException tooLarge(String shown, String what, long found, long most) {
        return switch (what) {
            case "parts" ->
                new OtsException(ReportError.TOO_LARGE, shown, new LocalText("部件数", "number of parts"), found, most);
            case "size" ->
                new OtsException(ReportError.TOO_LARGE, shown, new LocalText("大小", "size"), mega(found), mega(most));
            default ->
                new OtsException(
                        ReportError.TOO_LARGE,
                        shown,
                        new LocalText("解压后的内容", "unpacked content"),
                        mega(found),
                        mega(most));
        };
    }

    private static String mega(long bytes) {
        return ((bytes + (1L << MEGA) - 1) >> MEGA) + " MB";
    }

    /**
     * Makes a workbook.
     *
     * @param content fills it
     * @return the file; the same content gives the same bytes
     */
    public static byte[] write(Consumer<XSSFWorkbook> content) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            POIXMLProperties.CoreProperties properties = book.getProperties().getCoreProperties();
            properties.setCreator("OpenOTS");
            properties.setCreated(NO_TIME);
            properties.setModified(NO_TIME);
            content.accept(book);
            book.write(out);
            return FixedZip.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(NO_TIME, e);
        }
    }
}
