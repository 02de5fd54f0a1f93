package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.worksheet.AnswerScore;
import org.openots.hazop.worksheet.AnswerScore.Outcome;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.CellRef;
import org.openots.hazop.worksheet.GivenRating;
import org.openots.hazop.worksheet.ScenarioLine;
import org.openots.hazop.worksheet.SheetColumn;

/**
 * Scores the risk of a deviation: the highest rating without safeguards that was given, against the key's. Exact is whole,
 * one level off is half.
 */
final class RiskScore {
    /** The level of training whose students are told the answers along with the reasons. */
    private static final String TOLD = "junior";

    private RiskScore() {}

    /**
     * What became of the rating; nothing when none is complete. A rating beside causes and consequences that all earn
     * nothing, so that it is not founded, is a guess: it earns nothing either.
     */
    static Optional<AnswerScore> of(List<CauseRow> rows, boolean founded, Rating key, double points, String level) {
        ScenarioLine worst = null;
        for (CauseRow row : rows) {
            for (ScenarioLine line : row.lines()) {
                if (line.initial().complete()
                        && (worst == null || product(line.initial()) > product(worst.initial()))) {
                    worst = line;
                }
            }
        }
        if (worst == null) {
            return Optional.empty();
        }
        return Optional.of(founded ? score(worst, key, points, level.equals(TOLD)) : unfounded(worst, points));
    }

    private static int product(GivenRating rating) {
        return rating.severity() * rating.likelihood();
    }

    private static AnswerScore unfounded(ScenarioLine line, double points) {
        GivenRating given = line.initial();
        return new AnswerScore(
                new CellRef(line.id(), SheetColumn.SEVERITY).text(),
                words(given.likelihood(), given.severity()),
                Outcome.ZERO,
                0,
                points,
                Reason.Code.RISK_UNFOUNDED.name(),
                Reason.of(Reason.Code.RISK_UNFOUNDED).text(),
                List.of());
    }

    private static AnswerScore score(ScenarioLine line, Rating key, double points, boolean told) {
        GivenRating given = line.initial();
        int likelihood = given.likelihood() - key.likelihood();
        int severity = given.severity() - key.severity();
        int off = Math.max(Math.abs(likelihood), Math.abs(severity));
        Reason.Code code =
                off == 0 ? Reason.Code.RISK_RIGHT : off == 1 ? Reason.Code.RISK_NEAR : Reason.Code.RISK_WRONG;
        double earned = off == 0 ? points : off == 1 ? points / 2 : 0;
        return new AnswerScore(
                new CellRef(line.id(), SheetColumn.SEVERITY).text(),
                words(given.likelihood(), given.severity()),
                earned > 0 ? Outcome.CREDIT : Outcome.ZERO,
                earned,
                points,
                code.name(),
                Reason.of(code, off == 0 ? new LocalText("", "") : gap(likelihood, severity, key, told))
                        .text(),
                List.of());
    }

    /** Which of both is off and how far; which way and what would be right only where answers are told. */
    private static LocalText gap(int likelihood, int severity, Rating key, boolean told) {
        List<LocalText> parts = new ArrayList<>();
        if (likelihood != 0) {
            parts.add(off("L", likelihood, told));
        }
        if (severity != 0) {
            parts.add(off("S", severity, told));
        }
        if (told) {
            String right = words(key.likelihood(), key.severity());
            parts.add(new LocalText("参考 " + right, "key " + right));
        }
        return new LocalText(
                parts.stream().map(LocalText::zh).collect(Collectors.joining("，")),
                parts.stream().map(LocalText::en).collect(Collectors.joining(", ")));
    }

    private static LocalText off(String which, int levels, boolean told) {
        int far = Math.abs(levels);
        String english = which + " " + far + (far == 1 ? " level" : " levels");
        if (!told) {
            return new LocalText(which + " 差 " + far + " 级", english + " off");
        }
        return new LocalText(
                which + (levels > 0 ? " 偏高 " : " 偏低 ") + far + " 级", english + (levels > 0 ? " too high" : " too low"));
    }

    private static String words(int likelihood, int severity) {
        return "L" + likelihood + " S" + severity;
    }
}
