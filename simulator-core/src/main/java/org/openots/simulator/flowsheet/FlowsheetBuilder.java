package org.openots.simulator.flowsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.CommonError;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;
import org.openots.simulator.equipment.CoolingWater;
import org.openots.simulator.flowsheet.FlowsheetDraft.Skipped;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessError;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.process.ProcessParts;
import org.openots.simulator.process.ProcessUnits;
import org.openots.simulator.process.ProcessVariable;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.thermo.PropertyDatabase;

/** Turns a flowsheet file into a {@link ProcessModel}. */
public final class FlowsheetBuilder {
    /** Accepted steps for which a Jacobian is kept. */
    private static final int JACOBIAN_AGE = 100;

    private static final String CUBIC = "peng-robinson";
    private static final List<String> STAND_INS = List.of("ethanol", "water");
    private static final String STAND_IN_GAS = "air";

    private static final LocalText PACKAGE = new LocalText("物性包", "property package");
    private static final LocalText VARIABLE = new LocalText("过程变量", "process variable");

    /** Mistakes in numbers, texts and references, after which all names are still what they are. */
    private static final Set<ErrorCode> NUMBERS = Set.of(
            CommonError.JSON_NUMBER_RANGE,
            CommonError.JSON_QUANTITY,
            CommonError.JSON_UNKNOWN_NAME,
            CommonError.JSON_MISTYPED_NAME,
            ProcessError.LEADS_BACK);

