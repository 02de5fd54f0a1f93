package org.openots.hazop.robot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Scenario;
import org.openots.hazop.study.Study;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.RowLimits;
import org.openots.hazop.worksheet.ScenarioLine;
import org.openots.hazop.worksheet.SheetColumn;
import org.openots.hazop.worksheet.SheetOperation;
import org.openots.hazop.worksheet.WorksheetScorer;

/**
 * What an expert writes in a worksheet: of a deviation as many scenarios of the key as are needed for all the points,
 * the worst first, each with its safeguards, ratings, recommendations, and who carries them out until when.
 */
public final class ExpertSheet {
    private static final String BETWEEN = "；";
    /** Who carries out what the key gives to nobody. */
    private static final String OWNER = "工艺工程师";

    private final Study study;
    private final WorksheetScorer scorer;
    private final LocalDate today;

    /**
     * Prepares the expert.
     *
     * @param study the study that is written
     * @param scorer tells what cells are worth
     * @param today the day of the meeting; recommendations are due after it
     */
    public ExpertSheet(Study study, WorksheetScorer scorer, LocalDate today) {
        this.study = study;
        this.scorer = scorer;
        this.today = today;
    }

    /**
     * The rows of a deviation, as a student would put them in.
     *
     * @param id of the deviation
     * @return one operation for each cause, in order
     */
    public List<SheetOperation> write(String id) {
        Deviation deviation = study.deviation(id).orElseThrow();
        return rows(deviation, chosen(deviation));
    }

    /**
     * The rows of a deviation with every scenario of the key.
     *
     * @param id of the deviation
     * @return one operation for each cause, in order
     */
    public List<SheetOperation> writeAll(String id) {
        Deviation deviation = study.deviation(id).orElseThrow();
        return rows(deviation, deviation.scenarios());
    }

    private List<SheetOperation> rows(Deviation deviation, List<Scenario> chosen) {
        Map<String, List<Scenario>> causes = new LinkedHashMap<>();
        chosen.forEach(scenario -> causes.computeIfAbsent(scenario.causeId(), key -> new ArrayList<>())
                .add(scenario));
        Map<Column, List<String>> loose = loose(deviation, chosen);
        List<SheetOperation> operations = new ArrayList<>();
        String before = "";
        for (Map.Entry<String, List<Scenario>> cause : causes.entrySet()) {
            List<ScenarioLine> lines = cause.getValue().stream()
                    .map(scenario -> line(deviation, scenario, operations.isEmpty() ? loose : Map.of()))
                    .toList();
            String row = rowId("c", cause.getKey());
            String text = deviation.cause(cause.getKey()).orElseThrow().text().zh();
            operations.add(new SheetOperation.InsertCause(deviation.id(), before, new CauseRow(row, text, lines)));
            before = row;
        }
        return operations;
    }

    private static String rowId(String letter, String key) {
        return letter + "-" + key.toLowerCase(Locale.ROOT);
    }

    /** The scenarios that are worth writing: the one that makes the risk of the row, then those that earn most. */
    private List<Scenario> chosen(Deviation deviation) {
        Rating worst = deviation.risk().initial();
        List<Scenario> left = new ArrayList<>(deviation.scenarios());
        Scenario first = left.stream()
                .filter(scenario -> scenario.risk().initial().equals(worst))
                .findFirst()
                .orElseThrow();
        List<Scenario> chosen = new ArrayList<>();
        Set<String> written = new HashSet<>();
        RowLimits limits = scorer.limits(study, deviation.id());
        Scenario next = first;
        while (true) {
            chosen.add(next);
            left.remove(next);
            items(next).forEach(written::add);
            double now = worth(deviation, limits, written);
            Scenario best = null;
            double most = now;
            for (Scenario other : left) {
                Set<String> more = new HashSet<>(written);
                items(other).forEach(more::add);
                double worth = worth(deviation, limits, more);
                if (worth > most) {
                    best = other;
                    most = worth;
                }
            }
            if (best == null) {
                return chosen;
            }
            next = best;
        }
    }

