package org.openots.distillation.field3d.scene;

import org.joml.Quaternionfc;
import org.joml.Vector3fc;
import org.openots.common.text.LocalText;

/**
 * Something that can be looked at or taken in hand.
 *
 * @param tag name in the pack: a device, a gauge, a field task
 * @param kind what it is
 * @param name for people
 * @param centre of its box, m
 * @param half half the lengths of its box along its own axes, m
 * @param turn from the box's axes to the site's
 * @param handle where the hand goes or the eye looks, m
 * @param facing the side from which it is used, length 1
 */
public record Item(
        String tag,
        Kind kind,
        LocalText name,
        Vector3fc centre,
        Vector3fc half,
        Quaternionfc turn,
        Vector3fc handle,
        Vector3fc facing) {
    /** What it is. */
    public enum Kind {
        /** Turned by hand. */
        HAND_VALVE,
        /** Moved by the control system; its stem can be read. */
        CONTROL_VALVE,
        /** Start and stop buttons beside a machine. */
        LOCAL_PANEL,
        /** Main, cabinet or selector switch. */
        SWITCH,
        /** Emergency stop. */
        EMERGENCY_STOP,
        /** A dial that is read on the spot. */
        GAUGE,
        /** A glass that is read on the spot. */
        LEVEL_GLASS,
        /** A transmitter or element; only looked at. */
        TRANSMITTER,
        /** Where a sample is drawn. */
        SAMPLE_POINT,
        /** What an inspection looks at. */
        CHECK_POINT,
        /** A gas detector. */
        DETECTOR,
        /** The cabinet of protective equipment. */
        PPE_CABINET,
        /** The board with the shift log and the report. */
        DESK,
        /** Fire extinguisher. */
        EXTINGUISHER,
        /** Eyewash and shower. */
        EYEWASH,
        /** Hose station. */
        HOSE,
        /** A vessel, column or machine by its plate. */
        EQUIPMENT;

        /**
         * Whether it goes by its tag: what there is for safety and for paper is called by its name.
         *
         * @return false for cabinet, desk, extinguisher, eyewash and hose
         */
        public boolean tagged() {
            return switch (this) {
                case PPE_CABINET, DESK, EXTINGUISHER, EYEWASH, HOSE -> false;
                default -> true;
            };
        }

        /**
         * Whether its buttons are on one side, so that it is used from there only.
         *
         * @return true for panels and switches
         */
        public boolean faced() {
            return this == LOCAL_PANEL || this == SWITCH || this == EMERGENCY_STOP;
        }
    }
}
