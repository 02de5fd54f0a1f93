package org.openots.distillation.field3d.gl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.ShippedPlant;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.scene.model.Person;
import org.openots.distillation.field3d.state.Camera;
import org.openots.distillation.field3d.state.Defects;
import org.openots.distillation.field3d.state.Effect;
import org.openots.distillation.field3d.state.EffectState;
import org.openots.distillation.field3d.state.Figure;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.state.MotionState;
import org.openots.distillation.field3d.state.Values;
import org.openots.distillation.field3d.state.Weather;
import org.openots.distillation.field3d.ui.Canvas;
import org.openots.distillation.field3d.ui.FieldFacts;
import org.openots.distillation.field3d.ui.Panel;
import org.openots.distillation.field3d.ui.Screen;
import org.openots.distillation.field3d.ui.TrialPanels;

/** Ten pictures of each shipped plant: from the gate, of each kind of equipment, by day, night and rain, calm and not, with panels. */
final class PlantFrames {
    private static final Weather NIGHT = new Weather(1, 0);
    private static final Weather RAIN = new Weather(0, 1);
    private static final Screen SCREEN = Screen.of(1280, 720, 1);

    /**
     * A picture to be taken.
     *
     * @param name of the file
     * @param view of the plot plan
     * @param effects that go on
     * @param weather of it
     * @param share of its way that every moving part has gone
     * @param people whether others stand in it
     * @param panel laid over it
     */
    record Shot(
            String name,
            String view,
            List<Effect> effects,
            Weather weather,
            double share,
            boolean people,
            Optional<Panel> panel) {
        static Shot calm(String view) {
            return new Shot(view, view, List.of(), Weather.DAY, 0.5, false, Optional.empty());
        }

        Shot named(String other) {
            return new Shot(other, view, effects, weather, share, people, panel);
        }

        Shot in(Weather other) {
            return new Shot(name, view, effects, other, share, people, panel);
        }

        Shot at(double other) {
            return new Shot(name, view, effects, weather, other, people, panel);
        }

        Shot with(String place, Effect.Kind kind, double amount) {
            List<Effect> more = new ArrayList<>(effects);
            more.add(new Effect(place, kind, amount));
            return new Shot(name, view, more, weather, share, people, panel);
        }

        Shot withPeople() {
            return new Shot(name, view, effects, weather, share, true, panel);
        }

        Shot under(Panel one) {
            return new Shot(name, view, effects, weather, share, people, Optional.of(one));
        }
    }

    private static final Map<String, List<Shot>> SHOTS = Map.of(
            "ethanol-water-rig",
            List.of(
                    Shot.calm("gate"),
                    Shot.calm("front").at(1),
                    Shot.calm("preheater"),
                    Shot.calm("pumps").at(0),
                    Shot.calm("top"),
                    Shot.calm("sump"),
                    Shot.calm("tanks")
                            .named("leak")
                            .with("drum-drain", Effect.Kind.LIQUID, 0.6)
                            .with("drum-drain", Effect.Kind.POOL, 0.01),
                    Shot.calm("overview").named("fire").with("drum-drain", Effect.Kind.FIRE, 3e5),
                    Shot.calm("north").named("night").in(NIGHT).withPeople(),
                    Shot.calm("water").named("panel").under(new Panel.HandValve("HV-714"))),
            "ethanol-water-column",
            List.of(
                    Shot.calm("gate"),
                    Shot.calm("overview").at(1),
                    Shot.calm("reboiler"),
                    Shot.calm("drum"),
                    Shot.calm("column-top"),
                    Shot.calm("feed-pumps"),
                    Shot.calm("reflux-pumps")
                            .named("fire")
                            .with("seal-a", Effect.Kind.FIRE, 1.5e6)
                            .with("seal-a", Effect.Kind.POOL, 0.05),
                    Shot.calm("high").named("rain").in(RAIN),
                    Shot.calm("bottoms-pumps").named("night").in(NIGHT).withPeople(),
                    Shot.calm("tanks").named("panel").under(new Panel.None())),
            "debutanizer",
            List.of(
                    Shot.calm("gate"),
                    Shot.calm("high").at(1),
                    Shot.calm("drum"),
                    Shot.calm("bottoms"),
                    Shot.calm("column-mid"),
                    Shot.calm("steam").with("TV101", Effect.Kind.STEAM, 0.4),
                    Shot.calm("pumps")
                            .named("leak")
                            .with("seal-a", Effect.Kind.GAS, 0.5)
                            .with("seal-a", Effect.Kind.POOL, 0.1),
                    Shot.calm("front").named("rain").in(RAIN),
                    Shot.calm("overview")
                            .named("night-fire")
                            .in(NIGHT)
                            .withPeople()
                            .with("seal-a", Effect.Kind.FIRE, 3e6),
                    Shot.calm("shelter").named("panel").under(new Panel.Places(0))));

