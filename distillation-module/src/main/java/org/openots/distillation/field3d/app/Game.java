package org.openots.distillation.field3d.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joml.Vector3f;
import org.jspecify.annotations.Nullable;
import org.openots.distillation.field3d.body.Body;
import org.openots.distillation.field3d.body.Controls;
import org.openots.distillation.field3d.body.Ground;
import org.openots.distillation.field3d.body.Reach;
import org.openots.distillation.field3d.gl.Sound;
import org.openots.distillation.field3d.net.LinkState;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.state.Blind;
import org.openots.distillation.field3d.state.Camera;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.state.Hands;
import org.openots.distillation.field3d.state.MotionState;
import org.openots.distillation.field3d.state.Operation;
import org.openots.distillation.field3d.state.SnapshotBuffer;
import org.openots.distillation.field3d.state.Values;
import org.openots.distillation.field3d.state.ValveTravel;
import org.openots.distillation.field3d.state.Weather;
import org.openots.distillation.field3d.ui.Act;
import org.openots.distillation.field3d.ui.FieldFacts;
import org.openots.distillation.field3d.ui.Focus;
import org.openots.distillation.field3d.ui.Hit;
import org.openots.distillation.field3d.ui.Hud;
import org.openots.distillation.field3d.ui.Interface;
import org.openots.distillation.field3d.ui.Measure;
import org.openots.distillation.field3d.ui.Panel;
import org.openots.distillation.field3d.ui.Picture;
import org.openots.distillation.field3d.ui.Pointing;
import org.openots.distillation.field3d.ui.Screen;
import org.openots.distillation.field3d.ui.Settings;
import org.openots.distillation.field3d.ui.SitePlan;
import org.openots.distillation.field3d.ui.Situation;
import org.openots.distillation.field3d.ui.Word;

/**
 * The player in the plant: keys, pointer and frames of the station go in, a frame and panels come out. Knows no graphics
 * library; the same inputs lead to the same picture.
 */
final class Game {
    /** Between two words to the station about where one stands, s. */
    private static final double TELL_SECONDS = 0.2;

    /** Between two sizes of the panels. */
    private static final float SCALE_STEP = 0.25f;

    /** Fine turning with the wheel of the mouse, %. */
    static final double PERCENT_PER_NOTCH = 2;

    /** Scrolling with the wheel of the mouse. */
    private static final double LINES_PER_NOTCH = 3;

    /** Longer than this the picture stood still, and the body does not run on, s. */
    private static final double LONGEST_STEP = 0.25;

    private final Scene scene;
    private final FieldFacts facts;
    private final Wire wire;
    private final Player player;
    private final Optional<Flight> flight;
    private final Overlay overlay;
    private final SitePlan plan;
    private final List<Situation.Place> places;
    private final Body body;
    private final Reach reach;
    private final Reception station;
    private final Hands hands;
    private final MotionState motion;
    private final Dispatch dispatch;
    private final Pilot pilot;
    private final Hearing hearing;
    private final Callout callout;
    private final List<Act.Command> commands = new ArrayList<>();
    private Interface ui;
    private Pointing pointing = Pointing.NOWHERE;
    private Picture panels = new Picture(List.of(), List.of(), List.of());
    private @Nullable ValveTravel held;
    private float[] moved;
    private double now;
    private double pending;
    private double told;
    private double turn;
    private double look;
    private boolean ended;
    private boolean grab;
    private int looked = -1;
    private int chosen = -1;

    Game(Scene scene, FieldFacts facts, Wire wire, Player player, Settings settings) {
        this.scene = scene;
        this.facts = facts;
        this.wire = wire;
        dispatch = new Dispatch(wire);
        station = new Reception(scene, wire);
        hands = new Hands(new Blind(scene, station.shown()));
        this.player = player;
        flight = wire.replay().map(replay -> new Flight(replay, scene));
        overlay = new Overlay(player, wire, flight);
        plan = SitePlan.of(scene);
        places = scene.views().stream()
                .filter(View::listed)
                .map(view -> new Situation.Place(view.id(), view.name()))
                .toList();
        Ground ground = new Ground(scene.walk());
        body = new Body(ground);
        reach = new Reach(scene, ground);
        motion = new MotionState(scene.motions());
        pilot = new Pilot(scene, ground);
        hearing = new Hearing(scene, facts);
        callout = new Callout(facts, hands);
        moved = motion.step(0, hands);
        ui = Interface.start(settings);
        body.teleport(scene.views().get(0));
    }

