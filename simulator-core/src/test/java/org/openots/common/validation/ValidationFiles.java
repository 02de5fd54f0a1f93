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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Claims measured since the last clean build, one small file each: {@code target/validation/<id>.json}. */
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

    /** The claims, by chapter and id. */
    static List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(OWN, "*.json")) {
            for (Path file : files) {
                claims.add(Claim.of(MAPPER.readTree(file.toFile())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        claims.sort(Comparator.comparing(Claim::topic).thenComparing(Claim::id));
        return claims;
    }

    /** Simple names of the test classes of this module. */
    static Set<String> tests() {
        return tests(Path.of("src", "test"));
    }

    /** Simple names of the test classes below a folder. */
    static Set<String> tests(Path folder) {
        try (Stream<Path> files = Files.find(folder, 20, (p, a) -> p.toString().endsWith("Test.java"))) {
            return files.map(p -> p.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
