package no.avstemt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.function.Supplier;
import no.avstemt.Settings.Name;
import no.avstemt.Settings.WrongSetting;
import no.avstemt.application.access.Randomness;
import no.avstemt.application.secret.VaultKey;

/** Where the key of stored secrets comes from: the setting, else a file of the data folder, made at first use. */
final class SecretKeys implements Supplier<VaultKey> {

    private static final String FILE = "secret.key";

    private final Path file;
    private final String setting;
    private final Randomness randomness;

    SecretKeys(Settings settings, Randomness randomness) {
        this.file = settings.data().resolve(FILE);
        this.setting = settings.value(Name.SECRET_KEY);
        this.randomness = randomness;
    }

    /** @throws WrongSetting when the file cannot be read, written or understood */
    @Override
    public synchronized VaultKey get() {
        if (!setting.isEmpty()) {
            return VaultKey.parse(setting, Name.SECRET_KEY.variable()).orElseThrow();
        }
        try {
            if (!Files.exists(file)) {
                make();
            }
            return VaultKey.parse(Files.readString(file), file.toString())
                    .orElseThrow(() -> new WrongSetting("The key file " + file
                            + " does not hold 32 bytes in base64. Put back the file that secrets were stored under."));
        } catch (IOException e) {
            throw new WrongSetting("The key file " + file + " cannot be used: " + e.getMessage()
                    + ". Make the folder writable, or set " + Name.SECRET_KEY.variable() + ".");
        }
    }

    /** Written beside and moved, so that it is there whole or not at all. */
    private void make() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new", ownerOnly());
        String key = Base64.getEncoder().encodeToString(randomness.bytes(VaultKey.BYTES));
        Files.writeString(beside, key + "\n", StandardCharsets.US_ASCII);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
