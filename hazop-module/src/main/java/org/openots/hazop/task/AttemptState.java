package org.openots.hazop.task;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An attempt at one moment. Immutable; made from the records of its journal alone.
 *
 * @param head what it is about
 * @param answers answers by question
 * @param checked questions whose right answer has been shown (junior level), in that order
 * @param submission when it was submitted
 * @param score the score of the submission
 * @param release who showed the reasons and when; needed at the senior level only
 * @param sheet id of its worksheet; nothing while it has none
 * @param revision number of its last durable record
 */
public record AttemptState(
        AttemptHead head,
        Map<String, List<String>> answers,
        Set<String> checked,
        Optional<Submission> submission,
        Optional<AttemptScore> score,
        Optional<Release> release,
        Optional<String> sheet,
        long revision) {
    /** Freezes answers and checks. */
    public AttemptState {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        checked = Collections.unmodifiableSet(new LinkedHashSet<>(checked));
    }

    /**
     * A submission.
     *
     * @param at epoch milliseconds, for people
     * @param receipt digits of the journal's chain before it
     */
    public record Submission(long at, String receipt) {}

    /**
     * A release.
     *
     * @param by account of the teacher
     * @param at epoch milliseconds, for people
     */
    public record Release(String by, long at) {}

    static AttemptState opened(AttemptHead head, long revision) {
        return new AttemptState(
                head, Map.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), head.sheet(), revision);
    }

    AttemptState answered(String question, List<String> answer, long sequence) {
        Map<String, List<String>> more = new LinkedHashMap<>(answers);
        if (answer.isEmpty()) {
            more.remove(question);
        } else {
            more.put(question, List.copyOf(answer));
        }
        return new AttemptState(head, more, checked, submission, score, release, sheet, sequence);
    }

    AttemptState checked(String question, long sequence) {
        Set<String> more = new LinkedHashSet<>(checked);
        more.add(question);
        return new AttemptState(head, answers, more, submission, score, release, sheet, sequence);
    }

    AttemptState submitted(Submission done, AttemptScore result, long sequence) {
        return new AttemptState(
                head, answers, checked, Optional.of(done), Optional.of(result), release, sheet, sequence);
    }

    AttemptState released(Release done, long sequence) {
        return new AttemptState(head, answers, checked, submission, score, Optional.of(done), sheet, sequence);
    }

    AttemptState sheetOpened(String id, long sequence) {
        return new AttemptState(head, answers, checked, submission, score, release, Optional.of(id), sequence);
    }

    /**
     * Whether the answer to a question changes no more because the worksheet, which was opened after it, tells it.
     *
     * @param question a question of the attempt
     * @return true for a question of the study's frame once the worksheet is open
     */
    public boolean settled(Question question) {
        return question.ofFrame() && head.sheet().isEmpty() && sheet.isPresent();
    }

    /**
     * The answer to a question.
     *
     * @param question its id
     * @return the words, empty when nothing is answered
     */
    public List<String> answer(String question) {
        return answers.getOrDefault(question, List.of());
    }

    /**
     * Whether score, right answers and reasons of the whole attempt may be shown to the student.
     *
     * @return at the senior level after the release, otherwise after the submission
     */
    public boolean feedback() {
        return submission.isPresent() && (head.level() != TaskLevel.SENIOR || release.isPresent());
    }

    /**
     * Whether the right answer to a question may be shown to the student.
     *
     * @param question its id
     * @return with the whole, or at the junior level once the question was checked
     */
    public boolean feedback(String question) {
        return feedback() || (head.level() == TaskLevel.JUNIOR && checked.contains(question));
    }
}
