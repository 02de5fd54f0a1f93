package org.openots.simulator.control;

/** What can set the set point of a slave: a loop or a selector. */
interface OutputSource {
    /** The output now, %. */
    double output();
}
