package org.openots.instructor.people.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/** The lines of one sheet while it is read; texts that cells share are put in afterwards. */
final class XlsxSheet implements XlsxBook.Event {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int HEX = 16;
    private static final int MOST_MERGED = 5000;

    private final String title;
    private final String file;
    private final List<String> formats;
    private final List<RawLine> lines = new ArrayList<>();
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private final Set<Integer> strings = new TreeSet<>();
    private final StringBuilder value = new StringBuilder();
    private List<Raw> cells = new ArrayList<>();
    private int total;
    private int line;
    private int column;
    private boolean something;
    private String type = "";
    private int style;
    private boolean formula;
    private boolean inside;

    /** A cell before its text is known. */
    private record Raw(int column, String value, String type, int style, boolean formula) {}

    private record RawLine(int number, List<Raw> cells) {}

    XlsxSheet(String title, String file, List<String> formats) {
        this.title = title;
        this.file = file;
        this.formats = formats;
    }

    /** Numbers of the shared texts its kept lines use. */
    Set<Integer> strings() {
        return strings;
    }

    @Override
    public void take(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(reader);
            case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
            default -> {
                if (inside && reader.hasText() && value.length() <= Cell.LONGEST) {
                    value.append(reader.getText());
                }
            }
        }
    }

    private void begin(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "row" -> {
                String number = XlsxBook.attribute(reader, "r");
                line = number.isEmpty() ? line + 1 : NumberText.whole(number, file);
                column = 0;
                something = false;
                cells = new ArrayList<>();
            }
            case "c" -> {
                String place = XlsxBook.attribute(reader, "r");
                column = place.isEmpty() ? column + 1 : new CellReference(place).getCol() + 1;
                type = XlsxBook.attribute(reader, "t");
                String styled = XlsxBook.attribute(reader, "s");
                style = styled.isEmpty() ? 0 : NumberText.whole(styled, file);
                formula = false;
                value.setLength(0);
            }
            case "f" -> formula = true;
            case "v", "t" -> inside = true;
            case "mergeCell" -> {
                if (merged.size() < MOST_MERGED) {
                    merged.add(CellRangeAddress.valueOf(XlsxBook.attribute(reader, "ref")));
                }
            }
            default -> inside = false;
        }
    }

    private void end(String element) {
        inside = false;
        if (element.equals("c") && (value.length() > 0 || formula)) {
            something = true;
            if (lines.size() < Sheet.MOST_LINES && column <= Sheet.MOST_CELLS) {
                cells.add(new Raw(column - 1, value.toString(), type, style, formula));
            }
        } else if (element.equals("row") && something) {
            total++;
            if (lines.size() < Sheet.MOST_LINES) {
                cells.stream()
                        .filter(cell -> cell.type().equals("s"))
                        .forEach(cell -> strings.add(NumberText.whole(cell.value(), file)));
                lines.add(new RawLine(line, cells));
            }
        }
    }

    Sheet sheet(Map<Integer, String> texts) {
        List<Sheet.Line> made = new ArrayList<>();
        for (RawLine raw : lines) {
            List<Cell> row = new ArrayList<>();
            for (Raw cell : raw.cells()) {
                while (row.size() < cell.column()) {
                    row.add(Cell.EMPTY);
                }
                row.add(cell(cell, texts));
            }
            made.add(new Sheet.Line(raw.number(), row));
        }
        return new Sheet(title, made, merged, total);
    }

    private Cell cell(Raw raw, Map<Integer, String> texts) {
        String text = switch (raw.type()) {
            case "s" -> texts.getOrDefault(NumberText.whole(raw.value(), file), "");
            default -> raw.value();
        };
        if (raw.formula()) {
            return new Cell(unescaped(text), Cell.Kind.FORMULA);
        }
        return switch (raw.type()) {
            case "e" -> new Cell(text, Cell.Kind.ERROR);
            case "", "n" -> NumberText.cell(text, raw.style() < formats.size() ? formats.get(raw.style()) : "");
            default -> Cell.text(unescaped(text));
        };
    }

    /** Excel writes characters that XML does not carry as {@code _x000D_}. */
    private static String unescaped(String text) {
        Matcher matcher = ESCAPED.matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), HEX))));
    }
}
