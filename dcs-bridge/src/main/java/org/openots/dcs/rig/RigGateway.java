package org.openots.dcs.rig;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.publish.GatewayProfile;

/**
 * The gateway of a virtual rig.
 *
 * @param dialect how it writes
 * @param site part of its topics
 * @param rig part of its topics
 * @param zone zone of times that are written without one
 * @param scanMs time between two scans, ms of its clock
 * @param speed seconds of the plant in a second of its clock
 * @param start when it starts
 */
public record RigGateway(
        Dialect dialect, String site, String rig, ZoneId zone, long scanMs, double speed, Instant start) {

    /** Its names; the boot id follows from the start and the seed, so that a run can be repeated. */
    GatewayProfile profile(long seed) {
        byte[] boot = (site + "/" + rig + "/" + start + "/" + seed).getBytes(StandardCharsets.UTF_8);
        return new GatewayProfile(site, rig, UUID.nameUUIDFromBytes(boot).toString(), zone, scanMs);
    }
}
