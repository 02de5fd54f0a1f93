package org.openots.dcs.twin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;

/**
 * What a twin says of a scan of the rig. Never changes.
 *
 * @param time of the scan in the source, s
 * @param phase what the twin does
 * @param reason why it waits, in words; null in other phases
 * @param progress how much of the phase is done, 0 to 1
 * @param tags rig beside model
 * @param joint whether all residuals together say that rig and model part
 * @param parameters what is known of them
 * @param causes likely faults, the likeliest first; empty without an alarm
 * @param softSensors what is estimated instead of measured
 */
public record TwinFrame(
        double time,
        Phase phase,
        @Nullable LocalText reason,
        double progress,
        List<Tag> tags,
        boolean joint,
        List<FitResult.Estimate> parameters,
        List<FaultSignatures.Cause> causes,
        List<Soft> softSensors) {
    /** Keeps unmodifiable copies. */
    public TwinFrame {
        tags = List.copyOf(tags);
        parameters = List.copyOf(parameters);
        causes = List.copyOf(causes);
        softSensors = List.copyOf(softSensors);
    }

    /** What a twin does. */
    public enum Phase {
        /** There is nothing to record or to watch: the rig does not run, or what drives the model is not good. */
        WAITING,
        /** It records the rig to be fitted to it; nothing is known yet. */
        RECORDING,
        /** The record is whole; the fit begins and takes some seconds. */
        FITTING,
        /** It follows the rig until what it began with is forgotten; no alarms yet. */
        SETTLING,
        /** It watches the rig. */
        WATCHING
    }

    /**
     * Rig beside model for one output.
     *
     * @param name of the output
     * @param unit of all its numbers
     * @param rig what the rig shows; null when that is not good
     * @param model what the model says, with the offset of the calibration; null while nothing is known
     * @param residual rig less model; null when one of them is
     * @param sigma standard deviation of the residual without a fault; the band is three of it to both sides
     * @param share how near the chart is to an alarm: the larger sum over its limit, with the sign of its side
     * @param alarm 1 when the rig is above the model for good, -1 below, 0 neither
     */
    public record Tag(
            String name,
            String unit,
            @Nullable Double rig,
            @Nullable Double model,
            @Nullable Double residual,
            double sigma,
            double share,
            int alarm) {}

    /**
     * Something that is estimated instead of measured.
     *
     * @param id of the soft sensor
     * @param unit of its numbers
     * @param value the estimate
     * @param sigma its standard deviation
     */
    public record Soft(String id, String unit, double value, double sigma) {}

    /**
     * Whether any output is in alarm.
     *
     * @return true when one is, or all together
     */
    public boolean alarmed() {
        return joint || tags.stream().anyMatch(tag -> tag.alarm() != 0);
    }
}
