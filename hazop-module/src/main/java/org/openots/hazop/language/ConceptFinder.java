package org.openots.hazop.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a text speaks of: tags, then the longest word of the lexicon at each place, typing mistakes repaired where
 * a word of the lexicon sounds the same. Needs no segmenter. Without state; may be used by several threads.
 */
public final class ConceptFinder {
    /** Letters, at most one separator, digits, at most one letter that no other letter follows. */
    private static final Pattern TAG =
            Pattern.compile("(?<![a-z0-9])([a-z]{1,5})[-_ ]?([0-9]{2,4})(?:[-_ ]?([a-z])(?![a-z]))?(?![0-9])");

    /** Words that mean either to install or to rise. */
    private static final Set<String> MORE = Set.of("增加", "增");

    private static final Set<Concept.Kind> NOUNS =
            EnumSet.of(Concept.Kind.ROLE, Concept.Kind.DEVICE, Concept.Kind.PROPERTY, Concept.Kind.ACTION);

    private static final Pattern CLAUSE_END = Pattern.compile("[,;.:!?，。；：！？\\n]");

    private final Lexicon lexicon;
    private final TagRegister tags;
    private final Homophones homophones;
    private final Negation negation;

    /**
     * Creates the finder.
     *
     * @param lexicon the words
     * @param normaliser knows how characters sound
     * @param tags the tags of the plant
     */
    public ConceptFinder(Lexicon lexicon, Normaliser normaliser, TagRegister tags) {
        this.lexicon = lexicon;
        this.tags = tags;
        this.homophones = new Homophones(lexicon, normaliser);
        this.negation = new Negation(lexicon);
    }

    /**
     * Finds the concepts of a text.
     *
     * @param normalised the text, normalised
     * @return what was found
     */
    public Utterance find(String normalised) {
        List<String> repairs = new ArrayList<>();
        Scan first = scan(normalised);
        String text = homophones.repair(normalised, first.words, repairs);
        Scan scan = repairs.isEmpty() ? first : scan(text);
        return new Utterance(
                text,
                repairs,
                negation.of(installed(scan.mentions, text), text),
                scan.tags,
                scan.strangers,
                share(text, scan.covered));
    }

    /**
     * A text with its tags in words, for readers that know words only.
     *
     * @param normalised the text, normalised
     * @return the text, each tag replaced by its name, or left out where the name stands right before it
     */
    public String spelledOut(String normalised) {
        Matcher tag = TAG.matcher(normalised);
        StringBuilder result = new StringBuilder();
        int from = 0;
        while (tag.find()) {
            result.append(normalised, from, tag.start());
            String noun = tags.noun(TagRegister.canonical(tag.group())).orElse(tag.group());
            if (!result.toString().strip().endsWith(noun)) {
                result.append(noun);
            }
            from = tag.end();
        }
        return result.append(normalised, from, normalised.length()).toString();
    }

    private static final class Scan {
        private final List<Mention> mentions = new ArrayList<>();
        private final Set<String> tags = new LinkedHashSet<>();
        private final Set<String> strangers = new LinkedHashSet<>();
        /** Length of the word that covers each character, 0 for none. */
        private final int[] covered;
        /** Start of the word that covers each character, -1 for none. */
        private final int[] words;

        Scan(int length) {
            covered = new int[length];
            words = new int[length];
            Arrays.fill(words, -1);
        }

        void add(List<Concept> concepts, int start, int end, @Nullable String tag) {
            concepts.forEach(concept -> mentions.add(new Mention(concept, start, end, false, tag)));
            for (int i = start; i < end; i++) {
                covered[i] = end - start;
                words[i] = start;
            }
        }
    }

