package org.openots.distillation.field3d.ui;

import java.util.Locale;
import org.openots.common.text.Localizable;

/** What can be wrong at a check point. The list is the same everywhere, so that it gives nothing away. */
public enum Defect implements Localizable {
    LEAK("leak", "渗漏、滴漏", "leaking"),
    LOOSE("loose", "螺栓松动或缺失", "bolts loose or missing"),
    GUARD("guard", "护罩缺失或松脱", "guard missing or loose"),
    EARTHING("earthing", "接地断开或锈蚀", "earthing broken or rusty"),
    BLOCKED("blocked", "堵塞", "blocked"),
    POSITION("position", "阀位不对", "valve in the wrong position"),
    BLIND("blind", "盲板未拆或错装", "blind left in or wrong"),
    GLASS("glass", "液位计看不清或根部阀未开", "glass dirty or root valve shut"),
    OIL("oil", "油位低或油质差", "oil low or bad"),
    NOISE("noise", "异响、振动、过热", "noise, vibration, heat"),
    INSULATION("insulation", "保温或接线盒破损", "insulation or terminal box damaged"),
    EXPIRED("expired", "缺失或过期", "missing or out of date");

    private final String id;
    private final String zh;
    private final String en;

    Defect(String id, String zh, String en) {
        this.id = id;
        this.zh = zh;
        this.en = en;
    }

    /**
     * Its name for the station.
     *
     * @return small letters
     */
    public String id() {
        return id;
    }

    @Override
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }

    /**
     * The words of a report.
     *
     * @param id of a defect, empty for normal
     * @param locale the language
     * @return its words; the id itself if there is none of that name
     */
    static String words(String id, Locale locale) {
        if (id.isEmpty()) {
            return Word.NORMAL.in(locale);
        }
        for (Defect defect : values()) {
            if (defect.id.equals(id)) {
                return defect.in(locale);
            }
        }
        return id;
    }
}
