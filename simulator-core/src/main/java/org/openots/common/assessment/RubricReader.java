package org.openots.common.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.openots.common.error.CommonError;
import org.openots.common.json.CanonicalJson;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;

/** Reads rubric files. */
public final class RubricReader {
    /** Default time an end condition must hold, s: flows settle within it. */
    private static final double DEFAULT_HOLD = 5;

    /** Default gap between two episodes of a penalty, s. */
    private static final double DEFAULT_RECOVERY = 10;

    /** Longest time in a rubric, s: a day. */
    private static final double LONGEST = 86_400;

    /** Largest marks of one rule. */
    private static final double MOST_POINTS = 100;

    /** More skills than any catalogue has. */
    private static final int MOST_SKILLS = 99;

    private static final LocalText STEP = new LocalText("步骤", "step");

    private final Findings findings;
    private final List<String> stepIds = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private RubricReader(Findings findings) {
        this.findings = findings;
    }

    /**
     * Reads a rubric; conditions are checked later, against a plant's signals.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @param findings where mistakes go
     * @return the rubric; not to be used when mistakes were collected
     */
    public static Rubric read(String file, byte[] json, Findings findings) {
        return new RubricReader(findings).rubric(StrictJson.parse(file, json, findings));
    }

    private Rubric rubric(JsonCursor root) {
        if (root.isMap()) {
            root.requireFormat("rubric", "1.0", "1.1", "1.2");
        }
        List<JsonCursor> steps = root.at("steps").items();
        steps.forEach(step -> stepIds.add(step.at("id").text()));
        Rubric rubric = new Rubric(
                head(root),
                steps.stream().map(step -> step(step, DEFAULT_HOLD)).toList(),
                root.at("quality").list(this::quality),
                root.at("penalties").list(this::penalty),
                root.optional("faultTask").map(task -> new FaultTaskReader(findings).read(task)));
        root.finish();
        return rubric;
    }

    /** Rules of one case of a hidden fault: ids are its own. */
    record CaseRules(List<RubricStep> response, List<RubricStep> recovery, List<Penalty> penalties) {}

    static CaseRules caseRules(JsonCursor one, double recoveryHold, Findings findings) {
        RubricReader reader = new RubricReader(findings);
        List<JsonCursor> response = one.at("response").items();
        List<JsonCursor> recovery = one.at("recovery").items();
        Stream.concat(response.stream(), recovery.stream())
                .forEach(step -> reader.stepIds.add(step.at("id").text()));
        return new CaseRules(
                response.stream().map(step -> reader.step(step, DEFAULT_HOLD)).toList(),
                recovery.stream().map(step -> reader.step(step, recoveryHold)).toList(),
                one.optional("penalties")
                        .map(list -> list.list(reader::penalty))
                        .orElse(List.of()));
    }

    private Rubric.Head head(JsonCursor root) {
        return new Rubric.Head(
                root.file(),
                new RubricRef(root.at("id").text(), root.at("version").integer(1, Integer.MAX_VALUE), hash(root)),
                root.at("plant").text(),
                root.at("initialCondition").text(),
                root.at("level").oneOf(Rubric.Level.class),
                root.at("title").localText(),
                root.at("timeLimitS").between(1, LONGEST),
                root.at("penaltyCap").between(0, MOST_POINTS),
                root.optional("notes").map(n -> n.list(JsonCursor::localText)).orElse(List.of()),
                root.optional("rigSkill").map(RubricReader::skill));
    }

    private static Rubric.RigSkill skill(JsonCursor rig) {
        return new Rubric.RigSkill(
                rig.at("number").integer(1, MOST_SKILLS),
                rig.at("post").oneOf(Rubric.Post.class),
                rig.optional("faults")
                        .map(list -> list.list(fault ->
                                new Rubric.HiddenFault(fault.at("fault").text(), seconds(fault.at("atS")))))
                        .orElse(List.of()));
    }

