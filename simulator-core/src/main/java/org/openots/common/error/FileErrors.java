package org.openots.common.error;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.openots.common.text.LocalText;

/** Says in both languages why a file could not be read or written, without the names of Java's exceptions. */
public final class FileErrors {
    private FileErrors() {}

    /**
     * A file that cannot be read.
     *
     * @param file its path
     * @param cause what the system said
     * @return the exception to throw
     */
    public static OtsException unreadable(String file, IOException cause) {
        return because(new OtsException(CommonError.FILE_UNREADABLE, file, reason(cause)), cause);
    }

    /**
     * A file that cannot be written; a full disk is a kind of its own, because the user's input was right.
     *
     * @param file its path
     * @param cause what the system said
     * @return the exception to throw
     */
    public static OtsException unwritable(String file, IOException cause) {
        boolean full = isFull(words(cause));
        return because(
                full
                        ? new OtsException(CommonError.FILE_DISK_FULL, file)
                        : new OtsException(CommonError.FILE_UNWRITABLE, file, reason(cause)),
                cause);
    }

    private static OtsException because(OtsException refusal, IOException cause) {
        refusal.initCause(cause);
        return refusal;
    }

    private static boolean isFull(String words) {
        return words.contains("no space left")
                || words.contains("disk quota")
                || words.contains("not enough space on the disk");
    }

    private static LocalText reason(IOException cause) {
        String words = words(cause);
        if (cause instanceof NoSuchFileException) {
            return new LocalText("没有这个文件或文件夹", "there is no such file or folder");
        }
        if (cause instanceof AccessDeniedException || words.contains("permission denied")) {
            return new LocalText("没有权限", "access is denied");
        }
        if (cause instanceof CharacterCodingException) {
            return new LocalText("文件不是 UTF-8 编码", "it is not encoded in UTF-8");
        }
        if (words.contains("is a directory")) {
            return new LocalText("这是一个文件夹", "it is a folder");
        }
        if (words.contains("not a directory")) {
            return new LocalText("路径中有一段不是文件夹", "a part of the path is not a folder");
        }
        if (words.contains("read-only")) {
            return new LocalText("磁盘是只读的", "the disk is read-only");
        }
        if (words.contains("too many levels of symbolic links")) {
            return new LocalText("链接绕成了一个环", "its links lead round in a circle");
        }
        return new LocalText("系统报告“" + words + "”", "the system says \"" + words + "\"");
    }

    /** What the system said, without file names and classes. */
    private static String words(IOException cause) {
        String said = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return said == null ? "" : said.toLowerCase(Locale.ROOT);
    }
}
