package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.Follower;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Surroundings;

/**
 * Flammable vapour in the room. Each detector stands in a well-mixed zone: the concentration follows the releases into
 * it and is carried away by natural ventilation and by the exhaust fan. A screening model (well-mixed zones, Perry's
 * 8th ed., section 23, source and dispersion models); it tells near from far, not one metre from two.
 */
public final class GasDetection implements Follower {
    /** Index that says there is no fan, as outdoors. */
    public static final int NO_FAN = -1;

    private final List<Zone> zones;
    private final double[] lowerLimit;
    private final int fanInput;
    private final Surroundings surroundings;
    private final double[] fraction;

    /**
     * The zone of one detector.
     *
     * @param volume m3
     * @param naturalVentilation air exchange without the fan, m3/s
     * @param fanVentilation additional air exchange with the fan on, m3/s
     * @param releases vents and leaks whose gas enters the zone
     */
    public record Zone(double volume, double naturalVentilation, double fanVentilation, List<Release> releases) {}

    /**
     * A source of gas.
     *
     * @param source the vent or leak
     * @param share share of its gas that enters the zone, dimensionless
     */
    public record Release(GasSource source, double share) {}

    /**
     * Creates the detection.
     *
     * @param lowerLimit lower explosion limits of the components (nc), volume fraction; infinite for what does not burn
     * @param fanInput index of the speed of the exhaust fan, or {@link #NO_FAN}
     */
    public GasDetection(List<Zone> zones, double[] lowerLimit, int fanInput, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.zones = List.copyOf(zones);
        this.lowerLimit = lowerLimit.clone();
        this.fanInput = fanInput;
        this.fraction = new double[zones.size()];
    }

    /** Follows the releases over one tick, exactly for releases that are constant within it. */
    @Override
    public void follow(double seconds, ProcessInputs inputs) {
        double molarVolume = PhysicalConstants.GAS_CONSTANT * surroundings.temperature() / surroundings.pressure();
        double fan = fanInput == NO_FAN ? 0 : inputs.get(fanInput);
        for (int z = 0; z < fraction.length; z++) {
            Zone zone = zones.get(z);
            double source = 0;
            for (int r = 0; r < zone.releases().size(); r++) {
                source += burden(zone.releases().get(r)) * molarVolume;
            }
            double exchange = zone.naturalVentilation() + zone.fanVentilation() * fan;
            double settled = source / exchange;
            fraction[z] = settled + (fraction[z] - settled) * FastMath.exp(-exchange / zone.volume() * seconds);
        }
    }

    /** Release in shares of the explosion limits, which add up in a mixture (Le Chatelier's rule), mol/s. */
    private double burden(Release release) {
        double sum = 0;
        for (int i = 0; i < lowerLimit.length; i++) {
            sum += release.source().released(i) / lowerLimit[i];
        }
        return release.share() * sum;
    }

    /** Concentration at a detector as a share of the lower explosion limit. */
    public double explosionShare(int zone) {
        return fraction[zone];
    }

    @Override
    public double[] state() {
        return fraction;
    }
}
