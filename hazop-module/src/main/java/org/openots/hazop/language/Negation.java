package org.openots.hazop.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openots.hazop.language.Concept.Axis;
import org.openots.hazop.language.Concept.Kind;

/**
 * Finds what a text denies. A word of negation denies the states that follow at once, also past words without content
 * ("did not happen to fail and trip"), or the state right before it where it ends the clause ("the trip did not happen").
 * What does not open is closed, and what does not run has stopped: such a state turns into its opposite.
 */
final class Negation {
    /** How many characters may stand between a denial and what it denies. */
    private static final int REACH = 3;

    /** The same in English, where articles and auxiliaries stand between. */
    private static final int ENGLISH_REACH = 9;

    /** How far words reach that open a clause of their own: "impossible for the reboiler to run dry". */
    private static final int CLAUSE_REACH = 32;

    private static final Set<String> CLAUSE_WORDS =
            Set.of("impossible", "unlikely", "improbable", "without", "prevented from");

    private static final Set<Kind> DENIABLE = EnumSet.of(Kind.STATE, Kind.ACTION, Kind.DEVICE);

    /** Words that deny or say that something is missing, whichever the place allows. */
    private static final Set<String> MISSING = Set.of("没", "没有", "无");

    /** What may follow a denial of the state before it. */
    private static final Pattern HAPPEN = Pattern.compile("^ ?(发生|出现|成立|存在|可能|happen|occur)");

    /** As many characters may follow a denial that ends its clause: 没有发生过. */
    private static final int SHORT_REST = 4;

    private static final Pattern STOP = Pattern.compile("[,;.:!?，。；：！？、\\n]");

    private final Lexicon lexicon;

    Negation(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Marks what is denied. */
    List<Mention> of(List<Mention> found, String text) {
        List<Mention> result = new ArrayList<>();
        int deniedUntil = -1;
        boolean direct = false;
        for (int i = 0; i < found.size(); i++) {
            Mention mention = found.get(i);
            Kind kind = mention.concept().kind();
            boolean reached = mention.start() <= deniedUntil;
            if (kind == Kind.NEGATION || missing(found, i, text)) {
                if (ends(found, i, text)) {
                    denyLast(result, mention, text);
                    deniedUntil = -1;
                } else {
                    deniedUntil = mention.end() + reach(mention, text);
                    direct = false;
                }
            } else if (kind == Kind.FILLER && reached && !direct) {
                deniedUntil += mention.end() - mention.start();
                result.add(mention);
            } else if (DENIABLE.contains(kind) && reached) {
                result.add(denied(mention));
                // 没有故障跳停 denies both
                deniedUntil = kind == Kind.STATE ? mention.end() + gap(text, mention.end()) : -1;
                direct = true;
            } else {
                result.add(mention);
            }
        }
        return result;
    }

    /** Words that follow each other at once, in English after a blank. */
    private static int gap(String text, int end) {
        return Words.isLetter(text.charAt(end - 1)) ? 1 : 0;
    }

    private static int reach(Mention mention, String text) {
        String word = text.substring(mention.start(), mention.end());
        if (CLAUSE_WORDS.contains(word)) {
            return CLAUSE_REACH;
        }
        return Words.isLetter(word.charAt(0)) ? ENGLISH_REACH : REACH;
    }

    /** A word like 没 denies the state that follows at once, else it says that something is missing. */
    private static boolean missing(List<Mention> found, int i, String text) {
        Mention mention = found.get(i);
        if (!MISSING.contains(text.substring(mention.start(), mention.end()))) {
            return false;
        }
        if (HAPPEN.matcher(text.substring(mention.end())).find()) {
            return true;
        }
        if (i + 1 == found.size()) {
            return false;
        }
        Mention next = found.get(i + 1);
        return DENIABLE.contains(next.concept().kind()) && next.start() - mention.end() <= 1;
    }

    /** Whether nothing with content follows in the clause. */
    private static boolean ends(List<Mention> found, int i, String text) {
        Mention mention = found.get(i);
        for (Mention next : found.subList(i + 1, found.size())) {
            if (STOP.matcher(text.substring(mention.end(), next.start())).find()) {
                return true;
            }
            if (next.concept().kind() != Kind.FILLER) {
                return false;
            }
        }
        String rest = text.substring(mention.end());
        Matcher stop = STOP.matcher(rest);
        return (stop.find() ? stop.start() : rest.length()) <= SHORT_REST;
    }

    /** Denies the states right before a word of negation at the end of its clause. */
    private void denyLast(List<Mention> result, Mention negation, String text) {
        int from = negation.start();
        for (int i = result.size() - 1; i >= 0; i--) {
            Mention before = result.get(i);
            String between = text.substring(Math.min(before.end(), from), from);
            if (STOP.matcher(between).find()
                    || (before.concept().kind() != Kind.STATE
                            && before.concept().kind() != Kind.FILLER)) {
                return;
            }
            if (before.concept().kind() == Kind.STATE) {
                result.set(i, denied(before));
            }
            from = before.start();
        }
    }

    private Mention denied(Mention mention) {
        return opposite(mention.concept())
                .map(concept -> new Mention(concept, mention.start(), mention.end(), false, mention.tag()))
                .orElseGet(mention::denied);
    }

    private Optional<Concept> opposite(Concept concept) {
        int opening = concept.on(Axis.OPENING);
        int running = concept.on(Axis.RUNNING);
        String id = opening > 0 ? "close" : opening < 0 ? "open" : running > 0 ? "trip" : running < 0 ? "run" : "";
        return concept.kind() == Kind.STATE ? lexicon.concept(id) : Optional.empty();
    }
}
