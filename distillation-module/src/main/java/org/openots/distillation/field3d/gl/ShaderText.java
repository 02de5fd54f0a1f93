package org.openots.distillation.field3d.gl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;

/** Text of the shaders: files beside this class, with {@code #include "file"} resolved and the version in front. */
final class ShaderText {
    private static final String INCLUDE = "#include \"";

    private ShaderText() {}

    /**
     * Reads a shader.
     *
     * @param file name
     * @param defines what is defined before the text, {@code "NAME value"} each
     * @return GLSL 3.30
     */
    static String of(String file, List<String> defines) {
        StringBuilder text = new StringBuilder("#version 330 core\n");
        for (String define : defines) {
            text.append("#define ").append(define).append('\n');
        }
        text.append("#define MAX_LAMPS ").append(FrameBlock.MAX_LAMPS).append('\n');
        text.append("#define MAX_POOLS ").append(FrameBlock.MAX_POOLS).append('\n');
        append(text, file);
        return text.toString();
    }

    private static void append(StringBuilder text, String file) {
        for (String line : read(file).split("\n", -1)) {
            if (line.startsWith(INCLUDE)) {
                append(text, line.substring(INCLUDE.length(), line.lastIndexOf('"')));
            } else {
                text.append(line).append('\n');
            }
        }
    }

    private static String read(String file) {
        try (InputStream in = ShaderText.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new OtsException(CommonError.FILE_UNREADABLE, file, "no such resource");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new OtsException(CommonError.FILE_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }
}
