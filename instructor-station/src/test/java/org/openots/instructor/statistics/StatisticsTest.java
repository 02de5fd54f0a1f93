package org.openots.instructor.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@code score-tables.json}, which {@code score-tables.py} computed with numpy and scipy. */
class StatisticsTest {
    /** Sums of 40 numbers and their squares in another order. */
    private static final double DIGITS = 1e-12;

    /** Continued fractions of two libraries for the same distribution. */
    private static final double DISTRIBUTION_DIGITS = 1e-10;

    private static JsonNode data() {
        try (InputStream in = StatisticsTest.class.getResourceAsStream("score-tables.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static double[] numbers(JsonNode list) {
        return IntStream.range(0, list.size())
                .mapToDouble(i -> list.get(i).asDouble())
                .toArray();
    }

    private static ScoreTable table(JsonNode node) {
        double[] most = numbers(node.path("most"));
        JsonNode points = node.path("points");
        return new ScoreTable(
                IntStream.range(0, points.size()).mapToObj(i -> "s" + i).toList(),
                IntStream.range(0, most.length)
                        .mapToObj(j -> new ScoreTable.Item("S" + j, most[j]))
                        .toList(),
                IntStream.range(0, points.size())
                        .mapToObj(i -> numbers(points.get(i)))
                        .toArray(double[][]::new));
    }

    private static void same(double actual, JsonNode expected, double digits) {
        double wanted = expected.asDouble();
        assertThat(actual).isCloseTo(wanted, within(digits * Math.max(1e-3, Math.abs(wanted))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial", "dichotomous"})
    void distributions(String name) {
        JsonNode node = data().path(name);
        JsonNode expected = node.path("expected").path("distribution");
        Distribution found = Distribution.of(table(node).totals());
        assertThat(found.count()).isEqualTo(expected.path("count").asInt());
        same(found.mean(), expected.path("mean"), DIGITS);
        same(found.deviation(), expected.path("deviation"), DIGITS);
        same(found.least(), expected.path("least"), DIGITS);
        same(found.lowerQuartile(), expected.path("lowerQuartile"), DIGITS);
        same(found.median(), expected.path("median"), DIGITS);
        same(found.upperQuartile(), expected.path("upperQuartile"), DIGITS);
        same(found.most(), expected.path("most"), DIGITS);
        same(found.skewness(), expected.path("skewness"), DISTRIBUTION_DIGITS);
        same(found.kurtosis(), expected.path("kurtosis"), DISTRIBUTION_DIGITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial", "dichotomous"})
    void items(String name) {
        JsonNode node = data().path(name);
        List<ItemAnalysis> found = ItemAnalysis.of(table(node));
        JsonNode expected = node.path("expected").path("items");
        assertThat(found).hasSize(expected.size());
        for (int j = 0; j < found.size(); j++) {
            ItemAnalysis one = found.get(j);
            JsonNode wanted = expected.get(j);
            same(one.difficulty(), wanted.path("difficulty"), DIGITS);
            same(one.deviation(), wanted.path("deviation"), DIGITS);
            same(one.discrimination(), wanted.path("discrimination"), DIGITS);
            same(one.spread(), wanted.path("spread"), DIGITS);
            assertThat(one.full()).isEqualTo(wanted.path("full").asInt());
            assertThat(one.none()).isEqualTo(wanted.path("none").asInt());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial", "dichotomous"})
    void reliability(String name) {
        JsonNode node = data().path(name);
        JsonNode expected = node.path("expected").path("reliability");
        Reliability found = Reliability.of(table(node)).orElseThrow();
        same(found.alpha(), expected.path("alpha"), DIGITS);
        same(found.low(), expected.path("low"), DISTRIBUTION_DIGITS);
        same(found.high(), expected.path("high"), DISTRIBUTION_DIGITS);
        same(found.error(), expected.path("error"), DIGITS);
        assertThat(found.kr20().isPresent()).isEqualTo(expected.has("kr20"));
        found.kr20().ifPresent(value -> same(value, expected.path("kr20"), DIGITS));
    }

    @Test
    void comparisons() {
        JsonNode node = data().path("comparison");
        double[] a = numbers(node.path("a"));
        double[] b = numbers(node.path("b"));
        for (JsonNode one : node.path("margins")) {
            Comparison found =
                    Comparison.of(a, b, one.path("margin").asDouble()).orElseThrow();
            JsonNode expected = one.path("expected");
            same(found.difference(), expected.path("difference"), DIGITS);
            same(found.error(), expected.path("error"), DIGITS);
            same(found.freedom(), expected.path("freedom"), DIGITS);
            same(found.low(), expected.path("low"), DISTRIBUTION_DIGITS);
            same(found.high(), expected.path("high"), DISTRIBUTION_DIGITS);
            same(found.equivalence(), expected.path("equivalence"), DISTRIBUTION_DIGITS);
            same(found.inequality(), expected.path("inequality"), DISTRIBUTION_DIGITS);
        }
        assertThat(Comparison.of(a, b, 2).map(Comparison::verdict)).contains(Comparison.Verdict.NOT_SHOWN);
        assertThat(Comparison.of(a, b, 25).map(Comparison::verdict)).contains(Comparison.Verdict.EQUAL);
        double[] better =
                IntStream.range(0, b.length).mapToDouble(i -> b[i] + 40).toArray();
        assertThat(Comparison.of(a, better, 2).map(Comparison::verdict)).contains(Comparison.Verdict.DIFFERENT);
    }

    @Test
    void saysNothingWhereThereIsNothingToSay() {
        ScoreTable few = new ScoreTable(
                List.of("a", "b"),
                List.of(new ScoreTable.Item("x", 2), new ScoreTable.Item("y", 3)),
                new double[][] {{1, 3}, {1, 0}});
        assertThat(Reliability.of(few)).isEmpty();
        ItemAnalysis constant = ItemAnalysis.of(few).get(0);
        assertThat(constant.discrimination()).isNaN();
        assertThat(constant.flags()).isEmpty();
        assertThat(Comparison.of(new double[] {1}, new double[] {1, 2}, 5)).isEqualTo(Optional.empty());
        assertThat(Comparison.of(new double[] {1, 1}, new double[] {1, 1}, 5)).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> Comparison.of(new double[] {1, 2}, new double[] {1, 2}, 0))
                .hasMessageContaining("0.0 points");
        assertThatThrownBy(() -> new ScoreTable(List.of("a"), List.of(), new double[][] {{1}}))
                .hasMessageContaining("a has 1 of 0 items");
    }

    @Test
    void flagsWhatSomebodyShouldLookAt() {
        double[][] points = new double[10][];
        for (int i = 0; i < points.length; i++) {
            // the first item is nearly impossible, the second trivial, the third is done better by who is worse
            points[i] = new double[] {i == 0 ? 1 : 0, 1, i < 4 ? 1 : 0, i, i};
        }
        ScoreTable table = new ScoreTable(
                IntStream.range(0, 10).mapToObj(i -> "s" + i).toList(),
                List.of(
                        new ScoreTable.Item("hard", 1),
                        new ScoreTable.Item("easy", 1),
                        new ScoreTable.Item("reversed", 1),
                        new ScoreTable.Item("good", 9),
                        new ScoreTable.Item("good too", 9)),
                points);
        List<ItemAnalysis> found = ItemAnalysis.of(table);
        assertThat(found.get(0).flags()).contains(ItemAnalysis.Flag.HARD);
        assertThat(found.get(1).flags()).containsExactly(ItemAnalysis.Flag.EASY);
        assertThat(found.get(2).flags()).containsExactly(ItemAnalysis.Flag.REVERSED);
        assertThat(found.get(3).flags()).isEmpty();
    }

    @Test
    void countsIntoClasses() {
        assertThat(Distribution.histogram(new double[] {0, 9.99, 10, 59, 100, 101, -1}, 0, 100, 10))
                .containsExactly(3, 1, 0, 0, 0, 1, 0, 0, 0, 2);
    }
}
