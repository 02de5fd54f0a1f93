package org.openots.simulator.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.openots.common.error.OtsException;
import org.openots.common.unit.Units;
import org.openots.simulator.solver.EliminationOrder;
import org.openots.simulator.thermo.PropertyDatabase;
import org.openots.simulator.thermo.PropertyPackage;

/** Turns a flowsheet file into a {@link ProcessModel}. */
public final class FlowsheetBuilder {
    private final PropertyPackage properties;
    private final PropertyDatabase database;
    private final JsonNode file;
    private final Surroundings surroundings;
    private final ProcessInputs inputs = new ProcessInputs();
    private final Map<String, Holdup> holdups = new LinkedHashMap<>();
    private final List<StateBlock> blocks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Link> linkById = new LinkedHashMap<>();
    private final Map<String, TrayGeometry> geometryOfTray = new LinkedHashMap<>();
    private final CoolingWater coolingWater;
    private final Map<String, DoubleSupplier> variables = new LinkedHashMap<>();

    private FlowsheetBuilder(JsonNode file, PropertyDatabase database) {
        this.file = file;
        this.database = database;
        JsonNode p = file.get("properties");
        List<String> components = new ArrayList<>();
        p.get("components").forEach(c -> components.add(c.asText()));
        properties = database.nrtl(components, p.get("inert").asText());
        JsonNode s = file.get("surroundings");
        surroundings = new Surroundings(quantity(s, "temperature", "K"), quantity(s, "pressure", "Pa"));
        JsonNode w = file.get("coolingWater");
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
     * @param flowsheet the parsed flowsheet file
     * @param database property data
     * @return the model
     * @throws OtsException if the flowsheet refers to something that does not exist or has a wrong quantity
     */
    public static ProcessModel build(JsonNode flowsheet, PropertyDatabase database) {
        return new FlowsheetBuilder(flowsheet, database).build();
    }

    private ProcessModel build() {
        file.get("holdups").forEach(this::holdup);
        file.path("traySections").forEach(this::traySection);
        file.path("heaters").forEach(this::heater);
        file.path("coils").forEach(this::coil);
        file.path("vapourLines").forEach(this::vapourLine);
        file.path("vents").forEach(this::vent);
        file.path("overflows").forEach(this::overflow);
        file.path("liquidLines").forEach(this::liquidLine);
        file.path("centrifugalPumps").forEach(this::centrifugalPump);
        file.path("gearPumps").forEach(this::gearPump);
        GasDetection gas = gasDetection(file.get("gasDetection"));
        List<StateBlock> ordered = order();
        FlowsheetVariables.publish(
                variables, properties, holdups.values(), linkById.values(), coolingWater, surroundings);
        for (int z = 0; z < file.at("/gasDetection/zones").size(); z++) {
            int zone = z;
            String id = file.at("/gasDetection/zones").get(z).get("id").asText();
            variables.put("gas." + id, () -> gas.explosionShare(zone));
        }
        for (JsonNode v : file.path("variables")) {
            List<String> terms = new ArrayList<>();
            v.get("sum").forEach(t -> terms.add(t.asText()));
            FlowsheetVariables.alias(variables, text(v, "name"), terms);
        }
        ProcessModel model = new ProcessModel(
                new Parts(properties, ordered, links, inputs, surroundings, coolingWater, gas, variables));
        model.startCold();
        model.openLedger();
        return model;
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

    private void holdup(JsonNode n) {
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

    private void traySection(JsonNode n) {
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
        int trays = n.get("trays").asInt();
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

    private void heater(JsonNode n) {
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

    private void coil(JsonNode n) {
        add(new CoolingCoil(
                new CoolingCoil.Spec(
                        text(n, "id"),
                        path(n, "valves", quantity(n, "pipeArea", "m2")),
                        quantity(n, "conductance", "W/K"),
                        inputs.declare(text(n, "id") + ".cleanliness", 1),
                        n.get("floodable").asBoolean()),
                holdup(n, "holdup"),
                coolingWater));
    }

    private void vapourLine(JsonNode n) {
        Holdup from = holdup(n, "from");
        TrayGeometry tray = geometryOfTray.get(from.id());
        add(new VapourLine(
                text(n, "id"),
                from,
                holdup(n, "to"),
                path(n, "valves", quantity(n, "pipeArea", "m2")),
                quantity(n, "reversalWidth", "Pa"),
                n.path("checkValve").asBoolean(false),
                tray == null ? null : new Carryover(from, tray)));
    }

    private void vent(JsonNode n) {
        List<Vent.Opening> openings = new ArrayList<>();
        for (JsonNode o : n.get("openings")) {
            double initial = o.path("initial").asDouble(0);
            int opening = inputs.declare(text(o, "valve"), initial);
            int factor = o.has("factor") ? inputs.declare(text(o, "factor"), 1) : opening;
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

    private void overflow(JsonNode n) {
        CoolingCoil coil = n.has("coil") ? (CoolingCoil) link(n, "coil") : null;
        add(new OverflowLine(
                text(n, "id"),
                holdup(n, "from"),
                holdup(n, "to"),
                quantity(n, "startVolume", "m3"),
                quantity(n, "drainTime", "s"),
                coil,
                coil == null ? 0 : quantity(n, "subcooling", "1")));
    }

    private void liquidLine(JsonNode n) {
        add(new LiquidLine(
                text(n, "id"),
                holdup(n, "from"),
                n.has("to") ? holdup(n, "to") : null,
                surroundings,
                path(n, "valves", quantity(n, "pipeArea", "m2")),
                quantity(n, "drop", "m"),
                quantity(n, "outletVolume", "m3")));
    }

    private void centrifugalPump(JsonNode n) {
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

    private void gearPump(JsonNode n) {
        List<GearPump.Branch> branches = new ArrayList<>();
        for (JsonNode b : n.get("branches")) {
            branches.add(new GearPump.Branch(holdup(b, "to"), path(b, "valves", quantity(b, "pipeArea", "m2"))));
        }
        int nc = properties.components().size();
        int[] fresh = new int[nc];
        for (int i = 0; i < nc; i++) {
            String name = properties.components().get(i).id();
            fresh[i] =
                    inputs.declare(text(n, "id") + ".fresh." + name, quantity(n.get("freshMassFractions"), name, "1"));
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

    private GasDetection gasDetection(JsonNode n) {
        List<GasDetection.Zone> zones = new ArrayList<>();
        for (JsonNode z : n.get("zones")) {
            List<GasDetection.Release> releases = new ArrayList<>();
            for (JsonNode r : z.get("releases")) {
                releases.add(new GasDetection.Release((Vent) link(r, "vent"), quantity(r, "share", "1")));
            }
            zones.add(new GasDetection.Zone(
                    quantity(z, "volume", "m3"),
                    quantity(z, "naturalVentilation", "m3/s"),
                    quantity(z, "fanVentilation", "m3/s"),
                    releases));
        }
        String flammable = text(n, "component");
        int index = 0;
        for (int i = 0; i < properties.components().size(); i++) {
            index = properties.components().get(i).id().equals(flammable) ? i : index;
        }
        return new GasDetection(
                zones, index, database.lowerExplosionLimit(flammable), inputs.declare(text(n, "fan"), 0));
    }

    private ValvePath path(JsonNode n, String field, double pipeArea) {
        List<ValvePath.Valve> valves = new ArrayList<>();
        for (JsonNode v : n.path(field)) {
            valves.add(new ValvePath.Valve(
                    inputs.declare(text(v, "tag"), 0),
                    quantity(v, "area", "m2"),
                    "equal-percentage".equals(v.path("trim").asText())));
        }
        return new ValvePath(valves, pipeArea);
    }

    private void add(Link link) {
        links.add(link);
        linkById.put(link.id(), link);
    }

    private Holdup holdup(JsonNode n, String field) {
        Holdup found = holdups.get(text(n, field));
        if (found == null) {
            throw new OtsException(ProcessError.UNKNOWN_ELEMENT, n.path("id").asText(field), text(n, field));
        }
        return found;
    }

    private Link link(JsonNode n, String field) {
        Link found = linkById.get(text(n, field));
        if (found == null) {
            throw new OtsException(ProcessError.UNKNOWN_ELEMENT, n.path("id").asText(field), text(n, field));
        }
        return found;
    }

    private static String text(JsonNode n, String field) {
        return n.get(field).asText();
    }

    private static double quantity(JsonNode n, String field, String dimension) {
        return Units.parse(n.get(field).asText(), dimension);
    }
}
