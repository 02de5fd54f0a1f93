package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openots.instructor.report.TableFiles;
import org.openots.instructor.report.TableReport;
import org.openots.instructor.report.TableReport.Cell;
import org.openots.instructor.report.TableReport.Column;
import org.openots.instructor.report.TableReport.Fact;
import org.openots.instructor.report.TableReport.Table;

/** The list of marks of an exam as a table to compute with and as a sheet to sign. */
final class ExamSheet {
    private static final int DECIMALS = 2;
    /** Letters of a day, {@code 2026-06-18}. */
    private static final int DAY = 10;

    private static final int SMALL = 8;
    private static final int MIDDLE = 12;
    private static final int WIDE = 20;

    private final ExamView view;
    private final JsonNode results;

    ExamSheet(ExamView view, JsonNode results) {
        this.view = view;
        this.results = results;
    }

    byte[] xlsx() {
        return TableFiles.xlsx(report(false));
    }

    byte[] pdf() {
        return TableFiles.pdf(report(true));
    }

    private TableReport report(boolean toSign) {
        List<Fact> facts = List.of(
                fact("考试 / exam", view.plan().id()),
                fact(
                        "策略 / strategy",
                        view.plan().strategy().id() + "  v" + view.plan().strategy().version()),
                fact("考场 / room", view.plan().room()),
                fact("开考 / began", Instant.ofEpochMilli(view.startedAt()).toString()),
                fact("合格线 / pass mark", results.path("passMark").asText()),
                fact("抽题承诺 / commitment", view.plan().commitment()));
        List<Table> tables = new ArrayList<>();
        tables.add(marks());
        if (toSign) {
            tables.add(signatures());
        }
        return new TableReport(
                Locale.SIMPLIFIED_CHINESE,
                view.plan().strategy().title().zh(),
                view.plan().strategy().title().en(),
                Instant.ofEpochMilli(view.startedAt()).toString().substring(0, DAY),
                facts,
                tables);
    }

    private static Fact fact(String label, String text) {
        return new Fact(label, Cell.text(text));
    }

    private Table marks() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("考位 seat", SMALL), new Column("考生 candidate", WIDE), new Column("账号 account", MIDDLE)));
        for (JsonNode section : results.path("sections")) {
            columns.add(new Column(
                    section.path("title").path("zh").asText() + " "
                            + section.path("weight").asText(),
                    MIDDLE));
        }
        columns.add(new Column("成绩 mark", MIDDLE));
        columns.add(new Column("合格 passed", MIDDLE));
        columns.add(new Column("回执 receipt", WIDE));
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode one : results.path("candidates")) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(one.path("seat").asText()),
                    Cell.text(one.path("name").asText()),
                    Cell.text(one.path("account").asText())));
            for (JsonNode section : results.path("sections")) {
                row.add(Cell.number(
                        one.path("sections").path(section.path("id").asText()).asDouble(), DECIMALS));
            }
            row.add(Cell.number(one.path("mark").asDouble(), DECIMALS));
            row.add(Cell.text(one.path("passed").asBoolean() ? "是 yes" : "否 no"));
            row.add(Cell.text(one.path("receipt").asText()));
            rows.add(row);
        }
        return new Table("成绩 / marks", columns, rows);
    }

    private static Table signatures() {
        List<List<Cell>> rows = new ArrayList<>();
        for (String role : List.of("考评员 assessor", "考评员 assessor", "考评员 assessor", "督导员 supervisor", "考务员 exam officer")) {
            rows.add(List.of(Cell.text(role), Cell.text(""), Cell.text(""), Cell.text("")));
        }
        return new Table(
                "签字 / signatures",
                List.of(
                        new Column("职务 office", MIDDLE),
                        new Column("姓名 name", MIDDLE),
                        new Column("签字 signature", WIDE),
                        new Column("日期 date", MIDDLE)),
                rows);
    }
}
