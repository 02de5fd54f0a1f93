package org.openots.instructor.people.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;

/** Reads workbooks of Excel 97 to 2003 record by record; nothing in them is run. */
final class XlsBook implements HSSFListener {
    /** Largest file of this kind, bytes: its table of texts is held in memory as a whole. */
    private static final int LARGEST_FILE = 4 << 20;

    private static final String STREAM = "Workbook";

    private final String name;
    private final byte[] bytes;
    private final List<String> titles = new ArrayList<>();
    private final List<Building> sheets = new ArrayList<>();
    private final List<Integer> styles = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private @Nullable SSTRecord texts;
    private @Nullable FormulaRecord waiting;

    /** A sheet while it is read. */
    private static final class Building {
        private final Map<Integer, Map<Integer, Cell>> lines = new TreeMap<>();
        private final List<CellRangeAddress> merged = new ArrayList<>();
        private int total;
        private int last = -1;

        void put(CellValueRecordInterface place, Cell cell) {
            if (cell.text().isEmpty() && cell.kind() == Cell.Kind.TEXT) {
                return;
            }
            if (place.getRow() != last) {
                last = place.getRow();
                total++;
            }
            boolean kept = lines.containsKey(place.getRow()) || lines.size() < Sheet.MOST_LINES;
            if (kept && place.getColumn() < Sheet.MOST_CELLS) {
                lines.computeIfAbsent(place.getRow(), key -> new TreeMap<>()).put((int) place.getColumn(), cell);
            }
        }

        Sheet sheet(String title) {
            List<Sheet.Line> made = new ArrayList<>();
            lines.forEach((row, cells) -> {
                List<Cell> line = new ArrayList<>();
                cells.forEach((column, cell) -> {
                    while (line.size() < column) {
                        line.add(Cell.EMPTY);
                    }
                    line.add(cell);
                });
                made.add(new Sheet.Line(row + 1, line));
            });
            return new Sheet(title, made, merged, total);
        }
    }

    XlsBook(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    Book read() {
        if (bytes.length > LARGEST_FILE) {
            throw new OtsException(RosterError.FILE_LARGE, name, Book.mega(bytes.length), Book.mega(LARGEST_FILE));
        }
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new OtsException(RosterError.FILE_LOCKED, name);
            }
            if (!root.hasEntryCaseInsensitive(STREAM)) {
                throw new OtsException(RosterError.FILE_KIND, name);
            }
            boolean macros = root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR");
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(this);
            try (DocumentInputStream in = files.createDocumentInputStream(STREAM)) {
                new HSSFEventFactory().processEvents(request, in);
            }
            List<Sheet> made = new ArrayList<>();
            for (int i = 0; i < sheets.size(); i++) {
                made.add(sheets.get(i).sheet(i < titles.size() ? titles.get(i) : String.valueOf(i + 1)));
            }
            return new Book("xls", "", macros, made);
        } catch (EncryptedDocumentException e) {
            throw new OtsException(RosterError.FILE_LOCKED, name);
        } catch (OtsException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // POI answers a broken record with many kinds of exceptions
            throw new OtsException(RosterError.FILE_DAMAGED, name, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void processRecord(Record entry) {
        if (entry instanceof BoundSheetRecord sheet) {
            titles.add(sheet.getSheetname());
        } else if (entry instanceof BOFRecord begin && begin.getType() == BOFRecord.TYPE_WORKSHEET) {
            sheets.add(new Building());
        } else if (entry instanceof SSTRecord all) {
            texts = all;
        } else if (entry instanceof ExtendedFormatRecord style) {
            styles.add((int) style.getFormatIndex());
        } else if (entry instanceof FormatRecord format) {
            formats.put(format.getIndexCode(), format.getFormatString());
        } else if (!sheets.isEmpty()) {
            ofSheet(sheets.get(sheets.size() - 1), entry);
        }
    }

    private void ofSheet(Building sheet, Record entry) {
        if (entry instanceof LabelSSTRecord label) {
            SSTRecord all = texts;
            sheet.put(
                    label,
                    Cell.text(
                            all == null
                                    ? ""
                                    : all.getString(label.getSSTIndex()).getString()));
        } else if (entry instanceof LabelRecord label) {
            sheet.put(label, Cell.text(label.getValue()));
        } else if (entry instanceof NumberRecord number) {
            int style = number.getXFIndex();
            String format = style < styles.size() ? formats.getOrDefault(styles.get(style), "") : "";
            sheet.put(
                    number,
                    NumberText.cell(
                            java.math.BigDecimal.valueOf(number.getValue()).toString(), format));
        } else if (entry instanceof BoolErrRecord value) {
            sheet.put(
                    value,
                    value.isError()
                            ? new Cell(
                                    FormulaError.forInt(value.getErrorValue()).getString(), Cell.Kind.ERROR)
                            : Cell.text(value.getBooleanValue() ? "TRUE" : "FALSE"));
        } else if (entry instanceof FormulaRecord formula) {
            waiting = formula;
            sheet.put(formula, new Cell(formula.hasCachedResultString() ? "" : "=", Cell.Kind.FORMULA));
        } else if (entry instanceof StringRecord result && waiting != null) {
            sheet.put(waiting, new Cell(result.getString(), Cell.Kind.FORMULA));
            waiting = null;
        } else if (entry instanceof MergeCellsRecord areas) {
            for (int i = 0; i < areas.getNumAreas(); i++) {
                sheet.merged.add(areas.getAreaAt(i));
            }
        }
    }
}
