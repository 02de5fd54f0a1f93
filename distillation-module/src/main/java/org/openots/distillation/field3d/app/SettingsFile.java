package org.openots.distillation.field3d.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.state.Quality;
import org.openots.distillation.field3d.ui.Settings;

/**
 * The settings of the field station in a small JSON file ({@code docs/data-formats/field-settings.md}). A file that cannot be
 * understood is kept under another name, people are told, and the usual settings are used.
 */
final class SettingsFile {
    static final String FORMAT = "openots-field-settings";
    static final String VERSION = "1.1";

    /** The first one had no light and no weather. */
    private static final String FIRST_VERSION = "1.0";

    private static final String NAME = "field-settings.json";

    private final Path file;

    SettingsFile(Path folder) {
        file = folder.resolve(NAME);
    }

    /** The language of the panels. */
    private enum Language {
        ZH_CN,
        EN
    }

    /** What the file may say of the light. */
    private enum Light {
        DAY,
        NIGHT
    }

    /** What the file may say of the weather. */
    private enum Sky {
        DRY,
        RAIN
    }

    /** What the file may say of the quality. */
    private enum Choice {
        AUTOMATIC,
        LOW,
        MEDIUM,
        HIGH
    }

    /**
     * What is to be used.
     *
     * @param settings of the file; empty if there is none that can be read
     * @param notice for people, if something was wrong
     */
    record Read(Optional<Settings> settings, Optional<LocalText> notice) {}

    /** Reads the file. */
    Read read() {
        if (!Files.exists(file)) {
            return new Read(Optional.empty(), Optional.empty());
        }
        try {
            Findings findings = Findings.throwing();
            return new Read(Optional.of(read(StrictJson.read(file, findings))), Optional.empty());
        } catch (OtsException e) {
            return new Read(Optional.empty(), Optional.of(setAside(e)));
        }
    }

    /** Reads settings of a file that was parsed; mistakes go where the cursor reports them. */
    static Settings read(JsonCursor root) {
        boolean first = root.requireFormat(FORMAT, FIRST_VERSION, VERSION).equals(FIRST_VERSION);
        double scale = root.at("panelScale").between(1, 2);
        int view = root.at("fieldOfViewDeg").integer(55, 90);
        double mouse = root.at("mouseSpeed").between(0.2, 3);
        double sounds = root.at("sounds").between(0, 1);
        Choice choice = root.at("quality").oneOf(Choice.class);
        boolean english = root.at("language").oneOf(Language.class) == Language.EN;
        boolean night = !first && root.at("light").oneOf(Light.class) == Light.NIGHT;
        boolean rain = !first && root.at("weather").oneOf(Sky.class) == Sky.RAIN;
        root.finish();
        Optional<Quality> quality =
                choice == Choice.AUTOMATIC ? Optional.empty() : Optional.of(Quality.valueOf(choice.name()));
        return new Settings((float) scale, view, (float) mouse, (float) sounds, quality, english, night, rain);
    }

    private LocalText setAside(OtsException mistake) {
        String zh = mistake.messageIn(Locale.SIMPLIFIED_CHINESE);
        String en = mistake.messageIn(Locale.ENGLISH);
        try {
            Path kept = free();
            Files.move(file, kept);
            return new LocalText(
                    "设置文件无法使用，已改名保存为 " + kept.getFileName() + "，本次用缺省设置。" + zh,
                    "The settings cannot be used; they are kept as " + kept.getFileName()
                            + ", and the usual ones are used. " + en);
        } catch (IOException e) {
            return new LocalText(
                    "设置文件 " + file + " 无法使用，本次用缺省设置。" + zh,
                    "The settings in " + file + " cannot be used; the usual ones are. " + en);
        }
    }

    private Path free() {
        for (int i = 1; ; i++) {
            Path one = file.resolveSibling("field-settings.bad-" + i + ".json");
            if (!Files.exists(one)) {
                return one;
            }
        }
    }

    /**
     * Writes the file anew.
     *
     * @throws OtsException if it cannot be written
     */
    void write(Settings settings) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("panelScale", settings.scale())
                .put("fieldOfViewDeg", settings.fieldOfView())
                .put("mouseSpeed", settings.mouseSpeed())
                .put("sounds", settings.sounds())
                .put("quality", word(settings.quality().map(Quality::name).orElse(Choice.AUTOMATIC.name())))
                .put("language", word((settings.english() ? Language.EN : Language.ZH_CN).name()))
                .put("light", word((settings.night() ? Light.NIGHT : Light.DAY).name()))
                .put("weather", word((settings.rain() ? Sky.RAIN : Sky.DRY).name()));
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path fresh = file.resolveSibling(NAME + ".new");
            Files.writeString(fresh, root.toPrettyString() + "\n", StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new OtsException(CommonError.FILE_UNWRITABLE, file, String.valueOf(e.getMessage()));
        }
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
