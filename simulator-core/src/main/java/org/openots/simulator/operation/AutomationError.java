package org.openots.simulator.operation;

import org.openots.common.error.ErrorCode;

/**
 * Mistakes in orders, impairments and presets (OTS-AUT-0xx), reasons for refusing an order (OTS-AUT-1xx) and mistakes
 * in the automation files of a plant pack (OTS-AUT-2xx). The placeholders of each message stand in the bundle.
 */
public enum AutomationError implements ErrorCode {
    /** No such target. */
    UNKNOWN_TARGET("OTS-AUT-001"),
    /** The target does not know the verb. */
    UNKNOWN_VERB("OTS-AUT-002"),
    /** The value of an order is out of range. */
    VALUE_OUT_OF_RANGE("OTS-AUT-003"),
    /** The value of an order must be a whole number in a range. */
    VALUE_NOT_A_CHOICE("OTS-AUT-004"),
    /** The order takes no text. */
    TEXT_NOT_TAKEN("OTS-AUT-005"),
    /** The order is for the instructor only. */
    NOT_PRIVILEGED("OTS-AUT-006"),
    /** The device has no local panel. */
    NO_LOCAL_PANEL("OTS-AUT-007"),
    /** An item of protective equipment is unknown. */
    UNKNOWN_ITEM("OTS-AUT-008"),
    /** The text of the shift record is not a JSON object of numbers. */
    LOG_NOT_JSON("OTS-AUT-009"),
    /** The shift record has no such field. */
    UNKNOWN_LOG_FIELD("OTS-AUT-010"),
    /** No part with that name can be impaired. */
    UNKNOWN_IMPAIRMENT_TARGET("OTS-AUT-011"),
    /** The part cannot be impaired that way. */
    UNKNOWN_IMPAIRMENT("OTS-AUT-012"),
    /** The value of an impairment is out of range. */
    IMPAIRMENT_OUT_OF_RANGE("OTS-AUT-013"),
    /** The signal cannot be preset. */
    UNKNOWN_PRESET("OTS-AUT-014"),
    /** The value of a preset is out of range. */
    PRESET_OUT_OF_RANGE("OTS-AUT-015"),
    /** A condition remembers earlier ticks. */
    CONDITION_REMEMBERS("OTS-AUT-016"),
    /** The plant is a real one and operated at its own control system. */
    OPERATED_AT_PLANT("OTS-AUT-017"),
    /** No defect of that name can be reported: target, name, names known. */
    UNKNOWN_DEFECT("OTS-AUT-018"),
    /** There is no radio sentence of that name: name, names known. */
    UNKNOWN_SENTENCE("OTS-AUT-019"),
    /** A radio sentence about something comes without a tag: sentence. */
    SENTENCE_NEEDS_TAG("OTS-AUT-020"),
    /** A radio sentence about nothing comes with a tag: sentence, tag. */
    SENTENCE_WITHOUT_TAG("OTS-AUT-021"),
    /** The plant has nothing of the name spoken of: sentence, tag, the name meant. */
    UNKNOWN_RADIO_TAG("OTS-AUT-022"),

