package org.openots.simulator.column;

import org.hipparchus.util.FastMath;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Smooth;

/**
 * Hydraulic state of a tray that is given by its geometry: froth, flow over the weir, approach to flooding, entrainment.
 * Computed from the tray's own holdup and the vapour through it; allocates nothing.
 */
public final class TrayLoad implements Entrainment {
    /** Width of the weir's onset, share of its height: 5 %, the waves of a froth. */
    private static final double WEIR_WIDTH = 0.05;

    /** Clear liquid at which a tray works at half its efficiency, share of the weir's height: 20 %, too thin to bubble. */
    private static final double THIN = 0.2;

    /**
     * Largest efficiency of a correlation that a stage takes over: 90 %. Beyond it E/(1 - E) runs away, and what a long path
     * adds to it is a matter of mixing that the stage, which is mixed, does not know.
     */
    private static final double MOST = 0.9;

    private static final double ROUNDING = 0.05;

    /** Liquid density of a dry tray, kg/m3: any liquid's; nothing flows that depends on it. */
    private static final double LEAST_LIQUID_DENSITY = 300;

    private final Holdup tray;
    private final TrayDesign design;
    private final double weirConstant;
    private final double spacingTerm;
    private final double capacityFactor;
    private double velocity;
    private double vapourDensity;
    private double liquidDensity;
    private double froth;
    private double overflow;
    private double flood;
    private double flowParameter;

    /** Creates the calculator of a tray. */
    public TrayLoad(Holdup tray, TrayDesign design) {
        this.tray = tray;
        this.design = design;
        weirConstant = TrayHydraulics.weirConstant(design.weirHeight());
        spacingTerm = TrayHydraulics.spacingTerm(design.spacing());
        capacityFactor = design.foamFactor()
                * TrayHydraulics.capacityFactor(design.fluids().tension(), design.holeArea() / design.activeArea());
    }

    /**
     * Computes everything.
     *
     * @param vapour mol/s, at least 0
     */
    public void update(double vapour) {
        double gas = FastMath.max(tray.bubbleDensity(), 1);
        vapourDensity = gas * tray.vapourMolarMass();
        liquidDensity = FastMath.max(tray.liquidDensity(), LEAST_LIQUID_DENSITY + vapourDensity);
        velocity = vapour / (gas * design.activeArea());
        double root = FastMath.sqrt(vapourDensity / (liquidDensity - vapourDensity));
        froth = TrayHydraulics.frothDensity(velocity * root);
        double height = tray.liquidHeight();
        double weir = design.weirHeight();
        double crest = Smooth.ramp(height / froth - weir, WEIR_WIDTH * weir);
        overflow = TrayHydraulics.overflow(crest, design.weirLength(), froth, weirConstant);
        double vapourMass = vapour * tray.vapourMolarMass();
        flowParameter = overflow * liquidDensity / (vapourMass + 1e-9) * FastMath.sqrt(vapourDensity / liquidDensity);
        double capacity = TrayHydraulics.capacity(spacingTerm, flowParameter) * capacityFactor;
        double crowding = Smooth.ramp(height - 1.5 * weir, 0.2 * weir);
        double room = 1 / (1 + 1.5 * crowding / design.spacing());
        double load = velocity * design.activeArea() / design.netArea() * root;
        flood = load / (capacity * room);
    }

    @Override
    public double moles(double vapour) {
        update(vapour);
        double psi = TrayHydraulics.entrainment(flowParameter, flood);
        return overflow * tray.liquidMolarDensity() * psi / (1 - psi);
    }

    /**
     * Transfer units of the mixed stage that has the Murphree efficiency of the tray, E/(1 - E), E rounded off.
     *
     * @return between 0 and 9, or what the given efficiency makes
     */
    public double transferUnits() {
        double e = murphree();
        boolean given = design.efficiency().method() == TrayDesign.Method.GIVEN;
        double bounded = given ? e : e - Smooth.ramp(e - MOST, ROUNDING);
        return bounded / (1 - bounded);
    }

    /** Murphree efficiency at the load of the last {@link #update}; none on a dry tray. */
    public double murphree() {
        double height = tray.liquidHeight() / (THIN * design.weirHeight());
        double square = height * height;
        return byRule() * square * square / (1 + square * square);
    }

    private double byRule() {
        TrayDesign.Efficiency rule = design.efficiency();
        if (rule.method() == TrayDesign.Method.GIVEN) {
            return rule.murphree();
        }
        TrayDesign.Fluids fluids = design.fluids();
        double fFactor = velocity * FastMath.sqrt(vapourDensity);
        double width = design.activeArea() / design.flowPath();
        double height = tray.liquidHeight();
        // on a tray at rest the liquid stays for ever and the vapour too; both times are bounded at a minute
        double liquidTime = Smooth.smaller(60, height * design.activeArea() / (overflow + 1e-9));
        double liquidUnits = TrayTransfer.liquidUnits(fluids.liquidDiffusivity(), fFactor, liquidTime);
        double vapourUnits;
        if (rule.method() == TrayDesign.Method.CHAN_FAIR) {
            double vapourTime = Smooth.smaller(60, height * (1 - froth) / froth / (velocity + 1e-9));
            vapourUnits = TrayTransfer.vapourUnitsChanFair(fluids.vapourDiffusivity(), flood, height, vapourTime);
        } else {
            double schmidt = fluids.vapourViscosity() / (vapourDensity * fluids.vapourDiffusivity());
            vapourUnits = TrayTransfer.vapourUnits(design.weirHeight(), fFactor, overflow / width, schmidt);
        }
        if (vapourUnits <= 0 || liquidUnits <= 0) {
            return 0;
        }
        double units = TrayTransfer.overallUnits(vapourUnits, liquidUnits, rule.strippingFactor());
        double eddy = TrayTransfer.eddyDiffusivity(velocity, overflow / width, design.weirHeight());
        double peclet = design.flowPath() * design.flowPath() / (eddy * liquidTime);
        return TrayTransfer.murphree(TrayTransfer.pointEfficiency(units), rule.strippingFactor(), peclet);
    }

    /** Liquid over the weir before any limit of the downcomer, m3/s. */
    public double overflow() {
        return overflow;
    }

    /** Vapour load as a share of the load at which the tray floods. */
    public double flood() {
        return flood;
    }

    /** kg/m3. */
    public double vapourDensity() {
        return vapourDensity;
    }

    /** kg/m3. */
    public double liquidDensity() {
        return liquidDensity;
    }
}
