package org.openots.hazop.review;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.openots.common.text.LocalText;
import org.openots.hazop.worksheet.AnswerScore;

/** Decisions for tests. */
final class Reviews {
    static final String SHEET = "h20260301-080000-0f0001";
    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    static final long DAY = 24 * 3600 * 1000L;
    static final AnswerRef FIRST = new AnswerRef(SHEET, "D13", 0);
    static final AnswerRef SECOND = new AnswerRef(SHEET, "D13", 1);
    static final Regression GOOD = new Regression(3, 2, 3, 40, List.of());
    static final Regression BAD = new Regression(
            3,
            3,
            2,
            40,
            List.of(new Regression.Loss(true, Regression.Source.DECIDED, "D13", "cause", "打回流的泵停了", "D13-C1")));

    private Reviews() {}

    static ReviewStore store(Path folder) {
        return store(folder, 0);
    }

    static ReviewStore store(Path folder, int daysLater) {
        InstantSource later = InstantSource.fixed(NOW.plusMillis(daysLater * DAY));
        return new ReviewStore(folder, later.withZone(ZoneOffset.UTC));
    }

    static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    static ProgramView program(String text, AnswerScore.Outcome outcome) {
        return new ProgramView(
                "study",
                "c-1.cause",
                "cause",
                text,
                outcome,
                outcome == AnswerScore.Outcome.CREDIT ? 2 : 0,
                2,
                "EXAMINER",
                new LocalText("措辞未能确认，已交考评员", "wording not certain: sent to the examiner"),
                List.of(),
                "model 1 00112233aabbccdd, lexicon 1",
                text,
                "model 1 00112233aabbccdd, lexicon 1");
    }

    static Verdict key(String item, double points) {
        return new Verdict(Verdict.Basis.KEY, item, points);
    }

    static Verdict none() {
        return new Verdict(Verdict.Basis.NONE, "", 0);
    }

    static ScoredAnswer answer(String text, AnswerScore.Outcome outcome, double earned, String item) {
        return new ScoredAnswer(
                "c-1.cause",
                "cause",
                text,
                outcome,
                earned,
                2,
                "NO_MATCH",
                new LocalText("与本偏离的参考答案都不符", "fits no item of this deviation"),
                item,
                "",
                true);
    }

    static ReleasedScore released(ScoredAnswer... answers) {
        ScoredRow row = new ScoredRow("D13", "model 1", 2, 15, Map.of("cause", 4.0), List.of(answers));
        return new ReleasedScore(
                SHEET,
                "s07",
                "study",
                "0123456789abcdef",
                "senior",
                "assessor",
                NOW.toEpochMilli(),
                NOW.toEpochMilli() + 7 * DAY,
                2,
                15,
                List.of(row));
    }

    static Proposal alias(String text, String by, Regression trial) {
        return new Proposal(
                "",
                Proposal.Kind.ALIAS,
                "study",
                "0123456789abcdef",
                "D13",
                "cause",
                "D13-C1",
                "回流泵 P-102A 故障跳停",
                text,
                by,
                0,
                trial);
    }
}