    /** A start permissive does not hold. */
    PERMISSIVE_MISSING("OTS-AUT-101"),
    /** An interlock holds the device in its safe state. */
    INTERLOCK_HOLDS("OTS-AUT-102"),
    /** The device has no power. */
    NO_POWER("OTS-AUT-103"),
    /** The motor tripped and was not reset. */
    MOTOR_IS_TRIPPED("OTS-AUT-104"),
    /** The cause of the interlock is still there. */
    CAUSE_REMAINS("OTS-AUT-105"),
    /** The interlock has not tripped. */
    NOT_TRIPPED("OTS-AUT-106"),
    /** No trip could be reset. */
    NO_TRIP_RESET("OTS-AUT-107"),
    /** The set point comes from the cascade. */
    SET_POINT_FROM_CASCADE("OTS-AUT-108"),
    /** The set point follows the measurement in MAN. */
    SET_POINT_TRACKS("OTS-AUT-109"),
    /** The output can be set in MAN only. */
    OUTPUT_NOT_MANUAL("OTS-AUT-110"),
    /** The output follows the slave's set point while the cascade is open. */
    OUTPUT_TRACKS("OTS-AUT-111"),
    /** The loop has no cascade source in the selected scheme. */
    NO_CASCADE("OTS-AUT-112"),
    /** The measurement is bad. */
    MEASUREMENT_BAD("OTS-AUT-113"),
    /** The final element of the loop is not running. */
    OUTPUT_NOT_RUNNING("OTS-AUT-114"),
    /** A loop must be in MAN before the scheme is changed. */
    SCHEME_NEEDS_MANUAL("OTS-AUT-115"),
    /** A loop must leave CAS before the scheme is changed. */
    SCHEME_NEEDS_NO_CASCADE("OTS-AUT-116"),
    /** Nothing to acknowledge. */
    NOTHING_TO_ACKNOWLEDGE("OTS-AUT-117"),
    /** The alarm is in a state that does not allow the order. */
    ALARM_STATE("OTS-AUT-118"),
    /** The sample valve is closed. */
    SAMPLE_VALVE_CLOSED("OTS-AUT-119"),
    /** The laboratory still works on the last sample. */
    SAMPLE_PENDING("OTS-AUT-120"),
    /** There is no liquid to sample. */
    SAMPLE_NO_LIQUID("OTS-AUT-121"),
    /** A gas detector does not answer the test gas. */
    DETECTOR_DEAD("OTS-AUT-122"),
    /** The flow that a ratio refers to is too small to close the ratio on. */
    RATIO_NEEDS_FLOW("OTS-AUT-123"),
    /** The ratio can be set in CAS only. */
    RATIO_NEEDS_CASCADE("OTS-AUT-124"),
    /** The valve is not on its handwheel: tag. */
    NOT_LOCAL("OTS-AUT-125"),
    /** A stroke test begins at an end of the stroke: tag, position. */
    VALVE_NOT_AT_END("OTS-AUT-126"),
    /** The output follows the position of its device: loop, devices. */
    OUTPUT_TRACKS_DEVICE("OTS-AUT-127"),
    /** The reset condition does not hold: interlock, condition. */
    RESET_NOT_PERMITTED("OTS-AUT-128"),
    /** A tripped interlock cannot be tested: interlock. */
    TEST_WHILE_TRIPPED("OTS-AUT-129"),
    /** A padlock hangs on the device: tag. */
    LOCKED_OUT("OTS-AUT-130"),
    /** A device that is on cannot be locked: tag. */
    LOCK_WHILE_ON("OTS-AUT-131"),
    /** A lock or tag hangs there already: tag, which. */
    HANGS_ALREADY("OTS-AUT-132"),
    /** No lock or tag hangs there: tag, which. */
    NOTHING_HANGS("OTS-AUT-133"),

    /** A pack file names a signal that does not exist. */
    PACK_UNKNOWN_SIGNAL("OTS-AUT-201"),
    /** A pack file names a part that does not exist. Place, name, kinds that belong there, the name meant. */
    PACK_UNKNOWN_PART("OTS-AUT-202"),
    /** Two parts of a pack have the same name. */
    PACK_DUPLICATE("OTS-AUT-203"),
    /** A number of a pack file breaks a rule. */
    PACK_NUMBER_RULE("OTS-AUT-204"),
    /** A word of a pack file is not one of those allowed. */
    PACK_WORD("OTS-AUT-205"),
    /** A condition of a pack file cannot be read. */
    PACK_CONDITION("OTS-AUT-206"),
    /** A pack file is missing. */
    PACK_FILE_MISSING("OTS-AUT-207"),
    /** A unit of another dimension than the variable: place, unit, its SI unit, variable, SI unit of the variable. */
    PACK_UNIT("OTS-AUT-208"),
    /** Parts of a pack depend on each other in a circle: place, the circle. */
    PACK_CIRCLE("OTS-AUT-209"),
    /** A supply needs one that is defined after it: place, supply, the later one. */
    PACK_ORDER("OTS-AUT-210");

    private final String code;

    AutomationError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.simulator.operation.AutomationMessages";
    }
}
