package org.openots.distillation.field3d.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.LeakPoint;
import org.openots.distillation.field3d.scene.Scene;

/**
 * From effects to what is seen of them: jets, vapour, flames, smoke, pools. They grow and shrink smoothly. For one thread.
 */
public final class EffectState {
    /** Depth of a pool on concrete, m: Yellow Book (CPR 14E), chapter 3, flat industrial ground. */
    private static final double POOL_DEPTH = 0.005;

    /** Largest pool drawn, m: larger ones would leave the slab. */
    private static final double LARGEST_POOL = 8;

    /** Height of a flame goes with the power 0.4 of its heat (Heskestad 1984). */
    private static final double FLAME_POWER = 0.4;

    /** A jet at full size comes up or dies down in this time, s. */
    private static final double JET_SECONDS = 1.5;

    /** Flames need longer, s. */
    private static final double FIRE_SECONDS = 4;

    /** Smaller than this nothing is seen. */
    private static final double UNSEEN = 0.004;

    /** Drift of smoke and gas: a light wind from the west, rising. */
    private static final Vector3fc DRIFT = new Vector3f(0.45f, 0.85f, 0.1f).normalize();

    private static final Vector3fc UP = new Vector3f(0, 1, 0);

    private final Map<String, Spot> spots = new TreeMap<>();
    private final Map<String, Shown> shown = new TreeMap<>();

    private record Spot(Vector3fc at, Vector3fc direction, float floor) {}

    private static final class Shown {
        private final Effect.Kind kind;
        private final Spot spot;
        private double wanted;
        private double size;

        Shown(Effect.Kind kind, Spot spot) {
            this.kind = kind;
            this.spot = spot;
        }
    }

    /**
     * Nothing happens yet.
     *
     * @param scene with its leak points and items
     */
    public EffectState(Scene scene) {
        for (Item item : scene.items()) {
            spots.put(
                    item.tag(),
                    new Spot(item.handle(), item.facing(), item.handle().y()));
        }
        for (LeakPoint leak : scene.leaks()) {
            spots.put(leak.id(), new Spot(leak.at(), leak.direction(), leak.floor()));
        }
    }

    /**
     * Takes what the station says.
     *
     * @param effects all that goes on now; a place the scene does not know is left out
     * @return places that the scene does not know
     */
    public List<String> accept(List<Effect> effects) {
        List<String> unknown = new ArrayList<>();
        shown.values().forEach(one -> one.wanted = 0);
        for (Effect effect : effects) {
            Spot spot = spots.get(effect.place());
            if (spot == null) {
                unknown.add(effect.place());
                continue;
            }
            String key = effect.place() + " " + effect.kind();
            shown.computeIfAbsent(key, k -> new Shown(effect.kind(), spot)).wanted = size(effect);
        }
        return unknown;
    }

    private static double size(Effect effect) {
        double share = Math.max(0, effect.amount()) / effect.kind().full();
        return switch (effect.kind()) {
            case POOL -> Math.min(LARGEST_POOL, Math.sqrt(Math.max(0, effect.amount()) / (Math.PI * POOL_DEPTH)));
            case FIRE, SMOKE -> Math.min(1, StrictMath.pow(share, FLAME_POWER));
            case FLOODING -> Math.min(1, share);
            default -> Math.min(1, Math.sqrt(share));
        };
    }

    /**
     * Lets time pass.
     *
     * @param seconds how long
     */
    public void step(double seconds) {
        for (Shown one : shown.values()) {
            double time = one.kind == Effect.Kind.FIRE || one.kind == Effect.Kind.SMOKE || one.kind == Effect.Kind.POOL
                    ? FIRE_SECONDS
                    : JET_SECONDS;
            one.size += (one.wanted - one.size) * (1 - StrictMath.exp(-seconds * 3 / time));
        }
        shown.values().removeIf(one -> one.wanted == 0 && one.size < UNSEEN);
    }

    /**
     * What is in the air.
     *
     * @return by place and kind
     */
    public List<Plume> plumes() {
        List<Plume> plumes = new ArrayList<>();
        for (Shown one : shown.values()) {
            if (one.size < UNSEEN) {
                continue;
            }
            float size = (float) one.size;
            Spot spot = one.spot;
            switch (one.kind) {
                case LIQUID -> plumes.add(new Plume(Plume.Kind.SPRAY, spot.at(), spot.direction(), size));
                case STEAM -> plumes.add(new Plume(Plume.Kind.STEAM, spot.at(), spot.direction(), size));
                case GAS -> plumes.add(new Plume(Plume.Kind.GAS, spot.at(), spot.direction(), size));
                case FIRE -> {
                    plumes.add(new Plume(Plume.Kind.FIRE, hearth(spot), UP, size));
                    plumes.add(new Plume(Plume.Kind.SMOKE, above(spot, size), DRIFT, size));
                }
                case SMOKE -> plumes.add(new Plume(Plume.Kind.SMOKE, spot.at(), DRIFT, size));
                case FLOODING -> plumes.add(new Plume(Plume.Kind.BUBBLES, spot.at(), UP, size));
                default -> {
                    // a pool lies on the floor
                }
            }
        }
        return plumes;
    }

    /** Burning liquid burns on the floor when there is one near, else where it comes out. */
    private static Vector3fc hearth(Spot spot) {
        boolean near = spot.at().y() - spot.floor() < 1.5f;
        return near ? new Vector3f(spot.at().x(), spot.floor(), spot.at().z()) : spot.at();
    }

    private static Vector3fc above(Spot spot, float size) {
        return new Vector3f(hearth(spot)).add(0, 1 + 2 * size, 0);
    }

    /**
     * What lies on the floors.
     *
     * @return by place
     */
    public List<Pool> pools() {
        List<Pool> pools = new ArrayList<>();
        for (Shown one : shown.values()) {
            if (one.kind == Effect.Kind.POOL && one.size > UNSEEN) {
                Vector3f centre = new Vector3f(
                        one.spot.at().x(), one.spot.floor(), one.spot.at().z());
                pools.add(new Pool(centre, (float) one.size));
            }
        }
        return pools;
    }

    /**
     * Whether something is dangerous to be near.
     *
     * @param at a place, m
     * @param within m
     * @return true if a leak, a fire or a pool is nearer
     */
    public boolean dangerNear(Vector3fc at, double within) {
        for (Shown one : shown.values()) {
            boolean danger = one.kind != Effect.Kind.FLOODING && one.wanted > UNSEEN;
            double reach = one.kind == Effect.Kind.POOL ? one.size : 0;
            if (danger && one.spot.at().distance(at) - reach < within) {
                return true;
            }
        }
        return false;
    }
}
