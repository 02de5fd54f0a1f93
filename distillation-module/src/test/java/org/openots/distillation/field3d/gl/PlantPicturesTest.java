package org.openots.distillation.field3d.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.distillation.field3d.scene.ShippedPlant;
import org.openots.distillation.field3d.state.Frame;
import org.openots.simulator.plant.PlantPack;

/**
 * The shipped plants look as they did, and a picture of them costs no more than an old card can do (lwjgl-3d.md 2.4). Without a way
 * to draw this fails; it never passes unseen.
 */
class PlantPicturesTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int DRAWS = 100;
    private static final long TRIANGLES = 1_000_000;
    private static final int COLOURS = 2_000;

    /** Requirement of lwjgl-3d.md 2.4: nothing grows over so many pictures. */
    private static final int FRAMES = 1_000;

    static {
        NativeSettings.apply();
    }

    static List<String> ids() {
        return PlantPack.SHIPPED;
    }

    @ParameterizedTest
    @MethodSource("ids")
    void looksAsBeforeWithinTheBudget(String id) throws IOException {
        ShippedPlant plant = ShippedPlant.of(id);
        try (Studio studio = new Studio(plant.scene(), PlantFrames.worker(), Preset.HIGH)) {
            GoldenPictures golden = new GoldenPictures(studio.context());
            assertThat(PlantFrames.of(id)).hasSize(10);
            for (PlantFrames.Shot shot : PlantFrames.of(id)) {
                Picture picture = PlantFrames.shoot(studio, plant, shot, WIDTH, HEIGHT);
                assertThat(Arrays.stream(picture.pixels()).distinct().count())
                        .as("colours of %s", shot.name())
                        .isGreaterThan(COLOURS);
                golden.check(id + "/" + shot.name(), picture);
                assertThat(studio.renderer().statistics().draws()).isLessThanOrEqualTo(DRAWS);
                assertThat(studio.renderer().statistics().triangles()).isLessThanOrEqualTo(TRIANGLES);
            }
            int objects = studio.renderer().objects();
            List<Frame> frames = PlantFrames.of(id).stream()
                    .map(shot -> PlantFrames.frame(plant.scene(), shot))
                    .toList();
            studio.renderer().draw(frames.get(0), 32, 18, null);
            studio.renderer().handOverOnly(true);
            for (int i = 0; i < FRAMES; i++) {
                studio.renderer().draw(frames.get(i % frames.size()), 32, 18, null);
            }
            assertThat(studio.renderer().objects())
                    .as("objects on the card after %d pictures", FRAMES)
                    .isEqualTo(objects);
        }
    }
}
