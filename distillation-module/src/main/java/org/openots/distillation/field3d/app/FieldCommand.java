package org.openots.distillation.field3d.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.gl.GlContext;
import org.openots.distillation.field3d.gl.GlError;
import org.openots.distillation.field3d.gl.Preset;
import org.openots.distillation.field3d.net.FieldLink;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.state.Quality;
import org.openots.distillation.field3d.ui.FieldFacts;
import org.openots.distillation.field3d.ui.Hud;
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

    @Option(names = "--english", description = "英文界面 / English words")
    private boolean english;

    @Option(names = "--json", description = "一行 JSON / one line of JSON on standard output")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private PrintWriter out() {
        return java.util.Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return java.util.Objects.requireNonNull(spec).commandLine().getErr();
    }

    @Override
    public Integer call() {
        Locale locale = english ? Locale.ENGLISH : Locale.forLanguageTag("zh-CN");
        EffectWords words = EffectWords.of(effects);
        PictureSize picture = PictureSize.of(size);
        if ((host == null) != (ticket == null)) {
            throw new OtsException(AppError.HALF_ADDRESS, host == null ? "--host" : "--ticket");
        }
        if (host == null || ticket == null) {
            return run(plant, locale, words, picture, null);
        }
        // the pid and the time begin the ids of operations: two stations of one run must not have the same
        String session = "f" + Long.toHexString(System.currentTimeMillis())
                + ProcessHandle.current().pid();
        try (FieldLink link = FieldLink.join(host, ticket, session)) {
            return run(link.joined().plant(), locale, words, picture, link);
        }
    }

    private int run(String of, Locale locale, EffectWords words, PictureSize picture, @Nullable FieldLink link) {
        long begin = System.nanoTime();
        FieldScenes.Loaded loaded = FieldScenes.load(of, locale);
        Scene scene = loaded.scene();
        double built = (System.nanoTime() - begin) * 1e-6;
        if (views) {
            scene.views()
                    .forEach(one -> out().println(one.id() + "  " + one.name().in(locale)));
            out().flush();
        } else if (benchmark) {
            Still still = new Still(scene, words, System::nanoTime);
            figures(still.measure(Math.max(1, frames), picture, stillPreset()), scene, built);
        } else if (screenshot != null) {
            View from = view == null ? scene.views().get(0) : FieldScenes.view(scene, view);
            Still still = new Still(scene, words, System::nanoTime);
            out().println(screenshot + ": " + still.draw(from, picture, stillPreset(), screenshot));
            out().flush();
        } else {
            return walk(loaded, words, picture, link);
        }
        return 0;
    }

    private Preset stillPreset() {
        return Preset.of(preset == null ? Quality.HIGH : preset);
    }

    private int walk(FieldScenes.Loaded loaded, EffectWords words, PictureSize picture, @Nullable FieldLink link) {
        Player player = link == null
                ? Player.VISITOR
                : new Player(link.joined().seat(), link.joined().name(), true);
        Wire wire = link == null ? Wire.NONE : Wire.of(link);
        SettingsFile file = new SettingsFile(ConfigFolder.here());
        SettingsFile.Read kept = file.read();
        Settings settings = kept.settings().orElse(Settings.DEFAULT);
        Game game = new Game(
                loaded.scene(),
                FieldFacts.of(loaded.pack()),
                wire,
                player,
                settings.withEnglish(english || settings.english()));
        kept.notice().ifPresent(text -> game.dispatch().say(Hud.Mood.CAUTION, text));
        Optional<Quality> quality = preset == null ? settings.quality() : Optional.of(preset);
        try (GlContext context = FieldWindow.open(picture);
                Drawing drawing = new Drawing(
                        context, loaded.scene(), words.weather(), quality, ConfigFolder.here(), System::nanoTime);
                FieldWindow window = new FieldWindow(context, drawing, game, System::nanoTime)) {
            window.run(Hand.PERSON, new Comfort(wire, file, PageOpener.here()));
            return 0;
        } catch (OtsException e) {
            if (e.errorCode() instanceof GlError) {
                return new FlatWay(PageOpener.here(), err()).after(e, wire.page());
            }
            throw e;
        }
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
