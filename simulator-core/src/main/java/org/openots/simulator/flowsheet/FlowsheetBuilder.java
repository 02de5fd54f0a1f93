package org.openots.simulator.flowsheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.simulator.equipment.CoolingWater;
import org.openots.simulator.flowsheet.FlowsheetDraft.Skipped;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.process.ProcessParts;
import org.openots.simulator.process.ProcessVariable;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.thermo.PropertyDatabase;
import org.openots.simulator.thermo.PropertyPackage;

/** Turns a flowsheet file into a {@link ProcessModel}. */
public final class FlowsheetBuilder {
    /** Accepted steps for which a Jacobian is kept. */
    private static final int JACOBIAN_AGE = 100;

    private static final String CUBIC = "peng-robinson";

    private static final LocalText PACKAGE = new LocalText("物性包", "property package");
    private static final LocalText VARIABLE = new LocalText("过程变量", "process variable");

    private final JsonCursor file;
    private final Findings findings;
    private final FlowsheetDraft draft;
    private final Map<String, Consumer<JsonCursor>> readers = new LinkedHashMap<>();
    private final Map<String, ProcessVariable> variables = new LinkedHashMap<>();

    private FlowsheetBuilder(JsonCursor file, PropertyDatabase database, Findings findings) {
        this.file = file;
        this.findings = findings;
        file.requireFormat("flowsheet", "1.0");
        if (!file.isPresent()) {
            throw new Skipped();
        }
        PropertyPackage properties = properties(database);
        ProcessInputs inputs = new ProcessInputs();
        JsonCursor s = file.at("surroundings");
        Surroundings surroundings = new Surroundings(
                inputs,
                Bounds.AMBIENT_TEMPERATURE.read(s.at("temperature")),
                Bounds.AMBIENT_PRESSURE.read(s.at("pressure")));
        draft = new FlowsheetDraft(properties, database, inputs, surroundings);
        register(coolingWater());
    }

    private static boolean molar(JsonCursor flowsheet) {
        return flowsheet
                .optional("properties")
                .filter(p -> MolarFlowsheet.PACKAGE.equals(p.at("package").text()))
                .isPresent();
    }

    private PropertyPackage properties(PropertyDatabase database) {
        JsonCursor p = file.at("properties");
        String kind = p.at("package").nameOf(List.of("nrtl", CUBIC), PACKAGE);
        List<String> components = p.at("components").list(JsonCursor::text);
        String inert = p.at("inert").text();
        if (components.isEmpty() || inert.isBlank()) {
            p.at("components").report(CommonError.JSON_TOO_FEW, components.size(), 1);
            throw new Skipped();
        }
        return kind.equals(CUBIC) ? database.pengRobinson(components, inert) : database.nrtl(components, inert);
    }

    private CoolingWater coolingWater() {
        JsonCursor w = file.at("coolingWater");
        int[] pumps = w.has("pumps")
                ? w.at("pumps").list(JsonCursor::text).stream()
                        .mapToInt(name -> draft.inputs.declare(name, 0))
                        .toArray()
                : new int[0];
        CoolingWater water = new CoolingWater(
                Quantities.input(draft.inputs, "cooling-water.pressure", w.at("pressure"), Bounds.WATER_PRESSURE),
                Quantities.input(
                        draft.inputs, "cooling-water.temperature", w.at("temperature"), Bounds.WATER_TEMPERATURE),
                pumps,
                draft.surroundings);
        draft.links.add(water);
        return water;
    }

