package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.error.OtsException;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.strategy.StrategyDesk;
import org.openots.simulator.fault.InstrumentOverrides;
import org.openots.simulator.instrument.TransmitterDefinition;
import org.openots.simulator.operation.ImpairmentKind;

/** Plants, tasks, faults for instructors, and the texts of the screens. */
final class CatalogRoutes {
    private static final Set<Role> PLANT_READERS = EnumSet.complementOf(EnumSet.of(Role.ADMIN));
    private static final List<String> LANGUAGES = List.of("zh-CN", "en");
    private static final String JSON = ".json";
    /** Ends of the names of a language's files: the pages in general, then those of one part of the station each. */
    private static final List<String> PARTS = List.of(
            "",
            "-score",
            "-hazop",
            "-review",
            "-tasks",
            "-play",
            "-report",
            "-rig",
            "-twin",
            "-map",
            "-field3d",
            "-statistics",
            "-control",
            "-strategy",
            "-debrief",
            "-fault-task",
            "-people",
            "-health",
            "-scenario",
            "-exam",
            "-skill");

    private final PlantLibrary library;
    private final StrategyDesk strategies;
    private final String texts;

    CatalogRoutes(PlantLibrary library, StrategyDesk strategies, String texts) {
        this.library = library;
        this.strategies = strategies;
        this.texts = texts;
    }

    void register(RouteTable table) {
        table.add("GET", "/api/plants/{id}", PLANT_READERS, this::plant);
        table.add(
                "GET",
                "/api/plants/{id}/faults",
                Set.of(Role.INSTRUCTOR),
                ctx -> Json.answer(ctx, library.faults(ctx.pathParam("id"))));
        table.add("GET", "/api/plants/{id}/instruments", Set.of(Role.INSTRUCTOR), this::instruments);
        table.add("GET", "/api/tasks", PLANT_READERS, this::tasks);
        table.open("GET", "/i18n/{file}", this::texts);
    }

    /** The instruments an instructor can make read wrong, and how; ordered like faults, by {@code @TAG.kind=value}. */
    private void instruments(Context ctx) {
        String plant = ctx.pathParam("id");
        library.plant(plant);
        ArrayNode list = Json.array();
        library.pack(plant)
                .ifPresent(pack -> pack.automation()
                        .instruments()
                        .transmitters()
                        .forEach(instrument -> list.add(instrument(instrument))));
        Json.answer(ctx, list);
    }

    private static ObjectNode instrument(TransmitterDefinition instrument) {
        ObjectNode node = Json.object().put("tag", instrument.tag());
        node.set("text", Json.text(instrument.text()));
        node.put("unit", instrument.range().unit().symbol());
        ArrayNode kinds = node.putArray("kinds");
        for (ImpairmentKind kind : InstrumentOverrides.kinds(instrument)) {
            kinds.addObject()
                    .put("kind", kind.name())
                    .put("unit", kind.unit())
                    .put("low", kind.low())
                    .put("high", kind.high());
        }
        return node;
    }

    private void plant(Context ctx) {
        String id = ctx.pathParam("id");
        boolean everything = Audience.of(Gatekeeper.person(ctx).role()) == Audience.INSTRUCTOR;
        Json.answer(ctx, everything ? library.wholePlant(id) : library.plant(id));
    }

    private void tasks(Context ctx) {
        ArrayNode list = Json.array();
        Person person = Gatekeeper.person(ctx);
        Optional<Set<String>> offered =
                person.role() == Role.STUDENT ? strategies.offered(person.classId()) : Optional.empty();
        library.tasks().stream()
                .filter(task -> offered.isEmpty() || offered.get().contains(task.id()))
                .forEach(task -> list.add(task(task)));
        Json.answer(ctx, list);
    }

    private static ObjectNode task(Task task) {
        ObjectNode node = Json.object().put("id", task.id()).put("plant", task.plant());
        node.set("title", Json.text(task.title()));
        return node.put("level", task.level())
                .put("ic", task.initialCondition())
                .put("timeLimitS", task.timeLimitSeconds())
                .put("mode", task.mode());
    }

    private void texts(Context ctx) {
        String file = ctx.pathParam("file");
        String language = file.endsWith(JSON) ? file.substring(0, file.length() - JSON.length()) : "";
        if (!LANGUAGES.contains(language)) {
            throw new OtsException(StationError.NOT_FOUND, ctx.path());
        }
        ctx.header("Cache-Control", "no-cache");
        Json.answer(ctx, read(language, ctx));
    }

    private ObjectNode read(String language, Context ctx) {
        Properties properties = new Properties();
        for (String part : PARTS) {
            load(texts + "/" + language + part + ".properties", properties);
        }
        if (properties.isEmpty()) {
            throw new OtsException(StationError.NOT_FOUND, ctx.path());
        }
        ObjectNode node = Json.object();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            node.put(key, properties.getProperty(key));
        }
        return node;
    }

    /** Adds the texts of a file; a part that is not there has none. */
    private static void load(String resource, Properties properties) {
        try (InputStream in = CatalogRoutes.class.getClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("class path resource " + resource, e);
        }
    }
}
