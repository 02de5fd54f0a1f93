package org.openots.instructor.report;

import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.openots.common.text.LocalText;
import org.openots.hazop.report.XlsxFile;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.roster.RosterColumn;
import org.openots.instructor.report.TableReport.Cell;
import org.openots.instructor.report.TableReport.Column;
import org.openots.instructor.report.TableReport.Fact;
import org.openots.instructor.report.TableReport.Table;

/** Lists of people as workbooks: a class as it is, and an empty one to fill in. */
public final class PeopleTables {
    private static final List<RosterColumn> LISTED =
            List.of(RosterColumn.ACCOUNT, RosterColumn.NAME, RosterColumn.CLASS, RosterColumn.SEAT);
    private static final int WIDTH = 20;
    private static final int WIDE = 60;
    /** Parts of a character that POI counts. */
    private static final int CHARACTER = 256;

    private PeopleTables() {}

    /**
     * A class, in the form that can be imported again.
     *
     * @param classId its name; empty for all
     * @param students its students
     * @param date day of the print, ISO
     * @param locale Chinese or English
     * @return the document
     */
    public static TableReport list(String classId, List<Person> students, String date, Locale locale) {
        List<List<Cell>> rows = students.stream()
                .map(person -> List.of(
                        Cell.text(person.account()),
                        Cell.text(person.name()),
                        Cell.text(person.classId()),
                        Cell.text(person.seat())))
                .toList();
        LocalText title = new LocalText("名单", "People");
        return new TableReport(
                locale,
                new LocalText("班级名单", "Class list").in(locale),
                classId,
                date,
                List.of(new Fact(new LocalText("人数", "People").in(locale), Cell.number(students.size(), 0))),
                List.of(new Table(title.in(locale), columns(LISTED, locale), rows)));
    }

    /**
     * An empty list to fill in, its cells formatted as text so that no zero is lost, and a sheet that explains the columns.
     *
     * @param locale Chinese or English
     * @return an XLSX file
     */
    public static byte[] template(Locale locale) {
        return XlsxFile.write(book -> {
            CellStyle text = book.createCellStyle();
            text.setDataFormat(book.createDataFormat().getFormat("@"));
            Font bold = book.createFont();
            bold.setBold(true);
            CellStyle head = book.createCellStyle();
            head.cloneStyleFrom(text);
            head.setFont(bold);
            Sheet list = book.createSheet(new LocalText("名单", "People").in(locale));
            Sheet how = book.createSheet(new LocalText("说明", "How to").in(locale));
            Row heads = list.createRow(0);
            int at = 0;
            for (RosterColumn column : RosterColumn.values()) {
                heads.createCell(at).setCellValue(column.text().in(locale));
                heads.getCell(at).setCellStyle(head);
                list.setDefaultColumnStyle(at, text);
                list.setColumnWidth(at, WIDTH * CHARACTER);
                Row line = how.createRow(at);
                line.createCell(0).setCellValue(column.text().in(locale));
                line.createCell(1).setCellValue(meaning(column).in(locale));
                at++;
            }
            list.createFreezePane(0, 1);
            how.setColumnWidth(0, WIDTH * CHARACTER);
            how.setColumnWidth(1, WIDE * CHARACTER);
        });
    }

    private static LocalText meaning(RosterColumn column) {
        return switch (column) {
            case ACCOUNT ->
                new LocalText(
                        "必填，登录时用；字母、数字，最多 32 个字符",
                        "needed, used to sign in; letters and digits, 32 characters at most");
            case NAME -> new LocalText("必填", "needed");
            case CLASS -> new LocalText("必填，或在导入时选定", "needed, or chosen at the import");
            case ID_NUMBER -> new LocalText("可空，只核对校验码，不保存", "optional, only checked and never kept");
            case SEAT -> new LocalText("可空", "optional");
        };
    }

    private static List<Column> columns(List<RosterColumn> columns, Locale locale) {
        return columns.stream()
                .map(column -> new Column(column.text().in(locale), WIDTH))
                .toList();
    }
}
