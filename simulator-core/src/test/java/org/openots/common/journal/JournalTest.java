package org.openots.common.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;

class JournalTest {
    private static final String NAME = "session-1";

    @TempDir
    Path root;

    @Test
    void whatWasAppendedIsReadBackInOrderWithTheSameHead() {
        write(1, 0, 100, JournalStore.SEGMENT_LENGTH);
        List<JournalRecord> records = new ArrayList<>();
        JournalReport report = JournalReader.read(folder(), records::add);
        assertThat(report.intact()).isTrue();
        assertThat(records).hasSize(100);
        assertThat(records.get(41).payload()).isEqualTo(event(41));
        assertThat(records.get(41).sequence()).isEqualTo(42);
        assertThat(records.get(99).hash()).isEqualTo(report.head());
    }

    @Test
    void aReceiptIsTheChainHashOfItsRecord() {
        try (JournalStore store = new JournalStore(root)) {
            JournalReceipt receipt =
                    store.open(NAME, 1).append("{\"kind\":\"命令\"}").join();
            List<JournalRecord> records = new ArrayList<>();
            store.read(NAME, records::add);
            assertThat(records.get(0).hash()).isEqualTo(receipt.hash());
            assertThat(records.get(0).payload()).isEqualTo("{\"kind\":\"命令\"}");
        }
    }

    @Test
    void manyJournalsAndWritersKeepEachOwnersOrder() {
        try (JournalStore store = new JournalStore(root)) {
            List<CompletableFuture<JournalReceipt>> futures = new ArrayList<>();
            List<JournalWriter> writers = new ArrayList<>();
            for (int j = 0; j < 20; j++) {
                writers.add(store.open("s-" + j, 1));
            }
            for (int i = 0; i < 50; i++) {
                for (JournalWriter writer : writers) {
                    futures.add(writer.append(event(i)));
                }
            }
            futures.forEach(CompletableFuture::join);
            for (JournalWriter writer : writers) {
                List<String> payloads = new ArrayList<>();
                JournalReport report = store.read(writer.name(), r -> payloads.add(r.payload()));
                assertThat(report.head()).isEqualTo(writer.head().hash());
                assertThat(payloads).hasSize(50).startsWith(event(0), event(1)).endsWith(event(49));
            }
            assertThat(store.names()).hasSize(20);
        }
    }

    @Test
    void aNewOwnerContinuesTheChainAndFencesTheOldOne() {
        try (JournalStore store = new JournalStore(root)) {
            JournalWriter first = store.open(NAME, 1);
            first.append(event(0)).join();
            JournalWriter second = store.open(NAME, 2);
            assertThatThrownBy(() -> first.append(event(1)).join())
                    .isInstanceOf(CompletionException.class)
                    .hasMessageContaining("OTS-JOURNAL-010");
            second.append(event(1)).join();
            assertThatThrownBy(() -> store.open(NAME, 2)).isInstanceOf(OtsException.class);
            List<Long> epochs = new ArrayList<>();
            JournalReport report = store.read(NAME, r -> epochs.add(r.epoch()));
            assertThat(report.intact()).isTrue();
            assertThat(epochs).containsExactly(1L, 2L);
        }
        try (JournalStore later = new JournalStore(root)) {
            assertThatThrownBy(() -> later.open(NAME, 2)).hasMessageContaining("OTS-JOURNAL-010");
            assertThat(later.open(NAME, 3).recovered().lastSequence()).isEqualTo(2);
        }
    }

    @Test
    void aWriterNoticesATakeOverByAnotherMachine() throws IOException {
        try (JournalStore store = new JournalStore(root)) {
            JournalWriter writer = store.open(NAME, 1);
            writer.append(event(0)).join();
            new CurrentSegment(7, 1).write(folder());
            assertThatThrownBy(() -> writer.append(event(1)).join()).hasMessageContaining("OTS-JOURNAL-010");
            assertThat(JournalReader.verify(folder()).lastSequence()).isEqualTo(1);
        }
    }

