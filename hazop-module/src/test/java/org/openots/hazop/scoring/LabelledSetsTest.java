package org.openots.hazop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards against a model, lexicon or key that no longer fit each other. The models of the suite were trained on these
 * sets, so the figures say nothing about unseen writers; docs/hazop/scoring.md has those.
 */
class LabelledSetsTest {
    /** Far below what a model reaches on what it was trained on, far above what one for another lexicon would. */
    private static final double LEAST = 0.95;

    @ParameterizedTest
    @ValueSource(strings = {"dev", "w1", "w2", "w3", "w4", "w5", "w6"})
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

    @Test
    void figuresAreThoseOfTheirDefinitions() {
        Figures figures = new Figures();
        Figures.Share none = figures.queue();
        assertThat(none.of()).isZero();
        assertThat(Figures.Share.of(59, 59).low()).isBetween(0.93, 0.95);
        assertThat(Figures.Share.of(39, 40).low()).isBetween(0.86, 0.88);
    }
}
