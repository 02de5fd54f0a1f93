package org.openots.distillation.field3d.gl;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.openots.common.error.OtsException;

/**
 * A picture.
 *
 * @param width px
 * @param height px
 * @param pixels 0xAARRGGBB, rows from above; belongs to the picture and is not changed
 */
public record Picture(int width, int height, int[] pixels) {
    /** Refuses a wrong number of pixels. */
    public Picture {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels are not " + width + " x " + height);
        }
    }

    /** From what glReadPixels gives: bytes R G B A, rows from below. The picture is opaque. */
    static Picture ofRows(int width, int height, ByteBuffer rows) {
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 4 * ((height - 1 - y) * width + x);
                pixels[y * width + x] = 0xFF000000
                        | ((rows.get(at) & 255) << 16)
                        | ((rows.get(at + 1) & 255) << 8)
                        | (rows.get(at + 2) & 255);
            }
        }
        return new Picture(width, height, pixels);
    }

    /**
     * Writes a PNG.
     *
     * @param file to write; its folder is made
     * @throws OtsException {@link GlError#PICTURE_FILE}
     */
    public void write(Path file) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (!ImageIO.write(image, "png", file.toFile())) {
                throw new OtsException(GlError.PICTURE_FILE, file, "no writer of PNG");
            }
        } catch (IOException e) {
            throw new OtsException(GlError.PICTURE_FILE, file, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads a PNG.
     *
     * @param file to read
     * @return the picture
     * @throws OtsException {@link GlError#PICTURE_FILE}
     */
    public static Picture read(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new OtsException(GlError.PICTURE_FILE, file, "not a picture");
            }
            int width = image.getWidth();
            int height = image.getHeight();
            int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] |= 0xFF000000;
            }
            return new Picture(width, height, pixels);
        } catch (IOException e) {
            throw new OtsException(GlError.PICTURE_FILE, file, String.valueOf(e.getMessage()));
        }
    }
}
