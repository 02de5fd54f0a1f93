package org.openots.distillation.field3d.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The folder in which programs of this user keep their settings. */
final class ConfigFolder {
    private ConfigFolder() {}

    /** That of the computer this runs on. */
    static Path here() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System::getenv);
    }

    /**
     * That of a computer.
     *
     * @param system name of the operating system
     * @param home folder of the user
     * @param environment value of a variable, null if it is not set
     */
    static Path of(String system, String home, UnaryOperator<@Nullable String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("windows")) {
            return folder(environment.apply("APPDATA"), Path.of(home, "AppData", "Roaming"))
                    .resolve("OpenOTS");
        }
        if (name.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "OpenOTS");
        }
        return folder(environment.apply("XDG_CONFIG_HOME"), Path.of(home, ".config"))
                .resolve("openots");
    }

    private static Path folder(@Nullable String named, Path otherwise) {
        return named == null || named.isBlank() ? otherwise : Path.of(named);
    }
}
