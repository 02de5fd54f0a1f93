package org.openots.common.validation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Claims measured since the last clean build, one small file each: {@code <module>/target/validation/<id>.json}. */
final class ValidationFiles {
    private static final Path OWN = Path.of("target", "validation");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ValidationFiles() {}

    /** Writes a claim; a reader sees the old file or the new one, never half of it. */
    static void keep(Claim claim) {
        try {
            Files.createDirectories(OWN);
            Path part = Files.createTempFile(OWN, "claim", ".part");
            MAPPER.writerWithDefaultPrettyPrinter().writeValue(part.toFile(), claim.json());
            Files.move(part, OWN.resolve(claim.id() + ".json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The claims of all modules, by chapter and id. */
    static List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of(".."), Files::isDirectory)) {
            for (Path module : modules) {
                Path folder = module.resolve(OWN);
                if (Files.isDirectory(folder)) {
                    read(folder, claims);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        claims.sort(Comparator.comparing(Claim::topic).thenComparing(Claim::id));
        return claims;
    }

    private static void read(Path folder, List<Claim> claims) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                claims.add(Claim.of(MAPPER.readTree(file.toFile())));
            }
        }
    }
}
