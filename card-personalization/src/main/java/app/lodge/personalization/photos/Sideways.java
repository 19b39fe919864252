package app.lodge.personalization.photos;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/// Whether a picture seems to lie on its side or head, after the camera's own note was obeyed: where
/// shoulders stand at one edge only, and it is not the lower one.
final class Sideways {

    /// Of 765, over the three colours.
    private static final int OTHER = 150;

    private static final int SHOULDERS_PERCENT = 40;
    private static final int CLEAR_PERCENT = 15;

    private Sideways() {}

    static boolean is(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] top = IntStream.range(0, width).map(x -> picture.getRGB(x, 0)).toArray();
        int[] bottom = IntStream.range(0, width).map(x -> picture.getRGB(x, height - 1)).toArray();
        int[] left = IntStream.range(0, height).map(y -> picture.getRGB(0, y)).toArray();
        int[] right = IntStream.range(0, height).map(y -> picture.getRGB(width - 1, y)).toArray();
        var wall = wall(new int[][] {top, bottom, left, right});
        int[] others = {others(top, wall), others(left, wall), others(right, wall)};
        return others(bottom, wall) <= CLEAR_PERCENT
                && IntStream.of(others).filter(share -> share >= SHOULDERS_PERCENT).count() == 1
                && IntStream.of(others).filter(share -> share <= CLEAR_PERCENT).count() == 2;
    }

    /// The middle of the edges' colours.
    private static Color wall(int[][] edges) {
        return new Color(middle(edges, 16), middle(edges, 8), middle(edges, 0));
    }

    private static int middle(int[][] edges, int shift) {
        int[] sorted =
                IntStream.range(0, edges.length)
                        .flatMap(edge -> IntStream.of(edges[edge]))
                        .map(rgb -> rgb >> shift & 0xFF)
                        .sorted()
                        .toArray();
        return sorted[sorted.length / 2];
    }

    private static int others(int[] edge, Color wall) {
        long count =
                IntStream.of(edge)
                        .filter(rgb ->
                                Math.abs((rgb >> 16 & 0xFF) - wall.getRed())
                                                + Math.abs((rgb >> 8 & 0xFF) - wall.getGreen())
                                                + Math.abs((rgb & 0xFF) - wall.getBlue())
                                        > OTHER)
                        .count();
        return (int) (100 * count / edge.length);
    }
}
