package org.openots.simulator.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Correlations of trays against published worked figures, readings of charts and numbers worked out by hand. */
class TrayCorrelationsTest {
    /** Three printed digits. */
    private static final Percentage THREE_DIGITS = Percentage.withPercentage(0.5);

    /** Treybal, Mass-Transfer Operations, 3rd ed., illustration 6.4: methanol stripped from water on a sieve tray. */
    @Test
    void efficiencyOfTreybalsSieveTray() {
        double fFactor = 3.827 * Math.sqrt(0.679);
        double load = 5e-3 / 0.824;
        double vapour = TrayTransfer.vapourUnits(0.05, fFactor, load, 0.865);
        assertThat(vapour).isCloseTo(0.956, THREE_DIGITS);
        double time = 0.0106 * 1.063 * 0.824 / 5e-3;
        double liquid = TrayTransfer.liquidUnits(5.94e-9, fFactor, time);
        assertThat(liquid).isCloseTo(4.70, THREE_DIGITS);
        double stripping = 2.5 * 0.1 / 0.25;
        double units = TrayTransfer.overallUnits(vapour, liquid, stripping);
        assertThat(units).isCloseTo(0.794, THREE_DIGITS);
        double point = TrayTransfer.pointEfficiency(units);
        assertThat(point).isCloseTo(0.548, THREE_DIGITS);
        double eddy = TrayTransfer.eddyDiffusivity(3.827, load, 0.05);
        assertThat(eddy).isCloseTo(0.01013, THREE_DIGITS);
        assertThat(TrayTransfer.murphree(point, stripping, 0.824 * 0.824 / (eddy * time)))
                .isCloseTo(0.716, THREE_DIGITS);
    }

    /** With a mixed liquid the Murphree efficiency is that at a point; without mixing Lewis's first case. */
    @Test
    void mixingHasItsTwoLimits() {
        assertThat(TrayTransfer.murphree(0.6, 1.2, 1e-5)).isEqualTo(0.6);
        double plug = (Math.exp(1.2 * 0.6) - 1) / 1.2;
        assertThat(TrayTransfer.murphree(0.6, 1.2, 1e7)).isCloseTo(plug, within(1e-5));
        assertThat(TrayTransfer.murphree(0, 1.2, 10)).isZero();
    }

    /** By hand: 316 (1.5e-5)^0.5 (1030 0.8 - 867 0.64)/20^0.5 = 73.6 1/s, times 0.02 s. */
    @Test
    void chanAndFairWorkedByHand() {
        assertThat(TrayTransfer.vapourUnitsChanFair(1.5e-5, 0.8, 0.02, 0.02)).isCloseTo(1.472, THREE_DIGITS);
    }

    /** Readings of Fair's chart in Coulson and Richardson vol. 6, example 11.11; fit and eye agree to 5 %. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.14, 0.075", "0.5, 0.023, 0.090"})
    void capacityIsThatOfFairsChart(double spacing, double flowParameter, double expected) {
        assertThat(TrayHydraulics.capacity(TrayHydraulics.spacingTerm(spacing), flowParameter))
                .isCloseTo(expected, Percentage.withPercentage(5));
    }

    /** Readings of Fair's entrainment chart (Towler and Sinnott, fig. 11.31); the fit and the eye agree to a quarter. */
    @ParameterizedTest
    @CsvSource({"0.8, 0.1, 0.0303", "0.6, 0.05, 0.0249", "0.9, 0.02, 0.279", "0.7, 0.05, 0.0404"})
    void entrainmentIsThatOfFairsChart(double flood, double flowParameter, double expected) {
        assertThat(TrayHydraulics.entrainment(flowParameter, flood)).isCloseTo(expected, Percentage.withPercentage(25));
    }

    @Test
    void nothingIsCarriedWithoutVapour() {
        assertThat(TrayHydraulics.entrainment(1, 0)).isZero();
        assertThat(TrayHydraulics.entrainment(0.01, 3)).isEqualTo(0.8);
    }

    /** Bennett's equation forwards and backwards: h = phi (h_w + C (q/(l phi))^(2/3)). */
    @Test
    void weirIsTheInverseOfTheClearLiquid() {
        double froth = TrayHydraulics.frothDensity(0.06);
        // by hand: 0.06^0.91 = 0.07729, exp(-12.55 0.07729) = 0.3791
        assertThat(froth).isCloseTo(0.3791, THREE_DIGITS);
        double c = TrayHydraulics.weirConstant(0.05);
        assertThat(c).isCloseTo(0.5004, THREE_DIGITS);
        double q = 4e-3;
        double clear = froth * (0.05 + c * Math.pow(q / (0.7 * froth), 2.0 / 3));
        assertThat(TrayHydraulics.overflow(clear / froth - 0.05, 0.7, froth, c)).isCloseTo(q, within(1e-12));
    }

    /** Lockett and Banik: weeping ends at a Froude number of (2/3)^2; 29.45 gal/(min ft2) are 0.0200 m/s. */
    @Test
    void weepingEndsAtItsFroudeNumber() {
        assertThat(TrayHydraulics.weeping(1 / (2.0 / 3))).isCloseTo(0, within(1e-15));
        double galPerMinPerSquareFoot = 3.785412e-3 / 60 / (0.3048 * 0.3048);
        assertThat(TrayHydraulics.weeping(2))
                .isCloseTo((29.45 * 2 - 44.18) * galPerMinPerSquareFoot, Percentage.withPercentage(0.2));
    }

    /** By hand for water: (0.005 0.072/(9.80665 998))^(1/3) = 3.325 mm, times 1.27, 6 0.072/4.223e-3 = 102.3 Pa. */
    @Test
    void bubblesNeedPressure() {
        assertThat(TrayHydraulics.bubblePressure(0.072, 0.005, 998)).isCloseTo(102.3, THREE_DIGITS);
    }

    /** Liebson's chart as read in Coulson and Richardson, example 11.11: 10 % holes, thickness over diameter 1: 0.84. */
    @Test
    void orificeCoefficientIsThatOfTheChart() {
        assertThat(TrayHydraulics.orificeCoefficient(1, 0.1)).isCloseTo(0.84, Percentage.withPercentage(1));
    }

    /** 1.5 mm of steel with legs (1.3): 153 Pa carry the valves, whatever the vapour, between the two balance points. */
    @Test
    void valvesOpenAtTheirWeight() {
        double weight = ValveDeck.weight(1.5e-3, 8000, 1.3);
        assertThat(weight).isCloseTo(153, THREE_DIGITS);
        ValveDeck deck = new ValveDeck(0.04, weight, 80, 1.07, 5);
        assertThat(deck.area(0.5 * weight)).as("shut: 0.04/80^0.5").isCloseTo(4.472e-3, THREE_DIGITS);
        assertThat(deck.area(4 * weight))
                .as("open: 0.04/5^0.5, rounded corner")
                .isCloseTo(0.01789, Percentage.withPercentage(3));
        double shutFlow = deck.area(0.7 * weight) * Math.sqrt(0.7);
        double openFlow = deck.area(1.4 * weight) * Math.sqrt(1.4);
        assertThat(openFlow / shutFlow)
                .as("the vapour more than triples while the loss doubles")
                .isGreaterThan(3);
    }
}
