package org.openots.distillation.field3d.gl;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When panels are painted anew: if what they show has changed. */
public final class Repaint {
    private @Nullable Object shown;

    /**
     * Asks whether to paint now; if so, this counts as painted.
     *
     * @param model what is to be seen, compared by equals: with everything that changes the panels, size and scale too
     * @return true to paint
     */
    public boolean due(Object model) {
        if (Objects.equals(shown, model)) {
            return false;
        }
        shown = model;
        return true;
    }
}
