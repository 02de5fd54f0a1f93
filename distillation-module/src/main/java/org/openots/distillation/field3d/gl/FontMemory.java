package org.openots.distillation.field3d.gl;

import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryUtil;
import org.openots.distillation.font.SuiteFont;

/** The suite's font where native code can read it; it must outlive what was made of it. */
final class FontMemory implements AutoCloseable {
    private final ByteBuffer bytes;

    FontMemory() {
        byte[] font = SuiteFont.bytes();
        bytes = MemoryUtil.memAlloc(font.length);
        bytes.put(font).flip();
    }

    ByteBuffer bytes() {
        return bytes;
    }

    @Override
    public void close() {
        MemoryUtil.memFree(bytes);
    }
}
