package org.openots.distillation.rubric;

import java.util.ArrayList;
import java.util.List;
import org.openots.common.assessment.RubricLint;
import org.openots.common.assessment.RubricReader;
import org.openots.common.error.CommonError;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.automation.ControlSystemSignals;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.plant.PlantPack;

/** Checks a rubric file against the plant it names. */
public final class RubricCheck {
    private static final LocalText PLANT = new LocalText("装置", "plant");
    private static final LocalText CONDITION = new LocalText("该装置的初始工况", "initial condition of this plant");

    private static final LocalText FAULT = new LocalText("该装置的故障", "fault of this plant");

    private static final LocalText ALARM = new LocalText("该装置的报警", "alarm of this plant");

    private RubricCheck() {}

    /**
     * All mistakes of a rubric.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @return the mistakes: form, points, order, signals, targets, initial condition; empty for a sound rubric
     */
    public static List<Finding> check(String file, byte[] json) {
        Findings references = Findings.collecting();
        JsonCursor root = StrictJson.parse(file, json, Findings.collecting());
        String plant = root.isMap() && root.optional("plant").isPresent()
                ? StrictJson.copyOf(root.at("plant")).asText()
                : "";
        if (!PlantPack.SHIPPED.contains(plant)) {
            Findings form = Findings.collecting();
            RubricReader.read(file, json, form);
            StrictJson.parse(file, json, references)
                    .optional("plant")
                    .ifPresent(p -> p.nameOf(PlantPack.SHIPPED, PLANT));
            return joined(form.all(), references.all());
        }
        PlantPack pack = PlantPack.shipped(plant);
        StrictJson.parse(file, json, references)
                .optional("initialCondition")
                .ifPresent(c -> c.nameOf(pack.initialConditionIds(), CONDITION));
        List<String> faults = pack.faults().stream().map(FaultDefinition::id).toList();
        StrictJson.parse(file, json, references)
                .optional("rigSkill")
                .flatMap(skill -> skill.optional("faults"))
                .ifPresent(list -> list.items().forEach(one -> one.at("fault").nameOf(faults, FAULT)));
        StrictJson.parse(file, json, references).optional("faultTask").ifPresent(task -> faultTask(task, pack, faults));
        PlantSignals signals = PlantSignals.of(pack);
        ControlSystemSignals known = new ControlSystemSignals(pack.automation());
        return joined(
                RubricLint.check(
                        file,
                        json,
                        signals.table(),
                        signals.ranges(),
                        signal -> known.knows(signal) || known.typed(signal)),
                references.all());
    }

    /** The list to choose from is the whole menu of the plant, or it would tell what the fault cannot be. */
    private static void faultTask(JsonCursor task, PlantPack pack, List<String> faults) {
        List<String> offered = new ArrayList<>();
        for (JsonCursor unit : task.at("units").items()) {
            unit.at("faults").items().forEach(fault -> offered.add(fault.nameOf(faults, FAULT)));
        }
        for (String fault : faults) {
            if (!offered.contains(fault)) {
                task.at("units").report(CommonError.RUBRIC_NOT_OFFERED, fault);
            }
        }
        List<String> alarms = pack.automation().instruments().alarms().stream()
                .map(AlarmDefinition::name)
                .toList();
        for (JsonCursor one : task.at("cases").items()) {
            one.optional("alarms").ifPresent(list -> list.items().forEach(alarm -> alarm.nameOf(alarms, ALARM)));
        }
    }

    /** Both lists, each mistake once: a field of the wrong type is found by whoever reads it. */
    private static List<Finding> joined(List<Finding> first, List<Finding> second) {
        List<Finding> all = new ArrayList<>(first);
        second.stream().filter(finding -> !all.contains(finding)).forEach(all::add);
        return all;
    }
}