    private PlantFrames() {}

    static List<Shot> of(String plant) {
        return Objects.requireNonNull(SHOTS.get(plant), plant);
    }

    /** The frame of a picture, in which all effects have grown to their size. */
    static Frame frame(Scene scene, Shot shot) {
        View view = scene.views().stream()
                .filter(one -> one.id().equals(shot.view()))
                .findFirst()
                .orElseThrow();
        EffectState effects = new EffectState(scene);
        List<String> unknown = effects.accept(shot.effects());
        if (!unknown.isEmpty()) {
            throw new AssertionError("no such place: " + unknown);
        }
        for (int i = 0; i < 60; i++) {
            effects.step(0.2);
        }
        Camera camera = Studio.camera(view.eye(), view.target());
        return new Frame(
                12.2,
                camera,
                new MotionState(scene.motions()).step(0.4, values(scene, shot.share())),
                -1,
                -1,
                effects.plumes(),
                effects.pools(),
                shot.people() ? people(view) : List.of(),
                shot.weather());
    }

    private static Values values(Scene scene, double share) {
        return new Defects(signal -> scene.motions().stream()
                .filter(motion -> motion.signal().equals(signal))
                .findFirst()
                .map(motion -> motion.kind() == Motion.Kind.SHOWN
                        ? motion.low()
                        : motion.low() + share * (motion.high() - motion.low()))
                .orElse(Double.NaN));
    }

    /** One who comes and one who stands aside. */
    private static List<Figure> people(View view) {
        Vector3f ahead = new Vector3f(view.target()).sub(view.eye());
        ahead.y = 0;
        ahead.normalize();
        Vector3f aside = new Vector3f(-ahead.z, 0, ahead.x);
        float back = (float) StrictMath.atan2(ahead.x, ahead.z);
        Vector3f comes = new Vector3f(view.eye()).fma(3.2f, ahead).fma(-0.35f, aside);
        Vector3f stands = new Vector3f(view.eye()).fma(4.4f, ahead).fma(0.45f, aside);
        comes.y = 0;
        stands.y = 0;
        return List.of(new Figure("张三", comes, back, 1.1f), new Figure("李四", stands, back + 0.9f, 0));
    }

    static Worker worker() {
        return new Worker(Person.figure(), Person.JOINTS);
    }

    /** Takes a picture with its panels, if it has some. */
    static Picture shoot(Studio studio, ShippedPlant plant, Shot shot, int width, int height) {
        Optional<FieldFacts> facts = shot.panel().map(panel -> FieldFacts.of(plant.pack()));
        Consumer<Canvas> painting = canvas ->
                shot.panel().ifPresent(panel -> TrialPanels.paint(canvas, SCREEN, facts.orElseThrow(), panel));
        if (shot.panel().isPresent()) {
            studio.panels(painting, width, height, height / SCREEN.height());
        }
        return studio.shoot(frame(plant.scene(), shot), width, height);
    }

    /** Draws pictures into a folder: FOLDER WIDTH HEIGHT [PLANT/NAME...]. */
    public static void main(String[] arguments) {
        NativeSettings.apply();
        List<String> only = List.of(arguments).subList(3, arguments.length);
        for (String id : SHOTS.keySet().stream().sorted().toList()) {
            ShippedPlant plant = ShippedPlant.of(id);
            try (Studio studio = new Studio(plant.scene(), worker(), Preset.HIGH)) {
                for (Shot shot : of(id)) {
                    String name = id + "/" + shot.name();
                    if (only.isEmpty() || only.contains(name) || only.contains(id)) {
                        shoot(studio, plant, shot, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                                .write(Path.of(arguments[0], name.replace('/', '-') + ".png"));
                        System.out.println(name);
                    }
                }
            }
        }
    }
}
