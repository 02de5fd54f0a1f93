package org.openots.distillation.rubric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.RubricLint;
import org.openots.common.assessment.RubricReader;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.SignalTable;

/** The rubrics that come with the suite, by plant and task. Immutable. */
public final class RubricLibrary {
    private static final String ROOT = "/org/openots/distillation/rubrics/";

    private final Map<String, List<String>> idsByPlant;

    private RubricLibrary(Map<String, List<String>> idsByPlant) {
        this.idsByPlant = idsByPlant;
    }

    /**
     * Opens the library.
     *
     * @return the library
     */
    public static RubricLibrary open() {
        JsonCursor root = StrictJson.resource(RubricLibrary.class, ROOT + "index.json", Findings.throwing());
        root.requireFormat("rubric-index", "1.0");
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (JsonCursor plant : root.at("plants").items()) {
            ids.put(plant.at("plant").text(), plant.at("rubrics").list(JsonCursor::text));
        }
        root.finish();
        return new RubricLibrary(ids);
    }

    /**
     * The plants with rubrics.
     *
     * @return plant ids, in library order
     */
    public Set<String> plants() {
        return Collections.unmodifiableSet(idsByPlant.keySet());
    }

    /**
     * The tasks of a plant.
     *
     * @param plant its id
     * @return rubric ids, in library order; empty for a plant without rubrics
     */
    public List<String> tasks(String plant) {
        return idsByPlant.getOrDefault(plant, List.of());
    }

    /**
     * Reads a rubric.
     *
     * @param plant the plant's id
     * @param task the rubric's id
     * @return the rubric
     * @throws OtsException if there is none
     */
    public Rubric rubric(String plant, String task) {
        return RubricReader.read(task + ".json", bytes(plant, task), Findings.throwing());
    }

    /**
     * Checks all rubrics of a plant.
     *
     * @param plant its id
     * @param table its signals
     * @return all mistakes, empty when there is none
     */
    public List<Finding> check(String plant, SignalTable table) {
        List<Finding> findings = new ArrayList<>();
        for (String task : tasks(plant)) {
            findings.addAll(RubricLint.check(task + ".json", bytes(plant, task), table));
        }
        return findings;
    }

    /**
     * The bytes of a rubric's file.
     *
     * @param plant the plant's id
     * @param task the rubric's id
     * @return the bytes in UTF-8
     * @throws OtsException if there is none
     */
    public byte[] bytes(String plant, String task) {
        if (!tasks(plant).contains(task)) {
            throw new OtsException(RubricLibraryError.UNKNOWN_TASK, plant, task, String.join(" ", tasks(plant)));
        }
        return StrictJson.bytes(RubricLibrary.class, ROOT + plant + "/" + task + ".json");
    }
}
