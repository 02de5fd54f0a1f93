package org.openots.distillation.field3d.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares pictures with those in the test resources. On the renderer and kind of processor they were taken with, every bit counts
 * (Mesa's software renderer was measured to give the same bits on Java 17 and 25, with one or two threads); on another, 0.1 % of the
 * pixels may differ visibly and 35 dB must be reached, which is below what an eye sees when the pictures lie side by side. Another
 * rounding moves an edge by a part of a pixel, so a pixel differs visibly when it is outside what lies around it by 16 of 255. A
 * missing picture fails. {@code -Dgolden.accept=true} writes them anew; look at them before committing.
 */
final class GoldenPictures {
    private static final double SHARE = 0.001;
    private static final double DECIBEL = 35;

    private final Path stored =
            Path.of("src", "test", "resources", "org", "openots", "distillation", "field3d", "gl", "golden");
    private final Path out = Path.of("target", "golden");
    private final boolean accept = Boolean.getBoolean("golden.accept");
    private final boolean exact;

    GoldenPictures(GlContext context) throws IOException {
        Path record = stored.resolve("renderer.properties");
        Properties recorded = new Properties();
        if (accept) {
            Files.createDirectories(stored);
            Files.writeString(
                    record,
                    "version=" + context.version() + "\nrenderer=" + context.renderer() + "\nprocessor=" + processor()
                            + "\n",
                    StandardCharsets.UTF_8);
        }
        try (var in = Files.newBufferedReader(record, StandardCharsets.UTF_8)) {
            recorded.load(in);
        }
        exact = context.version().equals(recorded.getProperty("version"))
                && context.renderer().equals(recorded.getProperty("renderer"))
                && processor().equals(recorded.getProperty("processor"));
    }

    /**
     * The kind of processor: the software renderer translates shaders for the instructions it finds, and another order of
     * rounding gives other bits.
     */
    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(line -> line.matches("(vendor_id|cpu family|model|stepping)\\s*:.*"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .limit(4)
                    .collect(Collectors.joining(" "));
        }
    }

    /** Pixels of a picture that are not between the darkest and the brightest of the nine around them in another. */
    static int outliers(Picture expected, Picture actual) {
        int outliers = 0;
        for (int y = 0; y < actual.height(); y++) {
            for (int x = 0; x < actual.width(); x++) {
                if (!between(expected, actual.pixels()[y * actual.width() + x], x, y)) {
                    outliers++;
                }
            }
        }
        return outliers;
    }

    private static boolean between(Picture expected, int pixel, int x, int y) {
        for (int shift = 0; shift <= 16; shift += 8) {
            int low = 255;
            int high = 0;
            for (int v = Math.max(0, y - 1); v <= Math.min(expected.height() - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(expected.width() - 1, x + 1); u++) {
                    int channel = (expected.pixels()[v * expected.width() + u] >> shift) & 255;
                    low = Math.min(low, channel);
                    high = Math.max(high, channel);
                }
            }
            int channel = (pixel >> shift) & 255;
            if (channel < low - PictureDiff.THRESHOLD || channel > high + PictureDiff.THRESHOLD) {
                return false;
            }
        }
        return true;
    }

    /** Fails if a picture is not as the stored one. */
    void check(String name, Picture actual) {
        Path golden = stored.resolve(name + ".png");
        if (accept) {
            actual.write(golden);
            return;
        }
        assertThat(golden).as("stored picture; -Dgolden.accept=true writes it").exists();
        Picture expected = Picture.read(golden);
        PictureDiff diff = PictureDiff.of(expected, actual);
        int outliers = outliers(expected, actual);
        boolean near = outliers <= SHARE * diff.pixels() && diff.decibel() >= DECIBEL;
        boolean good = exact ? diff.worst() == 0 : near;
        if (!good) {
            actual.write(out.resolve(name + "-actual.png"));
            PictureDiff.shown(expected, actual).write(out.resolve(name + "-diff.png"));
        }
        assertThat(good)
                .as(
                        "%s: %d of %d pixels differ visibly, worst %d, %.1f dB (%s); see %s",
                        name, outliers, diff.pixels(), diff.worst(), diff.decibel(), exact ? "exact" : "near", out)
                .isTrue();
    }
}
