package org.openots.hazop.study;

/** What kind of thing a tag names. */
public enum TagKind {
    /** An alarm. */
    ALARM,
    /** Analyser. */
    ANALYSER,
    /** Blower, fan or compressor. */
    BLOWER,
    /** Check valve. */
    CHECK_VALVE,
    /** Distillation column. */
    COLUMN,
    /** Control valve. */
    CONTROL_VALVE,
    /** Detector of gas, flame or smoke. */
    DETECTOR,
    /** Heat exchanger. */
    EXCHANGER,
    /** Filter or strainer. */
    FILTER,
    /** Hand valve. */
    HAND_VALVE,
    /** Electric or fired heater. */
    HEATER,
    /** Indicator. */
    INDICATOR,
    /** Interlock, permissive or sequence. */
    INTERLOCK,
    /** Pipe. */
    LINE,
    /** Control loop. */
    LOOP,
    /** What is none of the others. */
    OTHER,
    /** Pump. */
    PUMP,
    /** Relief valve, vacuum breaker, rupture disc, flame arrester. */
    RELIEF,
    /** Shut-off valve. */
    SHUTOFF_VALVE,
    /** Push button or selector, emergency stops among them. */
    SWITCH,
    /** Transmitter. */
    TRANSMITTER,
    /** Steam trap. */
    TRAP,
    /** Trip: a limit that acts. */
    TRIP,
    /** Supply of power, air, water, steam, nitrogen. */
    UTILITY,
    /** Vessel, drum or tank. */
    VESSEL
}
