package org.openots.instructor.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The browser's import map for the libraries that come as WebJars, made from the versions in the jars, and its digest
 * for the content security policy.
 */
final class ImportMap {
    private final Map<String, String> imports = new LinkedHashMap<>();
    private final String script;

    ImportMap() {
        add("lit", "lit", "index.js");
        add("lit-html", "lit-html", "lit-html.js");
        add("lit-element", "lit-element", "index.js");
        add("lit__reactive-element", "@lit/reactive-element", "reactive-element.js");
        var root = Json.object();
        var map = root.putObject("imports");
        imports.forEach(map::put);
        this.script = Json.write(root);
    }

    private void add(String artifact, String module, String main) {
        String folder = "/webjars/" + artifact + "/" + version(artifact) + "/";
        imports.put(module, folder + main);
        imports.put(module + "/", folder);
    }

    private static String version(String artifact) {
        String file = "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
        try (InputStream in = ImportMap.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the WebJar " + artifact + " is missing");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException("the WebJar " + artifact + " is damaged", e);
        }
    }

    /** Module names and paths. */
    Map<String, String> imports() {
        return Map.copyOf(imports);
    }

    /** The WebJars that are served; no other jar's resources are. */
    static Set<String> artifacts() {
        return Set.of("lit", "lit-html", "lit-element", "lit__reactive-element");
    }

    /** The element that replaces {@code <!-- importmap -->} in the page. */
    String element() {
        return "<script type=\"importmap\">" + script + "</script>";
    }

    /** The source expression of the policy, for example {@code 'sha256-...'}. */
    String policyHash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
