package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.openots.hazop.scoring.AnswerFeatures.Verdict;
import org.openots.hazop.scoring.AnswerKey.Prepared;
import org.openots.hazop.scoring.AnswerKey.Row;
import org.openots.hazop.scoring.PairFeatures.Candidate;

/**
 * Trains the models of the scorer on labelled sets. Every answer is seen twice: against the key alone, and against the
 * key with what the other writers' sets have as accepted answers, never its own writer's; so that the model learns what
 * an accepted answer of somebody else is worth. Answers made wrong by one exchange of words are added as wrong ones. The
 * same sets give the same model.
 */
public final class ScorerTraining {
    private static final TreeTrainer.Settings CREDIT = new TreeTrainer.Settings(500, 6, 0.05, 3, 1);
    private static final TreeTrainer.Settings FOLD = new TreeTrainer.Settings(150, 6, 0.1, 3, 1);
    private static final TreeTrainer.Settings OUTSIDE = new TreeTrainer.Settings(300, 5, 0.06, 3, 1);
    private static final TreeTrainer.Settings WHOLE = new TreeTrainer.Settings(100, 3, 0.07, 3, 1);

    /** Of the pairs that have hardly anything in common, one in so many is enough to learn from. */
    private static final int DULL = 5;

    private static final double HARDLY = 0.12;

    /** Share of features and of rows that each tree sees; chosen on writers left out. */
    private static final double FEATURES = 0.5;

    private static final double ROWS = 0.7;

    private final AnswerKeys keys;
    private final List<Mutation> mutations;

    /**
     * Prepares training.
     *
     * @param keys makes the keys
     * @param mutations exchanges that make an answer wrong
     */
    public ScorerTraining(AnswerKeys keys, List<Mutation> mutations) {
        this.keys = keys;
        this.mutations = List.copyOf(mutations);
    }

    /** An answer with everything known about it. */
    private record Example(
            LabelledAnswer label,
            AnswerKey key,
            Row row,
            Prepared answer,
            List<Candidate> candidates,
            boolean stopped) {
        /** Its row, which in another study may have the same id. */
        boolean inHalf(int half) {
            return Math.floorMod(row.deviationId().hashCode(), 2) == half;
        }
    }

    /**
     * Trains.
     *
     * @param courses studies with labelled sets
     * @param version what the model shall be called
     * @param thresholds where certainty begins
     * @return the model
     */
    public ScoringModel train(List<StudySets> courses, String version, ScoringModel.Thresholds thresholds) {
        List<Example> examples = new ArrayList<>();
        courses.forEach(course -> examples.addAll(examples(course)));
        BoostedTrees credit = credit(examples, CREDIT);
        return new ScoringModel(version, keys.embeds(), credit, whole(examples), outside(examples), thresholds);
    }

    private List<Example> examples(StudySets course) {
        List<Example> examples = new ArrayList<>();
        AnswerKey bare = keys.of(course.study(), AnswerBank.EMPTY);
        for (AnswerSet set : course.sets()) {
            examples.addAll(examples(set, bare));
            List<AnswerSet> others = course.sets().stream()
                    .filter(other -> !other.name().equals(set.name()))
                    .toList();
            if (!others.isEmpty()) {
                examples.addAll(examples(set, keys.of(course.study(), AnswerBank.of(others))));
            }
        }
        return examples;
    }

    private List<Example> examples(AnswerSet set, AnswerKey key) {
        GamingGate gate = new GamingGate(key.lexicon());
        PairFeatures pairs = new PairFeatures(key);
        List<LabelledAnswer> all = Stream.concat(
                        set.answers().stream(), set.answers().stream().flatMap(this::mutants))
                .toList();
        return all.parallelStream()
                .map(label -> {
                    Row row = key.row(label.deviationId()).orElseThrow();
                    Prepared answer = key.prepare(label.text());
                    boolean stopped = gate.check(answer, row).isPresent();
                    return new Example(label, key, row, answer, pairs.of(answer, row), stopped);
                })
                .toList();
    }

