package org.openots.distillation.field3d.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3f;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.Walkable;
import org.openots.distillation.field3d.state.FieldWork;
import org.openots.distillation.field3d.state.Task;
import org.openots.distillation.field3d.state.Values;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.plant.PlantPack;

/** Panels of a shipped plant with values as in a training run. */
final class Trial {
    static final FieldWork BUSY = FieldWork.NOTHING
            .dress("helmet")
            .dress("goggles")
            .dress("chemical-gloves")
            .dress("antistatic-shoes")
            .dress("antistatic-suit");

    private static final Map<String, Double> VALUES = Map.ofEntries(
            Map.entry("HV-714", 65.0),
            Map.entry("HV-706", 0.0),
            Map.entry("LV-702", 42.0),
            Map.entry("P-702A", 1.0),
            Map.entry("P-702A.SPEED", 46.0),
            Map.entry("P-702A.PERMIT", 1.0),
            Map.entry("P-702B.TRIP", 1.0),
            Map.entry("P-702B.PERMIT", 0.0),
            Map.entry("PG-701", 3.4),
            Map.entry("LG-702", 61.0),
            Map.entry("AT-703A", 0.0),
            Map.entry("SW-701", 1.0),
            Map.entry("S-TOP", 0.0),
            Map.entry("HV-718", 30.0),
            Map.entry("SAMPLE.S-TOP", 90.62),
            Map.entry("CHECK.CP-07", 1.0),
            Map.entry("CHECK.CP-07.REPORT", (double) InspectionDefect.GUARD.code()),
            Map.entry("LOTO.HV-706", 3.0),
            Map.entry("LOTO.P-702B", 1.0),
            Map.entry("LOTO.HV-714", 0.0),
            Map.entry("LOG.FIC-701", 60.2),
            Map.entry("LOG.TI-708", 98.6));

    static final Values LIVE = signal -> VALUES.getOrDefault(signal, Double.NaN);

    private Trial() {}

    static FieldFacts facts(String plant) {
        return FieldFacts.of(PlantPack.shipped(plant));
    }

    static Situation situation(FieldFacts facts) {
        List<Situation.Place> places = new ArrayList<>();
        String[][] names = {
            {"大厅入口", "entrance of the hall"}, {"塔底操作面", "column foot"}, {"塔顶平台", "top platform"},
            {"进料泵区", "feed pumps"}, {"回流泵区", "reflux pumps"}, {"原料罐", "feed tank"},
            {"冷凝器平台", "condenser platform"}, {"冷却水总管", "cooling water main"}, {"控制柜", "control cabinet"},
            {"防护用品柜", "protective equipment cabinet"}, {"产品罐", "product tank"}
        };
        for (int i = 0; i < names.length; i++) {
            places.add(new Situation.Place("view-" + i, new LocalText(names[i][0], names[i][1])));
        }
        return new Situation(
                facts, plan(), places, LIVE, FieldWork.NOTHING, new Situation.Freedom(true, true), "HV-714");
    }

