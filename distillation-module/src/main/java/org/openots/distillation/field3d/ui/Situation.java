package org.openots.distillation.field3d.ui;

import java.util.List;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.state.FieldWork;
import org.openots.distillation.field3d.state.Values;

/**
 * What panels show beside their own state.
 *
 * @param facts of the plant
 * @param plan of the site
 * @param places one may jump to
 * @param values of the signals now
 * @param work done so far
 * @param freedom what is allowed now
 * @param lastTag what was handled last, empty for nothing
 */
public record Situation(
        FieldFacts facts,
        SitePlan plan,
        List<Place> places,
        Values values,
        FieldWork work,
        Freedom freedom,
        String lastTag) {
    /** Copies the list. */
    public Situation {
        places = List.copyOf(places);
    }

    /**
     * A place of the list.
     *
     * @param view id of the view
     * @param name for people
     */
    public record Place(String view, LocalText name) {}

    /**
     * What is allowed now.
     *
     * @param operable the link is live, the run goes on, the hand reaches the device of the panel
     * @param jumps one may jump to places
     */
    public record Freedom(boolean operable, boolean jumps) {}
}
