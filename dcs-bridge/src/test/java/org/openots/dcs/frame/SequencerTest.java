package org.openots.dcs.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SequencerTest {
    private static final long SECOND = 1_000_000_000;

    private final Sequencer sequencer = new Sequencer(new SeqSet());

    private static Frame frame(long seq) {
        return new Frame("b", seq, 1000 + seq, List.of(), false);
    }

    private List<String> accept(long seq, long now) {
        return words(sequencer.accept(frame(seq), now));
    }

    private static List<String> words(List<Sequencer.Delivery> due) {
        return due.stream()
                .map(one -> one.frame().seq() + (one.historical() ? "h" : ""))
                .toList();
    }

    @Test
    void case05DuplicatesAreDroppedAndCounted() {
        assertThat(accept(0, 0)).containsExactly("0");
        assertThat(accept(0, 0)).isEmpty();
        accept(2, 0);
        assertThat(accept(2, 0)).isEmpty();
        assertThat(sequencer.duplicates()).isEqualTo(2);
    }

    @Test
    void case06OutOfOrderIsPutInOrderAndWhatComesTooLateIsHistorical() {
        assertThat(accept(0, 0)).containsExactly("0");
        assertThat(accept(2, 0)).isEmpty();
        assertThat(accept(3, SECOND)).isEmpty();
        assertThat(accept(1, SECOND)).containsExactly("1", "2", "3");

        assertThat(accept(5, 2 * SECOND)).isEmpty();
        assertThat(words(sequencer.due(3 * SECOND))).isEmpty();
        assertThat(words(sequencer.due(4 * SECOND))).containsExactly("5");
        assertThat(sequencer.seen().missing()).containsExactly(new SeqSet.Range(4, 4));
        assertThat(accept(4, 5 * SECOND)).containsExactly("4h");
        assertThat(sequencer.seen().complete()).isEqualTo(5);
    }

    @Test
    void moreThanTheBufferHoldsIsNotWaitedFor() {
        List<String> all = new ArrayList<>();
        for (long seq = 1; seq <= Sequencer.MOST_WAITING + 1; seq++) {
            all.addAll(accept(seq, 0));
        }
        assertThat(all).hasSize(Sequencer.MOST_WAITING + 1);
        assertThat(accept(0, 0)).containsExactly("0h");
    }

    @Test
    void whatIsLostIsNotWaitedFor() {
        accept(0, 0);
        accept(5, 0);
        assertThat(words(sequencer.lost(1, 4, 0))).containsExactly("5");
        assertThat(sequencer.seen().complete()).isEqualTo(5);
    }

    @Test
    void setsOfNumbersAgreeWithBits() {
        Random random = new Random(7);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, random);
        SeqSet set = new SeqSet();
        BitSet bits = new BitSet();
        for (int number : numbers) {
            assertThat(set.add(number)).isTrue();
            assertThat(set.add(number)).isFalse();
            bits.set(number);
            assertThat(set.complete()).isEqualTo(bits.nextClearBit(0) - 1);
            assertThat(set.largest()).isEqualTo(bits.length() - 1);
            long missing =
                    set.missing().stream().mapToLong(r -> r.to() - r.from() + 1).sum();
            assertThat(missing).isEqualTo(bits.length() - bits.cardinality());
            int probe = random.nextInt(300);
            assertThat(set.contains(probe)).isEqualTo(bits.get(probe));
        }
        assertThat(set.ranges()).containsExactly(new SeqSet.Range(0, 299));
    }
}
