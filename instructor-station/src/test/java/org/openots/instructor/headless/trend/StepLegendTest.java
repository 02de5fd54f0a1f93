package org.openots.instructor.headless.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;

/** Steps are named as in the procedure. */
class StepLegendTest {
    private static Trend.Mark step(double time, String text) {
        return new Trend.Mark(Trend.MarkKind.STEP, time, new LocalText(text, text), 0);
    }

    @Test
    void numbersOfTheProcedureStayAndPartsGetLetters() {
        assertThat(StepLegend.names(List.of("9 升温", "10 开 V19", "启动", "开 V17", "11 回流")))
                .containsExactly("9", "10", "10a", "10b", "11");
        assertThat(StepLegend.names(List.of("充料", "升温"))).containsExactly("1", "2");
    }

    @Test
    void withoutNumbersWhatFollowsAtOnceIsOneMilestone() {
        List<Trend.Mark> steps = List.of(step(0, "穿戴"), step(5, "检查"), step(100, "充料"));
        assertThat(StepLegend.milestones(steps)).containsExactly(steps.get(0), steps.get(2));
        List<Trend.Mark> numbered = List.of(step(0, "1 开阀"), step(5, "启动"));
        assertThat(StepLegend.milestones(numbered)).isEqualTo(numbered);
    }
}