    private Scan scan(String text) {
        Scan scan = new Scan(text.length());
        List<Words.Word> words = Words.of(text);
        Matcher tag = TAG.matcher(text);
        boolean tagAhead = tag.find();
        int word = 0;
        int i = 0;
        while (i < text.length()) {
            while (tagAhead && tag.start() < i) {
                tagAhead = tag.find();
            }
            while (word < words.size() && words.get(word).start() < i) {
                word++;
            }
            int end = i;
            if (tagAhead && tag.start() == i) {
                end = tag(text, tag, scan);
            } else if (Normaliser.isHan(text.charAt(i))) {
                end = chinese(text, i, scan);
            } else if (word < words.size() && words.get(word).start() == i) {
                end = english(text, words, word, scan);
            }
            i = Math.max(end, i + 1);
        }
        return scan;
    }

    private int tag(String text, Matcher match, Scan scan) {
        String canonical = LoopAlarms.of(text, match, tags).orElseGet(() -> TagRegister.canonical(match.group()));
        String known = tags.resolve(canonical).orElse(canonical);
        scan.add(tags.meaning(known), match.start(), match.end(), known);
        for (int i = match.start(); i < match.end(); i++) {
            scan.covered[i] = match.end() - match.start();
        }
        (tags.resolve(canonical).isPresent() ? scan.tags : scan.strangers).add(known);
        return match.end();
    }

    private int chinese(String text, int start, Scan scan) {
        int longest = Math.min(lexicon.longestChinese(), text.length() - start);
        for (int length = longest; length > 0; length--) {
            List<Concept> concepts = lexicon.chinese(text.substring(start, start + length));
            if (concepts != null) {
                scan.add(concepts, start, start + length, null);
                return start + length;
            }
        }
        return start;
    }

    private int english(String text, List<Words.Word> words, int first, Scan scan) {
        int most = Math.min(lexicon.longestEnglish(), words.size() - first);
        for (int count = most; count > 0; count--) {
            String phrase = phrase(text, words, first, count);
            List<Concept> concepts = phrase == null ? null : lexicon.english(phrase);
            if (concepts != null) {
                int end = words.get(first + count - 1).end();
                scan.add(concepts, words.get(first).start(), end, null);
                return end;
            }
        }
        return words.get(first).end();
    }

    private static @Nullable String phrase(String text, List<Words.Word> words, int first, int count) {
        StringBuilder phrase = new StringBuilder(words.get(first).stem());
        for (int i = first + 1; i < first + count; i++) {
            String between = text.substring(words.get(i - 1).end(), words.get(i).start());
            if (!between.equals(" ") && !between.equals("-") && !between.equals("'")) {
                return null;
            }
            phrase.append(' ').append(words.get(i).stem());
        }
        return phrase.toString();
    }

    /** 增加 means to install where a thing is added, and to rise where a quantity is. */
    private List<Mention> installed(List<Mention> found, String text) {
        Concept add = lexicon.concept("add").orElse(null);
        if (add == null) {
            return found;
        }
        List<Mention> result = new ArrayList<>(found);
        for (int i = 0; i < found.size(); i++) {
            Mention mention = found.get(i);
            if (MORE.contains(text.substring(mention.start(), mention.end()))
                    && mention.tag() == null
                    && thing(found, i, text)) {
                result.set(i, new Mention(add, mention.start(), mention.end(), false, null));
            }
        }
        return result;
    }

    /** Whether the last word of what follows in the clause is a thing or an activity, not a quantity. */
    private static boolean thing(List<Mention> found, int more, String text) {
        Concept.Kind last = null;
        int end = found.get(more).end();
        for (Mention next : found.subList(more + 1, found.size())) {
            Concept.Kind kind = next.concept().kind();
            if (kind == Concept.Kind.CONNECTIVE
                    || CLAUSE_END
                            .matcher(text.substring(end, Math.max(end, next.start())))
                            .find()) {
                break;
            }
            if (NOUNS.contains(kind)) {
                last = kind;
            }
            end = next.end();
        }
        return last == Concept.Kind.DEVICE || last == Concept.Kind.ACTION;
    }

    private static double share(String text, int[] covered) {
        int letters = 0;
        int known = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters++;
                known += covered[i] > 0 ? 1 : 0;
            }
        }
        return letters == 0 ? 0 : (double) known / letters;
    }
}