    private static Stream<String> items(Scenario scenario) {
        return Stream.of(
                        Stream.of(scenario.causeId(), scenario.consequenceId()),
                        scenario.safeguardIds().stream(),
                        scenario.recommendationIds().stream())
                .flatMap(ids -> ids);
    }

    private static double worth(Deviation deviation, RowLimits limits, Set<String> written) {
        double all = 0;
        for (Column column : Column.values()) {
            double sum = deviation.items(column).stream()
                    .map(KeyItem::id)
                    .filter(written::contains)
                    .mapToDouble(item -> limits.items().getOrDefault(item, 0.0))
                    .sum();
            all += Math.min(sum, limits.most().getOrDefault(column, 0.0));
        }
        return all;
    }

    /** Safeguards and recommendations that no scenario names, where those that are named do not earn all. */
    private Map<Column, List<String>> loose(Deviation deviation, List<Scenario> chosen) {
        Set<String> written = chosen.stream().flatMap(ExpertSheet::items).collect(Collectors.toSet());
        RowLimits limits = scorer.limits(study, deviation.id());
        Map<Column, List<String>> loose = new EnumMap<>(Column.class);
        for (Column column : List.of(Column.SAFEGUARD, Column.RECOMMENDATION)) {
            Predicate<KeyItem> named = item -> written.contains(item.id());
            double sum = deviation.items(column).stream()
                    .filter(named)
                    .mapToDouble(item -> limits.items().getOrDefault(item.id(), 0.0))
                    .sum();
            List<String> more = new ArrayList<>();
            for (KeyItem item : deviation.items(column)) {
                if (!named.test(item) && sum < limits.most().getOrDefault(column, 0.0)) {
                    more.add(item.text().zh());
                    sum += limits.items().getOrDefault(item.id(), 0.0);
                }
            }
            loose.put(column, more);
        }
        return loose;
    }

    private ScenarioLine line(Deviation deviation, Scenario scenario, Map<Column, List<String>> loose) {
        Map<SheetColumn, String> cells = new EnumMap<>(SheetColumn.class);
        cells.put(
                SheetColumn.CONSEQUENCE,
                deviation
                        .consequence(scenario.consequenceId())
                        .orElseThrow()
                        .text()
                        .zh());
        rate(
                cells,
                SheetColumn.SEVERITY,
                SheetColumn.LIKELIHOOD,
                scenario.risk().initial());
        rate(
                cells,
                SheetColumn.EXISTING_SEVERITY,
                SheetColumn.EXISTING_LIKELIHOOD,
                scenario.risk().existing());
        cells.put(SheetColumn.SAFEGUARDS, texts(deviation, Column.SAFEGUARD, scenario.safeguardIds(), loose));
        String advice = texts(deviation, Column.RECOMMENDATION, scenario.recommendationIds(), loose);
        if (!advice.isEmpty()) {
            cells.put(SheetColumn.RECOMMENDATIONS, advice);
            cells.put(SheetColumn.OWNER, OWNER);
            cells.put(SheetColumn.DUE, today.plusMonths(1).toString());
            rate(
                    cells,
                    SheetColumn.AFTER_SEVERITY,
                    SheetColumn.AFTER_LIKELIHOOD,
                    scenario.risk().afterRecommendations());
        }
        return new ScenarioLine(rowId("l", scenario.id()), cells);
    }

    private static void rate(
            Map<SheetColumn, String> cells, SheetColumn severity, SheetColumn likelihood, Rating rating) {
        cells.put(severity, Integer.toString(rating.severity()));
        cells.put(likelihood, Integer.toString(rating.likelihood()));
    }

    private static String texts(Deviation deviation, Column column, List<String> ids, Map<Column, List<String>> loose) {
        Stream<String> named = deviation.items(column).stream()
                .filter(item -> ids.contains(item.id()))
                .map(item -> item.text().zh());
        return Stream.concat(named, loose.getOrDefault(column, List.of()).stream())
                .collect(Collectors.joining(BETWEEN));
    }
}
