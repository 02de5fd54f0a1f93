package org.openots.hazop.plant;

import org.openots.common.error.ErrorCode;

/** Rules between a study and its plant pack. Placeholder 0 of each message is the place. */
public enum PlantRuleError implements ErrorCode {
    /** A tag that the plant pack does not have: place, tag, plant. */
    NO_SUCH_TAG("OTS-HAZ-041"),
    /** A tag that the plant pack does not have, and a close one: place, tag, plant, the close one. */
    MISTYPED_TAG("OTS-HAZ-042"),
    /** A verb with a number that is not given, or the reverse: place, target, verb. */
    ORDER_VALUE("OTS-HAZ-043"),
    /** An effect that the signal cannot show: place, effect, signal, what it needs. */
    UNFIT_EFFECT("OTS-HAZ-044"),
    /** A limit in a unit that does not fit the signal: place, unit, signal, unit of the signal. */
    UNFIT_UNIT("OTS-HAZ-045"),
    /** Two layers share something: place, layer, other layer or cause, what they share. */
    NOT_INDEPENDENT("OTS-HAZ-046"),
    /** An order that the plant refuses: place, order in words, refusal. */
    REFUSED("OTS-HAZ-047");

    private final String code;

    PlantRuleError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.hazop.plant.PlantRuleMessages";
    }
}
