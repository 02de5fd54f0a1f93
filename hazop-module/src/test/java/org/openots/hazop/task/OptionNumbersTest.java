package org.openots.hazop.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;

/** Numbers in the place of ids: there and back, and nothing of the author's order in them. */
class OptionNumbersTest {
    private static final LocalText TEXT = new LocalText("文", "text");
    private static final QuestionHead HEAD = new QuestionHead("q", TEXT, TEXT, 10);
    private static final TaskCatalogue CATALOGUE = TaskCatalogue.shipped();
    private static final int SEEDS = 40;

    private static List<Question> shipped(long seed) {
        return CATALOGUE.tasks().stream()
                .flatMap(task -> CATALOGUE.form(task, seed).questions().stream())
                .toList();
    }

    @Test
    void everyShippedKeyComesBackAsItWas() {
        for (Question question : shipped(7)) {
            OptionNumbers numbers = OptionNumbers.of(question);
            List<String> told = numbers.told(question.key());
            assertThat(numbers.meant(told)).as(question.id()).contains(question.key());
            if (!(question instanceof Numeric)) {
                assertThat(told)
                        .as(question.id())
                        .allMatch(word -> word.matches("\\d+([=/]\\d+)?(/\\d+)?"))
                        .isNotEqualTo(question.key());
            }
        }
    }

    /** Of some hundred choices of one, each with the right option first in its file, the right number is spread evenly. */
    @Test
    void theNumberOfTheRightOptionFollowsNoRule() {
        Map<Integer, Map<String, Integer>> right = new TreeMap<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            for (Question question : shipped(seed)) {
                if (question instanceof Choice choice && choice.key().size() == 1) {
                    right.computeIfAbsent(choice.options().size(), size -> new TreeMap<>())
                            .merge(OptionNumbers.of(question).told(choice.key()).get(0), 1, Integer::sum);
                }
            }
        }
        Map<String, Integer> four = right.getOrDefault(4, Map.of());
        int all = four.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(all).isGreaterThan(1000);
        assertThat(four)
                .hasSize(4)
                .allSatisfy((number, count) -> assertThat((double) count / all).isBetween(0.2, 0.3));
    }

    @Test
    void aChoiceOfTwoIsShuffledUnlessItIsTrueOrFalse() {
        List<String> first = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Choice two = new Choice(
                    HEAD,
                    false,
                    Choice.Rule.EXACT,
                    List.of(
                            new Choice.Option("a", TEXT, Choice.Worth.RIGHT),
                            new Choice.Option("b", TEXT, Choice.Worth.WRONG)));
            first.add(two.shuffled(new Shuffle(seed)).options().get(0).id());
            Choice truth = new Choice(
                    HEAD,
                    false,
                    Choice.Rule.EXACT,
                    List.of(
                            new Choice.Option("true", TEXT, Choice.Worth.WRONG),
                            new Choice.Option("false", TEXT, Choice.Worth.RIGHT)));
            assertThat(truth.shuffled(new Shuffle(seed))).isEqualTo(truth);
        }
        assertThat(first).contains("a", "b");
    }

    @Test
    void thingsOfADrawingAreListedByTag() {
        List<Question> splits =
                shipped(7).stream().filter(NodeSplit.class::isInstance).toList();
        assertThat(splits)
                .hasSize(9)
                .allSatisfy(question -> assertThat(((NodeSplit) question).things())
                        .extracting(Labelled::id)
                        .isSorted());
    }

    @Test
    void whatIsNotOfferedIsNoAnswer() {
        OptionNumbers match = OptionNumbers.of(new Matching(
                HEAD,
                List.of(new Labelled("a", TEXT), new Labelled("b", TEXT)),
                List.of(new Labelled("x", TEXT), new Labelled("y", TEXT)),
                Map.of("a", "x", "b", "y")));
        assertThat(match.meant(List.of("2=1", "1=2"))).contains(List.of("b=x", "a=y"));
        for (String word : List.of("a=x", "1", "1=3", "0=1", "01=1", "3=1", "1/1", "", "1=-1")) {
            assertThat(match.meant(List.of(word))).as(word).isEmpty();
        }
        assertThatThrownBy(() -> match.told(List.of("a=z"))).isInstanceOf(IllegalArgumentException.class);
        OptionNumbers number = OptionNumbers.of(new Numeric(HEAD, 2e-4, 1e-5, "1/a"));
        assertThat(number.meant(List.of("2.1e-4"))).contains(List.of("2.1e-4"));
    }
}
