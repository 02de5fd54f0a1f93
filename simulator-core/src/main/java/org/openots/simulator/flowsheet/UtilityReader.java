package org.openots.simulator.flowsheet;

import static org.openots.simulator.flowsheet.Quantities.read;
import static org.openots.simulator.flowsheet.Quantities.tag;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.simulator.equipment.FeedStream;
import org.openots.simulator.equipment.GasSupply;
import org.openots.simulator.equipment.Steam;
import org.openots.simulator.equipment.SteamHeater;
import org.openots.simulator.equipment.ThermosyphonLoop;
import org.openots.simulator.equipment.ValvePath;
import org.openots.simulator.process.Bounds;

/** Reads what comes over the battery limits: steam and its users, feeds, inert gas. */
final class UtilityReader {
    /** Water is the one utility whose properties the suite takes from its own component data. */
    private static final String WATER = "water";

    private static final int NO_COMPONENT = -1;

    /** Share of the pipe's area by which a badly passing valve leaks: 2 %. */
    private static final double PASSING_SHARE = 0.02;

    private final FlowsheetDraft draft;
    /** Names of shells, which faults foul one by one. */
    private final Set<String> shells = new HashSet<>();

    UtilityReader(FlowsheetDraft draft) {
        this.draft = draft;
    }

    void steamHeader(JsonCursor n) {
        draft.add(new Steam(
                draft.id(n),
                draft.inputs,
                read(n, "pressure", Bounds.STEAM_PRESSURE),
                draft.database.component(WATER),
                n.has("relief") ? relief(n.at("relief")) : Steam.Relief.NONE));
    }

    private Steam.Relief relief(JsonCursor n) {
        return new Steam.Relief(
                draft.id(n),
                read(n, "setPressure", Bounds.STEAM_PRESSURE),
                draft.inputs.declare(tag(n.at("block"), "tag"), 0));
    }

    void steamHeater(JsonCursor n) {
        n.at("text").localText();
        String id = draft.id(n);
        FlowsheetRules.notAbove(n, "uncoveredBelow", Bounds.VOLUME.range(), "coveredAbove", Bounds.VOLUME.range());
        FlowsheetRules.notBoth(n, "circulationVolume", "thermosyphon");
        draft.rules.fits(n, "holdup", "coveredAbove");
        List<SteamHeater.Shell> shells =
                n.at("shells").items().stream().map(this::shell).toList();
        SteamHeater.Spec spec = new SteamHeater.Spec(
                id,
                draft.path(n),
                outlet(n),
                draft.inputs.declare(id + ".leak", 0),
                n.has("leakArea") ? read(n, "leakArea", Ranges.OPENING) : 0,
                n.has("leakArea") ? draft.componentIds().indexOf(WATER) : NO_COMPONENT,
                read(n, "heatCapacity", Bounds.HEAT_CAPACITY),
                read(n, "heatLoss", Bounds.HEAT_LOSS),
                read(n, "potVolume", Bounds.VOLUME),
                read(n, "tubeVolume", Bounds.VOLUME),
                read(n, "potHead", Bounds.HEIGHT),
                read(n, "returnPressure", Bounds.ABSOLUTE_PRESSURE),
                read(n, "uncoveredBelow", Bounds.VOLUME),
                read(n, "coveredAbove", Bounds.VOLUME),
                read(n, "circulationVolume", Bounds.VOLUME, 0));
        SteamHeater heater = new SteamHeater(
                spec,
                draft.link(n, "header", Steam.class),
                draft.holdup(n, "holdup"),
                shells,
                draft.surroundings,
                n.optional("thermosyphon").map(t -> loop(t, id)).orElse(null));
        draft.addBoth(heater);
        heater.loop().ifPresent(draft::addBoth);
    }

    private static ThermosyphonLoop.Spec loop(JsonCursor t, String heater) {
        return new ThermosyphonLoop.Spec(
                heater + ".loop",
                read(t, "height", Ranges.LOOP_LENGTH),
                read(t, "sumpElevation", Bounds.HEIGHT),
                read(t, "downArea", Ranges.PIPE_AREA),
                read(t, "riseArea", Ranges.PIPE_AREA),
                read(t, "length", Ranges.LOOP_LENGTH),
                read(t, "designCirculation", Bounds.MASS_FLOW),
                read(t, "processShare", Bounds.COEFFICIENT));
    }

    private SteamHeater.Shell shell(JsonCursor s) {
        String name = NameForm.ELEMENT.read(s.at("name"));
        if (!shells.add(name)) {
            s.at("name").report(CommonError.JSON_DUPLICATE_NAME, name);
        }
        return new SteamHeater.Shell(
                s.has("valve") ? draft.inputs.declare(tag(s, "valve"), 0) : NO_COMPONENT,
                read(s, "conductance", Bounds.CONDUCTANCE),
                draft.factor(name + ".cleanliness"));
    }

    private ValvePath outlet(JsonCursor n) {
        JsonCursor o = n.at("condensate");
        return draft.path(o);
    }

    void feed(JsonCursor n) {
        String id = draft.id(n);
        draft.add(new FeedStream(
                new FeedStream.Spec(
                        id,
                        draft.path(n),
                        Quantities.input(draft.inputs, id + ".pressure", n.at("pressure"), Bounds.ABSOLUTE_PRESSURE),
                        Quantities.input(
                                draft.inputs, id + ".temperature", n.at("temperature"), Bounds.STREAM_TEMPERATURE),
                        draft.composition(n.at("massFractions"), id + ".w"),
                        read(n, "referencePressure", Bounds.ABSOLUTE_PRESSURE)),
                draft.holdup(n, "to"),
                draft.feedState()));
    }

    void gasSupply(JsonCursor n) {
        String id = draft.id(n);
        draft.add(new GasSupply(
                new GasSupply.Spec(
                        id,
                        draft.path(n),
                        Quantities.input(draft.inputs, id + ".pressure", n.at("pressure"), Bounds.ABSOLUTE_PRESSURE),
                        draft.inputs.declare(id + ".leak", 0),
                        PASSING_SHARE * read(n, "pipeArea", Ranges.PIPE_AREA)),
                draft.holdup(n, "to"),
                draft.surroundings,
                draft.properties.inert()));
    }
}
