package org.openots.simulator.plot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.text.LocalText;

/** Reads {@code plot.json}: checks its form and the names within it, and notes which names of the pack it uses where. */
public final class PlotReader {
    /** Format of the file. */
    public static final String FORMAT = "openots-plot-plan";

    private static final LocalText LENGTH_UNIT = new LocalText("长度单位", "unit of length");
    private static final LocalText ANGLE_UNIT = new LocalText("角度单位", "unit of angles");
    private static final LocalText EQUIPMENT = new LocalText("设备", "piece of equipment");
    private static final LocalText NOZZLE = new LocalText("管口（设备.管口）", "nozzle (equipment.nozzle)");
    private static final LocalText LINE = new LocalText("管线", "line");
    private static final List<Way> SIDES = List.of(Way.NORTH, Way.EAST, Way.SOUTH, Way.WEST);

    private final List<PlotUse> uses = new ArrayList<>();
    private final Set<String> placed = new HashSet<>();
    private final Set<String> nozzles = new TreeSet<>();
    private final Set<String> lineIds = new TreeSet<>();
    private final List<Reference> references = new ArrayList<>();

    private PlotReader() {}

    /** A use of a name that the file gives elsewhere, and where those names stand. */
    private record Reference(JsonCursor at, Collection<String> known, LocalText kind, String givenIn) {}

    /**
     * What the file says.
     *
     * @param plan the plan; with stand-ins where a mistake was reported
     * @param uses names of the pack that it uses, each with its place
     */
    public record Plot(PlotPlan plan, List<PlotUse> uses) {
        /** Copies the list. */
        public Plot {
            uses = List.copyOf(uses);
        }
    }

    /**
     * Reads the file.
     *
     * @param file its root; mistakes are reported there
     * @param sound whether nothing but numbers is wrong at a pointer of the file and below: while a name cannot be read, uses of
     *     names of its kind are not looked at
     * @return what it says; not to be built on when any mistake was reported
     */
    public static Plot read(JsonCursor file, Predicate<String> sound) {
        PlotReader reader = new PlotReader();
        Plot plot = reader.root(file);
        Map<String, Boolean> told = new HashMap<>();
        reader.references.forEach(r -> told.computeIfAbsent(r.givenIn(), sound::test));
        for (Reference reference : reader.references) {
            if (told.getOrDefault(reference.givenIn(), false)) {
                reference.at().nameOf(reference.known(), reference.kind());
            }
        }
        return plot;
    }

    /** A name that the file gives elsewhere; held against those names when all of them are read. */
    private String reference(JsonCursor c, Collection<String> known, LocalText kind, String givenIn) {
        String name = c.text();
        if (!name.isBlank()) {
            references.add(new Reference(c, known, kind, givenIn));
        }
        return name;
    }

    private Plot root(JsonCursor file) {
        file.requireFormat(FORMAT, "1.1", "1.0");
        String plant = NameForm.FILE.read(file.at("plant"));
        file.at("lengthUnit").nameOf(List.of("m"), LENGTH_UNIT);
        file.at("angleUnit").nameOf(List.of("deg"), ANGLE_UNIT);
        Ground ground = ground(file.at("ground"));
        List<Equipment> equipment = equipment(file.at("equipment"));
        List<String> ids = equipment.stream().map(Equipment::id).toList();
        List<Structure> structures =
                StructureReader.read(file.at("structures"), around -> reference(around, ids, EQUIPMENT, "/equipment"));
        List<Line> lines = lines(file.at("lines"));
        List<Fixture> fixtures = new ArrayList<>();
        Set<String> names = new HashSet<>();
        fixtures.addAll(fixtures(file, "instruments", Fixture.Group.INSTRUMENTS, names));
        fixtures.addAll(fixtures(file, "devices", Fixture.Group.DEVICES, names));
        fixtures.addAll(fixtures(file, "fieldPoints", Fixture.Group.FIELD_POINTS, names));
        fixtures.addAll(fixtures(file, "safety", Fixture.Group.SAFETY, names));
        Set<String> leaks = Forms.brothers();
        Set<String> views = Forms.brothers();
        PlotPlan plan = new PlotPlan(
                plant,
                ground,
                equipment,
                structures,
                lines,
                fixtures,
                Forms.list(file, "leaks", c -> leak(c, leaks)),
                views(file.at("views"), views));
        file.finish();
        return new Plot(plan, uses);
    }

