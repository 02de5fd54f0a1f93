package org.openots.distillation.field3d.ui;

import java.util.Locale;
import java.util.Optional;
import org.openots.distillation.field3d.state.Quality;
import org.openots.distillation.field3d.ui.Look.Tone;

/** Dialogs of the program: menu, help, fault. */
final class MenuDialogs {
    private static final String[][] KEYS = {
        {"W A S D", "行走；爬梯上为上下", "walk; up and down on a ladder"},
        {"Shift / Ctrl", "跑 / 下蹲", "run / crouch"},
        {"鼠标 / 方向键", "观察", "look"},
        {"E / Enter", "操作准星对准的物件；抓住面前的爬梯", "use what the middle points at; take hold of a ladder"},
        {"F", "检查、读数", "inspect, read"},
        {"Tab", "工具与防护；面板内为下一个", "tools; in a panel: next"},
        {"Q / R", "选择身边的上一个 / 下一个物件", "previous / next thing in reach"},
        {"M", "平面图、去哪里", "plan and places"},
        {"T", "对讲机", "radio"},
        {"滚轮 / + -", "微调阀门；没有面板时 + - 改界面大小", "turn a valve a little; + - without a panel: panel size"},
        {"Esc", "关闭面板；菜单", "close; menu"},
        {"F11", "全屏", "full screen"}
    };

    private static final String[] EVERYWHERE = {"鼠标 / 方向键", "滚轮 / + -"};
    private static final String[] ENGLISH_KEYS = {"mouse / arrows", "wheel / + -"};

    private final Pen pen;
    private final Screen screen;

    MenuDialogs(Pen pen, Screen screen) {
        this.pen = pen;
        this.screen = screen;
    }

    void menu(Settings now) {
        Dialog dialog = new Dialog(pen, screen, pen.say(Word.MENU), 560, 430);
        Box body = dialog.body();
        float step = Math.min(40, (body.height() - 92) / 7);
        float tall = step - 5;
        stepper(
                body.row(0, tall),
                "scale",
                Word.SCALE,
                number(now.scale(), 2),
                now.scale() - 1,
                now.withScale(now.scale() - 0.25f),
                now.withScale(now.scale() + 0.25f));
        stepper(
                body.row(step, tall),
                "fov",
                Word.FIELD_OF_VIEW,
                now.fieldOfView() + "°",
                (now.fieldOfView() - 55) / 35f,
                now.withFieldOfView(now.fieldOfView() - 5),
                now.withFieldOfView(now.fieldOfView() + 5));
        stepper(
                body.row(2 * step, tall),
                "mouse",
                Word.MOUSE,
                number(now.mouseSpeed(), 1),
                (now.mouseSpeed() - 0.2f) / 2.8f,
                now.withMouseSpeed(now.mouseSpeed() - 0.2f),
                now.withMouseSpeed(now.mouseSpeed() + 0.2f));
        stepper(
                body.row(3 * step, tall),
                "sounds",
                Word.SOUNDS,
                Math.round(now.sounds() * 100) + " %",
                now.sounds(),
                now.withSounds(now.sounds() - 0.1f),
                now.withSounds(now.sounds() + 0.1f));
        presets(body.row(4 * step, tall), now);
        languages(body.row(5 * step, tall), now);
        sky(body.row(6 * step, tall), now);
        Box first = body.row(body.height() - 80, 36);
        Widgets.button(pen, "resume", first.column(0, 3, 12), pen.say(Word.RESUME), Tone.YELLOW, new Act.Close());
        Widgets.button(
                pen, "help", first.column(1, 3, 12), pen.say(Word.HELP), Tone.DARK, new Act.Show(new Panel.Help()));
        Act licences = new Act.Show(new Panel.Licences(0, 0));
        Widgets.button(pen, "licences", first.column(2, 3, 12), pen.say(Word.LICENCES), Tone.DARK, licences);
        Box second = body.row(body.height() - 36, 36);
        Widgets.button(
                pen,
                "2d",
                second.column(0, 2, 12),
                pen.say(Word.OPEN_2D),
                Tone.DARK,
                new Act.Program(Act.Command.OPEN_2D));
        Widgets.button(
                pen, "quit", second.column(1, 2, 12), pen.say(Word.QUIT), Tone.RED, new Act.Program(Act.Command.QUIT));
    }

