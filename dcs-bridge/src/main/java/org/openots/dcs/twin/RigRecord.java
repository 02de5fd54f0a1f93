package org.openots.dcs.twin;

import java.util.ArrayList;
import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.SignalTable;

/**
 * What the rig showed: the readings that a twin needs, scan by scan. Only good values count; all others are NaN. Not for
 * several threads.
 */
public final class RigRecord {
    private final TwinDefinition definition;
    private final List<String> tags;
    private final int inputs;
    private final int[] outputs;
    private final int[] others;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();

    /**
     * An empty record.
     *
     * @param definition of the twin
     */
    public RigRecord(TwinDefinition definition) {
        this.definition = definition;
        this.tags = definition.tags();
        this.inputs = definition.inputs().size();
        this.outputs = definition.outputs().stream()
                .mapToInt(output -> tags.indexOf(output.tag()))
                .toArray();
        this.others = definition.outputs().stream()
                .mapToInt(output -> tags.indexOf(output.other()))
                .toArray();
    }

    /**
     * Where the readings are in the frames of a source.
     *
     * @param definition of the twin
     * @param table of the source
     * @return index of each of {@link TwinDefinition#tags}
     * @throws OtsException if some are missing
     */
    static int[] indices(TwinDefinition definition, SignalTable table) {
        List<String> tags = definition.tags();
        List<String> missing =
                tags.stream().filter(tag -> table.find(tag) == SignalTable.NONE).toList();
        if (!missing.isEmpty()) {
            throw new OtsException(TwinError.MISSING_TAGS, String.join(", ", missing));
        }
        return tags.stream().mapToInt(table::find).toArray();
    }

    /**
     * Adds what a frame shows.
     *
     * @param frame the frame; its bad and uncertain values are left out
     * @param indices from {@link #indices}
     * @return the values it took, one of each of {@link TwinDefinition#tags}
     */
    double[] add(PlantFrame frame, int[] indices) {
        double[] values = new double[indices.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = frame.value(indices[i]);
        }
        add(frame.time(), values);
        return values;
    }

    /**
     * Adds a scan.
     *
     * @param time of it, s, later than the one before
     * @param values one of each of {@link TwinDefinition#tags}; NaN where there is no good one
     */
    public void add(double time, double[] values) {
        if (values.length != tags.size() || (!times.isEmpty() && !(time > times.get(times.size() - 1)))) {
            throw new IllegalArgumentException(values.length + " values at " + time + " s");
        }
        times.add(time);
        rows.add(values.clone());
    }

    /**
     * How many scans there are.
     *
     * @return the count
     */
    public int size() {
        return rows.size();
    }

    /**
     * How long it is.
     *
     * @return s from the first scan to the last
     */
    public double seconds() {
        return rows.isEmpty() ? 0 : times.get(times.size() - 1) - times.get(0);
    }

    /**
     * When a scan was.
     *
     * @param row number of the scan
     * @return s
     */
    public double time(int row) {
        return times.get(row);
    }

    /**
     * A part of it.
     *
     * @param from first scan
     * @param to first scan that is left out
     * @return a record of its own
     */
    public RigRecord part(int from, int to) {
        RigRecord part = new RigRecord(definition);
        for (int row = from; row < to; row++) {
            part.add(times.get(row), rows.get(row));
        }
        return part;
    }

    /** All that a scan showed, one of each of {@link TwinDefinition#tags}. */
    double[] row(int row) {
        return rows.get(row).clone();
    }

    /**
     * What drives the model at a scan.
     *
     * @param row number of the scan
     * @return one an input; NaN where there is no good value
     */
    public double[] inputs(int row) {
        double[] values = new double[inputs];
        System.arraycopy(rows.get(row), 0, values, 0, inputs);
        return values;
    }

    /**
     * Means of what drives the model.
     *
     * @param from first scan
     * @param to first scan that is left out
     * @return one an input; NaN where there is no good value at all
     */
    public double[] meanInputs(int from, int to) {
        double[] sums = new double[inputs];
        int[] counts = new int[inputs];
        for (int row = from; row < to; row++) {
            for (int i = 0; i < inputs; i++) {
                double value = rows.get(row)[i];
                if (!Double.isNaN(value)) {
                    sums[i] += value;
                    counts[i]++;
                }
            }
        }
        for (int i = 0; i < inputs; i++) {
            sums[i] /= counts[i];
        }
        return sums;
    }

    /**
     * What is compared at a scan.
     *
     * @param row number of the scan
     * @return one an output; NaN where there is no good value
     */
    public double[] outputs(int row) {
        double[] values = new double[outputs.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(row)[outputs[i]];
        }
        return values;
    }

    /**
     * What the rig itself shows for comparison at a scan, for outputs that are not compared with the model.
     *
     * @param row number of the scan
     * @param model readings of the model, one an output
     * @return what each output is compared with: the model, another reading, or 0 for those with a mean
     */
    public double[] against(int row, double[] model) {
        double[] values = new double[outputs.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (definition.outputs().get(i).against()) {
                case MODEL -> model[i];
                case SIGNAL -> rows.get(row)[others[i]];
                case MEAN -> 0;
            };
        }
        return values;
    }
}
