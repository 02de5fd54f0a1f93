package org.openots.hazop.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Effect;
import org.openots.simulator.plant.PlantPack;

/** When an effect counts, on recordings made up for the purpose. */
class EffectJudgeTest {
    private static final int SECONDS = 1800;
    private static final PlantNames NAMES = PlantNames.of(PlantPack.shipped("ethanol-water-column"));
    private static final EffectJudge JUDGE = new EffectJudge(NAMES);

    private static RunTrace trace(String signal, IntToDoubleFunction values) {
        double[] series = new double[SECONDS + 1];
        Arrays.setAll(series, values);
        return new RunTrace(Map.of(signal, series), SECONDS, SECONDS, "");
    }

    private static Effect effect(String signal, Effect.Kind kind) {
        return new Effect(signal, kind, Optional.empty(), OptionalDouble.empty(), List.of());
    }

    private static Sighting look(Effect effect, IntToDoubleFunction disturbed, IntToDoubleFunction quiet) {
        String signal = NAMES.observed(effect.signal(), effect.kind()).get(0).name();
        return JUDGE.look(effect, new EffectJudge.Pair(trace(signal, disturbed), trace(signal, quiet), 60, SECONDS));
    }

    /** Noise as the instrument has it, 10 kg/h, of two readings that have nothing in common. */
    @Test
    void noiseAloneNeverCounts() {
        SplittableRandom random = new SplittableRandom(5);
        for (int run = 0; run < 200; run++) {
            double[] a = random.doubles(SECONDS + 1).map(u -> 10 * gauss(u)).toArray();
            double[] b = random.doubles(SECONDS + 1).map(u -> 10 * gauss(u)).toArray();
            for (Effect.Kind kind : List.of(Effect.Kind.UP, Effect.Kind.DOWN)) {
                assertThat(look(effect("FIC101", kind), t -> 6000 + a[t], t -> 6000 + b[t])
                                .seen())
                        .isFalse();
            }
        }
    }

    /** Normal deviate by the logistic approximation of its distribution: heavier tails than noise has. */
    private static double gauss(double u) {
        double clipped = Math.min(1 - 1e-9, Math.max(1e-9, u));
        return StrictMath.log(clipped / (1 - clipped)) / 1.702;
    }

    @Test
    void aMovementCountsFromAQuarterPercentOfTheRangeOn() {
        Effect up = effect("FIC101", Effect.Kind.UP);
        assertThat(look(up, t -> 6000 + (t > 100 ? 24 : 0), t -> 6000).seen()).isFalse();
        Sighting seen = look(up, t -> 6000 + (t > 100 ? 27 : 0), t -> 6000);
        assertThat(seen.seen()).isTrue();
        assertThat(seen.firstSeconds()).isBetween(40.0, 60.0);
        assertThat(seen.threshold()).isEqualTo(25);
        assertThat(look(effect("FIC101", Effect.Kind.DOWN), t -> 6000 + (t > 100 ? 27 : 0), t -> 6000)
                        .seen())
                .isFalse();
    }

    @Test
    void aReboundIsNoMovementButWhatComesFirstIs() {
        IntToDoubleFunction fallsThenSwings = t -> t < 100 ? 50 : t < 900 ? 20 : 52;
        IntToDoubleFunction risesThenFalls = t -> t < 100 ? 50 : t < 200 ? 52 : 0;
        assertThat(look(effect("LIC101", Effect.Kind.UP), fallsThenSwings, t -> 50)
                        .seen())
                .isFalse();
        assertThat(look(effect("LIC101", Effect.Kind.UP), risesThenFalls, t -> 50)
                        .seen())
                .isTrue();
    }

    @Test
    void timesAndMissingReadingsCount() {
        Effect soon = new Effect("LIC101", Effect.Kind.UP, Optional.empty(), OptionalDouble.of(300), List.of());
        assertThat(look(soon, t -> t > 500 ? 70 : 50, t -> 50).seen()).isFalse();
        assertThat(look(soon, t -> t > 200 ? 70 : 50, t -> 50).seen()).isTrue();
        assertThat(look(effect("LIC101", Effect.Kind.UP), t -> Double.NaN, t -> 50)
                        .seen())
                .isFalse();
    }

    @Test
    void limitsAreConvertedAndNeedThreeReadings() {
        Effect above = new Effect(
                "PIC101",
                Effect.Kind.ABOVE,
                Optional.of(new Effect.Limit(0.02, "MPa")),
                OptionalDouble.empty(),
                List.of());
        assertThat(look(above, t -> t == 100 || t == 102 ? 25 : 10, t -> 10).seen())
                .isFalse();
        Sighting seen = look(above, t -> t > 100 ? 25 : 10, t -> 10);
        assertThat(seen.seen()).isTrue();
        assertThat(seen.firstSeconds()).isEqualTo(41);
        assertThat(look(above, t -> t > 100 ? 25 : 10, t -> t > 1000 ? 25 : 10).seen())
                .isFalse();
    }

    @Test
    void alarmsTripsValvesAndMotors() {
        Effect alarm = effect("FAL101", Effect.Kind.ALARM);
        assertThat(look(alarm, t -> t > 100 ? 1 : 0, t -> 0).seen()).isTrue();
        assertThat(look(alarm, t -> t > 100 ? 1 : 0, t -> t > 900 ? 1 : 0).seen())
                .isFalse();
        assertThat(look(effect("LALL101", Effect.Kind.TRIP), t -> t > 100 ? 1 : 0, t -> 0)
                        .signal())
                .isEqualTo("IC-03.TRIP");
        assertThat(look(effect("XV105", Effect.Kind.CLOSE), t -> t > 100 ? 1 : 100, t -> 100)
                        .seen())
                .isTrue();
        assertThat(look(effect("XV105", Effect.Kind.CLOSE), t -> t > 100 ? 5 : 100, t -> 100)
                        .seen())
                .isFalse();
        assertThat(look(effect("FV101", Effect.Kind.OPEN), t -> t > 100 ? 100 : 50, t -> 50)
                        .seen())
                .isTrue();
        assertThat(look(effect("PSV-101", Effect.Kind.OPEN), t -> t > 100 ? 1 : 0, t -> 0)
                        .signal())
                .isEqualTo("PSV-101.OPEN");
        assertThat(look(effect("P-101A", Effect.Kind.STOP), t -> t > 100 ? 0 : 1, t -> 1)
                        .seen())
                .isTrue();
        assertThat(look(effect("P-101B", Effect.Kind.START), t -> t > 100 ? 1 : 0, t -> 0)
                        .seen())
                .isTrue();
    }
}
