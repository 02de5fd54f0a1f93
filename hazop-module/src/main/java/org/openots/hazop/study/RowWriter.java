package org.openots.hazop.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskStages;

/** Writes the rows of a study. */
final class RowWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RowWriter() {}

    static ObjectNode json(Deviation row) {
        DeviationHead head = row.head();
        ObjectNode json = NODES.objectNode()
                .put("id", head.id())
                .put("nodeId", head.nodeId())
                .put("parameter", head.parameter())
                .put("guideWord", head.guideWord());
        if (!head.alsoCovers().isEmpty()) {
            json.set("alsoCovers", StudyWriter.texts(head.alsoCovers()));
        }
        json.set("deviation", StudyWriter.text(head.text()));
        ArrayNode causes = json.putArray("causes");
        row.causes().forEach(item -> causes.add(cause(item)));
        ArrayNode consequences = json.putArray("consequences");
        row.consequences().forEach(item -> consequences.add(consequence(item)));
        ArrayNode safeguards = json.putArray("safeguards");
        row.safeguards().forEach(item -> safeguards.add(safeguard(item)));
        ArrayNode recommendations = json.putArray("recommendations");
        row.recommendations().forEach(item -> recommendations.add(recommendation(item)));
        ArrayNode scenarios = json.putArray("scenarios");
        row.scenarios().forEach(item -> scenarios.add(scenario(item)));
        json.set("risk", risk(row.risk()));
        return json;
    }

    private static ObjectNode key(KeyText key) {
        ObjectNode json = NODES.objectNode().put("id", key.id());
        json.set("text", StudyWriter.text(key.text()));
        json.set("tags", StudyWriter.texts(key.tags()));
        StudyWriter.aliases(json, key.aliases());
        if (key.weight() != KeyText.USUAL_WEIGHT) {
            json.put("weight", key.weight());
        }
        key.frame().ifPresent(frame -> {
            ObjectNode node = json.putObject("frame");
            node.set("must", statements(frame.must()));
            node.set("any", statements(frame.any()));
            node.set("reject", statements(frame.reject()));
        });
        key.nodeId().ifPresent(node -> json.put("nodeId", node));
        return json;
    }

    private static ArrayNode statements(List<Frame.Statement> statements) {
        ArrayNode list = NODES.arrayNode();
        statements.forEach(s -> list.addObject().put("subject", s.subject()).put("state", s.state()));
        return list;
    }

    private static ObjectNode cause(Cause item) {
        ObjectNode json = key(item.key())
                .put("initiatingEventFrequencyPerYear", item.frequency())
                .put("kind", StudyWriter.lower(item.kind()));
        if (item.proof() instanceof Simulation played) {
            ObjectNode node = json.putObject("simulation").put("from", played.from());
            node.set("orders", orders(played.orders()));
            node.put("horizonSeconds", played.horizonSeconds());
            node.set("expected", effects(played.expected()));
        } else if (item.proof() instanceof NotModelled told) {
            json.set("notModelled", StudyWriter.text(told.reason()));
        } else {
            json.set("notModelled", StudyWriter.text(StudyWriter.NOT_TOLD));
        }
        return json;
    }

    private static ObjectNode consequence(Consequence item) {
        ObjectNode json = key(item.key())
                .put("category", item.category().name())
                .put("stage", StudyWriter.lower(item.stage()))
                .put("creditsSafeguard", item.creditsSafeguard());
        if (item.proof() instanceof Evidence evidence) {
            ObjectNode node = json.putObject("evidence");
            node.set("expected", effects(evidence.expected()));
            if (!evidence.causeIds().isEmpty()) {
                node.set("causeIds", StudyWriter.texts(evidence.causeIds()));
            }
        } else if (item.proof() instanceof Estimate estimate) {
            ObjectNode node = json.putObject("estimate").put("kind", StudyWriter.hyphens(estimate.kind()));
            estimate.inputs().forEach(node::put);
            node.set("text", StudyWriter.text(estimate.text()));
        } else if (item.proof() instanceof Judgement judgement) {
            json.set("judgement", StudyWriter.text(judgement.reason()));
        } else {
            json.set("judgement", StudyWriter.text(StudyWriter.NOT_TOLD));
        }
        return json;
    }

    private static ObjectNode safeguard(Safeguard item) {
        ObjectNode json = key(item.key())
                .put("role", StudyWriter.lower(item.role()))
                .put("layer", StudyWriter.lower(item.layer().orElse(Safeguard.Layer.PROCEDURE)))
                .put("iplCandidate", item.iplCandidate());
        if (item.proof() instanceof Difference difference) {
            ObjectNode node = json.putObject("simulation");
            node.set("disable", orders(difference.disable()));
            ArrayNode against = node.putArray("against");
            difference
                    .against()
                    .forEach(a ->
                            against.addObject().put("causeId", a.causeId()).set("difference", effects(a.difference())));
        } else if (item.proof() instanceof NotModelled told) {
            json.set("notModelled", StudyWriter.text(told.reason()));
        } else {
            json.set("notModelled", StudyWriter.text(StudyWriter.NOT_TOLD));
        }
        return json;
    }

    private static ObjectNode recommendation(Recommendation item) {
        ObjectNode json = key(item.key()).put("status", StudyWriter.hyphens(item.status()));
        item.owner().ifPresent(owner -> json.put("owner", owner));
        item.dueDays().ifPresent(days -> json.put("dueDays", days));
        return json;
    }

    private static ArrayNode orders(List<Order> orders) {
        ArrayNode list = NODES.arrayNode();
        for (Order order : orders) {
            ObjectNode node = list.addObject().put("atSeconds", order.atSeconds());
            if (order instanceof Order.Fault fault) {
                node.put("fault", fault.fault()).put("strength", fault.strength());
                fault.rampSeconds().ifPresent(ramp -> node.put("rampSeconds", ramp));
            } else if (order instanceof Order.Operation operation) {
                node.put("target", operation.target()).put("verb", operation.verb());
                operation.value().ifPresent(value -> node.put("value", value));
            }
        }
        return list;
    }

    private static ArrayNode effects(List<Effect> effects) {
        ArrayNode list = NODES.arrayNode();
        for (Effect effect : effects) {
            ObjectNode node =
                    list.addObject().put("signal", effect.signal()).put("effect", StudyWriter.lower(effect.kind()));
            effect.limit().ifPresent(limit -> node.put("value", limit.value()).put("unit", limit.unit()));
            effect.withinSeconds().ifPresent(seconds -> node.put("withinSeconds", seconds));
            if (!effect.without().isEmpty()) {
                node.set("without", StudyWriter.texts(effect.without()));
            }
        }
        return list;
    }

    private static ObjectNode scenario(Scenario scenario) {
        ObjectNode json = NODES.objectNode()
                .put("id", scenario.id())
                .put("causeId", scenario.causeId())
                .put("consequenceId", scenario.consequenceId());
        json.set("safeguardIds", StudyWriter.texts(scenario.safeguardIds()));
        json.set("recommendationIds", StudyWriter.texts(scenario.recommendationIds()));
        json.set("risk", risk(scenario.risk()));
        return json;
    }

    private static ObjectNode risk(RiskStages risk) {
        ObjectNode json = NODES.objectNode();
        json.set("initial", rating(risk.initial()));
        json.set("existing", rating(risk.existing()));
        json.set("afterRecommendations", rating(risk.afterRecommendations()));
        return json;
    }

    private static ObjectNode rating(Rating rating) {
        return NODES.objectNode().put("severity", rating.severity()).put("likelihood", rating.likelihood());
    }
}
