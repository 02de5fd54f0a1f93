package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hipparchus.util.FastMath;
import org.openots.common.text.LocalText;
import org.openots.hazop.scoring.AnswerFeatures.Verdict;
import org.openots.hazop.scoring.AnswerKey.Prepared;
import org.openots.hazop.scoring.PairFeatures.Candidate;
import org.openots.hazop.study.Column;
import org.openots.hazop.worksheet.AnswerReading;

/** Tells an examiner what an answer comes near to and what kept the scorer from deciding. */
final class Hesitation {
    private static final int SHOWN = 5;

    private final Contradictions contradictions;
    private final ScoringModel model;

    Hesitation(Contradictions contradictions, ScoringModel model) {
        this.contradictions = contradictions;
        this.model = model;
    }

    /** The likeliest items, those of the answer's own column first. */
    List<AnswerReading.Near> nearest(Column column, List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> new AnswerReading.Near(
                        candidate.item().id(),
                        candidate.column(),
                        FastMath.rint(model.credit().probability(candidate.values()) * 1000) / 1000))
                .sorted(Comparator.comparing((AnswerReading.Near near) -> near.column() != column)
                        .thenComparing(Comparator.comparingDouble(AnswerReading.Near::credit)
                                .reversed()))
                .limit(SHOWN)
                .toList();
    }

    List<LocalText> doubts(Mark mark, Prepared answer, Column column, List<Candidate> candidates) {
        if (mark.outcome() == Mark.Outcome.CREDIT) {
            return List.of(mark.reason().text());
        }
        List<LocalText> doubts = new ArrayList<>();
        if (mark.outcome() == Mark.Outcome.ZERO) {
            doubts.add(mark.reason().text());
        }
        Verdict own = AnswerFeatures.verdict(candidates, model.credit(), column, true);
        own.best().ifPresent(best -> {
            doubts.add(chance(best, own.probability()));
            conflicts(answer, column, best, doubts);
        });
        if (mark.reason().code() == Reason.Code.OUTSIDE) {
            doubts.add(new LocalText(
                    "与本栏各要点都不够像，但像一条可能成立的答案", "unlike every item of this column, yet it looks like a sound answer"));
        }
        strange(answer, doubts);
        return doubts;
    }

    private LocalText chance(Candidate best, double probability) {
        LocalText item = best.item().text();
        String found = percent(probability);
        boolean sure = probability >= model.thresholds().credit();
        String wanted = percent(model.thresholds().credit());
        return new LocalText(
                "最接近“" + item.zh() + "”，把握 " + found + (sure ? "，但有下列疑点" : "，自动给分要 " + wanted),
                "nearest to \"" + item.en() + "\", " + found + " sure; "
                        + (sure ? "but for the doubts below" : "credit on its own takes " + wanted));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%d %%", FastMath.round(share * 100));
    }

    private void conflicts(Prepared answer, Column column, Candidate best, List<LocalText> doubts) {
        if (Contradictions.turned(best)) {
            doubts.add(new LocalText("方向或状态看来相反", "direction or state looks opposite"));
        }
        if (Contradictions.denies(best)) {
            doubts.add(new LocalText("看来否定了这件事", "it seems to deny it"));
        }
        if (answer.meaning().opposes(answer.meaning())) {
            doubts.add(new LocalText("对同一件事写了两个相反的状态", "it says two opposite things of one subject"));
        }
        if (contradictions.replaced(answer, best)) {
            doubts.add(new LocalText(
                    "与参考措辞只差一处，但那一处换成了别的意思", "it is a wording of the key with one word exchanged for another thing"));
        }
        if (column == Column.SAFEGUARD && contradictions.impaired(answer, best)) {
            doubts.add(new LocalText("说这项措施已失效或停用", "it says that the safeguard is broken or out of use"));
        }
        if (!contradictions.admitted(answer, best)) {
            doubts.add(new LocalText(
                    "不满足该要点规定的“必须写/不得写”", "it lacks what the item demands, or says what the item forbids"));
        }
        if (contradictions.exchanged(answer, best) > Contradictions.SWAPPED || best.of("tagConflict") >= 1) {
            doubts.add(new LocalText("设备、介质或位号看来不同", "equipment, medium or tag looks different"));
        }
    }

    private static void strange(Prepared answer, List<LocalText> doubts) {
        var utterance = answer.meaning().utterance();
        if (!utterance.strangers().isEmpty()) {
            String tags = String.join(" ", utterance.strangers());
            doubts.add(new LocalText("位号不在装置中：" + tags, "tags not of this plant: " + tags));
        }
        if (utterance.covered() < 1) {
            doubts.add(new LocalText(
                    "词库认得全文的 " + percent(utterance.covered()),
                    "the lexicon knows " + percent(utterance.covered()) + " of the text"));
        }
    }
}
