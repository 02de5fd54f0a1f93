package org.openots.simulator.plant;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.automation.AutomationPack;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.flowsheet.FlowsheetBuilder;
import org.openots.simulator.flowsheet.FlowsheetCheck;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.PlotReader;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.thermo.PropertyDatabase;

/**
 * A plant: one folder of JSON from which the process model, the automation, the screens, the faults and everything else
 * about it come. Immutable; shared by any number of runs.
 */
public final class PlantPack {
    private static final String FLOWSHEET = "flowsheet.json";

    /** Ids of the plants shipped with the suite. */
    public static final List<String> SHIPPED = List.of("ethanol-water-rig", "debutanizer", "ethanol-water-column");

    /** The files of a pack, apart from the folders of initial conditions and property data. */
    public static final List<String> FILES = List.of(
            "plant.json",
            FLOWSHEET,
            "instruments.json",
            "control.json",
            "interlocks.json",
            "field.json",
            "faults.json",
            "layout.json");

    /**
     * The plot plan. A pack without one has no 3D field station and is sound all the same: packs of earlier versions have none. It
     * changes no number of a run, so that it has no part in the fingerprint.
     */
    public static final String PLOT = "plot.json";

    /** Where the plot plan gives places to names of the pack. */
    private static final List<String> PLACES =
            List.of("/equipment", "/lines", "/instruments", "/devices", "/fieldPoints");

    /** The tick of every plant of the suite, s. */
    private static final double USUAL_TICK = 0.1;

    private final Head head;
    private final Layout layout;
    private final Optional<PlotPlan> plot;
    private final AutomationDefinition automation;
    private final List<FaultDefinition> faults;
    private final PackSource source;
    private final PropertyDatabase database;
    private final String hash;

    private record Files(PackSource source, List<String> ownProperties) {}

    private PlantPack(
            Head head,
            Layout layout,
            Optional<PlotPlan> plot,
            AutomationDefinition automation,
            List<FaultDefinition> faults,
            Files files,
            PropertyDatabase database) {
        this.head = head;
        this.layout = layout;
        this.plot = plot;
        this.automation = automation;
        this.faults = faults;
        this.source = files.source();
        this.database = database;
        List<String> names = new ArrayList<>(FILES);
        head.initialConditionIds().forEach(id -> names.add(conditionFile(id)));
        names.addAll(files.ownProperties());
        this.hash = hash(source, names);
    }

    /** What plant.json says. */
    record Head(String id, LocalText title, double tickSeconds, List<String> initialConditionIds) {
        /** Shortest and longest tick, s: 0.01 s is finer than any valve needs, 1 s too coarse for a controller. */
        private static final double SHORTEST = 0.01;

        private static final double LONGEST = 1;

        static Head read(JsonCursor plant) {
            plant.requireFormat("plant", "1.0");
            NameForm.CODE.read(plant.at("code"));
            plant.at("basis").localText();
            JsonCursor tick = plant.at("tick");
            double seconds = tick.quantity("s");
            boolean outside = seconds < SHORTEST || seconds > LONGEST;
            if (outside) {
                tick.report(
                        CommonError.JSON_NUMBER_RANGE,
                        seconds,
                        new LocalText("s，必须在 0.01 … 1 s 之间", "s must be in 0.01 … 1 s"));
            }
            JsonCursor conditions = plant.at("initialConditions");
            List<String> ids = conditions.list(NameForm.FILE::read);
            if (conditions.isArray() && ids.isEmpty()) {
                conditions.report(CommonError.JSON_TOO_FEW, 0, 1);
            }
            Set<String> different = new HashSet<>();
            for (JsonCursor condition : conditions.items()) {
                if (!different.add(condition.text())) {
                    condition.report(CommonError.JSON_DUPLICATE_NAME, condition.text());
                }
            }
            Head head = new Head(
                    NameForm.FILE.read(plant.at("id")),
                    plant.at("title").localText(),
                    outside ? Double.NaN : seconds,
                    ids);
            plant.finish();
            return head;
        }
    }

    /**
     * Loads a plant shipped with the suite.
     *
     * @param id plant id
     * @return the pack
     * @throws OtsException if there is no such plant
     */
    public static PlantPack shipped(String id) {
        return load(shippedFiles(id));
    }

    /**
     * The files of a plant shipped with the suite.
     *
     * @param id plant id
     * @return where they are read from
     * @throws OtsException if there is no such plant
     */
    public static PackSource shippedFiles(String id) {
        if (!SHIPPED.contains(id)) {
            throw new OtsException(PlantError.UNKNOWN_PLANT, id, String.join(" ", SHIPPED));
        }
        return PackSource.shipped(id);
    }

    /**
     * Loads a plant.
     *
     * @param source its files
     * @return the pack
     * @throws OtsException if there is a mistake in its files: the mistake, or all of them when there are several
     */
    public static PlantPack load(PackSource source) {
        Findings findings = Findings.collecting();
        Optional<PlantPack> pack = read(source, findings);
        findings.throwIfAny();
        return pack.orElseThrow();
    }

