package org.openots.instructor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.instructor.people.Person;
import org.openots.instructor.report.TableReport.Cell;
import org.openots.instructor.report.TableReport.Column;
import org.openots.instructor.report.TableReport.Fact;
import org.openots.instructor.report.TableReport.Table;
import org.openots.instructor.statistics.ClassReport;
import org.openots.instructor.statistics.Distribution;
import org.openots.instructor.statistics.ItemAnalysis;

/** The statistics of a class as a document. */
public final class StatisticsReport {
    private static final int PERCENT = 100;
    private static final Map<ItemAnalysis.Flag, LocalText> FLAGS = Map.of(
            ItemAnalysis.Flag.HARD, new LocalText("太难", "too hard"),
            ItemAnalysis.Flag.EASY, new LocalText("分不出高低", "tells nobody apart"),
            ItemAnalysis.Flag.WEAK, new LocalText("区分度低", "weak"),
            ItemAnalysis.Flag.REVERSED, new LocalText("区分度为负", "reversed"));

    private final ClassReport report;
    private final Locale locale;

    private StatisticsReport(ClassReport report, Locale locale) {
        this.report = report;
        this.locale = locale;
    }

    /**
     * Whom and what it is about.
     *
     * @param task the task
     * @param group class, for people
     * @param keep which run of each person counts, for people
     * @param date day of the print, ISO
     */
    public record Subject(LocalText task, LocalText group, LocalText keep, String date) {}

    /**
     * Makes the document.
     *
     * @param report the statistics
     * @param students the people by account
     * @param subject whom it is about
     * @param locale Chinese or English
     * @return the document
     */
    public static TableReport of(ClassReport report, Map<String, Person> students, Subject subject, Locale locale) {
        StatisticsReport made = new StatisticsReport(report, locale);
        String about = "%s  %s  %s"
                .formatted(
                        subject.task().in(locale),
                        subject.group().in(locale),
                        subject.keep().in(locale));
        return new TableReport(
                locale,
                made.words("班级统计", "Class statistics"),
                about,
                subject.date(),
                made.facts(),
                List.of(made.items(), made.people(students)));
    }

    private String words(String zh, String en) {
        return new LocalText(zh, en).in(locale);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words("人数", "People"), Cell.number(report.results().size(), 0)));
        report.distribution().ifPresent(one -> distribution(facts, one));
        report.reliability()
                .ifPresentOrElse(
                        one -> {
                            facts.add(new Fact(words("α 系数", "Alpha"), Cell.number(one.alpha(), 3)));
                            facts.add(new Fact(
                                    words("α 的 95 % 区间下限", "Lower end of its 95 % interval"),
                                    Cell.number(one.low(), 3)));
                            facts.add(new Fact(
                                    words("α 的 95 % 区间上限", "Upper end of its 95 % interval"),
                                    Cell.number(one.high(), 3)));
                            facts.add(new Fact(
                                    words("测量标准误，分", "Standard error of measurement, points"),
                                    Cell.number(one.error(), 2)));
                        },
                        () -> facts.add(new Fact(
                                words("α 系数", "Alpha"),
                                Cell.text(words("不满 30 人，不显示", "not shown for fewer than 30 people")))));
        return facts;
    }

    private void distribution(List<Fact> facts, Distribution one) {
        facts.add(new Fact(words("平均", "Mean"), Cell.number(one.mean(), 2)));
        facts.add(new Fact(words("标准差", "Standard deviation"), Cell.number(one.deviation(), 2)));
        facts.add(new Fact(words("最低", "Lowest"), Cell.number(one.least(), 1)));
        facts.add(new Fact(words("下四分位", "Lower quartile"), Cell.number(one.lowerQuartile(), 1)));
        facts.add(new Fact(words("中位", "Median"), Cell.number(one.median(), 1)));
        facts.add(new Fact(words("上四分位", "Upper quartile"), Cell.number(one.upperQuartile(), 1)));
        facts.add(new Fact(words("最高", "Highest"), Cell.number(one.most(), 1)));
    }

    private Table items() {
        List<Column> columns = List.of(
                new Column(words("项", "Item"), 12),
                new Column(words("内容", "Text"), 60),
                new Column(words("难度", "Difficulty"), 10),
                new Column(words("区分度", "Discrimination"), 14),
                new Column(words("高低组差", "Upper less lower"), 14),
                new Column(words("满分人数", "Full marks"), 10),
                new Column(words("零分人数", "No points"), 10),
                new Column(words("失分，%", "Lost, %"), 10),
                new Column(words("应检查", "Check"), 20));
        List<List<Cell>> rows = new ArrayList<>();
        for (int j = 0; j < report.items().size(); j++) {
            ClassReport.Item item = report.items().get(j);
            Optional<ItemAnalysis> analysis =
                    j < report.analyses().size() ? Optional.of(report.analyses().get(j)) : Optional.empty();
            rows.add(List.of(
                    Cell.text(item.id()),
                    Cell.text(item.text().in(locale)),
                    Cell.number(analysis.map(ItemAnalysis::difficulty).orElse(Double.NaN), 2),
                    Cell.number(analysis.map(ItemAnalysis::discrimination).orElse(Double.NaN), 2),
                    Cell.number(analysis.map(ItemAnalysis::spread).orElse(Double.NaN), 2),
                    Cell.number(analysis.map(one -> (double) one.full()).orElse(Double.NaN), 0),
                    Cell.number(analysis.map(one -> (double) one.none()).orElse(Double.NaN), 0),
                    Cell.number(PERCENT * report.lost(j), 0),
                    Cell.text(analysis.map(one -> flags(one.flags())).orElse(""))));
        }
        return new Table(words("项目分析", "Items"), columns, rows);
    }

    private String flags(List<ItemAnalysis.Flag> flags) {
        return String.join(
                words("、", ", "),
                flags.stream()
                        .map(flag ->
                                FLAGS.getOrDefault(flag, new LocalText("", "")).in(locale))
                        .toList());
    }

    private Table people(Map<String, Person> students) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column(words("座号", "Seat"), 8),
                new Column(words("姓名", "Name"), 14),
                new Column(words("班级", "Class"), 12),
                new Column(words("总分", "Score"), 8)));
        report.items().forEach(item -> columns.add(new Column(item.id(), 8)));
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < report.results().size(); i++) {
            ClassReport.Result result = report.results().get(i);
            Optional<Person> person = Optional.ofNullable(students.get(result.account()));
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(person.map(Person::seat).orElse("")),
                    Cell.text(person.map(Person::name).orElse(result.account())),
                    Cell.text(person.map(Person::classId).orElse("")),
                    Cell.number(result.score(), 1)));
            for (double share : report.shares()[i]) {
                row.add(Cell.number(PERCENT * share, 0));
            }
            rows.add(row);
        }
        return new Table(words("每人得分率，%", "Share of points, %"), columns, rows);
    }
}
