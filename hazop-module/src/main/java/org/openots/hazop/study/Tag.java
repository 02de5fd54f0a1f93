package org.openots.hazop.study;

import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A thing with a tag number.
 *
 * @param tag as the study writes it
 * @param name what it is
 * @param kind what kind of thing
 * @param nodeId the node it lies in
 * @param aliases other nouns people use for it
 * @param plantTag its name in the plant pack when that differs
 * @param recommended whether it does not exist yet and stands only in recommendations
 */
public record Tag(
        String tag,
        LocalText name,
        TagKind kind,
        String nodeId,
        Aliases aliases,
        Optional<String> plantTag,
        boolean recommended) {
    /**
     * The name to look for in the plant pack.
     *
     * @return {@code plantTag} when given, otherwise the tag
     */
    public String inPlant() {
        return plantTag.orElse(tag);
    }
}
