package org.openots.simulator.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.unit.PhysicalConstants;

/** Against an independent stepping with the same vapour pressures and activity coefficients, printed with three digits. */
class McCabeThieleTest {
    private static final PropertyDatabase DATABASE = new PropertyDatabase();

    private static McCabeThiele of(String light, String heavy) {
        return new McCabeThiele(DATABASE.nrtl(List.of(light, heavy), "air"), PhysicalConstants.STANDARD_ATMOSPHERE);
    }

    @Test
    void benzeneTolueneAsInTheTextbook() {
        // Geankoplis, examples 11.4-1 and 11.4-2; his drawing gives 7.6 steps, minimum reflux 1.17 and 5.8 steps
        McCabeThiele.Task task = new McCabeThiele.Task(0.45, 1.195, 0.95, 0.10);
        McCabeThiele construction = of("benzene", "toluene");
        McCabeThiele.Result result = construction.step(task, 4);
        assertThat(result.stages()).isCloseTo(7.38, within(0.005));
        assertThat(result.feedStage()).isEqualTo(4);
        assertThat(construction.minimumReflux(task)).isCloseTo(1.129, within(0.001));
        assertThat(construction.minimumStages(task)).isCloseTo(5.73, within(0.005));
    }

    @Test
    void ethanolWaterWithASaturatedFeed() {
        McCabeThiele.Task task = new McCabeThiele.Task(0.15, 1, 0.80, 0.005);
        McCabeThiele construction = of("ethanol", "water");
        McCabeThiele.Result result = construction.step(task, 2.5);
        assertThat(result.stages()).isCloseTo(10.13, within(0.01));
        assertThat(result.feedStage()).isEqualTo(8);
        assertThat(construction.minimumReflux(task)).isCloseTo(0.981, within(0.001));
        assertThat(construction.minimumStages(task)).isCloseTo(6.73, within(0.005));
    }

    @Test
    void aTangentPinchGovernsTheMinimumReflux() {
        McCabeThiele.Task task = new McCabeThiele.Task(0.15, 1, 0.85, 0.005);
        assertThat(of("ethanol", "water").minimumReflux(task)).isCloseTo(1.881, within(0.001));
        assertThat(of("ethanol", "water").minimumStages(task)).isCloseTo(10.46, within(0.005));
    }

    @Test
    void moreRefluxNeedsFewerStagesDownToTotalReflux() {
        McCabeThiele.Task task = new McCabeThiele.Task(0.15, 1, 0.80, 0.005);
        McCabeThiele construction = of("ethanol", "water");
        double before = construction.step(task, 1.2).stages();
        for (double reflux : new double[] {1.5, 2, 4, 20}) {
            double now = construction.step(task, reflux).stages();
            assertThat(now).isLessThan(before);
            before = now;
        }
        assertThat(construction.step(task, 1e6).stages()).isCloseTo(construction.minimumStages(task), within(1e-3));
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        McCabeThiele construction = of("ethanol", "water");
        assertThatThrownBy(() -> construction.step(new McCabeThiele.Task(0.15, 1, 0.80, 0.005), 0.5))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("0.98");
        assertThatThrownBy(() -> construction.minimumStages(new McCabeThiele.Task(0.15, 1, 0.95, 0.005)))
                .isInstanceOf(OtsException.class);
        assertThatThrownBy(() -> construction.minimumReflux(new McCabeThiele.Task(0.15, 1, 0.95, 0.005)))
                .isInstanceOf(OtsException.class);
        assertThatThrownBy(() -> construction.step(new McCabeThiele.Task(0.9, 1, 0.80, 0.005), 3))
                .isInstanceOf(OtsException.class);
    }
}
