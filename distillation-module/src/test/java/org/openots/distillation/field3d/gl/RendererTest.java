package org.openots.distillation.field3d.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Rounds;
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

    /** A railing at the top of a column is thinner than a pixel: it must not break into dots that crawl. */
    @Test
    void aThinBarFarAwayIsDrawnWhole() {
        Paint yellow = Paint.of(0xE0B000, 0.5, 0);
        for (Preset preset : List.of(Preset.LOW, Preset.MEDIUM)) {
            assertThat(columns(yellow.thin(0.021), preset)).isGreaterThanOrEqualTo(96);
            assertThat(columns(yellow, preset)).as("as it would be else").isLessThan(70);
        }
    }

    /** Columns of a picture in which a bar is seen that is as wide as 98 of them. */
    private static long columns(Paint paint, Preset preset) {
        MeshBuilder b = new MeshBuilder().paint(paint);
        Rounds.rod(b, new Vector3f(-20, 20, -40), new Vector3f(20, 21, -40), 0.021, 6);
        Scene room = ShowRoom.scene();
        Camera camera = Studio.camera(new Vector3f(0, 16, 9), new Vector3f(0, 20.5f, -40));
        Picture without = shoot(scene(room, room.cells()), camera, preset);
        List<Mesh> cells = new ArrayList<>(room.cells());
        cells.add(b.build());
        Picture with = shoot(scene(room, cells), camera, preset);
        return IntStream.range(0, with.width())
                .filter(x -> IntStream.range(0, with.height()).anyMatch(y -> {
                    int i = y * with.width() + x;
                    return Math.abs((with.pixels()[i] & 255) - (without.pixels()[i] & 255)) > 24;
                }))
                .count();
    }

    private static Scene scene(Scene room, List<Mesh> cells) {
        return new Scene(
                room.plant(),
                cells,
                room.archetypes(),
                room.parts(),
                room.motions(),
                room.labels(),
                room.items(),
                room.walk(),
                room.leaks(),
                room.views(),
                room.lamps(),
                room.low(),
                room.high());
    }

    private static Picture shoot(Scene scene, Camera camera, Preset preset) {
        try (Studio studio = new Studio(scene, preset)) {
            return studio.shoot(Studio.calm(scene, camera), 256, 144);
        }
    }
}
