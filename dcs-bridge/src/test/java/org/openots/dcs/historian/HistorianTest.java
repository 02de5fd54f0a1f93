package org.openots.dcs.historian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.Quality.Level;

/** The history of tags: what comes back, what a crash leaves, what a damaged file does. */
class HistorianTest {
    private static final long START = 1_763_800_000_000L;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(START));

    @TempDir
    private Path folder;

    private Historian historian(int rows) {
        return new Historian(folder, new Historian.Settings(rows, 3_600_000, 1_000_000_000L), CLOCK, Runnable::run);
    }

    private static HistoryRow good(long second, double value) {
        return HistoryRow.of(START + 1000 * second, value, Quality.GOOD);
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }

    @Test
    void rowsComeBackInOrderOfTimeAcrossSegmentsAndTheOpenLog() throws IOException {
        try (Historian historian = historian(100)) {
            for (int i = 0; i < 250; i++) {
                historian.append("TI-702", good(i, 78 + i * 0.01));
                historian.append("PI-701", HistoryRow.of(START + 1000L * i, 101, Quality.uncertain(Cause.FROZEN)));
                if (i % 10 == 9) {
                    historian.sync();
                }
            }
            assertThat(historian.status().segments()).isEqualTo(5);
            assertThat(files(folder, ".rows")).hasSize(1);
            List<HistoryRow> rows = historian.rows("TI-702", START, START + 1_000_000);
            assertThat(rows).hasSize(250).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
            assertThat(rows.get(137)).isEqualTo(good(137, 78 + 137 * 0.01));
            assertThat(historian.rows("PI-701", START + 10_000, START + 12_000))
                    .hasSize(2)
                    .allMatch(row -> row.quality().equals(Quality.uncertain(Cause.FROZEN)));
            assertThat(historian.rows("XX", START, START + 1)).isEmpty();
            assertThat(historian.tags()).containsExactly("PI-701", "TI-702");
        }
    }

    @Test
    void lateRowsFillTheirPlaceAndRepeatsAreOne() {
        try (Historian historian = historian(4)) {
            for (long second : new long[] {0, 1, 5, 6}) {
                historian.append("TI-702", good(second, (double) second));
            }
            historian.sync();
            HistoryRow late = new HistoryRow(START + 3000, 3, Quality.GOOD, true, false);
            historian.append("TI-702", late);
            historian.append("TI-702", good(5, 5));
            historian.append("TI-702", good(7, 7));
            List<HistoryRow> rows = historian.rows("TI-702", START, START + 100_000);
            assertThat(rows).extracting(HistoryRow::value).containsExactly(0.0, 1.0, 3.0, 5.0, 6.0, 7.0);
            assertThat(rows.get(2)).isEqualTo(late);
        }
    }

    @Test
    void everyQualityComesBack() {
        List<HistoryRow> written = new ArrayList<>();
        try (Historian historian = historian(5)) {
            for (Cause cause : Cause.values()) {
                Quality quality = switch (cause) {
                    case NONE -> Quality.GOOD;
                    case LOCAL_OVERRIDE -> new Quality(Level.GOOD, cause);
                    default -> Quality.bad(cause);
                };
                HistoryRow row = HistoryRow.of(START + written.size(), written.size(), quality);
                written.add(row);
                historian.append("TI-702", row);
                historian.sync();
            }
            HistoryRow gap = HistoryRow.gap(START + 100, Cause.COMM_FAILURE);
            written.add(gap);
            historian.append("TI-702", gap);
            assertThat(historian.rows("TI-702", START, START + 1000)).isEqualTo(written);
        }
    }

    @Test
    void whatWasSyncedIsThereAfterACrashAndATornTailIsCutOff() throws IOException {
        Path copy = folder.resolve("crashed");
        try (Historian historian = historian(100)) {
            for (int i = 0; i < 130; i++) {
                historian.append("TI-702", good(i, i));
                if (i % 10 == 9) {
                    historian.sync();
                }
            }
            historian.append("TI-702", good(130, 130));
            // what a process leaves that is killed here
            Files.createDirectory(copy);
            for (Path file : files(folder, "")) {
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        Path log = files(copy, ".rows").get(0);
        byte[] torn = {0, 0, 0, 19, 1, 2, 3};
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.seek(file.length());
            file.write(torn);
        }
        Files.writeString(copy.resolve("0000000009.seg.part"), "half");
        try (Historian again = new Historian(copy, Historian.Settings.USUAL, CLOCK, Runnable::run)) {
            assertThat(again.rows("TI-702", START, START + 1_000_000)).hasSize(130);
            again.append("TI-702", good(131, 131));
            assertThat(again.sync()).isTrue();
        }
        try (Historian third = new Historian(copy, Historian.Settings.USUAL, CLOCK, Runnable::run)) {
            assertThat(third.rows("TI-702", START, START + 1_000_000)).hasSize(131);
        }
        assertThat(files(copy, ".part")).isEmpty();
    }

    @Test
    void aDamagedSegmentIsNamedAndNothingWrongIsReadFromIt() throws IOException {
        try (Historian historian = historian(50)) {
            for (int i = 0; i < 50; i++) {
                historian.append("TI-702", good(i, i));
            }
            historian.sync();
        }
        Path segment = files(folder, ".seg").get(0);
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.seek(200);
            int old = file.read();
            file.seek(200);
            file.write(old ^ 0xFF);
        }
        try (Historian historian = historian(50)) {
            assertThatThrownBy(() -> historian.rows("TI-702", START, START + 1_000_000))
                    .isInstanceOf(OtsException.class)
                    .hasMessageContaining(String.valueOf(segment.getFileName()));
        }
        Files.write(segment, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> historian(50))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining(String.valueOf(segment.getFileName()));
    }

    @Test
    void trendsOfMinutesAndOfRowsSayTheSame() {
        try (Historian historian = historian(700)) {
            for (int i = 0; i < 3600; i++) {
                historian.append("TI-702", good(i, 80 + FastSine.of(i)));
                if (i % 100 == 0) {
                    historian.sync();
                }
            }
            historian.append("TI-702", HistoryRow.gap(START + 3_600_000, Cause.NOT_CONNECTED));
            long to = START + 3_660_000;
            Trend coarse = historian.trend("TI-702", START, to, 30);
            assertThat(coarse.step()).isEqualTo(180_000);
            assertThat(coarse.steps().stream().mapToInt(RollUp::count).sum()).isEqualTo(3600);
            Trend fine = historian.trend("TI-702", START, to, 3660);
            assertThat(fine.steps()).hasSize(3601);
            double greatest = fine.steps().stream()
                    .mapToDouble(RollUp::max)
                    .filter(Double::isFinite)
                    .max()
                    .orElseThrow();
            assertThat(coarse.steps().stream()
                            .mapToDouble(RollUp::max)
                            .filter(Double::isFinite)
                            .max()
                            .orElseThrow())
                    .isEqualTo(greatest);
            double sum = fine.steps().stream().mapToDouble(RollUp::sum).sum();
            // the sums are of the same numbers in another order
            assertThat(coarse.steps().stream().mapToDouble(RollUp::sum).sum()).isCloseTo(sum, within(1e-6));
            assertThat(coarse.steps().get(coarse.steps().size() - 1).gap()).isTrue();
            assertThat(coarse.steps().get(coarse.steps().size() - 1).worst()).isEqualTo(Level.BAD);
            assertThatThrownBy(() -> historian.trend("TI-702", to, START, 10)).isInstanceOf(OtsException.class);
        }
    }

    /** A wave without Math, which tests of the suite do not use for numbers that are compared. */
    private static final class FastSine {
        static double of(int second) {
            int phase = second % 400;
            return phase < 200 ? phase / 100.0 - 1 : 3 - phase / 100.0;
        }
    }

    @Test
    void theOldestSegmentsGoWhenTheyNeedTooMuch() {
        try (Historian historian =
                new Historian(folder, new Historian.Settings(100, 3_600_000, 10_000), CLOCK, Runnable::run)) {
            for (int i = 0; i < 2000; i++) {
                historian.append("TI-702", good(i, i));
                if (i % 50 == 49) {
                    historian.sync();
                }
            }
            assertThat(historian.status().bytes()).isLessThanOrEqualTo(10_000);
            assertThat(historian.rows("TI-702", START, START + 3_000_000))
                    .hasSizeLessThan(600)
                    .last()
                    .extracting(HistoryRow::value)
                    .isEqualTo(1999.0);
        }
    }

    @Test
    void oneProgramAtATime() {
        try (Historian first = historian(100)) {
            assertThat(first.tags()).isEmpty();
            assertThatThrownBy(() -> historian(100))
                    .isInstanceOf(OtsException.class)
                    .hasMessageContaining(folder.toString());
        }
    }

    @Test
    void aDiskThatRefusesLosesNothingThatIsStillInMemory() throws Exception {
        try (Historian historian = historian(1000)) {
            historian.append("TI-702", good(0, 0));
            historian.sync();
            // a folder in the place of the next segment's file: the disk takes rows, but no segment
            Path blocked = folder.resolve("0000000001.seg.part");
            Files.createDirectories(blocked.resolve("x"));
            for (int i = 1; i < 1200; i++) {
                historian.append("TI-702", good(i, i));
            }
            historian.sync();
            assertThat(historian.status().failure()).isPresent();
            assertThat(historian.rows("TI-702", START, START + 2_000_000)).hasSize(1200);
            Files.delete(blocked.resolve("x"));
            Files.delete(blocked);
            for (int i = 1200; i < 2300; i++) {
                historian.append("TI-702", good(i, i));
            }
            historian.sync();
            assertThat(historian.sync()).isTrue();
            assertThat(historian.status().failure()).isEmpty();
            assertThat(historian.rows("TI-702", START, START + 3_000_000)).hasSize(2300);
            assertThat(historian.status().forgotten()).isZero();
        }
    }
}
