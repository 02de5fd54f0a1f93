package org.openots.simulator.study;

import org.openots.common.text.LocalText;

/** Hard places that a run of a random operator should come through. */
public enum Visit {
    /** A vessel or tray that held liquid has run dry. */
    DRY_OUT("干涸", "dry-out"),
    /** A tray floods. */
    FLOODING("液泛", "flooding"),
    /** No cooling water while the column is hot. */
    LOSS_OF_COOLING("断冷却水", "loss of cooling"),
    /** Air or other inert gas comes in. */
    AIR_INGRESS("空气进入", "air ingress");

    private final String zh;
    private final String en;

    Visit(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * What it is called.
     *
     * @return both languages
     */
    public LocalText text() {
        return new LocalText(zh, en);
    }
}
