package no.avstemt;

import static no.avstemt.Settings.Name.DB_OWNER_PASSWORD;
import static no.avstemt.Settings.Name.DB_OWNER_USER;
import static no.avstemt.Settings.Name.DB_PASSWORD;
import static no.avstemt.Settings.Name.DB_URL;
import static no.avstemt.Settings.Name.DB_USER;

import java.util.Optional;
import no.avstemt.Settings.Name;
import no.avstemt.persistence.database.DatabaseSettings;
import no.avstemt.persistence.database.Login;

/** Which database the settings ask for: our own in the data folder unless an address is given. */
final class DatabaseOf {

    private DatabaseOf() {}

    static DatabaseSettings settings(Settings settings) {
        if (settings.value(DB_URL).isEmpty()) {
            return DatabaseSettings.embedded(settings.data());
        }
        return DatabaseSettings.external(
                settings.value(DB_URL),
                login(settings, DB_USER, DB_PASSWORD),
                login(settings, DB_OWNER_USER, DB_OWNER_PASSWORD));
    }

    private static Optional<Login> login(Settings settings, Name user, Name password) {
        return settings.value(user).isEmpty()
                ? Optional.empty()
                : Optional.of(new Login(settings.value(user), settings.value(password)));
    }
}
