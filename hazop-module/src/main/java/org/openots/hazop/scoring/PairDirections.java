package org.openots.hazop.scoring;

import java.util.Set;

/**
 * Which way each number of {@link PairFeatures} can point: likeness never speaks against credit and contradictions never
 * for it, whatever a few hundred answers of one writer seem to say. Numbers of which -1 means "does not apply" and that
 * rise with likeness have no direction.
 */
final class PairDirections {
    private static final Set<String> RISING = Set.of(
            "recall",
            "precision",
            "exactRecall",
            "exactPrecision",
            "tagShared",
            "axisAgree",
            "boundAgree",
            "claimRecall",
            "claimPrecision",
            "firstClaim",
            "lastClaim",
            "crossAgree",
            "cosineKey",
            "cosineBest",
            "cosineEnglish",
            "commonRun",
            "rough",
            "marginColumn",
            "marginRow",
            "marginCosine",
            "cosineAccepted",
            "roughAccepted",
            "roughKey",
            "marginRejected",
            "sentence",
            "sentenceMargin",
            "sentenceElsewhere");

    private static final Set<String> FALLING = Set.of(
            "roleConflict",
            "deviceConflict",
            "propertyConflict",
            "stateConflict",
            "tagConflict",
            "axisConflict",
            "amountConflict",
            "openingConflict",
            "runningConflict",
            "qualityConflict",
            "boundConflict",
            "denialConflict",
            "missing",
            "extra",
            "subjectConflict",
            "roleSwap",
            "deviceSwap",
            "propertySwap",
            "stateSwap",
            "disabling",
            "crossConflict",
            "orderReversed",
            "denied",
            "rank",
            "foreignRoles",
            "foreignTags",
            "foreignDevices",
            "cosineRejected",
            "roughRejected");

    private PairDirections() {}

    /**
     * Directions of all numbers.
     *
     * @return 1, -1 or 0 by {@link PairFeatures#NAMES}
     */
    static int[] all() {
        return PairFeatures.NAMES.stream()
                .mapToInt(name -> RISING.contains(name) ? 1 : FALLING.contains(name) ? -1 : 0)
                .toArray();
    }
}
