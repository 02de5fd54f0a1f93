package org.openots.dcs.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.dcs.payload.BadPayload;

class FrameJournalTest {
    @TempDir
    Path folder;

    private static void append(FrameLog log, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            log.append(log.last() + 1, List.of(Frame.Entry.good("TI-101", i)));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Case 20: cut at every byte of the last record and with every byte of it changed, nothing before it is lost. */
    @Test
    void case20TornTailIsCutAtTheLastGoodRecord() throws IOException, BadPayload {
        Path boot = folder.resolve("b");
        try (FrameJournal journal = FrameJournal.open(boot, 1 << 20)) {
            append(journal, 10);
        }
        Path file = files(boot).get(0);
        byte[] whole = Files.readAllBytes(file);
        int record = (whole.length - 19) / 10; // all records are of one length: numbers of one digit
        int nine = whole.length - record;
        for (int cut = nine; cut < whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            reopened(boot, 8);
        }
        for (int at = nine; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            reopened(boot, 8);
        }
        Files.write(file, whole);
        reopened(boot, 9);
    }

    private static void reopened(Path boot, long last) throws IOException, BadPayload {
        try (FrameJournal journal = FrameJournal.open(boot, 1 << 20)) {
            assertThat(journal.last()).isEqualTo(last);
            assertThat(FrameCodec.decode(journal.read(last)).seq()).isEqualTo(last);
            append(journal, 1);
            assertThat(FrameCodec.decode(journal.read(last + 1)).seq()).isEqualTo(last + 1);
        }
    }

    @Test
    void filesGoWhenTheirFramesHaveArrived() throws IOException {
        try (FrameJournal journal = FrameJournal.open(folder.resolve("b"), 1000)) {
            append(journal, 100);
            int before = files(folder.resolve("b")).size();
            journal.trim(59);
            assertThat(journal.first()).isEqualTo(60);
            assertThat(files(folder.resolve("b"))).hasSizeLessThan(before - 2);
            assertThat(journal.read(60)).isNotEmpty();
            assertThatThrownBy(() -> journal.read(0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theOldestGoesWhenThereIsTooMuchOrItIsTooOld() throws IOException {
        JournalFolder.Caps caps = new JournalFolder.Caps(5000, Duration.ofSeconds(1), 1000);
        try (FrameJournal first = JournalFolder.open(folder, caps).begin("0001")) {
            append(first, 100);
        }
        JournalFolder journals = JournalFolder.open(folder, caps);
        try (FrameJournal second = journals.begin("0002")) {
            append(second, 10);
            List<JournalFolder.Lost> lost = journals.enforce(second, 0);
            assertThat(lost).isNotEmpty().allMatch(one -> one.boot().equals("0001"));
            assertThat(lost.get(0).range().from()).isZero();
            assertThat(journals.enforce(second, 0)).isEmpty();
            assertThat(journals.enforce(second, System.currentTimeMillis() + 5000))
                    .extracting(JournalFolder.Lost::boot)
                    .contains("0001", "0002");
            assertThat(journals.tidy()).hasSize(1);
        }
        assertThat(files(folder)).extracting(Path::getFileName).containsExactly(Path.of("0002"));
    }

    /** Case 5 and 21: an archive cut anywhere knows exactly what it still has, over several files. */
    @Test
    void case21ArchiveKnowsWhatItHas() throws IOException {
        FrameArchive archive = new FrameArchive(folder, 2000, 3);
        archive.open();
        for (long seq = 0; seq < 100; seq++) {
            if (seq != 50) {
                Frame frame = new Frame("b", seq, seq, List.of(Frame.Entry.good("TI-101", 1)), false);
                archive.keep(frame, FrameCodec.encode(frame));
            }
        }
        archive.sync();
        archive.close();
        assertThat(files(folder)).hasSize(3);
        Path last = files(folder).get(2);
        byte[] whole = Files.readAllBytes(last);
        for (int cut = whole.length; cut >= 0; cut -= 7) {
            Files.write(last, Arrays.copyOf(whole, cut));
            SeqSet kept = Objects.requireNonNull(
                    new FrameArchive(folder, 2000, 3).open().get("b"));
            assertThat(kept.contains(50)).isFalse();
            assertThat(kept.complete()).isEqualTo(49);
            List<Long> read = new ArrayList<>();
            FrameArchive.read(folder, frame -> read.add(frame.seq()));
            assertThat(read).doesNotHaveDuplicates().allMatch(kept::contains).contains(kept.largest());
        }
    }

    @Test
    void namesOfBootsSortByTime() {
        SplittableRandom random = new SplittableRandom(1);
        String earlier = JournalFolder.newBoot(1_763_800_000_123L, random);
        assertThat(Frame.isBoot(earlier)).isTrue();
        assertThat(JournalFolder.newBoot(1_763_800_000_124L, random)).isGreaterThan(earlier);
    }
}
