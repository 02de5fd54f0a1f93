package org.openots.dcs.publish;

import java.time.ZoneId;
import java.util.regex.Pattern;
import org.openots.common.error.OtsException;

/**
 * How a gateway names itself.
 *
 * @param site part of the topics; Sparkplug calls it the group
 * @param rig part of the topics; Sparkplug calls it the edge node
 * @param boot id of this start of the gateway
 * @param zone zone of times that are written without one
 * @param periodMs how often it scans, ms
 */
public record GatewayProfile(String site, String rig, String boot, ZoneId zone, long periodMs) {
    /** A level of a topic: what MQTT gives a meaning to is not in it. */
    private static final Pattern LEVEL = Pattern.compile("[^/+#$\\s\\p{Cntrl}]{1,64}");

    /** Sees that the names can be levels of topics. */
    public GatewayProfile {
        for (String name : new String[] {site, rig, boot}) {
            if (!LEVEL.matcher(name).matches()) {
                throw new OtsException(PublishError.TOPIC_LEVEL, name);
            }
        }
    }
}
