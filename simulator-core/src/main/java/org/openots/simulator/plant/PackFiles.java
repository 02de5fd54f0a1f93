package org.openots.simulator.plant;

import java.util.List;
import java.util.Optional;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;

/** Opens the files of a pack; a file that is not there is a mistake like any other. */
final class PackFiles {
    private final PackSource source;
    private final Findings findings;

    PackFiles(PackSource source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /** The root of a file; nothing if the file is missing or is no JSON, which is then reported. */
    Optional<JsonCursor> open(String name) {
        String shown = source.display(name);
        Optional<byte[]> bytes = source.read(name);
        if (bytes.isEmpty()) {
            findings.report(new Finding(shown, "", PlantError.MISSING_FILE, List.of(shown)));
            return Optional.empty();
        }
        return Optional.of(StrictJson.parse(shown, bytes.get(), findings)).filter(JsonCursor::isPresent);
    }

    /** The root of a file that may be missing; nothing if it is or if it is no JSON, which is then reported. */
    Optional<JsonCursor> openIfThere(String name) {
        return source.read(name).isPresent() ? open(name) : Optional.empty();
    }

    /** Checks that a file belongs to its pack; not when plant.json could not tell the plant. */
    static void samePlant(JsonCursor file, String plant) {
        String named = file.at("plant").text();
        if (!plant.isBlank() && !named.isBlank() && !named.equals(plant)) {
            file.at("plant").report(PlantError.OTHER_PLANT, named, plant);
        }
    }
}
