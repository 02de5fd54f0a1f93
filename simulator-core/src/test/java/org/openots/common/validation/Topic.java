package org.openots.common.validation;

import java.util.Locale;
import org.openots.common.text.LocalText;

/** Chapters of docs/validation.md, in order. */
public enum Topic {
    PROPERTIES("纯组分物性", "Pure components"),
    EQUILIBRIUM("汽液平衡", "Vapour-liquid equilibrium"),
    SHORTCUT("逐板图解法", "McCabe-Thiele construction"),
    COLUMN_A("Skogestad 的 A 塔", "Skogestad's Column A"),
    TOTAL_REFLUX("全回流极限", "Total-reflux limit"),
    REST("不动点与静置", "Fixed point and rest"),
    NUMERICS("步长、周期与独立积分器", "Step size, tick, independent integrator"),
    CONSERVATION("守恒", "Conservation"),
    PLANT_A("装置 A 乙醇-水实训装置：正常工况", "Plant A, ethanol-water rig: normal operation"),
    PLANT_B("装置 B 脱丁烷塔：公布的稳态", "Plant B, debutanizer: the published steady state"),
    GAINS_B("装置 B 脱丁烷塔：增益表", "Plant B, debutanizer: table of gains"),
    PLANT_C("装置 C 乙醇-水塔：设计工况", "Plant C, ethanol-water column: the design point"),
    INTERLOCKS("联锁", "Interlocks"),
    FAULTS("故障与随机操作", "Faults and random operators");

    private final String zh;
    private final String en;

    Topic(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    LocalText title() {
        return new LocalText(zh, en);
    }

    /** First part of the ids of its claims. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
