package org.openots.dcs.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.dcs.frame.Frame;
import org.openots.dcs.payload.Item;
import org.slf4j.LoggerFactory;

class ForeignSourceTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void gapsOfMoreThanTwoPeriodsAreNoticed() {
        PeriodWatch watch = new PeriodWatch();
        watch.watch("TI-101", 1.0, 0);
        assertThat(watch.arrived("TI-101", SECOND)).isEmpty();
        assertThat(watch.overdue(3 * SECOND)).isEmpty();
        PeriodWatch.Gap begun = watch.overdue(3 * SECOND + 1).orElseThrow();
        assertThat(begun.from()).isEqualTo(SECOND);
        assertThat(watch.overdue(4 * SECOND)).isEmpty(); // told once
        assertThat(watch.arrived("TI-101", 5 * SECOND)).contains(new PeriodWatch.Gap("TI-101", SECOND, 5 * SECOND));
        assertThat(watch.arrived("TI-101", 7 * SECOND)).isEmpty();
        assertThat(watch.arrived("unknown", 99 * SECOND)).isEmpty();
    }

    @Test
    void lateFramesAreToldFromLiveOnesWhateverTheClocksSay() {
        LagGauge gauge = new LagGauge();
        for (int i = 0; i < 100; i++) {
            assertThat(gauge.late(3_600_000 + i * 100L, i * 100L + 20, i * SECOND / 10))
                    .isFalse();
        }
        assertThat(gauge.late(3_600_000 + 10_000, 12_100, 12 * SECOND)).isTrue();
        assertThat(gauge.late(3_600_000 + 12_000, 12_100, 12 * SECOND)).isFalse();
        assertThat(gauge.late(12_200, 12_200, 13 * SECOND))
                .as("the clock went back an hour")
                .isTrue();
        assertThat(gauge.late(80_000, 80_000, 80 * SECOND))
                .as("and was learned")
                .isFalse();
    }

    @Test
    void case08TheSameMistakeIsLoggedOnceInTenSeconds() {
        AtomicLong now = new AtomicLong();
        QuietLog log = new QuietLog(LoggerFactory.getLogger(ForeignSourceTest.class), now::get);
        assertThat(log.warn("topic", "a")).isTrue();
        assertThat(log.warn("topic", "b")).isFalse();
        assertThat(log.warn("other", "b")).isTrue();
        now.set(11 * SECOND);
        assertThat(log.warn("topic", "c")).isTrue();
    }

    @Test
    void framesBecomeItemsWithQuality() {
        Frame frame = new Frame(
                "b",
                1,
                1000,
                List.of(
                        Frame.Entry.good("A", 1),
                        new Frame.Entry("B", 2, 216, -5),
                        new Frame.Entry("C", 3, 68, 0),
                        new Frame.Entry("D", Double.NaN, 24, 0)),
                false);
        List<Item> items = NativeReader.items(frame, true);
        assertThat(items)
                .extracting(item -> item.quality().cause())
                .containsExactly(Cause.NONE, Cause.LOCAL_OVERRIDE, Cause.LAST_USABLE, Cause.COMM_FAILURE);
        assertThat(items.get(1).time()).isEqualTo(OptionalLong.of(995));
        assertThat(items.get(3).quality().level()).isEqualTo(Quality.Level.BAD);
        assertThat(items).allMatch(Item::historical);
    }
}
