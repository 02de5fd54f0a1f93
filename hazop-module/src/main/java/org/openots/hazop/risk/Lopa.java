package org.openots.hazop.risk;

import java.util.List;
import java.util.OptionalInt;
import org.openots.common.error.OtsException;

/**
 * Layer-of-protection analysis (GB/T 32857-2016; CCPS, Layer of Protection Analysis, 2001): frequency of the consequence =
 * initiating frequency x enabling conditions x modifiers x probabilities of failure of all layers.
 *
 * @param unmitigatedFrequency without any layer, 1/a
 * @param mitigatedFrequency with all layers, 1/a
 * @param gap mitigated over tolerable frequency, dimensionless; above 1 the target is missed
 */
public record Lopa(double unmitigatedFrequency, double mitigatedFrequency, double gap) {
    /** Rounding of a product of decimal fractions must not miss a target that is met exactly. */
    private static final double ROUNDING = 1e-9;

    /** Highest level of safety integrity (IEC 61511). */
    private static final int HIGHEST_SIL = 4;

    private static final double DECADE = 10;

    /**
     * Calculates.
     *
     * @param inputs frequencies and probabilities
     * @return the result
     * @throws OtsException if a figure is out of its range
     */
    public static Lopa of(LopaInputs inputs) {
        double unmitigated = positive("initiatingEventFrequencyPerYear", inputs.initiatingFrequency())
                * product(inputs.enablingConditions())
                * product(inputs.conditionalModifiers());
        double mitigated = unmitigated;
        for (LopaInputs.Layer layer : inputs.layers()) {
            mitigated *= probability("pfd", layer.pfd());
        }
        double gap = mitigated / positive("tolerableFrequencyPerYear", inputs.tolerableFrequency());
        return new Lopa(unmitigated, mitigated, gap);
    }

    private static double product(List<LopaInputs.Factor> factors) {
        double product = 1;
        for (LopaInputs.Factor factor : factors) {
            product *= probability("probability", factor.probability());
        }
        return product;
    }

    private static double positive(String name, double value) {
        return within(name, value, Double.MAX_VALUE);
    }

    private static double probability(String name, double value) {
        return within(name, value, 1);
    }

    private static double within(String name, double value, double highest) {
        if (value > 0 && value <= highest) {
            return value;
        }
        throw new OtsException(RiskError.OUT_OF_RANGE, name, value, 0, highest);
    }

    /**
     * Whether the mitigated frequency is tolerable.
     *
     * @return true up to the tolerable frequency
     */
    public boolean meetsTarget() {
        return gap <= 1 + ROUNDING;
    }

    /**
     * Risk reduction that is still missing.
     *
     * @return factor, 1 when the target is met
     */
    public double missingReduction() {
        return meetsTarget() ? 1 : gap;
    }

    /**
     * Safety integrity level of one further safety function that would close the gap: SIL n reduces the risk by more than
     * 10^n and at most 10^(n+1) (IEC 61511-1, table 4, low demand). A gap of up to 10 needs a further layer but none with
     * a level.
     *
     * @return 0 for a gap without a level, 1 to 4; nothing when the target is met, and when one function cannot close it
     */
    public OptionalInt neededSil() {
        if (meetsTarget()) {
            return OptionalInt.empty();
        }
        double reach = DECADE;
        for (int level = 0; level <= HIGHEST_SIL; level++) {
            if (gap <= reach * (1 + ROUNDING)) {
                return OptionalInt.of(level);
            }
            reach *= DECADE;
        }
        return OptionalInt.empty();
    }
}
