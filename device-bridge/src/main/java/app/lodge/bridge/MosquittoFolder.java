package app.lodge.bridge;

import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.Pem;
import app.lodge.bridge.certificates.SiteAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// What a broker outside needs to know this site by (`mqtt.broker`): certificates for any broker, and the
/// whole configuration for Mosquitto.
///
/// ```
/// authority.pem   signs the certificates of devices, of the bridge and of the broker
/// server.pem, server.key   what the broker shows; made anew in the last third of its life
/// acl             who may publish and subscribe where
/// mosquitto.conf  all of it together
/// ```
final class MosquittoFolder {

    static final String NAME = "mosquitto";

    private static final Duration MADE_ANEW = Duration.ofDays(130);

    private final Path folder;
    private final InstantSource clock;

    MosquittoFolder(Path folder, InstantSource clock) {
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
    }

    /// @param site the site's id, as it stands in topics
    /// @param host name or address by which devices reach the broker
    void write(SiteAuthority authority, String site, String host, int port) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("authority.pem"), Pem.certificate(authority.certificate()));
        certificate(authority, host);
        Files.writeString(folder.resolve("acl"), acl(site));
        Files.writeString(folder.resolve("mosquitto.conf"), configuration(port));
    }

    private void certificate(SiteAuthority authority, String host) throws IOException {
        var shown = folder.resolve("server.pem");
        var key = folder.resolve("server.key");
        if (Files.exists(key)
                && Identity.until(Pem.certificate(Files.readString(shown)))
                        .isAfter(clock.instant().plus(MADE_ANEW))) {
            return;
        }
        var server = authority.server(List.of(host, "localhost", "127.0.0.1"));
        Files.writeString(shown, Pem.certificate(server.certificate()));
        Files.deleteIfExists(key);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    key,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(key, Pem.write("PRIVATE KEY", server.key().getEncoded()));
    }

    /// A client's name is its certificate's common name.
    static String acl(String site) {
        return """
        user bridge
        topic read lodge/v1/%1$s/+/up/#
        topic write lodge/v1/%1$s/+/down/#
        topic read $SYS/broker/log/E

        pattern write lodge/v1/%1$s/%%u/up/#
        pattern read lodge/v1/%1$s/%%u/down/#
        """
                .formatted(site);
    }

    private String configuration(int port) {
        return """
        # Written by the bridge at each start. Mosquitto 2.0 or newer.
        listener %1$d
        cafile %2$s/authority.pem
        certfile %2$s/server.pem
        keyfile %2$s/server.key
        require_certificate true
        use_identity_as_username true
        allow_anonymous false
        acl_file %2$s/acl

        # What was acknowledged is on the disk.
        persistence true
        persistence_location %2$s/
        autosave_on_changes true
        autosave_interval 1
        set_tcp_nodelay true

        # The bridge shows whom the TLS handshake turned away.
        log_dest stderr
        log_dest topic

        max_queued_messages 100000
        message_size_limit 1048576
        """
                .formatted(port, folder);
    }
}
