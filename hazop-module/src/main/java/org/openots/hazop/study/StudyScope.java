package org.openots.hazop.study;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;

/** What names in a study may refer to, and which ids are taken. Used while one file is read. */
final class StudyScope {
    static final LocalText NODE = new LocalText("节点", "node");
    static final LocalText GUIDE_WORD = new LocalText("引导词", "guide word");
    static final LocalText PARAMETER = new LocalText("参数", "parameter");
    static final LocalText ROLE = new LocalText("团队角色", "role of the team");
    static final LocalText DEVIATION = new LocalText("偏差", "deviation");
    static final LocalText SCENARIO = new LocalText("事故剧情", "scenario");
    static final LocalText CAUSE = new LocalText("本行原因", "cause of this row");
    static final LocalText CONSEQUENCE = new LocalText("本行后果", "consequence of this row");
    static final LocalText SAFEGUARD = new LocalText("本行安全措施", "safeguard of this row");
    static final LocalText RECOMMENDATION = new LocalText("本行建议措施", "recommendation of this row");

    private final Set<String> ids = new HashSet<>();
    private final List<String> nodes;
    private final List<String> roles;
    private final Vocabulary vocabulary;

    /** For a file whose nodes, roles and words are known. */
    StudyScope(List<String> nodes, List<String> roles, Vocabulary vocabulary) {
        this.nodes = List.copyOf(nodes);
        this.roles = List.copyOf(roles);
        this.vocabulary = vocabulary;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<String> roles() {
        return roles;
    }

    /** An id that nothing else has. */
    String newId(JsonCursor place) {
        return newId(place, ids);
    }

    static String newId(JsonCursor place, Set<String> taken) {
        String id = place.text();
        if (!id.isBlank() && !taken.add(id)) {
            place.report(CommonError.JSON_DUPLICATE_NAME, id);
        }
        return id;
    }

    String node(JsonCursor place) {
        return place.nameOf(nodes, NODE);
    }

    String guideWord(JsonCursor place) {
        return place.nameOf(
                vocabulary.guideWords().stream().map(Vocabulary.GuideWord::id).toList(), GUIDE_WORD);
    }

    String parameter(JsonCursor place) {
        return place.nameOf(
                vocabulary.parameters().stream().map(Vocabulary.Parameter::id).toList(), PARAMETER);
    }

    /** Which one of some fields is there; reported unless it is exactly one. */
    static String one(JsonCursor place, String... fields) {
        List<String> there = List.of(fields).stream().filter(place::has).toList();
        if (there.size() != 1 && place.isMap()) {
            place.report(StudyError.ONE_OF, there.size(), String.join(", ", fields));
            there.stream().skip(1).forEach(surplus -> place.at(surplus).raw());
        }
        return there.isEmpty() ? "" : there.get(0);
    }

    /** A constant written in lower case with underscores. */
    static <E extends Enum<E>> E lower(JsonCursor place, Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return word(place, words, type.getEnumConstants()[0]);
    }

    /** A constant written as its name. */
    static <E extends Enum<E>> E upper(JsonCursor place, Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(constant.name(), constant);
        }
        return word(place, words, type.getEnumConstants()[0]);
    }

    static <E> E word(JsonCursor place, Map<String, E> words, E standIn) {
        String word = place.text();
        E found = words.get(word);
        if (found == null && !word.isBlank()) {
            place.report(CommonError.JSON_NOT_ALLOWED, word, String.join(", ", words.keySet()));
        }
        return found == null ? standIn : found;
    }

    static List<String> texts(JsonCursor place) {
        return place.list(JsonCursor::text);
    }

    static List<String> optionalTexts(JsonCursor place, String field) {
        return place.optional(field).map(StudyScope::texts).orElse(List.of());
    }
}
