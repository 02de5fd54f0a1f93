package org.openots.dcs.map;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.text.LocalText;

/** The table in an export of a control system: CSV in UTF-8, UTF-16 or GBK, or the first sheet of a workbook. */
final class ExportTable {
    /** Largest export that is read, bytes: a line of 100 bytes for each of 80 000 points. */
    private static final int LARGEST = 8 << 20;

    /** GBK and all of its extensions; every Java platform of ours has it. */
    private static final Charset GBK = Charset.forName("GB18030");

    private static final char QUOTE = '"';
    private static final double LARGEST_WHOLE = 1e15;

    private ExportTable() {}

    /**
     * A line of the table.
     *
     * @param number its number in the file, from 1
     * @param cells the texts, without white space around them
     */
    record Line(int number, List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /**
     * The table as it can be read: once for every way to separate cells.
     *
     * @param file the name shown in messages
     * @param bytes the export
     * @return tables, of which one is right
     * @throws OtsException if it is no table
     */
    static List<List<Line>> readings(String file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw notATable(file, "大于 8 MB", "it is larger than 8 MB");
        }
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            return List.of(workbook(file, bytes));
        }
        String text = text(file, bytes);
        if (text.indexOf('\0') >= 0) {
            throw notATable(file, "不是文本文件", "it is no text");
        }
        List<List<Line>> readings = new ArrayList<>();
        for (char separator : new char[] {',', ';', '\t'}) {
            readings.add(lines(file, text, separator));
        }
        return readings;
    }

    private static OtsException notATable(String file, String zh, String en) {
        return new OtsException(MapError.NOT_A_TABLE, new Finding.Place(file, ""), new LocalText(zh, en));
    }

    private static String text(String file, byte[] bytes) {
        boolean little = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        boolean big = bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        if (little || big) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        String text = decoded(bytes, StandardCharsets.UTF_8)
                .or(() -> decoded(bytes, GBK))
                .orElseThrow(() -> notATable(file, "编码既不是 UTF-8 也不是 GBK", "it is encoded neither in UTF-8 nor in GBK"));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static List<Line> lines(String file, String text, char separator) {
        List<Line> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int line = 1;
        int begun = 1;
        boolean quoted = false;
        int quoteLine = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (quoted && i < text.length()) {
                boolean twice = c == QUOTE && i + 1 < text.length() && text.charAt(i + 1) == QUOTE;
                quoted = c != QUOTE || twice;
                i += twice ? 1 : 0;
                cell.append(quoted ? String.valueOf(c) : "");
            } else if (c == QUOTE && cell.toString().isBlank()) {
                quoted = true;
                quoteLine = line;
                cell.setLength(0);
            } else if (c == separator || c == '\n') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
            if (c == '\n' && (!quoted || i == text.length())) {
                lines.add(new Line(begun, List.copyOf(cells)));
                cells.clear();
                begun = line + 1;
            }
            line += c == '\n' ? 1 : 0;
        }
        if (quoted) {
            throw new OtsException(MapError.QUOTE, new Finding.Place(file, "/" + quoteLine));
        }
        return lines;
    }

    private static List<Line> workbook(String file, byte[] bytes) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            List<Line> lines = new ArrayList<>();
            XSSFSheet sheet = book.getSheetAt(0);
            for (Row row : sheet) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getLastCellNum(); i++) {
                    Cell cell = row.getCell(i);
                    cells.add(cell == null ? "" : text(cell).strip());
                }
                lines.add(new Line(row.getRowNum() + 1, cells));
            }
            return lines;
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw notATable(file, "工作簿已损坏", "the workbook is damaged (" + e.getMessage() + ")");
        }
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case NUMERIC -> number(cell.getNumericCellValue());
            default -> "";
        };
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE;
        return whole ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
