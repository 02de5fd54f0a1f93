package org.openots.common.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.CommonError;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;
import org.openots.common.unit.Units;

/**
 * A place in a JSON file. Reading a value that is missing, of the wrong type or out of range is reported with the
 * place; when mistakes are collected, reading goes on with a stand-in (NaN, 0, empty text or list, first enum constant).
 * After reading, call {@link #finish} on the root: fields that nobody asked for are mistakes too.
 */
public final class JsonCursor {
    private final String file;
    private final String pointer;
    private JsonNode node;
    private boolean map;
    private final Findings findings;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, JsonCursor> children = new LinkedHashMap<>();

    JsonCursor(String file, String pointer, JsonNode node, Findings findings) {
        this.file = file;
        this.pointer = pointer;
        this.node = node;
        this.findings = findings;
    }

    /**
     * The file's name as shown to people.
     *
     * @return the name
     */
    public String file() {
        return file;
    }

    /**
     * Where in the file this is.
     *
     * @return the JSON pointer, empty at the root
     */
    public String pointer() {
        return pointer;
    }

    /**
     * Where this is, for messages.
     *
     * @return file and pointer
     */
    public Finding.Place place() {
        return new Finding.Place(file, pointer);
    }

    /**
     * Reports a mistake at this place.
     *
     * @param code what kind; placeholder 0 of its message is the place
     * @param arguments the values from placeholder 1 on
     */
    public void report(ErrorCode code, Object... arguments) {
        String value = node.isMissingNode() ? "" : Brief.of(node.toString());
        findings.report(new Finding(file, pointer, code, List.of(arguments), value));
    }

    /**
     * A required field of this object.
     *
     * @param field its name
     * @return a cursor on it; on nothing, silently, once its absence is reported
     */
    public JsonCursor at(String field) {
        JsonCursor found = child(field);
        if (found == null) {
            if (isObject()) {
                report(CommonError.JSON_MISSING_FIELD, field);
            }
            return new JsonCursor(file, pointer + "/" + JsonWords.escape(field), MissingNode.getInstance(), findings);
        }
        return found;
    }

    /**
     * An optional field of this object; null counts as absent.
     *
     * @param field its name
     * @return a cursor on it, or nothing
     */
    public Optional<JsonCursor> optional(String field) {
        JsonCursor found = child(field);
        if (found == null) {
            isObject();
        }
        return Optional.ofNullable(found);
    }

    /**
     * Whether this object has a field that is not null.
     *
     * @param field its name
     * @return true when it is there
     */
    public boolean has(String field) {
        return optional(field).isPresent();
    }

    /**
     * Where to report a mistake of a field.
     *
     * @param field its name
     * @return a cursor on the field, or this one when the field is missing
     */
    public JsonCursor nearest(String field) {
        return optional(field).orElse(this);
    }

    /**
     * All fields of this object, for objects that are maps from names to things.
     *
     * @return cursors by field name, in file order
     */
    public Map<String, JsonCursor> fields() {
        Map<String, JsonCursor> all = new LinkedHashMap<>();
        map = true;
        if (isObject()) {
            node.fieldNames().forEachRemaining(name -> all.put(name, at(name)));
        }
        return all;
    }

    /**
     * What the reader of this place knows: all fields it asked for, here and below, there or not. Keys of maps are not
     * fields.
     *
     * @return the names
     */
    public Set<String> knownFields() {
        Set<String> known = new TreeSet<>(map ? Set.of() : asked);
        children.values().forEach(child -> known.addAll(child.knownFields()));
        return known;
    }

    /**
     * The elements of this array.
     *
     * @return a cursor on each, in order
     */
    public List<JsonCursor> items() {
        List<JsonCursor> items = new ArrayList<>();
        if (expect(node.isArray(), "数组 [ ]", "an array [ ]")) {
            for (int i = 0; i < node.size(); i++) {
                String index = Integer.toString(i);
                items.add(children.computeIfAbsent(
                        index, k -> new JsonCursor(file, pointer + "/" + k, node.get(Integer.parseInt(k)), findings)));
            }
        }
        return items;
    }

    /**
     * Reads every element of this array.
     *
     * @param <T> what an element becomes
     * @param reader reads one element
     * @return the results, in order
     */
    public <T> List<T> list(Function<JsonCursor, T> reader) {
        List<T> results = new ArrayList<>();
        items().forEach(item -> results.add(reader.apply(item)));
        return List.copyOf(results);
    }

