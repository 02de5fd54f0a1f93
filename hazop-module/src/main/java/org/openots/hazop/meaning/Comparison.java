package org.openots.hazop.meaning;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openots.hazop.language.Concept.Axis;
import org.openots.hazop.language.Concept.Kind;
import org.openots.hazop.language.Lexicon;
import org.openots.hazop.meaning.Claim.Facts;

/**
 * How a statement agrees with a key, as numbers. All are between -1 and 1 or small counts; -1 stands for "does not
 * apply".
 */
public final class Comparison {
    /** Names of the numbers, in order. */
    public static final List<String> NAMES = List.of(
            "recall",
            "precision",
            "exactRecall",
            "exactPrecision",
            "roleRecall",
            "rolePrecision",
            "deviceRecall",
            "devicePrecision",
            "propertyRecall",
            "propertyPrecision",
            "stateRecall",
            "statePrecision",
            "actionRecall",
            "actionPrecision",
            "roleConflict",
            "deviceConflict",
            "propertyConflict",
            "stateConflict",
            "tagShared",
            "tagConflict",
            "tagOnlyKey",
            "tagOnlyAnswer",
            "strangers",
            "axisAgree",
            "axisConflict",
            "amountConflict",
            "openingConflict",
            "runningConflict",
            "qualityConflict",
            "boundAgree",
            "boundConflict",
            "denialConflict",
            "claimRecall",
            "claimPrecision",
            "firstClaim",
            "lastClaim",
            "missing",
            "extra",
            "keyConcepts",
            "answerConcepts",
            "subjectConflict",
            "roleSwap",
            "deviceSwap",
            "propertySwap",
            "stateSwap",
            "disabling",
            "crossAgree",
            "crossConflict",
            "orderReversed",
            "denied");

    private static final List<Axis> SENSE = List.of(Axis.AMOUNT, Axis.OPENING, Axis.RUNNING, Axis.PASSAGE);
    private static final List<Kind> SWAPPED = List.of(Kind.ROLE, Kind.DEVICE, Kind.PROPERTY, Kind.STATE);
    private static final List<Kind> KINDS = List.of(Kind.ROLE, Kind.DEVICE, Kind.PROPERTY, Kind.STATE, Kind.ACTION);

    private final Lexicon lexicon;
    private final Map<Kind, Double> kindWeights = new EnumMap<>(Kind.class);
    private final Kind[] kinds;
    private final double[] weights;
    private final int disable;

