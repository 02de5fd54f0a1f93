package org.openots.hazop.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.openots.common.json.JsonCursor;

/** Reads what is to be seen in a played run; the fields are told in {@code docs/data-formats/hazop-study.md}. */
public final class EffectReader {
    private EffectReader() {}

    /**
     * Reads one.
     *
     * @param c its place; mistakes are reported there
     * @param safeguards ids that its {@code without} may name
     * @return the effect, not to be used when mistakes were reported
     */
    public static Effect read(JsonCursor c, List<String> safeguards) {
        Effect.Kind kind = c.at("effect").oneOf(Effect.Kind.class);
        Optional<JsonCursor> value = c.optional("value");
        Optional<JsonCursor> unit = c.optional("unit");
        boolean needed = kind.hasLimit();
        if ((needed && (value.isEmpty() || unit.isEmpty())) || (!needed && (value.isPresent() || unit.isPresent()))) {
            c.report(StudyError.LIMIT, c.at("effect").text());
        }
        Optional<Effect.Limit> limit = value.isPresent() && unit.isPresent()
                ? Optional.of(new Effect.Limit(value.get().number(), unit.get().text()))
                : Optional.empty();
        return new Effect(
                c.at("signal").text(),
                kind,
                limit,
                c.optional("withinSeconds")
                        .map(w -> OptionalDouble.of(w.between(1, ProofReader.LONGEST_RUN)))
                        .orElse(OptionalDouble.empty()),
                c.optional("without")
                        .map(list -> list.list(id -> id.nameOf(safeguards, StudyScope.SAFEGUARD)))
                        .orElse(List.of()));
    }
}
