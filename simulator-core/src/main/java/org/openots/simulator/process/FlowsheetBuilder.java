package org.openots.simulator.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.simulator.thermo.Component;
import org.openots.simulator.thermo.PropertyDatabase;
import org.openots.simulator.thermo.PropertyPackage;

/** Turns a flowsheet file into a {@link ProcessModel}. */
public final class FlowsheetBuilder {
    /** More trays than any plant of the suite has; a larger number is a slip of the pen. */
    private static final int MOST_TRAYS = 200;

    private static final LocalText PACKAGE = new LocalText("物性包", "property package");
    private static final LocalText COMPONENT = new LocalText("组分", "component");
    private static final LocalText HOLDUP = new LocalText("持液单元", "holdup");
    private static final LocalText VARIABLE = new LocalText("过程变量", "process variable");
    private static final LocalText LINK = new LocalText("连接", "link");

    private enum Trim {
        LINEAR,
        EQUAL_PERCENTAGE
    }

    private final PropertyPackage properties;
    private final PropertyDatabase database;
    private final JsonCursor file;
    private final Surroundings surroundings;
    private final ProcessInputs inputs = new ProcessInputs();
    private final Map<String, Holdup> holdups = new LinkedHashMap<>();
    private final List<StateBlock> blocks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Link> linkById = new LinkedHashMap<>();
    private final Map<String, TrayGeometry> geometryOfTray = new LinkedHashMap<>();
    private final CoolingWater coolingWater;
    private final Map<String, ProcessVariable> variables = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final FlowsheetRules rules = new FlowsheetRules(holdups);
    private final Findings findings;
    private @Nullable GasDetection gas;

    private FlowsheetBuilder(JsonCursor file, PropertyDatabase database, Findings findings) {
        this.file = file;
        this.database = database;
        this.findings = findings;
        file.requireFormat("flowsheet", "1.0");
        if (!file.isPresent()) {
            throw new Skipped();
        }
        JsonCursor p = file.at("properties");
        p.at("package").nameOf(List.of("nrtl"), PACKAGE);
        List<String> components = p.at("components").list(JsonCursor::text);
        String inert = text(p, "inert");
        if (components.isEmpty() || inert.isBlank()) {
            p.at("components").report(CommonError.JSON_TOO_FEW, components.size(), 1);
            throw new Skipped();
        }
        properties = database.nrtl(components, inert);
        JsonCursor s = file.at("surroundings");
        surroundings = new Surroundings(
                quantity(s, "temperature", Bounds.AMBIENT_TEMPERATURE),
                quantity(s, "pressure", Bounds.AMBIENT_PRESSURE));
        JsonCursor w = file.at("coolingWater");
        coolingWater = new CoolingWater(
                input("cooling-water.pressure", w.at("pressure"), Bounds.WATER_PRESSURE),
                input("cooling-water.temperature", w.at("temperature"), Bounds.WATER_TEMPERATURE));
    }

    /** An element that cannot be made because of a mistake that is reported already. */
    private static final class Skipped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Builds a model in the cold, empty state.
     *
     * @param flowsheet the root of a flowsheet file, opened so that mistakes are thrown
     * @param database property data
     * @return the model
     * @throws OtsException at the first mistake, with file, pointer, value and rule
     */
    public static ProcessModel build(JsonCursor flowsheet, PropertyDatabase database) {
        return new FlowsheetBuilder(flowsheet, database, Findings.throwing()).build();
    }

    /**
     * Names all mistakes of a flowsheet.
     *
     * @param flowsheet the root of a flowsheet file, opened so that mistakes go to the same findings
     * @param database property data
     * @param findings collects the mistakes
     * @return the model in the cold, empty state, or nothing if there is any mistake
     */
    public static Optional<ProcessModel> check(JsonCursor flowsheet, PropertyDatabase database, Findings findings) {
        int before = findings.all().size();
        try {
            FlowsheetBuilder builder = new FlowsheetBuilder(flowsheet, database, findings);
            builder.read();
            return findings.all().size() == before ? Optional.of(builder.model()) : Optional.empty();
        } catch (OtsException refusal) {
            findings.report(refusal, new Finding.Place(flowsheet.file(), "/properties"));
        } catch (Skipped reported) {
            // what was wrong is in the findings
        }
        return Optional.empty();
    }

