package org.openots.dcs.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;

/**
 * Tells whether there is anything a model could be compared with: the rig works, and all readings that drive the model are
 * good. What passes within the patience counts as nothing. For one thread.
 */
final class OperationWatch {
    /** Readings that are named when many are missing. */
    private static final int MOST_NAMES = 6;

    private final TwinDefinition definition;
    private final double patience;
    private final int[] operating;
    private double worked = Double.NaN;
    private final double[] seen;
    private @Nullable LocalText stop;

    /**
     * Begins.
     *
     * @param definition of the twin
     * @param patience s that a reading may be missing, or a rig seem to stand still
     */
    OperationWatch(TwinDefinition definition, double patience) {
        this.definition = definition;
        this.patience = patience;
        List<String> tags = definition.tags();
        this.operating = definition.operating().stream()
                .mapToInt(one -> tags.indexOf(one.tag()))
                .toArray();
        this.seen = new double[definition.inputs().size()];
        Arrays.fill(seen, Double.NaN);
    }

    /**
     * Takes a scan.
     *
     * @param time of it, s
     * @param values one of each of {@link TwinDefinition#tags}; NaN where there is no good one
     */
    void take(double time, double[] values) {
        for (int i = 0; i < seen.length; i++) {
            if (!Double.isNaN(values[i])) {
                seen[i] = time;
            }
        }
        if (works(values)) {
            worked = time;
        }
        stop = reason(time, values);
    }

    /**
     * Why there is nothing to compare.
     *
     * @return the reason; nothing while there is something
     */
    Optional<LocalText> stop() {
        return Optional.ofNullable(stop);
    }

    private @Nullable LocalText reason(double time, double[] values) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (!(time - seen[i] <= patience)) {
                missing.add(definition.inputs().get(i).tag());
            }
        }
        if (missing.size() == seen.length) {
            return new LocalText("收不到装置的数据", "no data from the rig");
        }
        if (!(time - worked <= patience)) {
            String shown = shown(values);
            return new LocalText("装置没有运行：" + shown, "the rig is not running: " + shown);
        }
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing.subList(0, Math.min(MOST_NAMES, missing.size())))
                    + (missing.size() > MOST_NAMES ? " …" : "");
            return new LocalText(
                    "驱动模型的读数不可用：" + names + "。请检查仪表、连接和位号表",
                    "readings that drive the model are not good: " + names + "; see instruments, link and tag map");
        }
        return null;
    }

    private boolean works(double[] values) {
        int good = 0;
        int high = 0;
        for (int i = 0; i < operating.length; i++) {
            double value = values[operating[i]];
            if (!Double.isNaN(value)) {
                good++;
                high += value >= definition.operating().get(i).least() ? 1 : 0;
            }
        }
        return operating.length == 0 || 2 * high > good;
    }

    private String shown(double[] values) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < operating.length; i++) {
            TwinDefinition.Operating one = definition.operating().get(i);
            double value = values[operating[i]];
            all.add(
                    Double.isNaN(value)
                            ? one.tag() + " -"
                            : String.format(
                                    Locale.ROOT, "%s %.1f < %.0f %s", one.tag(), value, one.least(), one.unit()));
        }
        return String.join(", ", all);
    }
}
