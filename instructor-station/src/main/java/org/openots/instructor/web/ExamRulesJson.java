package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.openots.instructor.strategy.ExamRules;
import org.openots.instructor.strategy.Strategy;

/** The rules an exam is held by, for the people in the room; nothing of what may be drawn. */
final class ExamRulesJson {
    private static final String NONE = "none";

    private ExamRulesJson() {}

    static ObjectNode of(Strategy strategy) {
        ObjectNode node = Json.object()
                .put("passMark", strategy.scoring().passMark())
                .put("earlyHandIn", early(strategy))
                .put(
                        "bindSeat",
                        strategy.security().filter(ExamRules.Security::bindSeat).isPresent())
                .put("graceS", strategy.connectivity().graceSec());
        ArrayNode warnings = node.putArray("warnAtS");
        strategy.time().warnAtRemainingSec().orElse(List.of()).forEach(warnings::add);
        var extension = strategy.time().extension();
        node.put(
                "creditClient",
                extension
                        .map(rule -> StrategyJson.word(rule.creditClientOutage()))
                        .orElse(NONE));
        node.put(
                "creditServer",
                extension
                        .map(rule -> StrategyJson.word(rule.creditServerOutage()))
                        .orElse(NONE));
        node.put(
                "maxAutoCreditS",
                extension.map(Strategy.Extension::maxAutoCreditSec).orElse(0));
        node.put(
                "illnessCredit",
                extension.filter(Strategy.Extension::illnessCredit).isPresent());
        node.put(
                "onCritical",
                strategy.scoring().onCriticalError().map(StrategyJson::word).orElse(NONE));
        minimum(node.putArray("minimum"), strategy);
        return node;
    }

    static boolean early(Strategy strategy) {
        return strategy.time()
                .earlyHandIn()
                .filter(rule -> rule == Strategy.Time.EarlyHandIn.ALLOWED)
                .isPresent();
    }

    private static void minimum(ArrayNode list, Strategy strategy) {
        Map<String, Double> least = strategy.scoring().sectionMinimum().orElse(Map.of());
        for (ExamRules.Section section :
                strategy.paper().map(ExamRules.Paper::sections).orElse(List.of())) {
            Double points = least.get(section.id());
            if (points != null) {
                ObjectNode one = list.addObject().put("points", points);
                one.set("title", Json.text(section.title()));
            }
        }
    }
}
