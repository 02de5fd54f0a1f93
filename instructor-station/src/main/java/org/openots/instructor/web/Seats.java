package org.openots.instructor.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openots.instructor.people.Person;

/** All open sockets, by what they show. Safe for use by several threads. */
final class Seats {
    /** Key of the sockets that show the class wall. */
    static final String CLASS = "class";
    /** Close code of a socket whose account signed in elsewhere or was signed out. */
    static final int TAKEN_OVER = 4001;
    /** Reason in the close frame of an account that signed in on another computer; the pages have a sentence for it. */
    static final String ELSEWHERE = "signed in elsewhere";
    /** Most sockets an account may have open for one run: two screens, a 3D station, and a spare. */
    private static final int MOST_PER_ACCOUNT = 8;

    private final Map<String, Set<SeatChannel>> byTopic = new ConcurrentHashMap<>();

    boolean add(String topic, SeatChannel channel) {
        String account = channel.person().account();
        AtomicBoolean added = new AtomicBoolean();
        // inside compute, so that the set cannot be thrown away as empty at the same moment
        byTopic.compute(topic, (key, present) -> {
            Set<SeatChannel> set = present == null ? ConcurrentHashMap.newKeySet() : present;
            long open = set.stream()
                    .filter(other -> other.person().account().equals(account))
                    .count();
            added.set(open < MOST_PER_ACCOUNT && set.add(channel));
            return set;
        });
        return added.get();
    }

    boolean remove(String topic, SeatChannel channel) {
        Set<SeatChannel> set = byTopic.get(topic);
        return set != null && set.remove(channel);
    }

    List<SeatChannel> of(String topic) {
        return List.copyOf(byTopic.getOrDefault(topic, Set.of()));
    }

    List<String> topics() {
        List<String> topics = List.copyOf(byTopic.keySet());
        topics.forEach(topic -> byTopic.computeIfPresent(topic, (key, set) -> set.isEmpty() ? null : set));
        return topics;
    }

    boolean online(Person person) {
        return byTopic.values().stream()
                .flatMap(Set::stream)
                .anyMatch(channel -> channel.person().account().equals(person.account()));
    }

    /** How many people have a socket open. */
    int people() {
        return (int) byTopic.values().stream()
                .flatMap(Set::stream)
                .map(channel -> channel.person().account())
                .distinct()
                .count();
    }

    /** Closes all sockets of an account, because it signed in elsewhere or got a new password. */
    void closeAccount(String account, String reason) {
        byTopic.values().stream()
                .flatMap(Set::stream)
                .filter(channel -> channel.person().account().equals(account))
                .forEach(channel -> channel.close(TAKEN_OVER, reason));
    }

    /** Closes the sockets opened with one sign-in. */
    void closeSession(String token) {
        byTopic.values().stream()
                .flatMap(Set::stream)
                .filter(channel -> channel.token().equals(token))
                .forEach(channel -> channel.close(TAKEN_OVER, "signed out"));
    }

    void closeAll() {
        byTopic.values().stream().flatMap(Set::stream).forEach(channel -> channel.close(1001, "station stops"));
    }
}
