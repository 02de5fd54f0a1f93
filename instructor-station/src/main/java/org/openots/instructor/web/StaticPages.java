package org.openots.instructor.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/** Pages, scripts and libraries from the class path; nothing else of the class path can be read through it. */
final class StaticPages {
    private static final Pattern SAFE =
            Pattern.compile("[A-Za-z0-9@_][A-Za-z0-9@_.-]*(/[A-Za-z0-9@_][A-Za-z0-9@_.-]*)*");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));
    private static final String INDEX = "index.html";

    private final String root;
    private final ImportMap importMap;
    private final Map<String, Page> cache = new ConcurrentHashMap<>();

    /** Serves the given class path folder, without slash at either end. */
    StaticPages(String root, ImportMap importMap) {
        this.root = root;
        this.importMap = importMap;
    }

    private static final class Page {
        private final byte[] content;
        private final String type;
        private final String tag;

        Page(byte[] content, String type) {
            this.content = content;
            this.type = type;
            this.tag = "\"" + digest(content) + "\"";
        }
    }

    /** A file of ours, or the start page for a path without extension, so that a page can be reloaded where it is. */
    void page(Context ctx) {
        String path = ctx.path().substring(1);
        boolean reserved = path.startsWith("api/") || path.startsWith("ws/");
        boolean file = path.substring(path.lastIndexOf('/') + 1).contains(".");
        if (reserved) {
            throw new OtsException(StationError.NOT_FOUND, ctx.path());
        }
        ctx.header("Cache-Control", "no-cache");
        send(ctx, root + "/" + (file ? path : INDEX), file ? path : INDEX);
    }

    /** A file of one of the WebJars in the import map. */
    void library(Context ctx) {
        String path = ctx.pathParam("path");
        if (!ImportMap.artifacts().contains(path.split("/", 2)[0])) {
            throw new OtsException(StationError.NOT_FOUND, ctx.path());
        }
        // the version is part of the path, so the content never changes
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        send(ctx, "META-INF/resources/webjars/" + path, path);
    }

    private void send(Context ctx, String resource, String path) {
        if (!SAFE.matcher(path).matches()) {
            throw new OtsException(StationError.NOT_FOUND, ctx.path());
        }
        Page page = cache.computeIfAbsent(resource, this::load);
        if (page == null) {
            throw new OtsException(StationError.NOT_FOUND, ctx.path());
        }
        ctx.header("ETag", page.tag);
        if (page.tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
            return;
        }
        ctx.contentType(page.type);
        ctx.result(page.content);
    }

    private @Nullable Page load(String resource) {
        String extension = resource.substring(resource.lastIndexOf('.') + 1);
        String type = TYPES.get(extension);
        if (type == null) {
            return null;
        }
        try (InputStream in = StaticPages.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return null;
            }
            byte[] content = in.readAllBytes();
            if (resource.equals(root + "/" + INDEX)) {
                content = new String(content, StandardCharsets.UTF_8)
                        .replace("<!-- importmap -->", importMap.element())
                        .getBytes(StandardCharsets.UTF_8);
            }
            return new Page(content, type);
        } catch (IOException e) {
            throw new IllegalStateException("class path resource " + resource, e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