    private ProcessModel build() {
        read();
        return model();
    }

    private void read() {
        elements(file.at("holdups"), this::holdup);
        each("traySections", this::traySection);
        each("heaters", this::heater);
        each("coils", this::coil);
        each("vapourLines", this::vapourLine);
        each("vents", this::vent);
        each("overflows", this::overflow);
        each("liquidLines", this::liquidLine);
        each("centrifugalPumps", this::centrifugalPump);
        each("gearPumps", this::gearPump);
        FlowsheetVariables.publish(
                variables, properties, holdups.values(), linkById.values(), coolingWater, surroundings);
        element(file.at("gasDetection"), this::gasDetection);
        each("variables", this::variable);
        file.finish();
    }

    private ProcessModel model() {
        List<StateBlock> ordered = BlockOrder.place(blocks, links);
        ProcessModel model = new ProcessModel(new ProcessParts(
                properties,
                ordered,
                links,
                inputs,
                surroundings,
                coolingWater,
                Objects.requireNonNull(gas),
                variables));
        model.startCold();
        model.openLedger();
        return model;
    }

    private void each(String field, Consumer<JsonCursor> reader) {
        file.optional(field).ifPresent(list -> elements(list, reader));
    }

    private void elements(JsonCursor list, Consumer<JsonCursor> reader) {
        list.items().forEach(item -> element(item, reader));
    }

    private void element(JsonCursor item, Consumer<JsonCursor> reader) {
        try {
            reader.accept(item);
        } catch (OtsException refusal) {
            findings.report(refusal, item.place());
        } catch (Skipped reported) {
            // what was wrong is in the findings
        }
    }

    private void variable(JsonCursor v) {
        String name = text(v, "name");
        List<String> terms = v.at("sum").list(term -> term.nameOf(variables.keySet(), VARIABLE));
        if (!variables.keySet().containsAll(terms)) {
            throw new Skipped();
        }
        FlowsheetVariables.alias(variables, name, terms, v.at("sum"));
    }

    /** The id of a new element; holdups and links have one space of names, because variables are named after them. */
    private String id(JsonCursor n) {
        JsonCursor place = n.at("id");
        String id = place.text();
        if (!ids.add(id)) {
            place.report(CommonError.JSON_DUPLICATE_NAME, id);
        }
        return id;
    }

    private void holdup(JsonCursor n) {
        n.at("text").localText();
        FlowsheetRules.notAbove(n, "levelVolume", "volume", "m3");
        add(new HoldupSpec(
                id(n),
                quantity(n, "volume", Bounds.VOLUME),
                quantity(n, "gasFloor", Bounds.GAS_FLOOR),
                quantity(n, "liquidArea", Bounds.AREA),
                quantity(n, "levelVolume", Bounds.VOLUME),
                quantity(n, "metalHeatCapacity", Bounds.HEAT_CAPACITY),
                quantity(n, "heatLoss", Bounds.HEAT_LOSS),
                quantity(n, "filmMoles", Bounds.AMOUNT),
                quantity(n, "transfer", Bounds.MOLAR_FLOW)));
    }

    private Holdup add(HoldupSpec spec) {
        Holdup holdup = new Holdup(spec, properties, surroundings);
        holdups.put(spec.id(), holdup);
        blocks.add(holdup);
        return holdup;
    }