    private static String number(float value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private void stepper(Box box, String id, Word name, String shown, float share, Settings less, Settings more) {
        Widgets.stepper(
                pen,
                id,
                box,
                new Widgets.Setting(pen.say(name), shown, share, new Act.Change(less), new Act.Change(more)));
    }

    private void presets(Box row, Settings now) {
        Box choices = named(row, Word.PRESET);
        preset(choices.column(0, 4, 6), Word.AUTOMATIC, Optional.empty(), now);
        preset(choices.column(1, 4, 6), Word.LOW, Optional.of(Quality.LOW), now);
        preset(choices.column(2, 4, 6), Word.MEDIUM, Optional.of(Quality.MEDIUM), now);
        preset(choices.column(3, 4, 6), Word.HIGH, Optional.of(Quality.HIGH), now);
    }

    private void preset(Box at, Word word, Optional<Quality> quality, Settings now) {
        choice(at, "preset " + word, pen.say(word), quality.equals(now.quality()), now.withQuality(quality));
    }

    private void languages(Box row, Settings now) {
        Box choices = named(row, Word.LANGUAGE);
        choice(
                choices.column(0, 2, 6),
                "zh",
                Word.LANGUAGE_NAME.in(Locale.CHINESE),
                !now.english(),
                now.withEnglish(false));
        choice(
                choices.column(1, 2, 6),
                "en",
                Word.LANGUAGE_NAME.in(Locale.ENGLISH),
                now.english(),
                now.withEnglish(true));
    }

    private void sky(Box row, Settings now) {
        Box choices = named(row, Word.SKY);
        choice(choices.column(0, 4, 6), "day", pen.say(Word.DAY), !now.night(), now.withNight(false));
        choice(choices.column(1, 4, 6), "night", pen.say(Word.NIGHT), now.night(), now.withNight(true));
        choice(choices.column(2, 4, 6), "dry", pen.say(Word.DRY), !now.rain(), now.withRain(false));
        choice(choices.column(3, 4, 6), "rain", pen.say(Word.RAIN), now.rain(), now.withRain(true));
    }

    private Box named(Box row, Word word) {
        pen.fill(row, 6, Look.GLASS_RAISED);
        Box inside = new Box(row.x() + 12, row.y(), row.width() - 24, row.height());
        pen.label(
                new Box(inside.x(), row.y(), inside.width() * 0.36f, row.height()),
                Look.BODY,
                Canvas.Align.LEFT,
                pen.say(word),
                Look.WHITE);
        float left = inside.width() * 0.38f;
        return new Box(inside.x() + left, row.y() + 4, inside.width() - left, row.height() - 8);
    }

    private void choice(Box box, String id, String text, boolean on, Settings then) {
        pen.fill(box, 5, on ? Look.ACCENT : pen.hovered(id) ? 0xFFFFFF2E : 0xFFFFFF14);
        if (on) {
            Icons.tick(pen, box.x() + 12, box.centreY(), 9, 0x2A2000FF);
        }
        float left = on ? 22 : 6;
        pen.label(
                new Box(box.x() + left, box.y(), box.width() - left - 6, box.height()),
                Look.BODY,
                Canvas.Align.CENTRE,
                text,
                on ? 0x2A2000FF : Look.WHITE);
        pen.ring(id, box, 5);
        pen.hit(id, box, new Act.Change(then));
    }

    void help() {
        Dialog dialog = new Dialog(pen, screen, pen.say(Word.HELP), 640, 430);
        Box body = dialog.body();
        boolean english = Locale.ENGLISH.getLanguage().equals(pen.locale.getLanguage());
        float step = Math.min(30, body.height() / KEYS.length);
        for (int i = 0; i < KEYS.length; i++) {
            Box row = body.row(i * step, step - 4);
            String key = KEYS[i][0];
            for (int k = 0; english && k < EVERYWHERE.length; k++) {
                key = key.equals(EVERYWHERE[k]) ? ENGLISH_KEYS[k] : key;
            }
            Box cap = new Box(row.x(), row.y(), 150, row.height());
            pen.fill(cap, 5, 0xFFFFFF1A);
            pen.frame(cap.inset(0.5f), 5, 1, 0xFFFFFF30);
            float size = Math.min(Look.BODY, row.height() * 0.6f);
            pen.label(cap.inset(4), size, Canvas.Align.CENTRE, key, Look.ACCENT);
            pen.label(
                    new Box(cap.right() + 16, row.y(), row.width() - cap.width() - 16, row.height()),
                    size,
                    Canvas.Align.LEFT,
                    KEYS[i][english ? 2 : 1],
                    Look.WHITE);
        }
    }

    void fault(Panel.Fault fault) {
        Dialog dialog = new Dialog(pen, screen, pen.say(Word.FAULT), 560, 270);
        Box body = dialog.body();
        boolean english = Locale.ENGLISH.getLanguage().equals(pen.locale.getLanguage());
        Icons.warning(pen, body.x() + 22, body.y() + 26, 40, Look.CAUTION, 0x2A2000FF);
        Box words = new Box(body.x() + 60, body.y(), body.width() - 60, body.height() - 90);
        float tall = pen.paragraph(words.row(0, 66), Look.BODY, english ? fault.en() : fault.zh(), Look.WHITE);
        pen.paragraph(words.row(tall + 8, 44), Look.BODY, pen.say(Word.FAULT_WAY), Look.PALE);
        Box row = body.row(body.height() - 80, 36);
        Widgets.button(pen, "2d", row, pen.say(Word.OPEN_2D), Tone.YELLOW, new Act.Program(Act.Command.OPEN_2D));
        Box second = body.row(body.height() - 36, 36);
        Widgets.button(
                pen,
                "again",
                second.column(0, 2, 12),
                pen.say(Word.RECONNECT),
                Tone.DARK,
                new Act.Program(Act.Command.RECONNECT));
        Widgets.button(
                pen, "quit", second.column(1, 2, 12), pen.say(Word.QUIT), Tone.DARK, new Act.Program(Act.Command.QUIT));
    }
}
