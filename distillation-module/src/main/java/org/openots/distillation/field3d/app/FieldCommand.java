package org.openots.distillation.field3d.app;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.distillation.field3d.gl.Preset;
import org.openots.distillation.field3d.net.FieldLink;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.state.Quality;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The field station: a window on a run of the station, a walk without one, a picture, or figures. */
@Command(
        name = "openots field",
        mixinStandardHelpOptions = true,
        description = {
            "三维现场站：进入教师机上的运行（--host 和 --ticket），或只看一套装置 / the 3D field station: joins a run of a station, or"
                    + " only walks through a plant",
            "退出码：0 正常，1 失败，2 参数有误，3 本机无法绘制三维画面 / exit code 0 fine, 1 failed, 2 wrong argument, 3 this"
                    + " computer cannot draw"
        })
final class FieldCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final Locale CHINESE = Locale.forLanguageTag("zh-CN");

    @Option(
            names = "--plant",
            paramLabel = "P",
            description = "装置代号或装置包文件夹 / plant id or folder of a pack",
            defaultValue = "ethanol-water-rig")
    private String plant = "ethanol-water-rig";

    @Option(
            names = "--screenshot",
            paramLabel = "FILE",
            description = "离屏画一张 PNG；不给则开窗口 / draws a PNG off screen; a window without it")
    private @Nullable Path screenshot;

    @Option(names = "--view", paramLabel = "V", description = "视点，缺省为起点 / view, by default where one starts")
    private @Nullable String view;

    @Option(names = "--views", description = "列出视点 / lists the views")
    private boolean views;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "图片或窗口尺寸 / size of the picture or window",
            defaultValue = "1600x900")
    private String size = "1600x900";

    @Option(
            names = "--fx",
            paramLabel = "FX",
            split = ",",
            description = "效果：地点=种类:大小；检查点=缺陷，如 CP-07=oil；night、rain / effects: place=kind:amount; check point=defect"
                    + " such as CP-07=oil; night, rain")
    private List<String> effects = new ArrayList<>();

    @Option(
            names = "--preset",
            description =
                    "画质：${COMPLETION-CANDIDATES}；窗口缺省按设置或自动测定，图片缺省最高 / quality; by default a window takes that of the"
                            + " settings or measures, a picture the highest")
    private @Nullable Quality preset;

    @Option(names = "--benchmark", description = "离屏测绘制次数、三角形和 CPU 时间 / draws, triangles and CPU time off screen")
    private boolean benchmark;

    @Option(
            names = "--frames",
            paramLabel = "N",
            description = "--benchmark 的画面数 / pictures of --benchmark",
            defaultValue = "200")
    private int frames = 200;

    @Option(names = "--host", paramLabel = "URL", description = "教师机地址 / address of the station")
    private @Nullable String host;

    @Option(names = "--ticket", paramLabel = "T", description = "浏览器运行页面上的 8 位入场码 / ticket of the run's page")
    private @Nullable String ticket;

    @Option(
            names = "--robot",
            paramLabel = "FILE",
            description = "按脚本自动操作，每步一行结果；有一步失败则退出码 1 / plays a script, one line a step; exit code 1 if a step fails")
    private @Nullable Path robot;

    @Option(names = "--off-screen", description = "--robot 不开窗口 / --robot without a window")
    private boolean offScreen;

    @Option(names = "--pictures", paramLabel = "DIR", description = "--robot 的图片文件夹 / folder for pictures of --robot")
    private @Nullable Path pictures;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "回放教师站导出的现场录像 / plays a field recording of the station back")
    private @Nullable Path replay;

    @Option(
            names = "--at",
            paramLabel = "S",
            description =
                    "--replay 与 --screenshot 同用时的时刻，s；缺省为结束 / instant of a picture of a replay, s; its end by default",
            defaultValue = "Infinity")
    private double at = Double.POSITIVE_INFINITY;

    @Option(names = "--english", description = "英文界面 / English words")
    private boolean english;

    @Option(names = "--json", description = "一行 JSON / one line of JSON on standard output")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private PrintWriter out() {
        return java.util.Objects.requireNonNull(spec).commandLine().getOut();
    }

    private Locale locale() {
        return english ? Locale.ENGLISH : CHINESE;
    }

    private PrintWriter err() {
        return java.util.Objects.requireNonNull(spec).commandLine().getErr();
    }

    @Override
    public Integer call() {
        Locale locale = locale();
        EffectWords words = EffectWords.of(effects);
        PictureSize picture = PictureSize.of(size);
        if ((host == null) != (ticket == null)) {
            throw new OtsException(AppError.HALF_ADDRESS, host == null ? "--host" : "--ticket");
        }
        if (replay != null && (host != null || robot != null)) {
            throw new OtsException(AppError.EXCLUDES, "--replay", host == null ? "--robot" : "--host");
        }
        if (replay != null) {
            Recording recording = Recording.read(replay);
            Player seen = new Player("", recording.name(), true);
            return run(
                    FieldScenes.load(recording.plant(), locale),
                    words,
                    picture,
                    new Joining(new Replay(recording), seen, null));
        }
        if (host == null || ticket == null) {
            FieldScenes.requireHere(plant);
            return run(FieldScenes.load(plant, locale), words, picture, new Joining(Wire.NONE, Player.VISITOR, null));
        }
        // the pid and the time begin the ids of operations: two stations of one run must not have the same
        String session = "f" + Long.toHexString(System.currentTimeMillis())
                + ProcessHandle.current().pid();
        try (FieldLink link = FieldLink.join(host, ticket, session)) {
            Player player = new Player(link.joined().seat(), link.joined().name(), true);
            return run(
                    FieldScenes.build(link.pack(), locale), words, picture, new Joining(Wire.of(link), player, link));
        }
    }

    /** How one takes part: the way to the station, who, and the connection behind it. */
    private record Joining(
            Wire wire, Player player, @Nullable FieldLink link) {}

    private int run(FieldScenes.Loaded loaded, EffectWords words, PictureSize picture, Joining joining) {
        FieldLink link = joining.link();
        Scene scene = loaded.scene();
        Locale locale = locale();
        if (views) {
            scene.views()
                    .forEach(one -> out().println(one.id() + "  " + one.name().in(locale)));
            out().flush();
        } else if (benchmark) {
            Benchmark measured = new Benchmark(
                    loaded, words, System::nanoTime, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
            Benchmark.Figures figures = measured.measure(Math.max(1, frames), picture, stillPreset());
            out().println(figures.line(scene.plant(), loaded, json));
            out().flush();
        } else if (screenshot != null) {
            View from = view == null ? scene.views().get(0) : FieldScenes.view(scene, view);
            Moment moment = moment(scene, from, words, joining);
            Still still = new Still(scene, moment, words.weather(), System::nanoTime);
            out().println(screenshot + ": " + still.draw(from, picture, stillPreset(), screenshot));
            if (link != null) {
                out().println(link.joined().run() + ": " + moment.words());
            } else if (replay != null) {
                out().println(replay + ": " + moment.words());
            }
            out().flush();
        } else {
            return walk(loaded, words, picture, joining.wire(), joining.player());
        }
        return 0;
    }

    private Moment moment(Scene scene, View from, EffectWords words, Joining joining) {
        FieldLink link = joining.link();
        if (link != null) {
            return Moment.live(link, Still.camera(from), System::nanoTime);
        }
        return joining.wire()
                .replay()
                .map(recorded -> Moment.of(recorded, at))
                .orElseGet(() -> Moment.rest(scene, words));
    }

    private Preset stillPreset() {
        return Preset.of(preset == null ? Quality.HIGH : preset);
    }

    private int walk(FieldScenes.Loaded loaded, EffectWords words, PictureSize picture, Wire wire, Player player) {
        FieldPlay.Wish wish =
                new FieldPlay.Wish(picture, words.weather(), Optional.ofNullable(preset), english, offScreen);
        FieldPlay play = new FieldPlay(loaded, wire, player, wish);
        if (robot == null) {
            return play.play(game -> Hand.PERSON, err());
        }
        FieldScript script = script(robot, loaded);
        RobotTeller teller = new RobotTeller(out(), json, english ? Locale.ENGLISH : CHINESE);
        List<RobotPlayer> players = new ArrayList<>();
        int code = play.play(
                game -> {
                    RobotMoves moves = new RobotMoves(game, loaded);
                    RobotPlayer one = new RobotPlayer(script, moves, Optional.ofNullable(pictures), teller::tell);
                    players.add(one);
                    return one;
                },
                err());
        boolean done = players.stream().allMatch(one -> one.over() && !one.failed());
        teller.end(script, done);
        return code == 0 && !done ? FAILED : code;
    }

    private static FieldScript script(Path file, FieldScenes.Loaded loaded) {
        FieldScriptReader reader = new FieldScriptReader(loaded);
        FieldScript script = reader.read(StrictJson.read(file, Findings.throwing()));
        String plant = loaded.scene().plant();
        if (!script.plant().equals(plant)) {
            throw new OtsException(AppError.OTHER_PLANT, script.plant(), plant);
        }
        return script;
    }
}
