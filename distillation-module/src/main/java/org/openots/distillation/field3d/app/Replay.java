package org.openots.distillation.field3d.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.body.Body;
import org.openots.distillation.field3d.net.Brief;
import org.openots.distillation.field3d.net.LinkState;
import org.openots.distillation.field3d.net.Outcome;
import org.openots.distillation.field3d.net.Snapshot;
import org.openots.distillation.field3d.scene.Defect;
import org.openots.distillation.field3d.state.Operation;
import org.openots.distillation.field3d.state.People;
import org.openots.distillation.field3d.state.Task;
import org.openots.distillation.field3d.ui.Hud;
import org.openots.simulator.field.VisibleDefect;

/**
 * A recorded run as if it came from the station: it plays, stops, goes faster and to any second. Nothing can be operated. One looks
 * through the operator's eyes or walks about freely. For one thread.
 */
final class Replay implements Wire {
    /** Speeds to choose from. */
    static final List<Integer> SPEEDS = List.of(1, 2, 5, 10, 20);

    /** A key goes so far back or forward, s. */
    static final double LEAP = 10;

    /** More do not fit in a line of news. */
    private static final int DEFECTS_IN_A_LINE = 2;

    /** Between two snapshots, s: as many as the station sends. */
    private static final double BETWEEN = 0.2;

    /** From the eye of a person that stands to the floor, m. */
    static final float EYES = 1.62f;

    /** Poses farther apart in time than this are not joined: he stood still in between, s. */
    private static final double JOINED = 2.5;

    private static final LocalText DISABLED = new LocalText("回放中不能操作", "nothing can be operated in a replay");

    private final Recording recording;
    private final Optional<Recording.Walker> operator;
    private final List<LocalText> news = new ArrayList<>();
    private List<VisibleDefect> told = List.of();
    private double time;
    private double sinceSent = BETWEEN;
    private int speed;
    private boolean playing = true;
    private boolean eyes;
    private boolean leapt = true;

    Replay(Recording recording) {
        this.recording = recording;
        operator = recording.people().stream()
                .filter(one -> one.operator() && !one.poses().isEmpty())
                .findFirst();
        eyes = operator.isPresent();
        time = recording.frames().get(0).time();
    }

    /** Lets time pass, tells what happened, and puts a body where the operator was. */
    void lead(double seconds, Body body, Dispatch dispatch) {
        advance(seconds);
        news().forEach(text -> dispatch.say(Hud.Mood.NEWS, text));
        eye().ifPresent(pose -> {
            Vector3f way = new Vector3f(0, 0, -1).rotateX((float) pose.pitch()).rotateY((float) pose.yaw());
            body.put(pose.eye().x(), pose.eye().y() - EYES, pose.eye().z());
            body.lookAt(way.add(pose.eye()));
        });
    }

    /** Lets time pass. */
    void advance(double seconds) {
        sinceSent += seconds;
        if (!playing) {
            return;
        }
        double before = time;
        time = Math.min(recording.length(), time + seconds * SPEEDS.get(speed));
        recording.events().stream()
                .filter(event -> event.time() > before && event.time() <= time)
                .forEach(event -> news.add(event.text()));
        tellDefects(recording.frames().get(frame()).defects());
        playing = time < recording.length();
    }

    /** What an inspection finds, whenever it is something else. */
    private void tellDefects(List<VisibleDefect> now) {
        if (now.equals(told)) {
            return;
        }
        told = now;
        if (now.isEmpty()) {
            news.add(new LocalText("现场已没有可见缺陷", "no defect is to be seen any more"));
        }
        for (int i = 0; i < now.size(); i += DEFECTS_IN_A_LINE) {
            List<VisibleDefect> some = now.subList(i, Math.min(now.size(), i + DEFECTS_IN_A_LINE));
            news.add(new LocalText(
                    "现场可见缺陷：" + words(some, "；", Locale.ROOT), "to be seen: " + words(some, "; ", Locale.ENGLISH)));
        }
    }

    private static String words(List<VisibleDefect> defects, String between, Locale locale) {
        return defects.stream()
                .map(one -> one.point() + " " + one.defect().in(locale))
                .collect(Collectors.joining(between));
    }

    /** A key of the player. */
    void key(GameKey key) {
        switch (key) {
            case PLAY -> play();
            case REWIND -> leap(time - LEAP);
            case FORWARD -> leap(time + LEAP);
            case SLOWER -> speed = Math.max(0, speed - 1);
            case FASTER -> speed = Math.min(SPEEDS.size() - 1, speed + 1);
            case EYES -> eyes = !eyes && operator.isPresent();
            default -> throw new IllegalArgumentException(key.name());
        }
    }

