package org.openots.dcs.map;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import org.openots.common.signal.SignalRange;
import org.openots.common.unit.Units.Unit;

/**
 * A tag and where its values come from.
 *
 * @param tag its name in the plant pack, for example {@code TI-702}
 * @param source the message and the item in it
 * @param conversion from the gateway's number to the plant's
 * @param checks what a live value must be like
 * @param write what may be written to it
 * @param calibration when the instrument was last calibrated
 */
public record MappedTag(
        String tag,
        Source source,
        Conversion conversion,
        Checks checks,
        Write write,
        Optional<Calibration> calibration) {

    /**
     * Whether it is a switch: a plain number that is 0 or 1, for which a gateway may write false and true.
     *
     * @return true for a switch
     */
    public boolean isSwitch() {
        return conversion.out().symbol().equals("1") && checks.range().equals(new SignalRange(0, 1));
    }

    /**
     * Where values come from.
     *
     * @param topic topic filter, exact or with {@code +}
     * @param dialect the dialect of the message
     * @param item name of the item; in the dialect {@code pointer} a JSON pointer
     * @param qualityPointer in the dialect {@code pointer}, where the quality stands
     * @param qualityMap which numbers of quality the gateway uses
     * @param timePointer in the dialect {@code pointer}, where the time stands
     * @param timeForm how the time is written
     * @param zone the zone of a time written without one
     */
    public record Source(
            String topic,
            Dialect dialect,
            String item,
            Optional<String> qualityPointer,
            QualityMap qualityMap,
            Optional<String> timePointer,
            TimeForm timeForm,
            ZoneId zone) {}

    /**
     * value = in.toSi, back from SI to out, of (raw * gain + bias).
     *
     * @param in unit of the gateway
     * @param out unit of the plant
     * @param gain multiplier of the raw number
     * @param bias added to it, in the unit of the gateway
     */
    public record Conversion(Unit in, Unit out, double gain, double bias) {
        /**
         * Converts a number.
         *
         * @param raw as the gateway sends it
         * @return in the unit of the plant
         */
        public double convert(double raw) {
            return out.fromSi(in.toSi(raw * gain + bias));
        }
    }

    /**
     * What a live value must be like; units are those of the plant.
     *
     * @param range outside it a value is bad
     * @param clamp whether a value outside is held at the limit instead, and uncertain
     * @param rate most it can change per second; empty for no limit
     * @param periodSeconds how often a sample is due
     * @param timeoutSeconds after this time without a sample the value is stale
     * @param frozenSamples so many equal samples in a row mean a frozen value; 0 for never
     * @param deadband change below which the sender keeps silent
     */
    public record Checks(
            SignalRange range,
            boolean clamp,
            OptionalDouble rate,
            double periodSeconds,
            double timeoutSeconds,
            int frozenSamples,
            double deadband) {}

    /**
     * Calibration of an instrument.
     *
     * @param date the day of the last one
     * @param validDays for how many days it is valid
     */
    public record Calibration(LocalDate date, int validDays) {
        /**
         * The first day on which it is overdue.
         *
         * @return the day after the last valid one
         */
        public LocalDate overdueFrom() {
            return date.plusDays(validDays + 1L);
        }
    }

    /** How times are written. */
    public enum TimeForm {
        /** Milliseconds since 1970, UTC. */
        EPOCH_MS,
        /** Seconds since 1970, UTC. */
        EPOCH_S,
        /** ISO 8601, with or without zone. */
        ISO
    }

    /** What may be written to a tag. */
    public enum Write {
        /** Nothing. */
        NONE,
        /** A set point. */
        SP,
        /** A manipulated value. */
        MV,
        /** The mode of a controller. */
        MODE,
        /** A fault command of a rig. */
        FAULT
    }
}
