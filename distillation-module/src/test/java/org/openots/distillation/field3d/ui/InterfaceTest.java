package org.openots.distillation.field3d.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.state.Camera;
import org.openots.distillation.field3d.state.Operation;
import org.openots.distillation.field3d.state.Weather;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;

/** What the acts of the panels lead to: the same operations as from the page in the browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterfaceTest {
    private static final Measure MONOSPACED = (size, text) -> size * 0.55f * text.length();

    private FieldFacts facts = Trial.facts("ethanol-water-rig");
    private final Screen screen = Screen.of(1280, 720, 1);

    @BeforeAll
    void load() {
        facts = Trial.facts("ethanol-water-rig");
    }

    private Picture picture(Interface state, boolean operable) {
        Situation base = Trial.situation(facts);
        Situation now = new Situation(
                facts,
                base.plan(),
                base.places(),
                base.values(),
                base.work(),
                new Situation.Freedom(operable, operable),
                "");
        return state.layout(screen, MONOSPACED, Pointing.NOWHERE, Trial.hud(screen, false), now);
    }

    private static Interface with(Panel panel) {
        return Interface.start(Settings.DEFAULT).show(panel);
    }

    /** Chooses hits by name one after the other and collects what goes to the program. */
    private List<Act> choose(Interface start, String... ids) {
        List<Act> requests = new ArrayList<>();
        Interface state = start;
        for (String id : ids) {
            Hit hit = picture(state, true).named(id);
            assertThat(hit).as(id).isNotNull();
            if (hit != null) {
                Interface.Outcome outcome = state.act(hit.act(), facts);
                requests.addAll(outcome.requests());
                state = outcome.then();
            }
        }
        return requests;
    }

    private static Act send(String target, String verb, double value, String text) {
        return new Act.Send(new Operation(target, verb, value, text));
    }

    @Test
    void valvesAreTurnedAndMachinesStartedFromTheirLocalPanel() {
        assertThat(choose(with(new Panel.HandValve("HV-714")), "open", "more", "shut"))
                .containsExactly(new Act.TurnTo("HV-714", 100), new Act.Hold("HV-714", 1), new Act.TurnTo("HV-714", 0));
        assertThat(choose(with(new Panel.Machine("P-702A")), "stop"))
                .containsExactly(send("P-702A", "stop", 0, "local"));
        assertThat(choose(with(new Panel.Machine("P-702B")), "reset"))
                .containsExactly(send("P-702B", "reset", 0, "local"));
        assertThat(choose(with(new Panel.Switch("SW-701")), "off")).containsExactly(send("SW-701", "off", 0, ""));
    }

    @Test
    void aMachineWithoutALocalPanelHasNoButtons() {
        Picture heater = picture(with(new Panel.Machine("E-703")), true);
        assertThat(heater.named("start")).isNull();
        assertThat(heater.named("radio")).isNotNull();
    }

    @Test
    void anEmergencyStopNeedsTwoSteps() {
        Interface shut = with(new Panel.EmergencyStop("ESD-701", false));
        assertThat(picture(shut, true).named("press")).as("under its cover").isNull();
        assertThat(choose(shut, "lift"))
                .as("lifting the cover does nothing yet")
                .isEmpty();
        assertThat(choose(shut, "lift", "press")).containsExactly(send("ESD-701", "press", 0, ""));
        Interface lifted = with(new Panel.EmergencyStop("ESD-701", true));
        Hit press = picture(lifted, true).named("press");
        assertThat(press).isNotNull();
        if (press != null) {
            assertThat(lifted.act(press.act(), facts).then().panel())
                    .as("the cover falls shut")
                    .isEqualTo(new Panel.EmergencyStop("ESD-701", false));
        }
    }

    @Test
    void nothingCanBeOperatedWhenTheLinkIsLost() {
        for (var panel : Trial.panels().entrySet()) {
            boolean cabinet = panel.getValue() instanceof Panel.Cabinet || panel.getValue() instanceof Panel.Radio;
            if (cabinet) {
                continue; // putting on a helmet and speaking need no link; the station answers when it is back
            }
            for (Hit hit : picture(with(panel.getValue()), false).hits()) {
                assertThat(hit.act())
                        .as("%s: %s", panel.getKey(), hit.id())
                        .isNotInstanceOfAny(Act.Send.class, Act.Hold.class, Act.TurnTo.class, Act.Jump.class);
            }
        }
    }

    @Test
    void aLockedValveCannotBeTurned() {
        Interface free = with(new Panel.LockOut("HV-714"));
        assertThat(choose(free, "lock", "tag"))
                .containsExactly(send("LOTO.HV-714", "lock", 0, ""), send("LOTO.HV-714", "tag", 0, ""));
        Interface locked = with(new Panel.HandValve("HV-706"));
        assertThat(picture(locked, true).named("open"))
                .as("the station says that a lock hangs there")
                .isNull();
        assertThat(choose(locked, "lockout", "lock", "tag"))
                .as("they come off where they were hung")
                .containsExactly(send("LOTO.HV-706", "unlock", 0, ""), send("LOTO.HV-706", "untag", 0, ""));
        assertThat(picture(with(new Panel.Machine("E-703")), true).named("lockout"))
                .as("no place for a lock on a machine without a local panel")
                .isNull();
    }

    @Test
    void theStationKnowsEveryPlaceForALock() {
        for (String plant : List.of("ethanol-water-rig", "debutanizer", "ethanol-water-column")) {
            PlantPack pack = PlantPack.shipped(plant);
            Set<String> targets = new PlantEngine(pack, pack.initialCondition("cold"), 1)
                    .operations()
                    .keySet();
            List<String> locks = targets.stream()
                    .filter(target -> target.startsWith("LOTO."))
                    .map(target -> target.substring("LOTO.".length()))
                    .toList();
            assertThat(Trial.facts(plant).lockable()).as(plant).isNotEmpty().containsExactlyInAnyOrderElementsOf(locks);
        }
    }

    @Test
    void whatThereIsForAnEmergencyIsOnlyLookedAtAndSaysHowItIsUsed() {
        for (Item.Kind kind : List.of(Item.Kind.EXTINGUISHER, Item.Kind.HOSE, Item.Kind.EYEWASH)) {
            Interface state = Interface.start(Settings.DEFAULT).open(item("AID-1", kind));
            Picture seen = picture(state, true);
            assertThat(seen.hits()).as(kind.name()).noneMatch(hit -> hit.act() instanceof Act.Send);
            assertThat(seen.shapes().toString())
                    .as(kind.name())
                    .contains("名称 AID-1")
                    .containsPattern("上风|15 分钟");
            assertThat(state.lastTag()).as("nobody can speak of it by its name").isEmpty();
        }
    }

    @Test
    void lightAndWeatherAreChosenInTheMenu() {
        Interface menu = with(new Panel.Menu());
        assertThat(menu.settings().weather()).isEqualTo(Weather.DAY);
        Interface state = menu;
        for (String id : List.of("night", "rain")) {
            Hit hit = Objects.requireNonNull(picture(state, true).named(id));
            state = state.act(hit.act(), facts).then();
        }
        assertThat(state.settings().weather()).isEqualTo(new Weather(1, 1));
        assertThat(choose(state, "day", "dry")).endsWith(new Act.Change(menu.settings()));
    }

    @Test
    void equipmentIsPutOnAndChecked() {
        assertThat(choose(
                        with(new Panel.Cabinet()),
                        "gear helmet",
                        "gear goggles",
                        "gear dust-mask",
                        "gear dust-mask",
                        "dressed"))
                .containsExactly(send("PPE", "wear", 0, "goggles,helmet"));
    }

    @Test
    void aCheckPointIsNormalOrHasADefect() {
        assertThat(choose(with(new Panel.CheckPoint("CP-02", false)), "normal"))
                .containsExactly(send("CHECK.CP-02", "report", 0, ""));
        assertThat(choose(with(new Panel.CheckPoint("CP-02", false)), "defect", "defect loose", "normal"))
                .as("the list closes after a report")
                .containsExactly(send("CHECK.CP-02", "report", 0, "loose"), send("CHECK.CP-02", "report", 0, ""));
    }

    @Test
    void numbersAreTypedWithThePad() {
        assertThat(choose(
                        with(new Panel.Sample("S-TOP", "")),
                        "draw",
                        "key9",
                        "key0",
                        "key.",
                        "key5",
                        "key7",
                        "key<",
                        "key6",
                        "enter"))
                .containsExactly(send("S-TOP", "sample", 0, ""), send("RECORD.S-TOP", "enter", 90.56, ""));
        assertThat(choose(with(new Panel.Logbook(0, "")), "field TI-708", "key9", "key8", "enter"))
                .containsExactly(send("LOG", "enter", 0, "{\"TI-708\":98.0}"));
        assertThat(choose(with(new Panel.Logbook(0, "")), "report", "send"))
                .containsExactly(send("REPORT", "send", 0, ""));
    }

    @Test
    void theNumberPadTakesNothingThatIsNoNumber() {
        Interface state = with(new Panel.Logbook(0, ""));
        for (char key : "..1.2.3--45678901".toCharArray()) {
            state = state.act(new Act.Key(key), facts).then();
        }
        assertThat(state.panel()).isEqualTo(new Panel.Logbook(0, "0.123456"));
        state = with(new Panel.Logbook(0, "5")).act(new Act.Key('-'), facts).then();
        assertThat(state.panel()).isEqualTo(new Panel.Logbook(0, "-5"));
        assertThat(with(new Panel.Logbook(0, "-")).act(new Act.Enter(), facts).requests())
                .isEmpty();
    }

    @Test
    void aCallNamesWhatWasHandledLast() {
        Interface state = Interface.start(Settings.DEFAULT).open(item("HV-714", Item.Kind.HAND_VALVE));
        assertThat(choose(state, "radio", "say opened")).containsExactly(send("RADIO", "call", 0, "opened:HV-714"));
        Picture nothingHandled = picture(with(new Panel.Radio(0)), true);
        assertThat(nothingHandled.named("say opened")).as("about what?").isNull();
        assertThat(nothingHandled.named("say in-place")).isNotNull();
    }

    @Test
    void detectorsAreTestedTogether() {
        assertThat(choose(with(new Panel.Detector("AT-703B")), "test")).containsExactly(send("AT-703", "test", 0, ""));
    }

    @Test
    void settingsStayInTheirRanges() {
        Interface state = with(new Panel.Menu());
        for (int i = 0; i < 20; i++) {
            for (String id : List.of("scale+", "fov+", "mouse+", "sounds+")) {
                Hit hit = picture(state, true).named(id);
                assertThat(hit).isNotNull();
                state = hit == null ? state : state.act(hit.act(), facts).then();
            }
        }
        assertThat(state.settings()).isEqualTo(new Settings(2, 90, 3, 1, Optional.empty(), false, false, false));
        assertThat(choose(state, "en"))
                .containsExactly(new Act.Change(state.settings().withEnglish(true)));
        assertThat(choose(with(new Panel.Menu()), "2d")).containsExactly(new Act.Program(Act.Command.OPEN_2D));
    }

    @Test
    void jumpingClosesTheList() {
        Interface.Outcome outcome = with(new Panel.Places(0)).act(new Act.Jump("view-3"), facts);
        assertThat(outcome.then().panel()).isEqualTo(new Panel.None());
        assertThat(outcome.requests()).containsExactly(new Act.Jump("view-3"));
    }

    @ParameterizedTest
    @EnumSource(Item.Kind.class)
    void everyKindOfItemOpensAPanel(Item.Kind kind) {
        Interface state = Interface.start(Settings.DEFAULT).open(item("X-1", kind));
        assertThat(state.panel()).isNotEqualTo(new Panel.None());
        Hit close = picture(state, true).named("close");
        assertThat(close).isNotNull();
    }

    private static Item item(String tag, Item.Kind kind) {
        return new Item(
                tag,
                kind,
                new LocalText("名称 " + tag, "name of " + tag),
                new Vector3f(),
                new Vector3f(1),
                new Quaternionf(),
                new Vector3f(),
                new Vector3f(0, 0, 1));
    }

    @Test
    void theFactsHoldEveryOperableTagOfEveryPlant() {
        for (String plant : List.of("ethanol-water-rig", "debutanizer", "ethanol-water-column")) {
            FieldFacts one = Trial.facts(plant);
            assertThat(one.valves()).isNotEmpty();
            assertThat(one.machines().values()).anyMatch(FieldFacts.Machine::panel);
            assertThat(one.switches().values()).anyMatch(FieldFacts.Switch::emergency);
            assertThat(one.work().gear()).hasSizeGreaterThan(5);
            assertThat(one.name("HV-none").zh()).isEqualTo("HV-none");
            one.valves().keySet().forEach(tag -> assertThat(one.name(tag).en()).isNotEqualTo(tag));
        }
        assertThat(facts.gauges())
                .hasEntrySatisfying("PG-701", gauge -> assertThat(gauge.unit()).isEqualTo("kPa"));
    }

    @Test
    void wordsExistInBothLanguagesWithTheSamePlaceholders() {
        for (Word word : Word.values()) {
            for (String mark : List.of("{0}", "{1}", "{2}")) {
                assertThat(word.in(Locale.ENGLISH).contains(mark))
                        .as("%s %s", word, mark)
                        .isEqualTo(word.in(Locale.CHINESE).contains(mark));
            }
        }
        assertThat(HudView.clock(402)).isEqualTo("06:42");
        assertThat(HudView.clock(7384)).isEqualTo("2:03:04");
    }

    @Test
    void aPlaceStraightAheadLiesInTheMiddleOfTheScreen() {
        Camera camera = new Camera(new Vector3f(1, 2, 3), (float) Math.PI / 2, 0.3f, 1);
        double far = 5;
        Vector3f ahead = new Vector3f((float) (1 - far * Math.cos(0.3)), (float) (2 + far * Math.sin(0.3)), 3);
        assertThat(Projection.of(camera, screen, ahead)).hasValueSatisfying(point -> {
            assertThat(point.x).isCloseTo(screen.width() / 2, within(0.01f));
            assertThat(point.y).isCloseTo(screen.height() / 2, within(0.01f));
        });
        Vector3f north = new Vector3f(ahead).add(0, 0, -0.5f);
        assertThat(Projection.of(camera, screen, north))
                .as("looking west, north is to the right")
                .hasValueSatisfying(point -> assertThat(point.x).isGreaterThan(screen.width() / 2 + 10));
        assertThat(Projection.of(camera, screen, new Vector3f(9, 2, 3)))
                .as("behind")
                .isEmpty();
    }

    @Test
    void allLicencesAreReadToTheirEnd() {
        List<String> all = new ArrayList<>();
        for (int text = 0; text < Licences.count(); text++) {
            Interface state = with(new Panel.Licences(text, 0));
            for (int page = 0; page < 200; page++) {
                Picture picture = picture(state, false);
                picture.shapes().forEach(shape -> {
                    if (shape instanceof Shape.Text words) {
                        all.add(words.text());
                    }
                });
                Hit next = picture.named("next");
                if (next == null) {
                    break;
                }
                state = state.act(next.act(), facts).then();
            }
            assertThat(picture(state, false).named("next")).as("the end").isNull();
        }
        String words = String.join("\n", all);
        assertThat(words)
                .contains("第三方组件", "lwjgl-nanovg 3.4.3", "BSD-3-Clause (1)", "SUCH DAMAGE", "zlib")
                .contains("Apache License", "END OF TERMS AND CONDITIONS", "SIL OPEN FONT LICENSE", "Noto Sans")
                .contains("GNU LIBRARY GENERAL PUBLIC LICENSE", "That's all there is to it!");
    }

    @Test
    void licencesAreScrolledByTheWheelAndNothingElseIs() {
        Interface text = with(new Panel.Licences(1, 0));
        assertThat(text.scroll(6).panel()).isEqualTo(new Panel.Licences(1, 6));
        assertThat(text.scroll(-6).panel()).isEqualTo(new Panel.Licences(1, 0));
        Panel end = text.scroll(1_000_000).panel();
        assertThat(end instanceof Panel.Licences one && one.line() > 100 && one.line() < 1_000)
                .isTrue();
        Interface help = with(new Panel.Help());
        assertThat(help.scroll(6)).isSameAs(help);
        assertThat(choose(with(new Panel.Menu()), "licences", "text-3", "back")).isEmpty();
    }

    private static List<String> texts(Picture picture) {
        return picture.shapes().stream()
                .filter(Shape.Text.class::isInstance)
                .map(shape -> ((Shape.Text) shape).text())
                .toList();
    }

    @Test
    void wrongStepsAreToldBySignAndWords() {
        Situation now = Trial.situation(facts);
        Interface state = Interface.start(Settings.DEFAULT);
        Picture full = state.layout(screen, MONOSPACED, Pointing.NOWHERE, Trial.hud(screen, true), now);
        Picture plain = state.layout(screen, MONOSPACED, Pointing.NOWHERE, Trial.hud(screen, false), now);
        assertThat(texts(full)).contains("做错：第 2, 6 步");
        assertThat(texts(plain)).noneMatch(text -> text.contains("做错"));
        Picture english = state.with(Settings.DEFAULT.withEnglish(true))
                .layout(screen, MONOSPACED, Pointing.NOWHERE, Trial.hud(screen, true), now);
        assertThat(texts(english)).contains("Done wrong: step 2, 6");
        Hud.Guide guide = Trial.hud(screen, true).guide();
        Hud.Guide second =
                new Hud.Guide(guide.title(), guide.step(), 2, guide.count(), "", Double.NaN, Double.NaN, guide.marks());
        Hud base = Trial.hud(screen, false);
        Hud hud = new Hud(base.status(), second, null, base.position(), List.of(), null, null);
        assertThat(texts(state.layout(screen, MONOSPACED, Pointing.NOWHERE, hud, now)))
                .anyMatch(text -> text.startsWith("做错：全开 HV-714"));
    }

    @Test
    void wordsAreMeasuredOnce() {
        List<String> asked = new ArrayList<>();
        Measure measure = Measure.remembered((size, text) -> {
            asked.add(text + size);
            return size * text.length();
        });
        assertThat(measure.width(14, "abc")).isEqualTo(42);
        assertThat(measure.width(14, "abc")).isEqualTo(42);
        assertThat(measure.width(14.5f, "abc")).isEqualTo(43.5f);
        assertThat(asked).containsExactly("abc14.0", "abc14.5");
        for (int i = 0; i < 9_000; i++) {
            measure.width(12, "t" + i);
        }
        assertThat(measure.width(14, "abc")).as("forgotten and asked again").isEqualTo(42);
    }

    @Test
    void theSamePanelsAreEqualSoThatTheyAreNotPaintedAgain() {
        Interface state = with(new Panel.None());
        assertThat(picture(state, true)).isEqualTo(picture(state, true));
        assertThat(picture(state, true)).isNotEqualTo(picture(with(new Panel.Menu()), true));
    }
}
