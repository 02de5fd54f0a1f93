package org.openots.distillation.field3d.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.gl.GlError;
import org.openots.distillation.field3d.state.Quality;
import org.openots.distillation.field3d.ui.Settings;

/** What the program does beside the plant: settings, folders, the page in the browser. */
class ComfortTest {
    private static final URI PAGE = URI.create("http://192.168.1.10:8080/run/r1/field");

    private final List<List<String>> started = new ArrayList<>();

    @Test
    void settingsComeBackAsTheyWereWritten(@TempDir Path folder) {
        SettingsFile file = new SettingsFile(folder.resolve("openots"));
        assertThat(file.read().settings()).isEmpty();
        Settings chosen = new Settings(1.5f, 80, 0.4f, 0, Optional.of(Quality.LOW), true, true, true);
        file.write(chosen);
        assertThat(file.read().settings()).contains(chosen);
        file.write(Settings.DEFAULT);
        assertThat(file.read().settings()).contains(Settings.DEFAULT);
        assertThat(file.read().notice()).isEmpty();
    }

    @Test
    void aFileWithAMistakeIsKeptAsideAndTold(@TempDir Path folder) throws IOException {
        SettingsFile file = new SettingsFile(folder);
        Path written = folder.resolve("field-settings.json");
        for (String mistake :
                List.of("not JSON", "{\"format\":\"openots-field-settings\",\"formatVersion\":\"9.0\"}")) {
            Files.writeString(written, mistake);
            SettingsFile.Read read = file.read();
            assertThat(read.settings()).isEmpty();
            assertThat(read.notice().orElseThrow().zh()).contains("field-settings.bad-");
            assertThat(read.notice().orElseThrow().en()).contains("field-settings.bad-");
            assertThat(written).doesNotExist();
        }
        assertThat(folder.resolve("field-settings.bad-1.json")).hasContent("not JSON");
        assertThat(folder.resolve("field-settings.bad-2.json")).exists();
    }

    @Test
    void theFolderIsThatOfTheSystem() {
        Map<String, String> windows = Map.of("APPDATA", "C:/Users/x/AppData/Roaming");
        assertThat(ConfigFolder.of("Windows 10", "C:/Users/x", windows::get).toString())
                .contains("Roaming")
                .endsWith("OpenOTS");
        assertThat(ConfigFolder.of("Linux", "/home/x", name -> null)).isEqualTo(Path.of("/home/x/.config/openots"));
        assertThat(ConfigFolder.of("Linux", "/home/x", Map.of("XDG_CONFIG_HOME", "/c")::get))
                .isEqualTo(Path.of("/c/openots"));
        assertThat(ConfigFolder.of("Mac OS X", "/Users/x", name -> null).toString())
                .contains("Application Support");
    }

    private PageOpener opener(String system, boolean starts, boolean desktop) {
        return new PageOpener(
                system,
                command -> {
                    started.add(command);
                    return starts;
                },
                page -> desktop);
    }

    @Test
    void theBrowserOfTheSystemIsStarted() {
        assertThat(opener("Windows 11", true, false).open(PAGE)).isTrue();
        assertThat(opener("Linux", true, false).open(PAGE)).isTrue();
        assertThat(opener("Linux", false, true).open(PAGE)).isTrue();
        assertThat(opener("Linux", false, false).open(PAGE)).isFalse();
        assertThat(started).extracting(command -> command.get(0)).startsWith("rundll32", "xdg-open");
        assertThat(started).allSatisfy(command -> assertThat(command).endsWith(PAGE.toString()));
    }

    @Test
    void withoutAGraphicsCardTheFlatPageIsOpenedAndItsAddressPrinted() {
        StringWriter err = new StringWriter();
        OtsException none = new OtsException(GlError.NO_DRIVER, "WGL");
        int code = new FlatWay(opener("Linux", true, false), new PrintWriter(err)).after(none, Optional.of(PAGE));
        assertThat(code).isEqualTo(3);
        assertThat(started).hasSize(1);
        assertThat(err.toString()).contains(none.errorCode().code(), PAGE.toString(), "已在浏览器中打开", "was opened");
        StringWriter other = new StringWriter();
        new FlatWay(opener("Linux", false, false), new PrintWriter(other)).after(none, Optional.of(PAGE));
        assertThat(other.toString()).contains("请在浏览器中打开", PAGE.toString());
        StringWriter alone = new StringWriter();
        new FlatWay(opener("Linux", true, false), new PrintWriter(alone)).after(none, Optional.empty());
        assertThat(alone.toString().lines()).as("no station, no page").hasSize(2);
    }
}
