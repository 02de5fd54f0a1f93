package org.openots.hazop.risk;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * What a layer-of-protection analysis starts from.
 *
 * @param initiatingFrequency of the cause, 1/a
 * @param enablingConditions probabilities that the situation is one in which the cause can act
 * @param conditionalModifiers probabilities of what must come together for the harm, for example ignition
 * @param layers independent protection layers with their probabilities of failure on demand
 * @param tolerableFrequency of the consequence, 1/a
 */
public record LopaInputs(
        double initiatingFrequency,
        List<Factor> enablingConditions,
        List<Factor> conditionalModifiers,
        List<Layer> layers,
        double tolerableFrequency) {
    /** Keeps unmodifiable copies. */
    public LopaInputs {
        enablingConditions = List.copyOf(enablingConditions);
        conditionalModifiers = List.copyOf(conditionalModifiers);
        layers = List.copyOf(layers);
    }

    /**
     * A probability with a name.
     *
     * @param name what it is
     * @param probability above 0, at most 1
     */
    public record Factor(LocalText name, double probability) {}

    /**
     * A protection layer.
     *
     * @param safeguardId the safeguard of the row that it is
     * @param pfd probability of failure on demand, above 0, at most 1; 1 takes no credit
     * @param source where the figure comes from; nothing in files of version 0.1
     */
    public record Layer(String safeguardId, double pfd, Optional<LocalText> source) {}
}
