package org.openots.instructor.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.openots.common.json.Findings;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.distillation.robot.RobotAction;
import org.openots.distillation.robot.RobotScriptReader;
import org.openots.distillation.robot.ScriptOperator;
import org.openqa.selenium.Keys;

/**
 * The board operator of a team: sees what the page of the loops shows and does what a script wants with the page's plates and
 * buttons, one thing after the other.
 */
final class BoardOperator {
    /** What only the field sees and does, by the beginning of the signals; the board hears of it on the radio. */
    private static final List<String> FIELD_ONLY =
            List.of("HV-", "LG-", "PG-", "TG-", "CHECK.", "LOTO.", "PPE", "RECORD.", "HIDDEN.");

    /** For so long after something new somebody looks at what comes of it, ns. */
    private static final long BUSY_NANOS = 1_500_000_000;

    private static final List<String> MODES = List.of("手动", "自动", "串级");
    private static final String PLATE = ".side .fp";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Browser browser;
    private final SignalTable table;
    private final ScriptOperator robot;
    private final Consumer<String> said;
    private JsonNode page = JSON.createObjectNode();
    private long looks;
    private long worked = Long.MIN_VALUE / 2;
    private String last = "";

    /**
     * Sits down at a page.
     *
     * @param browser signed in, at the page of the loops of a run
     * @param signals of the plant
     * @param script what is to be done
     * @param said receives what was done, for people
     */
    BoardOperator(Browser browser, SignalTable signals, Path script, Consumer<String> said) {
        this.browser = browser;
        this.said = said;
        List<Signal> seen = new ArrayList<>();
        for (Signal signal : signals.signals()) {
            if (FIELD_ONLY.stream().noneMatch(signal.name()::startsWith)) {
                seen.add(signal);
            }
        }
        table = new SignalTable(seen);
        try {
            byte[] json = Files.readAllBytes(script);
            robot = new ScriptOperator(RobotScriptReader.read(
                    String.valueOf(script.getFileName()), json, table, Map.of(), Findings.throwing()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the script is done. */
    boolean finished() {
        return robot.finished();
    }

    /** What it is at, for people. */
    String step() {
        return robot.currentStep().orElse("-");
    }

    /** Model time of the page, s. */
    double time() {
        return page.path("time").asDouble();
    }

    /** The number of a signal on the page; NaN for none. */
    double reading(String signal) {
        return page.path("v").path(signal).asDouble(Double.NaN);
    }

    /** Whether something was just begun; to acknowledge alarms and to go on with a ramp is nothing new. */
    boolean busy() {
        return System.nanoTime() - worked < BUSY_NANOS;
    }

    /** Looks at the page once and does what is to be done. */
    void work() {
        look();
        if (!page.path("link").asText().equals("live")) {
            return;
        }
        List<RobotAction> actions = robot.onTick(new SignalView() {
            @Override
            public long tick() {
                return looks;
            }

            @Override
            public double time() {
                return BoardOperator.this.time();
            }

            @Override
            public double value(int index) {
                return reading(table.signals().get(index).name());
            }
        });
        robot.failedStep().ifPresent(step -> {
            throw new AssertionError("the board gave up at " + step + ", " + time() + " s: " + page);
        });
        actions.forEach(this::perform);
    }

    private void look() {
        looks++;
        Object text = browser.script("""
                const store = document.querySelector('ots-run').store;
                return JSON.stringify({time: store.time, link: store.link, waiting: store.outbox.waiting.length,
                  v: Object.fromEntries(store.values)});
                """);
        try {
            page = JSON.readTree(String.valueOf(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError(String.valueOf(text), e);
        }
    }

    private void perform(RobotAction action) {
        if (browser.has(".msgs .radio .btn")) {
            browser.click(".msgs .radio .btn");
        }
        switch (action.target()) {
            case "ALARMS" -> acknowledge();
            case "TRIPS" -> reset();
            case "RADIO" -> call(action.text());
            case "LOG" -> write(action.text());
            default -> operate(action);
        }
        browser.await("answers to " + action, () -> {
            look();
            return page.path("waiting").asInt() == 0;
        });
        String failure = String.valueOf(
                browser.script(
                        "return document.querySelector('.side ots-faceplate, .side ots-device-plate, .side ots-field-panel')?.failure ?? ''"));
        if (!failure.isEmpty()) {
            throw new AssertionError(action + " was refused: " + failure);
        }
        String what = action.target() + " " + action.verb();
        if (!action.target().equals("ALARMS") && !what.equals(last)) {
            last = what;
            worked = System.nanoTime();
        }
        said.accept(action.target() + " " + action.verb() + " " + plain(action.value()) + " " + action.text());
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    private void operate(RobotAction action) {
        String tag = action.target();
        if (!browser.has(PLATE + " header b")
                || !browser.text(PLATE + " header b").equals(tag)) {
            browser.pick(tag);
            browser.see(PLATE + " header", tag);
        }
        switch (action.verb()) {
            case "start" -> browser.click(PLATE + " .btn", "启动");
            case "stop" -> browser.click(PLATE + " .btn", "停止");
            case "mode" -> {
                int mode = (int) action.value();
                browser.click(PLATE + " .seg .btn", MODES.get(mode));
                browser.await(tag + " in mode " + mode, () -> {
                    look();
                    return reading(tag + ".MODE") == mode;
                });
            }
            case "sp", "op", "ratio" -> {
                browser.type(PLATE + " .opline input", plain(action.value()));
                browser.press(Keys.ENTER);
            }
            default -> throw new AssertionError("the board cannot do " + action);
        }
    }

    /** Only what is on the banner; it may be that nothing is left. */
    private void acknowledge() {
        if (browser.has("footer.alarm .acts .btn:not(.ibtn):not([disabled])")) {
            browser.click("footer.alarm .acts .btn:not(.ibtn)");
        }
    }

    private void reset() {
        tab("interlocks");
        browser.click(".tbar .btn.act");
        tab("graphic");
    }

    /** By the tabs, as a click does; the page and its connection stay. */
    private void tab(String name) {
        browser.click(".tabs a[href$='/" + name + "']");
        browser.await(name, () -> browser.path().endsWith("/" + name));
    }

    private void call(String text) {
        String[] parts = text.split(":", 2);
        browser.click(".tabs .call");
        browser.see(PLATE + " header", "对讲机");
        browser.select(PLATE + " label.col select", parts[0]);
        if (parts.length > 1) {
            browser.select(PLATE + " label.col + label.col select", parts[1]);
        }
        browser.click(PLATE + " .btn.act", "呼叫");
    }

    /** The shift record has its place on the desk in the hall, which the board reaches by the field page. */
    private void write(String record) {
        tab("field");
        browser.pick("LOG");
        browser.see(PLATE + " header", "");
        try {
            int field = 0;
            for (Map.Entry<String, JsonNode> one : JSON.readTree(record).properties()) {
                field++;
                // in the order of the form, which is that of the pack
                String css = PLATE + " .logf span.ln:nth-of-type(" + field + ") input";
                browser.type(css, plain(one.getValue().asDouble()));
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError(record, e);
        }
        browser.click(PLATE + " .btn.act");
        browser.await("the record", () -> {
            look();
            return page.path("waiting").asInt() == 0 && reading("LOG.COMPLETE") == 1;
        });
        tab("graphic");
    }
}