    private void traySection(JsonCursor n) {
        n.at("text").localText();
        String section = id(n);
        TrayGeometry tray = new TrayGeometry(
                quantity(n, "activeArea", Bounds.AREA),
                quantity(n, "holeArea", Bounds.AREA),
                quantity(n, "orificeCoefficient", Bounds.COEFFICIENT),
                quantity(n, "weirLength", Bounds.LENGTH),
                quantity(n, "weirHeight", Bounds.LENGTH),
                quantity(n, "spacing", Bounds.LENGTH),
                quantity(n, "transferUnits", Bounds.TRANSFER_UNITS),
                quantity(n, "floodCapacity", Bounds.VELOCITY),
                quantity(n, "weepRatio", Bounds.COEFFICIENT),
                quantity(n, "downcomerVoid", Bounds.COEFFICIENT),
                quantity(n, "downcomerLoss", Bounds.LENGTH));
        FlowsheetRules.notAbove(n, "holeArea", "activeArea", "m2");
        FlowsheetRules.notAbove(n, "weirHeight", "spacing", "m");
        int trays = n.at("trays").integer(1, MOST_TRAYS);
        Holdup below = holdup(n, "bottom");
        Carryover carryover = null;
        for (int number = trays; number >= 1; number--) {
            String id = section + "-" + number;
            Holdup here = add(new HoldupSpec(
                    id,
                    quantity(n, "trayVolume", Bounds.VOLUME),
                    quantity(n, "gasFloor", Bounds.GAS_FLOOR),
                    quantity(n, "liquidArea", Bounds.AREA),
                    quantity(n, "trayVolume", Bounds.VOLUME),
                    quantity(n, "metalHeatCapacity", Bounds.HEAT_CAPACITY),
                    quantity(n, "heatLoss", Bounds.HEAT_LOSS),
                    quantity(n, "filmMoles", Bounds.AMOUNT),
                    quantity(n, "transfer", Bounds.MOLAR_FLOW)));
            geometryOfTray.put(id, tray);
            add(new TrayPassage(section + "-passage-" + number, below, here, tray, carryover));
            carryover = new Carryover(here, tray);
            below = here;
        }
    }

    private void heater(JsonCursor n) {
        String id = id(n);
        FlowsheetRules.notAbove(n, "uncoveredBelow", "coveredAbove", "m3");
        rules.fits(n, "holdup", "coveredAbove");
        HeatingElement element = new HeatingElement(
                new HeatingElement.Spec(
                        id,
                        inputs.declare(id, 0),
                        inputs.declare(id + ".available", 1, Bounds.AVAILABLE),
                        quantity(n, "installedPower", Bounds.POWER),
                        quantity(n, "heatCapacity", Bounds.HEAT_CAPACITY),
                        quantity(n, "wetConductance", Bounds.CONDUCTANCE),
                        quantity(n, "dryConductance", Bounds.CONDUCTANCE),
                        quantity(n, "uncoveredBelow", Bounds.VOLUME),
                        quantity(n, "coveredAbove", Bounds.VOLUME)),
                holdup(n, "holdup"));
        blocks.add(element);
        add(element);
    }

    private void coil(JsonCursor n) {
        String id = id(n);
        add(new CoolingCoil(
                new CoolingCoil.Spec(
                        id,
                        path(n, "valves", quantity(n, "pipeArea", Bounds.AREA)),
                        quantity(n, "conductance", Bounds.CONDUCTANCE),
                        inputs.declare(id + ".cleanliness", 1),
                        n.at("floodable").bool()),
                holdup(n, "holdup"),
                coolingWater));
    }

    private void vapourLine(JsonCursor n) {
        FlowsheetRules.leadsAway(n.at("from"), n.at("to"));
        Holdup from = holdup(n, "from");
        TrayGeometry tray = geometryOfTray.get(from.id());
        add(new VapourLine(
                id(n),
                from,
                holdup(n, "to"),
                path(n, "valves", quantity(n, "pipeArea", Bounds.AREA)),
                quantity(n, "reversalWidth", Bounds.PRESSURE),
                n.optional("checkValve").map(JsonCursor::bool).orElse(false),
                tray == null ? null : new Carryover(from, tray)));
    }

