package org.openots.distillation.field3d.ui;

import java.util.List;
import java.util.Locale;
import org.openots.common.json.NameForm;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.state.FieldWork;
import org.openots.distillation.field3d.state.Operation;
import org.openots.simulator.field.RadioDesk;

/**
 * The panels and what lies over the picture: a state, its picture, and what an act makes of it. Does not change; an act gives
 * another one and perhaps requests to the program.
 *
 * @param panel what is open
 * @param work done so far
 * @param settings chosen
 * @param lastTag what was handled last, empty for nothing
 */
public record Interface(Panel panel, FieldWork work, Settings settings, String lastTag) {
    /** Longest number that can be typed, digits: a value with sign, point and decimals. */
    private static final int LONGEST = 8;

    /**
     * Nothing open, nothing done.
     *
     * @param settings chosen before
     * @return the start
     */
    public static Interface start(Settings settings) {
        return new Interface(new Panel.None(), FieldWork.NOTHING, settings, "");
    }

    /**
     * What an act leads to.
     *
     * @param then the state after it
     * @param requests for the program, in order: operations, wheels, jumps, commands
     */
    public record Outcome(Interface then, List<Act> requests) {
        /** Copies the list. */
        public Outcome {
            requests = List.copyOf(requests);
        }
    }

    /**
     * The panel for an item.
     *
     * @param item of the scene
     * @return what opens when it is used
     */
    public static Panel panelOf(Item item) {
        String tag = item.tag();
        return switch (item.kind()) {
            case HAND_VALVE -> new Panel.HandValve(tag);
            case CONTROL_VALVE -> new Panel.ControlValve(tag);
            case LOCAL_PANEL -> new Panel.Machine(tag);
            case SWITCH -> new Panel.Switch(tag);
            case EMERGENCY_STOP -> new Panel.EmergencyStop(tag, false);
            case GAUGE -> new Panel.Gauge(tag);
            case LEVEL_GLASS -> new Panel.LevelGlass(tag);
            case DETECTOR -> new Panel.Detector(tag);
            case SAMPLE_POINT -> new Panel.Sample(tag, "");
            case CHECK_POINT -> new Panel.CheckPoint(tag, false);
            case PPE_CABINET -> new Panel.Cabinet();
            case DESK -> new Panel.Logbook(0, "");
            case EXTINGUISHER, HOSE, EYEWASH -> new Panel.Aid(item.kind(), item.name());
            default -> new Panel.Plate(tag, item.name());
        };
    }

    /**
     * Opens the panel of an item. One without a tag, as an extinguisher, is not spoken of on the radio.
     *
     * @param item of the scene
     * @return the state with it
     */
    public Interface open(Item item) {
        return new Interface(panelOf(item), work, settings, named(item) ? item.tag() : lastTag);
    }

    private static boolean named(Item item) {
        return item.kind().tagged() && NameForm.TAG.fits(item.tag());
    }

    /**
     * Opens a panel.
     *
     * @param wanted the panel
     * @return the state with it
     */
    public Interface show(Panel wanted) {
        return new Interface(wanted, work, settings, lastTag);
    }

    /**
     * Whether a dialog covers the picture, so that the keys for walking do nothing.
     *
     * @return false for nothing or a plate at the side
     */
    public boolean modal() {
        return kind() == Kind.DIALOG;
    }

    private enum Kind {
        NOTHING,
        PLATE,
        DIALOG
    }

    private Kind kind() {
        if (panel instanceof Panel.None) {
            return Kind.NOTHING;
        }
        boolean dialog = panel instanceof Panel.Cabinet
                || panel instanceof Panel.Logbook
                || panel instanceof Panel.Report
                || panel instanceof Panel.Radio
                || panel instanceof Panel.Places
                || panel instanceof Panel.Belt
                || panel instanceof Panel.Menu
                || panel instanceof Panel.Help
                || panel instanceof Panel.Licences
                || panel instanceof Panel.Fault;
        return dialog ? Kind.DIALOG : Kind.PLATE;
    }

