package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;

/** Checks strategies against what a station teaches. */
public final class StrategyCheck {
    private static final List<StrategyRule> RULES = Stream.of(
                    CommonRules.all(), TrainingChecks.all(), PaperChecks.all(), ExamChecks.all())
            .flatMap(List::stream)
            .toList();

    private final StrategyContent content;

    /**
     * What came of a check.
     *
     * @param strategy the strategy; nothing when its form is wrong
     * @param findings all mistakes: of its form, or, when that is right, of what it says
     * @param rules how many rules there are for its kind; 0 when its form is wrong
     * @param kept how many of them hold
     */
    public record Result(Optional<Strategy> strategy, List<Finding> findings, int rules, int kept) {
        /** Keeps an unmodifiable copy. */
        public Result {
            findings = List.copyOf(findings);
        }

        /**
         * Whether nothing is wrong.
         *
         * @return true when it could be published or reviewed
         */
        public boolean isSound() {
            return findings.isEmpty();
        }
    }

    /**
     * Checks against a station.
     *
     * @param content what it teaches
     */
    public StrategyCheck(StrategyContent content) {
        this.content = content;
    }

    /**
     * Checks a file.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @return what came of it
     */
    public Result check(String file, byte[] json) {
        Findings form = Findings.collecting();
        JsonCursor root = StrictJson.parse(file, json, form);
        JsonNode document = StrictJson.copyOf(root);
        Strategy strategy = StrategyReader.read(root);
        if (!form.isEmpty()) {
            return new Result(Optional.empty(), form.all(), 0, 0);
        }
        List<Finding> findings = new ArrayList<>();
        int rules = 0;
        int kept = 0;
        for (StrategyRule rule : RULES) {
            if (rule.kinds().contains(strategy.kind())) {
                Checked checked = new Checked(file, document, strategy, content);
                rule.check().accept(checked);
                findings.addAll(checked.findings());
                rules++;
                kept += checked.findings().isEmpty() ? 1 : 0;
            }
        }
        return new Result(Optional.of(strategy), findings, rules, kept);
    }
}
