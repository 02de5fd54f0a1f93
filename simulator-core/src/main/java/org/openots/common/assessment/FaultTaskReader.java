package org.openots.common.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;

/** Reads the {@code faultTask} of a rubric. */
final class FaultTaskReader {
    /** Most points of one rule. */
    private static final double MOST_POINTS = 100;

    /** Longest time, s: a day. */
    private static final double LONGEST = 86_400;

    /** How long the bands of the recovery must hold, s (certificate requirements, fault tasks). */
    private static final double RECOVERY_HOLD = 120;

    private static final LocalText OFFERED = new LocalText("units 中的故障", "fault of the units");

    private final Findings findings;
    private final Set<String> seen = new HashSet<>();
    private final List<String> offered = new ArrayList<>();

    FaultTaskReader(Findings findings) {
        this.findings = findings;
    }

    FaultTask read(JsonCursor task) {
        JsonCursor detection = task.at("detection");
        double full = detection.at("fullS").between(0, LONGEST);
        double low = detection.at("lowS").between(full + 1, LONGEST);
        JsonCursor diagnosis = task.at("diagnosis");
        double right = points(diagnosis.at("points"));
        JsonCursor mark = task.at("falseMark");
        List<FaultTask.Unit> units = task.at("units").list(this::unit);
        return new FaultTask(
                new FaultTask.Detection(points(detection.at("points"))),
                new FaultTask.Diagnosis(right, diagnosis.at("sameUnit").between(0, right)),
                points(task.at("recovery")),
                new FaultTask.FalseMark(points(mark.at("points")), points(mark.at("max"))),
                units,
                task.at("cases").list(one -> faultCase(one, full, low)));
    }

    private static double points(JsonCursor cursor) {
        return cursor.between(0, MOST_POINTS);
    }

    private FaultTask.Unit unit(JsonCursor unit) {
        String id = once(unit.at("id"), "unit ");
        List<String> faults = new ArrayList<>();
        for (JsonCursor fault : unit.at("faults").items()) {
            faults.add(once(fault, "fault "));
        }
        offered.addAll(faults);
        return new FaultTask.Unit(id, unit.at("text").localText(), faults);
    }

    private String once(JsonCursor name, String kind) {
        if (!seen.add(kind + name.text())) {
            name.report(CommonError.JSON_DUPLICATE_NAME, name.text());
        }
        return name.text();
    }

    private FaultCase faultCase(JsonCursor one, double full, double low) {
        JsonCursor name = one.at("fault");
        once(name, "case ");
        double ownFull = one.optional("fullS").map(s -> s.between(0, LONGEST)).orElse(full);
        double ownLow =
                one.optional("lowS").map(s -> s.between(ownFull + 1, LONGEST)).orElse(Math.max(low, ownFull + 1));
        RubricReader.CaseRules rules = RubricReader.caseRules(one, RECOVERY_HOLD, findings);
        return new FaultCase(
                name.nameOf(offered, OFFERED),
                one.at("signs").localText(),
                texts(one, "alarms"),
                texts(one, "objects"),
                ownFull,
                ownLow,
                rules.response(),
                rules.recovery(),
                rules.penalties());
    }

    private static List<String> texts(JsonCursor object, String field) {
        return object.optional(field).map(list -> list.list(JsonCursor::text)).orElse(List.of());
    }
}
