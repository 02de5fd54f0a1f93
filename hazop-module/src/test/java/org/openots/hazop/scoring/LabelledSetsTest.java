package org.openots.hazop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards against a model, lexicon or key that no longer fit each other, and measures the scorer on writers that no model
 * has seen: h1 and h3 write like a textbook, h2 and h4 like the shop floor, g1 and g2 try to get credit without an answer.
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
    @CsvSource({"h1, 0.95, 0.90, 0.15", "h2, 0.92, 0.85, 0.25", "h3, 0.95, 0.90, 0.15", "h4, 0.92, 0.85, 0.25"})
    void writersNeverSeenAreScoredAsWellAsAskedFor(String writer, double f1, double kappa, double queue) {
        Figures figures = CrossValidation.measure(Suite.set(writer), Suite.WITH.scorer(Suite.STUDY));
        assertThat(figures.macroF1()).isGreaterThan(f1);
        assertThat(figures.weightedKappa()).isGreaterThan(kappa);
        assertThat(figures.queue().value()).isLessThan(queue);
        assertThat(figures.wrongCredit().value()).isLessThanOrEqualTo(0.01);
        assertThat(figures.outsideToExaminer().value()).isGreaterThanOrEqualTo(0.85);
        assertThat(figures.zero("wrong_polarity").value()).isGreaterThanOrEqualTo(0.98);
        assertThat(figures.zero("wrong_equipment").value()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.zero("wrong_column").value()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.zero("gaming").value()).isEqualTo(1);
    }

    /** Most lines of g1 and g2 are tricks; their other lines only look like tricks. */
    @ParameterizedTest
    @ValueSource(strings = {"g1", "g2"})
    void noTrickEarnsCredit(String writer) {
        Figures figures = CrossValidation.measure(Suite.set(writer), Suite.WITH.scorer(Suite.STUDY));
        assertThat(figures.zero("gaming").of()).isGreaterThan(100);
        assertThat(figures.zero("gaming").value()).isEqualTo(1);
        assertThat(figures.wrongCredit().value()).isLessThanOrEqualTo(0.01);
        assertThat(figures.macroF1()).isGreaterThan(LEAST);
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