    /**
     * This value as a text that is not blank.
     *
     * @return the text
     */
    public String text() {
        if (!expect(node.isTextual(), "文字 \"…\"", "a text \"…\"")) {
            return "";
        }
        if (node.textValue().isBlank()) {
            report(CommonError.JSON_BLANK_TEXT);
        }
        return node.textValue();
    }

    /**
     * This value as a text in both languages, {@code {"zh": "…", "en": "…"}}.
     *
     * @return the text
     */
    public LocalText localText() {
        return new LocalText(at("zh").text(), at("en").text());
    }

    /**
     * This value as a finite number.
     *
     * @return the number, NaN after a reported mistake
     */
    public double number() {
        return expect(node.isNumber(), "数字", "a number") ? node.doubleValue() : Double.NaN;
    }

    /**
     * This value as a number in a closed range.
     *
     * @param lowest the smallest allowed value; NaN, as after an earlier mistake, allows any
     * @param highest the largest allowed value; NaN likewise
     * @return the number, NaN after a reported mistake
     */
    public double between(double lowest, double highest) {
        double value = number();
        String span = JsonWords.plain(lowest) + " … " + JsonWords.plain(highest);
        boolean outside = value < lowest || value > highest;
        return rule(value, !outside, "必须在 " + span + " 之间", "must be in " + span);
    }

    /**
     * This value as a number greater than zero.
     *
     * @return the number, NaN after a reported mistake
     */
    public double positive() {
        double value = number();
        return rule(value, value > 0, "必须大于 0", "must be positive");
    }

    /**
     * This value as a number of zero or more.
     *
     * @return the number, NaN after a reported mistake
     */
    public double notNegative() {
        double value = number();
        return rule(value, value >= 0, "不能小于 0", "must not be negative");
    }

    /**
     * This value as a number with its unit in one text, for example {@code "65 L"}.
     *
     * @param dimension the SI unit that is wanted, for example {@code m3}
     * @return the value in that SI unit, NaN after a reported mistake
     */
    public double quantity(String dimension) {
        String text = text();
        if (text.isBlank()) {
            return Double.NaN;
        }
        try {
            return Units.parse(text, dimension);
        } catch (OtsException e) {
            LocalText reason = new LocalText(e.messageIn(Locale.SIMPLIFIED_CHINESE), e.messageIn(Locale.ENGLISH));
            report(CommonError.JSON_QUANTITY, reason);
            return Double.NaN;
        }
    }

    /**
     * This value as a whole number in a closed range.
     *
     * @param lowest the smallest allowed value
     * @param highest the largest allowed value
     * @return the number, {@code lowest} after a reported mistake
     */
    public int integer(int lowest, int highest) {
        if (!expect(node.isIntegralNumber(), "整数", "a whole number")) {
            return lowest;
        }
        double value = node.doubleValue();
        boolean one = lowest == highest;
        String span = lowest + " … " + highest;
        double checked = rule(
                value,
                value >= lowest && value <= highest,
                one ? "必须是 " + lowest : "必须是 " + span + " 之间的整数",
                one ? "must be " + lowest : "must be a whole number in " + span);
        return Double.isNaN(checked) ? lowest : (int) checked;
    }

    /**
     * This value as a whole number of 64 bits.
     *
     * @return the number, 0 after a reported mistake
     */
    public long longInteger() {
        return expect(node.isIntegralNumber(), "整数", "a whole number") ? node.longValue() : 0;
    }

    /**
     * This value as true or false.
     *
     * @return the value, false after a reported mistake
     */
    public boolean bool() {
        return expect(node.isBoolean(), "true 或 false", "true or false") && node.booleanValue();
    }

