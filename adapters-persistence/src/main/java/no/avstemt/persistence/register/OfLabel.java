package no.avstemt.persistence.register;

import java.sql.ResultSet;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.register.Label;
import org.jdbi.v3.core.Handle;

/** Projects and the like, which have nothing beside it. */
final class OfLabel implements Details<Label> {

    @Override
    public Label label(Label thing) {
        return thing;
    }

    @Override
    public Label read(ResultSet row, Label label) {
        return label;
    }

    @Override
    public void save(Handle handle, ClientAccountId client, long id, Label thing) {
        // Number, name and whether it is active are all there is.
    }
}
