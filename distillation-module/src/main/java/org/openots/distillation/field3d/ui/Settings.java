package org.openots.distillation.field3d.ui;

import java.util.Locale;

/**
 * What the player chose.
 *
 * @param scale of the panels, 1 to 2
 * @param fieldOfView vertical, degrees, 55 to 90
 * @param mouseSpeed 0.2 to 3
 * @param sounds 0 silent to 1
 * @param preset how much is drawn
 * @param english true for English, false for Chinese
 */
public record Settings(float scale, int fieldOfView, float mouseSpeed, float sounds, Preset preset, boolean english) {
    /** As it starts. */
    public static final Settings DEFAULT = new Settings(1, 65, 1, 0.7f, Preset.AUTOMATIC, false);

    private static final Locale CHINESE = Locale.forLanguageTag("zh-CN");

    /** How much is drawn. */
    public enum Preset {
        /** Measured at the start. */
        AUTOMATIC(Word.AUTOMATIC),
        /** For old cards. */
        LOW(Word.LOW),
        /** In between. */
        MEDIUM(Word.MEDIUM),
        /** Everything. */
        HIGH(Word.HIGH);

        private final Word word;

        Preset(Word word) {
            this.word = word;
        }

        /**
         * Its name.
         *
         * @return for people
         */
        public Word word() {
            return word;
        }
    }

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
        return new Settings(Math.round(value * 4) / 4f, fieldOfView, mouseSpeed, sounds, preset, english);
    }

    /**
     * Another field of view.
     *
     * @param degrees 55 to 90
     * @return with it
     */
    public Settings withFieldOfView(int degrees) {
        return new Settings(scale, degrees, mouseSpeed, sounds, preset, english);
    }

    /**
     * Another speed of the mouse.
     *
     * @param value 0.2 to 3
     * @return with it
     */
    public Settings withMouseSpeed(float value) {
        return new Settings(scale, fieldOfView, Math.round(value * 10) / 10f, sounds, preset, english);
    }

    /**
     * Other loudness.
     *
     * @param value 0 to 1
     * @return with it
     */
    public Settings withSounds(float value) {
        return new Settings(scale, fieldOfView, mouseSpeed, Math.round(value * 10) / 10f, preset, english);
    }

    /**
     * Another preset.
     *
     * @param value of the four
     * @return with it
     */
    public Settings withPreset(Preset value) {
        return new Settings(scale, fieldOfView, mouseSpeed, sounds, value, english);
    }

    /**
     * Another language.
     *
     * @param value true for English
     * @return with it
     */
    public Settings withEnglish(boolean value) {
        return new Settings(scale, fieldOfView, mouseSpeed, sounds, preset, value);
    }
}
