package org.openots.hazop.scoring;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openots.hazop.language.Concept;
import org.openots.hazop.language.Concept.Axis;
import org.openots.hazop.language.Concept.Kind;
import org.openots.hazop.language.Lexicon;
import org.openots.hazop.language.Mention;
import org.openots.hazop.language.Normaliser;
import org.openots.hazop.language.Tricks;
import org.openots.hazop.scoring.AnswerKey.Prepared;
import org.openots.hazop.scoring.AnswerKey.Row;

/** Stops answers that only try to hit a key: nothing of them is compared. */
final class GamingGate {
    private static final Pattern PIECE = Pattern.compile("[,;、。/\\n]+|(?<![a-z0-9,]) +(?![a-z0-9])");
    private static final Pattern RUN =
            Pattern.compile("([^0-9]{2,6}?)\\1\\1|([^0-9])\\2\\2|([^0-9]{2,6}?)\\3([^0-9]{2,6}?)\\4");
    /** A tag as people type it, also without anything before the next one. */
    private static final Pattern TAG = Pattern.compile("[a-z]{1,5} ?-? ?[0-9]{2,4}(?:[a-z](?![a-z]))?(?![0-9])");

    /** Longest text between two opposites that can offer them for choice. */
    private static final int LONGEST_CHOICE = 6;

    /** With fewer concepts an answer states nothing that could be right. */
    private static final int LITTLE = 2;

    private static final int MANY_TAGS = 3;
    /** Letters of an instrument by ISA-5.1, or the usual abbreviation of a device. */
    private static final Pattern CODE = Pattern.compile(
            "[fpltajidx][dsi]?[aicrstevy]{1,2}(?:hh?|ll?)?|psv|prv|nrv|[a-z]v|esd|sis|dcs|bpcs|mcc|ups");

    private static final Pattern TWICE = Pattern.compile("([^0-9]{2,}).{0,3}\\1");

    /** What people put between the two. */
    private static final Pattern LINKS = Pattern.compile("是因为|因为|由于|所以|就是|导致|造成|引起|说明|等于|时候|的|了|时|就");

    /** Share of a text from which a doubled stretch is all of it. */
    private static final double MOSTLY = 0.75;

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    /** 停水停电停汽停泵: one word before everything. */
    private static final Pattern SAME_WORD = Pattern.compile("([\\u4e00-\\u9fff])(?:.\\1){3,}.");

    private static final double LIKE_DEVIATION = 0.93;

    private final Lexicon lexicon;
    private final Tricks tricks;

    GamingGate(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.tricks = lexicon.tricks();
    }

    /** What kind of trick an answer is. */
    enum Trick {
        /** Nothing written. */
        EMPTY,
        /** Speaks to the marker instead of naming something. */
        INSTRUCTION,
        /** No words at all. */
        NOISE,
        /** Names both directions, so that one must be right. */
        BOTH_WAYS,
        /** The same again and again. */
        REPETITION,
        /** A heap of words or tags without a statement. */
        STUFFING,
        /** Only the deviation again. */
        COPY,
        /** The deviation in other words. */
        ECHO;

        /** Whether an honest answer can look like it, so that a person decides when the rest of it fits the key. */
        boolean doubtful() {
            return this == STUFFING || this == REPETITION || this == ECHO;
        }

        /** What the student is told. */
        Reason.Code reason() {
            return this == ECHO ? Reason.Code.COPY : Reason.Code.valueOf(name());
        }
    }

