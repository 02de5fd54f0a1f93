package org.openots.hazop.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.RubricReader;
import org.openots.common.error.CommonError;
import org.openots.common.json.CanonicalJson;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.Vocabulary;

/** Reads the drills of a plant: format {@code hazop-drills} 1.0, see {@code docs/data-formats/hazop-drills.md}. */
final class DrillReader {
    private static final LocalText OPTION = new LocalText("选项", "option");
    private static final LocalText NODE = new LocalText("节点", "node");
    private static final LocalText PARAMETER = new LocalText("参数", "parameter");
    private static final LocalText GUIDE_WORD = new LocalText("引导词", "guide word");

    /** Longest time in a drill, s: four hours. */
    private static final double LONGEST = 14_400;

    private static final double PENALTY_CAP = 40;
    private static final double ROUNDING = 1e-6;

    private final Study study;
    private final Findings findings;
    private final String plant;
    private final Map<DrillPart, Map<String, Drill.Option>> options = new EnumMap<>(DrillPart.class);
    private final Set<String> ids = new HashSet<>();

    private DrillReader(Study study, String plant, Findings findings) {
        this.study = study;
        this.plant = plant;
        this.findings = findings;
    }

    /** Reads a file; what is returned is not to be used when mistakes were collected. */
    static DrillSet read(String file, byte[] json, Study study, Findings findings) {
        JsonCursor root = StrictJson.parse(file, json, findings);
        if (root.isMap()) {
            root.requireFormat("hazop-drills", "1.0");
        }
        String plant = root.at("plant").text();
        DrillReader reader = new DrillReader(study, plant, findings);
        reader.options.put(DrillPart.DEVIATION, reader.named(root.at("deviations"), reader::deviation));
        reader.options.put(
                DrillPart.CAUSE,
                reader.named(root.at("causes"), one -> one.at("text").localText()));
        reader.options.put(
                DrillPart.ACTION,
                reader.named(root.at("actions"), one -> one.at("text").localText()));
        reader.options.put(
                DrillPart.SAFEGUARD,
                reader.named(root.at("safeguards"), one -> one.at("text").localText()));
        DrillSet set = new DrillSet(
                plant,
                root.at("study").text(),
                CanonicalJson.sha256(StrictJson.copyOf(root)),
                root.at("drills").list(reader::drill));
        root.finish();
        return set;
    }

    private Map<String, Drill.Option> named(JsonCursor list, Function<JsonCursor, LocalText> words) {
        Map<String, Drill.Option> found = new LinkedHashMap<>();
        for (JsonCursor one : list.items()) {
            String id = one.at("id").text();
            if (found.put(id, new Drill.Option(id, words.apply(one))) != null) {
                one.at("id").report(CommonError.JSON_DUPLICATE_NAME, id);
            }
        }
        return found;
    }

    /** A deviation in the words of the study: node, parameter, guide word. */
    private LocalText deviation(JsonCursor one) {
        Vocabulary words = study.vocabulary();
        String node =
                one.at("nodeId").nameOf(study.nodes().stream().map(n -> n.id()).toList(), NODE);
        String parameter = one.at("parameter")
                .nameOf(
                        words.parameters().stream()
                                .map(Vocabulary.Parameter::id)
                                .toList(),
                        PARAMETER);
        String guideWord = one.at("guideWord")
                .nameOf(
                        words.guideWords().stream()
                                .map(Vocabulary.GuideWord::id)
                                .toList(),
                        GUIDE_WORD);
        LocalText nodeName = study.node(node).map(n -> n.name()).orElse(OPTION);
        LocalText parameterName =
                words.parameter(parameter).map(Vocabulary.Parameter::text).orElse(OPTION);
        LocalText guideName =
                words.guideWord(guideWord).map(Vocabulary.GuideWord::text).orElse(OPTION);
        Optional<LocalText> subject = one.optional("subject").map(JsonCursor::localText);
        return new LocalText(
                node + " " + nodeName.zh() + "："
                        + subject.map(s -> s.zh() + " ").orElse("") + parameterName.zh() + " " + guideName.zh(),
                node + " " + nodeName.en() + ": "
                        + subject.map(s -> s.en() + " ").orElse("") + parameterName.en() + " " + guideName.en());
    }

