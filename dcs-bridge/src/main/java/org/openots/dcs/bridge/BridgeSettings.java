package org.openots.dcs.bridge;

import java.nio.file.Path;
import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.dcs.agent.RigTopics;
import org.openots.dcs.influx.InfluxSettings;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.twin.DigitalTwin;

/**
 * What a bridge to a rig needs to know.
 *
 * @param title the rig, for people
 * @param broker where its messages come from; nothing for the broker that the station itself starts
 * @param ownPort port of the broker that the station starts when there is no other
 * @param map file of its tag map
 * @param wire names in the topics of the native profile; needed when the map has native tags
 * @param virtualRig a virtual rig that the station starts beside its own broker
 * @param history most bytes that its history may need on the disk
 * @param gate its write gate; nothing when nothing can be written
 * @param twin how the digital twin works beside it
 * @param influx where samples go in line protocol as well, if anywhere
 */
public record BridgeSettings(
        LocalText title,
        Optional<LinkSettings> broker,
        int ownPort,
        Path map,
        Optional<Wire> wire,
        Optional<Virtual> virtualRig,
        long history,
        Optional<GatePart> gate,
        Twin twin,
        Optional<InfluxSettings> influx) {
    /**
     * Names in the topics of the native profile.
     *
     * @param topics site and rig
     * @param consumer the name under which this bridge confirms what it received
     */
    public record Wire(RigTopics topics, String consumer) {}

    /**
     * A virtual rig in place of a real one.
     *
     * @param plant plant id or folder of a pack
     * @param mismatch which plant of those that differ from the pack it is; 0 for the pack itself
     * @param from initial condition
     */
    public record Virtual(String plant, int mismatch, String from) {}

    /**
     * How the digital twin works.
     *
     * @param on whether there is one
     * @param filter whether it follows the parameters
     * @param settleSeconds how long it follows the rig without watching after a long outage, s
     * @param falseAlarms wanted in 8 h over all outputs
     */
    public record Twin(boolean on, boolean filter, double settleSeconds, double falseAlarms) {
        /** It runs, follows the parameters, and gives half a false alarm in 8 h. */
        public static final Twin USUAL = new Twin(true, true, DigitalTwin.Settings.USUAL_SETTLE, 0.5);
    }

    /**
     * The same with a broker.
     *
     * @param link the link to it
     * @return the settings
     */
    public BridgeSettings with(LinkSettings link) {
        return new BridgeSettings(
                title, Optional.of(link), ownPort, map, wire, virtualRig, history, gate, twin, influx);
    }
}
