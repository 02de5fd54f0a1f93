package org.openots.instructor.web;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.field.FieldPlants;
import org.openots.instructor.field.FieldSite;
import org.openots.instructor.people.Person;
import org.openots.instructor.session.FieldPose;
import org.openots.instructor.session.SessionHost;
import org.openots.simulator.engine.FieldSignals;

/**
 * What a field station may operate: things within reach of where its operator stands, once he has put protective equipment on.
 * Safe for use by several threads.
 */
final class FieldGuard {
    /** A place older than this is not where the operator is now, s. */
    private static final int FRESH_SECONDS = 3;

    /** Operations remembered of an operator: far more than can be on their way. */
    private static final int REMEMBERED = 64;

    private static final double DECIMETRES = 10;

    private final SessionHost host;
    private final FieldPlants plants;
    private final FieldPosts posts;
    private final Map<String, Set<String>> passed = new ConcurrentHashMap<>();

    FieldGuard(SessionHost host, FieldPlants plants, FieldPosts posts) {
        this.host = host;
        this.plants = plants;
        this.posts = posts;
    }

    /**
     * Checks an operation of a field station. The same one again is let through, because its answer may have been lost and
     * its operator has walked on.
     *
     * @return where the operator stands, if he said so
     * @throws OtsException if he stands nowhere or too far off, or wears nothing
     */
    Optional<FieldPose> check(String run, String plant, Person person, String cid, String target) {
        Optional<FieldPose> pose = posts.pose(run, person.account(), TimeUnit.SECONDS.toNanos(FRESH_SECONDS));
        Optional<FieldSite> site = plants.plant(plant).flatMap(FieldPlants.Plant::site);
        Set<String> mine = passed.computeIfAbsent(run + " " + person.account(), key -> new LinkedHashSet<>());
        synchronized (mine) {
            if (site.isPresent() && !mine.contains(cid)) {
                check(run, site.get(), pose, target);
            }
            if (mine.add(cid) && mine.size() > REMEMBERED) {
                mine.remove(mine.iterator().next());
            }
        }
        return pose;
    }

    private void check(String run, FieldSite site, Optional<FieldPose> pose, String target) {
        if (!site.stands(target)) {
            return;
        }
        FieldPose at = pose.orElseThrow(() -> new OtsException(StationError.FIELD_NOWHERE, target, FRESH_SECONDS));
        FieldSite.Distance distance = site.distance(target, at).orElseThrow();
        if (!distance.near()) {
            throw new OtsException(
                    StationError.FIELD_TOO_FAR, target, rounded(distance.metres()), rounded(distance.limit()));
        }
        if (!target.equals(FieldSignals.PPE) && !host.observe(run).sights().equipped()) {
            throw new OtsException(StationError.FIELD_UNEQUIPPED, target);
        }
    }

    /** Upwards, so that what is too far never reads as the limit. */
    private static double rounded(double metres) {
        return Math.ceil(metres * DECIMETRES - 1e-6) / DECIMETRES;
    }
}
