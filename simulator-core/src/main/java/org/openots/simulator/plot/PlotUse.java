package org.openots.simulator.plot;

import org.openots.common.json.Finding;

/**
 * A name of the pack to which the plot plan gives a place.
 *
 * @param role what the name must be
 * @param name the name
 * @param inline kind of the thing in a pipe; it must be that of the device. Of other things a flow element
 * @param place where it stands in the file
 */
public record PlotUse(Role role, String name, Inline.Kind inline, Finding.Place place) {
    /** What a name must be. */
    public enum Role {
        /** A valve in a pipe. */
        VALVE,
        /** A switch or emergency stop. */
        SWITCH,
        /** Buttons beside a machine; the machine's tag. */
        PANEL,
        /** A signal that is measured or read on the spot. */
        SIGNAL,
        /** A task in the field. */
        TASK,
        /** A piece of equipment; it may be a device. */
        EQUIPMENT,
        /** An element of the flowsheet that lets something out. */
        ELEMENT,
        /** An element of the flowsheet that one sees through a window. */
        VIEW,
        /** A fault. */
        FAULT
    }

    /**
     * Something that is no valve.
     *
     * @param role what the name must be
     * @param name the name
     * @param place where it stands in the file
     */
    PlotUse(Role role, String name, Finding.Place place) {
        this(role, name, Inline.Kind.FLOW_ELEMENT, place);
    }
}
