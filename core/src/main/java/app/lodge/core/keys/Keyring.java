package app.lodge.core.keys;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What must be destroyable: people's keys, the key of kept answers, and the list of those erased. In
/// a file of its own beside the vault, in no backup of the books, replaced as a whole (ID-57).
///
/// The vault's other keys never change and lie in every backup; under them nothing about people may be
/// sealed. Thread-safe.
final class Keyring {

    private static final int ID = Integer.BYTES;

    /// @param id stands before whatever the key sealed
    record AnswerKey(int id, HeldKey key) {}

    /// @param generation counts the file's writings
    /// @param answers the newest last; another one only while an erasure goes on
    record Contents(
            long generation, List<AnswerKey> answers, KeyTree people, List<ErasedPerson> erased) {}

    private final KeyringFile file;
    private final Supplier<byte[]> fileKey;
    private volatile Contents contents;

    private Keyring(KeyringFile file, Supplier<byte[]> fileKey, Contents contents) {
        this.file = file;
        this.fileKey = fileKey;
        this.contents = contents;
    }

    /// @param fileKey gives the file's key anew each time: it is wiped after use
    static Keyring create(KeyringFile file, Supplier<byte[]> fileKey) throws VaultException {
        var random = new SecureRandom();
        var contents =
                new Contents(1, List.of(answerKey(random, 1)), KeyTree.fresh(random), List.of());
        file.write(fileKey.get(), contents);
        return new Keyring(file, fileKey, contents);
    }

    static Keyring open(KeyringFile file, Supplier<byte[]> fileKey) throws VaultException {
        return new Keyring(file, fileKey, file.read(fileKey.get()));
    }

    Path path() {
        return file.path();
    }

    byte[] decoded() {
        return KeyringFile.encode(contents);
    }

    long generation() {
        return contents.generation();
    }

    List<ErasedPerson> erased() {
        return contents.erased();
    }

    /// Empty once destroyed; the caller wipes it.
    Optional<byte[]> person(long number) {
        while (true) {
            var now = contents;
            var key = now.people().key(number);
            if (key.isPresent() || now == contents) {
                return key;
            }
            // an erasure replaced and wiped this tree meanwhile
        }
    }

    boolean lives(long number) {
        while (true) {
            var now = contents;
            if (now.people().lives(number)) {
                return true;
            }
            if (now == contents) {
                return false;
            }
        }
    }

    byte[] sealAnswer(RecordSeal seal, byte[] plain) {
        var newest = contents.answers().getLast();
        return Bytes.join(
                ByteBuffer.allocate(ID).putInt(newest.id()).array(),
                seal.sealUnder(newest.key().copy(), plain));
    }

    /// Empty if the key that sealed it is destroyed.
    Optional<byte[]> openAnswer(RecordSeal seal, byte[] sealed) {
        if (sealed.length < ID) {
            return Optional.empty();
        }
        var id = ByteBuffer.wrap(sealed).getInt();
        return contents.answers().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .map(one ->
                        seal.openUnder(
                                one.key().copy(), Bytes.slice(sealed, ID, sealed.length - ID)));
    }

    boolean sealedByNewest(byte[] sealed) {
        return sealed.length >= ID
                && ByteBuffer.wrap(sealed).getInt() == contents.answers().getLast().id();
    }

    /// From now on answers are sealed under a new key; the one before stays until {@link #destroy}.
    synchronized void renewAnswers() throws VaultException {
        var now = contents;
        if (now.answers().size() > 1) {
            return; // an erasure that was cut off had begun already
        }
        var answers = new ArrayList<>(now.answers());
        answers.add(answerKey(new SecureRandom(), answers.getLast().id() + 1));
        replace(now, answers, now.people(), now.erased());
    }

    /// Destroys the keys of people, and the answers' key before the newest, in one writing.
    synchronized void destroy(Collection<ErasedPerson> people) throws VaultException {
        var now = contents;
        var erased = new ArrayList<>(now.erased());
        var known = new HashSet<Long>();
        erased.forEach(one -> known.add(one.person()));
        people.stream().filter(one -> known.add(one.person())).forEach(erased::add);
        var tree = now.people().without(people.stream().map(ErasedPerson::person).toList());
        replace(now, List.of(now.answers().getLast()), tree, erased);
        now.people().wipe();
        now.answers().stream().limit(now.answers().size() - 1L).forEach(gone -> gone.key().wipe());
    }

    private void replace(
            Contents now, List<AnswerKey> answers, KeyTree people, List<ErasedPerson> erased)
            throws VaultException {
        var next =
                new Contents(
                        now.generation() + 1, List.copyOf(answers), people, List.copyOf(erased));
        file.write(fileKey.get(), next);
        contents = next;
    }

    private static AnswerKey answerKey(SecureRandom random, int id) {
        return new AnswerKey(id, VaultContents.key(random));
    }

    void wipe() {
        contents.people().wipe();
        contents.answers().forEach(answer -> answer.key().wipe());
    }
}
