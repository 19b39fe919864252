package app.lodge.desktop;

/// Where every run of Lodge begins: desktop, bridge, demo and command line.
public final class Lodge {
    private Lodge() {}

    public static void main(String[] arguments) {
        System.exit(arguments.length);
    }
}
