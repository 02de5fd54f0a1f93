package org.openots.simulator.field;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/**
 * The radio between field and board: target {@code RADIO}, order call with the id of a sentence as text, followed by a colon
 * and a tag if the sentence is about something. Everybody in the run hears it ({@link RadioCalled}). Publishes
 * {@code RADIO.COUNT} and for each sentence {@code RADIO.<id>}: how often it was said.
 */
public final class RadioDesk implements FieldTask {
    /** Target of the order. */
    public static final String RADIO = "RADIO";

    private final Set<String> names = new TreeSet<>();
    private final SignalBoard board;
    private final EventSink events;
    private final int countSignal;
    private final int[] signals;
    private final int[] counts;

    /**
     * Builds the radio and declares its signals.
     *
     * @param names tags that can be spoken of
     * @param board holds the signals
     * @param events takes the calls
     */
    public RadioDesk(Set<String> names, SignalBoard board, EventSink events) {
        this.names.addAll(names);
        this.board = board;
        this.events = events;
        this.countSignal = board.declare(RADIO + ".COUNT", "", new LocalText("对讲机呼叫次数", "radio calls"));
        this.signals = Arrays.stream(RadioSentence.values())
                .mapToInt(each -> board.declare(
                        RADIO + "." + each.id(),
                        "",
                        new LocalText(
                                "呼叫次数：" + each.about("…").zh(),
                                "calls: " + each.about("…").en())))
                .toArray();
        this.counts = new int[signals.length];
    }

    /** A call taken apart. */
    private record Call(RadioSentence sentence, String tag) {}

    @Override
    public String target() {
        return RADIO;
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("call", VerbRule.PLAIN);
    }

    @Override
    public void checkText(Order order) {
        Call call = call(order.text());
        String id = call.sentence().id();
        if (!call.sentence().aboutSomething()) {
            if (order.text().contains(":")) {
                throw new OtsException(AutomationError.SENTENCE_WITHOUT_TAG, id, Brief.of(call.tag()));
            }
        } else if (call.tag().isEmpty()) {
            throw new OtsException(AutomationError.SENTENCE_NEEDS_TAG, id);
        } else if (!names.contains(call.tag())) {
            LocalText hint = Spelling.nearest(call.tag(), names)
                    .map(near -> new LocalText("可能想说的是“" + near + "”", "Maybe \"" + near + "\" was meant"))
                    .orElse(new LocalText("请核对位号", "Check the tag"));
            throw new OtsException(AutomationError.UNKNOWN_RADIO_TAG, id, Brief.of(call.tag()), hint);
        }
    }

    private static Call call(String text) {
        int colon = text.indexOf(':');
        String id = colon < 0 ? text : text.substring(0, colon);
        RadioSentence sentence = RadioSentence.of(id)
                .orElseThrow(() -> new OtsException(
                        AutomationError.UNKNOWN_SENTENCE, Brief.of(id), String.join(", ", RadioSentence.ids())));
        return new Call(sentence, colon < 0 ? "" : text.substring(colon + 1));
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        Call call = call(order.text());
        counts[List.of(RadioSentence.values()).indexOf(call.sentence())]++;
        events.raise(new RadioCalled(call.sentence(), call.tag()));
        return Optional.empty();
    }

    @Override
    public void scan() {
        int all = 0;
        for (int i = 0; i < counts.length; i++) {
            board.set(signals[i], counts[i]);
            all += counts[i];
        }
        board.set(countSignal, all);
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of();
    }

    @Override
    public void preset(String name, double value) {
        throw new IllegalArgumentException(name);
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(RADIO);
        for (int count : counts) {
            writer.writeInt(count);
        }
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(RADIO);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = reader.readInt();
        }
    }
}
