package org.openots.distillation.field3d.ui;

/** Panels as in a training run, for pictures of any plant. */
public final class TrialPanels {
    private TrialPanels() {}

    /** Lays a panel and what lies over the picture out. */
    static Picture layout(Screen screen, Measure measure, FieldFacts facts, Panel panel, Settings settings) {
        Interface state = new Interface(panel, Trial.BUSY, settings, "HV-714");
        return state.layout(
                screen, measure, new Pointing("more", "", ""), Trial.hud(screen, true), Trial.situation(facts));
    }

    /** Paints them on a canvas of the screen's size. */
    public static void paint(Canvas canvas, Screen screen, FieldFacts facts, Panel panel) {
        layout(screen, canvas::width, facts, panel, Settings.DEFAULT).paint(canvas);
    }
}
