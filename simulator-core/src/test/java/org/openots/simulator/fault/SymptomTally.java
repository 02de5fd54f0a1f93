package org.openots.simulator.fault;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.validation.Validation;
import org.openots.simulator.plant.PlantPack;

/** Counts which symptoms of a plant's table have been seen, so that the validation page says it of the whole table. */
final class SymptomTally {
    private final String plant;
    private final int rows;
    private final int listed;
    private final Set<String> run = new HashSet<>();
    private final Set<String> faults = new TreeSet<>();
    private int seen;

    /**
     * Begins to count.
     *
     * @param plant id of the plant
     * @param table all rows of its table
     */
    SymptomTally(String plant, List<SymptomTable.Row> table) {
        this.plant = plant;
        rows = table.size();
        listed = table.stream().mapToInt(row -> row.checks().size()).sum();
    }

    /** Plays a row and requires each of its symptoms. */
    void play(SymptomTable.Row row) {
        run.add(row.toString());
        Recording recording = FaultSymptomsTest.record(plant, row);
        for (SymptomTable.Check check : row.checks()) {
            recording.require(check);
            seen++;
        }
        faults.addAll(row.faults());
    }

    /** Whether every row has been played, and not only those that somebody has selected. */
    boolean complete() {
        return run.size() == rows;
    }

    /**
     * States the share of symptoms seen, and of faults whose symptoms were.
     *
     * @param symptoms claim of the symptoms, just begun
     * @param shown claim of the faults, just begun
     */
    void state(Validation symptoms, Validation shown) {
        symptoms.says(
                        plant + "：故障表所列症状（方向、大小、先后）中实际出现的比例，共 " + listed + " 条、" + rows + " 种情形",
                        plant + ": share of the symptoms listed (direction, size, order) that are seen, " + listed
                                + " symptoms in " + rows + " situations")
                .unit("%")
                .source("故障表", "table of faults")
                .atLeast(100, 100.0 * seen / listed);
        int all = PlantPack.shipped(plant).faults().size();
        shown.says(
                        plant + "：症状全部出现的故障占装置全部故障的比例，共 " + all + " 个",
                        plant + ": share of all faults of the plant whose symptoms were all seen, " + all + " faults")
                .unit("%")
                .source("装置包 faults.json", "faults.json of the plant pack")
                .atLeast(100, 100.0 * faults.size() / all);
    }
}
