package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openots.instructor.people.Person;
import org.openots.instructor.session.FieldPose;
import org.openots.instructor.session.MonotonicClock;

/** Who stands where in the plant of which run. Safe for use by several threads. */
final class FieldPosts {
    /** Who has said nothing for so long is not shown to others. */
    private static final long GONE = TimeUnit.SECONDS.toNanos(10);
    /** Time between two lines in the journal: enough to follow a walk. */
    private static final long WRITTEN = TimeUnit.SECONDS.toNanos(1);

    private final MonotonicClock clock;
    private final Map<String, Map<String, Post>> runs = new ConcurrentHashMap<>();

    private record Post(Person person, FieldPose pose, long at, FieldPose written, long writtenAt) {}

    FieldPosts(MonotonicClock clock) {
        this.clock = clock;
    }

    /**
     * Somebody tells where he is.
     *
     * @return true when it is to be written to the journal
     */
    boolean at(String run, Person person, FieldPose pose) {
        long now = clock.nanos();
        Map<String, Post> posts = runs.computeIfAbsent(run, key -> new ConcurrentHashMap<>());
        Post before = posts.get(person.account());
        boolean write = before == null || (now - before.writtenAt() >= WRITTEN && !pose.equals(before.written()));
        Post post = before == null || write
                ? new Post(person, pose, now, pose, now)
                : new Post(person, pose, now, before.written(), before.writtenAt());
        posts.put(person.account(), post);
        return write;
    }

    /** Where somebody stands who is there. */
    Optional<FieldPose> pose(String run, String account) {
        return pose(run, account, GONE);
    }

    /** Where somebody stands, if he said so not longer ago than some time, ns. */
    Optional<FieldPose> pose(String run, String account, long nanos) {
        return Optional.ofNullable(runs.getOrDefault(run, Map.of()).get(account))
                .filter(post -> clock.nanos() - post.at() <= nanos)
                .map(Post::pose);
    }

    void left(String run, Person person) {
        runs.computeIfPresent(run, (key, posts) -> {
            posts.remove(person.account());
            return posts.isEmpty() ? null : posts;
        });
    }

    /** The others, as a field station shows them, by account. */
    ArrayNode others(String run, String account) {
        ArrayNode list = Json.array();
        long now = clock.nanos();
        new TreeMap<>(runs.getOrDefault(run, Map.of())).forEach((other, post) -> {
            if (!other.equals(account) && now - post.at() < GONE) {
                FieldPose pose = post.pose();
                list.addObject()
                        .put("name", post.person().name())
                        .put("x", pose.x())
                        .put("y", pose.y())
                        .put("z", pose.z())
                        .put("yaw", pose.yaw());
            }
        });
        return list;
    }
}
