package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openots.hazop.embedding.SentenceEmbedding;
import org.openots.hazop.language.Concept;
import org.openots.hazop.meaning.Comparison;
import org.openots.hazop.meaning.Meaning;
import org.openots.hazop.scoring.AnswerKey.Item;
import org.openots.hazop.scoring.AnswerKey.Prepared;
import org.openots.hazop.scoring.AnswerKey.Row;
import org.openots.hazop.study.Column;

/** What an answer and the items of a row have in common, as the numbers the models are given. */
final class PairFeatures {
    /** Names of the numbers: those of the comparison, then these. */
    static final List<String> NAMES = names();

    private static final Map<String, Integer> INDEXES =
            IntStream.range(0, NAMES.size()).boxed().collect(Collectors.toUnmodifiableMap(NAMES::get, i -> i));

    private static final int RECALL = index("recall");
    private static final int PRECISION = index("precision");
    private static final int AXIS_CONFLICT = index("axisConflict");
    private static final int BOUND_CONFLICT = index("boundConflict");
    private static final int DENIAL = index("denialConflict");
    private static final int ROLE_CONFLICT = index("roleConflict");
    private static final int TAG_SHARED = index("tagShared");
    private static final int CLAIM_RECALL = index("claimRecall");

    private static final int ROUGH = index("rough");
    private static final int COSINE_BEST = index("cosineBest");
    private static final int SENTENCE = index("sentence");

    private static final int CLOSEST = 3;

    private final AnswerKey key;

    PairFeatures(AnswerKey key) {
        this.key = key;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(Comparison.NAMES);
        names.addAll(List.of(
                "cosineKey",
                "cosineBest",
                "cosineEnglish",
                "lengthRatio",
                "length",
                "covered",
                "commonRun",
                "rough",
                "marginColumn",
                "marginRow",
                "rank",
                "marginCosine",
                "likeDeviation",
                "contextRoles",
                "deviationAmount",
                "isCause",
                "isConsequence",
                "isSafeguard",
                "isRecommendation",
                "claims",
                "keysOfColumn",
                "accepted",
                "cosineAccepted",
                "roughAccepted",
                "cosineRejected",
                "roughRejected",
                "marginRejected",
                "roughKey",
                "foreignRoles",
                "foreignTags",
                "foreignDevices",
                "sentence",
                "sentenceMargin",
                "sentenceElsewhere",
                "sentenceDeviation"));
        return List.copyOf(names);
    }

    static int index(String name) {
        Integer at = INDEXES.get(name);
        if (at == null) {
            throw new IllegalArgumentException(name + " is no feature");
        }
        return at;
    }

    /**
     * An item with its numbers.
     *
     * @param item the item
     * @param column where it stands
     * @param values the numbers, by {@link #NAMES}
     */
    record Candidate(Item item, Column column, double[] values) {
        double of(String name) {
            return values[index(name)];
        }
    }

    /**
     * Compares an answer with every item of a row.
     *
     * @param answer the answer
     * @param row the row
     * @return the items of all columns, in the row's order
     */
    List<Candidate> of(Prepared answer, Row row) {
        List<Candidate> candidates = new ArrayList<>();
        row.columns().forEach((column, items) -> {
            for (Item item : items) {
                candidates.add(new Candidate(item, column, pair(answer, item, row, column)));
            }
        });
        for (Candidate candidate : candidates) {
            rank(candidate, candidates);
        }
        return candidates;
    }

