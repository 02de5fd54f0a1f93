package org.openots.instructor.people;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * Which pages there are, and which rights on them nobody may take away or give: the limits within which an administrator changes
 * the rights of roles. It is read from a file of the suite; see {@code docs/data-formats/permissions.md}.
 */
public final class PermissionPolicy {
    /** Looking at something. */
    public static final String SEE = "see";
    /** Doing something. */
    public static final String CHANGE = "change";
    /** Both of them. */
    public static final List<String> ACTIONS = List.of(SEE, CHANGE);

    private static final String FORMAT = "openots-permissions";
    private static final String VERSION = "1.0";
    private static final String FILE = "permissions.json";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Content content;

    private PermissionPolicy(Content content) {
        this.content = content;
    }

    /** The file as it is written. */
    private record Content(
            String format,
            String formatVersion,
            List<Page> pages,
            List<Rights> fixed,
            List<Rights> off,
            List<Never> never,
            List<Pair> pairs) {}

    /**
     * A part of the station.
     *
     * @param id its id
     * @param text its name
     * @param prefixes beginnings of the addresses that belong to it; the longest one decides
     */
    public record Page(String id, LocalText text, List<String> prefixes) {}

    private record Rights(String page, String action, List<String> roles) {}

    private record Never(List<String> pages, List<String> actions, List<String> roles, LocalText why) {}

    /**
     * Roles that one person must not have.
     *
     * @param roles their words
     * @param why the reason
     */
    public record Pair(List<String> roles, LocalText why) {}

    /**
     * The policy of the suite.
     *
     * @return the policy
     * @throws OtsException if its file is wrong
     */
    public static PermissionPolicy shipped() {
        try (InputStream in = PermissionPolicy.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new OtsException(PeopleError.POLICY_FORM, FILE);
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new OtsException(PeopleError.POLICY_FORM, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads a policy.
     *
     * @param json its file
     * @return the policy
     * @throws OtsException if the file is wrong
     */
    public static PermissionPolicy read(byte[] json) {
        try {
            Content content = MAPPER.readValue(json, Content.class);
            if (!FORMAT.equals(content.format()) || !VERSION.equals(content.formatVersion())) {
                throw new OtsException(
                        PeopleError.POLICY_FORM,
                        content.format() + " " + content.formatVersion() + " (" + FORMAT + " " + VERSION + ")");
            }
            PermissionPolicy policy = new PermissionPolicy(content);
            policy.check();
            return policy;
        } catch (IOException e) {
            throw new OtsException(
                    PeopleError.POLICY_FORM,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Every right names a page, an action and roles that there are. */
    private void check() {
        content.fixed().forEach(one -> check(one.page(), one.action(), one.roles()));
        content.off().forEach(one -> check(one.page(), one.action(), one.roles()));
        for (Never one : content.never()) {
            one.pages().forEach(page -> one.actions().forEach(action -> check(page, action, one.roles())));
        }
        content.pairs().forEach(pair -> pair.roles().forEach(Role::of));
    }

    private void check(String page, String action, List<String> roles) {
        roles.forEach(Role::of);
        requireKnown(page, action);
    }

    /**
     * Refuses what is not in the table.
     *
     * @param page id of a page
     * @param action id of an action
     */
    public void requireKnown(String page, String action) {
        if (!ACTIONS.contains(action)
                || content.pages().stream().noneMatch(one -> one.id().equals(page))) {
            throw new OtsException(PeopleError.RIGHT_UNKNOWN, page, action);
        }
    }

    /**
     * All pages.
     *
     * @return the pages in order
     */
    public List<Page> pages() {
        return List.copyOf(content.pages());
    }

    /**
     * The page an address belongs to.
     *
     * @param path for example {@code /api/class/control}
     * @return the page with the longest fitting beginning
     */
    public Optional<Page> page(String path) {
        return content.pages().stream()
                .filter(page -> fit(page, path) > 0)
                .max(Comparator.comparingInt(page -> fit(page, path)));
    }

    private static int fit(Page page, String path) {
        return page.prefixes().stream()
                .filter(path::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /**
     * What a request does.
     *
     * @param method HTTP method, or {@code WS}
     * @return {@link #SEE} or {@link #CHANGE}
     */
    public static String action(String method) {
        return method.equals("GET") || method.equals("WS") ? SEE : CHANGE;
    }

    /**
     * Whether nobody can take a right away.
     *
     * @param page id of the page
     * @param action id of the action
     * @param role whose
     * @return true when it is fixed
     */
    public boolean fixed(String page, String action, Role role) {
        return listed(content.fixed(), page, action, role);
    }

    /**
     * Whether a role has a right only after an administrator gave it.
     *
     * @param page id of the page
     * @param action id of the action
     * @param role whose
     * @return true when it is off at first
     */
    public boolean off(String page, String action, Role role) {
        return listed(content.off(), page, action, role);
    }

    private static boolean listed(List<Rights> list, String page, String action, Role role) {
        return list.stream()
                .anyMatch(one -> one.page().equals(page)
                        && one.action().equals(action)
                        && one.roles().contains(role.word()));
    }

    /**
     * Why a role can never have a right.
     *
     * @param page id of the page
     * @param action id of the action
     * @param role whose
     * @return the reason; nothing when it may
     */
    public Optional<LocalText> never(String page, String action, Role role) {
        return content.never().stream()
                .filter(one -> one.pages().contains(page)
                        && one.actions().contains(action)
                        && one.roles().contains(role.word()))
                .map(Never::why)
                .findFirst();
    }

    /**
     * Roles that one person must not have one after the other.
     *
     * @return the pairs
     */
    public List<Pair> pairs() {
        return List.copyOf(content.pairs());
    }

    /**
     * Whether two roles must not be those of one person.
     *
     * @param one a role
     * @param other a role
     * @return true when they are a forbidden pair
     */
    public boolean forbids(Role one, Role other) {
        return one != other
                && content.pairs().stream()
                        .anyMatch(pair -> pair.roles().containsAll(List.of(one.word(), other.word())));
    }
}