    private void vent(JsonCursor n) {
        List<Vent.Opening> openings = new ArrayList<>();
        for (JsonCursor o : n.at("openings").items()) {
            double initial = o.optional("initial").map(c -> c.between(0, 1)).orElse(0.0);
            int opening = inputs.declare(text(o, "valve"), initial);
            int factor =
                    o.optional("factor").map(c -> inputs.declare(c.text(), 1)).orElse(opening);
            openings.add(new Vent.Opening(opening, factor, quantity(o, "area", Bounds.AREA)));
        }
        add(new Vent(
                id(n),
                holdup(n, "holdup"),
                surroundings,
                openings,
                quantity(n, "reversalWidth", Bounds.PRESSURE),
                properties.inert()));
    }

    private void overflow(JsonCursor n) {
        FlowsheetRules.leadsAway(n.at("from"), n.at("to"));
        rules.fits(n, "from", "startVolume");
        CoolingCoil coil = n.optional("coil").isPresent() ? link(n, "coil", CoolingCoil.class) : null;
        add(new OverflowLine(
                id(n),
                holdup(n, "from"),
                holdup(n, "to"),
                quantity(n, "startVolume", Bounds.VOLUME),
                quantity(n, "drainTime", Bounds.TIME),
                coil,
                coil == null ? 0 : quantity(n, "subcooling", Bounds.FRACTION)));
    }

    private void liquidLine(JsonCursor n) {
        n.optional("to").ifPresent(to -> FlowsheetRules.leadsAway(n.at("from"), to));
        rules.fits(n, "from", "outletVolume");
        add(new LiquidLine(
                id(n),
                holdup(n, "from"),
                n.optional("to").isPresent() ? holdup(n, "to") : null,
                surroundings,
                path(n, "valves", quantity(n, "pipeArea", Bounds.AREA)),
                quantity(n, "drop", Bounds.HEIGHT),
                quantity(n, "outletVolume", Bounds.VOLUME)));
    }

    private void centrifugalPump(JsonCursor n) {
        FlowsheetRules.leadsAway(n.at("from"), n.at("to"));
        rules.fits(n, "from", "outletVolume");
        String id = id(n);
        add(new CentrifugalPump(
                new CentrifugalPump.Spec(
                        id,
                        inputs.declare(id, 0),
                        path(n, "suction", quantity(n, "suctionArea", Bounds.AREA)),
                        path(n, "discharge", quantity(n, "dischargeArea", Bounds.AREA)),
                        quantity(n, "shutOffPressure", Bounds.PRESSURE),
                        quantity(n, "impellerArea", Bounds.AREA),
                        quantity(n, "suctionHeight", Bounds.HEIGHT),
                        quantity(n, "staticLift", Bounds.HEIGHT),
                        quantity(n, "requiredSuctionPressure", Bounds.PRESSURE),
                        quantity(n, "checkValveOpening", Bounds.PRESSURE),
                        quantity(n, "outletVolume", Bounds.VOLUME)),
                holdup(n, "from"),
                holdup(n, "to")));
    }

    private void gearPump(JsonCursor n) {
        String id = id(n);
        List<GearPump.Branch> branches = new ArrayList<>();
        rules.fits(n, "from", "outletVolume");
        for (JsonCursor b : n.at("branches").items()) {
            FlowsheetRules.leadsAway(n.at("from"), b.at("to"));
            branches.add(new GearPump.Branch(holdup(b, "to"), path(b, "valves", quantity(b, "pipeArea", Bounds.AREA))));
        }
        int[] fresh = freshComposition(n.at("freshMassFractions"), id);
        add(new GearPump(
                new GearPump.Spec(
                        id,
                        inputs.declare(id, 0),
                        path(n, "suction", quantity(n, "suctionArea", Bounds.AREA)),
                        quantity(n, "fullFlow", Bounds.VOLUME_FLOW),
                        quantity(n, "reliefPressure", Bounds.PRESSURE),
                        quantity(n, "outletVolume", Bounds.VOLUME),
                        quantity(n, "dissolvedGas", Bounds.FRACTION),
                        inputs.declare(id + ".fresh", 0),
                        fresh),
                holdup(n, "from"),
                branches));
    }

