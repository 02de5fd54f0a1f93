package org.openots.instructor.exam;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A candidate at one moment. Immutable; holds secrets.
 *
 * @param seat name of his place
 * @param account who
 * @param name for people
 * @param state where he stands
 * @param paper what he is asked; empty before entry
 * @param items what he began, in that order
 * @param leftMillis exam time left for the present item, ms
 * @param usedMillis exam time used of it, ms
 * @param stopped whether his time stands
 * @param stoppedAlone whether an invigilator stopped him and not the room
 * @param lostSince since when his machine is not connected, ms of the exam's clock
 * @param handRaised since when he raises his hand, ms of the exam's clock
 * @param blurs how often he left the page
 * @param handover a sign-in at another computer that waits
 * @param grants time given back or asked for
 * @param bound whether a computer is bound to him
 * @param receipt number of his receipt; empty before hand-in
 */
public record CandidateView(
        String seat,
        String account,
        String name,
        CandidateState state,
        List<PaperItem> paper,
        List<ItemTrack> items,
        long leftMillis,
        long usedMillis,
        boolean stopped,
        boolean stoppedAlone,
        OptionalLong lostSince,
        OptionalLong handRaised,
        int blurs,
        Optional<Handover> handover,
        List<Grant> grants,
        boolean bound,
        String receipt) {
    /** Keeps unmodifiable copies. */
    public CandidateView {
        paper = List.copyOf(paper);
        items = List.copyOf(items);
        grants = List.copyOf(grants);
    }

    /**
     * The item he is at.
     *
     * @return number from 0; nothing before the first, between items, and after the last
     */
    public Optional<Integer> present() {
        int last = items.size() - 1;
        boolean open = state == CandidateState.WORKING
                && last >= 0
                && items.get(last).ended().isEmpty();
        return open ? Optional.of(last) : Optional.empty();
    }

    /** The same a little later, when nothing has happened. */
    CandidateView later(long millis) {
        if (stopped || present().isEmpty()) {
            return this;
        }
        return new CandidateView(
                seat,
                account,
                name,
                state,
                paper,
                items,
                Math.max(0, leftMillis - millis),
                usedMillis + millis,
                false,
                stoppedAlone,
                lostSince,
                handRaised,
                blurs,
                handover,
                grants,
                bound,
                receipt);
    }

    /**
     * Exam time left for the present and all later items, ms.
     *
     * @return not below zero
     */
    public long leftInAll() {
        long later = paper.stream()
                .skip(items.size())
                .mapToLong(item -> item.limitSeconds() * Exam.MILLIS)
                .sum();
        return leftMillis + later;
    }

    /**
     * Outages and extensions that nobody has decided yet.
     *
     * @return the oldest first
     */
    public List<Grant> undecided() {
        return grants.stream()
                .filter(grant -> grant.state() == Grant.State.PENDING)
                .toList();
    }
}
