package org.openots.common.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;

/** Things in journals, here sums: what is acknowledged is there again, and one that is damaged harms no other. */
class JournalledThingsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
    private static final JournalEntry ZERO = new JournalEntry("zero", 1, NullNode.getInstance());
    /** Any three codes with two values each. */
    private static final JournalledThings.Refusals REFUSALS = new JournalledThings.Refusals(
            CommonError.JOURNAL_BAD_NAME, CommonError.FILE_UNREADABLE, CommonError.FILE_UNWRITABLE);

    @TempDir
    private Path folder;

    /** A number that grows. */
    private static final class Sum {
        private final ThingJournal journal;
        private int total;

        Sum(int total, ThingJournal journal) {
            this.total = total;
            this.journal = journal;
        }

        synchronized void add(int summand) {
            JournalReceipt unused = journal.durable(journal.append("add", journal.now(), IntNode.valueOf(summand)));
            total += summand;
        }

        synchronized int total() {
            return total;
        }
    }

    private static final class SumReplay implements Replay<Sum> {
        private @Nullable Integer total;

        @Override
        public void take(JournalEntry entry, JournalReceipt receipt) {
            switch (entry.kind()) {
                case "zero" -> total = 0;
                case "add" ->
                    total = total == null
                            ? entry.body().asInt()
                            : total + entry.body().asInt();
                case "refused" -> throw new OtsException(CommonError.JOURNAL_BAD_NAME, "nine");
                default -> throw new IllegalArgumentException("kind " + entry.kind());
            }
        }

        @Override
        public Optional<Sum> thing(ThingJournal journal) {
            return Optional.ofNullable(total).map(made -> new Sum(made, journal));
        }
    }

    private JournalledThings<Sum> things() {
        return new JournalledThings<>(folder, CLOCK, SumReplay::new, REFUSALS);
    }

    private static void refused(CommonError code, String words, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    private void journal(String name, String... payloads) {
        try (JournalStore store = new JournalStore(folder)) {
            JournalWriter writer = store.open(name, 1);
            for (String payload : payloads) {
                writer.append(payload).join();
            }
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAgainAndGoesOn() {
        try (JournalledThings<Sum> things = things()) {
            things.open("a", ZERO).add(3);
            things.get("a").add(4);
            things.open("b", ZERO);
            assertThat(things.all()).extracting(Sum::total).containsExactlyInAnyOrder(7, 0);
        }
        for (int expected = 8; expected < 10; expected++) {
            try (JournalledThings<Sum> things = things()) {
                things.get("a").add(1);
                assertThat(things.get("a").total()).isEqualTo(expected);
                assertThat(things.lost()).isEmpty();
            }
        }
    }

    @Test
    void oneThatIsNotThereOrIsThereAlreadyIsNamed() {
        try (JournalledThings<Sum> things = things()) {
            things.open("a", ZERO).add(5);
            refused(CommonError.JOURNAL_BAD_NAME, "none", () -> things.get("none"));
            refused(CommonError.JOURNAL_BAD_NAME, "../a", () -> things.get("../a"));
            refused(CommonError.JOURNAL_STALE_EPOCH, "a", () -> things.open("a", ZERO));
            assertThat(things.get("a").total()).isEqualTo(5);
        }
    }

    @Test
    void oneThatCannotBeReadIsNamedAndTheOthersAreNotAffected() {
        journal("empty");
        journal("garbled", ZERO.json(), "{\"kind\":");
        journal("refused", ZERO.json(), new JournalEntry("refused", 2, NullNode.getInstance()).json(), "{");
        journal("strange", ZERO.json(), new JournalEntry("fly", 2, NullNode.getInstance()).json());
        journal("sound", ZERO.json());
        try (JournalledThings<Sum> things = things()) {
            assertThat(things.lost()).containsOnlyKeys("empty", "garbled", "refused", "strange");
            assertThat(things.all()).hasSize(1);
            assertThat(things.get("sound").total()).isZero();
            refused(CommonError.FILE_UNREADABLE, "empty", () -> things.get("empty"));
            refused(CommonError.FILE_UNREADABLE, "2: ", () -> things.get("garbled"));
            refused(CommonError.FILE_UNREADABLE, "2: ", () -> things.get("refused"));
            refused(CommonError.FILE_UNREADABLE, "2: kind fly", () -> things.get("strange"));
        }
    }

    @Test
    void oneWhoseDiskFailedIsReadAgainAndHasWhatBecameDurable() throws IOException {
        try (JournalledThings<Sum> things = things()) {
            Sum sum = things.open("a", ZERO);
            sum.add(2);
            // another machine took the journal over
            new CurrentSegment(7, 1).write(folder.resolve("a"));
            refused(CommonError.FILE_UNWRITABLE, "7", () -> sum.add(3));
            assertThat(sum.total()).isEqualTo(2);
            assertThat(things.get("a")).isNotSameAs(sum);
            assertThat(things.get("a").total()).isEqualTo(2);
        }
    }
}
