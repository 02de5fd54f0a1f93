package org.openots.dcs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.dcs.map.TagExample;
import org.openots.dcs.tag.TagStore;
import org.openots.dcs.value.Sample;

class RigSourceTest {
    private static final long SECOND = 1_000_000_000;
    private static final LocalText TEXT = new LocalText("温度", "temperature");
    private static final SignalTable TABLE =
            new SignalTable(List.of(new Signal("TI-701", "°C", TEXT), new Signal("TI-702", "°C", TEXT)));

    private final List<RuntimeException> failures = new ArrayList<>();
    private final TagExample example = new TagExample();
    private long now = 5 * SECOND;
    private final TagStore store = new TagStore(List.of(example.build()), () -> now);
    private final RigSource source =
            new RigSource("ethanol-water-rig", PlantSource.Kind.LIVE, TABLE, store, () -> now, failures::add);

    private void sample(double value, Quality quality) {
        store.accept("TI-702", new Sample(value, quality, OptionalLong.empty(), 0, now), false);
    }

    @Test
    void whatNeverCameIsNotConnected() {
        PlantFrame frame = source.latest();
        assertThat(frame.quality(0)).isEqualTo(Quality.bad(Cause.NOT_CONNECTED));
        assertThat(frame.quality(1)).isEqualTo(Quality.bad(Cause.NOT_CONNECTED));
        assertThat(frame.value(1)).isNaN();
    }

    @Test
    void aStaleValueIsShownWithItsAgeAndNeverUsed() {
        sample(78.4, Quality.GOOD);
        now += 2 * SECOND;
        assertThat(source.latest().value(1)).isEqualTo(78.4);
        now += 4 * SECOND;
        PlantFrame frame = source.latest();
        assertThat(frame.value(1)).isNaN();
        assertThat(frame.shown(1)).isEqualTo(78.4);
        assertThat(frame.quality(1)).isEqualTo(Quality.bad(Cause.STALE));
        assertThat(frame.age(1)).isEqualTo(6);
    }

    @Test
    void anUncertainValueIsShownAndNeverUsed() {
        sample(78.4, Quality.uncertain(Cause.FROZEN));
        assertThat(source.latest().shown(1)).isEqualTo(78.4);
        assertThat(source.latest().value(1)).isNaN();
    }

    @Test
    void followersGetEveryScanInOrderUntilTheyFail() {
        List<PlantFrame> seen = new ArrayList<>();
        PlantSource.Following following = source.follow(seen::add);
        source.follow(frame -> {
            throw new IllegalStateException("a follower's own mistake");
        });
        for (int i = 0; i < 3; i++) {
            now += SECOND;
            source.scan();
        }
        following.close();
        following.close();
        source.scan();
        assertThat(seen).extracting(PlantFrame::tick).containsExactly(1L, 2L, 3L);
        assertThat(seen).extracting(PlantFrame::time).containsExactly(1.0, 2.0, 3.0);
        assertThat(failures).hasSize(1);
    }
}
