package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.hazop.embedding.SentenceEmbedding;
import org.openots.hazop.language.Lexicon;
import org.openots.hazop.language.LexiconReader;
import org.openots.hazop.language.Normaliser;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.Tag;
import org.openots.hazop.wording.Wordings;

/** Makes answer keys from studies; holds what all keys share, which takes a second or two to load. */
public final class AnswerKeys {
    private static final String LEXICON = "/org/openots/hazop/language/lexicon.json";

    private final Normaliser normaliser;
    private final Lexicon lexicon;
    private final @Nullable SentenceEmbedding embedding;

    /**
     * Loads the suite's lexicon.
     *
     * @param embedding the model of sentences, or null to do without
     */
    public AnswerKeys(@Nullable SentenceEmbedding embedding) {
        this.embedding = embedding;
        this.normaliser = new Normaliser();
        this.lexicon =
                LexiconReader.read(StrictJson.resource(AnswerKeys.class, LEXICON, Findings.throwing()), normaliser);
    }

    private AnswerKeys(AnswerKeys base, Lexicon lexicon) {
        this.embedding = base.embedding;
        this.normaliser = base.normaliser;
        this.lexicon = lexicon;
    }

    /**
     * The same with more words.
     *
     * @param words words for what the lexicon knows
     * @return makes keys with them; this one stays as it is
     */
    AnswerKeys with(List<Wordings.Word> words) {
        return words.isEmpty() ? this : new AnswerKeys(this, lexicon.with(words, normaliser));
    }

    /**
     * Whether sentences are embedded.
     *
     * @return true with a model of sentences
     */
    boolean embeds() {
        return embedding != null;
    }

    /**
     * The one form of a text.
     *
     * @param raw what was typed
     * @return the form
     */
    String normal(String raw) {
        return normaliser.normalise(raw);
    }

    /**
     * The words in use.
     *
     * @return the lexicon
     */
    public Lexicon lexicon() {
        return lexicon;
    }

    /**
     * The key of a study.
     *
     * @param study the study
     * @param bank answers that people have judged
     * @return the key, ready for comparison
     */
    public AnswerKey of(Study study, AnswerBank bank) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Tag tag : study.tags()) {
            tags.put(tag.tag(), tag.name().zh());
        }
        return new AnswerKey(
                study.deviations().stream().map(AnswerKeys::row).toList(), tags, lexicon, normaliser, bank, embedding);
    }

    private static RowText row(Deviation deviation) {
        List<KeyWording> items = new ArrayList<>();
        for (Column column : Column.values()) {
            for (KeyItem item : deviation.items(column)) {
                List<String> wordings =
                        new ArrayList<>(List.of(item.text().zh(), item.text().en()));
                wordings.addAll(item.key().aliases().zh());
                wordings.addAll(item.key().aliases().en());
                items.add(new KeyWording(item.id(), column, wordings, item.key().frame()));
            }
        }
        return new RowText(
                deviation.id(), List.of(deviation.text().zh(), deviation.text().en()), items);
    }
}
