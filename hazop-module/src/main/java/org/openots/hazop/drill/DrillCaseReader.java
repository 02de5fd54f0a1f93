package org.openots.hazop.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.RubricReader;
import org.openots.common.error.CommonError;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;

/** Reads the cases of a drill. */
final class DrillCaseReader {
    private static final double PENALTY_CAP = 100;

    private final Frame frame;
    private final Findings findings;

    DrillCaseReader(Frame frame, Findings findings) {
        this.frame = frame;
        this.findings = findings;
    }

    /** What the cases of a drill need to know of it. */
    record Frame(
            String id,
            String plant,
            Drill.Level level,
            LocalText title,
            Drill.Start start,
            DrillWeights weights,
            Drill.Offers offers) {}

    DrillCase read(JsonCursor one) {
        List<DrillCase.Fault> faults = one.at("faults").list(DrillCaseReader::fault);
        if (faults.isEmpty()) {
            one.at("faults").report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        List<List<String>> deviations = groups(one, "deviations", frame.offers().deviations());
        List<List<String>> causes = groups(one, "causes", frame.offers().causes());
        Map<DrillPart, Map<String, Double>> single = new EnumMap<>(DrillPart.class);
        for (DrillPart part : List.of(DrillPart.ACTION, DrillPart.DECISION, DrillPart.SAFEGUARD)) {
            one.optional(part.word())
                    .ifPresent(
                            key -> single.put(part, shares(key, frame.offers().of(part))));
        }
        Optional<Rubric> sequence = one.optional("sequence").map(this::rubric);
        requireAnswers(one, frame.weights(), deviations, causes, single, sequence.isPresent());
        return new DrillCase(
                faults,
                new DrillCase.Key(deviations, causes, single),
                sequence,
                one.optional("expert")
                        .map(list -> list.list(DrillCaseReader::order))
                        .orElse(List.of()),
                one.at("debrief").localText());
    }

    private static void requireAnswers(
            JsonCursor one,
            DrillWeights weights,
            List<List<String>> deviations,
            List<List<String>> causes,
            Map<DrillPart, Map<String, Double>> single,
            boolean sequence) {
        for (DrillPart part : weights.points().keySet()) {
            boolean answered = switch (part) {
                case DEVIATION -> !deviations.isEmpty();
                case CAUSE -> !causes.isEmpty();
                case SEQUENCE -> sequence;
                case TIME, ALARM_TIME, LIMIT, TRIPPED, DONE, STATE -> true;
                default -> single.containsKey(part);
            };
            if (!answered) {
                one.report(DrillError.NO_ANSWER, part.text());
            }
        }
    }

    private static DrillCase.Fault fault(JsonCursor fault) {
        return new DrillCase.Fault(
                fault.at("fault").text(),
                fault.optional("strength").map(s -> s.between(0, 1)).orElse(1.0),
                fault.optional("laterS")
                        .map(s -> s.between(0, DrillReader.LONGEST))
                        .orElse(0.0));
    }

    private static DrillCase.ExpertOrder order(JsonCursor order) {
        return new DrillCase.ExpertOrder(
                order.at("atS").between(0, DrillReader.LONGEST),
                order.at("target").text(),
                order.at("verb").text(),
                order.optional("value").map(JsonCursor::number).orElse(0.0));
    }

    private static List<List<String>> groups(JsonCursor one, String field, List<Drill.Option> offered) {
        List<String> known = offered.stream().map(Drill.Option::id).toList();
        return one.optional(field)
                .map(list -> list.list(group -> group.list(name -> name.nameOf(known, DrillReader.OPTION))))
                .orElse(List.of());
    }

    private static Map<String, Double> shares(JsonCursor key, List<Drill.Option> offered) {
        Map<String, Double> shares = new LinkedHashMap<>();
        List<String> known = offered.stream().map(Drill.Option::id).toList();
        key.fields().forEach((id, share) -> {
            if (!known.contains(id)) {
                key.report(CommonError.JSON_NOT_ALLOWED, id, String.join(", ", known));
            }
            shares.put(id, share.between(0, 1));
        });
        return shares;
    }

    /** The steps of a case as a rubric of its own, so that everything that is true of rubrics is true of them. */
    private Rubric rubric(JsonCursor sequence) {
        ObjectNode rubric = JsonNodeFactory.instance
                .objectNode()
                .put("format", "rubric")
                .put("formatVersion", "1.0")
                .put("id", frame.id())
                .put("version", 1)
                .put("plant", frame.plant())
                .put("initialCondition", frame.start().initialCondition())
                .put("level", frame.level().word())
                .put("timeLimitS", frame.start().timeLimitSeconds())
                .put("penaltyCap", PENALTY_CAP);
        rubric.putObject("title")
                .put("zh", frame.title().zh())
                .put("en", frame.title().en());
        ArrayNode steps = rubric.putArray("steps");
        for (JsonCursor step : sequence.at("steps").items()) {
            JsonNode copy = copy(step);
            if (copy instanceof ObjectNode node && !node.has("hint") && node.has("text")) {
                node.set("hint", node.get("text"));
            }
            steps.add(copy);
        }
        rubric.putArray("quality");
        ArrayNode penalties = rubric.putArray("penalties");
        sequence.optional("penalties")
                .map(JsonCursor::items)
                .orElse(List.of())
                .forEach(penalty -> penalties.add(copy(penalty)));
        byte[] bytes = rubric.toString().getBytes(StandardCharsets.UTF_8);
        return RubricReader.read(sequence.file() + "#" + sequence.pointer(), bytes, findings);
    }

    /** A part that the reader of rubrics checks: its fields are known there. */
    private static JsonNode copy(JsonCursor part) {
        JsonNode copy = StrictJson.copyOf(part);
        part.raw();
        return copy;
    }
}
