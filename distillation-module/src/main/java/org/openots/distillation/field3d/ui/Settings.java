package org.openots.distillation.field3d.ui;

import java.util.Locale;
import java.util.Optional;
import org.openots.distillation.field3d.state.Quality;
import org.openots.distillation.field3d.state.Weather;

/**
 * What the player chose.
 *
 * @param scale of the panels, 1 to 2
 * @param fieldOfView vertical, degrees, 55 to 90
 * @param mouseSpeed 0.2 to 3
 * @param sounds 0 silent to 1
 * @param quality how much is drawn; empty to be measured
 * @param english true for English, false for Chinese
 * @param night true for a night shift
 * @param rain whether it rains
 */
public record Settings(
        float scale,
        int fieldOfView,
        float mouseSpeed,
        float sounds,
        Optional<Quality> quality,
        boolean english,
        boolean night,
        boolean rain) {
    /** As it starts. */
    public static final Settings DEFAULT = new Settings(1, 65, 1, 0.7f, Optional.empty(), false, false, false);

    private static final Locale CHINESE = Locale.forLanguageTag("zh-CN");

    /** Keeps everything in its range. */
    public Settings {
        scale = Math.max(1, Math.min(2, scale));
        fieldOfView = Math.max(55, Math.min(90, fieldOfView));
        mouseSpeed = Math.max(0.2f, Math.min(3, mouseSpeed));
        sounds = Math.max(0, Math.min(1, sounds));
    }

    /**
     * The language.
     *
     * @return locale of it
     */
    public Locale locale() {
        return english ? Locale.ENGLISH : CHINESE;
    }

    /**
     * Another scale.
     *
     * @param value 1 to 2
     * @return with it
     */
    public Settings withScale(float value) {
        return new Settings(Math.round(value * 4) / 4f, fieldOfView, mouseSpeed, sounds, quality, english, night, rain);
    }

    /**
     * Another field of view.
     *
     * @param degrees 55 to 90
     * @return with it
     */
    public Settings withFieldOfView(int degrees) {
        return new Settings(scale, degrees, mouseSpeed, sounds, quality, english, night, rain);
    }

    /**
     * Another speed of the mouse.
     *
     * @param value 0.2 to 3
     * @return with it
     */
    public Settings withMouseSpeed(float value) {
        return new Settings(scale, fieldOfView, Math.round(value * 10) / 10f, sounds, quality, english, night, rain);
    }

    /**
     * Other loudness.
     *
     * @param value 0 to 1
     * @return with it
     */
    public Settings withSounds(float value) {
        return new Settings(
                scale, fieldOfView, mouseSpeed, Math.round(value * 10) / 10f, quality, english, night, rain);
    }

    /**
     * Another quality.
     *
     * @param value how much is drawn; empty to be measured
     * @return with it
     */
    public Settings withQuality(Optional<Quality> value) {
        return new Settings(scale, fieldOfView, mouseSpeed, sounds, value, english, night, rain);
    }

    /**
     * Another language.
     *
     * @param value true for English
     * @return with it
     */
    public Settings withEnglish(boolean value) {
        return new Settings(scale, fieldOfView, mouseSpeed, sounds, quality, value, night, rain);
    }

    /**
     * The other light.
     *
     * @param value true for night
     * @return with it
     */
    public Settings withNight(boolean value) {
        return new Settings(scale, fieldOfView, mouseSpeed, sounds, quality, english, value, rain);
    }

    /**
     * The other weather.
     *
     * @param value true for rain
     * @return with it
     */
    public Settings withRain(boolean value) {
        return new Settings(scale, fieldOfView, mouseSpeed, sounds, quality, english, night, value);
    }

    /**
     * Light and weather of the picture.
     *
     * @return as chosen
     */
    public Weather weather() {
        return new Weather(night ? 1 : 0, rain ? 1 : 0);
    }
}
