package org.openots.simulator.thermo;

import org.openots.common.error.ErrorCode;
import org.openots.common.text.LocalText;

/** Mistakes in property data. */
enum PropertyError implements ErrorCode {
    /** A species without a data file. */
    NO_FILE("OTS-PROP-001"),
    /** A figure that a species needs and does not have. */
    NO_FIGURE("OTS-PROP-002"),
    /** A figure from a source that is missing, unverified or not validated. */
    UNUSABLE_SOURCE("OTS-PROP-003"),
    /** Two components without interaction parameters. */
    NO_PAIR("OTS-PROP-004"),
    /** Mole fractions that are too few, too many, negative or do not sum to one. */
    NOT_FRACTIONS("OTS-PROP-005"),
    /** A pressure that is not positive. */
    NOT_A_PRESSURE("OTS-PROP-006"),
    /** A pressure at which the mixture does not boil within the range of the vapour pressures. */
    PRESSURE_RANGE("OTS-PROP-007"),
    /** A temperature outside the range of the vapour pressures. */
    TEMPERATURE_RANGE("OTS-PROP-008"),
    /** A question that only a binary mixture answers. */
    NOT_BINARY("OTS-PROP-009"),
    /** A search that did not come to an end. */
    NOT_CONVERGED("OTS-PROP-010"),
    /** A valid range that is not two rising temperatures. */
    NOT_A_RANGE("OTS-PROP-011"),
    /** An equation with too few or too many coefficients. */
    COEFFICIENT_COUNT("OTS-PROP-012"),
    /** Product specifications that are no separation: bottoms, feed, distillate. */
    NOT_A_SEPARATION("OTS-PROP-013"),
    /** A separation that needs more reflux: task, reflux, minimum reflux. */
    INFEASIBLE_STAGES("OTS-PROP-014"),
    /** A product beyond an azeotrope: task, pressure. */
    BEYOND_AZEOTROPE("OTS-PROP-015"),
    /** A mixture of which the suite has no data: name, known ones. */
    UNKNOWN_SYSTEM("OTS-PROP-016");

    /** What a unit is called in messages. */
    static final LocalText UNIT = new LocalText("单位", "unit");

    private final String code;

    PropertyError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.simulator.thermo.PropertyMessages";
    }
}
