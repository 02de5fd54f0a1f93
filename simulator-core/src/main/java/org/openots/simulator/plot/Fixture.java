package org.openots.simulator.plot;

import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A single thing with a place: an instrument, a switch, a field task, a sign.
 *
 * @param id unique among the fixtures; the tag where it has one
 * @param tag name in the pack of what it shows or does; nothing for what has none
 * @param kind what it is
 * @param text for people; words of a sign; nothing where the pack has the name
 * @param at middle of the dial, glass, panel or head; middle of its foot for what stands on the floor
 * @param heading from the thing towards the person who reads or uses it, degrees clockwise from north
 * @param mount what holds it
 * @param tap where its process connection is: a gauge's impulse line, a thermometer's pocket, the lower root valve of a level glass
 * @param height of a level glass between its root valves, of a lamp post, m; 0 for what has a usual size
 * @param looksAt element of the flowsheet that one sees through a window; nothing for all else
 */
public record Fixture(
        String id,
        Optional<String> tag,
        Kind kind,
        Optional<LocalText> text,
        Point at,
        double heading,
        Mount mount,
        Optional<Point> tap,
        double height,
        Optional<String> looksAt) {
    /** What holds a thing. */
    public enum Mount {
        /** Its own process connection: the tap. */
        TAP,
        /** A post on the floor below. */
        POST,
        /** A wall behind it. */
        WALL,
        /** A column of steel or a vessel's bracket behind it. */
        BRACKET,
        /** Hangs from above. */
        CEILING,
        /** Stands on the floor. */
        FLOOR
    }

    /** The section of the file in which things of a kind stand. */
    public enum Group {
        /** Gauges, glasses, transmitters and detectors. */
        INSTRUMENTS,
        /** Switches, emergency stops and local panels. */
        DEVICES,
        /** Tasks in the field. */
        FIELD_POINTS,
        /** Safety, light and furniture. */
        SAFETY
    }

    /** What it is. */
    public enum Kind {
        /** A dial for pressure. */
        PRESSURE_GAUGE(Group.INSTRUMENTS),
        /** A dial for temperature. */
        THERMOMETER(Group.INSTRUMENTS),
        /** A level glass; {@code at} is the middle between its root valves. */
        LEVEL_GLASS(Group.INSTRUMENTS),
        /** A window in a shell. */
        WINDOW(Group.INSTRUMENTS),
        /** A pressure transmitter. */
        PRESSURE_TRANSMITTER(Group.INSTRUMENTS),
        /** A transmitter for a difference of pressure or a level. */
        DIFFERENTIAL_TRANSMITTER(Group.INSTRUMENTS),
        /** A temperature element with its head. */
        TEMPERATURE_ELEMENT(Group.INSTRUMENTS),
        /** A level transmitter on top of a vessel. */
        LEVEL_TRANSMITTER(Group.INSTRUMENTS),
        /** An analyser in its house. */
        ANALYSER(Group.INSTRUMENTS),
        /** A meter in the door of a cabinet. */
        PANEL_METER(Group.INSTRUMENTS),
        /** A gas detector with lamp and horn. */
        GAS_DETECTOR(Group.INSTRUMENTS),
        /** A switch of a supply or function. */
        SWITCH(Group.DEVICES),
        /** An emergency stop. */
        EMERGENCY_STOP(Group.DEVICES),
        /** Start and stop buttons beside a machine; its tag is the machine's. */
        LOCAL_PANEL(Group.DEVICES),
        /** What an inspection looks at. */
        CHECK_POINT(Group.FIELD_POINTS),
        /** Where a sample is drawn. */
        SAMPLE_POINT(Group.FIELD_POINTS),
        /** The cabinet of protective equipment. */
        PPE_CABINET(Group.FIELD_POINTS),
        /** The desk with the shift log. */
        DESK(Group.FIELD_POINTS),
        /** The telephone with which one reports. */
        TELEPHONE(Group.FIELD_POINTS),
        /** Where a detector test is started: test gas and button. */
        DETECTOR_TEST(Group.FIELD_POINTS),
        /** Fire extinguishers in their box. */
        EXTINGUISHER(Group.SAFETY),
        /** Eyewash and shower. */
        EYEWASH(Group.SAFETY),
        /** A hose reel. */
        HOSE(Group.SAFETY),
        /** A first-aid box. */
        FIRST_AID(Group.SAFETY),
        /** A manual fire alarm. */
        FIRE_ALARM(Group.SAFETY),
        /** A warning sign: yellow. */
        WARNING_SIGN(Group.SAFETY),
        /** A mandatory sign: blue. */
        MANDATORY_SIGN(Group.SAFETY),
        /** A prohibition sign: red. */
        PROHIBITION_SIGN(Group.SAFETY),
        /** A sign of safe places and ways: green. */
        SAFE_SIGN(Group.SAFETY),
        /** A board with words. */
        BOARD(Group.SAFETY),
        /** A lamp on a post. */
        LAMP_POST(Group.SAFETY),
        /** A lamp on a wall, ceiling or platform. */
        LAMP(Group.SAFETY),
        /** A wind sock. */
        WIND_SOCK(Group.SAFETY),
        /** A waste bin or drum. */
        DRUM(Group.SAFETY),
        /** A bench or rack for tools. */
        BENCH(Group.SAFETY);

        private final Group group;

        Kind(Group group) {
            this.group = group;
        }

        /**
         * The section of the file in which it stands.
         *
         * @return its group
         */
        public Group group() {
            return group;
        }
    }
}
