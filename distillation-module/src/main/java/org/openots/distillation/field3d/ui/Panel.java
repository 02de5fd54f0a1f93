package org.openots.distillation.field3d.ui;

import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.scene.Item;

/** What is open beside the picture of the plant. Does not change; another page is another panel. */
public sealed interface Panel {
    /** Nothing. */
    record None() implements Panel {}

    /**
     * A valve turned by hand.
     *
     * @param tag of the valve
     */
    record HandValve(String tag) implements Panel {}

    /**
     * A valve moved by the control system.
     *
     * @param tag of the valve
     */
    record ControlValve(String tag) implements Panel {}

    /**
     * The buttons beside a machine.
     *
     * @param tag of the machine
     */
    record Machine(String tag) implements Panel {}

    /**
     * A switch.
     *
     * @param tag of the switch
     */
    record Switch(String tag) implements Panel {}

    /**
     * An emergency stop.
     *
     * @param tag of the button
     * @param lifted whether its cover is open, so that the next press counts
     */
    record EmergencyStop(String tag, boolean lifted) implements Panel {}

    /**
     * A dial.
     *
     * @param tag of the gauge
     */
    record Gauge(String tag) implements Panel {}

    /**
     * A level glass.
     *
     * @param tag of the glass
     */
    record LevelGlass(String tag) implements Panel {}

    /**
     * A gas detector.
     *
     * @param tag of the detector
     */
    record Detector(String tag) implements Panel {}

    /**
     * A sample point, with the number pad for the result.
     *
     * @param id of the sample
     * @param typed so far
     */
    record Sample(String id, String typed) implements Panel {}

    /**
     * A check point.
     *
     * @param id of the point
     * @param defects whether the list of defects is open
     */
    record CheckPoint(String id, boolean defects) implements Panel {}

    /**
     * A lock and a tag for a device.
     *
     * @param tag of the device
     */
    record LockOut(String tag) implements Panel {}

    /**
     * What there is for an emergency.
     *
     * @param kind extinguisher, hose or eyewash
     * @param name for people
     */
    record Aid(Item.Kind kind, LocalText name) implements Panel {}

    /**
     * The plate of a vessel, column or instrument.
     *
     * @param tag of it
     * @param name for people
     */
    record Plate(String tag, LocalText name) implements Panel {}

    /** The cabinet of protective equipment. */
    record Cabinet() implements Panel {}

    /**
     * The shift log.
     *
     * @param field index of the field that is filled in
     * @param typed so far
     */
    record Logbook(int field, String typed) implements Panel {}

    /** Asks whether the report is really to be sent. */
    record Report() implements Panel {}

    /**
     * Radio call to the board operator.
     *
     * @param page of the sentences
     */
    record Radio(int page) implements Panel {}

    /**
     * The plan with the places one may jump to.
     *
     * @param page of the list
     */
    record Places(int page) implements Panel {}

    /** What one carries. */
    record Belt() implements Panel {}

    /** The menu, with the run held. */
    record Menu() implements Panel {}

    /** Keys and rules. */
    record Help() implements Panel {}

    /**
     * The licences.
     *
     * @param text which document
     * @param line from which on it is shown
     */
    record Licences(int text, int line) implements Panel {}

    /**
     * Something does not work; the page in the browser can be used instead.
     *
     * @param zh what, in Chinese
     * @param en what, in English
     */
    record Fault(String zh, String en) implements Panel {}
}
