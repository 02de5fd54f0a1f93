package org.openots.hazop.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.text.LocalText;
import org.openots.hazop.report.ColumnProfile.Field;
import org.openots.hazop.report.ColumnProfile.Note;
import org.openots.hazop.report.ColumnProfile.TagColumn;
import org.openots.hazop.study.Aliases;
import org.openots.hazop.study.Tag;
import org.openots.hazop.study.TagKind;

/** Finds headings in the sheets of a workbook and reads the rows below them. */
final class ImportSheets {
    /** Rows of a sheet that are looked at: more than any study has. */
    private static final int MOST_ROWS = 20_000;

    private static final int MOST_COLUMNS = 200;
    /** Columns that tell nothing by themselves whether a row has content. */
    private static final Set<Field> MINOR = Set.of(Field.NUMBER, Field.REMARKS);

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final String file;
    private final ColumnProfile profile;
    private final Findings findings;

    /** Headings of a sheet: the rows of them, and our columns by place. */
    record Heading(int first, int last, Map<Field, Integer> columns) {}

    /** A text with the id that stood before it. */
    private record Named(String id, String text) {}

    ImportSheets(String file, ColumnProfile profile, Findings findings) {
        this.file = file;
        this.profile = profile;
        this.findings = findings;
    }

    List<ImportRow> rows(XSSFWorkbook book) {
        List<ImportRow> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean found = false;
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            names.add(book.getSheetName(i));
            SheetCells cells = new SheetCells(file, book.getSheetAt(i), findings);
            Map<Long, Long> merged = merged(cells);
            Optional<Heading> heading = heading(cells, merged);
            found = found || heading.isPresent();
            heading.ifPresent(one -> rows.addAll(below(cells, merged, one)));
        }
        if (!found) {
            String needed = profile.columns().entrySet().stream()
                    .filter(entry -> required().contains(entry.getKey()))
                    .map(entry -> entry.getValue().pattern())
                    .collect(Collectors.joining("  "));
            findings.report(new Finding(
                    file, "", ReportError.NO_HEADINGS, List.of(profile.id(), needed, String.join(", ", names))));
        } else if (rows.isEmpty() && findings.isEmpty()) {
            findings.report(new Finding(file, "", ReportError.NO_ROWS, List.of()));
        }
        return rows;
    }

    private Set<Field> required() {
        Field what = profile.columns().containsKey(Field.PARAMETER) ? Field.PARAMETER : Field.DEVIATION;
        return Set.of(what, Field.CAUSE, Field.CONSEQUENCE, Field.SEVERITY, Field.LIKELIHOOD);
    }

    private static long key(int row, int column) {
        return ((long) row << Integer.SIZE) | column;
    }

    /** Of every cell in a merged region, the cell that holds its text. */
    static Map<Long, Long> merged(SheetCells cells) {
        Map<Long, Long> owners = new java.util.HashMap<>();
        for (CellRangeAddress region : cells.sheet().getMergedRegions()) {
            int lastRow = Math.min(region.getLastRow(), MOST_ROWS);
            int lastColumn = Math.min(region.getLastColumn(), MOST_COLUMNS);
            for (int row = region.getFirstRow(); row <= lastRow; row++) {
                for (int column = region.getFirstColumn(); column <= lastColumn; column++) {
                    owners.put(key(row, column), key(region.getFirstRow(), region.getFirstColumn()));
                }
            }
        }
        return owners;
    }

    static String text(SheetCells cells, Map<Long, Long> merged, int row, int column) {
        long owner = merged.getOrDefault(key(row, column), key(row, column));
        return cells.text((int) (owner >> Integer.SIZE), (int) owner).strip();
    }

    Optional<Heading> heading(SheetCells cells, Map<Long, Long> merged) {
        int lastStart = Math.min(profile.layout().searchRows() - 1, cells.lastRow());
        for (int start = 0; start <= lastStart; start++) {
            for (int rows : profile.layout().headerRows()) {
                Map<Field, Integer> columns = columns(cells, merged, start, rows);
                if (columns.keySet().containsAll(required())) {
                    twice(cells, merged, start, rows, columns);
                    return Optional.of(new Heading(start, start + rows - 1, columns));
                }
            }
        }
        return Optional.empty();
    }

    static int width(SheetCells cells, int start, int rows) {
        int width = 0;
        for (int row = start; row < start + rows; row++) {
            width = Math.max(width, cells.columns(row));
        }
        return Math.min(width, MOST_COLUMNS);
    }

    private Map<Field, Integer> columns(SheetCells cells, Map<Long, Long> merged, int start, int rows) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        for (int column = 0; column < width(cells, start, rows); column++) {
            int at = column;
            profile.column(joined(cells, merged, start, rows, column))
                    .ifPresent(field -> columns.putIfAbsent(field, at));
        }
        return columns;
    }

    private void twice(SheetCells cells, Map<Long, Long> merged, int start, int rows, Map<Field, Integer> columns) {
        for (int column = 0; column < width(cells, start, rows); column++) {
            Optional<Field> field = profile.column(joined(cells, merged, start, rows, column));
            int first = field.map(one -> columns.getOrDefault(one, -1)).orElse(-1);
            if (field.isPresent() && first >= 0 && first != column) {
                String other = CellReference.convertNumToColString(first) + (start + 1);
                cells.report(
                        start, column, ReportError.COLUMN_TWICE, field.get().name(), other);
            }
        }
    }

    /** The texts of a heading from the top, without line breaks and spaces, each once. */
    static String joined(SheetCells cells, Map<Long, Long> merged, int start, int rows, int column) {
        List<String> texts = new ArrayList<>();
        for (int row = start; row < start + rows; row++) {
            String text = text(cells, merged, row, column).replaceAll("\\s+", "");
            if (!text.isEmpty() && !texts.contains(text)) {
                texts.add(text);
            }
        }
        return String.join("/", texts);
    }

    private List<ImportRow> below(SheetCells cells, Map<Long, Long> merged, Heading heading) {
        List<ImportRow> rows = new ArrayList<>();
        Map<Field, Named> carried = new EnumMap<>(Field.class);
        Map<Note, String> notes = notes(cells, merged, heading.first());
        int last = Math.min(cells.lastRow(), heading.last() + MOST_ROWS);
        for (int row = heading.last() + 1; row <= last; row++) {
            ImportRow line = new ImportRow(cells, row, heading.columns(), notes);
            boolean content = false;
            for (Map.Entry<Field, Integer> entry : heading.columns().entrySet()) {
                Field field = entry.getKey();
                Named own = strip(field, text(cells, merged, row, entry.getValue()));
                content = content || (!own.text().isEmpty() && !MINOR.contains(field));
                line.put(field, own.text(), own.id());
            }
            if (content) {
                carry(line, carried);
                rows.add(line);
            }
        }
        return rows;
    }

    private Map<Note, String> notes(SheetCells cells, Map<Long, Long> merged, int before) {
        Map<Note, String> notes = new EnumMap<>(Note.class);
        for (int row = 0; row < before; row++) {
            String text = text(cells, merged, row, 0);
            profile.beside().notes().forEach((note, pattern) -> {
                Matcher matcher = pattern.matcher(text);
                if (matcher.matches()) {
                    notes.putIfAbsent(note, matcher.group(1));
                }
            });
        }
        return notes;
    }

    private Named strip(Field field, String text) {
        Matcher matcher = profile.strip().getOrDefault(field, NOTHING).matcher(text);
        if (!matcher.lookingAt()) {
            return new Named("", text);
        }
        String id = matcher.groupCount() > 0 ? Objects.requireNonNullElse(matcher.group(1), "") : "";
        return new Named(id, text.substring(matcher.end()).strip());
    }

    /** An empty cell of some columns means the one above; a new node or deviation begins its row anew. */
    private void carry(ImportRow line, Map<Field, Named> carried) {
        boolean fresh = false;
        for (Field field : profile.layout().carryDown()) {
            Named own = new Named(line.id(field), line.text(field));
            if (!own.text().isEmpty()) {
                fresh = fresh || !own.equals(carried.get(field));
                carried.put(field, own);
            } else if (fresh) {
                carried.remove(field);
            } else {
                Named above = carried.getOrDefault(field, own);
                line.put(field, above.text(), above.id());
            }
        }
    }

    /** The register of tags, when the profile knows its headings and a sheet has them. */
    List<Tag> tags(XSSFWorkbook book) {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < book.getNumberOfSheets() && !profile.beside().tags().isEmpty(); i++) {
            SheetCells cells = new SheetCells(file, book.getSheetAt(i), findings);
            int head = 0;
            while (head <= Math.min(profile.layout().searchRows(), cells.lastRow())
                    && places(cells, head).size() < TagColumn.values().length) {
                head++;
            }
            Map<TagColumn, Integer> places = places(cells, head);
            if (places.size() == TagColumn.values().length) {
                for (int row = head + 1; row <= Math.min(cells.lastRow(), MOST_ROWS); row++) {
                    tag(cells, row, places).ifPresent(tags::add);
                }
            }
        }
        return tags;
    }

    private Map<TagColumn, Integer> places(SheetCells cells, int row) {
        Map<TagColumn, Integer> places = new EnumMap<>(TagColumn.class);
        for (int column = 0; column < Math.min(cells.columns(row), MOST_COLUMNS); column++) {
            int at = column;
            String heading = cells.text(row, column).strip();
            profile.beside().tags().forEach((name, pattern) -> {
                if (pattern.matcher(heading).matches()) {
                    places.putIfAbsent(name, at);
                }
            });
        }
        return places;
    }

    private static Optional<Tag> tag(SheetCells cells, int row, Map<TagColumn, Integer> places) {
        Map<TagColumn, String> texts = new EnumMap<>(TagColumn.class);
        places.forEach((name, column) -> texts.put(name, cells.text(row, column).strip()));
        String tag = texts.getOrDefault(TagColumn.TAG, "");
        String name = texts.getOrDefault(TagColumn.NAME, "");
        return tag.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tag(
                        tag,
                        new LocalText(name.isEmpty() ? tag : name, name.isEmpty() ? tag : name),
                        TagKind.OTHER,
                        texts.getOrDefault(TagColumn.NODE, ""),
                        Aliases.NONE,
                        Optional.empty(),
                        false));
    }
}
