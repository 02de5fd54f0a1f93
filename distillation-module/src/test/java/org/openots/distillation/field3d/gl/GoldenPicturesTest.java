package org.openots.distillation.field3d.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Frame;

/** Everything that can be drawn looks as it did. Without a way to draw this fails; it never passes unseen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenPicturesTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    static {
        NativeSettings.apply();
    }

    @Test
    void looksAsBefore() throws IOException {
        Scene scene = ShowRoom.scene();
        try (Studio studio = new Studio(scene, ShowFrames.worker(), Preset.HIGH)) {
            GoldenPictures golden = new GoldenPictures(studio.context());
            for (Map.Entry<String, Frame> one : ShowFrames.all(scene).entrySet()) {
                Picture picture = studio.shoot(one.getValue(), WIDTH, HEIGHT);
                assertThat(colours(picture)).as("colours of %s", one.getKey()).isGreaterThan(500);
                golden.check(one.getKey(), picture);
                assertThat(studio.renderer().statistics().draws()).isLessThanOrEqualTo(100);
            }
            studio.panels(ShowFrames::panels, WIDTH, HEIGHT, HEIGHT / 540f);
            golden.check("panels", studio.shoot(ShowFrames.named(scene, "highlight"), WIDTH, HEIGHT));
        }
    }

    @Test
    void otherPresetsLookAlike() throws IOException {
        Scene scene = ShowRoom.scene();
        Frame frame = ShowFrames.named(scene, "yard");
        for (Preset preset : new Preset[] {Preset.LOW, Preset.MEDIUM}) {
            try (Studio studio = new Studio(scene, ShowFrames.worker(), preset)) {
                new GoldenPictures(studio.context())
                        .check("yard-" + preset.level(), studio.shoot(frame, WIDTH, HEIGHT));
            }
        }
    }

    private static long colours(Picture picture) {
        return java.util.Arrays.stream(picture.pixels()).distinct().count();
    }
}
