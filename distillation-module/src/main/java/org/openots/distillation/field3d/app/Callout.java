package org.openots.distillation.field3d.app;

import java.util.Locale;
import java.util.Optional;
import org.joml.Vector2f;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.state.Camera;
import org.openots.distillation.field3d.state.Values;
import org.openots.distillation.field3d.ui.FieldFacts;
import org.openots.distillation.field3d.ui.Hud;
import org.openots.distillation.field3d.ui.Projection;
import org.openots.distillation.field3d.ui.Screen;
import org.openots.distillation.field3d.ui.Word;

/** The words beside what the player looks at. */
final class Callout {
    private final FieldFacts facts;
    private final Values values;

    Callout(FieldFacts facts, Values values) {
        this.facts = facts;
        this.values = values;
    }

    /**
     * Lays it out.
     *
     * @param item looked at
     * @param near whether it can be used from here
     * @param camera the eye
     * @param screen the picture
     */
    Hud.Target of(Item item, boolean near, Camera camera, Screen screen) {
        Optional<Vector2f> place = Projection.of(camera, screen, item.centre());
        boolean read = switch (item.kind()) {
            case GAUGE, LEVEL_GLASS, TRANSMITTER, CONTROL_VALVE, DETECTOR -> true;
            default -> false;
        };
        Word word = item.kind() == Item.Kind.EQUIPMENT ? Word.EQUIPMENT : Word.TOO_FAR;
        return new Hud.Target(
                item.kind().tagged() ? item.tag() : "",
                name(item),
                near ? value(item.tag()) : "",
                place.map(Vector2f::x).orElse(Float.NaN),
                place.map(Vector2f::y).orElse(Float.NaN),
                near ? (read ? Word.READ : Word.USE) : word);
    }

    /** What the plant calls it, or the plan if the plant does not know it. */
    private LocalText name(Item item) {
        LocalText known = facts.name(item.tag());
        return known.zh().equals(item.tag()) ? item.name() : known;
    }

    /** The value of a tag with its unit; empty for none. */
    String value(String tag) {
        double value = values.value(tag);
        FieldFacts.Gauge gauge = facts.gauges().get(tag);
        if (Double.isNaN(value)) {
            return "";
        }
        if (gauge != null) {
            return String.format(Locale.ROOT, "%." + gauge.decimals() + "f %s", value, gauge.unit());
        }
        return facts.valves().containsKey(tag) ? String.format(Locale.ROOT, "%.0f %%", value) : "";
    }
}