    private double[] pair(Prepared answer, Item item, Row row, Column column) {
        Nearest nearest = new Nearest();
        item.wordings().forEach(wording -> nearest.offer(answer, wording));
        double roughKey = nearest.rough;
        List<Prepared> closest = closest(answer, item.accepted());
        Nearest accepted = new Nearest();
        closest.forEach(wording -> {
            accepted.offer(answer, wording);
            nearest.offer(answer, wording);
        });
        double[] values = complete(nearest.values, nearest.rough, nearest.cosine, answer, item, row, column);
        int at = index("accepted");
        values[at++] = Math.min(20, item.accepted().size());
        values[at++] = closest.isEmpty() ? -1 : accepted.cosine;
        values[at++] = closest.isEmpty() ? -1 : accepted.rough;
        Nearest rejected = new Nearest();
        closest(answer, item.rejected()).forEach(wording -> rejected.offer(answer, wording));
        values[at++] = item.rejected().isEmpty() ? -1 : rejected.cosine;
        values[at++] = item.rejected().isEmpty() ? -1 : rejected.rough;
        values[at++] = item.rejected().isEmpty() || closest.isEmpty()
                ? 0
                : Math.max(accepted.cosine, nearest.cosine) - rejected.cosine;
        values[at++] = roughKey;
        values[at++] = foreign(answer.meaning(), row, Concept.Kind.ROLE);
        values[at++] = answer.meaning().utterance().tags().stream()
                .filter(tag -> row.tags().stream().noneMatch(own -> Comparison.same(tag, own)))
                .count();
        values[at++] = foreign(answer.meaning(), row, Concept.Kind.DEVICE);
        values[at] = sentence(answer, item.wordings());
        values[index("sentenceDeviation")] = sentence(answer, row.deviation());
        return values;
    }

    /** How many concepts of a kind the answer has that nothing in the whole row is near to. */
    private double foreign(Meaning answer, Row row, Concept.Kind kind) {
        double count = 0;
        for (int concept : answer.concepts()) {
            if (key.lexicon().at(concept).kind() == kind) {
                double best = 0;
                for (int own : row.vocabulary()) {
                    best = Math.max(best, key.lexicon().similarity(concept, own));
                }
                count += 1 - best;
            }
        }
        return count;
    }

    /** The few accepted answers that share most bigrams with this one; comparing with all would take too long. */
    private static List<Prepared> closest(Prepared answer, List<Prepared> accepted) {
        record Near(Prepared wording, double cosine) {}
        return accepted.stream()
                .map(wording -> new Near(wording, answer.vector().cosine(wording.vector())))
                .sorted(Comparator.comparingDouble(near -> -near.cosine()))
                .limit(CLOSEST)
                .map(Near::wording)
                .toList();
    }

    private double sentence(Prepared answer, List<Prepared> wordings) {
        double best = key.embeds() ? -1 : 0;
        for (Prepared wording : wordings) {
            if (key.embeds()) {
                best = Math.max(best, SentenceEmbedding.cosine(answer.sentence(), wording.sentence()));
            }
        }
        return best;
    }

    /** The wording nearest to an answer so far. */
    private final class Nearest {
        private double[] values = new double[0];
        private double rough = Double.NEGATIVE_INFINITY;
        private double cosine;

        void offer(Prepared answer, Prepared wording) {
            double[] compared = key.comparison().compare(answer.meaning(), wording.meaning());
            double shared = answer.vector().cosine(wording.vector());
            cosine = Math.max(cosine, shared);
            double guess = rough(compared, shared);
            if (guess > rough) {
                rough = guess;
                values = compared;
            }
        }
    }

    private double[] complete(
            double[] compared, double rough, double cosine, Prepared answer, Item item, Row row, Column column) {
        double[] values = new double[NAMES.size()];
        System.arraycopy(compared, 0, values, 0, compared.length);
        int at = compared.length;
        Prepared first = item.wordings().get(0);
        String text = answer.meaning().text();
        values[at++] = answer.vector().cosine(first.vector());
        values[at++] = cosine;
        values[at++] = item.wordings().size() > 1
                ? answer.vector().cosine(item.wordings().get(1).vector())
                : 0;
        values[at++] = Math.min(
                3, (double) text.length() / Math.max(1, first.meaning().text().length()));
        values[at++] = text.length();
        values[at++] = answer.meaning().utterance().covered();
        values[at++] = commonRun(text, first.meaning().text());
        values[at++] = rough;
        at += 4;
        values[at++] = likeDeviation(answer, row);
        values[at++] = contextRoles(answer.meaning(), first.meaning(), row);
        values[at++] = deviationAmount(answer.meaning(), row);
        for (Column each : Column.values()) {
            values[at++] = each == column ? 1 : 0;
        }
        values[at++] = answer.meaning().claims().size();
        values[at] = row.items(column).size();
        return values;
    }

