package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;
import org.openots.hazop.embedding.SentenceEmbedding;
import org.openots.hazop.language.ConceptFinder;
import org.openots.hazop.language.Lexicon;
import org.openots.hazop.language.Normaliser;
import org.openots.hazop.language.TagRegister;
import org.openots.hazop.meaning.Comparison;
import org.openots.hazop.meaning.Meaning;
import org.openots.hazop.study.Column;

/** The key of a whole study, read once and prepared for comparison. Immutable; may be used by several threads. */
public final class AnswerKey {
    private final Normaliser normaliser;
    private final Lexicon lexicon;
    private final ConceptFinder finder;
    private final Comparison comparison;
    private final NgramSpace space;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private final AnswerBank bank;
    private final @Nullable SentenceEmbedding embedding;

    /**
     * Prepares a key.
     *
     * @param texts its rows
     * @param tagNames names of the plant's tags, by tag
     * @param lexicon the words
     * @param normaliser what brings texts into one form
     * @param bank answers that people have judged
     * @param embedding the model of sentences, or null to do without
     */
    public AnswerKey(
            List<RowText> texts,
            Map<String, String> tagNames,
            Lexicon lexicon,
            Normaliser normaliser,
            AnswerBank bank,
            @Nullable SentenceEmbedding embedding) {
        this.bank = bank;
        this.embedding = embedding;
        this.normaliser = normaliser;
        this.lexicon = lexicon;
        this.finder = new ConceptFinder(lexicon, normaliser, new TagRegister(tagNames, lexicon, normaliser));
        List<String> wordings = texts.stream()
                .flatMap(row -> row.items().stream())
                .flatMap(item -> item.wordings().stream())
                .map(normaliser::normalise)
                .toList();
        this.space = new NgramSpace(wordings);
        this.comparison = new Comparison(lexicon, rarity(texts));
        texts.forEach(row -> rows.put(row.deviationId(), row(row)));
    }

    /**
     * A text ready for comparison.
     *
     * @param meaning what it says
     * @param vector its bigrams
     * @param sentence its embedding, empty without a model
     */
    record Prepared(Meaning meaning, NgramSpace.Vector vector, float[] sentence) {}

    /**
     * An item of the key.
     *
     * @param id its id
     * @param text how the study words it
     * @param wordings all that say it
     * @param accepted answers of others that were accepted for it
     * @param rejected answers of others that resemble it and were rejected
     * @param frame what the study says an answer must and must not say
     */
    record Item(
            String id,
            LocalText text,
            List<Prepared> wordings,
            List<Prepared> accepted,
            List<Prepared> rejected,
            ItemFrame frame) {}

    /**
     * A row of the key.
     *
     * @param deviationId its deviation
     * @param deviation how the deviation is named
     * @param columns its items by column
     * @param outside sound answers of others that the key lacks, by column
     * @param vocabulary concepts that the row speaks of
     * @param tags tags that the row speaks of
     */
    record Row(
            String deviationId,
            List<Prepared> deviation,
            Map<Column, List<Item>> columns,
            Map<Column, List<Prepared>> outside,
            int[] vocabulary,
            Set<String> tags) {
        List<Item> items(Column column) {
            return columns.getOrDefault(column, List.of());
        }
    }

    /** Log of how many items there are for each that speaks of the concept, as a share of the largest such log. */
    private double[] rarity(List<RowText> texts) {
        int[] counts = new int[lexicon.size()];
        int items = 0;
        for (RowText row : texts) {
            for (KeyWording item : row.items()) {
                items++;
                for (int concept : meaning(item.wordings().get(0)).concepts()) {
                    counts[concept]++;
                }
            }
        }
        double[] rarity = new double[counts.length];
        double most = FastMath.log(1.0 + items);
        for (int i = 0; i < rarity.length; i++) {
            rarity[i] = FastMath.log((1.0 + items) / (1.0 + counts[i])) / most * 0.7 + 0.3;
        }
        return rarity;
    }

    private Row row(RowText text) {
        Map<Column, List<Item>> columns = new EnumMap<>(Column.class);
        Map<Column, List<Prepared>> outside = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            List<Item> items = new ArrayList<>();
            for (KeyWording item : text.items()) {
                if (item.column() == column) {
                    items.add(new Item(
                            item.id(),
                            new LocalText(
                                    item.wordings().get(0), item.wordings().get(1)),
                            item.wordings().stream().map(this::prepare).toList(),
                            judged(bank.accepted(), item.id()),
                            judged(bank.rejected(), item.id()),
                            item.frame()
                                    .map(frame -> ItemFrame.of(frame, this::meaning))
                                    .orElse(ItemFrame.OPEN)));
                }
            }
            columns.put(column, items);
            outside.put(column, judged(bank.outside(), AnswerBank.cell(text.deviationId(), column)));
        }
        List<Prepared> deviation = text.deviation().stream().map(this::prepare).toList();
        Set<Integer> vocabulary = new HashSet<>();
        Set<String> tags = new HashSet<>();
        Stream.concat(
                        deviation.stream(),
                        columns.values().stream().flatMap(List::stream).flatMap(item -> item.wordings().stream()))
                .forEach(prepared -> {
                    Arrays.stream(prepared.meaning().concepts()).forEach(vocabulary::add);
                    tags.addAll(prepared.meaning().utterance().tags());
                });
        return new Row(
                text.deviationId(),
                deviation,
                columns,
                outside,
                vocabulary.stream().mapToInt(i -> i).sorted().toArray(),
                tags);
    }

    private List<Prepared> judged(Map<String, List<String>> texts, String where) {
        return texts.getOrDefault(where, List.of()).stream()
                .map(this::withoutSentence)
                .toList();
    }

    Meaning meaning(String raw) {
        return Meaning.of(normaliser.normalise(raw), finder, lexicon);
    }

    Prepared prepare(String raw) {
        Prepared plain = withoutSentence(raw);
        if (embedding == null) {
            return plain;
        }
        float[] sentence = embedding.embed(finder.spelledOut(plain.meaning().text()));
        return new Prepared(plain.meaning(), plain.vector(), sentence);
    }

    private Prepared withoutSentence(String raw) {
        Meaning meaning = meaning(raw);
        return new Prepared(meaning, space.vector(meaning.text()), new float[0]);
    }

    boolean embeds() {
        return embedding != null;
    }

    Optional<Row> row(String deviationId) {
        return Optional.ofNullable(rows.get(deviationId));
    }

    List<String> deviationIds() {
        return List.copyOf(rows.keySet());
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    Comparison comparison() {
        return comparison;
    }

    Lexicon lexicon() {
        return lexicon;
    }
}
