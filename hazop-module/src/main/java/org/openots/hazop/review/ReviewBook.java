package org.openots.hazop.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.hazop.wording.Wordings;

/** What the records of the journal add up to. Not thread-safe. */
final class ReviewBook {
    private final Map<AnswerRef, List<Ruling>> rulings = new LinkedHashMap<>();
    private final Map<String, ReleasedScore> released = new LinkedHashMap<>();
    private final Map<AnswerRef, Appeal> appeals = new LinkedHashMap<>();
    private final Map<AnswerRef, Correction> corrections = new LinkedHashMap<>();
    private final Map<String, Proposal> proposals = new LinkedHashMap<>();
    private final Map<String, Proposal.Outcome> outcomes = new HashMap<>();
    private final List<Wordings> versions = new ArrayList<>(List.of(Wordings.NONE));
    private boolean opened;

    void take(ReviewRecord.Entry entry) throws JsonProcessingException {
        if (opened == entry.kind().equals(ReviewRecord.OPENED)) {
            throw new IllegalArgumentException("kind " + entry.kind());
        }
        switch (entry.kind()) {
            case ReviewRecord.OPENED -> {
                ReviewRecord.checkHead(entry.body());
                opened = true;
            }
            case ReviewRecord.RULED -> add(ReviewRecord.body(entry.body(), Ruling.class));
            case ReviewRecord.RELEASED -> add(ReviewRecord.body(entry.body(), ReleasedScore.class));
            case ReviewRecord.APPEALED -> add(ReviewRecord.body(entry.body(), Appeal.class));
            case ReviewRecord.CORRECTED -> add(ReviewRecord.body(entry.body(), Correction.class));
            case ReviewRecord.PROPOSED -> add(ReviewRecord.body(entry.body(), Proposal.class));
            case ReviewRecord.SETTLED -> add(ReviewRecord.body(entry.body(), Proposal.Outcome.class));
            default -> throw new IllegalArgumentException("kind " + entry.kind());
        }
    }

    boolean opened() {
        return opened;
    }

    private void add(Ruling ruling) {
        rulings.computeIfAbsent(ruling.answer(), key -> new ArrayList<>()).add(ruling);
    }

    private void add(ReleasedScore score) {
        released.putIfAbsent(score.sheet(), score);
    }

    private void add(Appeal appeal) {
        appeals.putIfAbsent(appeal.answer(), appeal);
    }

    private void add(Correction correction) {
        corrections.putIfAbsent(correction.answer(), correction);
    }

    private void add(Proposal proposal) {
        proposals.put(proposal.id(), proposal);
    }

    private void add(Proposal.Outcome outcome) {
        Proposal proposal = proposals.get(outcome.proposal());
        if (proposal == null) {
            throw new IllegalArgumentException("proposal " + outcome.proposal());
        }
        outcomes.put(outcome.proposal(), outcome);
        if (outcome.state() == Proposal.State.APPROVED) {
            versions.add(next(proposal));
        }
    }

    /** The wordings as they would be with a proposal. */
    Wordings next(Proposal proposal) {
        return proposal.kind() == Proposal.Kind.ALIAS
                ? wordings()
                        .with(new Wordings.Alias(
                                proposal.study(), proposal.target(), proposal.targetText(), proposal.text()))
                : wordings().with(new Wordings.Word(proposal.target(), proposal.text()));
    }

    Wordings wordings() {
        return versions.get(versions.size() - 1);
    }

    List<Ruling> rulings(AnswerRef answer) {
        return List.copyOf(rulings.getOrDefault(answer, List.of()));
    }

    /** The present ruling on every answer that has one. */
    List<Ruling> present() {
        return rulings.values().stream().map(all -> all.get(all.size() - 1)).toList();
    }

    Optional<ReleasedScore> released(String sheet) {
        return Optional.ofNullable(released.get(sheet));
    }

    Optional<Appeal> appeal(AnswerRef answer) {
        return Optional.ofNullable(appeals.get(answer));
    }

    List<Appeal> appeals() {
        return List.copyOf(appeals.values());
    }

    Optional<Correction> correction(AnswerRef answer) {
        return Optional.ofNullable(corrections.get(answer));
    }

    List<Correction> corrections(String sheet) {
        return corrections.values().stream()
                .filter(correction -> correction.answer().sheet().equals(sheet))
                .toList();
    }

    Optional<Proposal> proposal(String id) {
        return Optional.ofNullable(proposals.get(id));
    }

    List<Proposal> proposals() {
        return List.copyOf(proposals.values());
    }

    Optional<Proposal.Outcome> outcome(String proposal) {
        return Optional.ofNullable(outcomes.get(proposal));
    }
}
