package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the events of an exam add up to for one candidate. Not thread-safe. */
final class CandidateTrack {
    private final String account;
    private final String name;
    private String seat;
    private CandidateState state = CandidateState.EXPECTED;
    private String device = "";
    private List<PaperItem> paper = List.of();
    private final List<ItemTrack> items = new ArrayList<>();
    private final CandidateClock clock = new CandidateClock();
    private final List<Grant> grants = new ArrayList<>();
    private boolean stoppedAlone;
    private boolean waitsForReturn;
    private OptionalLong lostSince = OptionalLong.empty();
    private long usedWhenLost;
    private OptionalLong handRaised = OptionalLong.empty();
    private int blurs;
    private @Nullable Handover handover;
    private String receipt = "";

    CandidateTrack(ExamPlan.Seat seat) {
        this.account = seat.account();
        this.name = seat.name();
        this.seat = seat.seat();
    }

    // ---- events -----------------------------------------------------------------------------------------------

    void paper(List<PaperItem> drawn) {
        paper = List.copyOf(drawn);
    }

    void seated(String where) {
        state = CandidateState.SEATED;
        device = where;
    }

    void begin(String work, long at, long limit, boolean roomStopped) {
        state = CandidateState.WORKING;
        items.add(new ItemTrack(work, at, Optional.empty(), "", 0, MissingNode.getInstance()));
        clock.begin(at, limit);
        if (roomStopped) {
            clock.stop(at);
        }
    }

    void end(long at, String by, JsonNode closing) {
        int last = items.size() - 1;
        items.set(last, items.get(last).ended(at, by, clock.used(at), closing));
    }

    void stop(long at, boolean alone, boolean untilReturn) {
        stoppedAlone |= alone;
        waitsForReturn |= untilReturn;
        clock.stop(at);
    }

    /** Goes on, unless something else still stops him. */
    void go(long at, boolean alone, boolean returned, boolean roomStopped) {
        stoppedAlone &= !alone;
        waitsForReturn &= !returned;
        if (!stoppedAlone && !waitsForReturn && !roomStopped) {
            clock.go(at);
        }
    }

    void lost(long at) {
        lostSince = OptionalLong.of(at);
        usedWhenLost = clock.used(at);
    }

    void back() {
        lostSince = OptionalLong.empty();
    }

    void grant(Grant grant) {
        grants.removeIf(one -> one.id() == grant.id());
        grants.add(grant);
        if (grant.state() == Grant.State.GIVEN) {
            clock.credit(grant.millis());
        }
    }

    void hand(boolean up, long at) {
        handRaised = up ? OptionalLong.of(at) : OptionalLong.empty();
    }

    void blurred() {
        blurs++;
    }

    void handover(@Nullable Handover asked) {
        handover = asked;
    }

    void device(String where) {
        device = where;
        handover = null;
    }

    void moved(String where) {
        seat = where;
        device = "";
    }

    void absent() {
        state = CandidateState.ABSENT;
    }

    void handedIn(String number) {
        state = CandidateState.HANDED_IN;
        receipt = number;
        handRaised = OptionalLong.empty();
        lostSince = OptionalLong.empty();
        handover = null;
    }

    // ---- questions --------------------------------------------------------------------------------------------

    CandidateState state() {
        return state;
    }

    /** The item he is at, from 0; nothing before the first and after the last. */
    Optional<Integer> present() {
        int last = items.size() - 1;
        boolean open = state == CandidateState.WORKING
                && last >= 0
                && items.get(last).ended().isEmpty();
        return open ? Optional.of(last) : Optional.empty();
    }

    int begun() {
        return items.size();
    }

    List<PaperItem> items() {
        return paper;
    }

    /** Exam time left for the item he is at, ms. */
    long left(long now) {
        return present().isPresent() ? clock.left(now) : 0;
    }

    /** Whether the end of an item waits for a person or for the candidate's machine. */
    boolean undecided(boolean clientCredit) {
        boolean asked = grants.stream().anyMatch(grant -> grant.state() == Grant.State.PENDING);
        return asked || (clientCredit && lostSince.isPresent());
    }

    /** Outages that were given back by the station alone so far, ms. */
    long givenByStation() {
        return grants.stream()
                .filter(grant -> grant.kind() == Grant.Kind.OUTAGE && grant.state() == Grant.State.GIVEN)
                .filter(grant -> grant.decidedBy().equals(ExamTrack.STATION))
                .mapToLong(Grant::millis)
                .sum();
    }

    OptionalLong lostSince() {
        return lostSince;
    }

    /** Exam time that went by while his machine is away, ms; a stop in between is no part of it. */
    long away(long now) {
        return lostSince.isPresent() ? Math.max(0, clock.used(now) - usedWhenLost) : 0;
    }

    boolean waitsForReturn() {
        return waitsForReturn;
    }

    Optional<Grant> grant(int id) {
        return grants.stream().filter(grant -> grant.id() == id).findFirst();
    }

    Optional<Handover> handover() {
        return Optional.ofNullable(handover);
    }

    String device() {
        return device;
    }

    String receipt() {
        return receipt;
    }

    CandidateView view(long now) {
        return new CandidateView(
                seat,
                account,
                name,
                state,
                paper,
                List.copyOf(items),
                left(now),
                present().isPresent() ? clock.used(now) : 0,
                clock.isStopped() && state == CandidateState.WORKING,
                stoppedAlone,
                lostSince,
                handRaised,
                blurs,
                Optional.ofNullable(handover),
                List.copyOf(grants),
                !device.isEmpty(),
                receipt);
    }
}
