package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_CLAMP_TO_EDGE;
import static org.lwjgl.opengl.GL33C.GL_LINEAR;
import static org.lwjgl.opengl.GL33C.GL_LINEAR_MIPMAP_LINEAR;
import static org.lwjgl.opengl.GL33C.GL_R8;
import static org.lwjgl.opengl.GL33C.GL_RED;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE0;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_2D;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_MAG_FILTER;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_MAX_LEVEL;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_MIN_FILTER;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_WRAP_S;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_WRAP_T;
import static org.lwjgl.opengl.GL33C.GL_UNPACK_ALIGNMENT;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL33C.glActiveTexture;
import static org.lwjgl.opengl.GL33C.glBindTexture;
import static org.lwjgl.opengl.GL33C.glGenerateMipmap;
import static org.lwjgl.opengl.GL33C.glPixelStorei;
import static org.lwjgl.opengl.GL33C.glTexImage2D;
import static org.lwjgl.opengl.GL33C.glTexParameteri;
import static org.lwjgl.stb.STBTruetype.stbtt_FindGlyphIndex;
import static org.lwjgl.stb.STBTruetype.stbtt_FreeSDF;
import static org.lwjgl.stb.STBTruetype.stbtt_GetGlyphHMetrics;
import static org.lwjgl.stb.STBTruetype.stbtt_GetGlyphSDF;
import static org.lwjgl.stb.STBTruetype.stbtt_InitFont;
import static org.lwjgl.stb.STBTruetype.stbtt_ScaleForMappingEmToPixels;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import org.lwjgl.stb.STBTTFontinfo;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.openots.common.error.OtsException;

/**
 * Letters as distances from their outline: sharp near by, smooth far off. Only letters that were asked for are in it; when it is
 * full, further ones are drawn as the letter that stands for what is missing.
 */
final class GlyphAtlas implements AutoCloseable {
    static final int WIDTH = 1024;
    static final int HEIGHT = 2048;

    /** Height of an em in the atlas, px. */
    static final int EM = 40;

    /** Px around a letter in which distances are known. */
    static final int PADDING = 6;

    /** Value on the outline. */
    private static final int EDGE = 128;

    /**
     * A letter; lengths in em, y up from the base line.
     *
     * @param u left in the atlas, 0 to 1
     * @param v top in the atlas, 0 to 1
     * @param left of the picture of the letter
     * @param top of the picture of the letter
     * @param width of the picture
     * @param height of the picture
     * @param advance to the next letter
     */
    record Glyph(float u, float v, float left, float top, float width, float height, float advance) {}

    private final FontMemory memory;
    private final STBTTFontinfo font = STBTTFontinfo.create();
    private final float scale;
    private final Map<Integer, Glyph> glyphs = new HashMap<>();
    private final ByteBuffer pixels = MemoryUtil.memCalloc(WIDTH * HEIGHT);
    private final int texture;
    private int penX = 1;
    private int penY = 1;
    private int row;
    private boolean changed = true;

    GlyphAtlas(Gpu gpu, FontMemory memory) {
        this.memory = memory;
        if (!stbtt_InitFont(font, memory.bytes())) {
            throw new OtsException(GlError.FONT_REFUSED, "stb_truetype");
        }
        scale = stbtt_ScaleForMappingEmToPixels(font, EM);
        texture = gpu.create(Gpu.Kind.TEXTURE);
        glActiveTexture(GL_TEXTURE0 + Unit.GLYPHS.number());
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        // beyond the third level neighbours run into each other
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 3);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    }

    /** The letter of a code point. */
    Glyph glyph(int codePoint) {
        Glyph known = glyphs.get(codePoint);
        if (known == null) {
            known = make(codePoint);
            glyphs.put(codePoint, known);
        }
        return known;
    }

    /** Number of letters in the atlas. */
    int size() {
        return glyphs.size();
    }

    private Glyph make(int codePoint) {
        int index = stbtt_FindGlyphIndex(font, codePoint);
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer numbers = stack.callocInt(6);
            stbtt_GetGlyphHMetrics(font, index, numbers.slice(0, 1), numbers.slice(1, 1));
            float advance = numbers.get(0) * scale / EM;
            ByteBuffer picture = stbtt_GetGlyphSDF(
                    font,
                    scale,
                    index,
                    PADDING,
                    (byte) EDGE,
                    (float) EDGE / PADDING,
                    numbers.slice(2, 1),
                    numbers.slice(3, 1),
                    numbers.slice(4, 1),
                    numbers.slice(5, 1));
            if (picture == null) {
                return new Glyph(0, 0, 0, 0, 0, 0, advance);
            }
            int width = numbers.get(2);
            int height = numbers.get(3);
            boolean room = place(width, height);
            if (room) {
                copy(picture, width, height);
            }
            stbtt_FreeSDF(picture);
            if (!room) {
                return glyphs.getOrDefault((int) '?', new Glyph(0, 0, 0, 0, 0, 0, advance));
            }
            Glyph glyph = new Glyph(
                    (float) penX / WIDTH,
                    (float) penY / HEIGHT,
                    (float) numbers.get(4) / EM,
                    (float) -numbers.get(5) / EM,
                    (float) width / EM,
                    (float) height / EM,
                    advance);
            penX += width + 2;
            return glyph;
        }
    }

    /** Moves the pen to where a picture has room; false if there is none. */
    private boolean place(int width, int height) {
        if (penX + width + 1 > WIDTH) {
            penX = 1;
            penY += row + 2;
            row = 0;
        }
        row = Math.max(row, height);
        return penY + height + 1 <= HEIGHT;
    }

    private void copy(ByteBuffer picture, int width, int height) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.put((penY + y) * WIDTH + penX + x, picture.get(y * width + x));
            }
        }
        changed = true;
    }

    /** Binds the atlas; hands new letters to the card. */
    void bind() {
        glActiveTexture(GL_TEXTURE0 + Unit.GLYPHS.number());
        glBindTexture(GL_TEXTURE_2D, texture);
        if (changed) {
            changed = false;
            glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
            glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, WIDTH, HEIGHT, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
            glGenerateMipmap(GL_TEXTURE_2D);
        }
    }

    @Override
    public void close() {
        MemoryUtil.memFree(pixels);
        memory.close();
    }
}