    /** The body, for robots and tests. */
    Body body() {
        return body;
    }

    /** The state of the panels. */
    Interface ui() {
        return ui;
    }

    /** Where pointer and keyboard are. */
    Pointing pointing() {
        return pointing;
    }

    /** The panels as they were laid out last. */
    Picture panels() {
        return panels;
    }

    /** What is shown of the signals, with what the own hands do. */
    Values shown() {
        return hands;
    }

    /** What the station told of them. */
    SnapshotBuffer told() {
        return station.buffer();
    }

    /** The words beside things. */
    Callout callout() {
        return callout;
    }

    /** Operations on their way and news. */
    Dispatch dispatch() {
        return dispatch;
    }

    /** Index of the item that would be used: chosen by key, else what the middle of the picture points at; -1 for none. */
    int aimed() {
        return chosen >= 0 ? chosen : looked;
    }

    /** Whether the pointer is free for the panels, and not turning the view. */
    boolean pointerFree() {
        return !(ui.panel() instanceof Panel.None);
    }

    // ---- time -------------------------------------------------------------------------------------------------

    /**
     * Lets time pass.
     *
     * @param seconds since the last call
     * @param controls keys for walking; their turn and look are of this call
     */
    void advance(double seconds, Controls controls) {
        now += seconds;
        turn += controls.turn();
        look += controls.look();
        pending = Math.min(pending + seconds, LONGEST_STEP);
        wire.replay().ifPresent(replay -> replay.lead(seconds, body, dispatch));
        boolean flies = flight.isPresent() && flight.get().step(seconds, controls, ui.modal(), body);
        if (flies) {
            pending = 0;
            turn = 0;
            look = 0;
        }
        boolean still = ui.modal() || wire.replay().flatMap(Replay::eye).isPresent();
        while (pending >= Body.STEP_SECONDS) {
            pending -= Body.STEP_SECONDS;
            body.step(still ? Controls.NONE : controls.turning(turn, look, grab));
            turn = 0;
            look = 0;
            grab = false;
        }
        station.listen(now, seconds, dispatch::called);
        watchLink();
        for (Operation wish : hands.step(seconds)) {
            dispatch.send(wish);
        }
        moved = motion.step(seconds, hands);
        looked = reach.pick(body);
        if (chosen >= 0 && !reach.uses(body, chosen)) {
            chosen = -1;
        }
        dispatch.advance(seconds).forEach(hands::refused);
        pilot.accept(station.task());
        pilot.step(hands, body);
        String valve = ui.panel() instanceof Panel.HandValve one ? one.tag() : "";
        hearing.step(seconds, hands, station.effects().plumes(), station.horn(), valve, body);
        told += seconds;
        if (told >= TELL_SECONDS) {
            told = 0;
            wire.stand(eye(), body.yaw(), body.pitch());
        }
    }

    private Vector3f eye() {
        return new Vector3f((float) body.x(), (float) body.eyeY(), (float) body.z());
    }

    private void watchLink() {
        LinkState state = wire.state();
        if (state.phase().over() && !ended) {
            show(new Panel.Fault(state.text().zh(), state.text().en()));
        }
        if (ended && !state.phase().over() && ui.panel() instanceof Panel.Fault) {
            show(new Panel.None());
        }
        ended = state.phase().over();
    }

    // ---- keys and pointer -------------------------------------------------------------------------------------

    /** What the program was asked for since the last call. */
    List<Act.Command> commands() {
        List<Act.Command> all = List.copyOf(commands);
        commands.clear();
        return all;
    }

