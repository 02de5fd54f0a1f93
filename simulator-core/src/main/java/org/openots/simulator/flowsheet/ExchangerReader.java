package org.openots.simulator.flowsheet;

import static org.openots.simulator.flowsheet.Quantities.read;

import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.simulator.equipment.AirCooler;
import org.openots.simulator.equipment.CoolingCoil;
import org.openots.simulator.equipment.CoolingWater;
import org.openots.simulator.equipment.HeatingElement;
import org.openots.simulator.process.Bounds;

/** Reads heaters, coolers and their utilities. */
final class ExchangerReader {
    private final FlowsheetDraft draft;
    private final CoolingWater water;

    ExchangerReader(FlowsheetDraft draft, CoolingWater water) {
        this.draft = draft;
        this.water = water;
    }

    void heater(JsonCursor n) {
        String id = draft.id(n);
        FlowsheetRules.notAbove(n, "uncoveredBelow", Bounds.VOLUME.range(), "coveredAbove", Bounds.VOLUME.range());
        draft.rules.fits(n, "holdup", "coveredAbove");
        draft.addBoth(new HeatingElement(
                new HeatingElement.Spec(
                        id,
                        draft.inputs.declare(id, 0),
                        draft.inputs.declare(id + ".available", 1, Bounds.AVAILABLE),
                        read(n, "installedPower", Bounds.POWER),
                        read(n, "heatCapacity", Bounds.HEAT_CAPACITY),
                        read(n, "wetConductance", Bounds.CONDUCTANCE),
                        read(n, "dryConductance", Bounds.CONDUCTANCE),
                        read(n, "uncoveredBelow", Bounds.VOLUME),
                        read(n, "coveredAbove", Bounds.VOLUME)),
                draft.holdup(n, "holdup")));
    }

    void coil(JsonCursor n) {
        String id = draft.partId(n);
        draft.add(new CoolingCoil(
                new CoolingCoil.Spec(
                        id,
                        draft.path(n),
                        read(n, "conductance", Bounds.CONDUCTANCE),
                        draft.factor(id + ".cleanliness"),
                        n.at("floodable").bool()),
                draft.holdup(n, "holdup"),
                water));
    }

    void airCooler(JsonCursor n) {
        String id = draft.id(n);
        int[] fans = n.at("fans").list(NameForm.TAG::read).stream()
                .mapToInt(fan -> draft.inputs.declare(fan, 0))
                .toArray();
        draft.add(new AirCooler(
                new AirCooler.Spec(
                        id,
                        fans,
                        n.has("louvre") ? draft.inputs.declare(NameForm.TAG.read(n.at("louvre")), 0) : -1,
                        read(n, "airFlow", Bounds.AIR_FLOW),
                        read(n, "naturalDraft", Bounds.FRACTION),
                        read(n, "tubeConductance", Bounds.CONDUCTANCE),
                        read(n, "airConductance", Bounds.CONDUCTANCE),
                        draft.factor(id + ".cleanliness"),
                        draft.inputs.declare(id + ".recirculation", 0),
                        n.at("floodable").bool()),
                draft.holdup(n, "holdup"),
                draft.surroundings));
    }
}
