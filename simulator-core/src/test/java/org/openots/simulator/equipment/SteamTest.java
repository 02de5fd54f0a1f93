package org.openots.simulator.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verification values of IAPWS R7-97(2012), Tables 35 and 36, printed with nine digits. */
class SteamTest {
    private static final double NINE_DIGITS = 1e-8;

    @ParameterizedTest
    @CsvSource({"300, 0.353658941e-2", "500, 0.263889776e1", "600, 0.123443146e2"})
    void saturationPressureIsThatOfTheStandard(double kelvin, double megapascal) {
        assertThat(Steam.saturationPressure(kelvin))
                .isCloseTo(megapascal * 1e6, within(NINE_DIGITS * megapascal * 1e6));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.372755919e3", "1, 0.453035632e3", "10, 0.584149488e3"})
    void saturationTemperatureIsThatOfTheStandard(double megapascal, double kelvin) {
        assertThat(Steam.saturationTemperature(megapascal * 1e6)).isCloseTo(kelvin, within(NINE_DIGITS * kelvin));
    }

    @ParameterizedTest
    @CsvSource({"373.15, 958.35", "393.15, 943.11", "423.15, 917.01"})
    void condensateIsAsHeavyAsTheTablesSay(double kelvin, double density) {
        // Saturated liquid, IAPWS-95 as printed in the NIST steam tables; a valve's size does not ask for more than 0.2
        // %.
        assertThat(Steam.condensateDensity(kelvin)).isCloseTo(density, within(2e-3 * density));
    }
}
