package org.openots.simulator.field;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.common.text.Localizable;

/** What can be wrong at a check point. The list is the same everywhere, so that it gives nothing away. */
public enum InspectionDefect implements Localizable {
    /** Something drips or hisses. */
    LEAK(1, "leak", "渗漏、滴漏", "leaking"),
    /** Bolts are loose or not there. */
    LOOSE(2, "loose", "螺栓松动或缺失", "bolts loose or missing"),
    /** A guard is loose or not there. */
    GUARD(3, "guard", "护罩缺失或松脱", "guard missing or loose"),
    /** The earthing is broken or rusty. */
    EARTHING(4, "earthing", "接地断开或锈蚀", "earthing broken or rusty"),
    /** A line, vent or strainer is blocked. */
    BLOCKED(5, "blocked", "堵塞", "blocked"),
    /** A valve stands where it should not. */
    POSITION(6, "position", "阀位不对", "valve in the wrong position"),
    /** A blind was left in, or is the wrong one. */
    BLIND(7, "blind", "盲板未拆或错装", "blind left in or wrong"),
    /** An end that a blind should close is open. */
    NO_BLIND(13, "no-blind", "盲板缺失", "blind missing"),
    /** A level glass cannot be read, or its root valve is shut. */
    GLASS(8, "glass", "液位计看不清或根部阀未开", "glass dirty or root valve shut"),
    /** Lubricating oil is low or bad. */
    OIL(9, "oil", "油位低或油质差", "oil low or bad"),
    /** A machine is loud, shakes or is hot. */
    NOISE(10, "noise", "异响、振动、过热", "noise, vibration, heat"),
    /** Insulation or a terminal box is damaged. */
    INSULATION(11, "insulation", "保温或接线盒破损", "insulation or terminal box damaged"),
    /** Safety equipment is not there or out of date. */
    EXPIRED(12, "expired", "缺失或过期", "missing or out of date");

    private final int code;
    private final String id;
    private final String zh;
    private final String en;

    InspectionDefect(int code, String id, String zh, String en) {
        this.code = code;
        this.id = id;
        this.zh = zh;
        this.en = en;
    }

    /**
     * Its name in pack files, faults and orders.
     *
     * @return small letters
     */
    public String id() {
        return id;
    }

    /**
     * Its number in signals.
     *
     * @return 1 or more; 0 there means none
     */
    public int code() {
        return code;
    }

    /**
     * Its words.
     *
     * @return both languages
     */
    public LocalText text() {
        return new LocalText(zh, en);
    }

    @Override
    public String in(Locale locale) {
        return text().in(locale);
    }

    /**
     * The defect of a name.
     *
     * @param id its name
     * @return the defect; empty if there is none of that name
     */
    public static Optional<InspectionDefect> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    /**
     * The defect of a number.
     *
     * @param code its number in signals
     * @return the defect; empty for 0, NaN and every other number that is none
     */
    public static Optional<InspectionDefect> ofCode(double code) {
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }

    /**
     * The names of all.
     *
     * @return in order
     */
    public static List<String> ids() {
        return Arrays.stream(values()).map(InspectionDefect::id).toList();
    }
}
