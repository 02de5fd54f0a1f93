package org.openots.common.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;

/**
 * What a test has to say in docs/validation.md: a claim, the figure measured and the limit it must keep.
 *
 * <pre>{@code
 * Validation.claim(Topic.EQUILIBRIUM, "ethanol-water.temperature")
 *         .says("乙醇-水泡点的平均偏差", "mean deviation of the bubble points of ethanol-water")
 *         .unit("K")
 *         .source("Carey & Lewis 1932")
 *         .atMost(0.25, mean);
 * }</pre>
 *
 * <p>The last call writes the claim to {@code target/validation}, asserts that the figure keeps its limit, and that the
 * page states the claim with this limit in both languages; so each test stands for itself, in any order and in any
 * number of processes. {@code ./openots test -Dopenots.validation=write clean} writes the page instead of reading it;
 * {@code -Dopenots.validation=update} renews only the rows of the tests that run.
 */
public final class Validation {
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final Topic topic;
    private final String id;
    private final String test;
    private @Nullable LocalText text;
    private @Nullable LocalText source;
    private @Nullable String unit;

    private Validation(Topic topic, String id, String test) {
        this.topic = topic;
        this.id = id;
        this.test = test;
    }

    /**
     * Begins a claim of the test class that calls.
     *
     * @param topic chapter of the page
     * @param id what distinguishes it in its chapter: letters, digits, dots, signs
     */
    public static Validation claim(Topic topic, String id) {
        String caller = STACK.getCallerClass().getName();
        String name = caller.substring(caller.lastIndexOf('.') + 1).replaceAll("\\$.*", "");
        return new Validation(topic, topic.id() + "." + id, name);
    }

    /** What is claimed, without the figures. */
    public Validation says(String zh, String en) {
        text = new LocalText(zh, en);
        return this;
    }

    /** Unit of figure and limit; 1 if it has none. */
    public Validation unit(String name) {
        unit = name;
        return this;
    }

    /** A publication, written as it is cited everywhere. */
    public Validation source(String citation) {
        return source(citation, citation);
    }

    /** Where reference and limit come from. */
    public Validation source(String zh, String en) {
        source = new LocalText(zh, en);
        return this;
    }

    /** The figure must not be larger. */
    public void atMost(double limit, double measured) {
        record(measured, "≤ " + Claim.number(limit));
        assertThat(measured).as(id).isLessThanOrEqualTo(limit);
    }

    /** The figure must not be smaller. */
    public void atLeast(double limit, double measured) {
        record(measured, "≥ " + Claim.number(limit));
        assertThat(measured).as(id).isGreaterThanOrEqualTo(limit);
    }

    /** The figure must lie about a reference. */
    public void within(double reference, double tolerance, double measured) {
        record(measured, Claim.number(reference) + " ± " + Claim.number(tolerance));
        assertThat(measured).as(id).isBetween(reference - tolerance, reference + tolerance);
    }

    private void record(double measured, String limit) {
        Claim claim = new Claim(
                topic,
                id,
                Objects.requireNonNull(text, "text of " + id),
                measured,
                limit,
                Objects.requireNonNull(unit, "unit of " + id),
                Objects.requireNonNull(source, "source of " + id),
                test);
        ValidationFiles.keep(claim);
        if (ValidationPage.writing()) {
            ValidationPage.write();
        } else {
            ValidationPage.read().states(claim);
        }
    }
}
