package org.openots.hazop.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tags of a plant and what each stands for, so that a tag means as much as the words for it. */
public final class TagRegister {
    private static final Pattern REMARK = Pattern.compile("[(（].*?[)）]");
    private static final Pattern SEPARATOR = Pattern.compile("[-_ /]");

    private final Map<String, List<Concept>> meanings = new HashMap<>();
    private final Map<String, String> nouns = new HashMap<>();
    private final Lexicon lexicon;

    /**
     * Builds the register.
     *
     * @param names names of the tags in Chinese, by tag
     * @param lexicon the words
     * @param normaliser what brings them into one form
     */
    public TagRegister(Map<String, String> names, Lexicon lexicon, Normaliser normaliser) {
        this.lexicon = lexicon;
        ConceptFinder finder = new ConceptFinder(lexicon, normaliser, this);
        names.forEach((tag, name) -> {
            String canonical = canonical(tag);
            Set<Concept> concepts = new LinkedHashSet<>();
            String plain = REMARK.matcher(normaliser.normalise(name)).replaceAll("");
            finder.find(plain).mentions().forEach(mention -> concepts.add(mention.concept()));
            if (name.contains("备）") || name.contains("备)")) {
                lexicon.concept("standby").ifPresent(concepts::add);
            }
            IsaLetters.of(canonical, lexicon).stream()
                    .filter(c -> c.kind() == Concept.Kind.STATE || c.id().equals("alarm") || c.id().equals("interlock"))
                    .forEach(concepts::add);
            meanings.put(canonical, List.copyOf(concepts));
            nouns.put(canonical, plain);
        });
    }

    /**
     * What a tag is called.
     *
     * @param canonical the tag in canonical form
     * @return its name without remarks, normalised, or nothing when the register lacks it
     */
    Optional<String> noun(String canonical) {
        return Optional.ofNullable(nouns.getOrDefault(canonical, nouns.get(canonical + "A")));
    }

    /**
     * One form for all ways to write a tag: capitals, no separators.
     *
     * @param tag for example {@code p-101a}
     * @return for example {@code P101A}
     */
    public static String canonical(String tag) {
        return SEPARATOR.matcher(tag).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /**
     * What a tag stands for. A tag that the register lacks is taken as a letter less ({@code P101A} for {@code P101}) or
     * more, else by its letters after ISA-5.1.
     *
     * @param canonical the tag in canonical form
     * @return the concepts
     */
    List<Concept> meaning(String canonical) {
        List<Concept> found = registered(canonical);
        return found == null ? IsaLetters.of(canonical, lexicon) : found;
    }

    private @Nullable List<Concept> registered(String canonical) {
        List<Concept> found = meanings.get(canonical);
        if (found == null) {
            found = meanings.get(canonical + "A");
        }
        return found;
    }

    /**
     * The tag of the register that a written one means.
     *
     * @param canonical the tag in canonical form
     * @return its canonical form, or nothing when the register lacks it
     */
    Optional<String> resolve(String canonical) {
        if (meanings.containsKey(canonical) || meanings.containsKey(canonical + "A")) {
            return Optional.of(canonical);
        }
        return Optional.empty();
    }

    /**
     * All tags.
     *
     * @return canonical forms, sorted
     */
    public List<String> tags() {
        List<String> tags = new ArrayList<>(meanings.keySet());
        tags.sort(null);
        return tags;
    }
}