    private Stream<LabelledAnswer> mutants(LabelledAnswer answer) {
        if (!answer.credited() || answer.keyIds().size() != 1) {
            return Stream.empty();
        }
        return Mutation.of(answer.text(), mutations).stream()
                .map(mutant -> new LabelledAnswer(
                        answer.id() + "-" + mutant.kind(),
                        answer.deviationId(),
                        answer.column(),
                        mutant.text(),
                        "mutant",
                        Set.of(),
                        answer.keyIds().stream().findFirst(),
                        OptionalDouble.of(0)));
    }

    private static boolean mutant(Example example) {
        return example.label().label().equals("mutant");
    }

    private static BoostedTrees credit(List<Example> examples, TreeTrainer.Settings settings) {
        List<double[]> x = new ArrayList<>();
        List<double[]> yw = new ArrayList<>();
        for (Example example : examples) {
            int number = 0;
            for (Candidate candidate : example.candidates()) {
                double[] target = target(example, candidate);
                boolean elsewhere = candidate.column() != example.label().column();
                boolean dull = target[0] == 0 && (elsewhere || candidate.of("rough") < HARDLY) && number++ % DULL != 0;
                if (target[1] > 0 && !dull) {
                    x.add(candidate.values());
                    yw.add(target);
                }
            }
        }
        return fit(x, yw, settings, PairDirections.all());
    }

    /** Whether an item's credit is earned, and how much the pair weighs. */
    private static double[] target(Example example, Candidate candidate) {
        LabelledAnswer label = example.label();
        String id = candidate.item().id();
        boolean near = label.nearKeyId().filter(id::equals).isPresent();
        if (candidate.column() != label.column()) {
            boolean belongs = label.label().equals(LabelledAnswer.WRONG_COLUMN);
            if ((belongs && !near) || mutant(example)) {
                return new double[] {0, 0};
            }
            return new double[] {belongs ? 1 : 0, belongs ? 1 : 0.6};
        }
        if (mutant(example)) {
            return new double[] {0, near ? 0.7 : 0};
        }
        boolean earned = label.keyIds().contains(id);
        return new double[] {earned ? 1 : 0, earned ? 1.5 : near ? 2 : 1};
    }

    private static BoostedTrees whole(List<Example> examples) {
        List<double[]> x = new ArrayList<>();
        List<double[]> yw = new ArrayList<>();
        for (Example example : examples) {
            for (Candidate candidate : example.candidates()) {
                if (candidate.column() == example.label().column()
                        && example.label().keyIds().contains(candidate.item().id())) {
                    x.add(candidate.values());
                    yw.add(new double[] {example.label().score().orElse(0) >= 1 ? 1 : 0, 1});
                }
            }
        }
        return fit(x, yw, WHOLE, PairDirections.all());
    }

    /** Learns from what models of credit say that have not seen the row: each half of the rows judged by the other. */
    private static BoostedTrees outside(List<Example> examples) {
        List<double[]> x = new ArrayList<>();
        List<double[]> yw = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            int mine = half;
            BoostedTrees credit =
                    credit(examples.stream().filter(e -> !e.inHalf(mine)).toList(), FOLD);
            for (Example example : examples) {
                boolean judged = example.inHalf(mine);
                if (judged && !example.stopped() && !mutant(example)) {
                    x.add(features(example, credit));
                    yw.add(new double[] {example.label().outside() ? 1 : 0, 1});
                }
            }
        }
        return fit(x, yw, OUTSIDE, new int[0]);
    }

    private static double[] features(Example example, BoostedTrees credit) {
        Verdict own = AnswerFeatures.verdict(
                example.candidates(), credit, example.label().column(), true);
        Verdict elsewhere = AnswerFeatures.verdict(
                example.candidates(), credit, example.label().column(), false);
        return new AnswerFeatures(example.key())
                .of(example.answer(), example.row(), example.label().column(), own, elsewhere);
    }

    private static BoostedTrees fit(
            List<double[]> x, List<double[]> yw, TreeTrainer.Settings settings, int[] directions) {
        double[] y = yw.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] w = yw.stream().mapToDouble(pair -> pair[1]).toArray();
        TreeTrainer.Restraint restraint = new TreeTrainer.Restraint(FEATURES, ROWS, directions);
        return new TreeTrainer(settings, restraint, x.toArray(double[][]::new), y, w).train();
    }
}