    void key(GameKey key) {
        boolean open = pointerFree();
        switch (key) {
            case ESCAPE -> {
                release();
                ui = ui.show(open ? new Panel.None() : new Panel.Menu());
                pointing = Pointing.NOWHERE;
            }
            case USE -> use(open);
            case TAB, BACK_TAB -> {
                if (open) {
                    focus(Focus.tab(panels, pointing.focus(), key == GameKey.BACK_TAB));
                } else {
                    ui = ui.show(new Panel.Belt());
                }
            }
            case NEXT_ITEM -> choose(reach.next(body, chosen, false));
            case PREVIOUS_ITEM -> choose(reach.next(body, chosen, true));
            case PLACES -> show(open, new Panel.Places(0));
            case RADIO -> show(open, new Panel.Radio(0));
            case HELP -> show(open, new Panel.Help());
            case LEFT -> focus(Focus.arrow(panels, pointing.focus(), Focus.Way.LEFT));
            case RIGHT -> focus(Focus.arrow(panels, pointing.focus(), Focus.Way.RIGHT));
            case UP -> focus(Focus.arrow(panels, pointing.focus(), Focus.Way.UP));
            case DOWN -> focus(Focus.arrow(panels, pointing.focus(), Focus.Way.DOWN));
            case BACKSPACE -> act(new Act.Key('<'));
            case MORE -> more(1);
            case LESS -> more(-1);
            default -> flight.ifPresent(one -> one.key(key, body));
        }
    }

    /** Who has no mouse looks at what he chose. */
    private void choose(int item) {
        chosen = item;
        if (item >= 0) {
            body.lookAt(scene.items().get(item).centre());
        }
    }

    /** Plus and minus: a valve in the hand, the speed of a flight, else the size of the panels; in a field typed. */
    private void more(int way) {
        Panel panel = ui.panel();
        if (panel instanceof Panel.HandValve) {
            wheel(way);
        } else if (!(panel instanceof Panel.Sample)
                && !(panel instanceof Panel.Logbook)
                && (ui.modal() || flight.isEmpty() || !flight.get().faster(way))) {
            Settings now = ui.settings();
            ui = ui.with(now.withScale(now.scale() + way * SCALE_STEP));
        }
    }

    private void show(boolean open, Panel panel) {
        if (!open) {
            ui = ui.show(panel);
        }
    }

    private void use(boolean open) {
        Hit focused = panels.named(pointing.focus());
        if (open && focused != null) {
            choose(focused);
            return;
        }
        if (open) {
            return;
        }
        int item = aimed();
        if (item >= 0 && reach.uses(body, item)) {
            ui = ui.open(scene.items().get(item));
        } else if (body.canClimb()) {
            grab = true;
        } else if (item >= 0) {
            dispatch.say(Hud.Mood.NEWS, Word.TOO_FAR.both());
        }
    }

    /** Shows a panel, whatever is open. */
    void show(Panel panel) {
        release();
        ui = ui.show(panel);
        pointing = Pointing.NOWHERE;
    }

    /** A digit, point or minus that was typed. */
    void typed(char key) {
        if (pointerFree()) {
            act(new Act.Key(key));
        }
    }

    private void focus(String id) {
        pointing = new Pointing(id, pointing.hover(), pointing.pressed());
    }

    /** The pointer moved; px of the panels. */
    void point(float x, float y) {
        Hit hit = panels.at(x, y);
        pointing = new Pointing(pointing.focus(), hit == null ? "" : hit.id(), pointing.pressed());
    }

    /** The button of the pointer went down; px of the panels. */
    void press(float x, float y) {
        if (!pointerFree()) {
            use(false);
            return;
        }
        Hit hit = panels.at(x, y);
        if (hit == null) {
            if (!panels.covers(x, y) && !ui.modal()) {
                key(GameKey.ESCAPE);
            }
            return;
        }
        pointing = new Pointing(hit.id(), hit.id(), hit.id());
        choose(hit);
    }

    /** The button of the pointer went up. */
    void release() {
        if (held != null) {
            held.release();
            held = null;
        }
        pointing = new Pointing(pointing.focus(), pointing.hover(), "");
    }

