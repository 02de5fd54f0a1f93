package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.error.CommonError;
import org.openots.common.error.ErrorCode;
import org.openots.common.json.Finding;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;

/** A strategy that is being checked, and what was found. Not thread-safe. */
final class Checked {
    /** Means all faults. */
    static final String ALL = "*";

    private final String file;
    private final JsonNode root;
    private final Strategy strategy;
    private final StrategyContent content;
    private final List<Finding> findings = new ArrayList<>();

    Checked(String file, JsonNode root, Strategy strategy, StrategyContent content) {
        this.file = file;
        this.root = root;
        this.strategy = strategy;
        this.content = content;
    }

    Strategy strategy() {
        return strategy;
    }

    StrategyContent content() {
        return content;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Reports a mistake when something does not hold. */
    void check(boolean holds, ErrorCode code, String pointer, Object... values) {
        if (!holds) {
            JsonNode there = root.at(pointer);
            String value = there.isMissingNode() ? "" : Brief.of(there.toString());
            findings.add(new Finding(file, pointer, code, List.of(values), value));
        }
    }

    /** Reports a name of something that does not exist. */
    boolean known(String name, Collection<String> known, LocalText kind, String pointer) {
        if (known.contains(name)) {
            return true;
        }
        Spelling.nearest(name, new TreeSet<>(known))
                .ifPresentOrElse(
                        near -> check(false, CommonError.JSON_MISTYPED_NAME, pointer, name, kind, near),
                        () -> check(false, CommonError.JSON_UNKNOWN_NAME, pointer, name, kind));
        return false;
    }

    /** Reports entries of a list that are there twice. */
    void unique(List<String> entries, String pointer, String field) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String place = pointer + "/" + i + (field.isEmpty() ? "" : "/" + field);
            check(seen.add(entries.get(i)), StrategyError.DUPLICATE, place, entries.get(i));
        }
    }

    /** The plants the strategy names and the tasks on each, those that do not exist too. */
    Map<String, Set<String>> tasks() {
        return tasks(strategy);
    }

    /** The plants a strategy names and the tasks on each. */
    static Map<String, Set<String>> tasks(Strategy strategy) {
        Map<String, Set<String>> tasks = new LinkedHashMap<>();
        strategy.units()
                .orElse(List.of())
                .forEach(unit -> tasks.computeIfAbsent(unit.unit(), u -> new LinkedHashSet<>())
                        .addAll(unit.tasks()));
        for (ExamRules.Section section :
                strategy.paper().map(ExamRules.Paper::sections).orElse(List.of())) {
            if (section.hazop()) {
                continue;
            }
            Set<String> own = tasks.computeIfAbsent(section.unit(), u -> new LinkedHashSet<>());
            section.task()
                    .ifPresentOrElse(own::add, () -> own.addAll(section.pick().pool()));
        }
        return tasks;
    }

    /** Whether all plants and tasks exist, so that what is said about them as a whole makes sense. */
    boolean allExist() {
        return tasks().entrySet().stream()
                .allMatch(plant -> plant.getValue().stream()
                        .allMatch(task -> content.task(plant.getKey(), task).isPresent()));
    }

    /** The sections of the paper; none for training. */
    List<ExamRules.Section> sections() {
        return strategy.paper().map(ExamRules.Paper::sections).orElse(List.of());
    }

    /** Whether a fault may happen. */
    boolean allowed(String fault) {
        return strategy.faults().allowed().contains(ALL)
                || strategy.faults().allowed().contains(fault);
    }
}
