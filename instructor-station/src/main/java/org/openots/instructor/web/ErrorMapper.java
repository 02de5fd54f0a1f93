package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.openots.common.error.KindedError;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.HttpRefusal;
import org.openots.instructor.error.StationError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a failure becomes an answer: {@code {code, message: {zh, en}}}. */
final class ErrorMapper {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
    /** Status of a refusal that another module worded. */
    private static final int BAD_REQUEST = 400;

    /** Most of an unread body that is read and dropped before the refusal is sent, bytes: a file chosen by mistake. */
    private static final int LARGEST_LEFTOVER = 4 << 20;

    private final AtomicLong number = new AtomicLong();

    /**
     * Refuses a request before or after its body was read. A connection closed on bytes nobody read is reset, and a
     * browser that is still sending then never sees the answer; so the rest of the body is read first.
     */
    void refusedUnread(OtsException e, Context ctx) {
        try {
            ctx.req().getInputStream().readNBytes(LARGEST_LEFTOVER);
        } catch (IOException gone) {
            LOG.debug("the rest of a refused request could not be read", gone);
        }
        refused(e, ctx);
    }

    private static void refused(OtsException e, Context ctx) {
        ctx.status(status(e));
        Json.answer(ctx, body(e));
    }

    private static int status(OtsException e) {
        if (e.errorCode() instanceof HttpRefusal known) {
            return known.status();
        }
        if (e.errorCode() instanceof KindedError known) {
            return switch (known.kind()) {
                case UNKNOWN -> 404;
                case FILE, FORM -> BAD_REQUEST;
                case STATE -> 409;
                case STORAGE -> 503;
            };
        }
        return BAD_REQUEST;
    }

    void http(HttpResponseException e, Context ctx) {
        refused(translate(e, ctx), ctx);
        ctx.status(e.getStatus());
    }

    private static OtsException translate(HttpResponseException e, Context ctx) {
        if (e.getStatus() == HttpStatus.NOT_FOUND.getCode()) {
            return new OtsException(StationError.NOT_FOUND, ctx.path());
        }
        if (e.getStatus() == HttpStatus.CONTENT_TOO_LARGE.getCode()) {
            return new OtsException(StationError.TOO_LARGE, ctx.req().getContentLengthLong(), Gatekeeper.LARGEST_BODY);
        }
        return new OtsException(StationError.REQUEST_REFUSED, e.getStatus(), String.valueOf(e.getMessage()));
    }

    void unexpected(Exception e, Context ctx) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            // a body that is cut off or wrongly chunked is the sender's mistake
            if (cause instanceof HttpException || cause instanceof EofException) {
                refused(
                        new OtsException(StationError.REQUEST_REFUSED, BAD_REQUEST, String.valueOf(cause.getMessage())),
                        ctx);
                ctx.status(BAD_REQUEST);
                return;
            }
        }
        String id = String.format(Locale.ROOT, "E%05X", number.incrementAndGet());
        // the route, not the path: a path may name a person's account
        LOG.error("{} in {} {}", id, ctx.method(), ctx.endpoint().path, e);
        refused(new OtsException(StationError.INTERNAL, id), ctx);
    }

    static ObjectNode body(OtsException e) {
        ObjectNode node = Json.object().put("code", e.errorCode().code());
        node.putObject("message")
                .put("zh", e.messageIn(Locale.SIMPLIFIED_CHINESE))
                .put("en", e.messageIn(Locale.ENGLISH));
        return node;
    }
}
