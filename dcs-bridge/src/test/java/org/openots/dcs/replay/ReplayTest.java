package org.openots.dcs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.signal.Quality;
import org.openots.dcs.historian.Historian;
import org.openots.dcs.historian.HistoryRow;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.publish.Encoders;
import org.openots.dcs.publish.GatewayProfile;
import org.openots.dcs.publish.Message;
import org.openots.dcs.publish.PublishedTag;
import org.openots.dcs.value.Sample;

/** A recording plays at its speed, and goes where it is told. */
class ReplayTest {
    private static final long START = 1_763_800_000_000L;
    private static final long NOW = START + 86_400_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final List<PublishedTag> TAGS =
            Stream.of("A", "B").map(tag -> PublishedTag.number(tag, "°C")).toList();

    private final List<String> played = new ArrayList<>();

    @TempDir
    private Path folder;

    /** A every second, B every other. */
    private static Recording recording(int seconds) {
        Recording.Builder builder = new Recording.Builder(TAGS);
        for (int i = 0; i < seconds; i++) {
            builder.add(START + 1000L * i, 0, i, Quality.GOOD);
            if (i % 2 == 0) {
                builder.add(START + 1000L * i, 1, -i, Quality.GOOD);
            }
        }
        return builder.build();
    }

    private Replay replay(Recording recording, double speed, boolean loop, boolean shifted) {
        return new Replay(recording, new Replay.Settings(speed, loop, shifted), (scan, wallMs, nanos) -> {
            played.add(scan.readings().get(0).value() + "@" + (scan.time() - (shifted ? NOW : START)));
        });
    }

    @Test
    void scansComeWhenTheyAreDueAtTheSpeed() {
        Replay replay = replay(recording(5), 2, false, false);
        assertThat(replay.poll(NOW, 0)).hasValue(SECOND / 2);
        assertThat(played).containsExactly("0.0@0");
        assertThat(replay.poll(NOW, SECOND / 2 - 1)).hasValue(1);
        assertThat(replay.poll(NOW, SECOND)).hasValue(SECOND / 2);
        assertThat(played).containsExactly("0.0@0", "1.0@1000", "2.0@2000");
        assertThat(replay.poll(NOW, 10 * SECOND)).isEmpty();
        assertThat(played).hasSize(5);
        assertThat(replay.ended()).isTrue();
        assertThatThrownBy(() -> replay.speed(0.05)).hasMessageContaining("OTS-DCS-713");
        assertThatThrownBy(() -> replay(recording(1), Double.NaN, false, false)).hasMessageContaining("OTS-DCS-713");
    }

    @Test
    void shiftedTimesAreThoseOfTheReplay() {
        Replay replay = replay(recording(4), 10, false, true);
        replay.poll(NOW, 0);
        replay.poll(NOW + 200, SECOND / 5);
        assertThat(played).containsExactly("0.0@0", "1.0@100", "2.0@200");
        replay.speed(0.5);
        replay.poll(NOW + 1000, SECOND);
        assertThat(played).last().isEqualTo("3.0@1000");
    }

    @Test
    void aLoopBeginsAgainAfterOnePeriod() {
        Replay replay = replay(recording(3), 1, true, true);
        replay.poll(NOW, 0);
        replay.poll(NOW + 4000, 4 * SECOND);
        assertThat(played).containsExactly("0.0@0", "1.0@1000", "2.0@2000", "0.0@3000", "1.0@4000");
        Replay lone = replay(recording(1), 1, true, false);
        assertThat(lone.poll(NOW, 0)).hasValue(SECOND);
    }

    @Test
    void itStandsStepsSeeksAndGoesOn() {
        Replay replay = replay(recording(10), 1, false, false);
        replay.poll(NOW, 0);
        replay.play(false);
        assertThat(replay.poll(NOW, 9 * SECOND)).isEmpty();
        assertThat(replay.step(NOW, 9 * SECOND)).isTrue();
        replay.seek(START + 6500);
        assertThat(replay.position()).isEqualTo(START + 7000);
        assertThat(replay.step(NOW, 9 * SECOND)).isTrue();
        replay.play(true);
        assertThat(replay.poll(NOW, 20 * SECOND)).hasValue(SECOND);
        assertThat(played).containsExactly("0.0@0", "1.0@1000", "7.0@7000", "8.0@8000");
        replay.seek(START + 60_000);
        assertThat(replay.step(NOW, 0)).isFalse();
    }

    @Test
    void samplesAndMessagesComeFromTheSameRecording() {
        List<Sample> samples = new ArrayList<>();
        Replay toSink = new Replay(
                recording(3),
                new Replay.Settings(1000, false, false),
                Replay.Sink.samples((tag, sample, historical) -> samples.add(sample)));
        toSink.poll(NOW, 0);
        toSink.poll(NOW + 1, SECOND);
        assertThat(samples).hasSize(5);
        assertThat(samples.get(4))
                .isEqualTo(new Sample(-2, Quality.GOOD, OptionalLong.of(START + 2000), NOW + 1, SECOND));
        for (Dialect dialect : Dialect.values()) {
            List<Message> messages = new ArrayList<>();
            GatewayProfile profile = new GatewayProfile("s", "r", "b", ZoneOffset.UTC, 1000);
            Replay toBroker = new Replay(
                    recording(3),
                    new Replay.Settings(1000, false, false),
                    Replay.Sink.messages(Encoders.of(dialect, profile, TAGS), messages::add));
            toBroker.poll(NOW, 0);
            toBroker.poll(NOW, SECOND);
            assertThat(messages).hasSize(dialect == Dialect.WINCC ? 5 : 3);
        }
    }

    @Test
    void theHistoryIsPlayedWithItsGaps() {
        Historian.Settings settings = new Historian.Settings(1000, 3_600_000, 1_000_000_000L);
        InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(START));
        try (Historian historian = new Historian(folder, settings, clock, Runnable::run)) {
            historian.append("A", HistoryRow.of(START, 1, Quality.GOOD));
            historian.append("A", new HistoryRow(START + 1000, Double.NaN, Quality.GOOD, false, true));
            historian.append("B", HistoryRow.of(START + 2000, 2, Quality.uncertain(Quality.Cause.FROZEN)));
            Recording recording = HistoryRecording.read(historian, TAGS, START, START + 10_000);
            assertThat(recording.size()).isEqualTo(2);
            assertThat(recording.scan(1).readings().get(0).quality().cause()).isEqualTo(Quality.Cause.FROZEN);
            assertThatThrownBy(() -> HistoryRecording.read(historian, TAGS, 0, 1))
                    .hasMessageContaining("OTS-DCS-714");
        }
    }
}
