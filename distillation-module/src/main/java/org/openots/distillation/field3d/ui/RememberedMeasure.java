package org.openots.distillation.field3d.ui;

import java.util.HashMap;
import java.util.Map;

/** Remembers how long words are. Sizes come in halves of a pixel; another size is asked anew each time. */
final class RememberedMeasure implements Measure {
    /** More words than any dialog has: clocks and readings bring new ones all the time. */
    private static final int MOST = 4_000;

    private final Measure asked;
    private final Map<Integer, Map<String, Float>> known = new HashMap<>();
    private int count;

    RememberedMeasure(Measure asked) {
        this.asked = asked;
    }

    @Override
    public float width(float size, String text) {
        int halves = Math.round(2 * size);
        if (halves != 2 * size) {
            return asked.width(size, text);
        }
        Map<String, Float> words = known.computeIfAbsent(halves, key -> new HashMap<>());
        Float width = words.get(text);
        if (width == null) {
            width = asked.width(size, text);
            if (count++ >= MOST) {
                known.values().forEach(Map::clear);
                count = 0;
            }
            words.put(text, width);
        }
        return width;
    }
}
