package org.openots.hazop.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;

/** The cells of one sheet as texts, with the place of each for messages. Formulas give the value stored with them. */
final class SheetCells {
    private final String file;
    private final XSSFSheet sheet;
    private final Findings findings;

    SheetCells(String file, XSSFSheet sheet, Findings findings) {
        this.file = file;
        this.sheet = sheet;
        this.findings = findings;
    }

    String name() {
        return sheet.getSheetName();
    }

    int lastRow() {
        return sheet.getLastRowNum();
    }

    int columns(int row) {
        XSSFRow line = sheet.getRow(row);
        return line == null ? 0 : Math.max(0, line.getLastCellNum());
    }

    XSSFSheet sheet() {
        return sheet;
    }

    /** Where a cell is, for example {@code /原因 causes/B7}. */
    String place(int row, int column) {
        return "/" + sheet.getSheetName() + "/" + CellReference.convertNumToColString(column) + (row + 1);
    }

    String place(int row) {
        return "/" + sheet.getSheetName() + "/" + (row + 1);
    }

    void report(int row, int column, ReportError error, Object... arguments) {
        findings.report(new Finding(file, place(row, column), error, List.of(arguments)));
    }

    /** The text of a cell, empty when there is nothing. */
    String text(int row, int column) {
        Cell cell = cell(row, column);
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> numeric(cell);
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case ERROR -> {
                String word = FormulaError.isValidCode(cell.getErrorCellValue())
                        ? FormulaError.forInt(cell.getErrorCellValue()).getString()
                        : "#?";
                report(row, column, ReportError.ERROR_CELL, word);
                yield "";
            }
            default -> "";
        };
    }

    private static String numeric(Cell cell) {
        double value = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell) && DateUtil.isValidExcelDate(value)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    private @Nullable Cell cell(int row, int column) {
        XSSFRow line = sheet.getRow(row);
        return line == null ? null : line.getCell(column);
    }

    boolean isBlank(int row) {
        for (int i = 0; i < columns(row); i++) {
            if (!text(row, i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** All texts of a row. */
    List<String> row(int row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns(row); i++) {
            texts.add(text(row, i));
        }
        return texts;
    }
}
