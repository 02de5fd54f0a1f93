package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;

class OutFileTest {
    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    @Test
    void theOldFileStaysUntilTheNewOneIsComplete() throws IOException {
        Path file = Files.writeString(folder.resolve("out.jsonl"), "old");
        try (OutFile out = OutFile.begin(file)) {
            out.append(bytes("new"));
            assertThat(file).hasContent("old");
            out.keep();
        }
        assertThat(file).hasContent("new");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void whatIsNotKeptLeavesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("out.jsonl"), "old");
        try (OutFile out = OutFile.begin(file)) {
            out.append(bytes("half"));
        }
        assertThat(file).hasContent("old");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void foldersAreMadeAndALinkStays() throws IOException {
        Path file = folder.resolve("a").resolve("b.json");
        OutFile.write(file, bytes("1"));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        OutFile.write(link, bytes("2"));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("2");
        assertThatThrownBy(() -> OutFile.write(folder, bytes("x")))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("OTS-FILE-002");
    }
}