    @Test
    void twoStoresCannotWriteTheSameJournal() {
        try (JournalStore one = new JournalStore(root);
                JournalStore two = new JournalStore(root)) {
            one.open(NAME, 1);
            assertThatThrownBy(() -> two.open(NAME, 2)).hasMessageContaining("OTS-JOURNAL-011");
        }
    }

    @Test
    void anInterruptedCallerDoesNotBreakTheJournal() {
        try (JournalStore store = new JournalStore(root)) {
            JournalWriter writer = store.open(NAME, 1);
            Thread.currentThread().interrupt();
            CompletableFuture<JournalReceipt> during = writer.append(event(0));
            assertThat(Thread.interrupted()).isTrue();
            during.join();
            assertThat(writer.append(event(1)).join().sequence()).isEqualTo(2);
        }
    }

    @Test
    void aTornTailIsReportedUsableUpToThereAndCutOnOpening() throws IOException {
        write(1, 0, 10, JournalStore.SEGMENT_LENGTH);
        byte[] whole = Files.readAllBytes(segment(1));
        int last = JournalFormat.recordSize(event(9).length());
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 20; trial++) {
            int cut = 1 + random.nextInt(last - 1);
            Files.write(segment(1), Arrays.copyOf(whole, whole.length - cut));
            JournalReport report = JournalReader.verify(folder());
            assertThat(report.lastSequence()).isEqualTo(9);
            assertThat(report.defect().orElseThrow().code()).isEqualTo(CommonError.JOURNAL_TORN_TAIL);
            assertThat(report.defect().orElseThrow().offset()).isEqualTo(whole.length - last);
        }
        write(2, 9, 12, JournalStore.SEGMENT_LENGTH);
        JournalReport after = JournalReader.verify(folder());
        assertThat(after.intact()).isTrue();
        assertThat(after.lastSequence()).isEqualTo(12);
        assertThat(folder().resolve("000001.journal.tail-" + (whole.length - last)))
                .exists();
    }

    @Test
    void aTornHeaderOfAFreshSegmentIsRecovered() throws IOException {
        write(1, 0, 5, JournalStore.SEGMENT_LENGTH);
        Files.write(segment(2), new byte[] {1, 2, 3});
        assertThat(JournalReader.verify(folder()).defect().orElseThrow().recoverable())
                .isTrue();
        write(2, 5, 8, JournalStore.SEGMENT_LENGTH);
        assertThat(JournalReader.verify(folder()).lastSequence()).isEqualTo(8);
    }

    @Test
    void everyFlippedBitIsDetected() throws IOException {
        write(1, 0, 300, 4000);
        int segments = JournalReader.verify(folder()).segments();
        assertThat(segments).isGreaterThan(3);
        SplittableRandom random = new SplittableRandom(20260101);
        for (int trial = 0; trial < 200; trial++) {
            Path victim = segment(1 + random.nextInt(segments));
            byte[] good = Files.readAllBytes(victim);
            byte[] bad = good.clone();
            int bit = random.nextInt(bad.length * 8);
            bad[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(victim, bad);
            JournalReport report = JournalReader.verify(folder());
            assertThat(report.intact())
                    .as("bit %d of %s", bit, victim.getFileName())
                    .isFalse();
            JournalDefect defect = report.defect().orElseThrow();
            assertThat(defect.recoverable()).as("bit %d of %s", bit, victim).isFalse();
            assertThat(defect.file()).isEqualTo(victim.getFileName().toString());
            assertThat(defect.offset()).isLessThanOrEqualTo(bit / 8);
            Files.write(victim, good);
        }
        assertThat(JournalReader.verify(folder()).intact()).isTrue();
    }

    @Test
    void missingSwappedAndDuplicatedSegmentsAreNamed() throws IOException {
        write(1, 0, 300, 4000);
        int segments = JournalReader.verify(folder()).segments();
        assertThat(segments).isGreaterThan(4);

        byte[] second = Files.readAllBytes(segment(2));
        byte[] third = Files.readAllBytes(segment(3));
        Files.write(segment(2), third);
        Files.write(segment(3), second);
        assertDefect(CommonError.JOURNAL_WRONG_SEGMENT, 2);
        Files.write(segment(2), second);
        assertDefect(CommonError.JOURNAL_WRONG_SEGMENT, 3);
        Files.delete(segment(3));
        assertDefect(CommonError.JOURNAL_MISSING_SEGMENT, 3);
        Files.write(segment(3), third);

        byte[] last = Files.readAllBytes(segment(segments));
        Files.delete(segment(segments));
        assertDefect(CommonError.JOURNAL_MISSING_SEGMENT, segments);
        Files.write(segment(segments), last);
        Files.write(segment(segments + 1), last);
        assertDefect(CommonError.JOURNAL_WRONG_SEGMENT, segments + 1);
        Files.delete(segment(segments + 1));

        Files.writeString(folder().resolve("current"), "openots-journal 1.0 epoch 1 segment 1 crc 00000000\n");
        assertThat(JournalReader.verify(folder()).defect().orElseThrow().code())
                .isEqualTo(CommonError.JOURNAL_BROKEN_POINTER);
    }

    @Test
    void aSegmentOfAnotherJournalIsNotAccepted() throws IOException {
        write(1, 0, 10, JournalStore.SEGMENT_LENGTH);
        Files.move(folder(), root.resolve("session-2"));
        JournalDefect defect =
                JournalReader.verify(root.resolve("session-2")).defect().orElseThrow();
        assertThat(defect.code()).isEqualTo(CommonError.JOURNAL_WRONG_SEGMENT);
        assertThat(defect.in(Locale.CHINA)).contains("000001.journal").contains("来自另一份日志");
    }

    @Test
    void aDamagedJournalIsNotWritten() throws IOException {
        write(1, 0, 10, JournalStore.SEGMENT_LENGTH);
        byte[] bytes = Files.readAllBytes(segment(1));
        bytes[JournalFormat.SEGMENT_HEADER + 60] ^= 1;
        Files.write(segment(1), bytes);
        try (JournalStore store = new JournalStore(root)) {
            assertThatThrownBy(() -> store.open(NAME, 2))
                    .hasMessageContaining("OTS-JOURNAL-009")
                    .hasMessageContaining("OTS-JOURNAL-002 000001.journal");
        }
    }

    @Test
    void namesThatCouldLeaveTheFolderAreRefused() {
        try (JournalStore store = new JournalStore(root)) {
            for (String name : List.of("../x", "a/b", "", ".hidden", "a\\b", "x".repeat(101))) {
                assertThatThrownBy(() -> store.open(name, 1)).hasMessageContaining("OTS-JOURNAL-012");
            }
        }
    }

    @Test
    void aClosedWriterRefuses() {
        try (JournalStore store = new JournalStore(root)) {
            JournalWriter writer = store.open(NAME, 1);
            writer.append(event(0)).join();
            writer.close();
            assertThatThrownBy(() -> writer.append(event(1)).join()).hasMessageContaining("OTS-JOURNAL-014");
        }
    }

    private void assertDefect(CommonError code, int segment) {
        JournalReport report = JournalReader.verify(folder());
        assertThat(report.defect()).as("segment %d", segment).isPresent();
        assertThat(report.defect().orElseThrow().code()).isEqualTo(code);
        assertThat(report.defect().orElseThrow().file()).isEqualTo(JournalFormat.segmentName(segment));
        assertThat(report.segments()).isEqualTo(segment - 1);
    }

    private void write(long epoch, int from, int to, long segmentLength) {
        try (JournalStore store = new JournalStore(root, segmentLength)) {
            JournalWriter writer = store.open(NAME, epoch);
            for (int i = from; i < to; i++) {
                writer.append(event(i)).join();
            }
        }
    }

    private static String event(int i) {
        return "{\"tick\":" + i + ",\"kind\":\"command\",\"target\":\"HV-713\",\"verb\":\"position\"}";
    }

    private Path folder() {
        return root.resolve(NAME);
    }

    private Path segment(int number) {
        return folder().resolve(JournalFormat.segmentName(number));
    }
}
