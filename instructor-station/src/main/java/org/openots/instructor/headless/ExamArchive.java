package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.openots.common.error.OtsException;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.exam.ExamError;
import org.openots.instructor.exam.ExamFolderCheck;

/** A folder of exam results, as it is or as the ZIP file the station gives out. */
final class ExamArchive {
    private static final int DIFFERENT = 1;
    /** Most bytes a ZIP file may grow to: a room of 60 with three hours each stays below a tenth of it. */
    private static final long LARGEST = 4L << 30;

    private static final int CHUNK = 1 << 16;

    private final ExamFolderCheck check;

    ExamArchive(StationContent content) {
        this.check = new ExamFolderCheck(content.engines(), content.scorers());
    }

    static boolean isOne(Path path) {
        return ExamFolderCheck.isFolder(path) || isZip(path);
    }

    private static boolean isZip(Path path) {
        return Files.isRegularFile(path) && path.getFileName().toString().endsWith(".zip");
    }

    /** Checks it and says what came of it; 0 when all is as it was. */
    int print(Path path, JsonOutput output) {
        ObjectNode root = isZip(path) ? unpacked(path) : check.check(path);
        PrintWriter out = output.out();
        String verdict = root.path("verdict").asText();
        if (output.wanted()) {
            out.println(root);
        } else {
            out.println("考试 / exam " + root.path("exam").asText());
            out.println(words(verdict));
            for (String list : List.of("/files/changed", "/files/surplus", "/runs/different")) {
                for (JsonNode one : root.at(list)) {
                    out.println("    " + list.substring(1) + "  " + one.asText());
                }
            }
            out.println(root.toPrettyString());
        }
        out.flush();
        return verdict.equals("verified") ? 0 : DIFFERENT;
    }

    private static String words(String verdict) {
        return switch (verdict) {
            case "verified" -> "签名有效，文件完整，抽题、每次运行和成绩重算一致 / signature holds, files whole; papers, runs and marks as"
                    + " recorded";
            case "changed" -> "签名无效，或文件被改过、缺少、多出 / the signature does not hold, or a file was changed, is missing or"
                    + " surplus";
            default -> "文件完整，但重算与记录不一致 / files whole, but something else comes out";
        };
    }

    private ObjectNode unpacked(Path zip) {
        try {
            Path folder = Files.createTempDirectory("openots-exam-");
            try {
                unpack(zip, folder);
                return check.check(inside(folder));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new OtsException(ExamError.FOLDER, String.valueOf(e.getMessage()));
        }
    }

    private static void unpack(Path file, Path folder) throws IOException {
        long written = 0;
        try (InputStream stream = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new OtsException(ExamError.FOLDER, entry.getName());
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(target.getParent());
                    written = copy(zip, target, written);
                }
            }
        }
    }

    private static long copy(ZipInputStream zip, Path target, long before) throws IOException {
        long written = before;
        try (var out = Files.newOutputStream(target)) {
            byte[] chunk = new byte[CHUNK];
            for (int n = zip.read(chunk); n >= 0; n = zip.read(chunk)) {
                written += n;
                if (written > LARGEST) {
                    throw new OtsException(ExamError.FOLDER, target.getFileName());
                }
                out.write(chunk, 0, n);
            }
        }
        return written;
    }

    /** The folder with the manifest: the ZIP file holds one of the exam's name. */
    private static Path inside(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(ExamFolderCheck::isFolder)
                    .findFirst()
                    .orElseThrow(() -> new OtsException(ExamError.FOLDER, "manifest.json"));
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
        }
    }
}