    private Ground ground(JsonCursor c) {
        return new Ground(
                c.at("kind").oneOf(Ground.Kind.class),
                Forms.area(c.at("area")),
                c.at("surface").oneOf(Ground.Surface.class),
                Forms.sizeOrNone(c, "height"),
                Forms.sizeOrNone(c, "ridge"),
                Forms.list(c, "openings", PlotReader::opening),
                gates(c.at("gates")),
                Forms.list(c, "surroundings", PlotReader::neighbour));
    }

    private static Ground.Opening opening(JsonCursor c) {
        return new Ground.Opening(
                c.at("kind").oneOf(Ground.Opening.Filling.class),
                Forms.among(c.at("side"), Way.class, SIDES),
                Forms.level(c.at("from")),
                Forms.size(c.at("width")),
                Forms.elevation(c.at("sill")),
                Forms.size(c.at("height")));
    }

    private static List<Ground.Gate> gates(JsonCursor c) {
        Set<String> names = Forms.brothers();
        List<Ground.Gate> gates = c.list(g -> new Ground.Gate(
                Forms.id(g.at("id"), names),
                g.at("text").localText(),
                Forms.point(g.at("at")),
                Forms.heading(g.at("heading")),
                Forms.size(g.at("width"))));
        atLeastOne(c, gates);
        return gates;
    }

    private static void atLeastOne(JsonCursor c, List<?> read) {
        if (c.isArray() && read.isEmpty()) {
            c.report(CommonError.JSON_TOO_FEW, 0, 1);
        }
    }

    private static Ground.Neighbour neighbour(JsonCursor c) {
        return new Ground.Neighbour(
                c.at("kind").oneOf(Ground.Neighbour.Look.class),
                Forms.area(c.at("area")),
                Forms.sizeOrNone(c, "height"));
    }

    private List<Equipment> equipment(JsonCursor c) {
        Set<String> taken = new HashSet<>();
        List<Equipment> equipment = new ArrayList<>();
        for (JsonCursor item : c.items()) {
            Equipment read = EquipmentReader.read(item, taken);
            equipment.add(read);
            note(new PlotUse(PlotUse.Role.EQUIPMENT, read.id(), item.at("id").place()));
            read.nozzles().forEach(n -> nozzles.add(read.id() + "." + n.id()));
        }
        return equipment;
    }

    private List<Line> lines(JsonCursor c) {
        Set<String> taken = new HashSet<>();
        List<String> ids = c.list(item -> Forms.id(item.at("id"), taken));
        lineIds.addAll(ids);
        List<Line> lines = new ArrayList<>();
        List<JsonCursor> items = c.items();
        for (int i = 0; i < ids.size(); i++) {
            lines.add(line(items.get(i), ids.get(i)));
        }
        return lines;
    }

    private Line line(JsonCursor c, String id) {
        return new Line(
                id,
                c.at("service").oneOf(Service.class),
                c.at("medium").localText(),
                EquipmentReader.dn(c),
                EquipmentReader.insulation(c),
                end(c.at("from")),
                end(c.at("to")),
                Forms.list(c, "via", PlotReader::move),
                Forms.list(c, "inline", this::inline));
    }

    /** On a nozzle, on another line, or at the border; which one the fields tell. */
    private Line.End end(JsonCursor c) {
        if (c.has("nozzle")) {
            String name = reference(c.at("nozzle"), nozzles, NOZZLE, "/equipment");
            int dot = name.lastIndexOf('.');
            return new Line.End.OnNozzle(name.substring(0, Math.max(0, dot)), name.substring(dot + 1));
        }
        if (c.has("line")) {
            return new Line.End.Tee(reference(c.at("line"), lineIds, LINE, "/lines"), Forms.point(c.at("near")));
        }
        return new Line.End.Border(
                c.at("text").localText(),
                Forms.point(c.at("at")),
                c.at("outwards").oneOf(Way.class),
                c.at("mouth").oneOf(Line.Mouth.class));
    }

    private static Line.Move move(JsonCursor c) {
        Line.Move move = new Line.Move(
                Forms.some(c, "east", Forms::level),
                Forms.some(c, "north", Forms::level),
                Forms.some(c, "up", Forms::elevation));
        if (c.isMap()
                && move.east().isEmpty()
                && move.north().isEmpty()
                && move.up().isEmpty()) {
            c.at("up"); // reports that a move needs a coordinate
        }
        return move;
    }

