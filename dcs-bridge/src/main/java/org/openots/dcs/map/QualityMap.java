package org.openots.dcs.map;

/** Which numbers or words of quality a gateway uses. */
public enum QualityMap {
    /** Byte of OPC DA 2.05, 192 is good. */
    OPC_DA,
    /** Status code of OPC UA, 32 bits; 0 is good. */
    OPC_UA,
    /** Byte of PROFIBUS PA, as WinCC gives it: 128 and 192 are good. */
    PROFIBUS,
    /** true or 1 is good. */
    BOOLEAN,
    /** Error code of Neuron, 0 is good. */
    NEURON,
    /** 0 bad, 192 good, 500 stale. */
    SPARKPLUG,
    /** The gateway gives none. */
    NONE
}
