package org.openots.common.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SyntheticSignals;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;

class ExpressionTest {
    private final SyntheticSignals signals =
            new SyntheticSignals("LIC-702", "HV-713", "P-701", "TI-708", "LIC-702.SP", "SAMPLE.S-TOP", "P-702A");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIC-702 > 50 and HV-713 >= 90 and not (P-701 == 1) | true",
                "LIC-702 > 50 and HV-713 >= 90 and not P-701 == 0 | false",
                "LIC-702 < 50 or P-701 == 0 and HV-713 == 95 | true",
                "(LIC-702 < 50 or P-701 == 0) and HV-713 == 94 | false",
                "LIC-702 - 10 > 49 | true",
                "LIC-702 - 10 - 1 == 49 | true",
                "-LIC-702 + 2 * 30 == 0 | true",
                "HV-713 / 5 == 19 and 2 + 3 * 4 == 14 | true",
                "abs(LIC-702 - HV-713) == 35 | true",
                "max(LIC-702, HV-713, 7) == 95 and min(LIC-702, 7) == 7 | true",
                "valid(LIC-702) and not valid(SAMPLE.S-TOP) | true",
                "SAMPLE.S-TOP < 5 or SAMPLE.S-TOP >= 5 or SAMPLE.S-TOP != 5 or SAMPLE.S-TOP == 5 | false",
                "LIC-702 != 60 | false",
                "LIC-702 <= 60 and LIC-702 >= 6e1 and 50 < LIC-702 | true",
                "inBand(LIC-702, 55, 67, 0) | true",
                "LIC-702 >= LIC-702.SP | true",
                "true and not false | true"
            })
    void conditionsFollowTheUsualRules(String text, boolean expected) {
        signals.set("LIC-702", 60).set("HV-713", 95).set("SAMPLE.S-TOP", Double.NaN);
        assertThat(Expression.condition(text, signals.table()).begin().test(signals))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIC-720 > 50 | OTS-EXPR-003 | character 1: there is no signal named \"LIC-720\".",
                "P-701 == 1 and XX-999 > 1 | OTS-EXPR-002 | character 16",
                "LIC-702-5 > 1 | OTS-EXPR-003 | named \"LIC-702-5\"",
                "LIC-702 > | OTS-EXPR-001 | character 10: found \"the end\"",
                "LIC-702 > 5 ) | OTS-EXPR-001 | character 13",
                "LIC-702 = 5 | OTS-EXPR-001 | character 9",
                "LIC-702 | OTS-EXPR-005 | this is a number",
                "P-701 and P-702A == 1 | OTS-EXPR-005 | character 1",
                "(P-701 == 1) + 1 > 0 | OTS-EXPR-005 | character 1",
                "heldfor(P-701 == 1, 5) | OTS-EXPR-004 | heldFor",
                "exec(P-701) == 1 | OTS-EXPR-004 | there is no function \"exec\"",
                "rate(LIC-702, 0) > 1 | OTS-EXPR-006 | longer than 0 s",
                "inBand(LIC-702, 1, 2, LIC-702) | OTS-EXPR-006 | plain number of seconds",
                "LIC-702 > 1 > 0 | OTS-EXPR-001 | character 13",
                "LIC-702 > 1e999 | OTS-EXPR-001 | finite"
            })
    void aMistakeIsNamedWithItsPosition(String text, String code, String part) {
        assertThatThrownBy(() -> Expression.condition(text, signals.table()))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining(code)
                .hasMessageContaining(part);
    }

    @Test
    void mistakesAreToldInChineseToo() {
        assertThatThrownBy(() -> Expression.condition("LIC-720 > 50", signals.table()))
                .isInstanceOfSatisfying(
                        OtsException.class,
                        e -> assertThat(e.messageIn(Locale.CHINA))
                                .isEqualTo("表达式“LIC-720 > 50”第 1 个字符处：没有名为“LIC-720”的信号。\n可能想写的是“LIC-702”。"));
    }

    @Test
    void deepNestingIsRefusedInsteadOfOverflowing() {
        String hostile = "(".repeat(100_000) + "1 > 0" + ")".repeat(100_000);
        assertThatThrownBy(() -> Expression.condition(hostile, signals.table()))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("less nesting");
    }

    @Test
    void heldForCountsModelTimeWithoutABreak() {
        Evaluation held = Expression.condition("heldFor(LIC-702 > 50, 5)", signals.table())
                .begin();
        signals.set("LIC-702", 60);
        assertThat(ticksUntilTrue(held, 1000)).isEqualTo(50);
        signals.set("LIC-702", 40).next();
        assertThat(held.test(signals)).isFalse();
        signals.set("LIC-702", 60).next();
        assertThat(ticksUntilTrue(held, 1000)).isEqualTo(50);
    }

    @Test
    void memoryIsKeptBehindAShortCircuit() {
        Evaluation both = Expression.condition("P-701 == 1 and heldFor(LIC-702 > 50, 5)", signals.table())
                .begin();
        signals.set("LIC-702", 60);
        assertThat(ticksUntilTrue(both, 100)).isEqualTo(100);
        signals.set("P-701", 1);
        assertThat(ticksUntilTrue(both, 100)).isZero();
    }

    @Test
    void everTrueNeverForgets() {
        Evaluation ever =
                Expression.condition("everTrue(P-701 == 1)", signals.table()).begin();
        assertThat(ever.test(signals)).isFalse();
        signals.set("P-701", 1).next();
        assertThat(ever.test(signals)).isTrue();
        signals.set("P-701", 0).next();
        assertThat(ever.test(signals)).isTrue();
    }

    @Test
    void rateIsTheSlopeOverTheWindowAndAbsentBeforeIt() {
        Evaluation rate =
                Expression.quantity("rate(TI-708, 60)", signals.table()).begin();
        for (int i = 0; i < 2000; i++) {
            signals.set("TI-708", 20 + 0.05 * signals.time());
            double value = rate.value(signals);
            if (signals.time() < 60 - 1e-6) {
                assertThat(value).isNaN();
            } else {
                assertThat(value).isCloseTo(0.05, within(1e-9));
            }
            signals.next();
        }
    }

    @Test
    void elapsedStartsWithTheEvaluation() {
        signals.next().next();
        Evaluation elapsed =
                Expression.condition("elapsed() >= 10", signals.table()).begin();
        assertThat(ticksUntilTrue(elapsed, 1000)).isEqualTo(100);
    }

    @Test
    void aRestoredEvaluationGoesOnWhereTheOtherOneWas() {
        Evaluation held = Expression.condition("heldFor(LIC-702 > 50, 5)", signals.table())
                .begin();
        signals.set("LIC-702", 60);
        for (int i = 0; i < 30; i++) {
            held.test(signals.next());
        }
        Evaluation copy = held.expression().begin();
        StateWriter state = new StateWriter();
        held.save(state);
        copy.restore(new StateReader(state.toByteArray()));
        signals.set("LIC-702", 0).next();
        held.test(signals);
        signals.set("LIC-702", 60).next();
        assertThat(ticksUntilTrue(copy, 1000)).isEqualTo(19);
    }

    @Test
    void readingsShowSignalValueAndLimit() {
        signals.set("LIC-702", 40).set("HV-713", 95);
        Evaluation condition = Expression.condition(
                        "55 <= LIC-702 and HV-713 >= 90 and inBand(TI-708, 1, 2, 30) and LIC-702 - HV-713 < 0",
                        signals.table())
                .begin();
        condition.test(signals);
        assertThat(condition.readings(signals))
                .containsExactly(
                        new Reading("LIC-702", 40, "55 <=", false),
                        new Reading("HV-713", 95, ">= 90", true),
                        new Reading("TI-708", 0, "in 1 … 2 for 30 s", false),
                        new Reading("LIC-702", 40, "LIC-702 - HV-713 < 0", true),
                        new Reading("HV-713", 95, "LIC-702 - HV-713 < 0", true));
        assertThat(condition.expression().signals()).containsExactly("HV-713", "LIC-702", "TI-708");
    }

    private int ticksUntilTrue(Evaluation evaluation, int most) {
        for (int i = 0; i < most; i++) {
            if (evaluation.test(signals)) {
                return i;
            }
            signals.next();
        }
        return most;
    }

    @Test
    void meanAndDeviationLookAtTheirWindowAndPassOverLostSamples() {
        Evaluation mean =
                Expression.quantity("mean(TI-708, 10)", signals.table()).begin();
        Evaluation deviation =
                Expression.quantity("deviation(TI-708, 10)", signals.table()).begin();
        for (int i = 0; i < 100; i++) {
            signals.set("TI-708", i / 10 % 2 == 0 ? 79 : 81).next();
            assertThat(mean.value(signals)).isNaN();
            deviation.value(signals);
        }
        for (int i = 0; i < 20; i++) {
            signals.set("TI-708", i / 10 % 2 == 0 ? 79 : 81).next();
            mean.value(signals);
            deviation.value(signals);
        }
        assertThat(mean.value(signals)).isCloseTo(80, within(0.15));
        assertThat(deviation.value(signals)).isCloseTo(1, within(0.05));
        for (int i = 0; i < 30; i++) {
            signals.set("TI-708", Double.NaN).next();
            mean.value(signals);
        }
        assertThat(mean.value(signals)).isCloseTo(80, within(0.3));
        for (int i = 0; i < 40; i++) {
            mean.value(signals.next());
        }
        assertThat(mean.value(signals)).isNaN();
    }

    @Test
    void aWindowMustHaveALength() {
        assertThatThrownBy(() -> Expression.quantity("mean(TI-708, 0)", signals.table()))
                .hasMessageContaining("OTS-EXPR-006");
    }
}
