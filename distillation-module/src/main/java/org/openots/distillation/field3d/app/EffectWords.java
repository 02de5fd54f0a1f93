package org.openots.distillation.field3d.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.state.Effect;
import org.openots.distillation.field3d.state.Weather;

/**
 * Effects of a picture as they are typed.
 *
 * @param effects at places of the scene
 * @param weather night and rain
 */
record EffectWords(List<Effect> effects, Weather weather) {
    static EffectWords of(List<String> words) {
        List<Effect> effects = new ArrayList<>();
        float night = 0;
        float rain = 0;
        for (String word : words) {
            switch (word) {
                case "night" -> night = 1;
                case "rain" -> rain = 1;
                default -> effects.add(effect(word));
            }
        }
        return new EffectWords(effects, new Weather(night, rain));
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
