package org.openots.hazop.meaning;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openots.hazop.language.Concept.Axis;
import org.openots.hazop.language.ConceptFinder;
import org.openots.hazop.language.Lexicon;
import org.openots.hazop.language.Mention;
import org.openots.hazop.language.Utterance;

/**
 * What a text says, prepared for comparison.
 *
 * @param utterance the text
 * @param claims what it claims
 * @param facts the claims as numbers
 * @param concepts indexes of all concepts with content, each once, in the order of the text
 * @param spoken those of them that stand there in words, not only in a tag
 * @param denied indexes of states that are denied
 * @param signs for each axis 1 when some claim lies on its positive side, 2 on its negative, 3 both; by {@link Axis} order
 */
public record Meaning(
        Utterance utterance,
        List<Claim> claims,
        List<Claim.Facts> facts,
        int[] concepts,
        int[] spoken,
        Set<Integer> denied,
        int[] signs) {
    /**
     * Reads a text.
     *
     * @param normalised the text, normalised
     * @param finder finds its concepts
     * @param lexicon numbers them
     * @return what it says
     */
    public static Meaning of(String normalised, ConceptFinder finder, Lexicon lexicon) {
        Utterance utterance = finder.find(normalised);
        List<Claim> claims = ClaimReader.read(utterance);
        Set<Integer> concepts = new LinkedHashSet<>();
        Set<Integer> spoken = new LinkedHashSet<>();
        Set<Integer> denied = new HashSet<>();
        for (Mention mention : utterance.mentions()) {
            if (mention.concept().kind().content()) {
                concepts.add(lexicon.index(mention.concept()));
                if (mention.tag() == null) {
                    spoken.add(lexicon.index(mention.concept()));
                }
                if (mention.negated()) {
                    denied.add(lexicon.index(mention.concept()));
                }
            }
        }
        int[] signs = new int[Axis.COUNT];
        for (Claim claim : claims) {
            for (Axis axis : Axis.values()) {
                int side = claim.on(axis);
                signs[axis.place()] |= side > 0 ? 1 : side < 0 ? 2 : 0;
            }
        }
        List<Claim.Facts> facts =
                claims.stream().map(claim -> claim.facts(lexicon)).toList();
        return new Meaning(
                utterance,
                claims,
                facts,
                concepts.stream().mapToInt(i -> i).toArray(),
                spoken.stream().mapToInt(i -> i).toArray(),
                denied,
                signs);
    }

    /**
     * The text.
     *
     * @return normalised and repaired
     */
    public String text() {
        return utterance.text();
    }

    /**
     * Whether something is said of a subject here and its opposite of the same subject there.
     *
     * @param other another text
     * @return true if both cannot hold
     */
    public boolean opposes(Meaning other) {
        return facts.stream()
                .anyMatch(one ->
                        other.facts.stream().anyMatch(another -> one.opposes(another) && one.sameSubject(another)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Meaning that && utterance.equals(that.utterance);
    }

    @Override
    public int hashCode() {
        return utterance.hashCode();
    }

    @Override
    public String toString() {
        return utterance + " " + Arrays.toString(signs);
    }
}
