package org.openots.simulator.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.openots.common.error.OtsException;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.common.unit.Units;
import org.openots.simulator.solver.EliminationOrder;
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
    private final Map<String, DoubleSupplier> variables = new LinkedHashMap<>();

    private FlowsheetBuilder(JsonCursor file, PropertyDatabase database) {
        this.file = file;
        this.database = database;
        file.requireFormat("flowsheet", "1.0");
        JsonCursor p = file.at("properties");
        p.at("package").nameOf(List.of("nrtl"), PACKAGE);
        properties = database.nrtl(p.at("components").list(JsonCursor::text), text(p, "inert"));
        JsonCursor s = file.at("surroundings");
        surroundings = new Surroundings(quantity(s, "temperature", "K"), quantity(s, "pressure", "Pa"));
        JsonCursor w = file.at("coolingWater");
        coolingWater = new CoolingWater(
                inputs.declare("cooling-water.pressure", quantity(w, "pressure", "Pa")),
                inputs.declare("cooling-water.temperature", quantity(w, "temperature", "K")));
    }

    /** Everything a model is made of. */
    record Parts(
            PropertyPackage properties,
            List<StateBlock> blocks,
            List<Link> links,
            ProcessInputs inputs,
            Surroundings surroundings,
            CoolingWater coolingWater,
            GasDetection gasDetection,
            Map<String, DoubleSupplier> variables) {}

    /**
     * Builds a model in the cold, empty state.
     *
     * @param flowsheet the root of a flowsheet file, opened so that mistakes are thrown
     * @param database property data
     * @return the model
     * @throws OtsException at the first mistake, with file, pointer, value and rule
     */
    public static ProcessModel build(JsonCursor flowsheet, PropertyDatabase database) {
        return new FlowsheetBuilder(flowsheet, database).build();
    }

    private ProcessModel build() {
        file.at("holdups").items().forEach(this::holdup);
        each("traySections", this::traySection);
        each("heaters", this::heater);
        each("coils", this::coil);
        each("vapourLines", this::vapourLine);
        each("vents", this::vent);
        each("overflows", this::overflow);
        each("liquidLines", this::liquidLine);
        each("centrifugalPumps", this::centrifugalPump);
        each("gearPumps", this::gearPump);
        GasDetection gas = gasDetection(file.at("gasDetection"));
        List<StateBlock> ordered = order();
        FlowsheetVariables.publish(
                variables, properties, holdups.values(), linkById.values(), coolingWater, surroundings);
        List<JsonCursor> zones = file.at("gasDetection").at("zones").items();
        for (int z = 0; z < zones.size(); z++) {
            int zone = z;
            variables.put("gas." + text(zones.get(z), "id"), () -> gas.explosionShare(zone));
        }
        each("variables", this::variable);
        file.finish();
        ProcessModel model = new ProcessModel(
                new Parts(properties, ordered, links, inputs, surroundings, coolingWater, gas, variables));
        model.startCold();
        model.openLedger();
        return model;
    }

    private void each(String field, Consumer<JsonCursor> reader) {
        file.optional(field).ifPresent(list -> list.items().forEach(reader));
    }

    private void variable(JsonCursor v) {
        FlowsheetVariables.alias(variables, text(v, "name"), v.at("sum").list(JsonCursor::text));
    }

    private List<StateBlock> order() {
        Map<StateBlock, Integer> number = new LinkedHashMap<>();
        blocks.forEach(b -> number.put(b, number.size()));
        List<int[]> couplings = new ArrayList<>();
        for (StateBlock block : blocks) {
            couplings.add(links.stream()
                    .filter(l -> l.blocks().contains(block))
                    .flatMap(l -> l.blocks().stream())
                    .mapToInt(number::get)
                    .distinct()
                    .toArray());
        }
        List<StateBlock> ordered = new ArrayList<>();
        int offset = 0;
        for (int i : EliminationOrder.minimumFill(couplings)) {
            StateBlock block = blocks.get(i);
            block.place(ordered.size(), offset);
            offset += block.size();
            ordered.add(block);
        }
        return ordered;
    }

    private void holdup(JsonCursor n) {
        n.at("text").localText();
        add(new HoldupSpec(
                text(n, "id"),
                quantity(n, "volume", "m3"),
                quantity(n, "gasFloor", "1"),
                quantity(n, "liquidArea", "m2"),
                quantity(n, "levelVolume", "m3"),
                quantity(n, "metalHeatCapacity", "J/K"),
                quantity(n, "heatLoss", "W/K"),
                quantity(n, "filmMoles", "mol"),
                quantity(n, "transfer", "mol/s")));
    }

    private Holdup add(HoldupSpec spec) {
        Holdup holdup = new Holdup(spec, properties, surroundings);
        holdups.put(spec.id(), holdup);
        blocks.add(holdup);
        return holdup;
    }

    private void traySection(JsonCursor n) {
        n.at("text").localText();
        TrayGeometry tray = new TrayGeometry(
                quantity(n, "activeArea", "m2"),
                quantity(n, "holeArea", "m2"),
                quantity(n, "orificeCoefficient", "1"),
                quantity(n, "weirLength", "m"),
                quantity(n, "weirHeight", "m"),
                quantity(n, "spacing", "m"),
                quantity(n, "transferUnits", "1"),
                quantity(n, "floodCapacity", "m/s"),
                quantity(n, "weepRatio", "1"),
                quantity(n, "downcomerVoid", "1"),
                quantity(n, "downcomerLoss", "m"));
        int trays = n.at("trays").integer(1, MOST_TRAYS);
        Holdup below = holdup(n, "bottom");
        Carryover carryover = null;
        for (int number = trays; number >= 1; number--) {
            String id = text(n, "id") + "-" + number;
            Holdup here = add(new HoldupSpec(
                    id,
                    quantity(n, "trayVolume", "m3"),
                    quantity(n, "gasFloor", "1"),
                    quantity(n, "liquidArea", "m2"),
                    quantity(n, "trayVolume", "m3"),
                    quantity(n, "metalHeatCapacity", "J/K"),
                    quantity(n, "heatLoss", "W/K"),
                    quantity(n, "filmMoles", "mol"),
                    quantity(n, "transfer", "mol/s")));
            geometryOfTray.put(id, tray);
            add(new TrayPassage(text(n, "id") + "-passage-" + number, below, here, tray, carryover));
            carryover = new Carryover(here, tray);
            below = here;
        }
    }

    private void heater(JsonCursor n) {
        HeatingElement element = new HeatingElement(
                new HeatingElement.Spec(
                        text(n, "id"),
                        inputs.declare(text(n, "id"), 0),
                        inputs.declare(text(n, "id") + ".available", 1),
                        quantity(n, "installedPower", "W"),
                        quantity(n, "heatCapacity", "J/K"),
                        quantity(n, "wetConductance", "W/K"),
                        quantity(n, "dryConductance", "W/K"),
                        quantity(n, "uncoveredBelow", "m3"),
                        quantity(n, "coveredAbove", "m3")),
                holdup(n, "holdup"));
        blocks.add(element);
        add(element);
    }

    private void coil(JsonCursor n) {
        add(new CoolingCoil(
                new CoolingCoil.Spec(
                        text(n, "id"),
                        path(n, "valves", quantity(n, "pipeArea", "m2")),
                        quantity(n, "conductance", "W/K"),
                        inputs.declare(text(n, "id") + ".cleanliness", 1),
                        n.at("floodable").bool()),
                holdup(n, "holdup"),
                coolingWater));
    }

    private void vapourLine(JsonCursor n) {
        Holdup from = holdup(n, "from");
        TrayGeometry tray = geometryOfTray.get(from.id());
        add(new VapourLine(
                text(n, "id"),
                from,
                holdup(n, "to"),
                path(n, "valves", quantity(n, "pipeArea", "m2")),
                quantity(n, "reversalWidth", "Pa"),
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
            openings.add(new Vent.Opening(opening, factor, quantity(o, "area", "m2")));
        }
        add(new Vent(
                text(n, "id"),
                holdup(n, "holdup"),
                surroundings,
                openings,
                quantity(n, "reversalWidth", "Pa"),
                properties.inert()));
    }

    private void overflow(JsonCursor n) {
        CoolingCoil coil = n.optional("coil").isPresent() ? link(n, "coil", CoolingCoil.class) : null;
        add(new OverflowLine(
                text(n, "id"),
                holdup(n, "from"),
                holdup(n, "to"),
                quantity(n, "startVolume", "m3"),
                quantity(n, "drainTime", "s"),
                coil,
                coil == null ? 0 : quantity(n, "subcooling", "1")));
    }

    private void liquidLine(JsonCursor n) {
        add(new LiquidLine(
                text(n, "id"),
                holdup(n, "from"),
                n.optional("to").isPresent() ? holdup(n, "to") : null,
                surroundings,
                path(n, "valves", quantity(n, "pipeArea", "m2")),
                quantity(n, "drop", "m"),
                quantity(n, "outletVolume", "m3")));
    }

    private void centrifugalPump(JsonCursor n) {
        add(new CentrifugalPump(
                new CentrifugalPump.Spec(
                        text(n, "id"),
                        inputs.declare(text(n, "id"), 0),
                        path(n, "suction", quantity(n, "suctionArea", "m2")),
                        path(n, "discharge", quantity(n, "dischargeArea", "m2")),
                        quantity(n, "shutOffPressure", "Pa"),
                        quantity(n, "impellerArea", "m2"),
                        quantity(n, "suctionHeight", "m"),
                        quantity(n, "staticLift", "m"),
                        quantity(n, "requiredSuctionPressure", "Pa"),
                        quantity(n, "checkValveOpening", "Pa"),
                        quantity(n, "outletVolume", "m3")),
                holdup(n, "from"),
                holdup(n, "to")));
    }

    private void gearPump(JsonCursor n) {
        List<GearPump.Branch> branches = new ArrayList<>();
        for (JsonCursor b : n.at("branches").items()) {
            branches.add(new GearPump.Branch(holdup(b, "to"), path(b, "valves", quantity(b, "pipeArea", "m2"))));
        }
        int nc = properties.components().size();
        int[] fresh = new int[nc];
        for (int i = 0; i < nc; i++) {
            String name = properties.components().get(i).id();
            fresh[i] =
                    inputs.declare(text(n, "id") + ".fresh." + name, quantity(n.at("freshMassFractions"), name, "1"));
        }
        add(new GearPump(
                new GearPump.Spec(
                        text(n, "id"),
                        inputs.declare(text(n, "id"), 0),
                        path(n, "suction", quantity(n, "suctionArea", "m2")),
                        quantity(n, "fullFlow", "m3/s"),
                        quantity(n, "reliefPressure", "Pa"),
                        quantity(n, "outletVolume", "m3"),
                        quantity(n, "dissolvedGas", "1"),
                        inputs.declare(text(n, "id") + ".fresh", 0),
                        fresh),
                holdup(n, "from"),
                branches));
    }

    private GasDetection gasDetection(JsonCursor n) {
        List<GasDetection.Zone> zones = new ArrayList<>();
        for (JsonCursor z : n.at("zones").items()) {
            List<GasDetection.Release> releases = new ArrayList<>();
            for (JsonCursor r : z.at("releases").items()) {
                releases.add(new GasDetection.Release(link(r, "vent", Vent.class), quantity(r, "share", "1")));
            }
            zones.add(new GasDetection.Zone(
                    quantity(z, "volume", "m3"),
                    quantity(z, "naturalVentilation", "m3/s"),
                    quantity(z, "fanVentilation", "m3/s"),
                    releases));
        }
        List<String> ids = properties.components().stream().map(Component::id).toList();
        String flammable = n.at("component").nameOf(ids, COMPONENT);
        int index = ids.indexOf(flammable);
        return new GasDetection(
                zones, index, database.lowerExplosionLimit(flammable), inputs.declare(text(n, "fan"), 0));
    }

    private ValvePath path(JsonCursor n, String field, double pipeArea) {
        List<ValvePath.Valve> valves = new ArrayList<>();
        for (JsonCursor v : n.at(field).items()) {
            valves.add(new ValvePath.Valve(
                    inputs.declare(text(v, "tag"), 0),
                    quantity(v, "area", "m2"),
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
            throw new OtsException(ProcessError.UNKNOWN_ELEMENT, n.pointer(), name);
        }
        return found;
    }

    private <T extends Link> T link(JsonCursor n, String field, Class<T> type) {
        String name = n.at(field).nameOf(linkById.keySet(), LINK);
        Link found = linkById.get(name);
        if (!type.isInstance(found)) {
            throw new OtsException(ProcessError.UNKNOWN_ELEMENT, n.pointer(), name);
        }
        return type.cast(found);
    }

    private static String text(JsonCursor n, String field) {
        return n.at(field).text();
    }

    private static double quantity(JsonCursor n, String field, String dimension) {
        JsonCursor place = n.at(field);
        try {
            return Units.parse(place.text(), dimension);
        } catch (OtsException e) {
            place.report(
                    ProcessError.NOT_A_QUANTITY, new LocalText(e.messageIn(Locale.CHINA), e.messageIn(Locale.ENGLISH)));
            return Double.NaN;
        }
    }
}