    /** A first guess by hand: what is in common less what contradicts. */
    private static double rough(double[] v, double cosine) {
        return 0.35 * v[RECALL]
                + 0.2 * v[PRECISION]
                + 0.25 * Math.max(0, v[CLAIM_RECALL])
                + 0.25 * cosine
                + 0.1 * Math.min(1, v[TAG_SHARED])
                - 0.25 * Math.min(1, v[AXIS_CONFLICT])
                - 0.25 * Math.min(1, v[BOUND_CONFLICT])
                - 0.2 * Math.min(1, v[DENIAL])
                - 0.25 * Math.max(0, v[ROLE_CONFLICT]);
    }

    private static void rank(Candidate candidate, List<Candidate> all) {
        double own = candidate.values()[ROUGH];
        double bestColumn = -1;
        double bestElsewhere = -1;
        double bestCosine = 0;
        double sentenceColumn = -1;
        double sentenceElsewhere = -1;
        int rank = 0;
        for (Candidate other : all) {
            if (other.item().id().equals(candidate.item().id())) {
                continue;
            }
            if (other.column() == candidate.column()) {
                bestColumn = Math.max(bestColumn, other.values()[ROUGH]);
                bestCosine = Math.max(bestCosine, other.values()[COSINE_BEST]);
                rank += other.values()[ROUGH] > own ? 1 : 0;
                sentenceColumn = Math.max(sentenceColumn, other.values()[SENTENCE]);
            } else {
                sentenceElsewhere = Math.max(sentenceElsewhere, other.values()[SENTENCE]);
                bestElsewhere = Math.max(bestElsewhere, other.values()[ROUGH]);
            }
        }
        double[] values = candidate.values();
        values[index("marginColumn")] = own - bestColumn;
        values[index("marginRow")] = own - bestElsewhere;
        values[index("rank")] = rank;
        values[index("sentenceMargin")] = candidate.values()[SENTENCE] - sentenceColumn;
        values[index("sentenceElsewhere")] = candidate.values()[SENTENCE] - sentenceElsewhere;
        values[index("marginCosine")] = candidate.values()[COSINE_BEST] - bestCosine;
    }

    private double likeDeviation(Prepared answer, Row row) {
        double best = 0;
        for (Prepared name : row.deviation()) {
            best = Math.max(
                    best,
                    rough(
                            key.comparison().compare(answer.meaning(), name.meaning()),
                            answer.vector().cosine(name.vector())));
        }
        return best;
    }

    /** Of the roles of the key that the answer leaves out, the share that the deviation itself names. */
    private double contextRoles(Meaning answer, Meaning item, Row row) {
        int left = 0;
        int named = 0;
        for (int concept : item.concepts()) {
            if (key.lexicon().at(concept).kind() == Concept.Kind.ROLE && !has(answer, concept)) {
                left++;
                named += has(row.deviation().get(0).meaning(), concept) ? 1 : 0;
            }
        }
        return left == 0 ? -1 : (double) named / left;
    }

    private boolean has(Meaning meaning, int concept) {
        for (int other : meaning.concepts()) {
            if (key.lexicon().similarity(concept, other) >= 0.6) {
                return true;
            }
        }
        return false;
    }

    /** Whether the answer's amounts lie on the deviation's side (+1), the other (-1) or neither (0). */
    private static double deviationAmount(Meaning answer, Row row) {
        int own = answer.signs()[Concept.Axis.AMOUNT.place()];
        int deviation = row.deviation().get(0).meaning().signs()[Concept.Axis.AMOUNT.place()];
        if (own == 0 || deviation == 0) {
            return 0;
        }
        return (own & deviation) != 0 ? 1 : -1;
    }

    /** Longest run of characters in common, as a share of the shorter text. */
    private static double commonRun(String a, String b) {
        int longest = 0;
        int[] runs = new int[b.length() + 1];
        for (int i = 0; i < a.length(); i++) {
            for (int j = b.length(); j > 0; j--) {
                runs[j] = a.charAt(i) == b.charAt(j - 1) ? runs[j - 1] + 1 : 0;
                longest = Math.max(longest, runs[j]);
            }
        }
        int shorter = Math.min(a.length(), b.length());
        return shorter == 0 ? 0 : (double) longest / shorter;
    }
}
