package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.CardFields;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// One made-up person for each language, with the letters that only it has.
public final class SampleCards {

    private static final CardRenderer RENDERER = new CardRenderer();
    private static final byte[] PORTRAIT = portrait();

    private static final List<CardFields> PEOPLE =
            List.of(
                    person("en", "Hannah", "Whitfield", "Building services", "Northport Works"),
                    person("de", "Jörg", "Großmüller", "Gebäudetechnik", "Straßenbahn Süd"),
                    person("fr", "Anaïs", "Lefèvre-Cœur", "Maîtrise d’œuvre", "Forêt de Bercé"),
                    person("hr", "Đurđica", "Šćepan-Žganjec", "Tehnička služba", "Općina Čakovec"),
                    person("pl", "Żaneta", "Źdźbło-Łącka", "Obsługa budynków", "Zakład Gdańsk"),
                    person("zh", "明", "王小", "研究与发展部", "北港工厂"));

    private SampleCards() {}

    /// A card of a starter layout in a language.
    public record Sample(String layout, String language, CardFaces faces) {

        @Override
        public String toString() {
            return layout + "-" + language;
        }
    }

    /// Every starter layout in every language.
    public static List<Sample> all() {
        var all = new ArrayList<Sample>();
        for (var layout : LayoutShelf.STARTERS) {
            for (var person : PEOPLE) {
                all.add(new Sample(layout, person.language(), drawn(layout, person)));
            }
        }
        return all;
    }

    private static CardFaces drawn(String layout, CardFields person) {
        return RENDERER.render(LayoutShelf.starter(layout), person).faces();
    }

    private static CardFields person(
            String language, String given, String family, String group, String site) {
        return CardFields.sample(given, family, group, site, PORTRAIT, language);
    }

    /// Nobody's face. PNG, because decoders of JPEG may differ.
    private static byte[] portrait() {
        var image = new BufferedImage(350, 450, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(
                new GradientPaint(0, 0, new Color(0xD8E0E8), 0, 450, new Color(0x9FB2C4)));
        graphics.fillRect(0, 0, 350, 450);
        graphics.setColor(new Color(0x35506B));
        graphics.fill(new Ellipse2D.Double(25, 310, 300, 300));
        graphics.setColor(new Color(0xE2B695));
        graphics.fill(new Ellipse2D.Double(105, 90, 140, 190));
        graphics.setColor(new Color(0x4A3426));
        graphics.fill(new Ellipse2D.Double(95, 70, 160, 100));
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
