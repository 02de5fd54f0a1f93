package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.openots.common.json.Finding;
import org.openots.instructor.strategy.DryRunJson;
import org.openots.instructor.strategy.StrategyCheck;
import org.openots.instructor.strategy.StrategyDesk;
import org.openots.instructor.strategy.StrategyDiff;
import org.openots.instructor.strategy.StrategyVersion;
import org.openots.instructor.strategy.StrategyView;
import org.openots.instructor.strategy.StrategyWriter;

/** Strategies as they cross the edge. */
final class StrategyJson {
    private StrategyJson() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A strategy in a list. */
    static ObjectNode brief(StrategyView view) {
        ObjectNode node = Json.object().put("id", view.id()).put("kind", word(view.kind()));
        node.set("title", Json.text(view.newest().document().title()));
        node.set("newest", version(view.newest()));
        view.inUse().ifPresent(version -> node.put("inUse", version.document().version()));
        return node;
    }

    /** A strategy with its versions and the document of the newest. */
    static ObjectNode whole(StrategyView view) {
        ObjectNode node = brief(view).put("token", view.token());
        ArrayNode versions = node.putArray("versions");
        view.versions().forEach(version -> versions.add(version(version)));
        node.set("document", StrategyWriter.json(view.newest().document()));
        return node;
    }

    private static ObjectNode version(StrategyVersion version) {
        ObjectNode node = Json.object()
                .put("version", version.document().version())
                .put("state", word(version.state()))
                .put("hash", version.hash())
                .put("reviewer", version.reviewer())
                .put("by", version.by())
                .put("at", version.at());
        version.editors().stream().sorted().forEach(node.putArray("editors")::add);
        version.dryRun().ifPresent(run -> node.set("dryRun", run));
        return node;
    }

    /** The document of a version with its state, as a file. */
    static ObjectNode document(StrategyVersion version) {
        return StrategyWriter.json(version.document()).put("state", word(version.state()));
    }

    static ObjectNode check(StrategyCheck.Result result) {
        ObjectNode node = Json.object()
                .put("sound", result.isSound())
                .put("rules", result.rules())
                .put("kept", result.kept());
        ArrayNode findings = node.putArray("findings");
        for (Finding finding : result.findings()) {
            ObjectNode one = findings.addObject()
                    .put("code", finding.code().code())
                    .put("pointer", finding.pointer())
                    .put("value", finding.value());
            both(one.putObject("rule"), finding, false);
            both(one.putObject("hint"), finding, true);
        }
        return node;
    }

    private static void both(ObjectNode node, Finding finding, boolean hint) {
        Locale zh = Locale.SIMPLIFIED_CHINESE;
        node.put("zh", hint ? finding.hintIn(zh) : finding.ruleIn(zh));
        node.put("en", hint ? finding.hintIn(Locale.ENGLISH) : finding.ruleIn(Locale.ENGLISH));
    }

    static ArrayNode diff(List<StrategyDiff.Change> changes) {
        ArrayNode list = Json.array();
        for (StrategyDiff.Change change : changes) {
            ObjectNode node = list.addObject().put("pointer", change.pointer());
            if (!change.before().isMissingNode()) {
                node.set("before", change.before());
            }
            if (!change.after().isMissingNode()) {
                node.set("after", change.after());
            }
        }
        return list;
    }

    static ObjectNode dryRun(StrategyDesk.View view) {
        ObjectNode node = Json.object()
                .put("state", word(view.state()))
                .put("version", view.version())
                .put("share", view.share());
        view.run().ifPresent(run -> node.set("result", DryRunJson.json(run)));
        view.failure().ifPresent(failure -> node.set("failure", ErrorMapper.body(failure)));
        return node;
    }
}
