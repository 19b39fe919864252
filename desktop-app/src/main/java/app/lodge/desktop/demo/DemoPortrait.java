package app.lodge.desktop.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Drawn portraits, because nobody real should be in a demo or a preview. 700 × 900, the ratio of the card.
public final class DemoPortrait {

    private static final int WIDTH = 700;
    private static final int HEIGHT = 900;

    private static final int[] CLOTHES = {0x34495E, 0x6B4E71, 0x2F6F62, 0x8A4B38, 0x3B5BA5};
    private static final int[] HAIR = {0x4A3124, 0x8C5A2B, 0x2B2B2B, 0xB98B4E};

    private DemoPortrait() {}

    /// @param which from 0: neighbours look different
    public static byte[] jpeg(int which) throws IOException {
        var clothes = new Color(CLOTHES[which % CLOTHES.length]);
        var hair = new Color(HAIR[which % HAIR.length]);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(0xDCE6F0), 0, HEIGHT, new Color(0xB4C6DA)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(clothes);
        pen.fill(new RoundRectangle2D.Double(90, 640, 520, 420, 260, 260));
        pen.setColor(new Color(0xE3B48F));
        pen.fill(new RoundRectangle2D.Double(290, 520, 120, 180, 80, 80));
        pen.setColor(hair);
        pen.fill(new Ellipse2D.Double(185, 150, 330, 400));
        pen.setColor(new Color(0xF0C5A1));
        pen.fill(new Ellipse2D.Double(215, 215, 270, 360));
        pen.setColor(hair);
        pen.fill(new Arc2D.Double(205, 165, 290, 220, 0, 180, Arc2D.CHORD));
        pen.fill(new Ellipse2D.Double(280, 375, 26, 20));
        pen.fill(new Ellipse2D.Double(394, 375, 26, 20));
        pen.setColor(new Color(0xB0655A));
        pen.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Arc2D.Double(300, 430, 100, 70, 200, 140, Arc2D.OPEN));
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
