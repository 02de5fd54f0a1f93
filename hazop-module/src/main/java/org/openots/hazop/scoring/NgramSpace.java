package org.openots.hazop.scoring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;

/** Cosine of character bigrams, weighted by how seldom the texts of a key use them (tf-idf). */
final class NgramSpace {
    private final Map<Integer, Double> weights = new HashMap<>();
    private final double unseen;

    NgramSpace(List<String> texts) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (String text : texts) {
            Arrays.stream(bigrams(text)).distinct().forEach(gram -> counts.merge(gram, 1, Integer::sum));
        }
        counts.forEach((gram, count) -> weights.put(gram, FastMath.log((1.0 + texts.size()) / count)));
        unseen = FastMath.log(1.0 + texts.size());
    }

    /**
     * A text in this space.
     *
     * @param grams bigrams, sorted
     * @param weights weight of each, the whole of length 1
     */
    record Vector(int[] grams, double[] weights) {
        double cosine(Vector other) {
            double sum = 0;
            int i = 0;
            int j = 0;
            while (i < grams.length && j < other.grams.length) {
                if (grams[i] == other.grams[j]) {
                    sum += weights[i++] * other.weights[j++];
                } else if (grams[i] < other.grams[j]) {
                    i++;
                } else {
                    j++;
                }
            }
            return sum;
        }
    }

    Vector vector(String text) {
        int[] grams = Arrays.stream(bigrams(text)).distinct().sorted().toArray();
        double[] values = new double[grams.length];
        double square = 0;
        for (int i = 0; i < grams.length; i++) {
            values[i] = weights.getOrDefault(grams[i], unseen);
            square += values[i] * values[i];
        }
        double length = square > 0 ? FastMath.sqrt(square) : 1;
        for (int i = 0; i < values.length; i++) {
            values[i] /= length;
        }
        return new Vector(grams, values);
    }

    private static int[] bigrams(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
        int[] grams = new int[Math.max(0, plain.length() - 1)];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = plain.charAt(i) << 16 | plain.charAt(i + 1);
        }
        return grams;
    }
}