    private static String hash(JsonCursor root) {
        return CanonicalJson.sha256(StrictJson.copyOf(root));
    }

    private RubricStep step(JsonCursor step, double standardHold) {
        String id = unique(step);
        JsonCursor endField = step.at("end");
        Condition end = Condition.of(endField);
        Condition start = conditionOr(step, "start");
        Condition keep = step.optional("keep").map(Condition::of).orElse(end);
        double hold = numberOr(step, "holdS", RubricReader::seconds, standardHold);
        boolean acted = step.optional("acted").map(JsonCursor::bool).orElse(false);
        List<String> actions = texts(step, "actions");
        if (acted && actions.isEmpty()) {
            step.at("actions").report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        return new RubricStep(
                id,
                step.at("text").localText(),
                step.at("hint").localText(),
                step.at("points").between(0, MOST_POINTS),
                new RubricStep.Conditions(start, end, keep, hold, acted),
                order(step),
                timing(step),
                step.optional("partial").map(this::partial),
                actions,
                texts(step, "evidence"));
    }

    private RubricStep.Order order(JsonCursor step) {
        List<String> after = references(step, "after");
        List<String> strict = references(step, "strict");
        for (JsonCursor name : step.optional("strict").map(JsonCursor::items).orElse(List.of())) {
            if (stepIds.containsAll(after) && stepIds.contains(name.text()) && !after.contains(name.text())) {
                name.report(CommonError.RUBRIC_STRICT, name.text());
            }
        }
        List<String> all =
                Stream.concat(after.stream(), strict.stream()).distinct().toList();
        return new RubricStep.Order(
                all,
                new LinkedHashSet<>(strict),
                numberOr(step, "strictPenalty", JsonCursor::notNegative, 0),
                step.optional("altGroup").map(JsonCursor::text));
    }

    private RubricStep.Timing timing(JsonCursor step) {
        Optional<JsonCursor> explicit = step.optional("timing");
        Optional<JsonCursor> reference = step.optional("referenceS");
        if (explicit.isEmpty()) {
            return reference
                    .map(r -> RubricStep.Timing.ofReference(r.between(1e-3, LONGEST)))
                    .orElse(RubricStep.Timing.FREE);
        }
        reference.ifPresent(r -> r.between(1e-3, LONGEST));
        JsonCursor timing = explicit.get();
        double full = seconds(timing.at("fullS"));
        JsonCursor lowField = timing.at("lowS");
        double low = lowField.between(1e-3, LONGEST);
        if (low <= full) {
            rule(lowField, low, "必须大于 fullS", "must be greater than fullS");
        }
        return new RubricStep.Timing(
                timing.at("from").oneOf(RubricStep.From.class),
                full,
                low,
                timing.at("rest").between(0, 1));
    }

    private RubricStep.PartialCurve partial(JsonCursor partial) {
        List<Double> at = new ArrayList<>();
        List<Double> fraction = new ArrayList<>();
        JsonCursor curve = partial.at("curve");
        for (JsonCursor point : curve.items()) {
            double value = point.at("at").number();
            if (!at.isEmpty() && value <= at.get(at.size() - 1)) {
                rule(point, value, "必须依次增大", "must be greater than the one before");
            }
            at.add(value);
            fraction.add(point.at("fraction").between(0, 1));
        }
        if (at.isEmpty()) {
            curve.report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        return new RubricStep.PartialCurve(Condition.of(partial.at("value")), at, fraction);
    }

    private QualityItem quality(JsonCursor item) {
        QualityItem.Window window = new QualityItem.Window(
                item.optional("fromStep").map(this::reference),
                conditionOr(item, "start"),
                item.optional("end").map(Condition::of).orElse(new Condition("false", item.pointer() + "/end")),
                numberOr(item, "minDurationS", RubricReader::seconds, 0),
                conditionOr(item, "guard"));
        return new QualityItem(
                unique(item),
                item.at("text").localText(),
                item.at("points").between(0, MOST_POINTS),
                Condition.of(item.at("value")),
                item.at("unit").text(),
                band(item),
                window);
    }

    private QualityItem.Band band(JsonCursor item) {
        double innerLow = numberOr(item, "innerLow", JsonCursor::number, Double.NEGATIVE_INFINITY);
        double innerHigh = numberOr(item, "innerHigh", JsonCursor::number, Double.POSITIVE_INFINITY);
        double outerLow = numberOr(item, "outerLow", JsonCursor::number, Double.NEGATIVE_INFINITY);
        double outerHigh = numberOr(item, "outerHigh", JsonCursor::number, Double.POSITIVE_INFINITY);
        if (innerLow > 0 || innerHigh < 0) {
            rule(
                    item,
                    innerLow > 0 ? innerLow : innerHigh,
                    "内带必须包含目标值",
                    "is wrong: the inner band must hold the target");
        }
        if (outerLow > innerLow || outerHigh < innerHigh) {
            double wrong = outerLow > innerLow ? outerLow : outerHigh;
            rule(item, wrong, "外带必须包含内带", "is wrong: the outer band must hold the inner band");
        }
        if (Double.isInfinite(outerLow) != Double.isInfinite(innerLow)
                || Double.isInfinite(outerHigh) != Double.isInfinite(innerHigh)) {
            rule(item, item.at("target").number(), "同一侧的内带和外带必须成对给出", "needs inner and outer band on the same side");
        }
        return new QualityItem.Band(item.at("target").number(), innerLow, innerHigh, outerLow, outerHigh);
    }

    private Penalty penalty(JsonCursor penalty) {
        JsonCursor when = penalty.at("when");
        List<Condition> conditions = when.isArray() ? when.list(Condition::of) : List.of(Condition.of(when));
        double points = penalty.at("points").positive();
        return new Penalty(
                unique(penalty),
                penalty.at("text").localText(),
                points,
                penalty.optional("per").map(p -> p.oneOf(Penalty.Per.class)).orElse(Penalty.Per.EVENT),
                conditions,
                numberOr(penalty, "max", JsonCursor::positive, MOST_POINTS),
                numberOr(penalty, "recoveryS", RubricReader::seconds, DEFAULT_RECOVERY),
                penalty.at("severity").integer(1, 5),
                penalty.optional("outsideCap").map(JsonCursor::bool).orElse(false));
    }

    private static double seconds(JsonCursor time) {
        return time.between(0, LONGEST);
    }

    private String unique(JsonCursor item) {
        JsonCursor field = item.at("id");
        String id = field.text();
        if (!id.isBlank() && !ids.add(id)) {
            field.report(CommonError.JSON_DUPLICATE_NAME, id);
        }
        return id;
    }

    private List<String> references(JsonCursor step, String field) {
        return step.optional(field).map(list -> list.list(this::reference)).orElse(List.of());
    }

    private String reference(JsonCursor cursor) {
        return cursor.nameOf(stepIds, STEP);
    }

    private static List<String> texts(JsonCursor object, String field) {
        return object.optional(field).map(list -> list.list(JsonCursor::text)).orElse(List.of());
    }

    private static Condition conditionOr(JsonCursor object, String field) {
        return object.optional(field).map(Condition::of).orElse(Condition.always(object.pointer() + "/" + field));
    }

    private static double numberOr(
            JsonCursor object, String field, ToDoubleFunction<JsonCursor> reader, double standard) {
        Optional<JsonCursor> found = object.optional(field);
        return found.isPresent() ? reader.applyAsDouble(found.get()) : standard;
    }

    private void rule(JsonCursor place, double value, String zh, String en) {
        LocalText text = new LocalText(zh, en);
        findings.report(
                new Finding(place.file(), place.pointer(), CommonError.JSON_NUMBER_RANGE, List.of(value, text)));
    }
}
