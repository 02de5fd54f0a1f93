package org.openots.instructor.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.hazop.report.XlsxFile;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.security.SignIn;
import org.openots.instructor.session.MonotonicClock;

/** Checks every request before its handler: where it comes from, what it carries, and who sends it. */
final class Gatekeeper {
    /** Name of the session cookie. */
    static final String COOKIE = "ots_session";
    /** Largest request body, bytes: a filled-in shift record is below 8 kB. */
    static final long LARGEST_BODY = 65_536;

    static final String PERSON = "ots.person";

    /** Requests of an account: a page asks for some dozens when it opens, and for a few each second later. */
    private static final double BURST = 1000;

    private static final double PER_SECOND = 200;

    private final SignIn signIn;
    private final Presence presence;
    private final RequestRate rate = new RequestRate(BURST, PER_SECOND, MonotonicClock.system());

    /** Where files are sent to. */
    private static final Set<String> UPLOADS = Set.of(ImportRoutes.UPLOAD, RigMapRoutes.IMPORT, RosterRoutes.UPLOAD);

    Gatekeeper(SignIn signIn, Presence presence) {
        this.signIn = signIn;
        this.presence = presence;
    }

    /** The form of the request, before any handler. */
    void form(Context ctx) {
        if (ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD)) {
            return;
        }
        origin(ctx);
        long length = ctx.req().getContentLengthLong();
        boolean upload = UPLOADS.contains(ctx.path());
        long largest = upload
                ? XlsxFile.LARGEST_FILE
                : ctx.path().startsWith(RigMapRoutes.MAP) ? RigMapRoutes.LARGEST_MAP : LARGEST_BODY;
        if (length > largest) {
            throw new OtsException(StationError.TOO_LARGE, length, largest);
        }
        if (upload) {
            return;
        }
        String type = ctx.contentType();
        boolean json = type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
        boolean empty = length == 0 || (length < 0 && ctx.header("Transfer-Encoding") == null);
        if (!empty && !json) {
            throw new OtsException(StationError.NOT_JSON, type == null ? "-" : Brief.of(type));
        }
    }

    /** The page a request or a socket comes from must be ours; a missing Origin is refused as well. */
    void origin(Context ctx) {
        String origin = ctx.header("Origin");
        String host = ctx.header("Host");
        boolean ours = origin != null
                && host != null
                && (origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host));
        if (!ours) {
            throw new OtsException(
                    StationError.FOREIGN_ORIGIN,
                    origin == null ? "-" : Brief.of(origin),
                    host == null ? "-" : Brief.of(host));
        }
    }

    /** Who sends it; must be signed in with one of the roles. */
    void admit(Context ctx, Set<Role> roles) {
        Person person = whoIs(ctx);
        if (person == null) {
            throw new OtsException(StationError.NOT_SIGNED_IN);
        }
        rate.check(person.account());
        if (!roles.contains(person.role())) {
            throw new OtsException(
                    StationError.ROLE_NOT_ALLOWED,
                    person.role().text(),
                    Brief.of(ctx.method() + " " + ctx.path()),
                    names(roles));
        }
        ctx.attribute(PERSON, person);
        presence.seen(person);
    }

    private static LocalText names(Set<Role> roles) {
        List<LocalText> names = roles.stream().sorted().map(Role::text).toList();
        return new LocalText(
                names.stream().map(LocalText::zh).collect(Collectors.joining("、")),
                names.stream().map(LocalText::en).collect(Collectors.joining(", ")));
    }

    private @Nullable Person whoIs(Context ctx) {
        String token = ctx.cookie(COOKIE);
        return token == null ? null : signIn.whoIs(token).orElse(null);
    }

    /** Whether an admitted request comes from a field station. */
    static boolean fromFieldStation(Context ctx) {
        String token = ctx.cookie(COOKIE);
        return token != null && SignIn.ofFieldStation(token);
    }

    /** The person of an admitted request. */
    static Person person(Context ctx) {
        Person person = ctx.attribute(PERSON);
        if (person == null) {
            throw new OtsException(StationError.NOT_SIGNED_IN);
        }
        return person;
    }
}
