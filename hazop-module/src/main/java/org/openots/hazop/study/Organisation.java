package org.openots.hazop.study;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * Who makes a study and from which documents.
 *
 * @param team the roles
 * @param preparation the documents
 */
public record Organisation(List<TeamRole> team, List<Document> preparation) {
    /** Keeps unmodifiable copies. */
    public Organisation {
        team = List.copyOf(team);
        preparation = List.copyOf(preparation);
    }

    /**
     * A role in the team.
     *
     * @param role its word, for example {@code leader}
     * @param name in both languages
     * @param required whether a study cannot do without
     * @param duty what it does
     */
    public record TeamRole(String role, LocalText name, boolean required, LocalText duty) {}

    /**
     * A document to prepare.
     *
     * @param id its id
     * @param name in both languages
     * @param required whether a study cannot do without
     */
    public record Document(String id, LocalText name, boolean required) {}
}
