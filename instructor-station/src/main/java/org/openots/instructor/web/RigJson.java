package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.dcs.agent.Grade;
import org.openots.dcs.agent.ReceiverStatus;
import org.openots.dcs.bridge.BridgeStatus;
import org.openots.dcs.bridge.RigBridge;
import org.openots.dcs.historian.Historian;
import org.openots.dcs.historian.RollUp;
import org.openots.dcs.influx.InfluxStatus;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.mqtt.LinkCounts;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.LinkState;
import org.openots.dcs.tag.IntakeReport;
import org.openots.dcs.value.Sample;
import org.openots.instructor.rig.RigDesk;

/** The rig and its bridge as JSON. */
final class RigJson {
    private static final LocalText KEY_SWITCH = new LocalText("远程允许（钥匙开关）", "remote enable (key switch)");

    private final Supplier<LocalDate> today;

    RigJson(Supplier<LocalDate> today) {
        this.today = today;
    }

    ObjectNode status(RigDesk.State state) {
        ObjectNode node = Json.object();
        node.put("state", state.bridge().isPresent() ? "open" : state.failure().isPresent() ? "failed" : "off");
        state.failure().ifPresent(failure -> node.set("failure", Json.text(text(failure))));
        state.settings().ifPresent(settings -> node.set("title", Json.text(settings.title())));
        state.bridge().ifPresent(bridge -> bridge(node, bridge));
        return node;
    }

    /** Leaves out what only those who look after the rig need. */
    static void forStudents(ObjectNode status) {
        status.remove(List.of("notices", "failure", "influx"));
        for (String part : List.of("link", "receiver")) {
            if (status.get(part) instanceof ObjectNode link) {
                link.remove(List.of("problem", "broker"));
            }
        }
    }

