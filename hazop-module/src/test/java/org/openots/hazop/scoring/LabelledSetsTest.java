package org.openots.hazop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guards against a model, lexicon or key that no longer fit each other, and measures the scorer on two writers that no
 * model has seen: h1 writes like a textbook, h2 like the shop floor.
 */
class LabelledSetsTest {
    /** Far below what a model reaches on what it was trained on, far above what one for another lexicon would. */
    private static final double LEAST = 0.95;

    @ParameterizedTest
    @MethodSource("writers")
    void everyLineIsRead(String writer) {
        AnswerSet set = Suite.set(writer);
        assertThat(set.mistakes()).isEmpty();
        assertThat(set.answers()).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource({"w1, true", "w5, true", "w1, false", "w5, false"})
    void theModelsFitLexiconAndKey(String writer, boolean sentences) {
        ScoringLibrary library = sentences ? Suite.WITH : Suite.WITHOUT;
        assertThat(library.degraded()).isEmpty();
        Figures figures = CrossValidation.measure(Suite.set(writer), library.scorer(Suite.STUDY));
        assertThat(figures.macroF1()).isGreaterThan(LEAST);
        assertThat(figures.zero("wrong_polarity").value()).isGreaterThan(LEAST);
        assertThat(figures.wrongCredit().value()).isLessThan(0.015);
    }

    static Stream<String> writers() {
        return Stream.concat(Suite.WRITERS.stream(), Suite.HELD_OUT.stream());
    }

    /** The bars of the requirements for textbook and for colloquial wording. */
    @ParameterizedTest
    @CsvSource({"h1, 0.95, 0.90, 0.15", "h2, 0.92, 0.85, 0.25"})
    void writersNeverSeenAreScoredAsWellAsAskedFor(String writer, double f1, double kappa, double queue) {
        Figures figures = CrossValidation.measure(Suite.set(writer), Suite.WITH.scorer(Suite.STUDY));
        assertThat(figures.macroF1()).isGreaterThan(f1);
        assertThat(figures.weightedKappa()).isGreaterThan(kappa);
        assertThat(figures.queue().value()).isLessThan(queue);
    }

    @Test
    void figuresAreThoseOfTheirDefinitions() {
        Figures figures = new Figures();
        Figures.Share none = figures.queue();
        assertThat(none.of()).isZero();
        assertThat(Figures.Share.of(59, 59).low()).isBetween(0.93, 0.95);
        assertThat(Figures.Share.of(39, 40).low()).isBetween(0.86, 0.88);
    }
}