    private int[] freshComposition(JsonCursor n, String pump) {
        List<String> ids = componentIds();
        n.fields().forEach((name, place) -> {
            if (!ids.contains(name)) {
                place.report(CommonError.JSON_UNKNOWN_NAME, name, COMPONENT);
            }
        });
        FlowsheetRules.wholeComposition(n, ids);
        return ids.stream()
                .mapToInt(name -> inputs.declare(pump + ".fresh." + name, quantity(n, name, Bounds.FRACTION)))
                .toArray();
    }

    private List<String> componentIds() {
        return properties.components().stream().map(Component::id).toList();
    }

    private void gasDetection(JsonCursor n) {
        List<GasDetection.Zone> zones = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonCursor z : n.at("zones").items()) {
            List<GasDetection.Release> releases = new ArrayList<>();
            for (JsonCursor r : z.at("releases").items()) {
                rules.released(r.at("share"), text(r, "vent"));
                releases.add(
                        new GasDetection.Release(link(r, "vent", Vent.class), quantity(r, "share", Bounds.FRACTION)));
            }
            names.add(text(z, "id"));
            zones.add(new GasDetection.Zone(
                    quantity(z, "volume", Bounds.VOLUME),
                    quantity(z, "naturalVentilation", Bounds.VOLUME_FLOW),
                    quantity(z, "fanVentilation", Bounds.VOLUME_FLOW),
                    releases));
        }
        List<String> ids = componentIds();
        String flammable = n.at("component").nameOf(ids, COMPONENT);
        int index = ids.indexOf(flammable);
        if (index < 0) {
            throw new Skipped();
        }
        GasDetection detection = new GasDetection(
                zones, index, database.lowerExplosionLimit(flammable), inputs.declare(text(n, "fan"), 0));
        for (int z = 0; z < names.size(); z++) {
            int zone = z;
            variables.put("gas." + names.get(z), new ProcessVariable("1", () -> detection.explosionShare(zone)));
        }
        gas = detection;
    }

    private ValvePath path(JsonCursor n, String field, double pipeArea) {
        List<ValvePath.Valve> valves = new ArrayList<>();
        for (JsonCursor v : n.at(field).items()) {
            valves.add(new ValvePath.Valve(
                    inputs.declare(text(v, "tag"), 0),
                    quantity(v, "area", Bounds.AREA),
                    v.optional("trim").map(t -> t.oneOf(Trim.class)).orElse(Trim.LINEAR) == Trim.EQUAL_PERCENTAGE));
        }
        return new ValvePath(valves, pipeArea);
    }

    private void add(Link link) {
        links.add(link);
        linkById.put(link.id(), link);
    }

    private Holdup holdup(JsonCursor n, String field) {
        String name = n.at(field).nameOf(holdups.keySet(), HOLDUP);
        Holdup found = holdups.get(name);
        if (found == null) {
            // reported; any holdup serves for reading on
            found = holdups.values().stream().findFirst().orElseThrow(Skipped::new);
        }
        return found;
    }

    private <T extends Link> T link(JsonCursor n, String field, Class<T> type) {
        String name = n.at(field).nameOf(linkById.keySet(), LINK);
        Link found = linkById.get(name);
        if (found == null) {
            throw new Skipped();
        }
        if (!type.isInstance(found)) {
            throw new OtsException(ProcessError.UNKNOWN_ELEMENT, n.at(field).place(), name);
        }
        return type.cast(found);
    }

    private static String text(JsonCursor n, String field) {
        return n.at(field).text();
    }

    private static double quantity(JsonCursor n, String field, Bounds bounds) {
        return bounds.read(n.at(field));
    }

    private int input(String name, JsonCursor nominal, Bounds bounds) {
        return inputs.declare(name, bounds.read(nominal), bounds);
    }
}
