package org.openots.distillation.field3d.app;

import java.util.Set;
import java.util.stream.Collectors;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.expression.Expression;
import org.openots.common.json.JsonCursor;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.common.text.Localizable;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.ui.FieldFacts;

/** Reads the script of a robot in the field; names of items, views and equipment must be those of its plant. */
final class FieldScriptReader {
    static final String FORMAT = "openots-field-script";
    static final String VERSION = "1.0";

    private static final LocalText ITEM = new LocalText("现场物件", "item of the field");
    private static final LocalText VIEW = new LocalText("地点", "view");
    private static final LocalText GEAR = new LocalText("防护用品", "protective equipment");

    private static final LocalText DIGITS = new LocalText("只能是数字、小数点和负号", "only digits, point and minus");
    private static final LocalText FILE_NAME = new LocalText("只能是字母、数字和连字符", "only letters, digits and hyphens");

    /** Longest wait for a condition when the script names none, s. */
    private static final double PATIENCE = 60;

    /** Longest wait for a laboratory when the script names none, s. */
    private static final double LABORATORY = 300;

    private static final double LONGEST = 36_000;

    /** More results of one sample point are in no exercise. */
    private static final double MOST_RESULTS = 1_000;

    private final Set<String> items;
    private final Set<String> views;
    private final Set<String> gear;
    private final SignalTable table;

    /**
     * For scripts of a plant.
     *
     * @param plant with what one in its field is told: conditions may ask for nothing else
     */
    FieldScriptReader(FieldScenes.Loaded plant) {
        Scene scene = plant.scene();
        items = scene.items().stream().map(Item::tag).collect(Collectors.toSet());
        views = scene.views().stream().map(View::id).collect(Collectors.toSet());
        gear = plant.field().work().gear().stream().map(FieldFacts.Choice::id).collect(Collectors.toSet());
        table = plant.signals();
    }

    private enum Act {
        GO,
        WALK,
        LOOK,
        USE,
        VALVE,
        PRESS,
        KEY,
        TYPE,
        WEAR,
        UNTIL,
        PAUSE,
        READ,
        WRITE,
        PICTURE
    }

    /** The plant for which a script is, before its scene is there. */
    static String plant(JsonCursor root) {
        root.requireFormat(FORMAT, VERSION);
        return root.at("plant").text();
    }

    /** Reads a script; mistakes go where the cursor reports them. */
    FieldScript read(JsonCursor root) {
        root.requireFormat(FORMAT, VERSION);
        FieldScript script = new FieldScript(
                root.at("id").text(),
                root.at("plant").text(),
                root.at("title").localText(),
                root.at("steps").list(this::step));
        root.finish();
        return script;
    }

    private FieldScript.Step step(JsonCursor step) {
        return switch (step.at("do").oneOf(Act.class)) {
            case GO -> new FieldScript.Go(item(step));
            case WALK -> new FieldScript.Walk(step.at("view").nameOf(views, VIEW));
            case LOOK -> new FieldScript.Look(item(step));
            case USE -> new FieldScript.Use(item(step));
            case VALVE -> new FieldScript.Valve(step.at("percent").between(0, 100));
            case PRESS -> new FieldScript.Press(step.at("button").text());
            case KEY -> new FieldScript.Key(step.at("key").oneOf(GameKey.class));
            case TYPE -> new FieldScript.Type(typed(step.at("text")));
            case WEAR -> new FieldScript.Wear(step.at("items").list(one -> one.nameOf(gear, GEAR)));
            case UNTIL -> new FieldScript.Until(condition(step.at("condition")), timeout(step, PATIENCE));
            case PAUSE -> new FieldScript.Pause(step.at("seconds").between(0, LONGEST));
            case READ ->
                new FieldScript.Read(
                        item(step),
                        step.optional("atLeast").map(JsonCursor::number).orElse(Double.NEGATIVE_INFINITY),
                        step.optional("atMost").map(JsonCursor::number).orElse(Double.POSITIVE_INFINITY));
            case WRITE ->
                new FieldScript.Write(
                        step.optional("results")
                                .map(one -> one.between(1, MOST_RESULTS))
                                .orElse(1.0),
                        timeout(step, LABORATORY));
            default -> new FieldScript.Shot(name(step.at("name")));
        };
    }

    private static double timeout(JsonCursor step, double otherwise) {
        return step.optional("timeoutS").map(one -> one.between(0, LONGEST)).orElse(otherwise);
    }

    private String item(JsonCursor step) {
        return step.at("item").nameOf(items, ITEM);
    }

    private static String typed(JsonCursor text) {
        String typed = text.text();
        if (!typed.matches("[-.0-9]+")) {
            text.report(CommonError.JSON_NAME, typed, DIGITS, "90.5");
        }
        return typed;
    }

    /** Pictures are named so that no script writes beside its folder. */
    private static String name(JsonCursor name) {
        String text = name.text();
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
            name.report(CommonError.JSON_NAME, text, FILE_NAME, "01-gate");
        }
        return text;
    }

    private Expression condition(JsonCursor text) {
        try {
            return Expression.condition(text.text(), table);
        } catch (OtsException e) {
            Localizable message = e::messageIn;
            text.report(CommonError.EXPRESSION_IN_FILE, message);
            return Expression.condition("true", table);
        }
    }
}
