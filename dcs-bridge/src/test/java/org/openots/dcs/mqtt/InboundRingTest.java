package org.openots.dcs.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;

class InboundRingTest {
    private static Inbound message(String topic, int number) {
        return new Inbound(topic, new byte[] {(byte) number}, false, 0, number);
    }

    /** Case 14: a reader that does not read keeps the newest of every topic, and memory is bounded. */
    @Test
    void case14TheNewestOfEveryTopicStays() throws InterruptedException {
        InboundRing ring = new InboundRing(4);
        ring.put(message("rare", 0));
        for (int i = 1; i <= 100; i++) {
            ring.put(message("often", i));
        }
        assertThat(ring.overflowed()).isEqualTo(97);
        assertThat(ring.depth()).isEqualTo(4);
        ring.put(message("new", 101));
        List<Long> left = new ArrayList<>();
        for (Inbound one = ring.take(0); one != null; one = ring.take(0)) {
            left.add(one.arrivalNanos());
        }
        assertThat(left).containsExactly(98L, 99L, 100L, 101L);
        assertThat(ring.take(0)).isNull();
        assertThat(ring.deepest()).isEqualTo(4);
    }

    @Test
    void waitsGrowAndAreSpread() {
        BackOff backOff = new BackOff(new SplittableRandom(3));
        OtsException unheard = new OtsException(MqttError.NOBODY_LISTENS, "h", 1);
        for (int i = 0; i < 10; i++) {
            assertThat(backOff.after(unheard)).isBetween(500L, 1500L);
        }
        // a forwarded port takes the connection and ends it while the broker is down
        assertThat(backOff.after(new OtsException(MqttError.CLOSED_EARLY, "h", 1)))
                .isBetween(500L, 1500L);
        OtsException refused = new OtsException(MqttError.BROKER_UNAVAILABLE, "h", 1);
        assertThat(backOff.after(refused)).isBetween(2500L, 5000L);
        assertThat(backOff.after(new OtsException(MqttError.LOGIN_REFUSED, "h", 1, "u")))
                .isEqualTo(60_000);
        backOff.connected();
        assertThat(backOff.after(refused)).isEqualTo(500);
    }

    @Test
    void takeOverIsThreeDropsRightAfterConnecting() {
        long second = 1_000_000_000;
        TakeOverWatch watch = new TakeOverWatch();
        assertThat(watch.dropped(0, second)).isFalse();
        assertThat(watch.dropped(2 * second, 3 * second)).isFalse();
        assertThat(watch.dropped(4 * second, 5 * second)).isTrue();
        watch.unreachable();
        assertThat(watch.dropped(6 * second, 7 * second)).isFalse();
        assertThat(watch.dropped(8 * second, 20 * second)).isFalse();
        assertThat(watch.dropped(40 * second, 41 * second)).isFalse();
        assertThat(watch.dropped(60 * second, 61 * second)).isFalse();
        assertThat(watch.dropped(72 * second, 73 * second)).isFalse();
    }
}
