package org.openots.hazop.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;

/** What is found in texts with the suite's lexicon. */
class ConceptFinderTest {
    private final Normaliser normaliser = new Normaliser();
    private final Lexicon lexicon = LexiconReader.read(
            StrictJson.resource(LexiconReader.class, "/org/openots/hazop/language/lexicon.json", Findings.throwing()),
            normaliser);
    private final ConceptFinder finder = new ConceptFinder(
            lexicon,
            normaliser,
            new TagRegister(Map.of("P-102A", "回流泵（主）", "LAHH101", "塔釜液位高高联锁", "FV104", "回流阀"), lexicon, normaliser));

    private Utterance find(String text) {
        return finder.find(normaliser.normalise(text));
    }

    private List<String> concepts(String text) {
        return find(text).mentions().stream()
                .map(mention ->
                        (mention.negated() ? "!" : "") + mention.concept().id())
                .filter(id -> !id.equals("filler"))
                .toList();
    }

    @Test
    void fullWidthAndTraditionalCharactersAreRead() {
        assertThat(normaliser.normalise("真空破壞閥　ＶＢ－１０１")).isEqualTo("真空破坏阀 vb-101");
        assertThat(concepts("真空破壞閥")).containsExactly("vacuum-breaker");
    }

    @Test
    void aTagMeansWhatItsNameSays() {
        for (String tag : List.of("P-102A", "p102a", "P 102 A", "Ｐ－１０２Ａ")) {
            Utterance found = find(tag + "跳停");
            assertThat(found.tags()).as(tag).containsExactly("P102A");
            assertThat(concepts(tag + "跳停")).as(tag).containsExactly("reflux", "pump", "trip");
        }
        assertThat(concepts("LAHH101")).contains("interlock", "high", "level", "bottoms");
    }

    @Test
    void aPairIsNamedByOneLetterLess() {
        assertThat(find("P-102").tags()).containsExactly("P102");
        assertThat(find("P-999").strangers()).containsExactly("P999");
    }

    @Test
    void charactersThatSoundRightAreRepairedAndShown() {
        Utterance found = find("回流灌抽空");
        assertThat(found.text()).isEqualTo("回流罐抽空");
        assertThat(found.repairs()).containsExactly("回流灌→回流罐");
    }

    @Test
    void knownWordsAreNotRepaired() {
        assertThat(find("进料泵跳停，回流中断").repairs()).isEmpty();
    }

    @Test
    void denialsAreSeen() {
        assertThat(concepts("不会泄漏")).contains("!leak");
        assertThat(concepts("没打开")).containsExactly("close");
        assertThat(concepts("没有报警")).containsExactly("!alarm");
    }

    @Test
    void longWordsGoBeforeShortOnes() {
        assertThat(concepts("回流不足")).containsExactly("reflux", "low");
        assertThat(concepts("塔顶产品不合格")).contains("offspec").doesNotContain("onspec");
    }

    @Test
    void englishIsReadByItsStems() {
        assertThat(concepts("Reflux pump tripped")).containsExactly("reflux", "pump", "trip");
        assertThat(concepts("the tower is flooding")).containsExactly("column", "flooding");
        assertThat(concepts("relief valve lifts")).containsExactly("relief", "lift");
    }

    @Test
    void tagsAreSpelledOutForReadersOfWords() {
        assertThat(finder.spelledOut("p-102a 跳停")).isEqualTo("回流泵 跳停");
        assertThat(finder.spelledOut("回流泵 p-102a 跳停")).isEqualTo("回流泵  跳停");
    }

    @Test
    void longTextsAreCut() {
        assertThat(normaliser.normalise("液".repeat(2000))).hasSize(Normaliser.LONGEST);
    }

    @Test
    void whatIsNoWordIsNotCovered() {
        assertThat(find("蓝天白云").covered()).isLessThan(0.5);
        assertThat(find("塔釜液位过高").covered()).isEqualTo(1);
    }
}
