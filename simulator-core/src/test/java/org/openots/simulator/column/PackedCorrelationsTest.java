package org.openots.simulator.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Correlations of packed beds against published worked figures and numbers worked out by hand. */
class PackedCorrelationsTest {
    /** The worked example of Stichlmair, Bravo and Fair (1989). */
    private static final Packing EXAMPLE = new Packing(260, 0.68, 0.025, 32, 7, 1, 0.061);

    private static final PackedHydraulics.Fluids FLUIDS = new PackedHydraulics.Fluids(5, 1200, 5e-5);

    /** Figures of that example as CalebBell/fluids 1.0 prints them; digits beyond the fifth are the solver's. */
    private static final Percentage FIVE_DIGITS = Percentage.withPercentage(2e-3);

    @Test
    void dryDropOfTheExample() {
        assertThat(PackedHydraulics.dryDrop(EXAMPLE, 0.4, 5, 5e-5)).isCloseTo(236.809, FIVE_DIGITS);
    }

    @Test
    void irrigatedDropOfTheExample() {
        assertThat(PackedHydraulics.wetDrop(EXAMPLE, 0.4, 5e-3, FLUIDS)).isCloseTo(539.877, FIVE_DIGITS);
    }

    @Test
    void floodPointOfTheExample() {
        assertThat(PackedHydraulics.floodVelocity(EXAMPLE, 5e-3, FLUIDS)).isCloseTo(0.639432, FIVE_DIGITS);
        assertThat(PackedHydraulics.wetDrop(EXAMPLE, 0.66, 5e-3, FLUIDS)).isInfinite();
    }

    /** What the simulation solves is the same set of equations the other way round. */
    @Test
    void dropAndHoldupGiveTheFlowsBack() {
        double drop = PackedHydraulics.wetDrop(EXAMPLE, 0.4, 5e-3, FLUIDS);
        double relative = drop / (1200 * 9.80665);
        double holdup = PackedHydraulics.holdup(EXAMPLE, 5e-3) * (1 + 20 * relative * relative);
        // eight rounds of the iteration: 1e-8 and better for turbulent packings
        assertThat(PackedHydraulics.massFlux(EXAMPLE, drop, 5, 5e-5, holdup) / 5)
                .isCloseTo(0.4, within(1e-8));
        assertThat(PackedHydraulics.liquidVelocity(EXAMPLE, holdup, relative)).isCloseTo(5e-3, within(1e-12));
    }

    /** By hand: Fr = 0.005^2 260/(9.80665 0.68^4.65) = 3.983e-3, h = 0.555 Fr^(1/3) = 0.0880. */
    @Test
    void freeHoldupWorkedByHand() {
        assertThat(PackedHydraulics.holdup(EXAMPLE, 5e-3)).isCloseTo(0.0880, Percentage.withPercentage(0.1));
    }

    /**
     * By hand for water and air in 25 mm rings of 200 m2/m3, 8 kg/(m2 s) of water: Re = 40.0, Fr = 1.305e-3, We = 4.444e-3;
     * a_w = 200 (1 - exp(-1.45 0.8831 1.4461 1.3938 0.3385)) = 116.5 m2/m3; k_L = 0.0051 0.021405 16.767/22.361 1.9037 =
     * 1.558e-4 m/s. For 1 kg/(m2 s) of air k_G = 5.23 200 1.5e-5 51.36 1 5^-2 = 0.03223 m/s.
     */
    @Test
    void ondaWorkedByHand() {
        Packing rings = new Packing(200, 0.74, 0.025, 0, 0, 1, 0.061);
        PackedTransfer.Fluids f = new PackedTransfer.Fluids(1.8e-5, 1.5e-5, 1e-3, 2e-9, 0.072);
        double wetted = PackedTransfer.wettedArea(rings, 8, 1000, f);
        assertThat(wetted).isCloseTo(116.5, Percentage.withPercentage(0.5));
        assertThat(PackedTransfer.liquidCoefficient(rings, 8, 1000, wetted, f))
                .isCloseTo(1.558e-4, Percentage.withPercentage(0.5));
        assertThat(PackedTransfer.gasCoefficient(rings, 1, 1.2, f)).isCloseTo(0.03223, Percentage.withPercentage(0.5));
    }

    @Test
    void heightOfAPlateIsThatOfATransferUnitOnParallelLines() {
        assertThat(PackedTransfer.heightOfPlate(0.5, 1)).isEqualTo(0.5);
        assertThat(PackedTransfer.heightOfPlate(0.5, 2)).as("0.5 ln 2").isCloseTo(0.34657, within(1e-5));
    }
}
