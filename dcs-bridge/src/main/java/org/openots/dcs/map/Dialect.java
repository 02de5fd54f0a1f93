package org.openots.dcs.map;

import java.util.Locale;

/** Forms of messages of gateways. */
public enum Dialect {
    /** Frames of the suite's own agent. */
    NATIVE,
    /** EMQX Neuron, values by tag. */
    NEURON_VALUES,
    /** EMQX Neuron, a list of tags. */
    NEURON_TAGS,
    /** Kepware IoT gateway, standard template. */
    KEPWARE,
    /** WinCC, one tag a message. */
    WINCC,
    /** Any JSON, items by JSON pointer (RFC 6901). */
    POINTER,
    /** Sparkplug B 3.0. */
    SPARKPLUG;

    /**
     * Its name in files and on the command line.
     *
     * @return for example {@code neuron-values}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
