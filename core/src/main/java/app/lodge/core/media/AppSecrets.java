package app.lodge.core.media;

/// The vault's word for apps: each has a secret of its own, grown from the site's keys and kept nowhere.
public interface AppSecrets {

    /// Version of the site's keys that new apps get, 1 to 255.
    int version();

    /// @param app the number by which the books know it
    /// @return 24 bytes; the caller wipes them
    byte[] of(Uid app, int version);
}
