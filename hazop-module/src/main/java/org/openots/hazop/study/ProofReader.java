package org.openots.hazop.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;

/** Reads how the items of a row are proved. */
final class ProofReader {
    /** Longest run that makes sense: a day of model time. */
    static final double LONGEST_RUN = 86_400;

    private static final double LONGEST_RAMP = 3600;

    private final List<String> causes;
    private final List<String> safeguards;

    ProofReader(List<String> causes, List<String> safeguards) {
        this.causes = causes;
        this.safeguards = safeguards;
    }

    CauseProof cause(JsonCursor c) {
        return switch (StudyScope.one(c, "simulation", "notModelled")) {
            case "simulation" -> simulation(c.at("simulation"));
            case "notModelled" -> new NotModelled(c.at("notModelled").localText());
            default -> new NotTold();
        };
    }

    ConsequenceProof consequence(JsonCursor c) {
        return switch (StudyScope.one(c, "evidence", "estimate", "judgement")) {
            case "evidence" -> evidence(c.at("evidence"));
            case "estimate" -> estimate(c.at("estimate"));
            case "judgement" -> new Judgement(c.at("judgement").localText());
            default -> new NotTold();
        };
    }

    SafeguardProof safeguard(JsonCursor c) {
        return switch (StudyScope.one(c, "simulation", "notModelled")) {
            case "simulation" -> difference(c.at("simulation"));
            case "notModelled" -> new NotModelled(c.at("notModelled").localText());
            default -> new NotTold();
        };
    }

    private Simulation simulation(JsonCursor c) {
        return new Simulation(
                NameForm.FILE.read(c.at("from")),
                some(c.at("orders")).list(order -> order(order, OptionalDouble.empty())),
                c.at("horizonSeconds").between(1, LONGEST_RUN),
                effects(c.at("expected")));
    }

    private Evidence evidence(JsonCursor c) {
        return new Evidence(
                effects(c.at("expected")),
                c.optional("causeIds")
                        .map(list -> list.list(id -> id.nameOf(causes, StudyScope.CAUSE)))
                        .orElse(List.of()));
    }

    private Difference difference(JsonCursor c) {
        return new Difference(
                some(c.at("disable")).list(order -> order(order, OptionalDouble.of(0))),
                some(c.at("against"))
                        .list(a -> new Difference.Against(
                                a.at("causeId").nameOf(causes, StudyScope.CAUSE), effects(a.at("difference")))));
    }

    private List<Effect> effects(JsonCursor list) {
        return some(list).list(one -> EffectReader.read(one, safeguards));
    }

    /** A list that must not be empty. */
    private static JsonCursor some(JsonCursor list) {
        if (list.isArray() && list.items().isEmpty()) {
            list.report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        return list;
    }

    private static Order order(JsonCursor c, OptionalDouble usualTime) {
        double at = c.optional("atSeconds").isEmpty() && usualTime.isPresent()
                ? usualTime.getAsDouble()
                : c.at("atSeconds").between(0, LONGEST_RUN);
        return switch (StudyScope.one(c, "fault", "target")) {
            case "fault" ->
                new Order.Fault(
                        at,
                        c.at("fault").text(),
                        c.optional("strength").map(s -> s.between(0, 1)).orElse(1.0),
                        c.optional("rampSeconds")
                                .map(r -> OptionalDouble.of(r.between(0, LONGEST_RAMP)))
                                .orElse(OptionalDouble.empty()));
            case "target" ->
                new Order.Operation(
                        at, c.at("target").text(), c.at("verb").text(), RowReader.optionalNumber(c, "value"));
            default -> new Order.Fault(at, "", 0, OptionalDouble.empty());
        };
    }

    private static Estimate estimate(JsonCursor c) {
        Estimate.Kind kind = c.at("kind").oneOf(Estimate.Kind.class);
        Map<String, Double> inputs = new LinkedHashMap<>();
        for (String field : kind.inputs()) {
            inputs.put(field, c.at(field).number());
        }
        c.optional(kind.limit()).ifPresent(limit -> inputs.put(kind.limit(), limit.positive()));
        return new Estimate(kind, inputs, c.at("text").localText());
    }
}
