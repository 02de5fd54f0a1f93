package org.openots.distillation.field3d.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.body.Body;
import org.openots.distillation.field3d.gl.Sound;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Plume;
import org.openots.distillation.field3d.state.Values;
import org.openots.distillation.field3d.ui.FieldFacts;

/**
 * What is heard in the plant, and its subtitles: a sound that begins near enough is written below the picture for some seconds, so
 * that nobody needs ears or a sound card. For one thread.
 */
final class Hearing {
    /** Farther than this a sound of full loudness is not noticed among the others, m. */
    private static final double EARSHOT = 30;

    /** How long a subtitle stays, s: one short line. */
    private static final double SUBTITLE_SECONDS = 4;

    /** A wheel that moved less between two calls rests, %. */
    private static final double STILL = 1e-3;

    /** A pump at full speed, beside a horn. */
    private static final float PUMP_LOUDNESS = 0.35f;

    /** Of a machine, %. */
    private static final double FULL_SPEED = 100;

    private final Map<String, Vector3fc> machines = new TreeMap<>();
    private final FieldFacts facts;
    private final Vector3fc horn;
    private final Set<String> before = new HashSet<>();
    private List<Sound> sounds = List.of();
    private @Nullable LocalText subtitle;
    private double until;
    private double stride;
    private double wheel = Double.NaN;
    private int footfalls;
    private double now;
    private boolean begun;

    Hearing(Scene scene, FieldFacts facts) {
        this.facts = facts;
        Vector3fc place = scene.views().get(0).target();
        for (Item item : scene.items()) {
            if (facts.machines().containsKey(item.tag())) {
                machines.put(item.tag(), item.centre());
            } else if (item.kind() == Item.Kind.DESK) {
                place = item.centre();
            }
        }
        horn = place;
    }

    /**
     * Listens.
     *
     * @param seconds since the last call
     * @param values of the signals now
     * @param plumes in the air
     * @param alarm priority of the alarm that sounds, 0 for none
     * @param valve tag of the valve in the hand; empty for none
     * @param body whose ears and feet
     */
    void step(double seconds, Values values, List<Plume> plumes, int alarm, String valve, Body body) {
        now += seconds;
        footfalls += foot(stride) == foot(body.stride()) ? 0 : 1;
        stride = body.stride();
        Vector3fc ear = new Vector3f((float) body.x(), (float) body.eyeY(), (float) body.z());
        List<Sound> heard = new ArrayList<>();
        machines.forEach((tag, at) -> {
            if (values.on(tag)) {
                double speed = values.value(tag + ".SPEED");
                float pitch = Double.isNaN(speed) ? 1 : (float) Math.max(0.3, Math.min(1.2, speed / FULL_SPEED));
                heard.add(new Sound(tag, Sound.Kind.PUMP, at, PUMP_LOUDNESS, pitch));
            }
        });
        for (Plume plume : plumes) {
            hear(plume, heard);
        }
        if (alarm > 0) {
            heard.add(new Sound("horn", Sound.Kind.HORN, horn, 1, alarm == 1 ? 1.2f : 1));
        }
        double before = wheel;
        wheel = valve.isEmpty() ? Double.NaN : values.value(valve);
        if (Math.abs(wheel - before) > STILL) {
            heard.add(new Sound("wheel " + valve, Sound.Kind.WHEEL, ear, 0.5f, 1));
        }
        caption(heard, ear);
        sounds = List.copyOf(heard);
    }

    /** Which foot is down: the phase of the legs goes from minus to plus half a turn. */
    private static long foot(double stride) {
        return (long) Math.floor(stride / Math.PI);
    }

    private static void hear(Plume plume, List<Sound> heard) {
        Plume.Kind kind = plume.kind();
        if (kind == Plume.Kind.SMOKE || kind == Plume.Kind.BUBBLES) {
            return; // silent
        }
        Sound.Kind sound = kind == Plume.Kind.FIRE ? Sound.Kind.FIRE : Sound.Kind.HISS;
        Vector3fc at = plume.from();
        String id = String.format(Locale.ROOT, "%s %.1f %.1f %.1f", kind, at.x(), at.y(), at.z());
        heard.add(new Sound(id, sound, at, plume.size(), kind == Plume.Kind.SPRAY ? 0.7f : 1));
    }

    private void caption(List<Sound> heard, Vector3fc ear) {
        Set<String> ids = new HashSet<>();
        for (Sound sound : heard) {
            ids.add(sound.id());
            boolean near = sound.kind() == Sound.Kind.HORN || sound.at().distance(ear) < EARSHOT * sound.loudness();
            boolean wheel = sound.kind() == Sound.Kind.WHEEL; // the own hand needs no words
            if (begun && near && !wheel && !before.contains(sound.id())) {
                subtitle = words(sound);
                until = now + SUBTITLE_SECONDS;
            }
        }
        before.clear();
        before.addAll(ids);
        begun = true;
        if (now > until) {
            subtitle = null;
        }
    }

    private LocalText words(Sound sound) {
        return switch (sound.kind()) {
            case PUMP ->
                new LocalText(
                        "[" + facts.name(sound.id()).zh() + " " + sound.id() + " 开始运转的声音]",
                        "[" + sound.id() + " begins to run]");
            case HISS -> new LocalText("[附近有喷出的嘶嘶声]", "[hissing nearby]");
            case FIRE -> new LocalText("[附近有燃烧的声音]", "[flames crackling nearby]");
            default -> new LocalText("[报警喇叭响]", "[the alarm horn sounds]");
        };
    }

    /** What is heard now. */
    List<Sound> sounds() {
        return sounds;
    }

    /** What is written about it, null for nothing. */
    @Nullable
    LocalText subtitle() {
        return subtitle;
    }

    /** Footsteps since the last call. */
    int footfalls() {
        int all = footfalls;
        footfalls = 0;
        return all;
    }
}