    /**
     * Prepares comparisons.
     *
     * @param lexicon what relates concepts
     * @param rarity weight of each concept by how seldom keys use it, by index
     */
    public Comparison(Lexicon lexicon, double[] rarity) {
        this.lexicon = lexicon;
        kindWeights.put(Kind.ROLE, 1.0);
        kindWeights.put(Kind.DEVICE, 1.0);
        kindWeights.put(Kind.PROPERTY, 0.8);
        kindWeights.put(Kind.STATE, 1.0);
        kindWeights.put(Kind.ACTION, 0.6);
        kinds = new Kind[lexicon.size()];
        weights = new double[lexicon.size()];
        disable = lexicon.concept("disable").map(lexicon::index).orElse(-1);
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = lexicon.at(i).kind();
            weights[i] = rarity[i] * kindWeights.getOrDefault(kinds[i], 0.0);
        }
    }

    /**
     * Compares.
     *
     * @param answer what a student wrote
     * @param key what the key says
     * @return the numbers, by {@link #NAMES}
     */
    public double[] compare(Meaning answer, Meaning key) {
        double[] values = new double[NAMES.size()];
        int at = overlap(answer, key, values);
        at = conflicts(answer, key, values, at);
        at = tags(answer, key, values, at);
        at = axes(answer, key, values, at);
        at = claims(answer, key, values, at);
        values[at++] = uncovered(key.concepts(), answer.concepts());
        values[at++] = uncovered(answer.concepts(), key.concepts());
        values[at++] = key.concepts().length;
        values[at++] = answer.concepts().length;
        values[at++] = subjectConflict(answer, key);
        for (Kind kind : SWAPPED) {
            values[at++] = swap(answer, key, kind);
        }
        values[at++] = disabling(answer) && !disabling(key) ? 1 : 0;
        double[] cross = cross(answer, key);
        values[at++] = cross[0];
        values[at++] = cross[1];
        values[at++] = reversed(answer, key);
        values[at] = answer.denied().size();
        return values;
    }

    /** Weight that one text has too little of a kind and the other too much: one thing put in the place of another. */
    private double swap(Meaning answer, Meaning key, Kind kind) {
        return Math.min(
                lacking(key.concepts(), answer.concepts(), kind), lacking(answer.concepts(), key.concepts(), kind));
    }

    /**
     * How much one thing was put in the place of another in words, whatever the tags say: "reflux pump P-101" for "feed
     * pump P-101".
     *
     * @param answer what a student wrote
     * @param key what the key says
     * @return the weight of what was exchanged, 0 for nothing
     */
    public double exchanged(Meaning answer, Meaning key) {
        double sum = 0;
        for (Kind kind : List.of(Kind.ROLE, Kind.DEVICE)) {
            sum += Math.min(
                    lacking(key.spoken(), answer.spoken(), kind), lacking(answer.spoken(), key.concepts(), kind));
        }
        return sum;
    }

    private double lacking(int[] of, int[] in, Kind kind) {
        double sum = 0;
        for (int concept : of) {
            sum += kinds[concept] == kind ? weights[concept] * (1 - best(concept, in)) : 0;
        }
        return sum;
    }

    private boolean disabling(Meaning meaning) {
        return disable >= 0 && place(meaning.concepts(), disable) >= 0;
    }

    /** Agreement and conflict across axes: more, open and running all let through, less, closed and stopped do not. */
    private double[] cross(Meaning answer, Meaning key) {
        double agree = 0;
        double conflict = 0;
        for (Facts k : key.facts()) {
            int own = sense(k);
            for (Facts a : answer.facts()) {
                int product = own == 0 ? 0 : sense(a) * own;
                double subject = product == 0 ? 0 : subject(a, k);
                agree = product > 0 ? Math.max(agree, subject) : agree;
                conflict = product < 0 ? Math.max(conflict, subject) : conflict;
            }
        }
        return new double[] {agree, conflict};
    }

    private static int sense(Facts claim) {
        for (Axis axis : SENSE) {
            int side = claim.sides()[axis.place()];
            if (side != 0) {
                return side;
            }
        }
        return 0;
    }

    /** Of the pairs of concepts that both texts have, the share that stands in the opposite order. */
    private static double reversed(Meaning answer, Meaning key) {
        int[] places = new int[key.concepts().length];
        int pairs = 0;
        int turned = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = place(answer.concepts(), key.concepts()[i]);
            for (int j = 0; j < i && places[i] >= 0; j++) {
                pairs += places[j] >= 0 ? 1 : 0;
                turned += places[j] > places[i] ? 1 : 0;
            }
        }
        return pairs == 0 ? 0 : (double) turned / pairs;
    }

    private static int place(int[] in, int concept) {
        for (int i = 0; i < in.length; i++) {
            if (in[i] == concept) {
                return i;
            }
        }
        return -1;
    }

    private int overlap(Meaning answer, Meaning key, double[] values) {
        int[] a = answer.concepts();
        int[] k = key.concepts();
        int at = 0;
        values[at++] = share(k, a, null, false);
        values[at++] = share(a, k, null, false);
        values[at++] = share(k, a, null, true);
        values[at++] = share(a, k, null, true);
        for (Kind kind : KINDS) {
            values[at++] = share(k, a, kind, false);
            values[at++] = share(a, k, kind, false);
        }
        return at;
    }

    /** Weighted share of the concepts of one text that the other has too, or -1 when there are none of the kind. */
    private double share(int[] of, int[] in, @Nullable Kind kind, boolean exact) {
        double all = 0;
        double found = 0;
        for (int concept : of) {
            if (kind == null || kinds[concept] == kind) {
                all += weights[concept];
                double best = best(concept, in);
                found += weights[concept] * (exact ? (best >= 1 ? 1 : 0) : best);
            }
        }
        return all > 0 ? found / all : -1;
    }

    private double best(int concept, int[] in) {
        double best = 0;
        for (int other : in) {
            best = Math.max(best, lexicon.similarity(concept, other));
        }
        return best;
    }

    /** For each kind: both texts have some and nothing of the answer's is near anything of the key's. */
    private int conflicts(Meaning answer, Meaning key, double[] values, int from) {
        int at = from;
        for (Kind kind : SWAPPED) {
            double precision = share(answer.concepts(), key.concepts(), kind, false);
            double recall = share(key.concepts(), answer.concepts(), kind, false);
            values[at++] = precision < 0 || recall < 0 ? -1 : 1 - Math.max(precision, recall);
        }
        return at;
    }

    private static int tags(Meaning answer, Meaning key, double[] values, int from) {
        Set<String> a = answer.utterance().tags();
        Set<String> k = key.utterance().tags();
        int shared = 0;
        for (String tag : a) {
            for (String other : k) {
                if (same(tag, other)) {
                    shared++;
                    break;
                }
            }
        }
        int at = from;
        values[at++] = shared;
        values[at++] = !a.isEmpty() && !k.isEmpty() && shared == 0 ? 1 : a.size() - shared > 0 && shared > 0 ? 0.5 : 0;
        values[at++] = a.isEmpty() && !k.isEmpty() ? 1 : 0;
        values[at++] = !a.isEmpty() && k.isEmpty() ? 1 : 0;
        values[at++] = answer.utterance().strangers().size();
        return at;
    }

    /**
     * Whether two tags name the same: the pair of pumps P101 and its pump P101A count as one.
     *
     * @param tag a tag in canonical form
     * @param other another
     * @return true when they do
     */
    public static boolean same(String tag, String other) {
        return tag.equals(other) || (tag + "A").equals(other) || tag.equals(other + "A");
    }

    private int axes(Meaning answer, Meaning key, double[] values, int from) {
        double agree = 0;
        double conflict = 0;
        double[] each = new double[Axis.COUNT];
        for (Axis axis : Axis.values()) {
            int a = answer.signs()[axis.place()];
            int k = key.signs()[axis.place()];
            if (a != 0 && k != 0) {
                agree += (a & k) != 0 ? 1 : 0;
                double against = (a & k) == 0 ? 1 : (a & ~k) != 0 ? 0.5 : 0;
                each[axis.place()] = against;
                conflict += against;
            } else {
                each[axis.place()] = -1;
            }
        }
        int at = from;
        values[at++] = agree;
        values[at++] = conflict;
        values[at++] = each[Axis.AMOUNT.place()];
        values[at++] = each[Axis.OPENING.place()];
        values[at++] = each[Axis.RUNNING.place()];
        values[at++] = each[Axis.QUALITY.place()];
        double[] bound = bound(answer, key);
        values[at++] = bound[0];
        values[at++] = bound[1];
        values[at++] = denial(answer, key);
        return at;
    }

    /** Agreements and conflicts of direction between claims about the same subject. */
    private double[] bound(Meaning answer, Meaning key) {
        double agree = 0;
        double conflict = 0;
        for (Facts k : key.facts()) {
            double bestAgree = 0;
            double bestConflict = 0;
            for (Facts a : answer.facts()) {
                boolean same = a.sidesWith(k);
                boolean opposite = a.opposes(k);
                if (same || opposite) {
                    double subject = subject(a, k);
                    bestAgree = same ? Math.max(bestAgree, subject) : bestAgree;
                    bestConflict = opposite ? Math.max(bestConflict, subject) : bestConflict;
                }
            }
            agree += bestAgree;
            conflict += bestConflict > bestAgree ? bestConflict : 0;
        }
        return new double[] {agree, conflict};
    }

    private static double denial(Meaning answer, Meaning key) {
        double conflict = 0;
        for (int state : answer.denied()) {
            conflict += key.denied().contains(state) ? 0 : 1;
        }
        for (int state : key.denied()) {
            conflict += answer.denied().contains(state) ? 0 : 0.5;
        }
        return conflict;
    }

    private int claims(Meaning answer, Meaning key, double[] values, int from) {
        int at = from;
        List<Facts> a = answer.facts();
        List<Facts> k = key.facts();
        values[at++] = covered(k, a);
        values[at++] = covered(a, k);
        values[at++] = k.isEmpty() ? -1 : bestPair(k.get(0), a);
        values[at++] = k.isEmpty() ? -1 : bestPair(k.get(k.size() - 1), a);
        return at;
    }

    private double covered(List<Facts> of, List<Facts> in) {
        double sum = 0;
        for (Facts claim : of) {
            sum += bestPair(claim, in);
        }
        return of.isEmpty() ? -1 : sum / of.size();
    }

    private double bestPair(Facts claim, List<Facts> others) {
        double best = 0;
        for (Facts other : others) {
            double state = state(other, claim);
            if (state > best) {
                best = Math.max(best, subject(other, claim) * state);
            }
        }
        return best;
    }

    /** How alike two subjects are, 0..1; 0.5 when one of them is left out. */
    private double subject(Facts first, Facts second) {
        if (first.subject().length == 0 || second.subject().length == 0) {
            return 0.5;
        }
        double there = share(first.subject(), second.subject(), null, false);
        double back = share(second.subject(), first.subject(), null, false);
        return Math.max(0, (there + back) / 2);
    }

    private double state(Facts a, Facts b) {
        if (a.state() < 0 || b.state() < 0) {
            return a.state() == b.state() ? 1 : 0.3;
        }
        if (a.opposes(b) || a.negated() != b.negated()) {
            return 0;
        }
        return lexicon.similarity(a.state(), b.state());
    }

    /** Claims with the same state whose subjects have nothing in common: the right thing said of the wrong equipment. */
    private double subjectConflict(Meaning answer, Meaning key) {
        double worst = 0;
        for (Facts k : key.facts()) {
            double conflict = 0;
            double best = 0;
            for (Facts a : answer.facts()) {
                double state = state(a, k);
                if (state > 0) {
                    double subject = subject(a, k);
                    best = Math.max(best, state * subject);
                    conflict = Math.max(conflict, state * (1 - subject));
                }
            }
            worst = Math.max(worst, best < 0.5 ? conflict : 0);
        }
        return worst;
    }

    private double uncovered(int[] of, int[] in) {
        double count = 0;
        for (int concept : of) {
            count += best(concept, in) < 0.5 ? 1 : 0;
        }
        return count;
    }
}
