package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.Tag;
import org.openots.hazop.study.TagKind;

/** Finds the instruments that a text names, by tag or in words, so that a trend can be drawn of what somebody wrote. */
final class WrittenTags {
    /** What has a reading. */
    private static final Set<TagKind> READINGS =
            EnumSet.of(TagKind.LOOP, TagKind.INDICATOR, TagKind.TRANSMITTER, TagKind.ANALYSER, TagKind.DETECTOR);

    /** What watches a reading. */
    private static final Set<TagKind> WATCHES = EnumSet.of(TagKind.ALARM, TagKind.TRIP);

    private static final Pattern REMARK = Pattern.compile("[(（].*?[)）]");

    /** What a control loop is called beyond its reading. */
    private static final Pattern CONTROL = Pattern.compile("控制$|\\s+controller$", Pattern.CASE_INSENSITIVE);

    private static final Pattern EDGE = Pattern.compile("(?<=[A-Za-z])(?=[0-9])|[-_ ]");
    private static final int SHORTEST_NOUN = 2;

    private final PlantNames names;
    private final List<Noun> nouns = new ArrayList<>();
    private final Set<Observed> all = new LinkedHashSet<>();

    WrittenTags(Study study, PlantNames names) {
        this.names = names;
        study.tags().forEach(this::add);
        nouns.sort(Comparator.comparingInt((Noun noun) -> noun.length()).reversed());
    }

    /** One way to name an instrument; longer ones are looked for first. */
    private record Noun(Pattern form, int length, Observed meant) {}

    private void add(Tag tag) {
        boolean reading = READINGS.contains(tag.kind());
        if (!reading && !WATCHES.contains(tag.kind())) {
            return;
        }
        String watched = reading ? tag.inPlant() : watched(tag.inPlant());
        names.observed(watched, Effect.Kind.UP).stream()
                .filter(one -> !one.behind())
                .limit(1)
                .forEach(one -> {
                    all.add(one);
                    Stream.of(tag.tag(), tag.inPlant()).distinct().forEach(text -> noun(tag(text), text, one));
                    Stream.concat(Stream.of(tag.name().zh()), tag.aliases().zh().stream())
                            .forEach(text -> noun(Pattern.quote(plain(text)), plain(text), one));
                    Stream.concat(Stream.of(tag.name().en()), tag.aliases().en().stream())
                            .forEach(text -> noun("\\b" + Pattern.quote(plain(text)) + "\\b", plain(text), one));
                });
    }

    private void noun(String form, String text, Observed meant) {
        if (text.length() >= SHORTEST_NOUN) {
            nouns.add(new Noun(Pattern.compile(form, Pattern.CASE_INSENSITIVE), text.length(), meant));
        }
    }

    private static String plain(String name) {
        return CONTROL.matcher(REMARK.matcher(name).replaceAll("").strip())
                .replaceAll("")
                .strip();
    }

    /** All ways to write a tag: with a hyphen, a space or nothing between letters and digits. */
    private static String tag(String tag) {
        List<String> parts = Stream.of(EDGE.split(tag, -1))
                .filter(part -> !part.isEmpty())
                .map(Pattern::quote)
                .toList();
        return "(?<![A-Za-z0-9])" + String.join("[-_ ]?", parts) + "(?![0-9])";
    }

    private String watched(String alarm) {
        return names.pack().automation().instruments().alarms().stream()
                .filter(one -> one.name().equals(alarm) || one.options().tag().equals(alarm))
                .map(one -> one.source())
                .findFirst()
                .orElse("");
    }

    /** Every instrument that can be named. */
    Set<Observed> all() {
        return Set.copyOf(all);
    }

    /** The instruments that a text names, in its order. */
    List<Observed> in(String text) {
        StringBuilder rest = new StringBuilder(text);
        Map<Integer, Observed> found = new TreeMap<>();
        for (Noun noun : nouns) {
            Matcher matcher = noun.form().matcher(rest);
            while (matcher.find()) {
                found.put(matcher.start(), noun.meant());
                // a shorter name inside it means something else
                for (int i = matcher.start(); i < matcher.end(); i++) {
                    rest.setCharAt(i, '\0');
                }
            }
        }
        return found.values().stream().distinct().toList();
    }
}
