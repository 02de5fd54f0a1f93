package org.openots.hazop.scoring;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * How well the scorer agrees with people on a labelled set. Answers that are sound but not in the key are counted apart;
 * macro-F1 and the weighted kappa are over the others as far as they were scored automatically.
 */
public final class Figures {
    private static final double LEVEL = 0.95;

    private int truePositive;
    private int falsePositive;
    private int falseNegative;
    private int trueNegative;
    private int queued;
    private int inKeyOrWrong;
    private int outside;
    private int outsideToExaminer;
    private int wrongCredit;
    private int automatic;
    private final double[][] table = new double[3][3];
    private final Map<String, int[]> zeros = new TreeMap<>();

    /**
     * A share and how sure it is.
     *
     * @param hits how many
     * @param of of how many
     * @param low lower end of the 95 % interval (Wilson)
     * @param high upper end
     */
    public record Share(int hits, int of, double low, double high) {
        static Share of(int hits, int of) {
            if (of == 0) {
                return new Share(0, 0, 0, 1);
            }
            ConfidenceInterval interval = new WilsonScoreInterval().createInterval(of, hits, LEVEL);
            return new Share(hits, of, interval.getLowerBound(), interval.getUpperBound());
        }

        /**
         * The share.
         *
         * @return 0..1, not a number when there was nothing
         */
        public double value() {
            return of == 0 ? Double.NaN : (double) hits / of;
        }
    }

    /**
     * Counts one answer.
     *
     * @param label what people say
     * @param score what the scorer says
     */
    public void add(LabelledAnswer label, Mark score) {
        boolean credit = score.outcome() == Mark.Outcome.CREDIT;
        boolean examiner = score.outcome() == Mark.Outcome.EXAMINER;
        if (label.outside()) {
            outside++;
            outsideToExaminer += examiner ? 1 : 0;
            automatic += examiner ? 0 : 1;
            wrongCredit += credit ? 1 : 0;
            return;
        }
        inKeyOrWrong++;
        if (examiner) {
            queued++;
            return;
        }
        automatic++;
        boolean right = credit && score.matchedKeyIds().stream().anyMatch(label.keyIds()::contains);
        count(label, credit, right);
        int[] zero = zeros.computeIfAbsent(label.label(), key -> new int[2]);
        zero[0] += credit ? 0 : 1;
        zero[1]++;
        double given = credit && (right || !label.credited()) ? score.score().orElse(0) : 0;
        table[(int) (label.score().orElse(0) * 2)][(int) (given * 2)]++;
    }

    private void count(LabelledAnswer label, boolean credit, boolean right) {
        if (label.credited()) {
            truePositive += right ? 1 : 0;
            falseNegative += right ? 0 : 1;
            falsePositive += credit && !right ? 1 : 0;
        } else {
            falsePositive += credit ? 1 : 0;
            trueNegative += credit ? 0 : 1;
        }
        wrongCredit += credit && !right ? 1 : 0;
    }

    /**
     * Adds the counts of another set.
     *
     * @param other its figures
     */
    public void addAll(Figures other) {
        truePositive += other.truePositive;
        falsePositive += other.falsePositive;
        falseNegative += other.falseNegative;
        trueNegative += other.trueNegative;
        queued += other.queued;
        inKeyOrWrong += other.inKeyOrWrong;
        outside += other.outside;
        outsideToExaminer += other.outsideToExaminer;
        wrongCredit += other.wrongCredit;
        automatic += other.automatic;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                table[i][j] += other.table[i][j];
            }
        }
        other.zeros.forEach((label, counts) ->
                zeros.merge(label, counts.clone(), (a, b) -> new int[] {a[0] + b[0], a[1] + b[1]}));
    }

    /**
     * Mean of the F1 of credited and of not credited.
     *
     * @return 0..1
     */
    public double macroF1() {
        double credited = 2.0 * truePositive / Math.max(1, 2 * truePositive + falsePositive + falseNegative);
        double not = 2.0 * trueNegative / Math.max(1, 2 * trueNegative + falsePositive + falseNegative);
        return (credited + not) / 2;
    }

    /**
     * Cohen's kappa with quadratic weights over 0, half and whole credit.
     *
     * @return at most 1
     */
    public double weightedKappa() {
        double all = 0;
        double[] rows = new double[3];
        double[] columns = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i] += table[i][j];
                columns[j] += table[i][j];
                all += table[i][j];
            }
        }
        double seen = 0;
        double expected = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double weight = (i - j) * (i - j) / 4.0;
                seen += weight * table[i][j];
                expected += weight * rows[i] * columns[j] / Math.max(1, all);
            }
        }
        return expected > 0 ? 1 - seen / expected : 1;
    }

    /**
     * Answers counted.
     *
     * @return how many
     */
    public int size() {
        return inKeyOrWrong + outside;
    }

    /**
     * In-key or wrong answers that the examiner gets.
     *
     * @return the share
     */
    public Share queue() {
        return Share.of(queued, inKeyOrWrong);
    }

    /**
     * Sound answers outside the key that the examiner gets.
     *
     * @return the share
     */
    public Share outsideToExaminer() {
        return Share.of(outsideToExaminer, outside);
    }

    /**
     * Automatic scores that give credit where none is due.
     *
     * @return the share
     */
    public Share wrongCredit() {
        return Share.of(wrongCredit, automatic);
    }

    /**
     * Answers of a kind that got zero, of those scored automatically.
     *
     * @param label the kind, for example {@code wrong_polarity}
     * @return the share
     */
    public Share zero(String label) {
        int[] counts = zeros.getOrDefault(label, new int[2]);
        return Share.of(counts[0], counts[1]);
    }

    /**
     * The kinds of answers met.
     *
     * @return labels, sorted
     */
    public List<String> labels() {
        return List.copyOf(zeros.keySet());
    }

    /**
     * Automatic scores that agree with people on credit or none; credit for the wrong item does not.
     *
     * @return the share
     */
    public Share accuracy() {
        return Share.of(
                truePositive + trueNegative, truePositive + trueNegative + Math.max(falsePositive, falseNegative));
    }
}
