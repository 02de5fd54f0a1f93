package org.openots.distillation.field3d.app;

import org.openots.common.error.ErrorCode;

/** Mistakes of a command line of the field station. */
public enum AppError implements ErrorCode {
    /** The pack has no plot plan: plant. */
    NO_PLOT("OTS-FIELD-201"),
    /** No view of that name: name, plant, those there are. */
    NO_VIEW("OTS-FIELD-202"),
    /** Not a size: what was given. */
    SIZE("OTS-FIELD-203"),
    /** Address and ticket belong together: which is missing. */
    HALF_ADDRESS("OTS-FIELD-204"),
    /** Not an effect: what was given. */
    EFFECT("OTS-FIELD-205"),
    /** The pack of a shipped plant is not on this computer: plant. */
    NO_PACK_HERE("OTS-FIELD-206"),
    /** The station sends nothing: seconds waited, state of the connection. */
    NO_FRAMES("OTS-FIELD-207"),
    /** The script of a robot is for another plant: plant of the script, plant of the run. */
    OTHER_PLANT("OTS-FIELD-208"),
    /** Two things that exclude each other on a command line: first, second. */
    EXCLUDES("OTS-FIELD-209"),
    /** A robot finds no way: where to. */
    NO_WAY("OTS-FIELD-211"),
    /** A robot does not come on: where to, m east, m south. */
    STUCK("OTS-FIELD-212"),
    /** A robot cannot turn its view to an item: tag. */
    NOT_SEEN("OTS-FIELD-213"),
    /** An item is not in reach: tag. */
    NOT_IN_REACH("OTS-FIELD-214"),
    /** The open panel has no such button, or it cannot be pressed now: its id, those there are. */
    NO_BUTTON("OTS-FIELD-215"),
    /** The station refused an operation: in its words. */
    REFUSED("OTS-FIELD-216"),
    /** No valve is in the hand. */
    NO_VALVE("OTS-FIELD-217"),
    /** A valve did not come to where it is wanted: wanted %, where it is %. */
    NOT_TURNED("OTS-FIELD-218"),
    /** A condition did not come to hold: condition, s waited. */
    NOT_SO("OTS-FIELD-219"),
    /** A gauge shows something else: tag, value, least, most. */
    OTHER_VALUE("OTS-FIELD-220"),
    /** The panel of no sample point is open. */
    NO_SAMPLE("OTS-FIELD-231"),
    /** The laboratory did not report in time: sample point, s waited, results reported, results wanted. */
    NO_RESULT("OTS-FIELD-232");

    private final String code;

    AppError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.distillation.field3d.app.AppMessages";
    }
}
