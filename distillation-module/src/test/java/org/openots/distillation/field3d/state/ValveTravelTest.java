package org.openots.distillation.field3d.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValveTravelTest {
    private static final double DT = 1.0 / 60;

    /** A valve as the station has it: goes to what it was asked for at its own rate, heard of with a delay. */
    private static final class Station {
        private final double rate;
        private final List<Double> past = new ArrayList<>();
        private double position;
        private double wanted;
        private boolean stuck;

        Station(double rate) {
            this.rate = rate;
        }

        double step() {
            if (!stuck) {
                position += Math.max(-rate * DT, Math.min(rate * DT, wanted - position));
            }
            past.add(position);
            return past.get(Math.max(0, past.size() - 13)); // 0.2 s late
        }
    }

    private final Station station = new Station(100 / 12.0);
    private final ValveTravel hand = new ValveTravel("HV-714", 12, 8);
    private int wishes;

    private void run(double seconds) {
        for (int i = 0; i < Math.round(seconds / DT); i++) {
            hand.step(DT, station.step());
            hand.wish().ifPresent(wish -> {
                wishes++;
                station.wanted = wish.value();
                assertThat(wish.target()).isEqualTo("HV-714");
                assertThat(wish.verb()).isEqualTo("position");
            });
        }
    }

    @Test
    void turnsWhileTheWheelIsHeldAndStaysWhenItIsLetGo() {
        run(0.1);
        hand.hold(1);
        run(3);
        assertThat(hand.percent()).as("3 of 12 s").isCloseTo(25, within(1.0));
        assertThat(hand.turned()).isCloseTo(2, within(0.1));
        assertThat(wishes).as("at most five a second").isBetween(10, 17);
        hand.release();
        run(3);
        assertThat(hand.busy()).isFalse();
        assertThat(hand.percent()).isCloseTo(station.position, within(0.1));
        assertThat(station.position).isCloseTo(25, within(1.0));
    }

    @Test
    void goesToAPositionAndNotFasterThanAPerson() {
        run(0.1);
        hand.turnTo(100);
        run(6);
        assertThat(hand.percent()).isCloseTo(50, within(2.0));
        assertThat(wishes).isEqualTo(1);
        run(8);
        assertThat(hand.percent()).isEqualTo(100);
        assertThat(hand.busy()).isFalse();
    }

    @Test
    void aStuckValveSpringsBack() {
        station.stuck = true;
        run(0.1);
        hand.hold(1);
        run(4);
        assertThat(hand.percent()).as("no farther than 0.6 s of turning").isLessThanOrEqualTo(5.1);
        hand.release();
        run(4);
        assertThat(hand.percent()).isZero();
    }

    @Test
    void aRefusalTakesTheWishBack() {
        run(0.1);
        hand.turnTo(80);
        hand.step(DT, 0);
        assertThat(hand.wish()).isPresent();
        hand.refused();
        for (int i = 0; i < 120; i++) {
            hand.step(DT, 0);
            assertThat(hand.wish()).isEmpty();
        }
        assertThat(hand.percent()).isZero();
    }

    @Test
    void theHandCoversTheValueOnlyWhileItIsBusy() {
        Hands hands = new Hands(signal -> signal.equals("HV-1") ? 40 : Double.NaN);
        assertThat(hands.value("HV-1")).isEqualTo(40);
        hands.on("HV-1", 2, 0.25).hold(1);
        List<Operation> sent = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            sent.addAll(hands.step(DT));
        }
        assertThat(hands.value("HV-1")).isGreaterThan(45);
        assertThat(sent).isNotEmpty();
        hands.release();
        for (int i = 0; i < 240; i++) {
            hands.step(DT);
        }
        assertThat(hands.value("HV-1")).isEqualTo(40);
    }
}