    private void play() {
        playing = !playing;
        if (playing && time >= recording.length()) {
            leap(recording.frames().get(0).time());
        }
    }

    /** Goes to a time, s; as near as there is. */
    void leap(double to) {
        time = Math.max(recording.frames().get(0).time(), Math.min(recording.length(), to));
        leapt = true;
        news.clear();
    }

    /** What happened since the last call. */
    List<LocalText> news() {
        List<LocalText> all = List.copyOf(news);
        news.clear();
        return all;
    }

    /** Where the operator's eye is; empty for who walks about freely. */
    Optional<Recording.Pose> eye() {
        return eyes ? operator.map(one -> pose(one, time)) : Optional.empty();
    }

    /** What the bar shows. */
    Hud.Tape tape() {
        return new Hud.Tape(
                time - recording.frames().get(0).time(),
                recording.length() - recording.frames().get(0).time(),
                SPEEDS.get(speed),
                playing,
                eyes);
    }

    /** Where somebody was, between the poses that were told. */
    static Recording.Pose pose(Recording.Walker walker, double time) {
        List<Recording.Pose> poses = walker.poses();
        int after = after(poses, time);
        if (after == 0) {
            return poses.get(0);
        }
        Recording.Pose from = poses.get(after - 1);
        if (after == poses.size() || poses.get(after).time() - from.time() > JOINED) {
            return from;
        }
        Recording.Pose to = poses.get(after);
        double share = (time - from.time()) / (to.time() - from.time());
        double turn = to.yaw() - from.yaw();
        turn -= 2 * Math.PI * Math.rint(turn / (2 * Math.PI));
        Vector3f at = new Vector3f(from.eye()).lerp(to.eye(), (float) share);
        return new Recording.Pose(
                time, at, from.yaw() + turn * share, from.pitch() + (to.pitch() - from.pitch()) * share);
    }

    /** Index of the first pose after a time. */
    private static int after(List<Recording.Pose> poses, double time) {
        int low = 0;
        int high = poses.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (poses.get(middle).time() > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public List<Snapshot> take() {
        if (!leapt && sinceSent < BETWEEN) {
            return List.of();
        }
        boolean full = leapt;
        leapt = false;
        sinceSent = 0;
        int frame = frame();
        Recording.Moment now = recording.frames().get(frame);
        Brief brief = new Brief(
                Optional.of(new Task(recording.title(), Optional.empty(), 0, Double.NaN, Double.NaN)), Double.NaN, 0);
        List<Defect> defects = now.defects().stream()
                .map(one -> new Defect(one.point(), one.defect().id()))
                .toList();
        return List.of(new Snapshot(time, full, values(frame), now.effects(), defects, people(), playing, brief));
    }

    /** Index of the frame at or before the present time. */
    private int frame() {
        int low = 0;
        int high = recording.frames().size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (recording.frames().get(middle).time() > time) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** Values between two frames; what is yes or no changes with its frame. */
    private Map<String, Double> values(int frame) {
        Recording.Moment now = recording.frames().get(frame);
        if (frame + 1 >= recording.frames().size()) {
            return now.values();
        }
        Recording.Moment next = recording.frames().get(frame + 1);
        double share = (time - now.time()) / (next.time() - now.time());
        Map<String, Double> values = new HashMap<>(now.values());
        values.replaceAll((signal, value) -> {
            double then = next.values().getOrDefault(signal, value);
            boolean flag = (value == 0 || value == 1) && (then == 0 || then == 1);
            return flag ? value : Double.valueOf(value + (then - value) * share);
        });
        return values;
    }

    private List<People.Place> people() {
        List<People.Place> places = new ArrayList<>();
        for (Recording.Walker one : recording.people()) {
            boolean here = !one.poses().isEmpty() && one.poses().get(0).time() <= time;
            if (here && !(eyes && one.operator())) {
                Recording.Pose pose = pose(one, time);
                places.add(new People.Place(one.name(), new Vector3f(pose.eye()).sub(0, EYES, 0), pose.yaw()));
            }
        }
        return places;
    }

    @Override
    public LinkState state() {
        return new LinkState(LinkState.Phase.CONNECTED, 0);
    }

    @Override
    public void stand(Vector3fc eye, double yaw, double pitch) {
        // nobody is told
    }

    @Override
    public CompletableFuture<Outcome> operate(Operation operation) {
        return CompletableFuture.completedFuture(new Outcome(false, "", DISABLED));
    }

    @Override
    public Optional<Replay> replay() {
        return Optional.of(this);
    }
}
