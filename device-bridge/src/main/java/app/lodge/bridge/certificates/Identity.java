package app.lodge.bridge.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate of the site's authority with its private key: who someone is on the field network.
public record Identity(PrivateKey key, X509Certificate certificate, X509Certificate authority) {

    /// Upper-case hex of the serial number.
    public static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    }

    /// When a certificate begins to hold.
    public static Instant from(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    /// When a certificate comes to its end.
    public static Instant until(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    public String serial() {
        return serial(certificate);
    }

    public KeyManagerFactory keyManagers() {
        try {
            var password = new char[] {'-'}; // the store never leaves memory
            var managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store(password), password);
            return managers;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key store in memory was refused", e);
        }
    }

    public TrustManagerFactory trustManagers() {
        return trusting(authority);
    }

    /// Trusts the given authority and no other.
    public static TrustManagerFactory trusting(X509Certificate authority) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", authority);
            var managers = TrustManagerFactory.getInstance("PKIX");
            managers.init(store);
            return managers;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A trust store in memory was refused", e);
        }
    }

    /// For servers that show this identity.
    public SSLContext serverTls() {
        try {
            var tls = SSLContext.getInstance("TLS");
            tls.init(keyManagers().getKeyManagers(), null, null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java refuses TLS", e);
        }
    }

    /// As PKCS #12, for programs that want a file.
    public byte[] pkcs12(char[] password) {
        try {
            var bytes = new ByteArrayOutputStream();
            store(password).store(bytes, password);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A key store in memory was refused", e);
        }
    }

    /// The authority alone as PKCS #12.
    public byte[] trustPkcs12(char[] password) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", authority);
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A trust store in memory was refused", e);
        }
    }

    private KeyStore store(char[] password) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "identity", key, password, new Certificate[] {certificate, authority});
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A key store in memory was refused", e);
        }
    }

    @Override
    public String toString() {
        return "Identity[" + certificate.getSubjectX500Principal() + "]";
    }
}
