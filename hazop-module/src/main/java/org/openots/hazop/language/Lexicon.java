package org.openots.hazop.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openots.hazop.wording.Wordings;

/** Words and what they mean, in Chinese and English; immutable once built. */
public final class Lexicon {
    private final String version;
    private final Map<String, Concept> concepts;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Concept> byIndex;
    private final Map<String, List<Concept>> chinese;
    private final Map<String, List<Concept>> english;
    private final Map<String, List<String>> soundAlike = new HashMap<>();
    private final double[][] similarity;
    private final Usage usage;
    private final int longestChinese;
    private final int longestEnglish;

    Lexicon(
            String version,
            Map<String, Concept> concepts,
            Map<String, List<Concept>> chinese,
            Map<String, List<Concept>> english,
            List<Relation> relations,
            Usage usage,
            Normaliser normaliser) {
        this.version = version;
        this.usage = usage;
        this.concepts = Map.copyOf(concepts);
        this.chinese = Map.copyOf(chinese);
        this.english = Map.copyOf(english);
        byIndex = concepts.keySet().stream().sorted().map(this.concepts::get).toList();
        byIndex.forEach(concept -> indexes.put(concept.id(), indexes.size()));
        similarity = new double[indexes.size()][indexes.size()];
        for (int i = 0; i < similarity.length; i++) {
            similarity[i][i] = 1;
        }
        for (Relation relation : relations) {
            int a = index(relation.first());
            int b = index(relation.second());
            similarity[a][b] = relation.similarity();
            similarity[b][a] = relation.similarity();
        }
        longestChinese =
                chinese.keySet().stream().mapToInt(String::length).max().orElse(0);
        longestEnglish = english.keySet().stream()
                .mapToInt(phrase -> phrase.split(" ").length)
                .max()
                .orElse(0);
        chinese.keySet().stream()
                .filter(form -> form.length() > 1)
                .forEach(form -> soundAlike
                        .computeIfAbsent(String.join(" ", normaliser.sounds(form)), key -> new ArrayList<>())
                        .add(form));
    }

    private Lexicon(Lexicon base, Map<String, List<Concept>> moreChinese, Map<String, List<Concept>> moreEnglish) {
        version = base.version;
        usage = base.usage;
        concepts = base.concepts;
        indexes.putAll(base.indexes);
        byIndex = base.byIndex;
        similarity = base.similarity;
        chinese = joined(base.chinese, moreChinese);
        english = joined(base.english, moreEnglish);
        longestChinese =
                chinese.keySet().stream().mapToInt(String::length).max().orElse(0);
        longestEnglish = english.keySet().stream()
                .mapToInt(phrase -> phrase.split(" ").length)
                .max()
                .orElse(0);
        // sounds of added words are not used for repairs: they were approved as they are spelt
        soundAlike.putAll(base.soundAlike);
    }

    private static Map<String, List<Concept>> joined(Map<String, List<Concept>> base, Map<String, List<Concept>> more) {
        Map<String, List<Concept>> all = new HashMap<>(more);
        all.putAll(base);
        return Map.copyOf(all);
    }

    /**
     * A lexicon with more words for what it knows; a word it has keeps its meaning, a concept it lacks is left out.
     *
     * @param words the words
     * @param normaliser brings them into one form
     * @return the lexicon; this one stays as it is
     */
    public Lexicon with(List<Wordings.Word> words, Normaliser normaliser) {
        Map<String, List<Concept>> moreChinese = new HashMap<>();
        Map<String, List<Concept>> moreEnglish = new HashMap<>();
        for (Wordings.Word word : words) {
            concept(word.concept()).ifPresent(concept -> {
                String form = normaliser.normalise(word.text());
                if (form.chars().anyMatch(c -> Normaliser.isHan((char) c))) {
                    moreChinese.put(form, List.of(concept));
                } else {
                    moreEnglish.put(Words.stems(form), List.of(concept));
                }
            });
        }
        return new Lexicon(this, moreChinese, moreEnglish);
    }

    /**
     * The Chinese words.
     *
     * @return what each means by word: the id of a concept, or several joined by {@code +}
     */
    public Map<String, String> chineseWords() {
        Map<String, String> words = new TreeMap<>();
        chinese.forEach(
                (form, means) -> words.put(form, means.stream().map(Concept::id).collect(Collectors.joining("+"))));
        return words;
    }

    /**
     * The concepts.
     *
     * @return their ids
     */
    public Set<String> conceptIds() {
        return concepts.keySet();
    }

    /**
     * Two concepts that people use nearly alike.
     *
     * @param first one
     * @param second the other
     * @param similarity 0..1
     */
    record Relation(Concept first, Concept second, double similarity) {}

    /**
     * Version of the data.
     *
     * @return as written in the file
     */
    public String version() {
        return version;
    }

    /**
     * How many concepts there are.
     *
     * @return the number
     */
    public int size() {
        return indexes.size();
    }

    /**
     * A concept's place in tables.
     *
     * @param concept one of this lexicon
     * @return 0..size-1
     */
    public int index(Concept concept) {
        Integer index = indexes.get(concept.id());
        if (index == null) {
            throw new IllegalArgumentException(concept.id() + " is no concept of this lexicon");
        }
        return index;
    }

    /**
     * A concept by its name.
     *
     * @param id the name
     * @return the concept, or nothing
     */
    public Optional<Concept> concept(String id) {
        return Optional.ofNullable(concepts.get(id));
    }

    /**
     * How much two concepts mean the same.
     *
     * @param first one
     * @param second the other
     * @return 0 for nothing in common, 1 for the same
     */
    public double similarity(Concept first, Concept second) {
        return similarity[index(first)][index(second)];
    }

    /**
     * A concept by its number.
     *
     * @param index as {@link #index} gives it
     * @return the concept
     */
    public Concept at(int index) {
        return byIndex.get(index);
    }

    /**
     * How much two concepts mean the same.
     *
     * @param first index of one
     * @param second index of the other
     * @return 0 for nothing in common, 1 for the same
     */
    public double similarity(int first, int second) {
        return similarity[first][second];
    }

    /**
     * Whether two words turn a statement round when one takes the place of the other.
     *
     * @param word a normalised word
     * @param other another
     * @return true if they are opposites
     */
    public boolean opposite(String word, String other) {
        return usage.opposites().getOrDefault(word, Set.of()).contains(other);
    }

    /**
     * Turns of phrase of people without an answer.
     *
     * @return the phrases
     */
    public Tricks tricks() {
        return usage.tricks();
    }

    @Nullable
    List<Concept> chinese(String form) {
        return chinese.get(form);
    }

    @Nullable
    List<Concept> english(String stems) {
        return english.get(stems);
    }

    int longestChinese() {
        return longestChinese;
    }

    int longestEnglish() {
        return longestEnglish;
    }

    List<String> soundingLike(String sounds) {
        return soundAlike.getOrDefault(sounds, List.of());
    }
}
