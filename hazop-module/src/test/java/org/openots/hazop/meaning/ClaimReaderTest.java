package org.openots.hazop.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.hazop.language.ConceptFinder;
import org.openots.hazop.language.Lexicon;
import org.openots.hazop.language.LexiconReader;
import org.openots.hazop.language.Normaliser;
import org.openots.hazop.language.TagRegister;

/** Claims read out of sentences. */
class ClaimReaderTest {
    private final Normaliser normaliser = new Normaliser();
    private final Lexicon lexicon = LexiconReader.read(
            StrictJson.resource(LexiconReader.class, "/org/openots/hazop/language/lexicon.json", Findings.throwing()),
            normaliser);
    private final ConceptFinder finder =
            new ConceptFinder(lexicon, normaliser, new TagRegister(Map.of(), lexicon, normaliser));

    private List<String> claims(String text) {
        return Meaning.of(normaliser.normalise(text), finder, lexicon).claims().stream()
                .map(claim ->
                        claim.subject().stream().map(m -> m.concept().id()).collect(Collectors.joining("+"))
                                + ":"
                                + (claim.state() == null
                                        ? ""
                                        : (claim.state().negated() ? "!" : "")
                                                + claim.state().concept().id()))
                .toList();
    }

    @Test
    void aStateBelongsToWhatStandsBeforeIt() {
        assertThat(claims("塔釜液位升高")).containsExactly("bottoms+level:rise");
        assertThat(claims("塔顶温度升高，塔釜液位下降")).containsExactly("overhead+temperature:rise", "bottoms+level:fall");
    }

    @Test
    void causeAndEffectAreTwoClaims() {
        assertThat(claims("冷却水中断导致塔压升高")).containsExactly("cooling-water:none", "column+pressure:rise");
    }

    @Test
    void aVerbTakesItsObject() {
        assertThat(claims("联锁关闭蒸汽阀")).last().asString().contains("steam+valve");
        assertThat(claims("高液位")).containsExactly("level:high");
    }

    @Test
    void aClauseWithoutSubjectSpeaksOfTheOneBefore() {
        assertThat(claims("塔釜液位过低，继续下降")).last().asString().startsWith("bottoms+level:");
    }

    @Test
    void directionsHaveSides() {
        Meaning up = Meaning.of("塔压升高", finder, lexicon);
        Meaning down = Meaning.of("塔压降低", finder, lexicon);
        assertThat(up.claims().get(0).on(org.openots.hazop.language.Concept.Axis.AMOUNT))
                .isEqualTo(1);
        assertThat(down.claims().get(0).on(org.openots.hazop.language.Concept.Axis.AMOUNT))
                .isEqualTo(-1);
    }
}