    private void bridge(ObjectNode node, RigBridge bridge) {
        BridgeStatus status = bridge.status();
        node.put("plant", bridge.map().plant());
        node.put("grade", word(status.grade()))
                .set("gradeText", Json.text(status.grade().text()));
        status.link()
                .ifPresentOrElse(
                        link -> node.set("link", link(bridge.link(), link, status.counts())),
                        () -> node.putNull("link"));
        status.receiver()
                .ifPresentOrElse(receiver -> node.set("receiver", receiver(receiver)), () -> node.putNull("receiver"));
        node.set("intake", intake(status.intake()));
        node.put("waiting", status.waiting())
                .put("overflowed", status.overflowed())
                .put("gaps", status.gaps());
        node.set("history", history(status.history()));
        status.influx().ifPresent(influx -> node.set("influx", influx(influx)));
        node.set("tags", counts(bridge));
        node.set("overdue", overdue(bridge));
        ArrayNode notices = node.putArray("notices");
        status.notices()
                .forEach(told -> notices.addObject()
                        .put("time", told.time())
                        .set(
                                "text",
                                Json.text(new LocalText(
                                        told.notice().in(Locale.SIMPLIFIED_CHINESE),
                                        told.notice().in(Locale.ENGLISH)))));
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static LocalText text(OtsException e) {
        return new LocalText(e.messageIn(Locale.SIMPLIFIED_CHINESE), e.messageIn(Locale.ENGLISH));
    }

    private static void problem(ObjectNode node, Optional<OtsException> problem) {
        problem.ifPresent(
                e -> node.putObject("problem").put("code", e.errorCode().code()).set("text", Json.text(text(e))));
    }

    private static ObjectNode link(LinkSettings settings, LinkState link, Optional<LinkCounts> counts) {
        ObjectNode node = Json.object().put("phase", word(link.phase())).put("attempt", link.attempt());
        node.set("text", Json.text(link.text()));
        node.put("broker", settings.broker().host() + ":" + settings.broker().port());
        node.put("protocol", settings.protocol().word());
        problem(node, link.problem());
        counts.ifPresent(c -> node.put("connections", c.connections())
                .put("attempts", c.attempts())
                .put("received", c.received())
                .put("oversized", c.oversized()));
        return node;
    }

    private static ObjectNode receiver(ReceiverStatus status) {
        ObjectNode node = Json.object()
                .put("online", status.online())
                .put("received", status.received())
                .put("duplicates", status.duplicates())
                .put("rejected", status.rejected())
                .put("missing", status.missing())
                .put("overflowed", status.overflowed())
                .put("phase", word(status.link().phase()));
        node.set("text", Json.text(status.link().text()));
        problem(node, status.problem().or(() -> status.link().problem()));
        return node;
    }

    private static ObjectNode intake(IntakeReport report) {
        ObjectNode node = Json.object()
                .put("messages", report.messages())
                .put("unknownTopics", report.unknownTopics())
                .put("bad", report.bad())
                .put("repeated", report.repeated())
                .put("late", report.late())
                .put("samples", report.samples());
        ArrayNode unmapped = node.putArray("unmapped");
        report.unmapped()
                .forEach(seen -> unmapped.addObject().put("topic", seen.topic()).put("item", seen.item()));
        node.put("unmappedMore", report.unmappedMore());
        report.neverSeen().forEach(node.putArray("neverSeen")::add);
        report.clockOffsets().forEach(node.putObject("clockOffsets")::put);
        report.unitHints().forEach(node.putObject("unitHints")::put);
        return node;
    }

    private static ObjectNode history(Historian.Status status) {
        ObjectNode node = Json.object()
                .put("segments", status.segments())
                .put("bytes", status.bytes())
                .put("unsealed", status.unsealed())
                .put("forgotten", status.forgotten());
        status.failure().ifPresent(e -> node.set("failure", Json.text(text(e))));
        return node;
    }

    private static ObjectNode influx(InfluxStatus status) {
        ObjectNode node = Json.object()
                .put("written", status.written())
                .put("waiting", status.waiting())
                .put("dropped", status.dropped())
                .put("refused", status.refused())
                .put("retries", status.retries());
        problem(node, status.problem());
        return node;
    }

    private static ObjectNode counts(RigBridge bridge) {
        Map<String, Sample> latest = bridge.store().all();
        long good = latest.values().stream()
                .filter(sample -> sample.quality().good())
                .count();
        long uncertain = latest.values().stream()
                .filter(sample -> sample.quality().level() == Quality.Level.UNCERTAIN)
                .count();
        long total = bridge.map().tags().size();
        return Json.object()
                .put("good", good)
                .put("uncertain", uncertain)
                .put("bad", total - good - uncertain)
                .put("total", total);
    }

    private ArrayNode overdue(RigBridge bridge) {
        ArrayNode list = Json.array();
        LocalDate now = today.get();
        for (MappedTag tag : bridge.map().tags()) {
            tag.calibration()
                    .filter(calibration -> !now.isBefore(calibration.overdueFrom()))
                    .ifPresent(calibration -> list.addObject()
                            .put("tag", tag.tag())
                            .put("date", calibration.date().toString())
                            .put("validDays", calibration.validDays())
                            .put("days", ChronoUnit.DAYS.between(calibration.overdueFrom(), now)));
        }
        return list;
    }

    ArrayNode tags(RigBridge bridge) {
        ArrayNode list = Json.array();
        Map<String, Sample> latest = bridge.store().all();
        for (MappedTag tag : bridge.map().tags()) {
            list.add(tag(bridge, tag, Optional.ofNullable(latest.get(tag.tag()))));
        }
        return list;
    }

    private ObjectNode tag(RigBridge bridge, MappedTag tag, Optional<Sample> sample) {
        ObjectNode node = Json.object().put("tag", tag.tag());
        int index = bridge.source().signals().find(tag.tag());
        // the key switch of a rig is a tag of the map and no signal of the plant
        Optional<Signal> signal = index == SignalTable.NONE
                ? Optional.empty()
                : Optional.of(bridge.source().signals().signals().get(index));
        node.set("text", Json.text(signal.map(Signal::text).orElse(KEY_SWITCH)));
        node.put("unit", signal.map(Signal::unit).orElse(""));
        Json.number(node, "value", sample.map(Sample::value).orElse(Double.NaN));
        Quality quality = sample.map(Sample::quality).orElse(Quality.bad(Quality.Cause.NOT_CONNECTED));
        node.put("level", quality.level().name()).put("cause", quality.cause().name());
        node.set("causeText", Json.text(quality.cause().text()));
        Json.number(node, "age", sample.map(bridge.store()::ageSeconds).orElse(Double.NaN));
        sample.filter(s -> s.sourceTime().isPresent())
                .ifPresentOrElse(
                        s -> node.put("sourceTime", s.sourceTime().getAsLong()), () -> node.putNull("sourceTime"));
        Grade grade = RigBridge.grade(tag);
        node.put("topic", tag.source().topic())
                .put("item", tag.source().item())
                .put("dialect", tag.source().dialect().word())
                .put("grade", word(grade))
                .put("period", tag.checks().periodSeconds())
                .put("timeout", tag.checks().timeoutSeconds());
        Json.number(node, "low", tag.checks().range().low());
        Json.number(node, "high", tag.checks().range().high());
        node.put("write", word(tag.write()));
        calibration(node, tag);
        return node;
    }

    private void calibration(ObjectNode node, MappedTag tag) {
        if (tag.calibration().isEmpty()) {
            node.putNull("calibration");
            return;
        }
        MappedTag.Calibration calibration = tag.calibration().get();
        node.putObject("calibration")
                .put("date", calibration.date().toString())
                .put("validDays", calibration.validDays())
                .put("overdue", !today.get().isBefore(calibration.overdueFrom()));
    }

    static ObjectNode step(RollUp step) {
        ObjectNode node = Json.object().put("from", step.from()).put("count", step.count());
        Json.number(node, "min", step.min());
        Json.number(node, "max", step.max());
        Json.number(node, "mean", step.mean());
        return node.put("level", step.worst().name()).put("gap", step.gap());
    }
}
