package org.openots.hazop.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.task.Choice.Option;
import org.openots.hazop.task.Choice.Rule;
import org.openots.hazop.task.Choice.Worth;

/** How each kind of question is scored, at its ends and between. */
class QuestionTest {
    private static final LocalText TEXT = new LocalText("文", "text");
    private static final QuestionHead HEAD = new QuestionHead("q", TEXT, TEXT, 10);

    private static List<Labelled> labels(String... ids) {
        return Stream.of(ids).map(id -> new Labelled(id, TEXT)).toList();
    }

    private static Choice choice(boolean several, Rule rule) {
        return new Choice(
                HEAD,
                several,
                rule,
                List.of(
                        new Option("a", TEXT, Worth.RIGHT),
                        new Option("b", TEXT, several ? Worth.RIGHT : Worth.WRONG),
                        new Option("c", TEXT, Worth.WRONG),
                        new Option("d", TEXT, Worth.WRONG),
                        new Option("e", TEXT, several ? Worth.EITHER : Worth.WRONG)));
    }

    @Test
    void oneOfSeveralIsRightOrNot() {
        Choice one = choice(false, Rule.EXACT);
        assertThat(one.share(List.of("a"))).isEqualTo(1);
        assertThat(one.share(List.of("b"))).isZero();
        assertThat(one.share(List.of())).isZero();
        assertThat(one.fits(List.of("a", "b"))).isFalse();
        assertThat(one.fits(List.of("z"))).isFalse();
    }

    @Test
    void wrongPicksCostInAShare() {
        Choice team = choice(true, Rule.SHARE);
        assertThat(team.share(List.of("a", "b"))).isEqualTo(1);
        assertThat(team.share(List.of("a", "b", "e"))).isEqualTo(1);
        assertThat(team.share(List.of("a"))).isEqualTo(0.5);
        assertThat(team.share(List.of("a", "b", "c"))).isEqualTo(0.5);
        assertThat(team.share(List.of("a", "b", "c", "d", "e"))).isZero();
        assertThat(team.share(List.of("c"))).isZero();
        assertThat(team.share(List.of())).isZero();
        assertThat(team.fits(List.of("a", "a"))).isFalse();
    }

    @Test
    void aKnowledgeQuestionWithSeveralAnswersGivesHalfForPart() {
        Choice half = choice(true, Rule.HALF);
        assertThat(half.share(List.of("a", "b"))).isEqualTo(1);
        assertThat(half.share(List.of("b"))).isEqualTo(0.5);
        assertThat(half.share(List.of("a", "c"))).isZero();
        assertThat(half.share(List.of())).isZero();
        Choice exact = choice(true, Rule.EXACT);
        assertThat(exact.share(List.of("a"))).isZero();
        assertThat(exact.share(List.of("a", "b"))).isEqualTo(1);
    }

    @Test
    void aNumberHasATolerance() {
        Numeric number = new Numeric(HEAD, 2e-4, 1e-5, "1/a");
        assertThat(number.share(List.of("2.1e-4"))).isEqualTo(1);
        assertThat(number.share(List.of("0.00022"))).isZero();
        assertThat(number.share(List.of())).isZero();
        assertThat(number.fits(List.of("NaN"))).isFalse();
        assertThat(number.fits(List.of("1", "2"))).isFalse();
        assertThat(number.share(number.key())).isEqualTo(1);
    }

    @Test
    void anOrderCountsPairs() {
        Ordering order = new Ordering(HEAD, labels("1", "2", "3", "4"), labels("4", "3", "2", "1"));
        assertThat(order.share(List.of("1", "2", "3", "4"))).isEqualTo(1);
        assertThat(order.share(List.of("2", "1", "3", "4"))).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(order.share(List.of("4", "3", "2", "1"))).isZero();
        assertThat(order.share(List.of())).isZero();
        assertThat(order.fits(List.of("1", "2", "3"))).isFalse();
        assertThat(order.fits(List.of("1", "1", "3", "4"))).isFalse();
    }

    @Test
    void pairsEarnNothingByChance() {
        Matching match = new Matching(
                HEAD, labels("a", "b", "c", "d"), labels("x", "y"), Map.of("a", "x", "b", "x", "c", "y", "d", "y"));
        assertThat(match.share(List.of("a=x", "b=x", "c=y", "d=y"))).isEqualTo(1);
        assertThat(match.share(List.of("a=x", "b=x", "c=x", "d=x"))).isZero();
        assertThat(match.share(List.of("a=x"))).isEqualTo(0.25);
        assertThat(match.share(List.of())).isZero();
        assertThat(match.fits(List.of("a=x", "a=y"))).isFalse();
        assertThat(match.fits(List.of("a=z"))).isFalse();
        assertThat(match.fits(List.of("ax"))).isFalse();
    }