    /**
     * Reads all files of a plant but its flowsheet and initial conditions, which are read when a run starts.
     *
     * @param source its files
     * @param findings collects the mistakes
     * @return the pack, or nothing if there is any mistake
     */
    public static Optional<PlantPack> read(PackSource source, Findings findings) {
        PackFiles files = new PackFiles(source, findings);
        Optional<Head> head = files.open("plant.json").map(Head::read);
        List<String> own = files.open(FLOWSHEET)
                .map(file -> OwnProperties.named(file, source))
                .orElse(List.of());
        Optional<AutomationDefinition> automation = AutomationPack.read(source::read, source::display, findings);
        String id = head.map(Head::id).orElse("");
        Optional<List<FaultDefinition>> faults = files.open("faults.json").map(file -> FaultsReader.read(file, id));
        Optional<Layout> layout =
                files.open("layout.json").map(file -> new Layout(StrictJson.copyOf(file), LayoutFile.read(file, id)));
        Optional<PlotPlan> plot = plot(source, findings, id).map(PlotReader.Plot::plan);
        Optional<PropertyDatabase> database = OwnProperties.database(source, findings);
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PlantPack(
                head.orElseThrow(),
                layout.orElseThrow(),
                plot,
                automation.orElseThrow(),
                faults.orElseThrow(),
                new Files(source, own),
                database.orElseThrow()));
    }

    /**
     * Reads what can be read of a plant, but for its flowsheet and initial conditions, however many mistakes there are.
     *
     * @param source its files
     * @param findings collects the mistakes
     * @return what there is
     */
    public static PackParts parts(PackSource source, Findings findings) {
        PackFiles files = new PackFiles(source, findings);
        Optional<Head> head = files.open("plant.json").map(Head::read);
        boolean told = head.isPresent() && sound(findings, source, "plant.json", "/initialConditions");
        Optional<AutomationDefinition> automation = AutomationPack.usable(source::read, source::display, findings);
        String id = head.map(Head::id).filter(NameForm.FILE::fits).orElse("");
        Optional<List<FaultDefinition>> faults = files.open("faults.json").map(file -> FaultsReader.read(file, id));
        Optional<List<Layout.Use>> uses = files.open("layout.json").map(file -> LayoutFile.read(file, id));
        Optional<PlotReader.Plot> plot = plot(source, findings, id);
        return new PackParts(
                told ? head.get().initialConditionIds() : null,
                head.map(Head::tickSeconds).filter(Double::isFinite).orElse(USUAL_TICK),
                automation.orElse(null),
                faults.orElse(List.of()),
                uses.orElse(List.of()),
                plot.map(PlotReader.Plot::uses).orElse(null),
                PLACES.stream().allMatch(places -> sound(findings, source, PLOT, places)),
                uses.isPresent() && sound(findings, source, "layout.json", "/drawings"));
    }

    private static Optional<PlotReader.Plot> plot(PackSource source, Findings findings, String id) {
        return new PackFiles(source, findings).openIfThere(PLOT).map(file -> {
            PlotReader.Plot read = PlotReader.read(file, pointer -> sound(findings, source, PLOT, pointer));
            PackFiles.samePlant(file, id);
            return read;
        });
    }

    /** Whether nothing but numbers is wrong at a place of a file and below, nor in what makes the file one. */
    private static boolean sound(Findings findings, PackSource source, String file, String pointer) {
        String shown = source.display(file);
        return findings.all().stream()
                .filter(finding -> finding.file().equals(shown))
                .filter(finding -> finding.pointer().isEmpty()
                        || finding.pointer().startsWith("/format")
                        || finding.pointer().startsWith(pointer))
                .allMatch(finding -> finding.code() == CommonError.JSON_NUMBER_RANGE);
    }

    /**
     * Ids of all substances that a plant's flowsheet names, whatever else is wrong in it.
     *
     * @param source the files of a plant
     * @return components and inert gas; empty while they cannot be read
     */
    public static List<String> substances(PackSource source) {
        return source.read(FLOWSHEET)
                .map(bytes -> StrictJson.parse(FLOWSHEET, bytes, Findings.collecting())
                        .raw())
                .map(root -> root.path("properties"))
                .filter(properties -> properties.path("components").isArray()
                        && properties.path("inert").isTextual())
                .map(properties -> {
                    List<String> ids = new ArrayList<>();
                    properties.path("components").forEach(component -> ids.add(component.asText()));
                    ids.add(properties.path("inert").asText());
                    return ids;
                })
                .orElse(List.of());
    }

    /**
     * Whether a pack declares a textbook column: a flowsheet of the molar closure and nothing else.
     *
     * @param source the files of a pack
     */
    public static boolean textbookColumn(PackSource source) {
        return source.read("plant.json").isEmpty()
                && source.read(FLOWSHEET)
                        .map(bytes -> StrictJson.parse(FLOWSHEET, bytes, Findings.collecting())
                                .raw())
                        .filter(FlowsheetBuilder::molar)
                        .isPresent();
    }

    /**
     * Names all mistakes of the flowsheet and of the property data it needs.
     *
     * @param source the files of a plant
     * @param findings collects the mistakes
     * @return what the flowsheet is good for
     */
    public static FlowsheetCheck checkProcess(PackSource source, Findings findings) {
        Optional<JsonCursor> flowsheet = new PackFiles(source, findings).open(FLOWSHEET);
        Optional<PropertyDatabase> database = OwnProperties.database(source, findings);
        database.ifPresent(data -> OwnProperties.unused(source, data, findings));
        return flowsheet.isPresent() && database.isPresent()
                ? FlowsheetBuilder.check(flowsheet.get(), database.get(), findings)
                : FlowsheetCheck.NOTHING;
    }

    /** Every part is preceded by its name and length, so that no byte can move from one file to the next. */
    private static String hash(PackSource source, List<String> names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names) {
                byte[] bytes = source.read(name).orElse(new byte[0]);
                digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The file of an initial condition.
     *
     * @param id for example {@code cold}
     * @return its name in the pack
     */
    public static String conditionFile(String id) {
        return "ic/" + id + ".json";
    }

    /**
     * What is known of its substances.
     *
     * @return the shipped figures with those of the pack
     */
    public PropertyDatabase database() {
        return database;
    }

    /**
     * A new process in the empty, cold state.
     *
     * @return the model, for one run
     * @throws OtsException at the first mistake in the flowsheet
     */
    public ProcessModel newProcess() {
        JsonCursor flowsheet =
                new PackFiles(source, Findings.throwing()).open(FLOWSHEET).orElseThrow();
        return FlowsheetBuilder.build(flowsheet, database);
    }

    /**
     * Loads an initial condition.
     *
     * @param conditionId for example {@code cold}
     * @return the condition
     * @throws OtsException if the plant has none of this name
     */
    public InitialCondition initialCondition(String conditionId) {
        if (!head.initialConditionIds().contains(conditionId)) {
            throw new OtsException(
                    PlantError.UNKNOWN_INITIAL_CONDITION,
                    conditionId,
                    id(),
                    String.join(" ", head.initialConditionIds()));
        }
        return readCondition(conditionId, Findings.throwing()).orElseThrow();
    }

    /**
     * Names all mistakes of an initial condition's file.
     *
     * @param conditionId for example {@code cold}
     * @param findings collects the mistakes
     * @return the condition, or nothing if the file is missing or no JSON; not to be used when there is any mistake
     */
    public Optional<InitialCondition> readCondition(String conditionId, Findings findings) {
        return readCondition(source, conditionId, findings);
    }

    /**
     * Names all mistakes of an initial condition's file.
     *
     * @param source the files of a plant
     * @param conditionId for example {@code cold}
     * @param findings collects the mistakes
     * @return the condition, or nothing if the file is missing or no JSON; not to be used when there is any mistake
     */
    public static Optional<InitialCondition> readCondition(PackSource source, String conditionId, Findings findings) {
        return new PackFiles(source, findings)
                .open(conditionFile(conditionId))
                .map(file -> InitialConditionReader.read(file, conditionId));
    }

    /**
     * The plant's id.
     *
     * @return for example {@code ethanol-water-rig}
     */
    public String id() {
        return head.id();
    }

    /**
     * The plant's name.
     *
     * @return the name in both languages
     */
    public LocalText title() {
        return head.title();
    }

    /**
     * Model time of one tick.
     *
     * @return s
     */
    public double tickSeconds() {
        return head.tickSeconds();
    }

    /**
     * Initial conditions of the plant.
     *
     * @return their ids
     */
    public List<String> initialConditionIds() {
        return head.initialConditionIds();
    }

    /**
     * Instruments, control, interlocks and field devices.
     *
     * @return the definition
     */
    public AutomationDefinition automation() {
        return automation;
    }

    /**
     * The plant's faults; secret from students.
     *
     * @return the definitions
     */
    public List<FaultDefinition> faults() {
        return faults;
    }

    /**
     * The drawings.
     *
     * @return the parsed layout file; do not change it
     */
    public JsonNode layout() {
        return layout.json();
    }

    /**
     * The plot plan: where everything stands in 3D.
     *
     * @return nothing for a pack without one
     */
    public Optional<PlotPlan> plot() {
        return plot;
    }

    /**
     * The files it was read from; they hold its faults and answers.
     *
     * @return where they are
     */
    public PackSource files() {
        return source;
    }

    /**
     * The names of the plant that its drawings use.
     *
     * @return the names and where they stand
     */
    public List<Layout.Use> layoutUses() {
        return layout.uses();
    }

    /**
     * Fingerprint of all files of the plant but its plot plan, initial conditions and own property data included.
     *
     * @return SHA-256 as lower-case hex
     */
    public String hash() {
        return hash;
    }
}
