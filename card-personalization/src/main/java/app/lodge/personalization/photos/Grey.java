package app.lodge.personalization.photos;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/// Brightness of a part of a picture, 0 to 255 (Rec. 601 luma), at most as large as it is judged at.
final class Grey {

    private static final int JUDGED_WIDTH = 350;

    /// The range of brightness that a well lit photograph has; sharpness is counted as if it were so.
    private static final int USUAL_RANGE = 130;

    private static final int MOST_UNEVEN = 40;
    private static final int STRIP_CELLS = 4;

    private final int[] luma;
    private final int width;
    private final int height;
    private final int[] shares = new int[256];

    private Grey(BufferedImage part) {
        width = part.getWidth();
        height = part.getHeight();
        luma = part.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < luma.length; i++) {
            int rgb = luma[i];
            luma[i] =
                    (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF))
                            / 1000;
            shares[luma[i]]++;
        }
    }

    /// The part as far as it lies inside the picture.
    static Grey of(BufferedImage picture, int x, int y, int width, int height) {
        int left = Math.clamp(x, 0, picture.getWidth() - 1);
        int top = Math.clamp(y, 0, picture.getHeight() - 1);
        int wide = Math.clamp(width, 1, picture.getWidth() - left);
        int high = Math.clamp(height, 1, picture.getHeight() - top);
        int toWidth = Math.min(JUDGED_WIDTH, wide);
        int toHeight = Math.max(1, high * toWidth / wide);
        var part = new BufferedImage(toWidth, toHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = part.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(
                picture, 0, 0, toWidth, toHeight, left, top, left + wide, top + high, null);
        graphics.dispose();
        return new Grey(part);
    }

    /// The brightness that so many per cent of the pixels do not exceed.
    int percentile(int percent) {
        long wanted = (long) luma.length * percent / 100;
        long seen = 0;
        for (int value = 0; value < shares.length; value++) {
            seen += shares[value];
            if (seen > wanted) {
                return value;
            }
        }
        return shares.length - 1;
    }

    int range() {
        return percentile(95) - percentile(5);
    }

    /// How many per cent of the middle, where a face is, are as bright as this or brighter.
    int middleShareFrom(int bright) {
        int count = 0;
        int all = 0;
        for (int y = height / 5; y < height * 13 / 20; y++) {
            for (int x = width * 3 / 10; x < width * 7 / 10; x++) {
                all++;
                count += luma[y * width + x] >= bright ? 1 : 0;
            }
        }
        return all == 0 ? 0 : 100 * count / all;
    }

    /// Variance of the Laplacian over the middle: edges and grain make it large, blur takes them
    /// away. Scaled to the usual range of brightness, so that a pale picture does not count as blurred.
    long sharpness() {
        long sum = 0;
        long squares = 0;
        long count = 0;
        for (int y = Math.max(1, height / 10); y < height * 8 / 10; y++) {
            for (int x = Math.max(1, width / 5); x < Math.min(width - 1, width * 4 / 5); x++) {
                int at = y * width + x;
                if (y + 1 >= height) {
                    continue;
                }
                int edge =
                        luma[at - 1]
                                + luma[at + 1]
                                + luma[at - width]
                                + luma[at + width]
                                - 4 * luma[at];
                sum += edge;
                squares += (long) edge * edge;
                count++;
            }
        }
        if (count == 0) {
            return 0;
        }
        long mean = sum / count;
        long variance = squares / count - mean * mean;
        long range = Math.max(20, range());
        return variance * USUAL_RANGE * USUAL_RANGE / (range * range);
    }

    /// Whether the strips beside the head differ in brightness among themselves.
    boolean unevenBackground() {
        int strip = Math.max(1, width * 12 / 100);
        int high = Math.max(STRIP_CELLS, height * 45 / 100) / STRIP_CELLS;
        int least = 255;
        int most = 0;
        for (int cell = 0; cell < STRIP_CELLS; cell++) {
            for (int left : new int[] {0, width - strip}) {
                int mean = mean(left, cell * high, strip, high);
                least = Math.min(least, mean);
                most = Math.max(most, mean);
            }
        }
        return most - least > MOST_UNEVEN;
    }

    private int mean(int left, int top, int wide, int high) {
        long sum = 0;
        long count = 0;
        for (int y = top; y < Math.min(height, top + high); y++) {
            for (int x = left; x < left + wide; x++) {
                sum += luma[y * width + x];
                count++;
            }
        }
        return count == 0 ? 0 : (int) (sum / count);
    }
}