    /**
     * Lays everything out.
     *
     * @param screen the picture
     * @param measure knows how long words are
     * @param pointing where pointer and keyboard are
     * @param hud what lies over the picture
     * @param facts what panels show beside their own state; its work and last tag are replaced by those of this state
     * @return what is painted and where something happens
     */
    public Picture layout(Screen screen, Measure measure, Pointing pointing, Hud hud, Situation facts) {
        Pen pen = new Pen(measure, settings.locale(), pointing);
        Situation now = new Situation(
                facts.facts(), facts.plan(), facts.places(), facts.values(), work, facts.freedom(), lastTag);
        switch (kind()) {
            case DIALOG -> {
                dialog(pen, screen, hud, now);
                if (!hud.toasts().isEmpty()) {
                    float wide = Math.min(560, screen.width() - 2 * Look.MARGIN);
                    Box room = new Box((screen.width() - wide) / 2, screen.height() - 70, wide, 34);
                    HudView.toast(pen, hud.toasts().get(0), room, true);
                }
            }
            case PLATE -> {
                plate(pen, screen, now);
                new HudView(pen, screen, hud, screen.width() - Look.MARGIN - Plate.WIDTH).draw(facts.plan(), false);
            }
            default -> new HudView(pen, screen, hud, screen.width()).draw(facts.plan(), true);
        }
        return pen.picture();
    }

    private void plate(Pen pen, Screen screen, Situation now) {
        DevicePlates devices = new DevicePlates(pen, screen, now);
        ReadingPlates readings = new ReadingPlates(pen, screen, now);
        if (panel instanceof Panel.HandValve one) {
            devices.handValve(one.tag());
        } else if (panel instanceof Panel.ControlValve one) {
            devices.controlValve(one.tag());
        } else if (panel instanceof Panel.Machine one) {
            devices.machine(one.tag());
        } else if (panel instanceof Panel.Switch one) {
            devices.power(one.tag());
        } else if (panel instanceof Panel.EmergencyStop one) {
            devices.emergencyStop(one.tag(), one.lifted());
        } else if (panel instanceof Panel.LockOut one) {
            devices.lockOut(one.tag());
        } else if (panel instanceof Panel.Gauge one) {
            readings.gauge(one.tag());
        } else if (panel instanceof Panel.LevelGlass one) {
            readings.levelGlass(one.tag());
        } else if (panel instanceof Panel.Detector one) {
            readings.detector(one.tag());
        } else if (panel instanceof Panel.Sample one) {
            readings.sample(one.id(), one.typed());
        } else if (panel instanceof Panel.CheckPoint one) {
            readings.checkPoint(one.id(), one.defects());
        } else if (panel instanceof Panel.Aid one) {
            readings.aid(one);
        } else if (panel instanceof Panel.Plate one) {
            readings.equipment(one);
        }
    }

    private void dialog(Pen pen, Screen screen, Hud hud, Situation now) {
        Dialogs dialogs = new Dialogs(pen, screen, now);
        MenuDialogs menus = new MenuDialogs(pen, screen);
        if (panel instanceof Panel.Cabinet) {
            dialogs.cabinet();
        } else if (panel instanceof Panel.Logbook one) {
            dialogs.logbook(one.field(), one.typed());
        } else if (panel instanceof Panel.Report) {
            dialogs.report();
        } else if (panel instanceof Panel.Radio one) {
            dialogs.radio(one.page());
        } else if (panel instanceof Panel.Places one) {
            dialogs.places(one.page(), hud.position());
        } else if (panel instanceof Panel.Belt) {
            dialogs.belt();
        } else if (panel instanceof Panel.Menu) {
            menus.menu(settings);
        } else if (panel instanceof Panel.Help) {
            menus.help();
        } else if (panel instanceof Panel.Licences one) {
            new Licences(pen, screen).show(one);
        } else if (panel instanceof Panel.Fault one) {
            menus.fault(one);
        }
    }

    /**
     * The wheel of the mouse over a text.
     *
     * @param lines downwards
     * @return the state after it; the same if nothing can be scrolled
     */
    public Interface scroll(int lines) {
        return panel instanceof Panel.Licences one
                ? show(new Panel.Licences(one.text(), Licences.line(one.text(), one.line() + lines)))
                : this;
    }

