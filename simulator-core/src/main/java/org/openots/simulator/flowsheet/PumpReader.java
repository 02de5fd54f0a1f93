package org.openots.simulator.flowsheet;

import static org.openots.simulator.flowsheet.Quantities.read;

import java.util.ArrayList;
import java.util.List;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.simulator.equipment.CentrifugalPump;
import org.openots.simulator.equipment.GearPump;
import org.openots.simulator.equipment.PumpCasing;
import org.openots.simulator.equipment.PumpStation;
import org.openots.simulator.equipment.RunningPump;
import org.openots.simulator.process.Bounds;

/** Reads pumps. */
final class PumpReader {
    private static final LocalText PUMP = new LocalText("泵", "pump");

    private final FlowsheetDraft draft;

    PumpReader(FlowsheetDraft draft) {
        this.draft = draft;
    }

    void centrifugal(JsonCursor n) {
        FlowsheetRules.leadsAway(n.at("from"), n.at("to"));
        draft.rules.fits(n, "from", "outletVolume");
        String id = draft.id(n);
        CentrifugalPump pump = new CentrifugalPump(
                new CentrifugalPump.Spec(
                        id,
                        draft.inputs.declare(id, 0),
                        draft.path(n, "suction", "suctionArea"),
                        draft.path(n, "discharge", "dischargeArea"),
                        read(n, "shutOffPressure", Bounds.PRESSURE),
                        read(n, "impellerArea", Ranges.OPENING),
                        read(n, "suctionHeight", Bounds.HEIGHT),
                        read(n, "staticLift", Bounds.HEIGHT),
                        read(n, "requiredSuctionPressure", Bounds.PRESSURE),
                        read(n, "checkValveOpening", Bounds.PRESSURE),
                        read(n, "outletVolume", Bounds.VOLUME)),
                draft.holdup(n, "from"),
                draft.holdup(n, "to"));
        draft.add(pump);
        draft.pumps.put(id, pump);
    }

    void gear(JsonCursor n) {
        String id = draft.id(n);
        List<GearPump.Branch> branches = new ArrayList<>();
        draft.rules.fits(n, "from", "outletVolume");
        for (JsonCursor b : n.at("branches").items()) {
            FlowsheetRules.leadsAway(n.at("from"), b.at("to"));
            branches.add(new GearPump.Branch(draft.holdup(b, "to"), draft.path(b)));
        }
        int[] fresh = draft.composition(n.at("freshMassFractions"), id + ".fresh");
        draft.add(new GearPump(
                new GearPump.Spec(
                        id,
                        draft.inputs.declare(id, 0),
                        draft.path(n, "suction", "suctionArea"),
                        read(n, "fullFlow", Bounds.VOLUME_FLOW),
                        read(n, "reliefPressure", Bounds.PRESSURE),
                        read(n, "outletVolume", Bounds.VOLUME),
                        read(n, "dissolvedGas", Bounds.FRACTION),
                        draft.inputs.declare(id + ".fresh", 0),
                        fresh),
                draft.holdup(n, "from"),
                branches));
    }

    void station(JsonCursor n) {
        n.at("text").localText();
        String id = draft.id(n);
        draft.rules.fits(n, "from", "outletVolume");
        double head = n.at("pumps").items().stream()
                .mapToDouble(p -> read(p, "shutOffPressure", Bounds.PRESSURE))
                .max()
                .orElse(1);
        PumpStation station = new PumpStation(
                new PumpStation.Spec(id, read(n, "outletVolume", Bounds.VOLUME)),
                draft.holdup(n, "from"),
                draft.surroundings,
                head);
        for (JsonCursor p : n.at("pumps").items()) {
            PumpStation.PumpSpec pump = pump(p);
            draft.pumps.put(pump.id(), station.add(pump));
        }
        n.at("branches").items().forEach(b -> {
            b.optional("to").ifPresent(to -> FlowsheetRules.leadsAway(n.at("from"), to));
            station.add(branch(b), b.has("to") ? draft.holdup(b, "to") : null);
        });
        n.optional("recirculations").ifPresent(list -> list.items().forEach(r -> station.add(recirculation(r))));
        draft.addBoth(station);
    }

    private PumpStation.RecirculationSpec recirculation(JsonCursor r) {
        String id = draft.id(r);
        return new PumpStation.RecirculationSpec(
                id,
                draft.path(r),
                read(r, "lift", Bounds.HEIGHT),
                read(r, "minimumFlow", Bounds.VOLUME_FLOW),
                draft.factor(id + ".available"));
    }

    void casing(JsonCursor n) {
        String id = draft.partId(n);
        RunningPump pump = draft.pumps.get(draft.name(n.at("pump"), draft.pumps.keySet(), PUMP));
        if (pump == null) {
            throw new FlowsheetDraft.Skipped();
        }
        draft.addBoth(new PumpCasing(
                new PumpCasing.Spec(
                        id,
                        read(n, "lossPower", Bounds.POWER),
                        read(n, "heatCapacity", Bounds.HEAT_CAPACITY),
                        read(n, "heatLoss", Bounds.HEAT_LOSS)),
                pump,
                draft.surroundings));
    }

    private PumpStation.PumpSpec pump(JsonCursor p) {
        String id = draft.id(p);
        return new PumpStation.PumpSpec(
                id,
                draft.inputs.declare(id, 0),
                draft.factor(id + ".head"),
                draft.inputs.declare(id + ".checkFailed", 0),
                draft.path(p, "suction", "suctionArea"),
                draft.path(p, "discharge", "dischargeArea"),
                read(p, "shutOffPressure", Bounds.PRESSURE),
                read(p, "impellerArea", Ranges.OPENING),
                read(p, "suctionHeight", Bounds.HEIGHT),
                read(p, "requiredSuctionPressure", Bounds.PRESSURE));
    }

    private PumpStation.BranchSpec branch(JsonCursor b) {
        return new PumpStation.BranchSpec(
                draft.id(b),
                draft.path(b),
                read(b, "lift", Bounds.HEIGHT),
                read(b, "backPressure", Bounds.ABSOLUTE_PRESSURE, 0),
                Quantities.flag(b, "reversible"));
    }
}
