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
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
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
    private static final LocalText AT_LEAST_ONE = new LocalText("个，至少要有 1 个", "entries; at least 1 is needed");
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
    private final Map<String, DoubleSupplier> variables = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
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
            p.at("components").report(CommonError.JSON_NUMBER_RANGE, components.size(), AT_LEAST_ONE);
            throw new Skipped();
        }
        properties = database.nrtl(components, inert);
        JsonCursor s = file.at("surroundings");
        surroundings = new Surroundings(quantity(s, "temperature", "K"), quantity(s, "pressure", "Pa"));
        JsonCursor w = file.at("coolingWater");
        coolingWater = new CoolingWater(
                inputs.declare("cooling-water.pressure", quantity(w, "pressure", "Pa")),
                inputs.declare("cooling-water.temperature", quantity(w, "temperature", "K")));
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
        List<StateBlock> ordered = order();
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
        FlowsheetVariables.alias(variables, name, terms);
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
                id(n),
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
        String section = id(n);
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
            String id = section + "-" + number;
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
            add(new TrayPassage(section + "-passage-" + number, below, here, tray, carryover));
            carryover = new Carryover(here, tray);
            below = here;
        }
    }

    private void heater(JsonCursor n) {
        String id = id(n);
        HeatingElement element = new HeatingElement(
                new HeatingElement.Spec(
                        id,
                        inputs.declare(id, 0),
                        inputs.declare(id + ".available", 1),
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
        String id = id(n);
        add(new CoolingCoil(
                new CoolingCoil.Spec(
                        id,
                        path(n, "valves", quantity(n, "pipeArea", "m2")),
                        quantity(n, "conductance", "W/K"),
                        inputs.declare(id + ".cleanliness", 1),
                        n.at("floodable").bool()),
                holdup(n, "holdup"),
                coolingWater));
    }

    private void vapourLine(JsonCursor n) {
        Holdup from = holdup(n, "from");
        TrayGeometry tray = geometryOfTray.get(from.id());
        add(new VapourLine(
                id(n),
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
                id(n),
                holdup(n, "holdup"),
                surroundings,
                openings,
                quantity(n, "reversalWidth", "Pa"),
                properties.inert()));
    }

    private void overflow(JsonCursor n) {
        CoolingCoil coil = n.optional("coil").isPresent() ? link(n, "coil", CoolingCoil.class) : null;
        add(new OverflowLine(
                id(n),
                holdup(n, "from"),
                holdup(n, "to"),
                quantity(n, "startVolume", "m3"),
                quantity(n, "drainTime", "s"),
                coil,
                coil == null ? 0 : quantity(n, "subcooling", "1")));
    }

    private void liquidLine(JsonCursor n) {
        add(new LiquidLine(
                id(n),
                holdup(n, "from"),
                n.optional("to").isPresent() ? holdup(n, "to") : null,
                surroundings,
                path(n, "valves", quantity(n, "pipeArea", "m2")),
                quantity(n, "drop", "m"),
                quantity(n, "outletVolume", "m3")));
    }

    private void centrifugalPump(JsonCursor n) {
        String id = id(n);
        add(new CentrifugalPump(
                new CentrifugalPump.Spec(
                        id,
                        inputs.declare(id, 0),
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
        String id = id(n);
        List<GearPump.Branch> branches = new ArrayList<>();
        for (JsonCursor b : n.at("branches").items()) {
            branches.add(new GearPump.Branch(holdup(b, "to"), path(b, "valves", quantity(b, "pipeArea", "m2"))));
        }
        int[] fresh = freshComposition(n.at("freshMassFractions"), id);
        add(new GearPump(
                new GearPump.Spec(
                        id,
                        inputs.declare(id, 0),
                        path(n, "suction", quantity(n, "suctionArea", "m2")),
                        quantity(n, "fullFlow", "m3/s"),
                        quantity(n, "reliefPressure", "Pa"),
                        quantity(n, "outletVolume", "m3"),
                        quantity(n, "dissolvedGas", "1"),
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
        return ids.stream()
                .mapToInt(name -> inputs.declare(pump + ".fresh." + name, quantity(n, name, "1")))
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
                releases.add(new GasDetection.Release(link(r, "vent", Vent.class), quantity(r, "share", "1")));
            }
            names.add(text(z, "id"));
            zones.add(new GasDetection.Zone(
                    quantity(z, "volume", "m3"),
                    quantity(z, "naturalVentilation", "m3/s"),
                    quantity(z, "fanVentilation", "m3/s"),
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
            variables.put("gas." + names.get(z), () -> detection.explosionShare(zone));
        }
        gas = detection;
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

    private static double quantity(JsonCursor n, String field, String dimension) {
        return n.at(field).quantity(dimension);
    }
}