    private static SitePlan plan() {
        List<Walkable.Block> blocks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            blocks.add(new Walkable.Block(new Vector3f(-6 + 2.4f * i, 0.5f, 4), 0.5f, 0.5f, 0.3f, 0));
        }
        blocks.add(new Walkable.Block(new Vector3f(4, 1, -3), 2, 1, 0.7f, 0.2f));
        return SitePlan.of(new Scene(
                "trial",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Walkable(
                        List.of(
                                new Walkable.Floor(new Vector3f(0, 0, 0), 20, 20, 0, 0, false),
                                new Walkable.Floor(new Vector3f(5, 3, -3), 3, 2, 0, 0, false)),
                        List.of(new Walkable.Ramp(new Vector3f(-1.5f, 0, -3), new Vector3f(2, 3, -3), 0.8f)),
                        List.of(),
                        blocks,
                        List.of(
                                new Walkable.Post(new Vector3f(-2, 0, -3), 0.9f, 6),
                                new Walkable.Post(new Vector3f(-6, 0, -3), 0.9f, 3))),
                List.of(),
                List.of(),
                List.of(),
                new Vector3f(-9, 0, -7),
                new Vector3f(9, 6, 7)));
    }

    private static final List<Task.Mark> MARKS = List.of(
            Task.Mark.DONE,
            Task.Mark.WRONG,
            Task.Mark.NOW,
            Task.Mark.SKIPPED,
            Task.Mark.DONE,
            Task.Mark.WRONG,
            Task.Mark.OPEN,
            Task.Mark.OPEN);

    static Hud hud(Screen screen, boolean full) {
        Hud.Target target = new Hud.Target(
                "HV-714",
                new LocalText("冷却水总阀", "cooling water main valve"),
                "65 %",
                screen.width() / 2 - 10,
                screen.height() / 2 + 20,
                Word.USE);
        return new Hud(
                new Hud.Status("024", full ? "欧阳明月" : "张三", Hud.Link.LIVE, 402, Double.NaN, 38, 100),
                new Hud.Guide(
                        new LocalText("投用冷却水并确认放空", "Put cooling water on and confirm the vent"),
                        new LocalText(
                                "全开 HV-714，确认 FI-705 大于 0.8 m³/h，再开 HV-713",
                                "open HV-714 fully, see FI-705 above 0.8 m³/h, then open HV-713"),
                        3,
                        8,
                        "HV-714",
                        0.7,
                        12,
                        full ? MARKS : List.of()),
                target,
                new Hud.Position(1.2, 1.8, 0, 0.5, 1.3, false),
                toasts(full),
                subtitle(full),
                null);
    }

    private static List<Hud.Toast> toasts(boolean full) {
        return full
                ? List.of(
                        new Hud.Toast(Hud.Mood.GOOD, new LocalText("HV-714 已开到 65 %", "HV-714 is at 65 %")),
                        new Hud.Toast(
                                Hud.Mood.BAD,
                                new LocalText(
                                        "P-702B 电机跳闸，不能启动；先复位",
                                        "P-702B: motor tripped, it cannot start; reset it first")),
                        new Hud.Toast(Hud.Mood.CAUTION, new LocalText("附近可燃气体 25 %LEL", "gas near you: 25 %LEL")))
                : List.of();
    }

    private static @Nullable LocalText subtitle(boolean full) {
        return full
                ? new LocalText(
                        "中控：收到，请继续开大 HV-714，注意观察冷却水流量。",
                        "Board: received, open HV-714 further and watch the cooling water flow.")
                : null;
    }

    /** Every panel, by name. */
    static Map<String, Panel> panels() {
        Map<String, Panel> all = new LinkedHashMap<>();
        all.put("none", new Panel.None());
        all.put("hand-valve", new Panel.HandValve("HV-714"));
        all.put("hand-valve-locked", new Panel.HandValve("HV-706"));
        all.put("control-valve", new Panel.ControlValve("LV-702"));
        all.put("machine", new Panel.Machine("P-702A"));
        all.put("machine-tripped", new Panel.Machine("P-702B"));
        all.put("machine-heater", new Panel.Machine("E-703"));
        all.put("switch", new Panel.Switch("SW-701"));
        all.put("emergency-stop", new Panel.EmergencyStop("ESD-701", false));
        all.put("emergency-stop-lifted", new Panel.EmergencyStop("ESD-701", true));
        all.put("gauge", new Panel.Gauge("PG-701"));
        all.put("level-glass", new Panel.LevelGlass("LG-702"));
        all.put("detector", new Panel.Detector("AT-703A"));
        all.put("sample", new Panel.Sample("S-TOP", "90.6"));
        all.put("check", new Panel.CheckPoint("CP-07", false));
        all.put("check-defects", new Panel.CheckPoint("CP-07", true));
        all.put("lock-out", new Panel.LockOut("HV-706"));
        all.put("lock-out-open", new Panel.LockOut("HV-714"));
        all.put("extinguisher", new Panel.Aid(Item.Kind.EXTINGUISHER, new LocalText("灭火器", "fire extinguisher")));
        all.put("hose", new Panel.Aid(Item.Kind.HOSE, new LocalText("消防软管", "fire hose")));
        all.put("eyewash", new Panel.Aid(Item.Kind.EYEWASH, new LocalText("紧急洗眼器", "emergency eyewash")));
        all.put("plate", new Panel.Plate("T-701", new LocalText("精馏塔", "distillation column")));
        all.put("plate-transmitter", new Panel.Plate("TIC-705", new LocalText("塔顶温度", "top temperature")));
        all.put("cabinet", new Panel.Cabinet());
        all.put("logbook", new Panel.Logbook(2, "36.5"));
        all.put("report", new Panel.Report());
        all.put("radio", new Panel.Radio(0));
        all.put("radio-2", new Panel.Radio(1));
        all.put("places", new Panel.Places(0));
        all.put("belt", new Panel.Belt());
        all.put("menu", new Panel.Menu());
        all.put("help", new Panel.Help());
        all.put("licences", new Panel.Licences(0, 0));
        all.put("licences-font", new Panel.Licences(2, 20));
        all.put(
                "fault",
                new Panel.Fault(
                        "显卡驱动版本过低（需要 OpenGL 3.3，现为 2.1），请更新显卡驱动。",
                        "The graphics driver is too old (OpenGL 3.3 is needed, this is 2.1). Update the driver."));
        return all;
    }
}
