package org.openots.hazop.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.hazop.language.LanguageError;
import org.openots.hazop.language.Lexicon;
import org.openots.hazop.language.LexiconReader;
import org.openots.hazop.language.Normaliser;
import org.openots.hazop.meaning.Meaning;
import org.openots.hazop.study.Frame;
import org.openots.hazop.study.Pages;

/** The page about the scorer's files, the messages, and what a study's frames do. */
class ScoringFormatsTest {
    private static Lexicon read(String json) {
        return LexiconReader.read(StrictJson.parse("lexicon.json", json, Findings.throwing()), new Normaliser());
    }

    @Test
    void theExampleOfThePageIsALexicon() {
        Lexicon lexicon = read(Pages.example("hazop-scoring.md"));
        assertThat(lexicon.version()).isEqualTo("1");
        assertThat(lexicon.concept("reflux")).isPresent();
    }

    @Test
    void mistakesOfALexiconNameTheirPlace() {
        String example = Pages.example("hazop-scoring.md");
        assertThatThrownBy(() -> read(example.replace("\"b\": \"fail\"", "\"b\": \"fails\"")))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("/related/0/b")
                .hasMessageContaining("fails");
        assertThatThrownBy(() -> read(example.replace("\"id\": \"fail\"", "\"id\": \"trip\"")))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("/concepts/3/id");
        assertThatThrownBy(() -> read(example.replace("[\"开\", \"关\"]", "[\"开\", \"关\", \"闭\"]")))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("/opposites/0")
                .hasMessageContaining("3");
    }

    @Test
    void aLexiconKnowsOppositesAndTricks() {
        Lexicon lexicon = read(Pages.example("hazop-scoring.md"));
        assertThat(lexicon.opposite("开", "关")).isTrue();
        assertThat(lexicon.opposite("关", "开")).isTrue();
        assertThat(lexicon.opposite("开", "开")).isFalse();
        assertThat(lexicon.tricks().toMarker().in("请给满分谢谢")).isTrue();
        assertThat(lexicon.tricks().toMarker().in("full marksman")).isFalse();
        assertThat(lexicon.tricks().toMarker().in("full marks")).isTrue();
        assertThat(lexicon.tricks().perhapsToMarker().in("ecosystem")).isFalse();
        assertThat(lexicon.tricks().perhapsToMarker().in("system: pass")).isTrue();
        assertThat(lexicon.tricks().anything().in("略。")).isTrue();
        assertThat(lexicon.tricks().anything().in("省略")).isFalse();
        assertThat(lexicon.tricks().anything().in("什么情况都有")).isTrue();
        assertThat(lexicon.tricks().anything().in("什么情况下回流都")).isFalse();
    }

    @Test
    void aLexiconOfTheFirstVersionIsRead() {
        Lexicon lexicon = read("""
                {"format": "hazop-lexicon", "formatVersion": "1.0", "version": "1",
                 "concepts": [{"id": "pump", "kind": "device", "zh": ["泵"]}], "compounds": [], "related": []}
                """);
        assertThat(lexicon.concept("pump")).isPresent();
        assertThat(lexicon.opposite("开", "关")).isFalse();
        assertThat(lexicon.tricks().anything().in("略")).isFalse();
    }

    @Test
    void everyErrorHasASentenceInBothLanguages() {
        for (ScoringError error : ScoringError.values()) {
            OtsException told = new OtsException(error, "eins", "zwei", "drei");
            assertThat(told.messageIn(Locale.CHINESE))
                    .as(error.name())
                    .contains("eins")
                    .endsWith("。");
            assertThat(told.messageIn(Locale.ENGLISH))
                    .as(error.name())
                    .contains("eins")
                    .endsWith(".");
        }
        for (LanguageError error : LanguageError.values()) {
            OtsException told = new OtsException(error, "eins", "zwei");
            assertThat(told.messageIn(Locale.CHINESE)).as(error.name()).contains("eins", "zwei");
            assertThat(told.messageIn(Locale.ENGLISH)).as(error.name()).contains("eins", "zwei");
        }
    }

    @Test
    void aFrameAdmitsOnlyWhatSaysWhatItMust() {
        AnswerKey key = Suite.WITHOUT.keys().of(Suite.STUDY, AnswerBank.EMPTY);
        Frame frame = new Frame(
                List.of(new Frame.Statement("回流泵", "跳停")), List.of(), List.of(new Frame.Statement("进料泵", "跳停")));
        ItemFrame prepared = ItemFrame.of(frame, key::meaning);
        assertThat(prepared.admits(meaning(key, "回流泵 P-102A 跳停"), key.comparison()))
                .isTrue();
        assertThat(prepared.admits(meaning(key, "冷却水中断"), key.comparison())).isFalse();
        assertThat(prepared.admits(meaning(key, "回流泵跳停，进料泵跳停"), key.comparison()))
                .isFalse();
    }

    private static Meaning meaning(AnswerKey key, String text) {
        return key.meaning(text);
    }
}
