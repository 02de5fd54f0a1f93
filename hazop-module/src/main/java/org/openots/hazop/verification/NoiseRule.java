package org.openots.hazop.verification;

import java.util.HashMap;
import java.util.Map;
import org.hipparchus.util.FastMath;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.plant.PlantNames;
import org.openots.simulator.instrument.TransmitterDefinition;

/**
 * From which difference between two runs on a reading has moved.
 *
 * <p>Both runs have the same seed, so that every instrument draws the same noise in both, and their difference would be
 * free of it if nothing but the cause made them differ. It is not quite: readings are rounded to their resolution, loops
 * carry noise into the process along different ways once the runs have parted, and a cause can change what an instrument
 * shows of itself. So the noise of two independent readings is allowed for all the same, which is more than there can be.
 * The difference is averaged over {@value #WINDOW} readings, one a second, and counts when it exceeds
 *
 * <ul>
 *   <li>{@value #SIGMAS} standard deviations of such an average, sigma sqrt(2/{@value #WINDOW}), plus one step of the
 *       resolution: in 1800 readings noise alone exceeds that with a probability below one in a thousand;
 *   <li>and a quarter of a percent of the instrument's range: what two sound transmitters may differ by, so that nobody
 *       could say of a smaller one that it has moved. Valves, outputs and calculated signals, which have no noise of their
 *       own, count by this rule alone (of 100 % or of their scale).
 * </ul>
 *
 * A process variable behind the instruments has neither noise nor range: it counts from half a percent of its value on.
 */
final class NoiseRule {
    /** Readings of an average: as many as ten seconds on either side have. */
    static final int WINDOW = 21;

    /** Standard deviations that noise practically never exceeds. */
    static final double SIGMAS = 5;

    /** Half a window. */
    static final int HALF = WINDOW / 2;

    private static final double SHARE_OF_RANGE = 0.0025;
    private static final double SHARE_OF_VALUE = 0.005;
    private static final double FULL = 100;

    /** Movement of a plain number, for example a ratio, as a share of its value. */
    private static final double SHARE_OF_NUMBER = 0.01;

    /** Below this a process variable is nothing but rounding. */
    private static final double NOTHING = 1e-9;

    private final Map<String, Double> absolute = new HashMap<>();

    NoiseRule(PlantNames names) {
        for (TransmitterDefinition instrument :
                names.pack().automation().instruments().transmitters()) {
            TransmitterDefinition.Dynamics dynamics = instrument.dynamics();
            double noise = SIGMAS * dynamics.noise() * FastMath.sqrt(2.0 / WINDOW) + dynamics.resolution();
            double visible = SHARE_OF_RANGE * instrument.range().span();
            absolute.put(instrument.tag(), Math.max(noise, visible));
        }
        names.pack().automation().instruments().calculated().forEach(calculated -> {
            double span = calculated.scale().high() - calculated.scale().low();
            absolute.put(calculated.tag(), SHARE_OF_RANGE * span);
        });
    }

    /**
     * The smallest difference that counts.
     *
     * @param observed what is compared
     * @param value what the undisturbed run shows
     * @return in the unit of the signal
     */
    double threshold(Observed observed, double value) {
        Double known = absolute.get(observed.name());
        if (known != null) {
            return known;
        }
        double size = Math.abs(value);
        if (observed.behind()) {
            return Math.max(NOTHING, SHARE_OF_VALUE * size);
        }
        return observed.unit().equals("%") ? SHARE_OF_RANGE * FULL : Math.max(NOTHING, SHARE_OF_NUMBER * size);
    }
}
