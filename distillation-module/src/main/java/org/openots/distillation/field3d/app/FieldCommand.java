package org.openots.distillation.field3d.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.gl.Preset;
import org.openots.distillation.field3d.gl.Worker;
import org.openots.distillation.field3d.net.FieldLink;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.scene.model.Person;
import org.openots.distillation.field3d.ui.Settings;
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
    private static final double MEGA = 1 << 20;

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
            description = "效果：地点=种类:大小，或 night、rain / effects: place=kind:amount, or night, rain")
    private List<String> effects = new ArrayList<>();

    @Option(names = "--preset", description = "画质：${COMPLETION-CANDIDATES} / quality", defaultValue = "HIGH")
    private Preset.Level preset = Preset.Level.HIGH;

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
        return english ? Locale.ENGLISH : Locale.forLanguageTag("zh-CN");
    }

    @Override
    public Integer call() {
        Locale locale = locale();
        EffectWords words = EffectWords.of(effects);
        PictureSize picture = PictureSize.of(size);
        if ((host == null) != (ticket == null)) {
            throw new OtsException(AppError.HALF_ADDRESS, host == null ? "--host" : "--ticket");
        }
        if (host == null || ticket == null) {
            return run(FieldScenes.load(plant, locale), words, picture, null);
        }
        // the pid and the time begin the ids of operations: two stations of one run must not have the same
        String session = "f" + Long.toHexString(System.currentTimeMillis())
                + ProcessHandle.current().pid();
        try (FieldLink link = FieldLink.join(host, ticket, session)) {
            return run(FieldScenes.build(link.pack(), locale), words, picture, link);
        }
    }

    private int run(FieldScenes.Loaded loaded, EffectWords words, PictureSize picture, @Nullable FieldLink link) {
        Scene scene = loaded.scene();
        Locale locale = locale();
        if (views) {
            scene.views()
                    .forEach(one -> out().println(one.id() + "  " + one.name().in(locale)));
            out().flush();
        } else if (benchmark) {
            Moment rest = Moment.rest(scene, words.effects());
            Still still = new Still(scene, rest, words.weather(), System::nanoTime);
            figures(still.measure(Math.max(1, frames), picture, Preset.of(preset)), scene, loaded.millis());
        } else if (screenshot != null) {
            View from = view == null ? scene.views().get(0) : FieldScenes.view(scene, view);
            Moment moment = link == null
                    ? Moment.rest(scene, words.effects())
                    : Moment.live(link, Still.camera(from), System::nanoTime);
            Still still = new Still(scene, moment, words.weather(), System::nanoTime);
            out().println(screenshot + ": " + still.draw(from, picture, Preset.of(preset), screenshot));
            if (link != null) {
                out().println(link.joined().run() + ": " + moment.words());
            }
            out().flush();
        } else {
            walk(loaded, words, picture, link);
        }
        return 0;
    }

    private void walk(FieldScenes.Loaded loaded, EffectWords words, PictureSize picture, @Nullable FieldLink link) {
        Player player = link == null
                ? Player.VISITOR
                : new Player(link.joined().seat(), link.joined().name(), true);
        Wire wire = link == null ? Wire.NONE : Wire.of(link);
        Settings settings = Settings.DEFAULT.withEnglish(english);
        Game game = new Game(loaded.scene(), loaded.field(), wire, player, settings);
        try (FieldWindow window = new FieldWindow(
                loaded.scene(), worker(), game, Preset.of(preset), picture, words.weather(), System::nanoTime)) {
            window.run(renderer -> {});
        }
    }

    private static Worker worker() {
        return new Worker(Person.figure(), Person.JOINTS);
    }

    private void figures(Still.Figures figures, Scene scene, double built) {
        Runtime runtime = Runtime.getRuntime();
        double heap = (runtime.totalMemory() - runtime.freeMemory()) / MEGA;
        String form = json
                ? "{\"plant\":\"%s\",\"renderer\":\"%s\",\"frames\":%d,\"draws\":%d,\"triangles\":%d,"
                        + "\"submitMedianMs\":%.3f,\"submitP99Ms\":%.3f,\"wallMs\":%.1f,\"objectGrowth\":%d,"
                        + "\"loadMs\":%.0f,\"heapMB\":%.0f}"
                : "%s, %s, %d frames: %d draws, %d triangles, submit %.3f ms median, %.3f ms p99, %.1f ms a frame,"
                        + " %d objects more, loaded in %.0f ms, heap %.0f MB";
        out().println(form.formatted(
                scene.plant(),
                figures.renderer(),
                figures.frames(),
                figures.draws(),
                figures.triangles(),
                figures.submitMedian(),
                figures.submitWorst(),
                figures.wall(),
                figures.growth(),
                built,
                heap));
        out().flush();
    }
}