    Optional<Trick> check(Prepared answer, Row row) {
        String text = answer.meaning().text();
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of(text.isEmpty() ? Trick.EMPTY : Trick.NOISE);
        }
        if (tricks.toMarker().in(text) || (tricks.perhapsToMarker().in(text) && saysLittle(answer))) {
            return Optional.of(Trick.INSTRUCTION);
        }
        if (noise(answer)) {
            return Optional.of(Trick.NOISE);
        }
        List<String> pieces =
                PIECE.splitAsStream(text).filter(p -> !p.isBlank()).toList();
        if (tricks.anything().in(text)) {
            return Optional.of(Trick.STUFFING);
        }
        if (repetition(text, pieces)) {
            return Optional.of(Trick.REPETITION);
        }
        if (bothWays(answer)) {
            return Optional.of(Trick.BOTH_WAYS);
        }
        if (stuffing(answer, pieces)) {
            return Optional.of(Trick.STUFFING);
        }
        if (copy(answer, row)) {
            return Optional.of(Trick.COPY);
        }
        return echo(answer, row) ? Optional.of(Trick.ECHO) : Optional.empty();
    }

    private static boolean saysLittle(Prepared answer) {
        return answer.meaning().concepts().length < LITTLE;
    }

    private static boolean noise(Prepared answer) {
        var utterance = answer.meaning().utterance();
        boolean meaningful = utterance.mentions().stream()
                .anyMatch(m -> m.concept().kind() != Kind.FILLER && m.concept().kind() != Kind.CONNECTIVE);
        return !meaningful
                && utterance.covered() < 0.3
                && utterance.text().chars().distinct().count() < 40
                && utterance.text().chars().noneMatch(c -> c >= 0x4e00 && c <= 0x9fff);
    }

    private boolean repetition(String text, List<String> pieces) {
        Set<String> distinct = new HashSet<>(pieces);
        if (pieces.size() >= 2 && distinct.size() * 2 < pieces.size() + 1) {
            return true;
        }
        if (text.length() >= 5 && RUN.matcher(text).find()) {
            return true;
        }
        if (doubled(text)) {
            return true;
        }
        long kinds = text.chars().distinct().count();
        return text.length() >= 12 && kinds * 3 < text.length() && kinds < 12;
    }

    /** The same stretch twice makes up most of the text: "low because low". */
    private boolean doubled(String text) {
        String bare = LINKS.matcher(plain(text)).replaceAll("");
        Matcher twice = TWICE.matcher(bare);
        return twice.find() && 2.0 * twice.group(1).length() >= MOSTLY * bare.length();
    }

    private boolean bothWays(Prepared answer) {
        List<Mention> mentions = answer.meaning().utterance().mentions();
        String text = answer.meaning().text();
        for (int i = 0; i + 1 < mentions.size(); i++) {
            Mention first = mentions.get(i);
            for (int j = i + 1; j < Math.min(i + 4, mentions.size()); j++) {
                Mention second = mentions.get(j);
                if (opposite(first.concept(), second.concept())
                        && second.start() >= first.end()
                        && between(mentions, i, j)
                        && (paired(text, first, second) || either(text, first.end(), second.start()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 高低, 升高降低: two opposites without anything between them. */
    private boolean paired(String text, Mention first, Mention second) {
        return first.end() == second.start()
                && lexicon.opposite(
                        text.substring(first.start(), first.end()), text.substring(second.start(), second.end()));
    }

    /** Nothing but a choice stands between. */
    private boolean either(String text, int from, int to) {
        String between = text.substring(from, to);
        return between.length() <= LONGEST_CHOICE && tricks.either().in(between);
    }

    /** Nothing but words without content stands between the two. */
    private static boolean between(List<Mention> mentions, int from, int to) {
        return mentions.subList(from + 1, to).stream()
                .allMatch(m -> m.concept().kind() == Kind.FILLER
                        || m.concept().kind() == Kind.CONNECTIVE
                        || m.concept().id().equals(mentions.get(to).concept().id()));
    }

    static boolean opposite(Concept first, Concept second) {
        for (Axis axis : List.of(Axis.AMOUNT, Axis.OPENING, Axis.RUNNING, Axis.QUALITY)) {
            if (first.on(axis) * second.on(axis) < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean stuffing(Prepared answer, List<String> pieces) {
        var utterance = answer.meaning().utterance();
        int tags = utterance.tags().size() + utterance.strangers().size();
        long states = utterance.mentions().stream()
                .filter(m -> m.concept().kind() == Kind.STATE && m.tag() == null)
                .count();
        if (tags >= 4 && states == 0) {
            return true;
        }
        String text = utterance.text();
        if (codesOnly(text) || SAME_WORD.matcher(text).find()) {
            return true;
        }
        double shortPieces = pieces.stream().filter(p -> p.length() <= 5).count();
        if (pieces.size() >= 6 && shortPieces >= pieces.size() - 1) {
            return true;
        }
        return contradictions(answer) >= 2;
    }

    /** Tags and letters of instruments, at least a few of them, and nothing else. */
    private static boolean codesOnly(String text) {
        if (text.chars().anyMatch(c -> Normaliser.isHan((char) c))) {
            return false;
        }
        long tags = TAG.matcher(text).results().count();
        List<String> rest = NO_LETTERS
                .splitAsStream(TAG.matcher(text).replaceAll(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        return tags + rest.size() >= MANY_TAGS
                && rest.stream().allMatch(word -> CODE.matcher(word).matches());
    }

    /** How many properties are said to lie on both sides. */
    private static int contradictions(Prepared answer) {
        Set<String> up = new HashSet<>();
        Set<String> down = new HashSet<>();
        answer.meaning().claims().forEach(claim -> {
            String subject = claim.subject().stream()
                    .filter(m -> m.concept().kind() == Kind.PROPERTY)
                    .map(m -> m.concept().id())
                    .reduce("", (a, b) -> b);
            int side = claim.on(Axis.AMOUNT);
            if (!subject.isEmpty() && side != 0) {
                (side > 0 ? up : down).add(subject);
            }
        });
        up.retainAll(down);
        return up.size();
    }

    private boolean copy(Prepared answer, Row row) {
        String text = plain(answer.meaning().text());
        for (Prepared name : row.deviation()) {
            String deviation = plain(name.meaning().text());
            if (text.equals(deviation)
                    || (text.replace(deviation, "").length() <= 3 && text.contains(deviation))
                    || answer.vector().cosine(name.vector()) > LIKE_DEVIATION) {
                return true;
            }
        }
        return false;
    }

    /** Whether the answer speaks of just what the deviation speaks of. */
    private static boolean echo(Prepared answer, Row row) {
        Set<Integer> said = concepts(answer);
        return said.size() > 1
                && row.deviation().stream().anyMatch(name -> concepts(name).containsAll(said));
    }

    private static Set<Integer> concepts(Prepared text) {
        return Arrays.stream(text.meaning().concepts()).boxed().collect(Collectors.toSet());
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
