package org.openots.instructor.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.assessment.FaultReport;
import org.openots.common.assessment.FaultTask;
import org.openots.common.assessment.Rubric;
import org.openots.common.text.LocalText;
import org.openots.simulator.fault.FaultDefinition;

/** Tasks about a hidden fault as the pages read them. */
final class FaultTaskJson {
    private static final double HUNDREDTHS = 100;
    private static final double MINUTE = 60;

    private final Map<String, FaultDefinition> menu;

    /** With the faults of the plant by id, for their names. */
    FaultTaskJson(Map<String, FaultDefinition> menu) {
        this.menu = Map.copyOf(menu);
    }

    /**
     * What anybody may know of such a task: what it is about and every fault of the plant's menu, by number. No case and
     * no id of a fault.
     */
    ObjectNode open(Rubric rubric, FaultTask task) {
        Rubric.Head head = rubric.head();
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("id", head.ref().id())
                .put("plant", head.plant())
                .put("minutes", Math.round(head.timeLimit() / MINUTE));
        text(root, "title", head.title());
        double known = task.detection().points() + task.diagnosis().points() + task.recovery();
        root.putObject("points")
                .put("detection", task.detection().points())
                .put("diagnosis", task.diagnosis().points())
                .put("sameUnit", task.diagnosis().sameUnit())
                .put("response", rubric.maximum() - known)
                .put("recovery", task.recovery())
                .put("falseMark", task.falseMark().points());
        ArrayNode units = root.putArray("units");
        int number = 0;
        for (FaultTask.Unit unit : task.units()) {
            ObjectNode node = units.addObject();
            text(node, "text", unit.text());
            ArrayNode faults = node.putArray("faults");
            for (String fault : unit.faults()) {
                number++;
                ObjectNode one = faults.addObject().put("number", number);
                text(one, "text", title(fault));
                Optional.ofNullable(menu.get(fault)).ifPresent(found -> text(one, "cause", found.cause()));
            }
        }
        return root;
    }

    /** What the trainee said so far, and nothing else. */
    ObjectNode progress(String task, Rubric rubric, FaultReport report) {
        ObjectNode root =
                JsonNodeFactory.instance.objectNode().put("task", task).put("faultTask", true);
        text(root, "title", rubric.head().title());
        root.putArray("steps");
        root.putArray("quality");
        root.putArray("penalties");
        report.chosen().ifPresent(number -> root.put("chosen", number));
        root.put("marks", report.marks());
        if (!Double.isNaN(report.markedAt())) {
            root.put("markedAt", report.markedAt());
        }
        return root;
    }

    /** Adds to a score sheet what the fault was and how it was noticed, named and handled. */
    void add(ObjectNode sheet, Rubric rubric, FaultReport report, boolean closed) {
        ObjectNode node = sheet.putObject("fault");
        report.fault().ifPresent(fault -> {
            node.put("id", fault).put("onset", report.onset());
            text(node, "text", title(fault));
            Optional.ofNullable(menu.get(fault)).ifPresent(found -> {
                text(node, "cause", found.cause());
                text(node, "response", found.response());
            });
        });
        report.signs().ifPresent(signs -> text(node, "signs", signs));
        List<String> offered = rubric.faultTask().map(FaultTask::offered).orElse(List.of());
        report.chosen()
                .filter(number -> number <= offered.size())
                .ifPresent(number -> text(node, "chosen", title(offered.get(number - 1))));
        node.put("marks", report.marks());
        ArrayNode parts = node.putArray("parts");
        for (FaultReport.Part part : report.parts()) {
            ObjectNode one = parts.addObject();
            text(one, "text", part.kind().text());
            one.put("points", rounded(part.points())).put("earned", rounded(part.earned()));
            text(one, "reason", part.reason());
            if (!Double.isNaN(part.time())) {
                one.put("time", part.time());
            }
        }
        if (closed && report.fault().isPresent()) {
            report.signs().ifPresent(signs -> advise(sheet, signs));
        }
    }

    /** Beside every loss stands how the fault shows: that is what is to be learned. */
    private static void advise(ObjectNode sheet, LocalText signs) {
        for (JsonNode loss : sheet.path("losses")) {
            text((ObjectNode) loss, "advice", signs);
        }
    }

    private LocalText title(String fault) {
        FaultDefinition found = menu.get(fault);
        return found == null ? new LocalText(fault, fault) : found.title();
    }

    private static void text(ObjectNode node, String field, LocalText text) {
        node.putObject(field).put("zh", text.zh()).put("en", text.en());
    }

    private static double rounded(double points) {
        return Math.round(points * HUNDREDTHS) / HUNDREDTHS;
    }
}
