package org.openots.simulator.plot;

import org.openots.common.text.LocalText;

/** What a pipe carries, by the groups of GB 7231-2003, which gives each its colour. */
public enum Service {
    /** Water: bright green (G03). */
    WATER(0x1F9A4B, "水", "water"),
    /** Steam: scarlet (R03). */
    STEAM(0xD0281E, "水蒸气", "steam"),
    /** Air: light grey (B03). */
    AIR(0xB9C2C6, "空气", "air"),
    /** Gas: medium yellow (Y07). */
    GAS(0xF0B41E, "气体", "gas"),
    /** Acid or alkali: violet (P02). */
    ACID(0x8A63A8, "酸或碱", "acid or alkali"),
    /** Combustible liquid: brown (YR05). */
    COMBUSTIBLE(0x8A4B22, "可燃液体", "combustible liquid"),
    /** Any other liquid: black. */
    OTHER(0x2A2C2E, "其他液体", "other liquid"),
    /** Oxygen: light blue (PB06). */
    OXYGEN(0x6FB6DC, "氧", "oxygen");

    private final int colour;
    private final String zh;
    private final String en;

    Service(int colour, String zh, String en) {
        this.colour = colour;
        this.zh = zh;
        this.en = en;
    }

    /**
     * Its colour, after the colour samples of the standard.
     *
     * @return 0xRRGGBB, sRGB
     */
    public int colour() {
        return colour;
    }

    /**
     * Its name.
     *
     * @return for people
     */
    public LocalText text() {
        return new LocalText(zh, en);
    }
}
