package org.openots.instructor.people;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Lists of people as schools have them, and as nobody should. */
public final class ListFiles {
    /** Headings of a usual list. */
    public static final List<String> HEADS = List.of("学号", "姓名", "班级", "身份证号", "座位");

    private ListFiles() {}

    /** A workbook with the headings and what is put below them. */
    public static byte[] xlsx(Consumer<Sheet> content) {
        return workbook(new XSSFWorkbook(), content);
    }

    /** The same as a workbook of Excel 97. */
    public static byte[] xls(Consumer<Sheet> content) {
        return workbook(new HSSFWorkbook(), content);
    }

    private static byte[] workbook(Workbook book, Consumer<Sheet> content) {
        Sheet sheet = book.createSheet("名单");
        row(sheet, 0, HEADS.toArray());
        content.accept(sheet);
        return bytes(book);
    }

    /** The bytes of a workbook. */
    public static byte[] bytes(Workbook book) {
        try (book;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills a row; numbers become numbers. */
    public static void row(Sheet sheet, int at, Object... values) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else {
                row.createCell(i).setCellValue(String.valueOf(values[i]));
            }
        }
    }

    /** A CSV file. */
    public static byte[] csv(Charset charset, boolean marked, String... lines) {
        byte[] text = String.join("\r\n", lines).getBytes(charset);
        byte[] mark = marked ? "\uFEFF".getBytes(StandardCharsets.UTF_8) : new byte[0];
        byte[] all = new byte[mark.length + text.length];
        System.arraycopy(mark, 0, all, 0, mark.length);
        System.arraycopy(text, 0, all, mark.length, text.length);
        return all;
    }

    /** A workbook with 200,000 people, each text different. */
    public static byte[] huge(int rows) {
        SXSSFWorkbook book = new SXSSFWorkbook(null, 100, true, true);
        Sheet sheet = book.createSheet("名单");
        row(sheet, 0, HEADS.toArray());
        for (int i = 1; i <= rows; i++) {
            row(sheet, i, "%08d".formatted(i), "学员" + i, "HG" + i % 500, "", "");
        }
        return bytes(book);
    }

    /** A workbook with a part changed, added or made of many zeros. */
    public static byte[] with(byte[] book, Map<String, byte[]> parts) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.put(entry.getName(), in.readAllBytes());
            }
            all.putAll(parts);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> part : all.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a part of a workbook. */
    public static String part(byte[] book, String name) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            throw new AssertionError(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