    private Inline inline(JsonCursor c) {
        Inline inline = new Inline(
                Forms.some(c, "tag", NameForm.SIGNAL::read),
                c.at("kind").oneOf(Inline.Kind.class),
                Forms.point(c.at("near")),
                c.at("spindle").oneOf(Way.class));
        boolean read = Forms.reads(c.at("kind"), List.of(Inline.Kind.values()));
        inline.tag().filter(tag -> read).ifPresent(tag -> {
            PlotUse.Role role = switch (inline.kind()) {
                case FLOW_ELEMENT, ROTAMETER, SIGHT_GLASS -> PlotUse.Role.SIGNAL;
                case RELIEF_VALVE -> PlotUse.Role.EQUIPMENT; // nothing operates it
                default -> PlotUse.Role.VALVE;
            };
            note(new PlotUse(role, tag, inline.kind(), c.at("tag").place()), c.at("tag"));
        });
        return inline;
    }

    private List<Fixture> fixtures(JsonCursor file, String field, Fixture.Group group, Set<String> names) {
        List<Fixture.Kind> kinds = List.of(Fixture.Kind.values()).stream()
                .filter(kind -> kind.group() == group)
                .toList();
        return Forms.list(file, field, c -> fixture(c, kinds, names));
    }

    private Fixture fixture(JsonCursor c, List<Fixture.Kind> kinds, Set<String> names) {
        Optional<String> tag = Forms.some(c, "tag", NameForm.SIGNAL::read);
        Fixture.Kind kind = Forms.among(c.at("kind"), Fixture.Kind.class, kinds);
        boolean read = Forms.reads(c.at("kind"), kinds);
        tag.filter(t -> read)
                .ifPresent(t -> note(new PlotUse(role(kind), t, c.at("tag").place()), c.at("tag")));
        String id = tag.isPresent() && !c.has("id") ? tag.get() : Forms.id(c.at("id"), names);
        Optional<String> looksAt =
                kind == Fixture.Kind.WINDOW || !read ? Forms.some(c, "looksAt", NameForm.PART::read) : Optional.empty();
        looksAt.filter(element -> read)
                .ifPresent(element -> note(
                        new PlotUse(PlotUse.Role.VIEW, element, c.at("looksAt").place())));
        return new Fixture(
                id,
                tag,
                kind,
                Forms.some(c, "text", JsonCursor::localText),
                Forms.point(c.at("at")),
                Forms.heading(c.at("heading")),
                c.at("mount").oneOf(Fixture.Mount.class),
                Forms.some(c, "tap", Forms::point),
                Forms.sizeOrNone(c, "height"),
                looksAt);
    }

    private static PlotUse.Role role(Fixture.Kind kind) {
        return switch (kind.group()) {
            case FIELD_POINTS -> PlotUse.Role.TASK;
            case DEVICES -> kind == Fixture.Kind.LOCAL_PANEL ? PlotUse.Role.PANEL : PlotUse.Role.SWITCH;
            default -> PlotUse.Role.SIGNAL;
        };
    }

    /** Notes a use that has but one place; buttons stand beside the machine of the same name. */
    private void note(PlotUse use, JsonCursor c) {
        String key = (use.role() == PlotUse.Role.PANEL ? "panel " : "") + use.name();
        if (!use.name().isBlank() && !placed.add(key)) {
            c.report(CommonError.JSON_DUPLICATE_NAME, use.name());
        }
        note(use);
    }

    private void note(PlotUse use) {
        if (!use.name().isBlank()) {
            uses.add(use);
        }
    }

    private Leak leak(JsonCursor c, Set<String> names) {
        Leak leak = new Leak(
                Forms.id(c.at("id"), names),
                c.at("text").localText(),
                Forms.point(c.at("at")),
                c.at("jet").oneOf(Way.class),
                Forms.some(c, "element", NameForm.PART::read),
                Forms.list(c, "faults", NameForm.FAULT::read),
                Forms.list(c, "burns", NameForm.FAULT::read));
        c.optional("element")
                .ifPresent(e ->
                        note(new PlotUse(PlotUse.Role.ELEMENT, leak.element().orElse(""), e.place())));
        c.optional("faults").ifPresent(this::faults);
        c.optional("burns").ifPresent(this::faults);
        return leak;
    }

    private void faults(JsonCursor list) {
        for (JsonCursor fault : list.items()) {
            note(new PlotUse(PlotUse.Role.FAULT, fault.text(), fault.place()));
        }
    }

    private static List<Stand> views(JsonCursor c, Set<String> names) {
        List<Stand> views = c.list(v -> new Stand(
                Forms.id(v.at("id"), names),
                v.at("text").localText(),
                v.at("use").oneOf(Stand.Use.class),
                Forms.point(v.at("eye")),
                Forms.point(v.at("target"))));
        atLeastOne(c, views);
        return views;
    }
}
