package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openots.instructor.people.Person;
import org.openots.instructor.statistics.ClassReport;
import org.openots.instructor.statistics.Comparison;
import org.openots.instructor.statistics.Distribution;
import org.openots.instructor.statistics.ItemAnalysis;
import org.openots.instructor.statistics.Reliability;
import org.openots.simulator.alarm.AlarmMetrics;

/** Statistics as JSON; what cannot be said is absent, not 0. */
final class StatisticsJson {
    private static final int PRIORITIES = 3;

    private StatisticsJson() {}

    static void report(ObjectNode node, ClassReport report, Map<String, Person> students, int hardest) {
        ArrayNode results = node.putArray("results");
        for (ClassReport.Result result : report.results()) {
            Optional<Person> person = Optional.ofNullable(students.get(result.account()));
            results.addObject()
                    .put("account", result.account())
                    .put("name", person.map(Person::name).orElse(result.account()))
                    .put("seat", person.map(Person::seat).orElse(""))
                    .put("class", person.map(Person::classId).orElse(""))
                    .put("run", result.run())
                    .put("score", result.score());
        }
        ArrayNode items = node.putArray("items");
        for (int j = 0; j < report.items().size(); j++) {
            ClassReport.Item item = report.items().get(j);
            ObjectNode one = items.addObject().put("kind", item.kind()).put("id", item.id());
            one.set("text", Json.text(item.text()));
            number(one, "lost", report.lost(j));
            if (j < report.analyses().size()) {
                analysis(one, report.analyses().get(j));
            }
        }
        ArrayNode rows = node.putArray("shares");
        for (double[] shares : report.shares()) {
            ArrayNode row = rows.addArray();
            for (double share : shares) {
                if (Double.isNaN(share)) {
                    row.addNull();
                } else {
                    row.add(share);
                }
            }
        }
        node.put("comparable", report.comparable());
        report.distribution().ifPresent(one -> distribution(node.putObject("distribution"), one));
        report.reliability().ifPresent(one -> reliability(node.putObject("reliability"), one));
        ArrayNode look = node.putArray("secondLook");
        report.secondLook().forEach(look::add);
        ArrayNode hard = node.putArray("hardest");
        report.hardest(hardest).forEach(hard::add);
    }

    private static void analysis(ObjectNode node, ItemAnalysis one) {
        node.put("points", one.item().most())
                .put("difficulty", one.difficulty())
                .put("full", one.full())
                .put("none", one.none());
        number(node, "deviation", one.deviation());
        number(node, "discrimination", one.discrimination());
        number(node, "spread", one.spread());
        ArrayNode flags = node.putArray("flags");
        one.flags().forEach(flag -> flags.add(flag.name().toLowerCase(Locale.ROOT)));
    }

    private static void distribution(ObjectNode node, Distribution one) {
        node.put("count", one.count());
        number(node, "mean", one.mean());
        number(node, "deviation", one.deviation());
        number(node, "least", one.least());
        number(node, "lowerQuartile", one.lowerQuartile());
        number(node, "median", one.median());
        number(node, "upperQuartile", one.upperQuartile());
        number(node, "most", one.most());
        number(node, "skewness", one.skewness());
        number(node, "kurtosis", one.kurtosis());
    }

    private static void reliability(ObjectNode node, Reliability one) {
        node.put("alpha", one.alpha())
                .put("low", one.low())
                .put("high", one.high())
                .put("error", one.error());
        one.kr20().ifPresent(value -> node.put("kr20", value));
    }

    static void comparison(ObjectNode node, Comparison one) {
        node.put("difference", one.difference())
                .put("error", one.error())
                .put("freedom", one.freedom())
                .put("low", one.low())
                .put("high", one.high())
                .put("equivalence", one.equivalence())
                .put("inequality", one.inequality())
                .put("verdict", one.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static ObjectNode alarms(AlarmMetrics one) {
        ObjectNode node = Json.object()
                .put("alarms", one.annunciations())
                .put("perTenMinutes", one.perTenMinutes())
                .put("peakTenMinutes", one.peakTenMinutes())
                .put("shareOverTen", one.shareOverTen())
                .put("floodShare", one.floodShare())
                .put("standing", one.standing())
                .put("standingPeak", one.standingPeak())
                .put("fleeting", one.fleeting());
        number(node, "acknowledgeSeconds", one.meanAcknowledgeSeconds());
        ObjectNode priorities = node.putObject("byPriority");
        for (int priority = 1; priority <= PRIORITIES; priority++) {
            priorities.put(Integer.toString(priority), one.byPriority().getOrDefault(priority, 0));
        }
        ArrayNode floods = node.putArray("floods");
        one.floods()
                .forEach(flood -> floods.addObject()
                        .put("begin", flood.begin())
                        .put("end", flood.end())
                        .put("alarms", flood.alarms()));
        ArrayNode worst = node.putArray("worst");
        one.worst()
                .forEach(count -> worst.addObject()
                        .put("alarm", count.alarm())
                        .put("times", count.times())
                        .put("share", count.share()));
        ArrayNode chattering = node.putArray("chattering");
        one.chattering().forEach(chattering::add);
        return node;
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }
}
