package org.openots.simulator.flowsheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.text.LocalText;
import org.openots.simulator.column.Entrainment;
import org.openots.simulator.equipment.GasSource;
import org.openots.simulator.equipment.PipeCell;
import org.openots.simulator.equipment.RunningPump;
import org.openots.simulator.equipment.ValvePath;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.CaloricModel;
import org.openots.simulator.process.FeedState;
import org.openots.simulator.process.Follower;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.HoldupSpec;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.PhaseModel;
import org.openots.simulator.process.ProcessError;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.thermo.Component;
import org.openots.simulator.thermo.PropertyDatabase;
import org.openots.simulator.thermo.PropertyPackage;

/** A flowsheet while it is being read: what has been made so far, and how elements refer to each other. */
final class FlowsheetDraft {
    static final LocalText COMPONENT = new LocalText("组分", "component");
    private static final LocalText HOLDUP = new LocalText("持液单元", "holdup");
    private static final LocalText LINK = new LocalText("连接", "link");

    final PropertyPackage properties;
    final PropertyDatabase database;
    final ProcessInputs inputs;
    final Surroundings surroundings;
    final FlowsheetRules rules;
    final List<StateBlock> blocks = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<Follower> followers = new ArrayList<>();
    /** What a vapour line from a tray or slice of packing takes along, by holdup. */
    final Map<String, Supplier<Entrainment>> entrainments = new LinkedHashMap<>();

    /** Pumps by name, for their casings. */
    final Map<String, RunningPump> pumps = new LinkedHashMap<>();

    private final CaloricModel caloric;
    private final Map<String, Holdup> holdups = new LinkedHashMap<>();
    private final Map<String, Link> linkById = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final boolean componentsKnown;
    private boolean doubtful;

    FlowsheetDraft(Substances substances, PropertyDatabase database, ProcessInputs inputs, Surroundings surroundings) {
        this.properties = substances.properties();
        this.componentsKnown = substances.known();
        this.database = database;
        this.inputs = inputs;
        this.surroundings = surroundings;
        this.caloric = CaloricModel.of(this.properties);
        this.rules = new FlowsheetRules(holdups, this::doubts);
        links.add(surroundings);
    }

    /**
     * What flows through the plant.
     *
     * @param properties their properties
     * @param known false when these only stand in for substances that could not be read
     */
    record Substances(PropertyPackage properties, boolean known) {}

    /** An element that cannot be made because of a mistake that is reported already. */
    static final class Skipped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The id of a new element; holdups and links have one space of names, because variables are named after them. */
    String id(JsonCursor n) {
        return id(n.at("id"), NameForm.ELEMENT);
    }

    /** The id of what belongs to another element: it may have that element's name and a dot before its own. */
    String partId(JsonCursor n) {
        return id(n.at("id"), NameForm.PART);
    }

    private String id(JsonCursor place, NameForm form) {
        String id = form.read(place);
        if (!form.fits(id)) {
            doubt();
        } else if (!ids.add(id)) {
            place.report(CommonError.JSON_DUPLICATE_NAME, id);
            doubt();
        }
        return id;
    }

    /** Notes that an element could not be read or named, so that nobody knows all names of elements and variables. */
    void doubt() {
        doubtful = true;
    }

    /** A number of trays or slices, which are named by it; when it cannot be read, nobody knows their names. */
    int count(JsonCursor n, String field, int most) {
        JsonCursor place = n.at(field);
        int count = place.integer(1, most);
        if (!String.valueOf(count).equals(place.raw().asText())) {
            doubt();
        }
        return count;
    }

    boolean componentsKnown() {
        return componentsKnown;
    }

    /** Whether there may be elements and variables beside those that are known. */
    boolean doubts() {
        return doubtful;
    }

    /** Reads a name of something that must exist; while not all names are known, any may. */
    String name(JsonCursor place, Collection<String> known, LocalText kind) {
        return doubtful ? place.text() : place.nameOf(known, kind);
    }

    /** A new holdup of the flowsheet's property package. */
    Holdup add(HoldupSpec spec) {
        Holdup holdup = new Holdup(spec, PhaseModel.of(properties, caloric, spec), surroundings);
        holdups.put(spec.id(), holdup);
        blocks.add(holdup);
        return holdup;
    }