    private static final Set<String> TEXTS = Set.of("text", "zh", "en");

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
        FlowsheetDraft.Substances substances = substances(database);
        ProcessInputs inputs = new ProcessInputs();
        JsonCursor s = file.at("surroundings");
        Surroundings surroundings = new Surroundings(
                inputs,
                Bounds.AMBIENT_TEMPERATURE.read(s.at("temperature")),
                Bounds.AMBIENT_PRESSURE.read(s.at("pressure")));
        draft = new FlowsheetDraft(substances, database, inputs, surroundings);
        register(coolingWater());
    }

    /**
     * Whether a flowsheet is a textbook column of the molar closure, which no automation belongs to.
     *
     * @param flowsheet the root of a flowsheet file, whatever is wrong in it
     */
    public static boolean molar(JsonNode flowsheet) {
        return MolarFlowsheet.PACKAGE.equals(
                flowsheet.path("properties").path("package").asText());
    }

    /** The substances; others stand in for those that cannot be used, so that the rest of the file is read. */
    private FlowsheetDraft.Substances substances(PropertyDatabase database) {
        int before = findings.all().size();
        JsonCursor p = file.at("properties");
        String kind = p.at("package").nameOf(List.of("nrtl", CUBIC), PACKAGE);
        List<String> components = p.at("components").list(NameForm.FILE::read);
        String inert = NameForm.FILE.read(p.at("inert"));
        if (p.at("components").isArray() && components.isEmpty()) {
            p.at("components").report(CommonError.JSON_TOO_FEW, components.size(), 1);
        }
        if (findings.all().size() == before) {
            try {
                return new FlowsheetDraft.Substances(
                        kind.equals(CUBIC)
                                ? database.pengRobinson(components, inert)
                                : database.nrtl(components, inert),
                        true);
            } catch (OtsException refusal) {
                findings.report(refusal, p.place());
            }
        }
        return new FlowsheetDraft.Substances(new PropertyDatabase().nrtl(STAND_INS, STAND_IN_GAS), false);
    }

    private CoolingWater coolingWater() {
        JsonCursor w = file.at("coolingWater");
        int[] pumps = w.has("pumps")
                ? w.at("pumps").items().stream()
                        .mapToInt(pump -> draft.inputs.declare(NameForm.TAG.read(pump), 0))
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
        if (molar(StrictJson.copyOf(flowsheet))) {
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
     * @return the model in the cold, empty state unless there is any mistake, and the names unless these are in doubt
     */
    public static FlowsheetCheck check(JsonCursor flowsheet, PropertyDatabase database, Findings findings) {
        if (molar(StrictJson.copyOf(flowsheet))) {
            return new FlowsheetCheck(MolarFlowsheet.check(flowsheet, findings).orElse(null), null);
        }
        int before = findings.all().size();
        try {
            FlowsheetBuilder builder = new FlowsheetBuilder(flowsheet, database, findings);
            builder.read();
            List<Finding> own = findings.all().subList(before, findings.all().size());
            boolean named = own.stream().allMatch(FlowsheetBuilder::leavesNames);
            return new FlowsheetCheck(own.isEmpty() ? builder.model() : null, named ? builder.names() : null);
        } catch (Skipped reported) {
            return FlowsheetCheck.NOTHING; // what was wrong is in the findings
        }
    }

    private static boolean leavesNames(Finding finding) {
        boolean lacksText = finding.code() == CommonError.JSON_MISSING_FIELD
                && TEXTS.contains(String.valueOf(finding.arguments().get(0)));
        return lacksText || NUMBERS.contains(finding.code());
    }

    private void read() {
        if (!file.has("tanks")) {
            file.at("holdups");
        }
        StrictJson.copyOf(file).fieldNames().forEachRemaining(this::mistyped);
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

    /** A list under a mistyped name is not read, so that what it gives names to is not known. */
    private void mistyped(String field) {
        if (!readers.containsKey(field)
                && Spelling.nearest(field, readers.keySet()).isPresent()) {
            draft.doubt();
        }
    }

    private void list(String field, Consumer<JsonCursor> reader) {
        Optional<JsonCursor> list = file.optional(field);
        if (list.isPresent() && !list.get().isArray()) {
            draft.doubt();
        }
        list.ifPresent(each -> each.items().forEach(item -> element(item, reader)));
    }

    private void publish(String name, String dimension, java.util.function.DoubleSupplier value) {
        variables.put(name, new ProcessVariable(dimension, value));
    }

    private void element(JsonCursor item, Consumer<JsonCursor> reader) {
        int before = findings.all().size();
        try {
            reader.accept(item);
            List<Finding> own = findings.all().subList(before, findings.all().size());
            if (!own.stream().allMatch(FlowsheetBuilder::leavesNames)) {
                draft.doubt();
            }
        } catch (OtsException refusal) {
            draft.doubt();
            findings.report(refusal, item.place());
            item.raw(); // fields that were not reached are not unknown ones
        } catch (Skipped reported) {
            draft.doubt();
            item.raw(); // likewise; what was wrong is in the findings
        }
    }

    private void variable(JsonCursor v) {
        String name = NameForm.PART.read(v.at("name"));
        if (variables.containsKey(name)) {
            v.at("name").report(CommonError.JSON_DUPLICATE_NAME, name);
        }
        List<String> terms = v.at("sum").list(this::known);
        List<String> minus = v.has("minus") ? v.at("minus").list(this::known) : List.of();
        if (v.at("sum").isArray() && terms.isEmpty()) {
            v.nearest("sum").report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        if (terms.isEmpty()
                || !variables.keySet().containsAll(terms)
                || !variables.keySet().containsAll(minus)) {
            throw new Skipped();
        }
        FlowsheetVariables.combine(variables, name, terms, minus, v.at("sum"));
    }

    private String known(JsonCursor term) {
        return draft.componentsKnown() ? draft.name(term, variables.keySet(), VARIABLE) : term.text();
    }

    private @Nullable FlowsheetNames names() {
        if (draft.doubts() || !draft.componentsKnown()) {
            return null;
        }
        Map<String, String> dimensions = new HashMap<>();
        variables.forEach((name, variable) -> dimensions.put(name, variable.dimension()));
        Map<String, Double> holdups = new HashMap<>();
        draft.holdups().forEach(h -> holdups.put(h.id(), h.spec().volume()));
        return new FlowsheetNames(new ProcessUnits(dimensions, draft.inputs.ranges()), holdups, draft.componentIds());
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
