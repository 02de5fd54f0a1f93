package org.openots.simulator.automation;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openots.common.json.NameForm;
import org.openots.common.text.LocalText;

/** Kinds of things that the automation files give names to. */
enum PartKind {
    /** A measurement with a transmitter. */
    MEASUREMENT("测量仪表"),
    /** A gauge read on the spot. */
    GAUGE("就地表"),
    /** A calculated tag. */
    CALCULATED("计算位号"),
    /** A signal that is on or off, or the name of an alarm. */
    FLAG("开关信号", NameForm.SIGNAL),
    /** A switch or emergency stop. */
    SWITCH("开关"),
    /** An electrical supply. */
    SUPPLY("电源", NameForm.SIGNAL),
    /** A supply of instrument air. */
    AIR("仪表风", NameForm.SIGNAL),
    /** A pump. */
    PUMP("泵"),
    /** An electric heater. */
    HEATER("电加热器"),
    /** A fan. */
    FAN("风机"),
    /** A control valve. */
    CONTROL_VALVE("调节阀"),
    /** A solenoid valve. */
    SOLENOID("电磁阀"),
    /** A shutoff valve. */
    SHUTOFF_VALVE("切断阀"),
    /** A motor valve. */
    MOTOR_VALVE("电动阀"),
    /** A hand valve. */
    HAND_VALVE("手动阀"),
    /** A controller. */
    CONTROLLER("控制器"),
    /** A selector of outputs. */
    SELECTOR("选择器"),
    /** An interlock. */
    INTERLOCK("联锁"),
    /** That an interlock or motor protection has tripped. */
    TRIP("跳闸信号", NameForm.SIGNAL),
    /** A task in the field. */
    TASK("现场任务"),
    /** An alarm. */
    ALARM("报警", NameForm.SIGNAL);

    static final Set<PartKind> ELEMENTS =
            EnumSet.of(PUMP, HEATER, FAN, CONTROL_VALVE, SOLENOID, SHUTOFF_VALVE, MOTOR_VALVE);
    static final Set<PartKind> DRIVEN = EnumSet.of(PUMP, HEATER, CONTROL_VALVE);
    static final Set<PartKind> STARTED = EnumSet.of(PUMP, HEATER, FAN);
    static final Set<PartKind> SWITCHABLE = EnumSet.of(SWITCH, SUPPLY);
    static final Set<PartKind> CAUSES =
            EnumSet.of(MEASUREMENT, CALCULATED, SWITCH, SUPPLY, FLAG, PUMP, HEATER, FAN, TRIP);
    static final Set<PartKind> MEASURED = EnumSet.of(MEASUREMENT, CALCULATED);
    static final Set<PartKind> INPUTS =
            EnumSet.of(MEASUREMENT, CALCULATED, FLAG, AIR, CONTROL_VALVE, SHUTOFF_VALVE, MOTOR_VALVE, HAND_VALVE);
    static final Set<PartKind> SHOWN =
            EnumSet.of(AIR, CALCULATED, CONTROL_VALVE, SHUTOFF_VALVE, MOTOR_VALVE, HAND_VALVE);
    static final Set<PartKind> OUTPUTS = EnumSet.of(CONTROLLER, SELECTOR);
    static final Set<PartKind> FLAGS = EnumSet.of(TRIP, FLAG);

    /** Kinds of which every part has a signal that tells that it has tripped. */
    private static final Set<PartKind> TRIPPING = EnumSet.of(INTERLOCK, PUMP, FAN, MOTOR_VALVE);

    private final String zh;
    private final NameForm form;

    PartKind(String zh) {
        this(zh, NameForm.TAG);
    }

    PartKind(String zh, NameForm form) {
        this.zh = zh;
        this.form = form;
    }

    /** What its names may look like. */
    NameForm form() {
        return form;
    }

    /** Signals about trips that a part of this kind has under its own name. */
    List<String> tripsOf(String name) {
        if (this == SHUTOFF_VALVE) {
            return List.of(name + ".DISC");
        }
        return TRIPPING.contains(this) ? List.of(name + ".TRIP") : List.of();
    }

    /** Kinds of names that are made of names of this kind, itself included. */
    Set<PartKind> named() {
        return switch (this) {
            case MEASUREMENT, CALCULATED -> EnumSet.of(this, ALARM);
            case INTERLOCK, PUMP, FAN, MOTOR_VALVE, SHUTOFF_VALVE -> EnumSet.of(this, TRIP);
            default -> EnumSet.of(this);
        };
    }

    /** The kinds for people. */
    static LocalText words(Set<PartKind> kinds) {
        return new LocalText(
                kinds.stream().map(kind -> kind.zh).collect(Collectors.joining("、")),
                kinds.stream()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", ")));
    }
}
