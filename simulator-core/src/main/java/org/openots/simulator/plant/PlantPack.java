package org.openots.simulator.plant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.common.unit.Units;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.automation.AutomationPack;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.process.FlowsheetBuilder;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.thermo.PropertyDatabase;

/**
 * A plant: one folder of JSON from which the process model, the automation, the screens, the faults and everything else
 * about it come. Immutable; shared by any number of runs.
 */
public final class PlantPack {
    /** Ids of the plants shipped with the suite. */
    public static final List<String> SHIPPED = List.of("ethanol-water-rig");

    private static final List<String> FILES = List.of(
            "plant.json",
            "flowsheet.json",
            "instruments.json",
            "control.json",
            "interlocks.json",
            "field.json",
            "faults.json",
            "layout.json");

    private final String id;
    private final LocalText title;
    private final double tickSeconds;
    private final List<String> initialConditionIds;
    private final JsonNode layout;
    private final AutomationDefinition automation;
    private final List<FaultDefinition> faults;
    private final PackSource source;
    private final PropertyDatabase database = new PropertyDatabase();
    private final String hash;

    private PlantPack(PackSource source, Findings findings) {
        this.source = source;
        JsonCursor plant = file(source, "plant.json", findings);
        plant.requireFormat("plant", "1.0");
        id = plant.at("id").text();
        title = plant.at("title").localText();
        plant.at("code").text();
        plant.at("basis").localText();
        tickSeconds = Units.parse(plant.at("tick").text(), "s");
        initialConditionIds = plant.at("initialConditions").list(JsonCursor::text);
        plant.finish();
        file(source, "flowsheet.json", findings);
        layout = source.read("layout.json").isPresent()
                ? file(source, "layout.json", findings).raw()
                : MissingNode.getInstance();
        Optional<AutomationDefinition> read = AutomationPack.read(source::read, findings);
        findings.throwIfAny();
        automation = read.orElseThrow();
        faults = FaultsReader.read(file(source, "faults.json", findings));
        hash = hash(source);
    }

    /**
     * Loads a plant shipped with the suite.
     *
     * @param id plant id
     * @return the pack
     * @throws OtsException if there is no such plant
     */
    public static PlantPack shipped(String id) {
        if (!SHIPPED.contains(id)) {
            throw new OtsException(PlantError.UNKNOWN_PLANT, id, String.join(" ", SHIPPED));
        }
        return load(PackSource.shipped(id), Findings.throwing());
    }

    /**
     * Loads a plant.
     *
     * @param source its files
     * @param findings where mistakes go
     * @return the pack
     * @throws OtsException at the first mistake, if findings throw, or if a file is missing
     */
    public static PlantPack load(PackSource source, Findings findings) {
        return new PlantPack(source, findings);
    }

    private static JsonCursor file(PackSource source, String name, Findings findings) {
        byte[] bytes =
                source.read(name).orElseThrow(() -> new OtsException(PlantError.MISSING_FILE, source.display(name)));
        return StrictJson.parse(source.display(name), bytes, findings);
    }

    private static String hash(PackSource source) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : FILES) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                source.read(name).ifPresent(digest::update);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * A new process in the empty, cold state.
     *
     * @return the model, for one run
     */
    public ProcessModel newProcess() {
        return FlowsheetBuilder.build(file(source, "flowsheet.json", Findings.throwing()), database);
    }

    /**
     * Loads an initial condition.
     *
     * @param conditionId for example {@code cold}
     * @return the condition
     * @throws OtsException if the plant has none of this name
     */
    public InitialCondition initialCondition(String conditionId) {
        if (!initialConditionIds.contains(conditionId)) {
            throw new OtsException(
                    PlantError.UNKNOWN_INITIAL_CONDITION, conditionId, id, String.join(" ", initialConditionIds));
        }
        return InitialConditionReader.read(file(source, "ic/" + conditionId + ".json", Findings.throwing()));
    }

    /**
     * The plant's id.
     *
     * @return for example {@code ethanol-water-rig}
     */
    public String id() {
        return id;
    }

    /**
     * The plant's name.
     *
     * @return the name in both languages
     */
    public LocalText title() {
        return title;
    }

    /**
     * Model time of one tick.
     *
     * @return s
     */
    public double tickSeconds() {
        return tickSeconds;
    }

    /**
     * Initial conditions of the plant.
     *
     * @return their ids
     */
    public List<String> initialConditionIds() {
        return initialConditionIds;
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
        return layout;
    }

    /**
     * Fingerprint of all files that define the plant's behaviour.
     *
     * @return SHA-256 as lower-case hex
     */
    public String hash() {
        return hash;
    }

    /**
     * All mistakes of a pack.
     *
     * @param source its files
     * @return the mistakes as sentences with file, pointer, value and rule; empty for a sound pack
     * @throws OtsException for a mistake that only shows when the pack is put together
     */
    public static Findings check(PackSource source) {
        Findings findings = Findings.collecting();
        try {
            PlantPack pack = load(source, findings);
            pack.newProcess();
            pack.initialConditionIds().forEach(pack::initialCondition);
        } catch (OtsException first) {
            if (findings.isEmpty()) {
                throw first;
            }
        }
        return findings;
    }
}
