package org.openots.dcs.map;

/** Which numbers or words of quality a gateway uses. */
public enum QualityMap {
    /** Byte of OPC DA 2.05, 192 is good. */
    OPC_DA,
    /** Severity of an OPC UA status code in the two upper bits. */
    OPC_UA,
    /** true is good. */
    BOOLEAN,
    /** Error code of Neuron, 0 is good. */
    NEURON,
    /** 0 bad, 192 good, 500 stale. */
    SPARKPLUG,
    /** The gateway gives none. */
    NONE
}