    private Drill drill(JsonCursor drill) {
        String id = drill.at("id").text();
        if (!ids.add(id)) {
            drill.at("id").report(CommonError.JSON_DUPLICATE_NAME, id);
        }
        Drill.Level level = drill.at("level").oneOf(Drill.Level.class);
        LocalText title = drill.at("title").localText();
        LocalText brief = drill.at("brief").localText();
        Drill.Start start = start(drill);
        DrillWeights weights = weights(drill.at("weights"));
        JsonCursor offers = drill.at("offers");
        Drill.Offers offered = new Drill.Offers(
                offer(offers, DrillPart.DEVIATION, "deviations"),
                offer(offers, DrillPart.CAUSE, "causes"),
                offer(offers, DrillPart.ACTION, "actions"),
                offer(offers, DrillPart.SAFEGUARD, "safeguards"));
        Frame frame = new Frame(id, level, title, start, weights, offered);
        JsonCursor cases = drill.at("cases");
        List<DrillCase> all = cases.list(one -> drillCase(one, frame));
        if (all.isEmpty()) {
            cases.report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        Set<String> first = new HashSet<>();
        all.stream()
                .filter(one -> !one.faults().isEmpty()
                        && !first.add(one.faults().get(0).fault()))
                .forEach(one ->
                        cases.report(DrillError.SAME_FAULT, one.faults().get(0).fault()));
        return new Drill(id, plant, level, title, brief, start, weights, offered, all);
    }

    /** What the cases of a drill need to know of it. */
    private record Frame(
            String id,
            Drill.Level level,
            LocalText title,
            Drill.Start start,
            DrillWeights weights,
            Drill.Offers offers) {}

    private static Drill.Start start(JsonCursor drill) {
        JsonCursor onset = drill.at("onset");
        JsonCursor latest = onset.at("latestS");
        JsonCursor times = drill.at("times");
        JsonCursor low = times.at("lowS");
        Drill.Start start = new Drill.Start(
                drill.at("initialCondition").text(),
                drill.at("timeLimitS").between(1, LONGEST),
                onset.at("earliestS").integer(1, (int) LONGEST),
                latest.integer(1, (int) LONGEST),
                times.at("fullS").between(1, LONGEST),
                low.between(1, LONGEST));
        if (start.latestSeconds() < start.earliestSeconds()) {
            latest.report(
                    DrillError.TIME_ORDER, "latestS", start.latestSeconds(), "earliestS", start.earliestSeconds());
        }
        if (start.lowSeconds() <= start.fullSeconds()) {
            low.report(DrillError.TIME_ORDER, "lowS", start.lowSeconds(), "fullS", start.fullSeconds());
        }
        return start;
    }

    private static DrillWeights weights(JsonCursor weights) {
        Map<DrillPart, Double> points = new EnumMap<>(DrillPart.class);
        for (DrillPart part : DrillPart.values()) {
            weights.optional(part.word()).ifPresent(one -> points.put(part, one.between(0, DrillWeights.SUM)));
        }
        double sum = points.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - DrillWeights.SUM) > ROUNDING) {
            weights.report(DrillError.WEIGHT_SUM, sum, DrillWeights.SUM);
        }
        return new DrillWeights(points);
    }

    private List<Drill.Option> offer(JsonCursor offers, DrillPart part, String field) {
        Map<String, Drill.Option> known = options.getOrDefault(part, Map.of());
        List<Drill.Option> offered = new ArrayList<>();
        for (JsonCursor name : offers.optional(field).map(JsonCursor::items).orElse(List.of())) {
            Drill.Option option = known.get(name.nameOf(known.keySet(), OPTION));
            if (option != null) {
                offered.add(option);
            }
        }
        return offered;
    }

    private DrillCase drillCase(JsonCursor one, Frame frame) {
        List<DrillCase.Fault> faults = one.at("faults").list(DrillReader::fault);
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
        Optional<Rubric> sequence = one.optional("sequence").map(steps -> rubric(steps, frame));
        requireAnswers(one, frame.weights(), deviations, causes, single, sequence.isPresent());
        return new DrillCase(
                faults,
                new DrillCase.Key(deviations, causes, single),
                sequence,
                one.optional("expert")
                        .map(list -> list.list(DrillReader::order))
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
                case TIME -> true;
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
                fault.optional("laterS").map(s -> s.between(0, LONGEST)).orElse(0.0));
    }

    private static DrillCase.ExpertOrder order(JsonCursor order) {
        return new DrillCase.ExpertOrder(
                order.at("atS").between(0, LONGEST),
                order.at("target").text(),
                order.at("verb").text(),
                order.optional("value").map(JsonCursor::number).orElse(0.0));
    }

    private static List<List<String>> groups(JsonCursor one, String field, List<Drill.Option> offered) {
        List<String> known = offered.stream().map(Drill.Option::id).toList();
        return one.optional(field)
                .map(list -> list.list(group -> group.list(name -> name.nameOf(known, OPTION))))
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
    private Rubric rubric(JsonCursor sequence, Frame frame) {
        ObjectNode rubric = JsonNodeFactory.instance
                .objectNode()
                .put("format", "rubric")
                .put("formatVersion", "1.0")
                .put("id", frame.id())
                .put("version", 1)
                .put("plant", plant)
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