    /** A new cell of a line. */
    PipeCell addCell(PipeCell.Spec spec, String name) {
        PipeCell cell = new PipeCell(
                new PipeCell.Spec(name, spec.volume(), spec.residence(), spec.heatCapacity(), spec.heatLoss()),
                caloric,
                surroundings);
        blocks.add(cell);
        return cell;
    }

    void add(Link link) {
        links.add(link);
        linkById.put(link.id(), link);
    }

    /** An element that has states of its own besides being a link. */
    <T extends StateBlock & Link> void addBoth(T element) {
        blocks.add(element);
        links.add(element);
        linkById.put(((Link) element).id(), element);
    }

    /** What gas that leaves a holdup takes along, or null. */
    @Nullable
    Entrainment entrainmentOf(Holdup holdup) {
        Supplier<Entrainment> known = entrainments.get(holdup.id());
        return known == null ? null : known.get();
    }

    FeedState feedState() {
        return new FeedState(properties, caloric);
    }

    Iterable<Holdup> holdups() {
        return holdups.values();
    }

    /** The holdup that a field names. */
    Holdup holdup(JsonCursor n, String field) {
        String name = name(n.at(field), holdups.keySet(), HOLDUP);
        Holdup found = holdups.get(name);
        if (found == null) {
            // reported; any holdup serves for reading on
            found = holdups.values().stream().findFirst().orElseThrow(Skipped::new);
        }
        return found;
    }

    /** The link of a kind that a field names. */
    <T extends Link> T link(JsonCursor n, String field, Class<T> type) {
        return type.cast(find(n, field, type));
    }

    private Link find(JsonCursor n, String field, Class<?> type) {
        String name = name(n.at(field), linkById.keySet(), LINK);
        Link found = linkById.get(name);
        if (found == null) {
            throw new Skipped();
        }
        if (!type.isInstance(found)) {
            throw new OtsException(ProcessError.UNKNOWN_ELEMENT, n.at(field).place(), name);
        }
        return found;
    }

    /** The vent or leak that a field names. */
    GasSource source(JsonCursor n, String field) {
        return (GasSource) find(n, field, GasSource.class);
    }

    /** A factor between 0 and 1 that faults lower, nominally 1. */
    int factor(String name) {
        return inputs.declare(name, 1);
    }

    /** Valves and pipe of a line: {@code valves} with their areas, {@code pipeArea}, optionally {@code clear}. */
    ValvePath path(JsonCursor n, String field, String areaField) {
        JsonCursor clear = n.has("clear") ? n.at("clear") : null;
        int factor = clear == null ? ValvePath.ALWAYS_CLEAR : factor(NameForm.PART.read(clear));
        return new ValvePath(
                ValveReader.series(n.at(field), inputs), Quantities.read(n, areaField, Ranges.PIPE_AREA), factor);
    }

    ValvePath path(JsonCursor n) {
        return path(n, "valves", "pipeArea");
    }

    List<String> componentIds() {
        return properties.components().stream().map(Component::id).toList();
    }

    /** Index of the component that a field names. */
    int component(JsonCursor place) {
        List<String> known = componentIds();
        int index = known.indexOf(componentsKnown ? place.nameOf(known, COMPONENT) : place.text());
        if (index < 0) {
            throw new Skipped();
        }
        return index;
    }

    /** Mass fractions by component as inputs named after a stream; they must be whole. */
    int[] composition(JsonCursor n, String stream) {
        if (!componentsKnown) {
            n.fields().values().forEach(Bounds.FRACTION::read);
            return new int[componentIds().size()];
        }
        List<String> known = componentIds();
        n.fields().forEach((name, place) -> {
            if (!known.contains(name)) {
                place.report(CommonError.JSON_UNKNOWN_NAME, name, COMPONENT);
            }
        });
        FlowsheetRules.wholeComposition(n, known);
        return known.stream()
                .mapToInt(name -> inputs.declare(stream + "." + name, Quantities.read(n, name, Bounds.FRACTION)))
                .toArray();
    }
}
