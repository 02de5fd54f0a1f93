package org.openots.distillation.field3d.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lwjgl.glfw.GLFW;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Camera;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.state.Quality;

/** What of drawing and sound can be decided without a card. */
class GlLogicTest {
    @TempDir
    Path folder;

    @Test
    void everyErrorSpeaksBothLanguagesWithTheSamePlaces() throws IOException {
        Properties chinese = bundle("GlMessages.properties");
        Properties english = bundle("GlMessages_en.properties");
        for (GlError error : GlError.values()) {
            String zh = chinese.getProperty(error.name());
            String en = english.getProperty(error.name());
            assertThat(zh).as("%s", error).endsWith("。");
            assertThat(en).as("%s", error).endsWith(".");
            for (int i = 0; i < 4; i++) {
                assertThat(en.contains("{" + i + "}")).as("%s {%d}", error, i).isEqualTo(zh.contains("{" + i + "}"));
            }
        }
        assertThat(chinese).hasSameSizeAs(GlError.values()).hasSameSizeAs(english);
        assertThat(Arrays.stream(GlError.values()).map(GlError::code).distinct())
                .hasSize(GlError.values().length);
    }

    private static Properties bundle(String file) throws IOException {
        Properties properties = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(GlError.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    @Test
    void codesOfTheWindowLibraryBecomeAdvice() {
        assertThat(code(GLFW.GLFW_PLATFORM_UNAVAILABLE)).isEqualTo(GlError.NO_DISPLAY);
        assertThat(code(GLFW.GLFW_VERSION_UNAVAILABLE)).isEqualTo(GlError.DRIVER_TOO_OLD);
        assertThat(code(GLFW.GLFW_API_UNAVAILABLE)).isEqualTo(GlError.NO_DRIVER);
        assertThat(code(GlContext.Attempt.LIBRARY)).isEqualTo(GlError.LIBRARY_BLOCKED);
        assertThat(code(GLFW.GLFW_PLATFORM_ERROR)).isEqualTo(GlError.WINDOW_FAILED);
        OtsException old = GlContext.errorOf(GLFW.GLFW_VERSION_UNAVAILABLE, "WGL: 1.1");
        assertThat(old.messageIn(Locale.CHINA)).contains("OpenGL 3.3", "WGL: 1.1", "二维");
        assertThat(old.messageIn(Locale.ENGLISH)).contains("too old", "WGL: 1.1", "2D");
        assertThat(GlContext.softwareRenderer("llvmpipe (LLVM 15.0.6, 256 bits)"))
                .isTrue();
        assertThat(GlContext.softwareRenderer("GDI Generic")).isTrue();
        assertThat(GlContext.softwareRenderer("GeForce GT 730/PCIe/SSE2")).isFalse();
    }

    private static Object code(int glfw) {
        return GlContext.errorOf(glfw, "words").errorCode();
    }

    @Test
    void shaderAndProgramAgreeOnTheBlock() {
        String text = ShaderText.of("surface.frag", List.of());
        int from = text.indexOf("uniform Frame {");
        String block = text.substring(text.indexOf('{', from) + 1, text.indexOf("};", from));
        List<String> declared = Arrays.stream(block.split(";", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(declared)
                .containsExactlyElementsOf(Arrays.stream(FrameBlock.Member.values())
                        .map(FrameBlock.Member::declaration)
                        .toList());
        assertThat(text)
                .startsWith("#version 330 core\n")
                .contains("#define MAX_LAMPS " + FrameBlock.MAX_LAMPS)
                .doesNotContain("#include");
    }

    /** Mesa lets a shader define a built-in function anew, stricter drivers do not. */
    @Test
    void shadersDefineNoFunctionOfTheLanguage() {
        Set<String> language = Set.of(
                "noise1",
                "noise2",
                "noise3",
                "noise4",
                "mix",
                "step",
                "smoothstep",
                "fract",
                "mod",
                "sign",
                "length",
                "distance",
                "dot",
                "cross",
                "normalize",
                "reflect",
                "refract",
                "clamp",
                "texture",
                "transpose",
                "inverse");
        Pattern definition = Pattern.compile("^(?:float|vec[234]|int|uint|void|mat[234]) (\\w+)\\(", Pattern.MULTILINE);
        for (String file : List.of("surface.frag", "surface.vert", "particle.frag", "sky.frag", "marker.frag")) {
            List<String> defined = definition
                    .matcher(ShaderText.of(file, List.of()))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(defined).contains("main").doesNotContainAnyElementsOf(language);
        }
    }

    @Test
    void partsFollowTheirMotions() {
        Scene scene = ShowRoom.scene();
        Placement placement = new Placement(scene);
        float[] motion = {(float) Math.PI / 2, 0.08f, 1, 0.5f, 0.25f};
        Matrix4f place = new Matrix4f();
        assertThat(placement.place(4, motion, place)).isTrue();
        Vector3f rim = place.transformPosition(new Vector3f(1, 0, 0));
        assertThat(rim.distance(-3, 1.65f + 0.08f, 4 - 1))
                .as("turned and lifted")
                .isLessThan(1e-5f);
        int level = placement.parts() - 1;
        assertThat(placement.place(level, motion, place)).isTrue();
        Vector3f top = place.transformPosition(new Vector3f(0.03f, 1, 0));
        assertThat(top.distance(1.2f + 0.03f, 2.4f + 0.25f, 1.2f))
                .as("stretched along y only")
                .isLessThan(1e-5f);
    }

    @Test
    void lampsShineBlinkAndLightUp() {
        Placement placement = new Placement(ShowRoom.scene());
        float[] motion = {0, 0, 1, 0.5f, 1};
        assertThat(placement.glow(8, motion, 12.2, -1) >>> 24)
                .as("first half of a second")
                .isEqualTo(255);
        assertThat(placement.glow(8, motion, 12.7, -1) >>> 24).as("second half").isZero();
        assertThat(placement.glow(9, motion, 0, -1) >>> 24).isEqualTo(128);
        assertThat(placement.glow(0, motion, 0, 0) & 0xFF00).isEqualTo(0xFF00);
        assertThat(placement.glow(0, motion, 0, 1) & 0xFF00).isZero();
        assertThat(placement.part(0).tint()).isEqualTo(Part.WHITE);
    }

    @Test
    void presetIsChosenByTheSlowPicturesAfterTheFirst() {
        assertThat(choose(4, 900)).isEqualTo(new PresetChoice.Result(Quality.HIGH, false));
        assertThat(choose(15, 20)).isEqualTo(new PresetChoice.Result(Quality.MEDIUM, false));
        assertThat(choose(40, 40)).isEqualTo(new PresetChoice.Result(Quality.LOW, false));
        assertThat(choose(300, 40)).isEqualTo(new PresetChoice.Result(Quality.LOW, true));
        double[] stutter = new double[PresetChoice.FRAMES];
        Arrays.fill(stutter, 5);
        for (int i = 30; i < 45; i++) {
            stutter[i] = 60;
        }
        assertThat(PresetChoice.of(stutter).level()).as("15 of 100 slow").isEqualTo(Quality.LOW);
        assertThatThrownBy(() -> PresetChoice.of(new double[3])).isInstanceOf(IllegalArgumentException.class);
        for (Quality level : Quality.values()) {
            assertThat(Preset.of(level).level()).isEqualTo(level);
        }
    }

    private static PresetChoice.Result choose(double time, double first) {
        PresetChoice choice = new PresetChoice();
        for (int i = 0; i < PresetChoice.FRAMES - 1; i++) {
            assertThat(choice.add(i < 20 ? first : time)).isEmpty();
        }
        return choice.add(time).orElseThrow();
    }

    @Test
    void presetIsRememberedForItsCard() throws IOException {
        Path file = folder.resolve("new").resolve("preset.json");
        PresetMemory memory = new PresetMemory(file, "card A");
        assertThat(memory.recall()).isEmpty();
        memory.remember(Quality.HIGH);
        assertThat(memory.recall()).contains(Quality.HIGH);
        assertThat(new PresetMemory(file, "card B").recall()).isEmpty();
        Files.writeString(file, "{ no JSON", StandardCharsets.UTF_8);
        assertThat(memory.recall()).isEmpty();
        String page =
                Files.readString(Path.of("..", "docs", "data-formats", "field-preset.md"), StandardCharsets.UTF_8);
        int from = page.indexOf("```json") + 8;
        Files.writeString(file, page.substring(from, page.indexOf("```", from)), StandardCharsets.UTF_8);
        assertThat(new PresetMemory(file, "GeForce GT 730/PCIe/SSE2").recall()).contains(Quality.MEDIUM);
    }

    @Test
    void panelsArePaintedOnChange() {
        Repaint repaint = new Repaint();
        assertThat(repaint.due("a")).isTrue();
        assertThat(repaint.due("a")).as("nothing new").isFalse();
        assertThat(repaint.due("b")).isTrue();
    }

    @Test
    void panelsAreLaidOutAtOnceForAKeyElseNotTooOften() {
        Relayout relayout = new Relayout();
        assertThat(relayout.due(0, "menu", 1)).isTrue();
        assertThat(relayout.due(0.03, "menu", 1)).as("too soon").isFalse();
        assertThat(relayout.due(0.04, "help", 1)).as("somebody did something").isTrue();
        assertThat(relayout.due(0.10, "help", 1)).as("too soon after that").isFalse();
        assertThat(relayout.due(0.11, "help", 1)).as("figures go on").isTrue();
        assertThat(relayout.due(0.12, "help")).as("other causes").isTrue();
        assertThat(relayout.due(0.01, "help")).as("a clock that was set back").isTrue();
    }

    @Test
    void differenceOfPictures() {
        Picture grey = new Picture(10, 10, filled(100, 0xFF808080));
        int[] changed = filled(100, 0xFF808080);
        changed[0] = 0xFF80B080;
        changed[1] = 0xFF818080;
        PictureDiff diff = PictureDiff.of(grey, new Picture(10, 10, changed));
        assertThat(diff.outliers()).isEqualTo(1);
        assertThat(diff.worst()).isEqualTo(0x30);
        assertThat(diff.share()).isEqualTo(0.01);
        assertThat(diff.decibel()).isCloseTo(10 * Math.log10(255.0 * 255 * 300 / (48 * 48 + 1)), within(1e-9));
        assertThat(PictureDiff.of(grey, grey).decibel()).isInfinite();
        Path file = folder.resolve("a.png");
        new Picture(10, 10, changed).write(file);
        assertThat(Picture.read(file).pixels()).isEqualTo(changed);
        assertThatThrownBy(() -> Picture.read(folder.resolve("none.png"))).isInstanceOf(OtsException.class);
    }

    private static int[] filled(int number, int value) {
        int[] pixels = new int[number];
        Arrays.fill(pixels, value);
        return pixels;
    }

    @Test
    void particlesAreBoundedSortedAndDeterministic() {
        Scene scene = ShowRoom.scene();
        SkyVolume sky = new SkyVolume(scene.low(), scene.high());
        for (Frame frame : ShowFrames.all(scene).values()) {
            Particles one = new Particles(sky);
            Particles other = new Particles(sky);
            int n = one.fill(frame);
            other.fill(ShowFrames.named(scene, "fire"));
            assertThat(other.fill(frame)).isEqualTo(n).isLessThanOrEqualTo(Particles.MOST);
            int numbers = n * Particles.NUMBERS;
            float[] values = Arrays.copyOf(one.numbers(), numbers);
            assertThat(values).isEqualTo(Arrays.copyOf(other.numbers(), numbers));
            Vector3f eye = new Vector3f(frame.camera().eye());
            float before = Float.POSITIVE_INFINITY;
            for (int at = 0; at < numbers; at += Particles.NUMBERS) {
                float far = eye.distanceSquared(values[at], values[at + 1], values[at + 2]);
                assertThat(far).isFinite();
                if (values[at + 8] != Particles.SHADE) {
                    assertThat(far).isLessThanOrEqualTo(before);
                    before = far;
                }
            }
        }
    }

    @Test
    void skyIsOpenInTheOpenAndDarkUnderARoof() {
        SkyVolume sky = new SkyVolume(new Vector3f(-5, 0, -5), new Vector3f(5, 6, 5));
        java.nio.FloatBuffer depth = java.nio.FloatBuffer.allocate(16);
        for (int i = 0; i < 8; i++) {
            Vector3f direction = SkyVolume.direction(i, 8);
            assertThat(direction.length()).isCloseTo(1, within(1e-5f));
            Matrix4f toMap =
                    DepthMap.toMap(DepthMap.parallel(direction, new Vector3f(-8, -2, -8), new Vector3f(8, 8, 8)));
            // a wall right before the light on the left half of each picture: nothing of the sky is seen through it
            for (int k = 0; k < 16; k++) {
                depth.put(k, k % 4 < 2 ? 0 : 1);
            }
            sky.add(direction, toMap, depth, 4, 100);
        }
        sky.finish();
        assertThat(sky.open(new Vector3f(100, 0, 0))).as("outside").isEqualTo(1);
        float all = 0;
        for (float x = -4; x <= 4; x++) {
            float open = sky.open(new Vector3f(x, 2, 0));
            assertThat(open).isBetween(0f, 1f);
            all += open;
        }
        assertThat(all / 9).as("half of each picture is closed").isBetween(0.25f, 0.75f);
    }

    @Test
    void soundsHaveNoSeamAndAreNeitherSilentNorCut() {
        for (Sound.Kind kind : Sound.Kind.values()) {
            short[] wave = SoundWaves.of(kind);
            assertThat(wave).isEqualTo(SoundWaves.of(kind));
            double square = 0;
            int cut = 0;
            for (short sample : wave) {
                square += (double) sample * sample;
                cut += Math.abs(sample) >= 32_000 ? 1 : 0;
            }
            assertThat(Math.sqrt(square / wave.length)).as("%s is heard", kind).isBetween(600.0, 14_000.0);
            assertThat(cut).as("%s is not cut", kind).isLessThan(wave.length / 200);
        }
        short[] pump = SoundWaves.of(Sound.Kind.PUMP);
        int step = 0;
        for (int i = 1; i < pump.length; i++) {
            step = Math.max(step, Math.abs(pump[i] - pump[i - 1]));
        }
        assertThat(Math.abs(pump[0] - pump[pump.length - 1]))
                .as("seam of the hum")
                .isLessThanOrEqualTo(step);
    }

    @Test
    void withoutASoundCardItIsSilentAndSaysSo() {
        try (Sounds sounds = Sounds.open()) {
            sounds.hear(
                    new Camera(new Vector3f(), 0, 0, 1),
                    0.5f,
                    List.of(new Sound("P-1", Sound.Kind.PUMP, new Vector3f(1, 0, 0), 0.5f, 1)));
            sounds.step(new Vector3f(), 0.3f);
            sounds.hear(new Camera(new Vector3f(), 0, 0, 1), 0, List.of());
            Optional<String> notice = sounds.notice().map(text -> text.in(Locale.CHINA));
            notice.ifPresent(text -> assertThat(text).contains("音频"));
        }
    }

    @Test
    void eyesGetUsedToTheDark() {
        assertThat(Atmosphere.exposure(0, 0, 0.02f)).isGreaterThan(Atmosphere.exposure(0, 0, 1));
        assertThat(Atmosphere.exposure(1, 0, 1)).isGreaterThan(Atmosphere.exposure(0, 0, 1));
    }
}
