package org.openots.instructor.results;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How people are told in what is taken out. */
public enum Actor {
    /** By their account alone. */
    ACCOUNT,
    /** By a name made of the account, always the same, that does not show it. */
    PSEUDONYM,
    /** By account, name, seat and class. */
    NAME;

    /**
     * The word on the wire and on the command line.
     *
     * @return for example {@code account}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * All words.
     *
     * @return in declaration order
     */
    public static List<String> words() {
        return Arrays.stream(values()).map(Actor::word).toList();
    }

    /**
     * The choice of a word.
     *
     * @param word for example {@code name}
     * @return the choice, or nothing
     */
    public static Optional<Actor> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** What stands for an account. */
    String account(Result.Who who) {
        return this == PSEUDONYM ? NamedUuid.of("person " + who.account()).toString() : who.account();
    }
}