    /** The wheel of the mouse: fine turning of a valve, scrolling, speed of a flight; notches. */
    void wheel(double notches) {
        if (ui.panel() instanceof Panel.HandValve valve) {
            ValveTravel travel = travel(valve.tag());
            double shown = hands.value(valve.tag());
            if (travel != null && !Double.isNaN(shown)) {
                travel.turnTo(shown + PERCENT_PER_NOTCH * notches);
            }
        } else if (flight.isEmpty() || ui.modal() || !flight.get().faster(notches)) {
            ui = ui.scroll((int) Math.round(-LINES_PER_NOTCH * notches));
        }
    }

    private void choose(Hit hit) {
        act(hit.act());
    }

    private void act(Act act) {
        Interface.Outcome outcome = ui.act(act, facts);
        boolean other = !outcome.then().panel().equals(ui.panel());
        ui = outcome.then();
        if (other && !(act instanceof Act.Key)) {
            pointing = Pointing.NOWHERE;
        }
        outcome.requests().forEach(this::request);
    }

    private void request(Act act) {
        if (act instanceof Act.Send one) {
            dispatch.send(one.operation());
        } else if (act instanceof Act.Hold one) {
            held = travel(one.valve());
            if (held != null) {
                held.hold(one.way());
            }
        } else if (act instanceof Act.TurnTo one) {
            ValveTravel travel = travel(one.valve());
            if (travel != null) {
                travel.turnTo(one.percent());
            }
        } else if (act instanceof Act.Jump one) {
            flight.ifPresent(Flight::stop);
            scene.views().stream()
                    .filter(view -> view.id().equals(one.view()))
                    .findFirst()
                    .ifPresent(body::teleport);
        } else if (act instanceof Act.Program one) {
            commands.add(one.what());
        }
    }

    private @Nullable ValveTravel travel(String tag) {
        FieldFacts.Valve valve = facts.valves().get(tag);
        return valve == null ? null : hands.on(tag, valve.strokeSeconds(), valve.turns());
    }

    // ---- picture ----------------------------------------------------------------------------------------------

    /** The frame to be drawn now. */
    Frame frame(Weather weather) {
        int light = chosen >= 0 ? chosen : looked >= 0 && reach.uses(body, looked) ? looked : -1;
        return new Frame(
                now,
                camera(),
                moved,
                light,
                pilot.goal(),
                station.effects().plumes(),
                station.effects().pools(),
                station.people().figures(),
                weather);
    }

    /** The eye. */
    Camera camera() {
        return body.camera((float) Math.toRadians(ui.settings().fieldOfView()));
    }

    /** Lays the panels out. */
    Picture layout(Screen screen, Measure measure) {
        Situation situation = new Situation(
                facts, plan, places, hands, ui.work(), new Situation.Freedom(operable(), player.jumps()), ui.lastTag());
        Overlay.View view = Overlay.View.of(camera().fieldOfView(), screen);
        Hud hud = overlay.hud(station, pilot, body, view, dispatch, hearing, target(screen));
        panels = ui.layout(screen, measure, pointing, hud, situation);
        return panels;
    }

    private boolean operable() {
        return station.live() && wire.replay().isEmpty() && handy(ui.lastTag());
    }

    private boolean handy(String tag) {
        for (int i = 0; i < scene.items().size(); i++) {
            if (scene.items().get(i).tag().equals(tag) && reach.uses(body, i)) {
                return true;
            }
        }
        return false;
    }

    private Hud.@Nullable Target target(Screen screen) {
        int at = aimed();
        return at < 0 || pointerFree()
                ? null
                : callout.of(scene.items().get(at), reach.uses(body, at), camera(), screen);
    }

    // ---- sounds -----------------------------------------------------------------------------------------------

    /** What is heard now. */
    List<Sound> sounds() {
        return hearing.sounds();
    }

    /** Footsteps since the last call. */
    int footfalls() {
        return hearing.footfalls();
    }
}