    /**
     * This value as one constant of an enum, written in lower case with hyphens ({@code PER_EVENT} is
     * {@code "per-event"}).
     *
     * @param <E> the enum
     * @param type its class
     * @return the constant, the first one after a reported mistake
     */
    public <E extends Enum<E>> E oneOf(Class<E> type) {
        E[] constants = type.getEnumConstants();
        Map<String, E> byWord = new LinkedHashMap<>();
        for (E constant : constants) {
            byWord.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        if (!expect(node.isTextual(), "文字 \"…\"", "a text \"…\"")) {
            return constants[0];
        }
        E found = byWord.get(node.textValue());
        if (found == null) {
            report(CommonError.JSON_NOT_ALLOWED, node.textValue(), String.join(", ", byWord.keySet()));
            return constants[0];
        }
        return found;
    }

    /**
     * This value as the name of something that must exist.
     *
     * @param known all names that exist
     * @param kind what kind of thing is named, for the message
     * @return the name, also when it was reported as unknown
     */
    public String nameOf(Collection<String> known, LocalText kind) {
        String name = text();
        if (!name.isBlank() && !known.contains(name)) {
            Optional<String> near = Spelling.nearest(name, new TreeSet<>(known));
            near.ifPresentOrElse(
                    n -> report(CommonError.JSON_MISTYPED_NAME, name, kind, n),
                    () -> report(CommonError.JSON_UNKNOWN_NAME, name, kind));
        }
        return name;
    }

    /**
     * Checks the {@code format} and {@code formatVersion} fields every file of the suite starts with. What follows in a
     * file of another format or version means nothing here, so that after such a mistake, which is reported, this place
     * is empty and nothing more is reported about it.
     *
     * @param format the format needed here
     * @param versions the versions this program reads, for example {@code "1.0"}
     * @return the version of the file, empty after a reported mistake
     */
    public String requireFormat(String format, String... versions) {
        if (required("format", CommonError.JSON_WRONG_FORMAT, format)
                && required("formatVersion", CommonError.JSON_WRONG_VERSION, versions)) {
            return at("formatVersion").text();
        }
        node = MissingNode.getInstance();
        children.clear();
        return "";
    }

    private boolean required(String field, CommonError code, String... allowed) {
        JsonCursor place = at(field);
        String found = place.text();
        boolean right = List.of(allowed).contains(found);
        if (!right && !found.isBlank()) {
            place.report(code, found, String.join(", ", allowed));
        }
        return right;
    }

    /**
     * Whether there is a value here that was not already reported as missing.
     *
     * @return false for a stand-in
     */
    public boolean isPresent() {
        return !node.isMissingNode();
    }

    /**
     * Whether this is an array.
     *
     * @return true for an array
     */
    public boolean isArray() {
        return node.isArray();
    }

    /**
     * Whether this is an object.
     *
     * @return true for an object
     */
    public boolean isMap() {
        return node.isObject();
    }

    /**
     * Whether this is a text.
     *
     * @return true for a text
     */
    public boolean isText() {
        return node.isTextual();
    }

    /**
     * The value with everything below it, unchecked; nothing below is then reported as unknown.
     *
     * @return the Jackson node
     */
    public JsonNode raw() {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(asked::add);
        }
        children.clear();
        return node;
    }

    JsonNode peek() {
        return node;
    }

    /** Reports every field, here and below, that no reader asked for. */
    public void finish() {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(this::finishField);
        }
        children.values().forEach(JsonCursor::finish);
    }

    private void finishField(String field) {
        if (!asked.contains(field)) {
            Set<String> free = new TreeSet<>(asked);
            free.removeIf(node::has);
            Spelling.nearest(field, free)
                    .ifPresentOrElse(
                            near -> report(CommonError.JSON_MISTYPED_FIELD, field, near),
                            () -> report(CommonError.JSON_UNKNOWN_FIELD, field));
        }
    }

    private @Nullable JsonCursor child(String field) {
        asked.add(field);
        JsonNode value = node.get(field);
        if (!node.isObject() || value == null || value.isNull()) {
            return null;
        }
        return children.computeIfAbsent(
                field, f -> new JsonCursor(file, pointer + "/" + JsonWords.escape(f), value, findings));
    }

    private boolean isObject() {
        return expect(node.isObject(), "对象 { }", "an object { }");
    }

    private boolean expect(boolean right, String zh, String en) {
        if (!right && !node.isMissingNode()) {
            report(CommonError.JSON_WRONG_TYPE, JsonWords.kindOf(node), new LocalText(zh, en));
        }
        return right;
    }

    private double rule(double value, boolean holds, String zh, String en) {
        if (Double.isNaN(value)) {
            return value;
        }
        if (!holds) {
            report(CommonError.JSON_NUMBER_RANGE, value, new LocalText(zh, en));
            return Double.NaN;
        }
        return value;
    }
}
