package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openots.common.text.LocalText;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Effect;

/** What to draw for people so that they can see effects. */
final class TrendSigns {
    /** Most trends: as many as there are pens. */
    static final int MOST = 6;

    private final PlantNames names;

    TrendSigns(PlantNames names) {
        this.names = names;
    }

    /** What a tag is, for people. */
    LocalText text(Observed one) {
        int index = one.behind() ? -1 : names.signals().find(one.name());
        return index < 0
                ? new LocalText(one.name(), one.name())
                : names.signals().signals().get(index).text();
    }

    /** What to draw of effects: the tag itself, for an alarm the tag it watches; a trip is a mark and no trend. */
    List<Observed> trends(Collection<Effect> effects) {
        List<Observed> found = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect.kind() == Effect.Kind.ALARM) {
                names.pack().automation().instruments().alarms().stream()
                        .filter(alarm -> alarm.name().equals(effect.signal())
                                || alarm.options().tag().equals(effect.signal()))
                        .findFirst()
                        .ifPresent(alarm -> found.addAll(names.observed(alarm.source(), Effect.Kind.UP)));
            } else if (effect.kind() != Effect.Kind.TRIP) {
                names.observed(effect.signal(), effect.kind()).stream().limit(1).forEach(found::add);
            }
        }
        return found;
    }
}
