package org.openots.dcs.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.StrictJson;
import org.openots.dcs.broker.BrokerError;

/** The folder with all that the computer beside a rig needs, or the same as a ZIP. */
public final class AgentKit {
    /** The folder within a ZIP. */
    public static final String FOLDER = "openots-agent";

    private static final String JAR = "openots-agent.jar";
    private static final List<String> SCRIPTS = List.of("agent.sh", "agent.bat");
    private static final List<String> TEXTS = List.of("agent.sample.json", "README.txt");
    private static final String PAGE = "setup.html";

    private AgentKit() {}

    /**
     * What was written.
     *
     * @param files the files, or the ZIP
     * @param jarBytes size of the jar, bytes
     */
    public record Written(List<Path> files, long jarBytes) {}

    /**
     * Writes it.
     *
     * @param target a new or empty folder, or the name of a ZIP that is not there yet
     * @return what was written
     * @throws OtsException if the target is in use or cannot be written
     */
    public static Written write(Path target) {
        boolean zip = target.toString().endsWith(".zip");
        try {
            if (Files.exists(target) && (zip || !Files.isDirectory(target) || !isEmpty(target))) {
                throw new OtsException(BrokerError.FOLDER_IN_USE, target.toString());
            }
            if (!zip) {
                return folder(Files.createDirectories(target));
            }
            Path parent = target.toAbsolutePath().getParent();
            Path work =
                    Files.createTempDirectory(parent == null ? Path.of("") : Files.createDirectories(parent), "agent");
            try {
                Written written = folder(work);
                pack(work, target);
                return new Written(List.of(target), written.jarBytes());
            } finally {
                delete(work);
            }
        } catch (IOException e) {
            throw FileErrors.unwritable(target.toString(), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static Written folder(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Path jar = folder.resolve(JAR);
        long size = AgentJar.write(jar);
        files.add(jar);
        for (String name : SCRIPTS) {
            boolean windows = name.endsWith(".bat");
            Path file = Files.writeString(folder.resolve(name), windows ? crlf(resource(name)) : resource(name));
            if (!windows
                    && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            files.add(file);
        }
        for (String name : TEXTS) {
            files.add(Files.writeString(folder.resolve(name), crlf(resource(name)), StandardCharsets.UTF_8));
        }
        String page = resource(PAGE).replace("/*TOKENS*/", resource("tokens.css"));
        files.add(Files.writeString(folder.resolve(PAGE), page, StandardCharsets.UTF_8));
        return new Written(files, size);
    }

    /** Notepad of older Windows shows lines only so. */
    private static String crlf(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    private static String resource(String name) {
        return new String(StrictJson.bytes(AgentKit.class, "kit/" + name), StandardCharsets.UTF_8);
    }

    private static void pack(Path folder, Path zip) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file, StandardCharsets.UTF_8);
                Stream<Path> files = Files.list(folder)) {
            for (Path each : files.sorted().toList()) {
                out.putNextEntry(new ZipEntry(FOLDER + "/" + each.getFileName()));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