    /** Who reads which list; in this order, so that elements may name those of earlier lists. */
    private void register(CoolingWater water) {
        ColumnReader column = new ColumnReader(draft);
        ExchangerReader exchangers = new ExchangerReader(draft, water);
        LineReader lines = new LineReader(draft);
        PumpReader pumps = new PumpReader(draft);
        UtilityReader utilities = new UtilityReader(draft);
        TankReader tanks = new TankReader(draft);
        PipeReader pipes = new PipeReader(draft);
        ReliefReader relief = new ReliefReader(draft);
        readers.put("holdups", column::holdup);
        readers.put("tanks", tanks::tank);
        readers.put("traySections", column::traySection);
        readers.put("ratedTraySections", new RatedSectionReader(draft)::section);
        readers.put("packedSections", new PackedSectionReader(draft)::section);
        readers.put("steamHeaders", utilities::steamHeader);
        readers.put("steamHeaters", utilities::steamHeater);
        readers.put("heaters", exchangers::heater);
        readers.put("coils", exchangers::coil);
        readers.put("airCoolers", exchangers::airCooler);
        readers.put("vapourLines", lines::vapourLine);
        readers.put("vents", lines::vent);
        readers.put("overflows", lines::overflow);
        readers.put("liquidLines", lines::liquidLine);
        readers.put("pipes", pipes::pipe);
        readers.put("twoWayLines", pipes::twoWay);
        readers.put("liquidLeaks", lines::liquidLeak);
        readers.put("centrifugalPumps", pumps::centrifugal);
        readers.put("gearPumps", pumps::gear);
        readers.put("pumpStations", pumps::station);
        readers.put("pumpCasings", pumps::casing);
        readers.put("feeds", utilities::feed);
        readers.put("gasSupplies", utilities::gasSupply);
        readers.put("reliefValves", relief::valve);
        readers.put("ruptureDiscs", relief::disc);
        readers.put("vacuumBreakers", relief::vacuumBreaker);
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
        if (molar(flowsheet)) {
            flowsheet.requireFormat("flowsheet", "1.0");
            return MolarFlowsheet.model(flowsheet);
        }
        FlowsheetBuilder builder = new FlowsheetBuilder(flowsheet, database, Findings.throwing());
        builder.read();
        return builder.model();
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

    private void read() {
        if (!file.has("tanks")) {
            file.at("holdups");
        }
        readers.forEach(this::list);
        for (Holdup holdup : draft.holdups()) {
            holdup.publish(this::publish, draft.componentIds());
        }
        for (Link link : draft.links) {
            link.publish(this::publish);
        }
        file.optional("gasDetection").ifPresent(n -> element(n, new GasReader(draft, this::publish)::detection));
        file.optional("variables").ifPresent(list -> list.items().forEach(item -> element(item, this::variable)));
        file.finish();
    }

    private void list(String field, Consumer<JsonCursor> reader) {
        file.optional(field).ifPresent(list -> list.items().forEach(item -> element(item, reader)));
    }

    private void publish(String name, String dimension, java.util.function.DoubleSupplier value) {
        variables.put(name, new ProcessVariable(dimension, value));
    }

    private void element(JsonCursor item, Consumer<JsonCursor> reader) {
        try {
            reader.accept(item);
        } catch (OtsException refusal) {
            findings.report(refusal, item.place());
            item.raw(); // fields that were not reached are not unknown ones
        } catch (Skipped reported) {
            item.raw(); // likewise; what was wrong is in the findings
        }
    }

    private void variable(JsonCursor v) {
        String name = v.at("name").text();
        List<String> terms = v.at("sum").list(term -> term.nameOf(variables.keySet(), VARIABLE));
        List<String> minus =
                v.has("minus") ? v.at("minus").list(term -> term.nameOf(variables.keySet(), VARIABLE)) : List.of();
        if (terms.isEmpty()) {
            v.nearest("sum").report(CommonError.JSON_TOO_FEW, 0, 1);
            throw new Skipped();
        }
        if (!variables.keySet().containsAll(terms) || !variables.keySet().containsAll(minus)) {
            throw new Skipped();
        }
        FlowsheetVariables.combine(variables, name, terms, minus, v.at("sum"));
    }

    private ProcessModel model() {
        return new ProcessModel(new ProcessParts(
                draft.componentIds(),
                draft.blocks,
                draft.links,
                draft.followers,
                draft.inputs,
                draft.surroundings,
                variables,
                JACOBIAN_AGE));
    }
}
