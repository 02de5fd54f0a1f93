package org.openots.hazop.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalReader;
import org.openots.hazop.wording.Wordings;
import org.openots.hazop.worksheet.AnswerScore.Outcome;

/** The rules of who may decide what, and that nothing is lost or changed. */
class ReviewStoreTest {
    @TempDir
    private Path folder;

    private static void refused(ReviewError code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(code));
    }

    private long records() {
        return JournalReader.verify(folder.resolve("reviews")).lastSequence();
    }

    @Test
    void decisionsAreThereAgainAfterARestartAndOnlyGrow() {
        try (ReviewStore store = Reviews.store(folder)) {
            store.rule(
                    Reviews.FIRST, Reviews.program("泵不转", Outcome.EXAMINER), Reviews.key("D13-C1", 2), "assessor", "");
            store.rule(Reviews.FIRST, Reviews.program("泵不转", Outcome.EXAMINER), Reviews.none(), "teacher", "哪台泵没写");
            assertThat(records()).isEqualTo(3);
        }
        try (ReviewStore store = Reviews.store(folder)) {
            assertThat(store.rulings(Reviews.FIRST)).hasSize(2);
            assertThat(store.ruling(Reviews.FIRST).orElseThrow().examiner()).isEqualTo("teacher");
            assertThat(store.rulings(Reviews.FIRST).get(0).verdict()).isEqualTo(Reviews.key("D13-C1", 2));
            assertThat(store.standing()).hasSize(1);
            store.rule(
                    Reviews.SECOND, Reviews.program("停电", Outcome.EXAMINER), Reviews.key("D13-C5", 2), "assessor", "");
        }
        assertThat(JournalReader.verify(folder.resolve("reviews")).intact()).isTrue();
    }

    @Test
    void theSameDecisionIsMadeOnceAndAChangeNeedsAReason() {
        try (ReviewStore store = Reviews.store(folder)) {
            ProgramView queued = Reviews.program("泵不转", Outcome.EXAMINER);
            store.rule(Reviews.FIRST, queued, Reviews.none(), "assessor", "");
            store.rule(Reviews.FIRST, queued, Reviews.none(), "assessor", "");
            assertThat(store.rulings(Reviews.FIRST)).hasSize(1);
            refused(
                    ReviewError.REASON_NEEDED,
                    () -> store.rule(Reviews.FIRST, queued, Reviews.key("D13-C1", 2), "teacher", " "));
            ProgramView certain = Reviews.program("停电", Outcome.CREDIT);
            refused(
                    ReviewError.REASON_NEEDED,
                    () -> store.rule(Reviews.SECOND, certain, Reviews.none(), "assessor", ""));
            store.rule(Reviews.SECOND, certain, Reviews.none(), "assessor", "写的是别的装置");
        }
    }

    @Test
    void aReleasedScoreStaysAndTakesNoDecision() {
        try (ReviewStore store = Reviews.store(folder)) {
            refused(
                    ReviewError.NOT_READY,
                    () -> store.release(Reviews.released(Reviews.answer("泵不转", Outcome.EXAMINER, 0, ""))));
            ReleasedScore first = Reviews.released(Reviews.answer("停电", Outcome.CREDIT, 2, "D13-C5"));
            store.release(first);
            ReleasedScore other = Reviews.released(Reviews.answer("停电", Outcome.ZERO, 0, ""));
            assertThat(store.release(other)).isEqualTo(first);
            refused(
                    ReviewError.RELEASED,
                    () -> store.rule(
                            Reviews.FIRST, Reviews.program("停电", Outcome.EXAMINER), Reviews.none(), "assessor", "改判"));
        }
        try (ReviewStore store = Reviews.store(folder)) {
            assertThat(store.released(Reviews.SHEET).orElseThrow().earned()).isEqualTo(2);
        }
    }

    @Test
    void anAppealIsDecidedByAnotherPersonAndTheReleasedScoreStays() {
        try (ReviewStore store = Reviews.store(folder)) {
            refused(ReviewError.NOT_RELEASED, () -> store.appeal(Reviews.FIRST, "s07", "就是停"));
            store.rule(Reviews.FIRST, Reviews.program("泵不转", Outcome.EXAMINER), Reviews.none(), "assessor", "");
            ReleasedScore score = Reviews.released(
                    Reviews.answer("泵不转", Outcome.ZERO, 0, ""), Reviews.answer("停电", Outcome.CREDIT, 2, "D13-C5"));
            store.release(score);
            refused(
                    ReviewError.ANSWER_UNKNOWN,
                    () -> store.appeal(new AnswerRef(Reviews.SHEET, "D13", 7), "s07", "就是停"));
            store.appeal(Reviews.FIRST, "s07", "就是停");
            store.appeal(Reviews.FIRST, "s07", "就是停");
            refused(ReviewError.APPEAL_TWICE, () -> store.appeal(Reviews.FIRST, "s07", "再来"));
            assertThat(store.appeals()).hasSize(1);
            refused(
                    ReviewError.FOUR_EYES,
                    () -> store.correct(Reviews.FIRST, Reviews.key("D13-C1", 2), "assessor", "同意"));
            refused(
                    ReviewError.REASON_NEEDED,
                    () -> store.correct(Reviews.FIRST, Reviews.key("D13-C1", 2), "teacher", ""));
            refused(
                    ReviewError.APPEAL_UNKNOWN,
                    () -> store.correct(Reviews.SECOND, Reviews.key("D13-C1", 2), "teacher", "同意"));
            Correction correction = store.correct(Reviews.FIRST, Reviews.key("D13-C1", 2), "teacher", "同意");
            assertThat(correction.totalBefore()).isEqualTo(2);
            assertThat(correction.totalAfter()).isEqualTo(4);
            assertThat(store.correct(Reviews.FIRST, Reviews.key("D13-C1", 2), "teacher", "同意"))
                    .isEqualTo(correction);
            assertThat(store.released(Reviews.SHEET)).contains(score);
        }
        try (ReviewStore store = Reviews.store(folder)) {
            assertThat(store.corrections(Reviews.SHEET)).hasSize(1);
        }
    }

    @Test
    void theTimeForAppealsEnds() {
        try (ReviewStore store = Reviews.store(folder)) {
            store.release(Reviews.released(Reviews.answer("泵不转", Outcome.ZERO, 0, "")));
        }
        try (ReviewStore store = Reviews.store(folder, 8)) {
            refused(ReviewError.APPEAL_CLOSED, () -> store.appeal(Reviews.FIRST, "s07", "就是停"));
        }
    }

    @Test
    void aWordingNeedsASecondPersonAndMakesAVersion() {
        try (ReviewStore store = Reviews.store(folder)) {
            Proposal proposal = store.propose(Reviews.alias("打回流的泵歇了", "assessor", Reviews.GOOD));
            assertThat(store.propose(Reviews.alias("打回流的泵歇了", "teacher", Reviews.GOOD))
                            .id())
                    .isEqualTo(proposal.id());
            refused(ReviewError.FOUR_EYES, () -> store.approve(proposal.id(), "assessor", Reviews.GOOD));
            assertThat(store.wordings()).isEqualTo(Wordings.NONE);
            store.approve(proposal.id(), "teacher", Reviews.GOOD);
            store.approve(proposal.id(), "teacher", Reviews.GOOD);
            refused(ReviewError.PROPOSAL_DECIDED, () -> store.reject(proposal.id(), "teacher", "不要"));
            refused(ReviewError.PROPOSAL_UNKNOWN, () -> store.approve("p-9", "teacher", Reviews.GOOD));
            assertThat(store.wordings().version()).isEqualTo(1);
        }
        try (ReviewStore store = Reviews.store(folder)) {
            assertThat(store.wordings().aliases())
                    .containsExactly(new Wordings.Alias("study", "D13-C1", "回流泵 P-102A 故障跳停", "打回流的泵歇了"));
        }
    }

    @Test
    void aWordingThatLosesIsRefusedWithTheList() {
        try (ReviewStore store = Reviews.store(folder)) {
            Proposal at = store.propose(Reviews.alias("泵停了", "assessor", Reviews.BAD));
            assertThat(store.outcome(at.id()).orElseThrow().state()).isEqualTo(Proposal.State.REFUSED);
            refused(ReviewError.PROPOSAL_DECIDED, () -> store.approve(at.id(), "teacher", Reviews.GOOD));
            Proposal later = store.propose(Reviews.alias("回流停了", "assessor", Reviews.GOOD));
            Proposal.Outcome outcome = store.approve(later.id(), "teacher", Reviews.BAD);
            assertThat(outcome.state()).isEqualTo(Proposal.State.REFUSED);
            assertThat(outcome.regression().losses()).hasSize(1);
            assertThat(store.wordings().version()).isZero();
        }
    }

    @Test
    void aDamagedJournalStopsDecisionsAndSaysWhy() throws IOException {
        try (ReviewStore store = Reviews.store(folder)) {
            store.propose(Reviews.alias("打回流的泵歇了", "assessor", Reviews.GOOD));
        }
        Path segment = folder.resolve("reviews").resolve("000001.journal");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        try (ReviewStore store = Reviews.store(folder)) {
            assertThat(store.damage()).isPresent();
            refused(ReviewError.REVIEW_DAMAGED, () -> store.propose(Reviews.alias("另一种说法", "assessor", Reviews.GOOD)));
        }
    }
}
