package org.openots.distillation.field3d.gl;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Frame;

/**
 * What can be drawn and is not in the pictures of the plants looks as it did: every pattern of light, water and panel in one room.
 * Without a way to draw this fails; it never passes unseen.
 */
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
            for (String name : List.of("highlight", "leak", "night")) {
                golden.check(name, studio.shoot(ShowFrames.named(scene, name), WIDTH, HEIGHT));
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
}
