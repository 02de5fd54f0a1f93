package org.openots.simulator.plant;

import org.openots.common.error.ErrorCode;

/** Mistakes in plant packs and in what is asked of them. */
public enum PlantError implements ErrorCode {
    /** A plant the suite does not have: id, known ids. */
    UNKNOWN_PLANT("OTS-PLANT-001"),
    /** A file the pack must have and has not: place, file. */
    MISSING_FILE("OTS-PLANT-002"),
    /** An initial condition the plant does not have: id, plant, known ids. */
    UNKNOWN_INITIAL_CONDITION("OTS-PLANT-003"),
    /** Something to read or to operate that no drawing shows: place, name, what it is. */
    NOT_DRAWN("OTS-PLANT-004"),
    /** Neither a folder nor a plant of the suite: name, known ids. */
    NO_PACK("OTS-PLANT-005"),
    /** A file names another plant than plant.json: place, the plant it names, the plant of plant.json. */
    OTHER_PLANT("OTS-PLANT-006"),
    /** A stored state is not the one that was written: place, hash in the file, hash of the numbers. */
    WRONG_STATE_HASH("OTS-PLANT-007"),
    /** A file in the folder of a pack that nothing reads: place, what to do. */
    UNREAD_FILE("OTS-PLANT-008"),
    /** Liquid to be charged does not fit into its holdup: place, volume in m3, holdup, its volume in m3. */
    TOO_MUCH_CHARGED("OTS-PLANT-009"),
    /** A file is named after another thing than it tells: place, id in the file, id by the name of the file. */
    OTHER_SUBSTANCE("OTS-PLANT-010"),
    /** Something to read or to operate that has no place in the plot plan: place, name, what it is. */
    NOT_PLACED("OTS-PLANT-011"),
    /** A valve in the plot plan is of another kind than the device: place, tag, kind in the plan, kind of the device. */
    OTHER_KIND("OTS-PLANT-012");

    private final String code;

    PlantError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.simulator.plant.PlantMessages";
    }
}
