package org.openots.instructor.people.roster;

import java.util.List;
import java.util.Locale;
import org.openots.common.error.OtsException;

/**
 * A file with lists, opened without running anything in it.
 *
 * @param kind {@code xlsx}, {@code xls} or {@code csv}
 * @param encoding character set of a CSV file; empty for workbooks
 * @param macros whether it has programs in it, which nobody runs
 * @param sheets its sheets in order
 */
record Book(String kind, String encoding, boolean macros, List<Sheet> sheets) {
    /** Largest file that is opened, bytes: 200,000 rows of a class list take 5 MB. */
    static final int LARGEST_FILE = 8 << 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    Book {
        sheets = List.copyOf(sheets);
    }

    /**
     * Opens a file by what it is, whatever its name says.
     *
     * @param name what messages call it
     * @param bytes its content
     * @return the file
     * @throws OtsException if it is no list or too large
     */
    static Book open(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw new OtsException(RosterError.FILE_EMPTY, name);
        }
        if (bytes.length > LARGEST_FILE) {
            throw new OtsException(RosterError.FILE_LARGE, name, mega(bytes.length), mega(LARGEST_FILE));
        }
        if (starts(bytes, ZIP)) {
            return new XlsxBook(name, bytes).read();
        }
        if (starts(bytes, OLE)) {
            return new XlsBook(name, bytes).read();
        }
        return CsvBook.read(name, bytes);
    }

    private static boolean starts(byte[] bytes, byte[] mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    static String mega(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    }
}
