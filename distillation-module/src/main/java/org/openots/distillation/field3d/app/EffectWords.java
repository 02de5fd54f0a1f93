package org.openots.distillation.field3d.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.scene.Defect;
import org.openots.distillation.field3d.state.Effect;
import org.openots.distillation.field3d.state.Weather;
import org.openots.simulator.field.InspectionDefect;

/**
 * Effects of a picture as they are typed.
 *
 * @param effects at places of the scene
 * @param defects at check points of the scene
 * @param weather night and rain
 */
record EffectWords(List<Effect> effects, List<Defect> defects, Weather weather) {
    static EffectWords of(List<String> words) {
        List<Effect> effects = new ArrayList<>();
        List<Defect> defects = new ArrayList<>();
        float night = 0;
        float rain = 0;
        for (String word : words) {
            switch (word) {
                case "night" -> night = 1;
                case "rain" -> rain = 1;
                default -> {
                    int equals = word.indexOf('=');
                    if (equals > 0
                            && InspectionDefect.of(word.substring(equals + 1)).isPresent()) {
                        defects.add(new Defect(word.substring(0, equals), word.substring(equals + 1)));
                    } else {
                        effects.add(effect(word));
                    }
                }
            }
        }
        return new EffectWords(effects, defects, new Weather(night, rain));
    }

    private static Effect effect(String word) {
        int equals = word.indexOf('=');
        int colon = word.lastIndexOf(':');
        if (equals < 1 || colon < equals) {
            throw new OtsException(AppError.EFFECT, word);
        }
        try {
            Effect.Kind kind =
                    Effect.Kind.valueOf(word.substring(equals + 1, colon).toUpperCase(Locale.ROOT));
            return new Effect(word.substring(0, equals), kind, Double.parseDouble(word.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new OtsException(AppError.EFFECT, word);
        }
    }
}
