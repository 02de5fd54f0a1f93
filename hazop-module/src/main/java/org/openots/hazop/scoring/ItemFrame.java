package org.openots.hazop.scoring;

import java.util.List;
import java.util.function.Function;
import org.openots.hazop.meaning.Comparison;
import org.openots.hazop.meaning.Meaning;
import org.openots.hazop.study.Frame;

/**
 * What an answer must say to earn an item, what it must say at least one of, and what it must not say, prepared for
 * comparison.
 *
 * @param must all of these
 * @param any at least one of these, unless there are none
 * @param reject none of these
 */
record ItemFrame(List<Meaning> must, List<Meaning> any, List<Meaning> reject) {
    /** A frame that admits every answer. */
    static final ItemFrame OPEN = new ItemFrame(List.of(), List.of(), List.of());

    private static final int CLAIMS = Comparison.NAMES.indexOf("claimRecall");

    /** Likeness of the best claim from which an answer says it; the same words for subject and state give 1. */
    private static final double SAYS = 0.7;

    static ItemFrame of(Frame frame, Function<String, Meaning> reader) {
        return new ItemFrame(read(frame.must(), reader), read(frame.any(), reader), read(frame.reject(), reader));
    }

    private static List<Meaning> read(List<Frame.Statement> statements, Function<String, Meaning> reader) {
        return statements.stream()
                .map(statement -> reader.apply(statement.subject() + " " + statement.state()))
                .toList();
    }

    boolean admits(Meaning answer, Comparison comparison) {
        return must.stream().allMatch(statement -> says(answer, statement, comparison))
                && (any.isEmpty() || any.stream().anyMatch(statement -> says(answer, statement, comparison)))
                && reject.stream().noneMatch(statement -> says(answer, statement, comparison));
    }

    private static boolean says(Meaning answer, Meaning statement, Comparison comparison) {
        return comparison.compare(answer, statement)[CLAIMS] >= SAYS;
    }
}