    @Test
    void aWrongTickCostsWhatARightOneEarns() {
        Grid grid = new Grid(
                HEAD,
                labels("flow", "level"),
                labels("NO", "MORE", "REVERSE"),
                List.of("flow/NO", "level/NO"),
                List.of("flow/REVERSE"));
        assertThat(grid.share(grid.key())).isEqualTo(1);
        assertThat(grid.share(List.of("flow/NO", "flow/REVERSE"))).isEqualTo(0.5);
        assertThat(grid.share(List.of("flow/NO", "level/NO", "level/REVERSE"))).isEqualTo(0.5);
        assertThat(grid.share(List.copyOf(grid.pairs()))).isZero();
        assertThat(grid.share(List.of())).isZero();
        assertThat(grid.fits(List.of("flow/LESS"))).isFalse();
    }

    private static NodeSplit split(boolean named) {
        Map<String, String> key = Map.of("a", "N1", "b", "N1", "c", "N1", "d", "N2", "e", "N2", "f", "N2", "g", "N2");
        return new NodeSplit(HEAD, labels("N1", "N2"), named, labels("a", "b", "c", "d", "e", "f", "g"), List.of(key));
    }

    @Test
    void aNodeIsScoredByItsOverlap() {
        NodeSplit split = split(true);
        assertThat(split.share(split.key())).isEqualTo(1);
        // N1 whole; N2 has 3 of 4, so 0.75
        assertThat(split.share(List.of("a=N1", "b=N1", "c=N1", "d=N2", "e=N2", "f=N2")))
                .isEqualTo(0.75);
        // 4 of 5 in common is enough
        assertThat(split.share(List.of("a=N1", "b=N1", "c=N2", "d=N2", "e=N2", "f=N2", "g=N2")))
                .isCloseTo((0.5 + 1) / 2, within(1e-9));
        assertThat(split.share(List.of())).isZero();
        assertThat(split.overlaps(List.of("a=N1", "b=N1", "c=N1")).get("N1")).isEqualTo(1);
    }

    @Test
    void anyNumberingOfNodesCounts() {
        List<String> swapped = List.of("a=N2", "b=N2", "c=N2", "d=N1", "e=N1", "f=N1", "g=N1");
        assertThat(split(false).share(swapped)).isEqualTo(1);
        assertThat(split(true).share(swapped)).isZero();
    }

    @Test
    void anEquallyGoodSplitCounts() {
        NodeSplit one = split(false);
        Map<String, String> other = Map.of("a", "N1", "b", "N1", "c", "N2", "d", "N2", "e", "N2", "f", "N1", "g", "N1");
        NodeSplit both = new NodeSplit(
                HEAD, one.nodes(), false, one.things(), List.of(one.keys().get(0), other));
        assertThat(both.share(Pairs.write(other))).isEqualTo(1);
    }

    @Test
    void aNeighbouringCellEarnsHalf() {
        Ratings ratings = new Ratings(
                HEAD,
                List.of(
                        new Ratings.Scenario(new Labelled("z1", TEXT), new Rating(4, 3)),
                        new Ratings.Scenario(new Labelled("z2", TEXT), new Rating(2, 5))),
                5,
                5);
        assertThat(ratings.share(ratings.key())).isEqualTo(1);
        assertThat(ratings.share(List.of("z1=4/3"))).isEqualTo(0.5);
        assertThat(ratings.share(List.of("z1=3/4", "z2=2/5"))).isEqualTo(0.75);
        assertThat(ratings.share(List.of("z1=2/3", "z2=4/5"))).isZero();
        assertThat(ratings.share(List.of())).isZero();
        assertThat(ratings.fits(List.of("z1=6/3"))).isFalse();
    }

    @Test
    void theOrderFollowsFromTheSeedAlone() {
        List<Labelled> things = labels("a", "b", "c", "d", "e", "f", "g", "h");
        List<Labelled> first = new Shuffle(1).of("q", things, Labelled::id);
        assertThat(new Shuffle(1).of("q", things, Labelled::id)).isEqualTo(first);
        assertThat(new Shuffle(2).of("q", things, Labelled::id)).isNotEqualTo(first);
        assertThat(new Shuffle(1).of("r", things, Labelled::id)).isNotEqualTo(first);
        assertThat(first).containsExactlyInAnyOrderElementsOf(things);
    }
}
