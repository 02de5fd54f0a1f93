package org.openots.hazop.meaning;

import java.util.ArrayList;
import java.util.List;
import org.openots.hazop.language.Concept.Axis;
import org.openots.hazop.language.Concept.Kind;
import org.openots.hazop.language.Mention;
import org.openots.hazop.language.Utterance;

/**
 * Reads claims out of an utterance. A text is cut into clauses at punctuation and between cause and effect; in a clause
 * each state belongs to the words before it, unless it is a verb with its object behind it ("close the steam valve") or
 * an adjective right before its noun ("high level"); a clause without subject speaks of the one before.
 */
public final class ClaimReader {
    private static final String STOPS = ",.;:!?，。；：！？、\n";

    private ClaimReader() {}

    /**
     * Reads the claims.
     *
     * @param utterance the text and its concepts
     * @return its claims in the order of the text
     */
    public static List<Claim> read(Utterance utterance) {
        List<Claim> claims = new ArrayList<>();
        List<Mention> carried = List.of();
        for (List<Mention> clause : clauses(utterance)) {
            List<Claim> found = clause(clause, carried, utterance.text());
            claims.addAll(found);
            if (!found.isEmpty()) {
                carried = found.get(found.size() - 1).subject();
            }
        }
        return claims;
    }

    private static List<List<Mention>> clauses(Utterance utterance) {
        List<List<Mention>> clauses = new ArrayList<>();
        List<Mention> current = new ArrayList<>();
        int end = 0;
        for (Mention mention : utterance.mentions()) {
            boolean connective = mention.concept().kind() == Kind.CONNECTIVE;
            if ((connective || stops(utterance.text(), end, mention.start())) && !current.isEmpty()) {
                clauses.add(current);
                current = new ArrayList<>();
            }
            if (!connective
                    && mention.concept().kind() != Kind.FILLER
                    && mention.concept().kind() != Kind.NEGATION) {
                current.add(mention);
            }
            end = mention.end();
        }
        if (!current.isEmpty()) {
            clauses.add(current);
        }
        return clauses;
    }

    private static boolean stops(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (STOPS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static List<Claim> clause(List<Mention> clause, List<Mention> carried, String text) {
        List<Claim> claims = new ArrayList<>();
        List<Mention> before = new ArrayList<>();
        int i = 0;
        while (i < clause.size()) {
            Mention mention = clause.get(i);
            i++;
            if (mention.concept().kind() != Kind.STATE) {
                before.add(mention);
                continue;
            }
            List<Mention> after = after(clause, i);
            if (takesObject(mention, before, after, text)) {
                claims.add(new Claim(after, mention));
                i += after.size();
                before = new ArrayList<>(after);
            } else {
                claims.add(new Claim(subject(before, after, carried, claims), mention));
                before = new ArrayList<>();
            }
        }
        if (!before.isEmpty()) {
            claims.add(new Claim(before, null));
        }
        return claims;
    }

    private static List<Mention> subject(
            List<Mention> before, List<Mention> after, List<Mention> carried, List<Claim> claims) {
        if (!before.isEmpty()) {
            return before;
        }
        if (!claims.isEmpty()) {
            return claims.get(claims.size() - 1).subject();
        }
        return after.isEmpty() ? carried : after;
    }

    private static List<Mention> after(List<Mention> clause, int from) {
        int to = from;
        while (to < clause.size() && clause.get(to).concept().kind() != Kind.STATE) {
            to++;
        }
        return clause.subList(from, to);
    }

    private static boolean takesObject(Mention state, List<Mention> before, List<Mention> after, String text) {
        if (after.isEmpty()) {
            return false;
        }
        boolean near = adjacent(text, state.end(), after.get(0).start());
        boolean verb = state.concept().on(Axis.OPENING) != 0 || state.concept().on(Axis.RUNNING) != 0;
        if (verb) {
            return near && (before.isEmpty() || measure(before));
        }
        boolean nounBefore = !before.isEmpty()
                && adjacent(text, before.get(before.size() - 1).end(), state.start());
        boolean noun = after.get(0).concept().kind() == Kind.PROPERTY
                || after.get(0).concept().id().equals("alarm");
        return near && noun && !nounBefore && state.concept().on(Axis.AMOUNT) != 0;
    }

    private static boolean measure(List<Mention> before) {
        return before.stream().anyMatch(m -> switch (m.concept().id()) {
            case "interlock", "interlock-act", "auto-act", "operator", "alarm", "pressurise" -> true;
            default -> m.concept().kind() == Kind.ACTION;
        });
    }

    private static boolean adjacent(String text, int from, int to) {
        return to >= from && text.substring(from, to).isBlank();
    }
}
