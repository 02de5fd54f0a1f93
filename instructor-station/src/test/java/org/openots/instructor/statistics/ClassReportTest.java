package org.openots.instructor.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;

class ClassReportTest {
    private static final double ROUNDING = 1e-12;

    private static ClassReport.Mark mark(String id, double points, double earned) {
        return new ClassReport.Mark(new ClassReport.Item("step", id, new LocalText(id, id)), points, earned);
    }

    private static ClassReport.Result result(
            String account, String run, long started, double score, ClassReport.Mark... marks) {
        return new ClassReport.Result(account, run, started, score, List.of(marks));
    }

    private static List<String> runs(List<ClassReport.Result> all, ClassReport.Keep keep) {
        return ClassReport.of(all, keep, 60).results().stream()
                .map(ClassReport.Result::run)
                .toList();
    }

    @Test
    void keepsOneRunOfEachPerson() {
        List<ClassReport.Result> all = List.of(
                result("a", "a1", 1, 50), result("a", "a2", 2, 90), result("a", "a3", 3, 70), result("b", "b1", 4, 80));
        assertThat(runs(all, ClassReport.Keep.BEST)).containsExactly("a2", "b1");
        assertThat(runs(all, ClassReport.Keep.FIRST)).containsExactly("b1", "a1");
        assertThat(runs(all, ClassReport.Keep.LATEST)).containsExactly("b1", "a3");
    }

    @Test
    void leavesOutOfTheItemsWhatWasScoredByOthers() {
        ClassReport report = ClassReport.of(
                List.of(
                        result("a", "a", 1, 90, mark("S1", 4, 4), mark("S2", 6, 3)),
                        // a waived step gave its points to the others
                        result("b", "b", 2, 80, mark("S1", 5, 5), mark("S2", 7.5, 0)),
                        result("old", "old", 3, 70, mark("S1", 10, 5)),
                        result("drill", "drill", 4, 60)),
                ClassReport.Keep.BEST,
                60);
        assertThat(report.items()).extracting(ClassReport.Item::id).containsExactly("S1", "S2");
        assertThat(report.comparable()).isEqualTo(2);
        assertThat(report.shares()[0]).containsExactly(1, 0.5);
        assertThat(report.shares()[1]).containsExactly(1, 0);
        assertThat(report.shares()[2]).containsExactly(Double.NaN, Double.NaN);
        assertThat(report.lost(0)).isZero();
        assertThat(report.lost(1)).isCloseTo(0.75, within(ROUNDING));
        assertThat(report.hardest(3)).containsExactly(1);
        assertThat(report.distribution().orElseThrow().count()).isEqualTo(4);
        assertThat(report.reliability()).isEmpty();
        assertThat(report.secondLook()).isEmpty();
    }

    @Test
    void nothingGivesAnEmptyReport() {
        ClassReport report = ClassReport.of(List.of(), ClassReport.Keep.BEST, 60);
        assertThat(report.results()).isEmpty();
        assertThat(report.items()).isEmpty();
        assertThat(report.distribution()).isEmpty();
        assertThat(report.hardest(3)).isEmpty();
    }

    @Test
    void asksForASecondLookNearThePassMark() {
        List<ClassReport.Result> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int person = i;
            // twenty items of 5 points; who is better gets more of them, with two slips in another place each
            ClassReport.Mark[] marks = IntStream.range(0, 20)
                    .mapToObj(j -> mark("S" + j, 5, j < person / 2 == (j % 20 != person % 19) ? 5 : 0))
                    .toArray(ClassReport.Mark[]::new);
            double score =
                    IntStream.range(0, 20).mapToDouble(j -> marks[j].earned()).sum();
            all.add(result("p" + i, "r" + i, i, score, marks));
        }
        ClassReport report = ClassReport.of(all, ClassReport.Keep.BEST, 60);
        Reliability reliability = report.reliability().orElseThrow();
        assertThat(report.secondLook())
                .containsExactlyElementsOf(report.results().stream()
                        .filter(one -> Math.abs(one.score() - 60) <= reliability.error())
                        .map(ClassReport.Result::account)
                        .toList())
                .isNotEmpty()
                .hasSizeLessThan(40);
    }
}
