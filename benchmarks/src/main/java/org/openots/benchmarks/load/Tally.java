package org.openots.benchmarks.load;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.openots.benchmarks.measure.Times;

/** What all robots together count. Safe for several threads. */
final class Tally {
    private static final int MOST = 2_000_000;

    private final Times answers = new Times(MOST);
    private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> refusals = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong again = new AtomicLong();

    /** An operation goes out for the first time. */
    void sent() {
        sent.incrementAndGet();
    }

    /** The same operation goes out again, because no answer came. */
    void again() {
        again.incrementAndGet();
    }

    /** An operation is acknowledged as durable. */
    void acknowledged(String run, String cid, long nanos) {
        acknowledged.computeIfAbsent(run, key -> ConcurrentHashMap.newKeySet()).add(cid);
        answers.add(nanos);
    }

    /** The station said that it did not take it. */
    void refused(String code) {
        refusals.computeIfAbsent(code, key -> new AtomicLong()).incrementAndGet();
    }

    /** No answer ever came. */
    void unanswered() {
        unanswered.incrementAndGet();
    }

    Times answers() {
        return answers;
    }

    /** Ids of acknowledged operations, by run. */
    Map<String, Set<String>> acknowledged() {
        return acknowledged;
    }

    long acknowledgedCount() {
        return acknowledged.values().stream().mapToLong(Set::size).sum();
    }

    long sentCount() {
        return sent.get();
    }

    long againCount() {
        return again.get();
    }

    long unansweredCount() {
        return unanswered.get();
    }

    /** How often which refusal came. */
    Map<String, Long> refusals() {
        Map<String, Long> found = new TreeMap<>();
        refusals.forEach((code, count) -> found.put(code, count.get()));
        return found;
    }
}
