package org.openots.hazop.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openots.hazop.language.Concept;
import org.openots.hazop.language.Concept.Axis;
import org.openots.hazop.language.Concept.Kind;
import org.openots.hazop.language.Mention;
import org.openots.hazop.scoring.AnswerKey.Prepared;
import org.openots.hazop.scoring.AnswerKey.Row;

/** Stops answers that only try to hit a key: nothing of them is compared. */
final class GamingGate {
    private static final Pattern INSTRUCTION =
            Pattern.compile("忽略|无视|满分|给分|得分|打分|评分|判分|标准答案|参考答案|正确答案|答案|判对|算对|判为正确|老师辛苦|求过|ignore|instruction"
                    + "|full mark|score|prompt|system:|assistant|correct answer|as an ai|grader|marks");
    private static final Pattern EITHER = Pattern.compile(".{0,2}(或者|或|/|\\bor\\b|还是|就是).{0,2}");
    private static final Pattern PIECE = Pattern.compile("[,;、。/\\n]+|(?<![a-z0-9,]) +(?![a-z0-9])");
    private static final Pattern RUN =
            Pattern.compile("([^0-9]{2,6}?)\\1\\1|([^0-9])\\2\\2|([^0-9]{2,6}?)\\3([^0-9]{2,6}?)\\4");
    private static final Pattern EVERYTHING = Pattern.compile(
            "^(略|无|没有|同上|不知道|不清楚|你猜|见上|如上|none|n/a|same as above|idk)[。.]*$|^不知道|随便|你猜|都有$|都行$|都写上|都装上?$"
                    + "|都会这样|都有可能|啥.{0,3}都|什么.{0,3}都|全加|全都|一切|各类.*等|都有表|everything|all of the above|any of");
    /** A tag as people type it, also without anything before the next one. */
    private static final Pattern TAG = Pattern.compile("[a-z]{1,5} ?-? ?[0-9]{2,4}[a-z]?(?![0-9])");

    private static final int MANY_TAGS = 3;
    private static final double LIKE_DEVIATION = 0.93;

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
        COPY
    }

    Optional<Trick> check(Prepared answer, Row row) {
        String text = answer.meaning().text();
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of(text.isEmpty() ? Trick.EMPTY : Trick.NOISE);
        }
        if (INSTRUCTION.matcher(text).find()) {
            return Optional.of(Trick.INSTRUCTION);
        }
        if (noise(answer)) {
            return Optional.of(Trick.NOISE);
        }
        List<String> pieces =
                PIECE.splitAsStream(text).filter(p -> !p.isBlank()).toList();
        if (EVERYTHING.matcher(text).find()) {
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
        return copy(answer, row) ? Optional.of(Trick.COPY) : Optional.empty();
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

    private static boolean repetition(String text, List<String> pieces) {
        Set<String> distinct = new HashSet<>(pieces);
        if (pieces.size() >= 2 && distinct.size() * 2 < pieces.size() + 1) {
            return true;
        }
        if (text.length() >= 5 && RUN.matcher(text).find()) {
            return true;
        }
        long kinds = text.chars().distinct().count();
        return text.length() >= 12 && kinds * 3 < text.length() && kinds < 12;
    }

    private static boolean bothWays(Prepared answer) {
        List<Mention> mentions = answer.meaning().utterance().mentions();
        String text = answer.meaning().text();
        for (int i = 0; i + 1 < mentions.size(); i++) {
            Mention first = mentions.get(i);
            for (int j = i + 1; j < Math.min(i + 4, mentions.size()); j++) {
                Mention second = mentions.get(j);
                if (opposite(first.concept(), second.concept())
                        && second.start() >= first.end()
                        && between(mentions, i, j)
                        && (paired(first, second) || either(text, first.end(), second.start()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 高低, 升高降低: two words of one length without anything between them. */
    private static boolean paired(Mention first, Mention second) {
        return first.end() == second.start() && first.end() - first.start() == second.end() - second.start();
    }

    private static boolean either(String text, int from, int to) {
        return EITHER.matcher(text.substring(from, to)).matches();
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
        if (TAG.matcher(text).results().count() >= MANY_TAGS
                && TAG.matcher(text).replaceAll("").chars().noneMatch(Character::isLetterOrDigit)) {
            return true;
        }
        double shortPieces = pieces.stream().filter(p -> p.length() <= 5).count();
        if (pieces.size() >= 6 && shortPieces >= pieces.size() - 1) {
            return true;
        }
        return contradictions(answer) >= 2;
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

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
