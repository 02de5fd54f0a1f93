package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.dcs.audit.AuditEntry;
import org.openots.dcs.audit.AuditLog;
import org.openots.dcs.gate.GateSettings;
import org.openots.dcs.gate.GateState;
import org.openots.dcs.gate.Permissive;
import org.openots.dcs.gate.WriteTarget;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.mqtt.LinkState;
import org.openots.instructor.rig.GateDesk;
import org.openots.instructor.rig.RigDesk;

/** The write gate and its audit as JSON, for those who may write to the rig. */
final class GateJson {
    private static final LocalText LINK = new LocalText("写入连接", "connection for writing");
    private static final LocalText CONNECTED = new LocalText("已连接", "connected");
    private static final LocalText KEY = new LocalText("远程允许（钥匙开关）", "remote enable (key switch)");
    private static final double SECOND = 1000;

    private final RigDesk rig;

    GateJson(RigDesk rig) {
        this.rig = rig;
    }

    ObjectNode state(String who) {
        GateDesk.State state = rig.gate().state();
        ObjectNode node = Json.object();
        node.put("state", state.open().isPresent() ? "open" : state.failure().isPresent() ? "failed" : "off");
        node.put("virtual", rig.isVirtual()).put("me", who);
        state.failure()
                .ifPresent(e -> node.putObject("failure")
                        .put("code", e.errorCode().code())
                        .set("text", Json.text(text(e))));
        state.open().ifPresent(open -> new Opened(open, rig.gate().millis(), who).into(node));
        return node;
    }

    /** An open gate at one moment, as one person sees it. */
    private record Opened(GateDesk.Open open, long now, String who) {
        void into(ObjectNode node) {
            GateState state = open.gate().state();
            node.set("link", link());
            node.put("leaseSeconds", Math.round(open.settings().leaseMs() / SECOND));
            node.put("tokenSeconds", Math.round(open.settings().tokenMs() / SECOND));
            state.lease().ifPresentOrElse(lease -> node.set("lease", lease(lease)), () -> node.putNull("lease"));
            ArrayNode permissives = node.putArray("permissives");
            open.gate().permissives().forEach(one -> permissives.add(permissive(one)));
            heated(node);
            ArrayNode targets = node.putArray("targets");
            open.settings().targets().forEach(target -> targets.add(target(target)));
            ArrayNode pending = node.putArray("pending");
            state.pending().forEach(one -> pending.add(pending(one)));
            state.writing()
                    .ifPresentOrElse(writing -> node.set("writing", writing(writing)), () -> node.putNull("writing"));
            state.ended().ifPresentOrElse(ended -> node.set("ended", ended(ended)), () -> node.putNull("ended"));
        }

        private ObjectNode link() {
            LinkState link = open.commands().state();
            ObjectNode node = Json.object()
                    .put("connected", link.connected())
                    .put("phase", link.phase().name().toLowerCase(Locale.ROOT))
                    .put("client", open.link().clientId())
                    .put(
                            "user",
                            open.link()
                                    .access()
                                    .login()
                                    .map(login -> login.user())
                                    .orElse(""))
                    .put(
                            "broker",
                            open.link().broker().host() + ":"
                                    + open.link().broker().port());
            // nobody answers while nothing is written: silence is no problem of this link
            node.set("text", Json.text(link.connected() ? CONNECTED : link.text()));
            link.problem()
                    .filter(e -> !link.connected())
                    .ifPresentOrElse(e -> node.set("problem", Json.text(text(e))), () -> node.putNull("problem"));
            return node;
        }

        private ObjectNode lease(GateState.Lease lease) {
            return Json.object()
                    .put("who", lease.who())
                    .put("mine", lease.who().equals(who))
                    .put("seconds", seconds(lease.until()));
        }

        private double seconds(long until) {
            return Math.max(0, (until - now) / SECOND);
        }

        private void heated(ObjectNode node) {
            GateSettings settings = open.settings();
            settings.heated()
                    .ifPresentOrElse(
                            tag -> {
                                ObjectNode part = node.putObject("heated").put("tag", tag);
                                part.put("above", settings.heatedAbove())
                                        .put("on", open.gate().heated());
                                part.set("text", Json.text(named(tag)));
                                Json.number(part, "value", value(tag));
                            },
                            () -> node.putNull("heated"));
        }

        private double value(String tag) {
            return open.bridge()
                    .store()
                    .latest(tag)
                    .map(sample -> sample.value())
                    .orElse(Double.NaN);
        }