    /**
     * What an act leads to.
     *
     * @param act chosen by pointer or keyboard
     * @param facts of the plant
     * @return the state after it and what the program is to do
     */
    public Outcome act(Act act, FieldFacts facts) {
        if (act instanceof Act.Show one) {
            return quiet(show(one.panel()));
        }
        if (act instanceof Act.Close) {
            return quiet(show(new Panel.None()));
        }
        if (act instanceof Act.Dress one) {
            return quiet(with(work.dress(one.item())));
        }
        if (act instanceof Act.Dressed) {
            return new Outcome(this, List.of(new Act.Send(work.wear())));
        }
        if (act instanceof Act.Key one) {
            return quiet(key(one.key()));
        }
        if (act instanceof Act.Enter) {
            return enter(facts);
        }
        if (act instanceof Act.Change one) {
            return new Outcome(with(one.settings()), List.of(act));
        }
        if (act instanceof Act.Jump) {
            return new Outcome(show(new Panel.None()), List.of(act));
        }
        if (act instanceof Act.Send one) {
            return new Outcome(after(one.operation()), List.of(act));
        }
        return new Outcome(this, List.of(act));
    }

    private static Outcome quiet(Interface then) {
        return new Outcome(then, List.of());
    }

    /**
     * Other settings.
     *
     * @param chosen all of them
     * @return the state with them
     */
    public Interface with(Settings chosen) {
        return new Interface(panel, work, chosen, lastTag);
    }

    private Interface with(FieldWork done) {
        return new Interface(panel, done, settings, lastTag);
    }

    /**
     * The cover of an emergency stop falls shut after the press; a report on a check point leads back to it; a call or a
     * report to the leader ends its dialog.
     */
    private Interface after(Operation operation) {
        if (panel instanceof Panel.CheckPoint one) {
            return show(new Panel.CheckPoint(one.id(), false));
        }
        if (panel instanceof Panel.EmergencyStop one) {
            return show(new Panel.EmergencyStop(one.tag(), false));
        }
        boolean over = operation.target().equals(RadioDesk.RADIO) || panel instanceof Panel.Report;
        return over ? show(new Panel.None()) : this;
    }

    private String typed() {
        if (panel instanceof Panel.Sample one) {
            return one.typed();
        }
        return panel instanceof Panel.Logbook one ? one.typed() : "";
    }

    private Interface type(String typed) {
        if (panel instanceof Panel.Sample one) {
            return show(new Panel.Sample(one.id(), typed));
        }
        return panel instanceof Panel.Logbook one ? show(new Panel.Logbook(one.field(), typed)) : this;
    }

    private Interface key(char key) {
        String old = typed();
        if (key == '<') {
            return old.isEmpty() ? this : type(old.substring(0, old.length() - 1));
        }
        if (key == '-') {
            return type(old.startsWith("-") ? old.substring(1) : "-" + old);
        }
        boolean allowed = key == '.' ? old.indexOf('.') < 0 : key >= '0' && key <= '9';
        if (!allowed || old.length() >= LONGEST) {
            return this;
        }
        return type(old.isEmpty() && key == '.' ? "0." : old + key);
    }

    private Outcome enter(FieldFacts facts) {
        String typed = typed();
        if (typed.isEmpty() || typed.equals("-")) {
            return quiet(this);
        }
        double value = Double.parseDouble(typed);
        if (panel instanceof Panel.Sample one) {
            Operation operation = new Operation("RECORD." + one.id(), "enter", value, "");
            return new Outcome(type(""), List.of(new Act.Send(operation)));
        }
        List<FieldFacts.Entry> log = facts.work().log();
        if (panel instanceof Panel.Logbook one && one.field() < log.size()) {
            String text = String.format(
                    Locale.ROOT, "{\"%s\":%s}", log.get(one.field()).id(), value);
            Operation operation = new Operation("LOG", "enter", 0, text);
            Interface next = show(new Panel.Logbook((one.field() + 1) % log.size(), ""));
            return new Outcome(next, List.of(new Act.Send(operation)));
        }
        return quiet(this);
    }
}
