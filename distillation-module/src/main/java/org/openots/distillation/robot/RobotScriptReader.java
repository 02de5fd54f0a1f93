package org.openots.distillation.robot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.expression.Expression;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.common.text.Localizable;

/**
 * Reads robot scripts and compiles their expressions. Parameters of the script are written {@code $name} in its
 * expressions; {@code $} is no letter of an expression, so nothing else can be meant.
 */
public final class RobotScriptReader {
    private static final LocalText STEP = new LocalText("步骤", "step");
    private static final LocalText PARAMETER = new LocalText("参数", "parameter");

    /** Time between two rounds of a watcher when the script names none, s. */
    private static final double WATCH = 5;

    private final SignalTable table;
    private final Map<String, Double> parameters = new TreeMap<>();
    private final List<String> stepIds = new ArrayList<>();

    private RobotScriptReader(SignalTable table) {
        this.table = table;
    }

    /**
     * Reads a script.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @param table the signals its expressions may name
     * @param overrides values for some of the script's parameters, by name
     * @param findings where mistakes go
     * @return the script; not to be used when mistakes were collected
     */
    public static RobotScript read(
            String file, byte[] json, SignalTable table, Map<String, Double> overrides, Findings findings) {
        return new RobotScriptReader(table).script(StrictJson.parse(file, json, findings), overrides);
    }

    private RobotScript script(JsonCursor root, Map<String, Double> overrides) {
        if (root.isMap()) {
            root.requireFormat("robot-script", "1.0");
        }
        root.optional("plant").ifPresent(JsonCursor::text);
        root.optional("parameters").ifPresent(all -> all.fields().forEach(this::parameter));
        overrides.forEach((name, value) -> {
            if (parameters.replace(name, value) == null) {
                root.report(CommonError.JSON_UNKNOWN_NAME, name, PARAMETER);
            }
        });
        List<JsonCursor> steps = root.at("steps").items();
        for (JsonCursor step : steps) {
            String id = step.at("id").text();
            if (stepIds.contains(id)) {
                step.at("id").report(CommonError.JSON_DUPLICATE_NAME, id);
            }
            stepIds.add(id);
        }
        RobotScript script = new RobotScript(
                root.at("id").text(),
                root.at("title").localText(),
                steps.stream().map(this::step).toList(),
                root.optional("watchers").map(w -> w.list(this::watcher)).orElse(List.of()));
        root.finish();
        return script;
    }

    private void parameter(String name, JsonCursor parameter) {
        parameter.at("unit").text();
        parameter.optional("text").ifPresent(JsonCursor::localText);
        parameters.put(name, parameter.at("value").number());
    }

    private RobotScript.Step step(JsonCursor step) {
        String id = step.at("id").text();
        return new RobotScript.Step(
                id,
                step.optional("text").map(JsonCursor::localText).orElse(new LocalText(id, id)),
                conditionOr(step, "when", "true"),
                actions(step),
                step.optional("ramp").map(this::ramp),
                step.optional("loop").map(this::loop),
                conditionOr(step, "until", "true"),
                step.optional("timeoutS").map(JsonCursor::positive).orElse(Double.POSITIVE_INFINITY),
                step.optional("onTimeout")
                        .map(o -> o.oneOf(RobotScript.OnTimeout.class))
                        .orElse(RobotScript.OnTimeout.FAIL),
                step.optional("then").map(this::reference));
    }

    private RobotScript.Watcher watcher(JsonCursor watcher) {
        watcher.optional("text").ifPresent(JsonCursor::localText);
        return new RobotScript.Watcher(
                watcher.at("id").text(),
                watcher.optional("from").map(this::reference),
                watcher.optional("to").map(this::reference),
                condition(watcher.at("when")),
                watcher.optional("everyS").map(JsonCursor::positive).orElse(WATCH),
                actions(watcher));
    }

    private RobotScript.Ramp ramp(JsonCursor ramp) {
        return new RobotScript.Ramp(
                ramp.at("target").text(),
                ramp.at("verb").text(),
                quantity(ramp.at("from")),
                quantity(ramp.at("to")),
                positive(ramp.at("ratePerS")),
                positive(ramp.at("everyS")),
                conditionOr(ramp, "hold", "false"));
    }

    private RobotScript.Loop loop(JsonCursor loop) {
        return new RobotScript.Loop(condition(loop.at("while")), positive(loop.at("everyS")), actions(loop));
    }

    private List<RobotScript.Action> actions(JsonCursor owner) {
        return owner.optional("do").map(list -> list.list(this::action)).orElse(List.of());
    }

    private RobotScript.Action action(JsonCursor action) {
        Map<String, Expression> written = new LinkedHashMap<>();
        action.optional("record")
                .ifPresent(all -> all.fields().forEach((name, field) -> written.put(name, quantity(field))));
        return new RobotScript.Action(
                action.at("target").text(),
                action.at("verb").text(),
                action.optional("value").map(this::quantity),
                action.optional("text").map(JsonCursor::text).orElse(""),
                written);
    }

    private String reference(JsonCursor cursor) {
        return cursor.nameOf(stepIds, STEP);
    }

    private double positive(JsonCursor cursor) {
        return cursor.isText() ? quantity(cursor).begin().value(NoSignals.VIEW) : cursor.positive();
    }

    private Expression conditionOr(JsonCursor owner, String field, String standard) {
        return owner.optional(field).map(this::condition).orElseGet(() -> Expression.condition(standard, table));
    }

    private Expression condition(JsonCursor cursor) {
        try {
            return Expression.condition(filled(cursor, cursor.text()), table);
        } catch (OtsException e) {
            Localizable message = e::messageIn;
            cursor.report(CommonError.EXPRESSION_IN_FILE, message);
            return Expression.condition("false", table);
        }
    }

    private Expression quantity(JsonCursor cursor) {
        String text = cursor.isText() ? filled(cursor, cursor.text()) : Double.toString(cursor.number());
        try {
            return Expression.quantity(text, table);
        } catch (OtsException e) {
            Localizable message = e::messageIn;
            cursor.report(CommonError.EXPRESSION_IN_FILE, message);
            return Expression.quantity("0", table);
        }
    }

    /** Puts the values of parameters in place of their names. */
    private String filled(JsonCursor cursor, String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            at++;
            if (c != '$') {
                out.append(c);
                continue;
            }
            int end = at;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            String name = text.substring(at, end);
            Optional<Double> value = Optional.ofNullable(parameters.get(name));
            if (value.isEmpty()) {
                cursor.report(CommonError.JSON_UNKNOWN_NAME, name, PARAMETER);
            }
            out.append('(').append(value.orElse(0.0)).append(')');
            at = end;
        }
        return out.toString();
    }
}