        private LocalText named(String tag) {
            int index = open.bridge().source().signals().find(tag);
            return index == SignalTable.NONE
                    ? tag.equals(TagMap.KEY) ? KEY : new LocalText(tag, tag)
                    : open.bridge().source().signals().signals().get(index).text();
        }

        private ObjectNode permissive(Permissive one) {
            ObjectNode node = Json.object()
                    .put("kind", one.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("tag", one.tag())
                    .put("ok", one.ok());
            node.set("text", Json.text(one.tag().isEmpty() ? LINK : named(one.tag())));
            node.set("quality", Json.text(one.quality()));
            Json.number(node, "value", one.value());
            return node;
        }

        private ObjectNode target(WriteTarget target) {
            ObjectNode node = Json.object()
                    .put("tag", target.tag())
                    .put("unit", target.unit())
                    .put("kind", target.kind().name().toLowerCase(Locale.ROOT))
                    .put("readBack", target.readBack().orElse(""))
                    .put("low", target.low())
                    .put("high", target.high());
            node.set("text", Json.text(target.text()));
            target.values().forEach(node.putArray("values")::add);
            Json.number(node, "rate", target.values().isEmpty() ? target.rate() : Double.NaN);
            Json.number(
                    node,
                    "value",
                    target.readBack()
                            .map(this::value)
                            .orElseGet(() -> open.gate().lastAnswered(target)));
            List<Permissive> own = open.gate().permissives(target);
            node.put("ok", own.stream().allMatch(Permissive::ok));
            ArrayNode needs = node.putArray("needs");
            own.forEach(one -> needs.add(permissive(one)));
            target.mode().ifPresent(mode -> mode.values().forEach(node.putArray("modes")::add));
            return node;
        }

        private ObjectNode pending(GateState.Pending one) {
            ObjectNode node = Json.object()
                    .put("token", one.token())
                    .put("who", one.who())
                    .put("mine", one.who().equals(who))
                    .put("tag", one.tag())
                    .put("seconds", seconds(one.until()))
                    .put("second", one.second())
                    .put("approved", one.approved().orElse(""));
            node.set("echo", Json.text(one.echo()));
            return node;
        }

        private ObjectNode writing(GateState.Writing writing) {
            ObjectNode node = Json.object().put("tag", writing.tag()).put("who", writing.who());
            Json.number(node, "start", writing.start());
            Json.number(node, "goal", writing.goal());
            Json.number(node, "sent", writing.sent());
            Json.number(node, "confirmed", writing.confirmed());
            return node;
        }

        private static ObjectNode ended(GateState.Ended ended) {
            ObjectNode node = Json.object()
                    .put("tag", ended.tag())
                    .put("who", ended.who())
                    .put("time", ended.time())
                    .put("ok", ended.failure().isEmpty());
            Json.number(node, "goal", ended.goal());
            Json.number(node, "last", ended.last());
            ended.failure()
                    .ifPresent(e -> node.putObject("reason")
                            .put("code", e.errorCode().code())
                            .set("text", Json.text(text(e))));
            return node;
        }
    }

    /** Whether an audit is as it was written. */
    static ObjectNode verdict(AuditLog.Contents contents) {
        Optional<OtsException> problem = contents.verdict().problem();
        ObjectNode node = Json.object()
                .put("verified", problem.isEmpty())
                .put("sound", contents.verdict().sound())
                .put("lines", contents.lines())
                .put("hash", contents.verdict().hash());
        problem.ifPresent(e -> node.putObject("problem")
                .put("line", contents.verdict().sound() + 1)
                .put("code", e.errorCode().code())
                .set("text", Json.text(text(e))));
        return node;
    }

    static ObjectNode entry(AuditEntry entry) {
        ObjectNode node = Json.object()
                .put("number", entry.number())
                .put("time", entry.time())
                .put("who", entry.who())
                .put("what", entry.what());
        ObjectNode details = node.putObject("details");
        new TreeMap<>(entry.details()).forEach(details::put);
        return node;
    }

    /** All that a search looks at. */
    static String words(AuditEntry entry) {
        return entry.number() + " " + entry.who() + " " + entry.what() + " "
                + String.join(" ", entry.details().values());
    }

    private static LocalText text(OtsException e) {
        return new LocalText(e.messageIn(Locale.SIMPLIFIED_CHINESE), e.messageIn(Locale.ENGLISH));
    }
}
