package org.openots.distillation.field3d.gl;

import static org.assertj.core.api.Assertions.assertThat;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Camera;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.state.Weather;

/** What holds of a renderer on any card. */
class RendererTest {
    static {
        NativeSettings.apply();
    }

    @Test
    void objectsOnTheCardDoNotGrowAndAreFreed() {
        Scene scene = ShowRoom.scene();
        Studio studio = new Studio(scene, ShowFrames.worker(), Preset.LOW);
        try (studio) {
            NanoVgCanvas canvas = new NanoVgCanvas();
            for (Frame frame : ShowFrames.all(scene).values()) {
                studio.renderer().draw(frame, 64, 36, canvas);
            }
            int objects = studio.renderer().objects();
            for (int i = 0; i < 100; i++) {
                Frame frame = Studio.calm(scene, new Camera(new Vector3f(0, 2, 9), 0.06f * i, 0, 1));
                studio.renderer().draw(frame, 64, 36, canvas);
            }
            assertThat(studio.renderer().objects()).isEqualTo(objects);
            assertThat(studio.renderer().statistics().frames()).isGreaterThan(100);
            canvas.close();
            assertThat(canvas.objects()).isZero();
        }
        assertThat(studio.renderer().objects()).isZero();
    }

    @Test
    void theSameFrameGivesTheSamePicture() {
        Scene scene = ShowRoom.scene();
        try (Studio studio = new Studio(scene, ShowFrames.worker(), Preset.MEDIUM)) {
            Frame fire = ShowFrames.named(scene, "fire");
            Picture first = studio.shoot(fire, 96, 54);
            studio.shoot(ShowFrames.named(scene, "rain"), 96, 54);
            Picture again = studio.shoot(fire, 96, 54);
            assertThat(PictureDiff.of(first, again).worst()).isZero();
        }
    }

    @Test
    void whatIsOutOfSightCostsNothing() {
        Scene scene = ShowRoom.scene();
        try (Studio studio = new Studio(scene, Preset.LOW)) {
            studio.shoot(Studio.calm(scene, new Camera(new Vector3f(0, 2, 9), 0, 0, 1)), 96, 54);
            long towards = studio.renderer().statistics().triangles();
            studio.shoot(Studio.calm(scene, new Camera(new Vector3f(0, 2, 9), 0, 1.55f, 0.6f)), 96, 54);
            assertThat(studio.renderer().statistics().triangles()).isLessThan(towards / 4);
        }
    }

    @Test
    void rainAndNightAreDarkerThanDay() {
        Scene scene = ShowRoom.scene();
        try (Studio studio = new Studio(scene, Preset.LOW)) {
            Camera camera = new Camera(new Vector3f(0, 2, 9), 0, 0, 1);
            double day = brightness(studio, scene, camera, Weather.DAY);
            double rain = brightness(studio, scene, camera, new Weather(0, 1));
            double night = brightness(studio, scene, camera, new Weather(1, 0));
            assertThat(rain).isLessThan(day);
            assertThat(night).isLessThan(rain * 0.6);
            assertThat(night).as("one still sees where one walks").isGreaterThan(12);
        }
    }

    private static double brightness(Studio studio, Scene scene, Camera camera, Weather weather) {
        Frame calm = Studio.calm(scene, camera);
        Frame frame = new Frame(3, camera, calm.motion(), -1, -1, calm.plumes(), calm.pools(), calm.figures(), weather);
        long sum = 0;
        Picture picture = studio.shoot(frame, 96, 54);
        for (int pixel : picture.pixels()) {
            sum += ((pixel >> 16) & 255) + ((pixel >> 8) & 255) + (pixel & 255);
        }
        return sum / 3.0 / picture.pixels().length;
    }

    @Test
    void highlightIsSeenOnlyAroundItsItem() {
        Scene scene = ShowRoom.scene();
        try (Studio studio = new Studio(scene, Preset.MEDIUM)) {
            Camera camera = Studio.camera(new Vector3f(-2.6f, 1.65f, 6.6f), new Vector3f(-2.2f, 1.05f, 4));
            Frame calm = Studio.calm(scene, camera);
            Frame looked = new Frame(
                    calm.seconds(),
                    camera,
                    calm.motion(),
                    0,
                    -1,
                    calm.plumes(),
                    calm.pools(),
                    calm.figures(),
                    Weather.DAY);
            Picture without = studio.shoot(calm, 160, 90);
            Picture with = studio.shoot(looked, 160, 90);
            int changed = PictureDiff.of(without, with).outliers();
            assertThat(changed).isBetween(40, 160 * 90 / 5);
        }
    }
}
