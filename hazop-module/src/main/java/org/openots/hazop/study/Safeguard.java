package org.openots.hazop.study;

import java.util.Optional;

/**
 * An existing safeguard (control).
 *
 * @param key words and meaning
 * @param role before or after the loss of containment
 * @param layer what kind of layer; nothing in version 0.1
 * @param iplCandidate whether it can be an independent protection layer
 * @param proof how it is shown that it acts
 */
public record Safeguard(KeyText key, Role role, Optional<Layer> layer, boolean iplCandidate, SafeguardProof proof)
        implements KeyItem {
    /** What it does. */
    public enum Role {
        /** Keeps the harm from happening. */
        PREVENTION,
        /** Makes the harm smaller. */
        MITIGATION
    }

    /** Layers of protection, from the inside to the outside. */
    public enum Layer {
        /** Basic process control. */
        CONTROL,
        /** Alarm with an operator's response. */
        ALARM,
        /** Interlock. */
        INTERLOCK,
        /** Relief device. */
        RELIEF,
        /** Other mechanical means: check valve, dike, flame arrester. */
        MECHANICAL,
        /** Inspection, sampling, permit: people by rule. */
        PROCEDURE,
        /** Emergency response. */
        EMERGENCY
    }

    @Override
    public Column column() {
        return Column.SAFEGUARD;
    }
}
