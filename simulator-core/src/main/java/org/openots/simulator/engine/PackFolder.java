package org.openots.simulator.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.Finding;
import org.openots.common.json.NameForm;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantError;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.thermo.PropertyDatabase;

/**
 * Finds files of a pack's folder that nothing reads: every other JSON file, and every file with a name like one that is
 * read ({@code control.json.bak}). What else lies there, such as a README, is nobody's mistake.
 */
final class PackFolder {
    private static final String JSON = ".json";
    private static final String CONDITIONS = "ic/";

    private final PackSource source;
    private final Set<String> present;
    private final Set<String> read = new TreeSet<>(PlantPack.FILES);
    private final boolean conditionsKnown;
    private final boolean substancesKnown;

    /**
     * A folder.
     *
     * @param source its files
     * @param conditions ids of the initial conditions, null when they are not known
     * @param substances ids of the components and the inert gas, null when they are not known
     */
    PackFolder(PackSource source, @Nullable List<String> conditions, @Nullable List<String> substances) {
        this.source = source;
        this.present = new HashSet<>(source.allFiles());
        read.add(PlantPack.PLOT);
        this.conditionsKnown = conditions != null;
        this.substancesKnown = substances != null;
        if (conditions != null) {
            conditions.forEach(id -> read.add(PlantPack.conditionFile(id)));
        }
        PropertyDatabase.COMMON_FILES.forEach(name -> read.add(PropertyDatabase.OWN_FOLDER + name));
        if (substances != null) {
            substances.forEach(id -> read.add(PropertyDatabase.OWN_FOLDER + id + JSON));
        }
    }

    /** The files that nothing reads. */
    List<Finding> unread() {
        List<Finding> found = new ArrayList<>();
        for (String file : new TreeSet<>(present)) {
            boolean unsure = (file.startsWith(CONDITIONS) && !conditionsKnown)
                    || (file.startsWith(PropertyDatabase.OWN_FOLDER) && !substancesKnown);
            boolean hidden = file.startsWith(".") || file.contains("/.");
            if (!read.contains(file) && !unsure && !hidden) {
                hint(file)
                        .ifPresent(hint -> found.add(
                                new Finding(source.display(file), "", PlantError.UNREAD_FILE, List.of(hint))));
            }
        }
        return found;
    }

    /** What to do about a file that nothing reads; nothing when it can stay. */
    private Optional<LocalText> hint(String file) {
        Optional<String> missing = near(file, name -> !present.contains(name));
        if (missing.isPresent()) {
            return Optional.of(new LocalText(
                    "可能想写的文件名是“" + missing.get() + "”，请改文件名",
                    "Maybe \"" + missing.get() + "\" was meant; rename the file"));
        }
        boolean json = file.toLowerCase(Locale.ROOT).endsWith(JSON);
        String id = file.substring(file.lastIndexOf('/') + 1).replace(JSON, "");
        if (json && file.equals(PlantPack.conditionFile(id)) && NameForm.FILE.fits(id)) {
            return Optional.of(new LocalText(
                    "请在 plant.json 的 initialConditions 中加入“" + id + "”，或把文件移出装置包",
                    "Add \"" + id + "\" to initialConditions in plant.json, or move the file out of the pack"));
        }
        if (json && file.startsWith(PropertyDatabase.OWN_FOLDER)) {
            return Optional.of(new LocalText(
                    "flowsheet.json 没有用到物质“" + id + "”；请核对文件名，或把文件移出装置包",
                    "No substance in flowsheet.json is named \"" + id
                            + "\"; check the name of the file, or move it out of the pack"));
        }
        Optional<String> copied = near(file, present::contains);
        if (copied.isPresent()) {
            return Optional.of(new LocalText(
                    "它像是“" + copied.get() + "”的副本；请改名，或移出装置包",
                    "It looks like a copy of \"" + copied.get() + "\"; rename it, or move it out of the pack"));
        }
        return json ? Optional.of(new LocalText("请移出装置包", "Move it out of the pack")) : Optional.empty();
    }

    /** The file that is read and has a name like this one, with the letters of either and whatever folder. */
    private Optional<String> near(String file, Predicate<String> among) {
        List<String> candidates = read.stream().filter(among).toList();
        List<String> neighbours = candidates.stream()
                .filter(name -> folder(name).equals(folder(file)))
                .map(PackFolder::name)
                .toList();
        return Spelling.nearest(name(file), neighbours)
                .map(near -> folder(file) + near)
                .or(() -> Spelling.nearest(file, candidates)
                        .filter(near -> !folder(near).equals(folder(file))))
                .or(() -> candidates.stream()
                        .filter(name -> name(file).equalsIgnoreCase(name(name)))
                        .findFirst());
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
