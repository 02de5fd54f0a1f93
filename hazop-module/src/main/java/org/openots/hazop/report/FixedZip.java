package org.openots.hazop.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Office files without the time of their making in them, so that the same content gives the same bytes. */
public final class FixedZip {
    /** First of all parts, by the rules of the format. */
    private static final String TYPES = "[Content_Types].xml";

    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    private FixedZip() {}

    /**
     * Packs an office file again, parts in natural order, all of the same time.
     *
     * @param file a file that was made in memory
     * @return its bytes
     */
    public static byte[] of(byte[] file) {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                put(zip, TYPES, parts.getOrDefault(TYPES, new byte[0]));
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    if (!part.getKey().equals(TYPES)) {
                        put(zip, part.getKey(), part.getValue());
                    }
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIRST_DAY);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
