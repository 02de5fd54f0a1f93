package org.openots.hazop.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.hazop.report.ColumnProfile.Field;

/**
 * The upper part of a sheet, for a person to say which column is what.
 *
 * @param name name of the sheet
 * @param rows how many rows it has
 * @param top texts of its first rows; a merged cell counts as filled everywhere
 */
public record SheetOutline(String name, int rows, List<List<String>> top) {
    private static final int TOP_ROWS = 30;
    private static final int MOST_COLUMNS = 60;
    private static final int MOST_SHEETS = 40;

    /** Freezes the lists. */
    public SheetOutline {
        top = top.stream().map(List::copyOf).toList();
    }

    /**
     * Headings a profile finds in a sheet.
     *
     * @param sheet number of the sheet, from 0
     * @param first first row of the headings, from 0
     * @param count rows of headings
     * @param columns column of each of ours, from 0
     */
    public record Heading(int sheet, int first, int count, Map<Field, Integer> columns) {
        /** Keeps an unmodifiable copy. */
        public Heading {
            columns = Map.copyOf(columns);
        }
    }

    /**
     * Reads the upper part of every sheet.
     *
     * @param shown what messages call the file
     * @param file the bytes of an XLSX file
     * @return the sheets in their order
     * @throws org.openots.common.error.OtsException if it is no workbook
     */
    public static List<SheetOutline> of(String shown, byte[] file) {
        try (XSSFWorkbook book = XlsxFile.open(shown, file)) {
            List<SheetOutline> sheets = new ArrayList<>();
            for (int i = 0; i < Math.min(MOST_SHEETS, book.getNumberOfSheets()); i++) {
                SheetCells cells = new SheetCells(shown, book.getSheetAt(i), Findings.collecting());
                int rows = Math.min(TOP_ROWS, cells.lastRow() + 1);
                Map<Long, Long> merged = ImportSheets.merged(cells);
                List<List<String>> top = new ArrayList<>();
                for (int row = 0; row < rows; row++) {
                    List<String> texts = new ArrayList<>();
                    for (int column = 0; column < Math.min(MOST_COLUMNS, cells.columns(row)); column++) {
                        texts.add(ImportSheets.text(cells, merged, row, column));
                    }
                    top.add(texts);
                }
                sheets.add(new SheetOutline(cells.name(), cells.lastRow() + 1, top));
            }
            return sheets;
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    /**
     * The first headings that a profile finds.
     *
     * @param shown what messages call the file
     * @param file the bytes of an XLSX file
     * @param profile the profile
     * @return the headings, or nothing
     * @throws org.openots.common.error.OtsException if it is no workbook
     */
    public static Optional<Heading> heading(String shown, byte[] file, ColumnProfile profile) {
        try (XSSFWorkbook book = XlsxFile.open(shown, file)) {
            Findings findings = Findings.collecting();
            ImportSheets sheets = new ImportSheets(shown, profile, findings);
            for (int i = 0; i < Math.min(MOST_SHEETS, book.getNumberOfSheets()); i++) {
                SheetCells cells = new SheetCells(shown, book.getSheetAt(i), findings);
                Optional<ImportSheets.Heading> found = sheets.heading(cells, ImportSheets.merged(cells));
                if (found.isPresent()) {
                    ImportSheets.Heading one = found.get();
                    return Optional.of(new Heading(i, one.first(), one.last() - one.first() + 1, one.columns()));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    /**
     * The texts of the headings of columns, as patterns of profiles are compared with.
     *
     * @param shown what messages call the file
     * @param file the bytes of an XLSX file
     * @param heading where the headings are, and which column is what
     * @return the text of each
     * @throws org.openots.common.error.OtsException if it is no workbook, or has no such sheet
     */
    public static Map<Field, String> texts(String shown, byte[] file, Heading heading) {
        try (XSSFWorkbook book = XlsxFile.open(shown, file)) {
            if (heading.sheet() >= book.getNumberOfSheets()) {
                throw new OtsException(ReportError.NO_SHEET, shown, heading.sheet() + 1, book.getNumberOfSheets());
            }
            SheetCells cells = new SheetCells(shown, book.getSheetAt(heading.sheet()), Findings.collecting());
            Map<Long, Long> merged = ImportSheets.merged(cells);
            Map<Field, String> texts = new LinkedHashMap<>();
            heading.columns()
                    .forEach((field, column) -> texts.put(
                            field, ImportSheets.joined(cells, merged, heading.first(), heading.count(), column)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }
}
