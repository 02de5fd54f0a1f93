package org.openots.hazop.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.simulator.plant.PlantPack;

/** The drills that come with the suite. Immutable. */
public final class DrillLibrary {
    /** Folder of the files among the resources. */
    static final String ROOT = "/org/openots/hazop/drills/";

    private final List<DrillSet> sets;
    private final Map<String, Drill> byId = new LinkedHashMap<>();

    private DrillLibrary(List<DrillSet> sets) {
        this.sets = List.copyOf(sets);
        sets.forEach(set -> set.drills().forEach(drill -> byId.put(drill.id(), drill)));
    }

    /**
     * Reads the drills of the suite.
     *
     * @return the library
     * @throws OtsException if a file is wrong
     */
    public static DrillLibrary shipped() {
        List<DrillSet> sets = new ArrayList<>();
        for (String plant : PlantPack.SHIPPED) {
            Findings findings = Findings.collecting();
            sets.add(read(plant + ".json", StrictJson.bytes(DrillLibrary.class, ROOT + plant + ".json"), findings));
            findings.throwIfAny();
        }
        return new DrillLibrary(sets);
    }

    /** Reads a file; its study must be one of the suite. */
    static DrillSet read(String file, byte[] json, Findings findings) {
        JsonCursor root = StrictJson.parse(file, json, Findings.collecting());
        Study study = StudyFile.named(root.raw().path("study").asText()).study();
        return DrillReader.read(file, json, new DrillReader.Basis(study, WeightTable.shipped()), findings);
    }

    /**
     * Finds every mistake of the drills of a plant that can be found without running them.
     *
     * @param names of the plant
     * @return the mistakes; empty when there is none
     */
    public static List<Finding> check(PlantNames names) {
        String file = names.pack().id() + ".json";
        return DrillCheck.check(file, StrictJson.bytes(DrillLibrary.class, ROOT + file), names);
    }

    /**
     * The drills by plant.
     *
     * @return the sets in the order of the plants
     */
    public List<DrillSet> sets() {
        return sets;
    }

    /**
     * All drills.
     *
     * @return plant by plant, in the order to be shown
     */
    public List<Drill> drills() {
        return List.copyOf(byId.values());
    }

    /**
     * A drill by its id.
     *
     * @param id for example {@code M1-A-J1}
     * @return the drill, or nothing
     */
    public Optional<Drill> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Fingerprint of what a drill is scored by.
     *
     * @param id of a drill
     * @return SHA-256 of the canonical bytes of its file
     * @throws OtsException if there is no such drill
     */
    public String hash(String id) {
        return sets.stream()
                .filter(set ->
                        set.drills().stream().anyMatch(drill -> drill.id().equals(id)))
                .findFirst()
                .map(DrillSet::hash)
                .orElseThrow(() -> new OtsException(DrillError.UNKNOWN_DRILL, id));
    }
}
