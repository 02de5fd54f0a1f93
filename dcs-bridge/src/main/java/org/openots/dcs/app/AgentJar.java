package org.openots.dcs.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the one jar of the sender of this very program: the suite's own classes as far as the sender names them, and the
 * libraries it needs as a whole.
 */
final class AgentJar {
    private static final String OWN = "org/openots/";
    private static final Pattern BUNDLE = Pattern.compile("org\\.openots\\.[a-z.]+\\.[A-Z][A-Za-z]*Messages");
    private static final List<String> TEXTS =
            List.of("org/openots/dcs/app/kit/self-test.html", "org/openots/dcs/app/kit/tokens.css");
    private static final List<String> SERVICE_FILES = List.of(
            "org.eclipse.paho.client.mqttv3.spi.NetworkModuleFactory",
            "org.eclipse.paho.mqttv5.client.spi.NetworkModuleFactory");
    private static final String SERVICES = "META-INF/services/";
    /** The same bytes for the same classes. */
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    /** A class of each library; Paho finds its parts by name, so libraries are taken whole. */
    private static final List<String> LIBRARIES = List.of(
            "com/fasterxml/jackson/core/JsonFactory.class",
            "com/fasterxml/jackson/databind/ObjectMapper.class",
            "com/fasterxml/jackson/annotation/JsonCreator.class",
            "org/eclipse/paho/client/mqttv3/MqttAsyncClient.class",
            "org/eclipse/paho/mqttv5/client/MqttAsyncClient.class",
            "org/slf4j/Logger.class");

    /** Classes that are found by name only. */
    private static final List<String> ROOTS = List.of(
            "org/openots/dcs/app/RigAgentMain", "org/openots/dcs/mqtt/V3Transport", "org/openots/dcs/mqtt/V5Transport");

    private final ClassLoader loader = AgentJar.class.getClassLoader();
    private final Map<String, byte[]> entries = new TreeMap<>();

    private AgentJar() {}

    /** Writes it and gives its size in bytes. */
    static long write(Path file) throws IOException {
        AgentJar jar = new AgentJar();
        jar.ownClasses();
        for (String library : LIBRARIES) {
            jar.library(library);
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, RigAgentMain.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            jar.entries.put(JarFile.MANIFEST_NAME, bytes(manifest));
            put(out, JarFile.MANIFEST_NAME, jar.entries.get(JarFile.MANIFEST_NAME));
            for (Map.Entry<String, byte[]> entry : jar.entries.entrySet()) {
                if (!entry.getKey().equals(JarFile.MANIFEST_NAME)) {
                    put(out, entry.getKey(), entry.getValue());
                }
            }
        }
        return Files.size(file);
    }

    private static byte[] bytes(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private void ownClasses() throws IOException {
        Deque<String> open = new ArrayDeque<>(ROOTS);
        Set<String> seen = new TreeSet<>(ROOTS);
        Set<String> texts = new TreeSet<>(TEXTS);
        while (!open.isEmpty()) {
            String name = open.remove();
            byte[] content = resource(name + ".class");
            if (content.length == 0) {
                continue; // a text that looks like the name of a class
            }
            entries.put(name + ".class", content);
            ClassReferences.of(content).stream()
                    .filter(other -> other.startsWith(OWN) && seen.add(other))
                    .forEach(open::add);
            Matcher bundle = BUNDLE.matcher(new String(content, StandardCharsets.ISO_8859_1));
            while (bundle.find()) {
                String file = bundle.group().replace('.', '/');
                texts.add(file + ".properties");
                texts.add(file + "_en.properties");
            }
        }
        for (String text : texts) {
            byte[] content = resource(text);
            if (content.length > 0) {
                entries.put(text, content);
            }
        }
        for (String service : SERVICE_FILES) {
            services(SERVICES + service);
        }
    }

    private byte[] resource(String name) throws IOException {
        try (InputStream in = loader.getResourceAsStream(name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    private void services(String name) throws IOException {
        Set<String> lines = new TreeSet<>();
        for (URL url : Collections.list(loader.getResources(name))) {
            try (InputStream in = url.openStream()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(lines::add);
            }
        }
        entries.put(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void library(String example) throws IOException {
        URL url = loader.getResource(example);
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("not in a jar: " + example);
        }
        JarFile jar = connection.getJarFile();
        String library = Path.of(jar.getName()).getFileName().toString().replace(".jar", "");
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (entry.isDirectory() || name.endsWith("module-info.class") || name.startsWith("META-INF/versions/")) {
                continue;
            }
            byte[] content;
            try (InputStream in = jar.getInputStream(entry)) {
                content = in.readAllBytes();
            }
            if (isLicence(name)) {
                entries.put("META-INF/licenses/" + library + "/" + name.substring(name.lastIndexOf('/') + 1), content);
            } else if (!name.startsWith("META-INF/") || (name.startsWith(SERVICES) && !name.contains("paho"))) {
                entries.putIfAbsent(name, content);
            }
        }
    }

    private static boolean isLicence(String name) {
        String upper = name.substring(name.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        return upper.startsWith("LICENSE")
                || upper.startsWith("NOTICE")
                || upper.startsWith("ABOUT")
                || upper.startsWith("EPL-")
                || upper.startsWith("EDL-");
    }
}
