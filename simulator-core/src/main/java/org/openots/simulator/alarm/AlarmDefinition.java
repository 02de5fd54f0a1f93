package org.openots.simulator.alarm;

/**
 * One alarm of a plant pack.
 *
 * @param source signal it watches
 * @param kind how
 * @param limit limit in the unit of the signal, for rates in that unit per minute; below 0 for DL and RL; 0.5 for
 *     {@link AlarmKind#ON}
 * @param deadband how far the value must come back before the alarm clears, in the unit
 * @param delays how long the condition must be there or gone
 * @param priority 1 (highest) to 3
 * @param suppressWhen condition under which the design suppresses it, empty for never
 * @param options what not every alarm has
 */
public record AlarmDefinition(
        String source,
        AlarmKind kind,
        double limit,
        double deadband,
        Delays delays,
        int priority,
        String suppressWhen,
        Options options) {
    /**
     * An alarm on the value of a signal.
     *
     * @param source signal it watches
     * @param kind how
     * @param limit limit in the unit of the signal
     * @param deadband how far the value must come back before the alarm clears, in the unit
     * @param delays how long the condition must be there or gone
     * @param priority 1 (highest) to 3
     * @param suppressWhen condition under which the design suppresses it, empty for never
     */
    public AlarmDefinition(
            String source,
            AlarmKind kind,
            double limit,
            double deadband,
            Delays delays,
            int priority,
            String suppressWhen) {
        this(source, kind, limit, deadband, delays, priority, suppressWhen, Options.NONE);
    }

    /**
     * What not every alarm has.
     *
     * @param owner the loop it belongs to; empty when it belongs to its source
     * @param minus signal subtracted from the source: the set point of a deviation; empty for none
     * @param windowSeconds window over which a rate is taken, s
     * @param tag name under which its signal is known as well, for example {@code FAL101}; empty for none
     * @param inService false for an alarm that is out of service at the start: recommended and not in use yet
     */
    public record Options(String owner, String minus, double windowSeconds, String tag, boolean inService) {
        /** An alarm on the value. */
        public static final Options NONE = new Options("", "", 0, "", true);
    }

    /**
     * Delays of an alarm.
     *
     * @param onSeconds time the condition must be there before the alarm becomes active, s
     * @param offSeconds time the condition must be gone before the alarm clears, s
     */
    public record Delays(double onSeconds, double offSeconds) {}

    /**
     * Whether its limit is a value of the signal, so that it can stand on the scale of the signal.
     *
     * @return false for deviation and rate alarms
     */
    public boolean onValue() {
        return options.minus().isEmpty() && !kind.rate();
    }

    /**
     * The name of the alarm, and of its signal.
     *
     * @return for example {@code LIC-702.HH}; the watched signal itself for {@link AlarmKind#ON}
     */
    public String name() {
        return kind == AlarmKind.ON ? source : (options.owner().isEmpty() ? source : options.owner()) + "." + kind;
    }
}
