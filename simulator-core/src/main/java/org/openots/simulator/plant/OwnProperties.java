package org.openots.simulator.plant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.json.StrictJson;
import org.openots.simulator.thermo.PropertyDatabase;

/** The property files that a pack brings along. */
final class OwnProperties {
    private OwnProperties() {}

    /** Property files that a pack may bring along, by what its flowsheet names. */
    static List<String> named(JsonCursor flowsheet, PackSource source) {
        JsonNode properties = flowsheet.raw().path("properties");
        List<String> names = new ArrayList<>(List.of("sources", "nrtl"));
        // these came later: where there are none, the fingerprint is what it was
        Stream.of("ideal", "peng-robinson")
                .filter(name -> source.read(PropertyDatabase.OWN_FOLDER + name + ".json")
                        .isPresent())
                .forEach(names::add);
        properties.path("components").forEach(component -> names.add(component.asText()));
        names.add(properties.path("inert").asText());
        return names.stream()
                .map(name -> PropertyDatabase.OWN_FOLDER + name + ".json")
                .toList();
    }

    /** Property files count even when the flowsheet does not name them: somebody means to use them. */
    static void unused(PackSource source, PropertyDatabase database, Findings findings) {
        for (String name : source.list(PropertyDatabase.OWN_FOLDER)) {
            if (name.endsWith(".json")) {
                database.check(name, findings);
                sameSubstance(source, name, findings);
            }
        }
    }

    /** The program finds a substance by the name of its file and then calls it by its id. */
    private static void sameSubstance(PackSource source, String name, Findings findings) {
        String file = PropertyDatabase.OWN_FOLDER + name;
        String named = name.substring(0, name.length() - ".json".length());
        JsonNode id = source.read(file)
                .map(bytes ->
                        StrictJson.parse(file, bytes, Findings.collecting()).raw())
                .map(root -> root.path("id"))
                .orElse(MissingNode.getInstance());
        if (id.isTextual() && NameForm.FILE.fits(id.asText()) && !id.asText().equals(named)) {
            findings.report(
                    new Finding(source.display(file), "/id", PlantError.OTHER_SUBSTANCE, List.of(id.asText(), named)));
        }
    }

    /** The shipped figures with those of a pack; nothing if its own cannot be read. */
    static Optional<PropertyDatabase> database(PackSource source, Findings findings) {
        Function<String, Optional<byte[]>> own = name -> source.read(PropertyDatabase.OWN_FOLDER + name);
        UnaryOperator<String> shown = name -> source.display(PropertyDatabase.OWN_FOLDER + name);
        try {
            return Optional.of(new PropertyDatabase(own, shown));
        } catch (OtsException refusal) {
            findings.report(refusal, new Finding.Place(source.display(PropertyDatabase.OWN_FOLDER), ""));
            PropertyDatabase.checkSources(own, shown, findings);
            return Optional.empty();
        }
    }
}
