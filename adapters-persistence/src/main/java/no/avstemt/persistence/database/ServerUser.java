package no.avstemt.persistence.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whom PostgreSQL's programs run as: they refuse to run as root.
 *
 * @param prefix comes before each command
 * @param owner whose its files must be; empty when they are ours anyway
 */
record ServerUser(List<String> prefix, Optional<String> owner) {
    static final ServerUser OURSELVES = new ServerUser(List.of(), Optional.empty());

    /** Root without rights, in a user namespace of its own: the files stay root's. */
    static final ServerUser ROOT_UNSHARED = new ServerUser(List.of("unshare", "-U"), Optional.of("root"));

    /** Where namespaces are forbidden, as in some containers. Every parent of the data folder must let it through. */
    static final ServerUser NOBODY = new ServerUser(
            List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--inh-caps=-all"),
            Optional.of("nobody"));

    private static final Path OUR_PROCESS = Path.of("/proc/self");

    ServerUser {
        prefix = List.copyOf(prefix);
    }

    static ServerUser ofThisProcess() throws IOException {
        if (!isRoot()) {
            return OURSELVES;
        }
        if (ROOT_UNSHARED.works()) {
            return ROOT_UNSHARED;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new DatabaseUnavailable("PostgreSQL refuses to run as root, and neither unshare nor setpriv works here. "
                + "Start Avstemt as an ordinary user, or set AVSTEMT_DB_URL.");
    }

    private static boolean isRoot() throws IOException {
        return Files.exists(OUR_PROCESS)
                ? Integer.valueOf(0).equals(Files.getAttribute(OUR_PROCESS, "unix:uid"))
                : "root".equals(System.getProperty("user.name"));
    }

    private boolean works() {
        var command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            throw Diagnosis.interrupted(e);
        }
    }

    /** Gives it a file or folder, with all that is in it. */
    void own(Path file) throws IOException {
        if (owner.isPresent()) {
            UserPrincipal user =
                    file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.get());
            FileTree.give(file, user);
        }
    }
}
