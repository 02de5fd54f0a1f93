package org.openots.distillation.field3d.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All panels at all sizes in both languages: nothing overlaps, nothing leaves the screen, everything can be chosen with keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutTest {
    /** Letters may touch the edge of their line by less than a pixel; more is seen. */
    private static final float TOUCH = 1;

    /** The frame of the keyboard's focus and a panel's shadow stand out by so much, px. */
    private static final float RING = 16;

    private Font font = new Font(Font.DIALOG, Font.PLAIN, 1);
    private List<FieldFacts> plants = List.of();
    private RecordingCanvas canvas = new RecordingCanvas(font);

    @BeforeAll
    void load() {
        font = AwtCanvas.suiteFont();
        canvas = new RecordingCanvas(font);
        plants = List.of(
                Trial.facts("ethanol-water-rig"), Trial.facts("debutanizer"), Trial.facts("ethanol-water-column"));
    }

    private Picture layout(Panel panel, Screen screen, boolean english, String focus, FieldFacts facts) {
        Interface state = new Interface(panel, Trial.BUSY, Settings.DEFAULT.withEnglish(english), "HV-714");
        return state.layout(
                screen, canvas::width, new Pointing(focus, "", ""), Trial.hud(screen, true), Trial.situation(facts));
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 768, 1, false", "1024, 768, 1, true", "1024, 768, 1.25, false", "1024, 768, 1.25, true",
        "1920, 1080, 1, false", "1920, 1080, 1, true", "1920, 1080, 1.5, false", "1920, 1080, 1.5, true",
        "1920, 1080, 2, false", "1920, 1080, 2, true", "1366, 768, 2, true", "1280, 720, 1, false"
    })
    void everythingFits(int wide, int high, float scale, boolean english) {
        Screen screen = Screen.of(wide, high, scale);
        for (FieldFacts facts : plants) {
            for (Map.Entry<String, Panel> panel : Trial.panels().entrySet()) {
                String name = panel.getKey() + " of " + facts.plant().en();
                Picture picture = layout(panel.getValue(), screen, english, "", facts);
                areas(name, picture, screen);
                hits(name, picture);
                texts(name, picture, screen);
            }
        }
    }

    private static void areas(String name, Picture picture, Screen screen) {
        assertThat(picture.areas()).as(name).isNotEmpty();
        for (Box area : picture.areas()) {
            assertThat(screen.box().contains(area, 0))
                    .as("%s: %s on %s", name, area, screen)
                    .isTrue();
        }
        disjoint(name + ": areas", picture.areas(), 0);
    }

    private static void disjoint(String what, List<Box> boxes, float slack) {
        for (int i = 0; i < boxes.size(); i++) {
            for (int k = 0; k < i; k++) {
                assertThat(boxes.get(i).overlaps(boxes.get(k), slack))
                        .as("%s: %s and %s", what, boxes.get(k), boxes.get(i))
                        .isFalse();
            }
        }
    }

    private static void hits(String name, Picture picture) {
        Set<String> ids = new HashSet<>();
        List<Box> boxes = new ArrayList<>();
        for (Hit hit : picture.hits()) {
            assertThat(ids.add(hit.id())).as("%s: %s twice", name, hit.id()).isTrue();
            assertThat(picture.areas())
                    .as("%s: %s lies on a panel", name, hit.id())
                    .anyMatch(area -> area.contains(hit.box(), 0));
            assertThat(Math.min(hit.box().width(), hit.box().height()))
                    .as("%s: %s is large enough to be hit", name, hit.id())
                    .isGreaterThanOrEqualTo(20);
            boxes.add(hit.box());
        }
        disjoint(name + ": hits", boxes, 0);
    }

    private void texts(String name, Picture picture, Screen screen) {
        List<Box> boxes = new ArrayList<>();
        for (Shape shape : picture.shapes()) {
            if (shape instanceof Shape.Text text) {
                Box box = text.box(canvas::width);
                assertThat(screen.box().contains(box, 0))
                        .as("%s: %s", name, text)
                        .isTrue();
                assertThat(picture.areas())
                        .as("%s: %s lies in a panel", name, text)
                        .anyMatch(area -> area.contains(box, TOUCH));
                boxes.add(new Box(box.x(), box.y() + 1, box.width(), box.height() - 2));
            }
        }
        disjoint(name + ": words", boxes, TOUCH);
    }

    @Test
    void noWordsOfThePanelsThemselvesAreCut() {
        Screen screen = Screen.of(1024, 768, 1.25f);
        for (Map.Entry<String, Panel> panel : Trial.panels().entrySet()) {
            for (boolean english : new boolean[] {false, true}) {
                Picture picture = layout(panel.getValue(), screen, english, "", plants.get(0));
                assertThat(picture.shapes())
                        .as(panel.getKey())
                        .noneMatch(shape ->
                                shape instanceof Shape.Text text && text.text().endsWith("…"));
            }
        }
    }

    @Test
    void everyHitIsReachedWithTheTabKeyAndWithTheArrows() {
        Screen screen = Screen.of(1024, 768, 1);
        for (Map.Entry<String, Panel> panel : Trial.panels().entrySet()) {
            Picture picture = layout(panel.getValue(), screen, false, "", plants.get(0));
            Set<String> byTab = new HashSet<>();
            String focus = "";
            for (int i = 0; i < picture.hits().size(); i++) {
                focus = Focus.tab(picture, focus, false);
                byTab.add(focus);
            }
            assertThat(byTab).as(panel.getKey()).hasSameSizeAs(picture.hits());
            assertThat(byArrows(picture)).as(panel.getKey()).hasSameSizeAs(picture.hits());
        }
    }

    private static Set<String> byArrows(Picture picture) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>();
        if (!picture.hits().isEmpty()) {
            open.add(Focus.arrow(picture, "", Focus.Way.DOWN));
        }
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            if (seen.add(id)) {
                for (Focus.Way way : Focus.Way.values()) {
                    open.add(Focus.arrow(picture, id, way));
                }
            }
        }
        return seen;
    }

    @Test
    void theFocusIsSeenOnEveryHit() {
        Screen screen = Screen.of(1024, 768, 1);
        String ring = "frame " + Integer.toHexString(Look.ACCENT);
        for (Map.Entry<String, Panel> panel : Trial.panels().entrySet()) {
            Picture bare = layout(panel.getValue(), screen, false, "", plants.get(0));
            int before = painted(bare, ring);
            for (Hit hit : bare.hits()) {
                Picture focused = layout(panel.getValue(), screen, false, hit.id(), plants.get(0));
                assertThat(painted(focused, ring))
                        .as("%s: %s", panel.getKey(), hit.id())
                        .isEqualTo(before + 1);
            }
        }
    }

    private int painted(Picture picture, String call) {
        RecordingCanvas fresh = new RecordingCanvas(font);
        picture.paint(fresh);
        return (int) fresh.calls.stream().filter(call::equals).count();
    }

    @Test
    void nothingIsPaintedOutsideThePanelsButVeilRingAndLeader() {
        Screen screen = Screen.of(1024, 768, 1);
        for (Map.Entry<String, Panel> panel : Trial.panels().entrySet()) {
            Picture picture = layout(panel.getValue(), screen, false, "", plants.get(0));
            RecordingCanvas fresh = new RecordingCanvas(font);
            picture.paint(fresh);
            assertThat(fresh.clips).as("clips are closed").isZero();
            for (int i = 0; i < fresh.calls.size(); i++) {
                if (fresh.calls.get(i).startsWith("text") || fresh.calls.get(i).startsWith("frame")) {
                    Box box = fresh.bounds.get(i);
                    assertThat(picture.areas())
                            .as("%s: %s at %s", panel.getKey(), fresh.calls.get(i), box)
                            .anyMatch(area -> area.contains(box, RING));
                }
            }
        }
    }

    @Test
    void theSameStateGivesTheSamePicture() {
        Screen screen = Screen.of(1024, 768, 1);
        Picture first = layout(new Panel.HandValve("HV-714"), screen, false, "more", plants.get(0));
        Picture again = layout(new Panel.HandValve("HV-714"), screen, false, "more", plants.get(0));
        RecordingCanvas a = new RecordingCanvas(font);
        RecordingCanvas b = new RecordingCanvas(font);
        first.paint(a);
        again.paint(b);
        assertThat(a.calls).isEqualTo(b.calls);
        assertThat(a.bounds).isEqualTo(b.bounds);
        assertThat(first.hits()).isEqualTo(again.hits());
    }
}
