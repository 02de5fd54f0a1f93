package org.openots.distillation.field3d.ui;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Paints every panel into target/panels, to be looked at. */
final class PanelPictures {
    private PanelPictures() {}

    public static void main(String[] arguments) throws IOException {
        boolean english = arguments.length > 0 && arguments[0].equals("en");
        int wide = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1024;
        int high = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 768;
        float scale = arguments.length > 3 ? Float.parseFloat(arguments[3]) : 1;
        Font font = AwtCanvas.suiteFont();
        FieldFacts facts = Trial.facts("ethanol-water-rig");
        Path folder = Files.createDirectories(Path.of("target", "panels"));
        for (var entry : Trial.panels().entrySet()) {
            BufferedImage image = paint(font, facts, entry.getValue(), english, new int[] {wide, high}, scale);
            ImageIO.write(image, "png", folder.resolve(entry.getKey() + ".png").toFile());
        }
    }

    static BufferedImage paint(Font font, FieldFacts facts, Panel panel, boolean english, int[] pixels, float scale) {
        Screen screen = Screen.of(pixels[0], pixels[1], scale);
        BufferedImage image = new BufferedImage(pixels[0], pixels[1], BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new java.awt.GradientPaint(0, 0, new Color(0x9CC3E6), 0, pixels[1], new Color(0xB9B4A9)));
        graphics.fillRect(0, 0, pixels[0], pixels[1]);
        graphics.scale(screen.scale(), screen.scale());
        AwtCanvas canvas = new AwtCanvas(graphics, font);
        Settings settings = Settings.DEFAULT.withScale(scale).withEnglish(english);
        Picture picture = TrialPanels.layout(screen, canvas::width, facts, panel, settings);
        picture.paint(canvas);
        graphics.dispose();
        return image;
    }
}
